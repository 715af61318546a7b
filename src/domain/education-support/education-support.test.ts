/** Help with the costs of learning under: who may, what the plan must say, and what is refused. */
import {beforeEach, describe, expect, test} from 'vitest';
import {category3, due, plan, record, setting} from '../deadline/file.test-support.ts';
import {idOf, MANAGER, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {seenOps} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {SETTINGS} from '../authority/settings.ts';
import type {DataOf} from '../record-kinds.ts';

const ASK = idOf(700);
const asked = {what: 'relevant_amount', course: 'Nyrsio', activity: null, words: null, askedPence: null};
const granted = {outcome: 'granted', pence: 200_000, reason: welsh('Mae’r cwrs yn y cynllun')};
const refused = {outcome: 'refused', pence: null, reason: welsh('Dim cwrs eto')};
const inPlan = (more: Partial<DataOf<'pathway-plan'>> = {}) =>
  plan('2026-08-01', {programme: 'Nyrsio', programmeStatus: 'active', ...more});

let file: PlanFile;
const ask = (body: object = {}, role: 'young_person' | 'adviser' | 'manager' = 'young_person') =>
  file.send('education-support.ask', ASK, {...asked, ...body}, role);
const decide = (body: object, role: 'manager' | 'adviser' | 'young_person' = 'manager', more = {}) =>
  file.send('education-support.decide', ASK, body, role, more);
const pay = (body: object, role: 'adviser' | 'young_person' = 'adviser', more = {}) =>
  file.send('education-support.note-payment', ASK, body, role, more);
const support = () => file.data(ASK, 'education-support');
beforeEach(() => {
  file = new PlanFile(category3(inPlan()));
});

describe('asking', () => {
  test('by the young person or for them, where they see it', () => {
    expect(ask()).toBe('applied');
    expect(support()).toMatchObject({askedOn: '2026-11-21', decision: null, payments: [], withdrawnOn: null});
    expect(file.shared.map(({id}) => id)).toEqual([ASK]);
    expect(ask()).toBe('already_there');
    for (const role of ['finance_officer', 'administrator'] as const)
      expect(file.send('education-support.ask', idOf(701), asked, role)).toBe('not_permitted');
  });
  test('is dated by the day on which it was written offline', () => {
    expect(file.send('education-support.ask', ASK, asked, 'young_person', {at: '2026-11-18T22:30:00.000Z'})).toBe('applied');
    expect(support()?.askedOn).toBe('2026-11-18');
  });
  test('without a course, with an amount that is none, or for something that nobody named', () => {
    expect(ask({course: ' '})).toBe('words_missing course');
    expect(ask({what: 'other'})).toBe('words_missing words');
    expect(ask({what: 'other', words: welsh('Gliniadur')})).toBe('applied');
    expect(ask({activity: idOf(9)})).toBe('unknown_record activity');
    for (const askedPence of [0, -1, 1.5]) expect(ask({askedPence})).toMatch(/^body_invalid/u);
  });
  test('is taken back while nobody has decided', () => {
    ask();
    expect(file.send('education-support.withdraw', ASK, {}, 'young_person')).toBe('applied');
    expect(support()?.withdrawnOn).toBe('2026-11-21');
    expect(file.send('education-support.withdraw', ASK, {}, 'young_person')).toBe('state_moved');
    expect(decide(refused)).toBe('state_moved');
    expect(file.send('education-support.withdraw', idOf(9), {}, 'young_person')).toBe('unknown_record');
  });
});

describe('deciding', () => {
  test('R-61 the relevant amount is granted for a course that the plan in force sets out, and the decision names the plan', () => {
    ask();
    expect(decide(granted)).toBe('applied');
    expect(support()?.decision).toMatchObject({outcome: 'granted', pence: 200_000, by: MANAGER, on: '2026-11-21'});
    expect(support()?.decision?.plan).toBe([...file.records.values()].find(({kind}) => kind === 'pathway-plan')?.id);
  });
  test.each([
    ['no plan', category3()],
    ['a plan without a programme', category3(inPlan({programme: null}))],
    ['a programme that ended', category3(inPlan({programmeStatus: 'ended'}))],
    ['a plan in the making', category3(inPlan({status: 'draft'}))],
  ])('R-61 is not granted with %s; it can be refused, and R-60 asks for no programme', (_, records) => {
    file = new PlanFile(records);
    ask();
    expect(decide(granted)).toBe('programme_not_in_plan');
    expect(decide(refused)).toBe('applied');
    file = new PlanFile(records);
    ask({what: 'course_costs', askedPence: 5_000});
    expect(decide({...granted, pence: 5_000})).toBe('applied');
  });
  test('R-61 the amount is the one that the authority has set, no more and no less', () => {
    ask();
    expect(SETTINGS.higherEducationAmountPence).toMatchObject({fallback: 200_000, basis: 'unverified', rule: 'R-61'});
    expect(decide({...granted, pence: 199_999})).toBe('out_of_range pence');
    expect(decide({...granted, pence: 200_001})).toBe('out_of_range pence');
  });
  describe('R-61 once for a course', () => {
    const SECOND = idOf(701);
    const course = (id: string, code: 'F1' | 'F2') => ({...record('activity', {code, since: date('2026-09-01')}), id});
    const again = (body: object, reply: object = granted) => {
      file.send('education-support.ask', SECOND, {...asked, ...body}, 'young_person');
      return file.send('education-support.decide', SECOND, reply, 'manager');
    };
    test('a second time for the same one it is refused, however it is written; what was asked stays, and can be answered', () => {
      ask();
      decide(granted);
      expect(again({course: '  nyrsio '})).toBe('granted_already');
      expect(file.data(SECOND, 'education-support')?.decision).toBeNull();
      expect(file.send('education-support.decide', SECOND, refused, 'manager')).toBe('applied');
    });
    test('also where it has another name by now', () => {
      file = new PlanFile([...category3(inPlan()), course(idOf(9), 'F1')]);
      ask({activity: idOf(9)});
      decide(granted);
      expect(again({activity: idOf(9), course: 'Nyrsio oedolion'})).toBe('granted_already');
    });
    test('another course has its own, and what learning costs beside it is another thing (R-60)', () => {
      file = new PlanFile([...category3(inPlan()), course(idOf(9), 'F1'), course(idOf(10), 'F1'), course(idOf(11), 'F2')]);
      ask({activity: idOf(9)});
      decide(granted);
      expect(again({course: 'Meddygaeth'})).toBe('applied');
      file.records.delete(SECOND);
      expect(again({activity: idOf(10)})).toBe('applied');
      file.records.delete(SECOND);
      // One that is in the file, but of no higher education, is not the course that the amount is for.
      expect(again({activity: idOf(11), course: 'Meddygaeth'})).toBe('applied');
      file.records.delete(SECOND);
      expect(again({what: 'course_costs', askedPence: 5_000}, {...granted, pence: 5_000})).toBe('applied');
    });
    test('what was refused before stands in nobody’s way', () => {
      ask();
      decide(refused);
      expect(again({})).toBe('applied');
    });
  });
  test('R-61 by what the authority had set on the day on which it was decided, also where it arrives later', () => {
    const rows = [
      setting('higherEducationAmountPence', 200_000, '2026-01-01'),
      setting('higherEducationAmountPence', 250_000, '2026-11-21'),
    ];
    const offline = (at: string, pence: number) => {
      file = new PlanFile(category3(inPlan()), rows);
      file.send('education-support.ask', ASK, asked, 'young_person', {at: '2026-11-01T10:00:00.000Z'});
      return decide({...granted, pence}, 'manager', {at});
    };
    expect(offline('2026-11-20T16:00:00.000Z', 200_000)).toBe('applied');
    expect(support()?.decision?.on).toBe('2026-11-20');
    expect(offline('2026-11-20T16:00:00.000Z', 250_000)).toBe('out_of_range pence');
    expect(offline('2026-11-21T10:00:00.000Z', 250_000)).toBe('applied');
    // A clock in another year decides nothing: it is decided today.
    expect(offline('2031-01-01T10:00:00.000Z', 250_000)).toBe('applied');
  });
  test('by a manager alone, with a reason, and an amount where there is one', () => {
    ask();
    expect([decide(granted, 'adviser'), decide(granted, 'young_person')]).toEqual(['not_permitted', 'not_permitted']);
    expect(decide({...refused, reason: welsh(' ')})).toBe('words_missing reason');
    expect(decide({...granted, pence: null})).toBe('out_of_range pence');
    expect(decide({...refused, pence: 5})).toBe('out_of_range pence');
  });
  test('never by whoever asked', () => {
    ask({}, 'manager');
    expect(decide(granted)).toBe('own_request');
    expect(file.send('education-support.decide', ASK, granted, 'deputy')).toBe('applied');
  });
  test('once: of two managers offline the second is told', () => {
    ask();
    const seen = file.records.get(ASK)?.made.op ?? '';
    expect(decide(granted, 'manager', {expect: seen})).toBe('applied');
    expect(file.send('education-support.decide', ASK, refused, 'deputy', {expect: seen})).toBe('state_moved');
    expect(support()?.decision?.outcome).toBe('granted');
  });
});

describe('paying', () => {
  const part = {on: '2026-11-21', pence: 100_000, how: 'BACS'};
  test('in parts, each on its day, never more than was granted', () => {
    ask();
    expect(pay(part)).toBe('state_moved');
    decide(granted);
    expect([pay(part), pay(part), pay({...part, pence: 1})]).toEqual(['applied', 'applied', 'over_granted pence']);
    expect(support()?.payments.map(({pence}) => pence)).toEqual([100_000, 100_000]);
    expect(pay(part, 'young_person')).toBe('not_permitted');
  });
  test('what was paid stays paid: no payment takes the place of another, whatever it says that its author saw', () => {
    ask();
    decide(granted);
    pay({...part, pence: 200_000});
    const bases = {payments: seenOps(must(file.records.get(ASK), 'asked'), 'payments')};
    expect(pay(part, 'adviser', {bases})).toBe('over_granted pence');
    file = new PlanFile(category3(inPlan()));
    ask();
    decide(granted);
    pay(part);
    pay(part, 'adviser', {bases: {payments: seenOps(must(file.records.get(ASK), 'asked'), 'payments')}});
    expect(support()?.payments).toHaveLength(2);
    expect(pay({...part, pence: 1})).toBe('over_granted pence');
  });
  test('not before the decision, not ahead of today, not of what was refused', () => {
    ask();
    decide(granted);
    expect(pay({...part, on: '2026-11-20'})).toBe('dates_out_of_order on');
    expect(pay({...part, on: '2026-11-22'})).toBe('date_in_future on');
    file = new PlanFile(category3());
    ask();
    decide(refused);
    expect(pay(part)).toBe('state_moved');
  });
});

describe('R-60 and R-61 as a deadline', () => {
  const waiting = (data: object = {}) =>
    record('education-support', {what: 'relevant_amount', course: 'Nyrsio', askedOn: date('2026-11-10'), payments: [], ...data});
  test('ten working days from the asking, until it is decided or taken back', () => {
    expect(due(category3(waiting()), 'education_support')).toEqual(['2026-11-24 due_soon']);
    expect(due(category3(waiting()), 'education_support', '2026-11-25')).toEqual(['2026-11-24 overdue']);
    expect(due(category3(waiting({withdrawnOn: date('2026-11-12')})), 'education_support')).toEqual([]);
  });
});
