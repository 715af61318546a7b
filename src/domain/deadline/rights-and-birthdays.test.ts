/** Birthdays, what ends with them, and rights with a date. */
import {describe, expect, test} from 'vitest';
import {councilTaxDaysOf} from '../entitlements/council-tax.ts';
import {date} from '../shared/calendar-date.ts';
import {
  category1,
  category2,
  category3,
  category4,
  due,
  inCare,
  one,
  past21,
  plan,
  record,
  review,
  setting,
  TODAY,
  young,
} from './file.test-support.ts';
import {deadlineFacts} from './facts.ts';

describe('birthdays on which duties turn', () => {
  test('birthday: 16, 18, 21 and 25; past ones have happened and nobody was late for them', () => {
    const turns = (on: string) =>
      (['turns_16', 'turns_18', 'turns_21', 'turns_25'] as const).map(what => due([young('2008-02-29')], what, on).join());
    expect(turns('2026-02-28')).toEqual(['2024-02-29 met 2024-02-29', '2026-03-01 due_soon', '2029-03-01 not_due', '2033-03-01 not_due']);
    expect(turns('2026-03-01')[1]).toBe('2026-03-01 due_today');
    expect(turns('2026-03-02')[1]).toBe('2026-03-01 met 2026-03-01');
  });
});

describe('R-09 the programme has to stand in the plan before 21', () => {
  const study = {programme: 'Nursing', programmeStatus: 'active', programmeEndsOn: date('2030-07-31')} as const;
  test('R-09 the plan is looked at from 20 years and six months (edge case 7)', () => {
    expect(one(category3(plan('2026-01-10')), 'programme_in_plan')).toMatchObject({rule: 'R-09', dueOn: '2027-12-15', state: 'not_due'});
    expect(due(category3(plan('2026-01-10')), 'programme_in_plan', '2027-12-15')).toEqual(['2027-12-15 due_today']);
    expect(due(category3(plan('2026-01-10')), 'programme_in_plan', '2027-12-16')).toEqual(['2027-12-15 overdue']);
  });
  test('R-09 a month’s end: born on 31 August it is the last day of February', () => {
    expect(due([young('2007-08-31'), inCare('2020-01-10')], 'programme_in_plan')).toEqual(['2028-02-29 not_due']);
    expect(due([young('2008-02-29'), inCare('2020-01-10')], 'programme_in_plan')).toEqual(['2028-08-29 not_due']);
  });
  test('R-09 settled by a programme that runs past 21, or by a look at the plan since, with or without one', () => {
    expect(due(category3(plan('2026-01-10', study)), 'programme_in_plan')).toEqual(['2027-12-15 met 2026-01-10']);
    const short = plan('2026-01-10', {...study, programmeEndsOn: date('2028-06-14')});
    expect(due(category3(short), 'programme_in_plan')).toEqual(['2027-12-15 not_due']);
    expect(due(category3(plan('2026-01-10', {...study, programmeStatus: 'ended'})), 'programme_in_plan')).toEqual(['2027-12-15 not_due']);
    expect(due(category3(plan('2026-01-10'), review('2027-12-20')), 'programme_in_plan', '2028-01-10')).toEqual([
      '2027-12-15 met 2027-12-20',
    ]);
    const partial = review('2027-12-20', {coversEverySection: false});
    expect(due(category3(plan('2026-01-10'), partial), 'programme_in_plan', '2028-01-10')).toEqual(['2027-12-15 overdue']);
  });
  test('R-09 of category 3 before 21 only', () => {
    expect([category2(), category4(), past21()].map(file => due(file, 'programme_in_plan'))).toEqual([[], [], []]);
  });
});

describe('R-62 council tax', () => {
  const days = (file: Parameters<typeof deadlineFacts>[0]) => {
    const {standing, bornOn} = deadlineFacts(file, [], date(TODAY));
    return councilTaxDaysOf(standing.category, bornOn);
  };
  test('R-62 from 18, or 1 April 2019, to the day before 25 (edge case 23); 29 February as well', () => {
    expect(days(category3())).toEqual({from: '2025-06-15', until: '2032-06-14'});
    expect(days([young('2000-03-31'), inCare('2010-01-10', '2018-03-30')])).toEqual({from: '2019-04-01', until: '2025-03-30'});
    expect(days([young('2008-02-29'), inCare('2020-01-10')])).toEqual({from: '2026-03-01', until: '2033-02-28'});
  });
  test('R-62 category 3 past 21 and category 4 keep it; nobody else has it', () => {
    expect(days(past21())?.until).toBe('2029-06-14');
    expect(days(category4())?.until).toBe('2028-05-05');
    expect([days(category1()), days(category2()), due(category2(), 'council_tax_ends')]).toEqual([null, null, []]);
  });
  test('R-62 the day itself is due today, after it is over', () => {
    expect(due(past21(), 'council_tax_ends', '2029-06-14')).toEqual(['2029-06-14 due_today']);
    expect(due(past21(), 'council_tax_ends', '2029-06-15')).toEqual(['2029-06-14 met 2029-06-14']);
  });
});

describe('R-66 how long records are kept', () => {
  test('R-66 to the 75th birthday; fifteen years when they died before 18, and not when after', () => {
    expect(due(category3(), 'records_kept_until')).toEqual(['2082-06-15 not_due']);
    expect(due([young('2008-02-29')], 'records_kept_until')).toEqual(['2083-03-01 not_due']);
    const died = (on: string) => due([young('2008-05-20', {diedOn: date(on)}), inCare('2020-01-10')], 'records_kept_until');
    expect(died('2026-05-19')).toEqual(['2041-05-19 not_due']);
    expect(died('2026-05-20')).toEqual(['2083-05-20 not_due']);
    expect(died('2024-02-29')).toEqual(['2039-02-28 not_due']);
  });
});

describe('R-69 a copy of one’s records', () => {
  const asked = (askedOn: string, data = {}) => category3(record('access-request', {askedOn: date(askedOn), ...data}));
  test('R-69 a month from the day they asked, to the month’s end', () => {
    expect(one(asked('2026-10-21'), 'access_request')).toMatchObject({rule: 'R-69', dueOn: '2026-11-21', state: 'due_today'});
    expect(due(asked('2026-10-21'), 'access_request', '2026-11-20')).toEqual(['2026-11-21 due_soon']);
    expect(due(asked('2026-10-21'), 'access_request', '2026-11-22')).toEqual(['2026-11-21 overdue']);
    expect(due(asked('2027-01-31'), 'access_request', '2027-02-01')).toEqual(['2027-02-28 due_soon']);
  });
  test('R-69 two months more when that was said within the month, on its last day too, and not a day later', () => {
    expect(one(asked('2026-10-21', {extendedOn: date('2026-11-21')}), 'access_request')).toMatchObject({
      dueOn: '2027-01-21',
      interval: {count: 3, unit: 'months'},
    });
    expect(due(asked('2026-10-21', {extendedOn: date('2026-11-22')}), 'access_request', '2026-11-23')).toEqual(['2026-11-21 overdue']);
  });
  test('R-69 answered is met, and says how late', () => {
    expect(due(asked('2026-09-21', {answeredOn: date('2026-11-01')}), 'access_request')).toEqual(['2026-10-21 met 2026-11-01']);
  });
  test('R-69 whoever asks has the right, past 21 and without any category', () => {
    expect(due([young('1990-01-10'), record('access-request', {askedOn: date('2026-11-01')})], 'access_request')).toEqual([
      '2026-12-01 due_soon',
    ]);
  });
});

describe('R-72 complaints', () => {
  const complaint = (stage: 'local' | 'investigation' | 'closed', raisedOn = '2026-12-14') =>
    category3(
      record('complaint', {
        raisedOn: date(raisedOn),
        raisedBy: young('2007-06-15').id,
        words: {text: 'Nobody rang', lang: 'en'},
        stage,
        advocateOffered: true,
      }),
    );
  test('R-72 ten working days to settle it locally, over Christmas', () => {
    // 15 to 24 December are eight; 29 and 30 are the last two.
    expect(one(complaint('local'), 'answer_complaint', '2026-12-14')).toMatchObject({rule: 'R-72', dueOn: '2026-12-30'});
    expect(due(complaint('local'), 'answer_complaint', '2026-12-31')).toEqual(['2026-12-30 overdue']);
  });
  test('R-72 twenty-five to investigate; closed is nobody’s deadline', () => {
    expect(due(complaint('investigation'), 'investigate_complaint', '2026-12-14')).toEqual(['2027-01-21 not_due']);
    expect(due(complaint('investigation'), 'answer_complaint')).toEqual([]);
    expect([...due(complaint('closed'), 'answer_complaint'), ...due(complaint('closed'), 'investigate_complaint')]).toEqual([]);
  });
  test('R-72 by the authority’s number', () => {
    expect(due(complaint('local'), 'answer_complaint', '2026-12-14', [setting('complaintLocalDays', 5, '2026-01-01')])).toEqual([
      '2026-12-21 due_soon',
    ]);
  });
});
