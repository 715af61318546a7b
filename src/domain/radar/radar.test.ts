/** The radar: each rule with what sets it off and what does not, its facts, who acts and by when; switched off only with a reason and a day. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {anyFile} from '../deadline/any-file.test-support.ts';
import {
  category1,
  category2,
  category3,
  ELIN,
  id,
  inCare,
  past21,
  plan,
  record,
  setting,
  stay,
  visit,
  young,
} from '../deadline/file.test-support.ts';
import {idOf, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {date, type CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {RADAR_SIGNALS, type RadarSignal} from './codes.ts';
import {radarOf} from './radar.ts';

const TODAY = date('2026-11-21');
const flat = stay('private_rented', '2025-06-15');
/** Settled, seen this month, with a plan and an adviser: nothing to see. */
const calm = [flat, plan('2026-09-01'), visit('2026-11-10'), record('allocation', {adviser: ELIN, from: date('2020-01-01')})];
const told = (file: readonly DomainRecord[], today: CalendarDate = TODAY) =>
  radarOf(file, [], today).map(({signal, who, by, facts}) => [
    signal,
    who,
    by,
    ...facts.map(({fact, on, code}) => [fact, on, code].filter(Boolean).join(' ')),
  ]);
const seen = (file: readonly DomainRecord[], signal: RadarSignal, today: CalendarDate = TODAY) =>
  told(file, today).filter(([of]) => of === signal);

test.each([
  ['ends today: today', {noticeEndsOn: TODAY}, '2026-11-21'],
  ['has run out: a week after it did, however late it is read', {noticeEndsOn: date('2026-11-01')}, '2026-11-08'],
  ['was given and has no end: a week after it was', {noticeOn: date('2026-11-01')}, '2026-11-08'],
])('home_may_end where notice %s', (_, notice, by) => {
  const file = category3(...without('stay'), stay('private_rented', '2025-06-15', null, notice));
  expect(seen(file, 'home_may_end').map(([, , on]) => on)).toEqual([by]);
});

test('home_may_end that the team has said: the day on which it looks again', () => {
  const risk = record('home-risk', {
    level: 'at_risk',
    drivers: ['debt'],
    words: 'x',
    since: date('2026-11-01'),
    lookAgainOn: date('2026-12-01'),
    endedOn: null,
  });
  expect(seen(category3(...calm, risk), 'home_may_end')).toEqual([
    ['home_may_end', 'adviser', '2026-12-01', 'home_driver 2026-11-01 debt'],
  ]);
});

test('nothing is seen where all is well, and nothing of somebody who has died', () => {
  expect(told(category3(...calm))).toEqual([]);
  const dead = [young('2007-06-15', {diedOn: date('2026-11-01')}), inCare('2020-01-10', '2025-06-14'), stay('sofa_surfing', '2026-10-01')];
  expect(told(dead)).toEqual([]);
});

const without = (...kinds: readonly string[]) => calm.filter(({kind}) => !kinds.includes(kind));
const worry = (data: object = {}) => record('worry', {about: 'unsafe', raisedAt: '2026-11-20T20:00:00.000Z', seenBy: [], ...data});

test.each([
  [
    'radarMoves',
    2,
    'many_moves',
    [
      ...without('stay'),
      ...['2025-06-15', '2026-02-01', '2026-05-01'].map((on, index, days) => stay('lodgings', on, days[index + 1] ?? null)),
    ],
  ],
  ['radarNotSeenTimes', 1, 'not_seen', [...without('contact'), visit('2026-09-01')]],
  ['radarNoActivityMonths', 2, 'not_learning_or_working', [...calm, record('activity', {code: 'G5', since: date('2026-09-01')})]],
] as const)('%s set to %i: %s is seen sooner than by default, from the day on which it is set', (name, value, signal, more) => {
  const file = category3(...more);
  const sees = (settings: readonly DomainRecord[]) => radarOf(file, settings, TODAY).some(each => each.signal === signal);
  expect([sees([]), sees([setting(name, value, '2026-11-21')]), sees([setting(name, value, '2026-11-22')])]).toEqual([false, true, false]);
});

/** What sets each off, exactly as it is told, and the nearest thing that does not. */
const CASES: readonly (readonly [
  signal: RadarSignal,
  sets: readonly DomainRecord[],
  told: readonly string[],
  not: readonly DomainRecord[],
])[] = [
  [
    'nowhere_tonight',
    category3(...without('stay'), stay('no_fixed_abode', '2026-11-19')),
    ['adviser', '2026-11-21', 'home_driver 2026-11-19 no_fixed_abode'],
    category3(...without('stay'), stay('hostel', '2026-11-19')),
  ],
  [
    'worry_unread',
    category3(...calm, worry()),
    ['adviser', '2026-11-20', 'raised_on 2026-11-20'],
    category3(...calm, worry({seenBy: [{holder: ELIN, at: '2026-11-20T21:00:00.000Z'}]})),
  ],
  [
    'home_may_end',
    category3(
      ...without('stay'),
      stay('private_rented', '2025-06-15', null, {noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-01-02')}),
    ),
    ['adviser', '2027-01-02', 'home_driver 2027-01-02 notice'],
    category3(
      ...without('stay'),
      stay('private_rented', '2025-06-15', null, {noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-11-01')}),
    ),
  ],
  [
    'home_not_suitable',
    category3(...calm, record('suitability', {stay: flat.id, result: 'unsuitable', judgedOn: date('2026-11-18')})),
    ['manager', '2026-11-25', 'judged_on 2026-11-18'],
    category3(
      ...calm,
      record('suitability', {
        stay: flat.id,
        result: 'unsuitable',
        judgedOn: date('2026-11-18'),
        decision: {agreed: true, words: 'x', by: ELIN, on: TODAY},
      }),
    ),
  ],
  [
    'no_home_for_release',
    category3(
      ...calm,
      record('detention', {place: 'HMP Dim', convicted: true, startOn: date('2026-09-01'), expectedReleaseOn: date('2026-12-24')}),
    ),
    ['adviser', '2026-10-29', 'release_on 2026-12-24'],
    category3(
      ...calm,
      record('detention', {place: 'HMP Dim', convicted: true, startOn: date('2026-09-01'), expectedReleaseOn: date('2027-12-24')}),
    ),
  ],
  ['no_adviser', category3(...without('allocation')), ['manager', '2026-11-21', 'duty_since 2025-06-15'], past21(...without('allocation'))],
  [
    'out_of_touch',
    category3(...without('contact'), visit('2026-10-30'), record('in-touch', {status: 'no', since: date('2026-11-01')})),
    ['adviser', '2026-11-15', 'lost_since 2026-11-01'],
    category3(...calm, record('in-touch', {status: 'refused', since: date('2026-11-01')})),
  ],
  [
    'not_seen',
    category3(...without('contact'), visit('2026-07-31')),
    ['adviser', '2026-11-20', 'last_contact 2026-07-31'],
    category3(...without('contact'), visit('2026-08-01')),
  ],
  [
    'many_moves',
    category3(
      ...without('stay'),
      stay('foyer', '2025-06-15', '2026-02-01'),
      stay('lodgings', '2026-02-01', '2026-05-01'),
      stay('parents', '2026-05-01', '2026-10-01'),
      stay('private_rented', '2026-10-01'),
    ),
    ['adviser', '2026-10-15', 'moved_on 2026-02-01', 'moved_on 2026-05-01', 'moved_on 2026-10-01'],
    category3(
      ...without('stay'),
      stay('foyer', '2025-06-15', '2026-02-01'),
      stay('lodgings', '2026-02-01', '2026-05-01'),
      stay('parents', '2026-05-01'),
    ),
  ],
  [
    'arrears',
    category3(...calm, record('money-line', {what: 'rent_behind', amount: {pence: 24_000, every: null}})),
    ['adviser', '2026-01-15', 'noted_on 2026-01-01'],
    category3(...calm, record('money-line', {what: 'rent_behind', amount: {pence: 24_000, every: null}, takenOutOn: TODAY})),
  ],
  [
    'income_ends',
    category3(...calm, record('income-enrolment', {decision: 'joined', finalPaymentMonth: '2027-02'})),
    ['adviser', '2027-02-28', 'last_payment 2027-02-28'],
    category3(
      ...calm,
      record('income-enrolment', {decision: 'joined', finalPaymentMonth: '2027-02'}),
      record('money-line', {what: 'wages', amount: {pence: 1, every: 'month'}}),
    ),
  ],
  [
    'not_learning_or_working',
    category3(...calm, record('activity', {code: 'G5', since: date('2026-05-21')})),
    ['adviser', '2026-11-21', 'activity_since 2026-05-21'],
    category3(...calm, record('activity', {code: 'G6', since: date('2026-05-21')})),
  ],
  ['plan_missing', category3(...without('pathway-plan')), ['adviser', '2025-09-29', 'duty_since 2025-06-15'], category3(...calm)],
  [
    'turns_18_unready',
    [young('2009-03-20'), inCare('2020-01-10'), stay('foster_in_house', '2020-01-10'), plan('2026-09-01')],
    ['adviser', '2027-03-20', 'born 2009-03-20'],
    [
      young('2009-03-20'),
      inCare('2020-01-10'),
      stay('foster_in_house', '2020-01-10'),
      plan('2026-09-01'),
      record('when-i-am-ready', {youngPersonWants: true, carerWants: false}),
    ],
  ],
  [
    'turns_21_unready',
    [young('2006-03-20'), inCare('2015-01-10', '2024-03-19'), ...calm],
    ['adviser', '2027-03-20', 'born 2006-03-20'],
    [
      young('2006-03-20'),
      inCare('2015-01-10', '2024-03-19'),
      ...without('pathway-plan'),
      plan('2026-09-01', {programme: 'Nyrsio', programmeStatus: 'active', programmeEndsOn: date('2028-07-01')}),
    ],
  ],
  [
    'leave_expires',
    category3(...calm, record('immigration', {leaveExpiresOn: date('2026-12-20')})),
    ['adviser', '2026-12-20', 'leave_until 2026-12-20'],
    category3(...calm, record('immigration', {leaveExpiresOn: date('2028-12-20')})),
  ],
  [
    'live_risk',
    category3(...calm, record('alert', {code: 'missing', text: 'x', reviewOn: date('2026-11-20')})),
    ['adviser', '2026-11-20', 'review_by 2026-11-20 missing'],
    category3(...calm, record('alert', {code: 'dog', text: 'x', reviewOn: date('2026-11-20')})),
  ],
];

describe('each rule', () => {
  test('has a case here', () => {
    expect(CASES.map(([signal]) => signal).toSorted()).toEqual([...RADAR_SIGNALS].toSorted());
  });
  test.each(CASES)('%s: what sets it off, with its facts, who acts and by when', (signal, sets, expected, not) => {
    expect(seen(sets, signal)).toEqual([[signal, ...expected]]);
    expect(seen(not, signal)).toEqual([]);
  });
  test('R-31, R-47, R-54: limits are those of the authority, and of the rule in force', () => {
    const lease = stay('private_rented', '2025-06-15', null, {noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-03-01')});
    const file = category3(...without('stay'), lease);
    const level = (settings: readonly DomainRecord[]) => radarOf(file, settings, TODAY)[0]?.facts;
    expect(level([])).toEqual(level([setting('contactEveryWeeks', 4, '2026-01-01')]));
    expect(
      radarOf(category3(...without('contact'), visit('2026-09-01')), [setting('contactEveryWeeks', 4, '2026-01-01')], TODAY).map(
        ({signal}) => signal,
      ),
    ).toContain('not_seen');
  });
  test('nowhere to stay tonight, and a worry that nobody has read, stand before what has been late for longer', () => {
    const late = record('alert', {code: 'missing', text: 'x', reviewOn: date('2026-08-01')});
    const file = category3(...without('stay', 'contact'), visit('2026-05-01'), stay('no_fixed_abode', '2026-11-19'), worry(), late);
    const order = told(file).map(([signal, , by]) => [signal, by]);
    expect(order.slice(0, 2)).toEqual([
      ['nowhere_tonight', '2026-11-21'],
      ['worry_unread', '2026-11-20'],
    ]);
    const days = order.slice(2).map(([, by]) => by ?? '');
    expect(days.every((by, index) => index === 0 || (days[index - 1] ?? '') <= by)).toBe(true);
    expect(days.some(by => by < '2026-11-20')).toBe(true);
  });
  test('category 2 and 1 are seen too', () => {
    expect(told(category2()).map(([signal]) => signal)).toEqual(expect.arrayContaining(['plan_missing', 'no_adviser']));
    expect(() => told(category1())).not.toThrow();
  });
});

describe('switching off', () => {
  const signal = 'many_moves';
  const moved = CASES.find(([of]) => of === signal)?.[1] ?? [];
  const hold = (more: object = {}) => ({
    signal,
    subject: null,
    reason: welsh('Symud at ei chwaer oedd y tri.'),
    until: date('2027-01-15'),
    ...more,
  });
  test('hides nothing: it stands last with its day and its record, and is back after it', () => {
    const file = new PlanFile(moved);
    expect(file.send('radar.hold', idOf(300), hold())).toBe('applied');
    const at = (on: string) => radarOf([...file.records.values()], [], date(on)).find(each => each.signal === signal);
    expect(at('2026-11-21')?.hold).toEqual({hold: idOf(300), until: '2027-01-15'});
    expect(at('2027-01-15')?.hold).toEqual({hold: idOf(300), until: '2027-01-15'});
    expect(at('2027-01-16')).toMatchObject({signal, hold: null});
    expect(file.send('radar.end-hold', idOf(300), {})).toBe('applied');
    expect(file.send('radar.end-hold', idOf(300), {})).toBe('state_moved');
    expect(at('2026-11-21')?.hold).toBeNull();
    expect(file.shared.some(({kind}) => kind === 'radar-hold')).toBe(false);
  });
  test.each([
    ['without a reason', {reason: welsh(' ')}, 'words_missing reason'],
    ['until yesterday', {until: date('2026-11-20')}, 'date_past until'],
    ['for more than three months', {until: date('2027-02-22')}, 'out_of_range until'],
    ['of tonight', {signal: 'nowhere_tonight'}, 'out_of_range signal'],
    ['of a worry that nobody has read', {signal: 'worry_unread'}, 'out_of_range signal'],
    ['of something that is no signal', {signal: 'bad_feeling'}, 'body_invalid signal'],
  ])('%s is refused', (_, more, refusal) => {
    expect(new PlanFile(moved).send('radar.hold', idOf(300), hold(more))).toBe(refusal);
  });
  test('is the adviser’s and whoever leads them, and nobody else’s', () => {
    expect(new PlanFile(moved).send('radar.hold', idOf(300), hold(), 'young_person')).toBe('not_permitted');
    expect(new PlanFile(moved).send('radar.hold', idOf(300), hold(), 'manager')).toBe('applied');
  });
  test('of one record holds back no other', () => {
    const two = [worry(), worry()].map((each, index) => ({...each, id: id(700 + index)}));
    const line = (n: number) => ({...record('money-line', {what: 'rent_behind', amount: {pence: 100, every: null}}), id: id(n)});
    const off = record('radar-hold', {signal: 'arrears', subject: id(800), reason: welsh('x'), from: TODAY, until: date('2026-12-21')});
    const found = radarOf(category3(...calm, line(800), line(801), off, ...two), [], TODAY).filter(each => each.signal === 'arrears');
    expect(found.map(({subject, hold: held}) => [subject, held !== null])).toEqual([
      [id(801), false],
      [id(800), true],
    ]);
  });
});

test('any file: every signal has facts, somebody who acts and a day; the order of records changes nothing', () => {
  fc.assert(
    fc.property(anyFile, file => {
      const all = radarOf(file, [], TODAY);
      for (const {facts, by, who} of all)
        expect([facts.every(({on}) => on.length === 10), by.length, ['adviser', 'manager'].includes(who)]).toEqual([true, 10, true]);
      expect(new Set(all.map(({signal, subject}) => `${signal} ${subject ?? ''}`)).size).toBe(all.length);
      expect(radarOf(file.toReversed(), [], TODAY)).toEqual(all);
    }),
    {numRuns: 200},
  );
});
