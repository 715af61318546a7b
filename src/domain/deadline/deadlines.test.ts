/** The list of one person: how things stand, what holds them back, a death, and a date of birth that was corrected. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {InvariantError} from '../shared/result.ts';
import {deadlineFacts} from './facts.ts';
import {
  assessed,
  category1,
  category2,
  category3,
  contact,
  deadlinesIn,
  due,
  inCare,
  one,
  plan,
  provided,
  record,
  struck,
  visit,
  young,
} from './file.test-support.ts';

test('the most pressing first: overdue, due today, due soon, on hold, not due, met', () => {
  const action = (dueOn: string) => record('plan-action', {what: {text: 'Ffonio', lang: 'cy'}, status: 'not_started', dueOn: date(dueOn)});
  const list = deadlinesIn(category3(plan('2026-06-01'), action('2026-11-20'), action('2026-11-21'), action('2027-11-21')));
  const order = ['overdue', 'due_today', 'due_soon', 'on_hold', 'not_due', 'met'];
  const ranks = list.map(({state}) => order.indexOf(state));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(5);
});

test('a file without a young person is a mistake of ours', () => {
  expect(() => deadlinesIn([inCare('2020-01-10')])).toThrow(InvariantError);
});

describe('a deadline held back', () => {
  const home = provided('2026-11-10');
  const hold = (data = {}) =>
    record('deadline-hold', {
      what: 'first_visit',
      subject: home.id,
      reason: {text: 'In hospital', lang: 'en'},
      from: date('2026-11-15'),
      until: date('2026-11-30'),
      ...data,
    });
  test('on hold from its day to its last day, late or not, and the due date stays; overdue after', () => {
    const held = hold();
    const file = category2(home, held);
    expect(due(file, 'first_visit', '2026-11-14')).toEqual(['2026-11-17 due_soon']);
    expect(due(file, 'first_visit', '2026-11-15')).toEqual(['2026-11-17 on_hold']);
    expect(one(file, 'first_visit', '2026-11-30')).toMatchObject({
      dueOn: '2026-11-17',
      state: 'on_hold',
      hold: {hold: held.id, until: '2026-11-30'},
    });
    expect(one(file, 'first_visit', '2026-12-01')).toMatchObject({dueOn: '2026-11-17', state: 'overdue', hold: null});
  });
  test('ended, struck out, or of something else it holds nothing; what is done is met', () => {
    expect(due(category2(home, hold({endedOn: date('2026-11-20')})), 'first_visit')).toEqual(['2026-11-17 overdue']);
    expect(due(category2(home, struck(hold())), 'first_visit')).toEqual(['2026-11-17 overdue']);
    expect(due(category2(home, hold({subject: null})), 'first_visit')).toEqual(['2026-11-17 overdue']);
    expect(due(category2(home, hold({what: 'visit'})), 'first_visit')).toEqual(['2026-11-17 overdue']);
    expect(one(category2(home, hold(), visit('2026-11-18')), 'first_visit')).toMatchObject({state: 'met', hold: null});
  });
});

describe('[edge case 21] a death', () => {
  const file = [
    young('2009-06-15', {diedOn: date('2026-11-21')}),
    inCare('2020-01-10', '2026-08-31'),
    provided('2026-09-01'),
    plan('2026-01-10'),
    record('plan-action', {what: {text: 'Ffonio', lang: 'cy'}, status: 'not_started', dueOn: date('2026-11-01')}),
    record('in-touch', {status: 'no', since: date('2026-11-01')}),
    record('homeless-episode', {presentedOn: date('2026-11-01'), housingAuthority: 'W06000011'}),
    record('category-override', {category: 'C3', since: date('2026-11-01'), reason: 'Settled'}),
  ];
  test('R-66 from that day on nothing but how long the records are kept', () => {
    expect(deadlinesIn(file, '2026-11-20').length).toBeGreaterThan(8);
    expect(deadlinesIn(file, '2026-11-21').map(({rule, dueOn}) => [rule, dueOn])).toEqual([['R-66', '2041-11-21']]);
  });
});

describe('[edge case 18] a date of birth that was corrected', () => {
  const both = (first: string, then: string, heldFrom: string, diedOn: string | null = null) =>
    young(first, {
      diedOn: diedOn === null ? null : date(diedOn),
      birthDates: [
        {date: date(first), status: 'disputed', heldFrom: date(first)},
        {date: date(then), status: 'assessed', heldFrom: date(heldFrom)},
      ],
    });
  const standing = (file: Parameters<typeof deadlinesIn>[0], what: string, today?: string) =>
    deadlinesIn(file, today)
      .filter(deadline => deadline.what === what)
      .map(({dueOn, state, frozenOn}) => ({dueOn, state, frozenOn}))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

  test('younger than thought: the dates move on, and what was missed stays as it was measured then', () => {
    const file = [both('2010-01-10', '2011-01-10', '2026-06-01'), inCare('2020-01-10')];
    expect(standing(file, 'assessment', '2026-05-31')).toEqual([{dueOn: '2026-04-10', state: 'overdue', frozenOn: null}]);
    expect(standing(file, 'assessment')).toEqual([{dueOn: '2026-04-10', state: 'overdue', frozenOn: '2026-06-01'}]);
    expect(standing(file, 'assessment', '2027-02-01')).toEqual([
      {dueOn: '2026-04-10', state: 'overdue', frozenOn: '2026-06-01'},
      {dueOn: '2027-04-10', state: 'not_due', frozenOn: null},
    ]);
    expect(standing(file, 'turns_16')).toEqual([
      {dueOn: '2026-01-10', state: 'met', frozenOn: '2026-06-01'},
      {dueOn: '2027-01-10', state: 'due_soon', frozenOn: null},
    ]);
    expect(standing(file, 'turns_18')).toEqual([{dueOn: '2029-01-10', state: 'not_due', frozenOn: null}]);
  });
  test('older than thought: what should have been done falls due on the day it became known, no breach of the days before', () => {
    const file = [both('2011-06-15', '2010-03-10', '2026-09-01'), inCare('2020-01-10')];
    expect(standing(file, 'assessment', '2026-08-31')).toEqual([]);
    expect(standing(file, 'assessment', '2026-09-01')).toEqual([{dueOn: '2026-09-01', state: 'due_today', frozenOn: null}]);
    expect(standing(file, 'assessment', '2026-09-02')).toEqual([{dueOn: '2026-09-01', state: 'overdue', frozenOn: null}]);
  });
  test('older, and the date still lies ahead: it moves, nothing is frozen', () => {
    const file = [both('2010-05-20', '2010-04-20', '2026-06-01'), inCare('2020-01-10')];
    expect(standing(file, 'assessment', '2026-06-01')).toEqual([{dueOn: '2026-07-20', state: 'not_due', frozenOn: null}]);
  });
  test('due on the last day of the old date and not done: late as measured then', () => {
    const file = [both('2010-02-28', '2011-02-28', '2026-05-29'), inCare('2020-01-10')];
    expect(standing(file, 'assessment')).toEqual([{dueOn: '2026-05-28', state: 'overdue', frozenOn: '2026-05-29'}]);
  });
  test('what had been done in time stays met', () => {
    const file = [both('2010-01-10', '2011-01-10', '2026-06-01'), inCare('2020-01-10'), assessed('2026-03-01')];
    expect(standing(file, 'assessment')).toEqual([{dueOn: '2026-04-10', state: 'met', frozenOn: '2026-06-01'}]);
  });
  test('what has nothing to do with age stays as it is, once, and every one of several', () => {
    const agreed = (on: string, then: string) => contact(on, 'third_party', 'info_only', {nextContactOn: date(then)});
    const rest = [
      inCare('2020-01-10'),
      agreed('2026-02-01', '2026-03-01'),
      agreed('2026-03-02', '2026-04-01'),
      record('plan-action', {what: {text: 'Ffonio', lang: 'cy'}, status: 'not_started', dueOn: date('2026-05-01')}),
      record('access-request', {askedOn: date('2026-01-10')}),
    ];
    const corrected = [both('2010-05-20', '2010-04-20', '2026-06-01'), ...rest];
    for (const what of ['action', 'agreed_contact', 'access_request'] as const)
      expect(due(corrected, what)).toEqual(due([young('2010-04-20'), ...rest], what));
    expect(due(corrected, 'agreed_contact')).toEqual(['2026-03-01 overdue', '2026-04-01 overdue']);
  });
  test('a contact that was agreed is one, though the corrected date puts it under another rule', () => {
    const agreed = contact('2026-05-01', 'third_party', 'info_only', {nextContactOn: date('2026-05-20')});
    const rest = [inCare('2020-01-10', '2026-01-09'), agreed];
    expect(due([young('2008-01-10'), ...rest], 'agreed_contact')).toEqual(['2026-05-20 overdue']);
    expect(due([both('2008-01-10', '2011-02-28', '2026-06-01'), ...rest], 'agreed_contact')).toEqual(['2026-05-20 overdue']);
  });
  test('visits missed in category 3 by the old date do not vanish, and none is added by the new one', () => {
    const file = [both('2008-01-10', '2009-01-10', '2026-06-01'), inCare('2020-01-10', '2026-01-09'), provided('2026-01-10')];
    expect(standing(file, 'first_visit', '2026-05-31')).toEqual([{dueOn: '2026-01-17', state: 'overdue', frozenOn: null}]);
    expect(standing(file, 'first_visit')).toEqual([{dueOn: '2026-01-17', state: 'overdue', frozenOn: null}]);
  });
  test('two corrections: each span as it was measured in it; the same day twice is one, the later noted', () => {
    const young3 = (...held: readonly [string, string][]) =>
      young('2010-01-10', {birthDates: held.map(([on, heldFrom]) => ({date: date(on), status: 'stated', heldFrom: date(heldFrom)}))});
    const twice = young3(['2011-06-15', '2011-06-15'], ['2010-01-10', '2026-03-01'], ['2012-01-10', '2026-06-01']);
    expect(standing([twice, inCare('2020-01-10')], 'assessment')).toEqual([
      {dueOn: '2026-04-10', state: 'overdue', frozenOn: '2026-06-01'},
    ]);
    const older = young3(['2011-06-15', '2011-06-15'], ['2009-01-10', '2026-03-01'], ['2012-01-10', '2026-06-01']);
    expect(standing([older, inCare('2020-01-10')], 'assessment')).toEqual([
      {dueOn: '2026-03-01', state: 'overdue', frozenOn: '2026-06-01'},
    ]);
    const sameDay = young3(['2010-05-20', '2010-05-20'], ['2005-01-10', '2026-06-01'], ['2010-04-20', '2026-06-01']);
    expect(standing([sameDay, inCare('2020-01-10')], 'assessment')).toEqual([{dueOn: '2026-07-20', state: 'overdue', frozenOn: null}]);
  });
  test('one noted ahead of its day waits for it', () => {
    const file = [both('2010-05-20', '2012-05-20', '2026-12-01'), inCare('2020-01-10')];
    expect(standing(file, 'turns_18', '2026-11-30')).toEqual([{dueOn: '2028-05-20', state: 'not_due', frozenOn: null}]);
    expect(standing(file, 'turns_18', '2026-12-01')).toEqual([{dueOn: '2030-05-20', state: 'not_due', frozenOn: null}]);
    expect(['2026-11-30', '2026-12-01'].map(on => deadlineFacts(file, [], date(on)).bornOn)).toEqual(['2010-05-20', '2012-05-20']);
  });
});

test('R-25 a plan is owed and an assessment is late at the same time, each with its own date', () => {
  expect(due(category1(), 'plan_owed')).toEqual(['2026-09-03 overdue']);
  expect(due(category1(), 'assessment')).toEqual(['2026-08-20 overdue']);
});
