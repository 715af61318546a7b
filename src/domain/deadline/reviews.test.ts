/** Reviews of the plan: what restarts the clock, what does not, and the reviews of a looked-after child. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {
  category1,
  category2,
  category3,
  category4,
  due,
  head,
  inCare,
  one,
  past21,
  plan,
  provided,
  record,
  review,
  setting,
  stay,
  struck,
  young,
} from './file.test-support.ts';

describe('R-33 at most six months from review to review', () => {
  const planned = plan('2025-07-01');
  test('R-33 from the plan while there has been no review', () => {
    expect(one(category3(plan('2026-06-01')), 'review')).toMatchObject({
      rule: 'R-33',
      dueOn: '2026-12-01',
      state: 'due_soon',
      from: [{what: 'plan_made', on: '2026-06-01'}],
      setting: 'reviewIntervalMonths',
    });
  });
  test('R-33 from a full review, chained from the day it was held, each interval judged', () => {
    const file = category3(planned, review('2026-01-10'), review('2026-06-12'));
    expect(due(file, 'review', '2026-12-11')).toEqual(['2026-01-01 met 2026-01-10', '2026-07-10 met 2026-06-12', '2026-12-12 due_soon']);
    expect(due(file, 'review', '2026-12-12').at(-1)).toBe('2026-12-12 due_today');
    expect(due(file, 'review', '2026-12-13').at(-1)).toBe('2026-12-12 overdue');
  });
  test('R-33 a month’s end: 29 August to 28 February, 31 August to 28 February, not back to 31', () => {
    expect(due(category3(planned, review('2026-08-29')), 'review').at(-1)).toBe('2027-02-28 not_due');
    expect(due(category3(planned, review('2026-08-31')), 'review').at(-1)).toBe('2027-02-28 not_due');
    expect(due(category3(planned, review('2027-08-31')), 'review', '2027-09-01').at(-1)).toBe('2028-02-29 not_due');
  });
  test('R-33 a partial review does not restart the clock (edge case 15), a requested one that was full does', () => {
    const partial = review('2026-03-01', {coversEverySection: false, type: 'requested_by_young_person'});
    expect(due(category3(plan('2026-01-10'), partial), 'review')).toEqual(['2026-07-10 overdue']);
    const full = review('2026-03-01', {type: 'requested_by_young_person'});
    expect(due(category3(plan('2026-01-10'), full), 'review')).toEqual(['2026-07-10 met 2026-03-01', '2026-09-01 overdue']);
  });
  test('R-33 a review that is struck out, not held, or lies ahead is none', () => {
    const ahead = review('2026-11-22');
    const notHeld = record('review', {type: 'six_monthly', present: [], coversEverySection: true});
    expect(due(category3(plan('2026-01-10'), struck(review('2026-03-01')), ahead, notHeld), 'review')).toEqual(['2026-07-10 overdue']);
  });
  test('R-33 reviews from before the file was kept here are known from the plan, and count once', () => {
    const known = {lastReviewOn: date('2026-09-01'), lastReviewType: 'requested_by_adviser', lastFullReviewOn: date('2026-06-01')} as const;
    expect(due(category3(plan('2026-01-10', known)), 'review').at(-1)).toBe('2026-12-01 due_soon');
    const again = plan('2026-02-10', {...known, version: 2, status: 'superseded'});
    expect(due(category3(plan('2026-01-10', known), again, review('2026-06-01')), 'review')).toEqual([
      '2026-07-10 met 2026-06-01',
      '2026-12-01 due_soon',
    ]);
    expect(due(category3(plan('2026-01-10', known), review('2026-06-01', {coversEverySection: false})), 'review').at(-1)).toBe(
      '2026-12-01 due_soon',
    );
  });
  test('R-33 a new plan is no review: the clock of the last one goes on', () => {
    const file = category3(plan('2026-01-10', {status: 'superseded'}), review('2026-05-01'), plan('2026-07-20', {version: 2}));
    expect(due(file, 'review').at(-1)).toBe('2026-11-01 overdue');
  });
  test('R-33 category 2 from a review in care; none of category 1, nor without a plan, nor past 21 without a programme', () => {
    expect(due(category2(plan('2026-05-25'), review('2026-06-30', {type: 'looked_after'})), 'review')).toEqual(['2026-12-30 not_due']);
    expect(due(category1(plan('2026-06-01')), 'review')).toEqual([]);
    expect(due(category3(review('2026-06-01')), 'review')).toEqual([]);
    expect(due(past21(plan('2026-01-10')), 'review')).toEqual([]);
  });
  test('R-09 R-33 past 21 with a programme set out in the plan, also after 25; not once it has ended', () => {
    const study = {programme: 'Nursing', programmeStatus: 'active', programmeEndsOn: date('2032-07-31')} as const;
    expect(due(past21(plan('2026-09-10', study)), 'review')).toEqual(['2027-03-10 not_due']);
    expect(due(past21(plan('2030-09-10', study)), 'review', '2030-12-01')).toEqual(['2031-03-10 not_due']);
    expect(due(past21(plan('2026-09-10', {...study, programmeStatus: 'ended'})), 'review')).toEqual([]);
    expect(due(past21(plan('2026-09-10', {...study, programmeEndsOn: date('2025-06-14')})), 'review')).toEqual([]);
  });
  test('R-10 an interruption with a day to go on does not end it, one without does', () => {
    const study = {programme: 'Nursing', programmeStatus: 'interrupted', programmeEndsOn: date('2028-07-31')} as const;
    expect(due(past21(plan('2026-09-10', {...study, programmeResumesOn: date('2027-01-10')})), 'review')).toEqual(['2027-03-10 not_due']);
    expect(due(past21(plan('2026-09-10', study)), 'review')).toEqual([]);
  });
  test('R-33 category 4 begins anew: the old plan and its reviews do not count (edge case 8)', () => {
    const old = [plan('2020-01-10'), review('2020-06-01')];
    expect(due(category4(...old), 'review')).toEqual([]);
    expect(
      due(category4(plan('2020-01-10', {status: 'superseded'}), review('2020-06-01'), plan('2026-10-20', {version: 2})), 'review'),
    ).toEqual(['2027-04-20 not_due']);
  });
});

describe('[edge case 30] R-33 is judged by the interval in force on the due date', () => {
  const file = category3(plan('2026-01-10'));
  const on = (...settings: Parameters<typeof setting>[]) =>
    due(
      file,
      'review',
      '2026-11-21',
      settings.map(row => setting(...row)),
    );
  test('R-33 shorter from a day after it fell due changes nothing', () => {
    expect(on(['reviewIntervalMonths', 3, '2026-07-11'])).toEqual(['2026-07-10 overdue']);
  });
  test('R-33 shorter from before: due by the new number, yet never before the day it began', () => {
    expect(on(['reviewIntervalMonths', 3, '2026-02-01'])).toEqual(['2026-04-10 overdue']);
    expect(on(['reviewIntervalMonths', 3, '2026-05-01'])).toEqual(['2026-05-01 overdue']);
    expect(on(['reviewIntervalMonths', 3, '2026-07-10'])).toEqual(['2026-07-10 overdue']);
  });
  test('R-33 longer again: what fell due under the shorter stays, what had not moves out', () => {
    expect(on(['reviewIntervalMonths', 3, '2026-01-01'], ['reviewIntervalMonths', 6, '2026-04-11'])).toEqual(['2026-04-10 overdue']);
    expect(on(['reviewIntervalMonths', 3, '2026-01-01'], ['reviewIntervalMonths', 6, '2026-04-10'])).toEqual(['2026-07-10 overdue']);
  });
  test('R-33 of two rows from one day the later made stands, a withdrawn one never held', () => {
    expect(on(['reviewIntervalMonths', 2, '2026-01-01', '2025-12-01'], ['reviewIntervalMonths', 4, '2026-01-01', '2025-12-02'])).toEqual([
      '2026-05-10 overdue',
    ]);
    const row = setting('reviewIntervalMonths', 1, '2026-01-01');
    const withdrawn = {...row, data: {...row.data, withdrawn: {by: row.id, on: date('2025-12-31')}}};
    expect(due(file, 'review', '2026-11-21', [withdrawn])).toEqual(['2026-07-10 overdue']);
  });
});

describe('somebody asks for a review', () => {
  const asked = (byYoungPerson: boolean, data = {}) => record('review-request', {askedOn: date('2026-10-24'), byYoungPerson, ...data});
  test('R-34 the young person: the authority’s days; R-35 staff: the same; R-38 while looked after', () => {
    expect(one(category3(asked(true)), 'requested_review')).toMatchObject({rule: 'R-34', dueOn: '2026-11-21', state: 'due_today'});
    expect(one(category3(asked(false)), 'requested_review')).toMatchObject({rule: 'R-35', dueOn: '2026-11-21'});
    expect(one(category1(asked(true)), 'requested_review')).toMatchObject({rule: 'R-38', dueOn: '2026-11-21'});
  });
  test('R-34 settled by any review since, or by an answer, whichever came first', () => {
    const partial = review('2026-11-01', {coversEverySection: false});
    expect(due(category3(asked(true), partial), 'requested_review')).toEqual(['2026-11-21 met 2026-11-01']);
    expect(due(category3(asked(true, {settledOn: date('2026-10-30')}), partial), 'requested_review')).toEqual([
      '2026-11-21 met 2026-10-30',
    ]);
    expect(due(category3(asked(true), review('2026-10-23')), 'requested_review')).toEqual(['2026-11-21 due_today']);
  });
});

describe('R-36 an extra review where the authority provides the home', () => {
  test('R-36 by day 28 after it was provided; not where it is not, nor in a When I am Ready home', () => {
    expect(one(category2(provided('2026-10-24')), 'accommodation_review')).toMatchObject({
      rule: 'R-36',
      dueOn: '2026-11-21',
      state: 'due_today',
    });
    expect(due(category2(provided('2026-10-24')), 'accommodation_review', '2026-11-22')).toEqual(['2026-11-21 overdue']);
    expect(due(category3(stay('private_rented', '2026-10-24')), 'accommodation_review')).toEqual([]);
    expect(due(category3(stay('when_i_am_ready', '2026-10-24', null, {providedByAuthority: false})), 'accommodation_review')).toEqual([]);
  });
  test('R-36 any review since the start will do, one from before will not', () => {
    const partial = (on: string) => review(on, {coversEverySection: false, type: 'accommodation'});
    expect(due(category2(provided('2026-10-24'), partial('2026-10-24')), 'accommodation_review')).toEqual(['2026-11-21 met 2026-10-24']);
    expect(due(category2(provided('2026-10-24'), partial('2026-10-23')), 'accommodation_review')).toEqual(['2026-11-21 due_today']);
  });
  test('R-36 said later to be provided: from that day on, no breach of the days before (edge case 13)', () => {
    const home = provided('2026-09-05');
    const said = {...home, heads: {providedByAuthority: [head(true, '2026-11-20')]}};
    expect(due(category2(home), 'accommodation_review')).toEqual(['2026-10-03 overdue']);
    expect(due(category2(said), 'accommodation_review')).toEqual(['2026-12-18 due_soon']);
  });
});

describe('R-37 reviews of a looked-after child', () => {
  const child = (...more: Parameters<typeof inCare>[]) => [young('2011-03-01'), ...more.map(each => inCare(...each))];
  const looked = (on: string) => review(on, {type: 'looked_after'});
  test('R-37 the first within twenty working days of becoming looked after, over Christmas', () => {
    const file = child(['2026-12-07']);
    // 8 to 24 December are thirteen, 29 to 31 three, 4 to 7 January four: Christmas, the 28th for Boxing Day, New Year are none.
    expect(one(file, 'looked_after_review', '2026-12-07')).toMatchObject({
      rule: 'R-37',
      dueOn: '2027-01-07',
      interval: {count: 20, unit: 'working_days'},
      from: [{what: 'looked_after_since', on: '2026-12-07'}],
    });
    expect(due(file, 'looked_after_review', '2027-01-07')).toEqual(['2027-01-07 due_today']);
    expect(due(file, 'looked_after_review', '2027-01-08')).toEqual(['2027-01-07 overdue']);
  });
  test('R-37 then three months after the first, then six after each, to the month’s end', () => {
    const file = child(['2026-05-01']);
    expect(due([...file, looked('2026-05-31')], 'looked_after_review')).toEqual(['2026-08-31 overdue']);
    expect(due([...file, looked('2026-05-31'), looked('2026-08-31')], 'looked_after_review')).toEqual(['2027-02-28 not_due']);
  });
  test('R-37 what the period says was held counts, and is not counted twice when the review is here too', () => {
    const first = child(['2026-05-01', null, {reviewsHeld: 1, lastReviewOn: date('2026-05-20')}]);
    expect(due(first, 'looked_after_review')).toEqual(['2026-08-20 overdue']);
    expect(due([...first, looked('2026-05-20')], 'looked_after_review')).toEqual(['2026-08-20 overdue']);
    expect(due([...first, looked('2026-08-19')], 'looked_after_review')).toEqual(['2027-02-19 not_due']);
    expect(due(child(['2021-01-10', null, {reviewsHeld: 9, lastReviewOn: date('2026-03-31')}]), 'looked_after_review')).toEqual([
      '2026-09-30 overdue',
    ]);
  });
  test('R-37 what an old plan says of a looked-after review is used only where the period says nothing', () => {
    const said = plan('2026-05-10', {
      lastReviewOn: date('2026-08-20'),
      lastReviewType: 'looked_after',
      lastFullReviewOn: date('2026-08-20'),
    });
    expect(due([...child(['2026-05-01', null, {reviewsHeld: 2, lastReviewOn: date('2026-07-01')}]), said], 'looked_after_review')).toEqual([
      '2027-01-01 not_due',
    ]);
    expect(due([...child(['2026-05-01', null, {reviewsHeld: 2}]), said], 'looked_after_review')).toEqual(['2027-02-20 not_due']);
  });
  test('R-37 a change of legal status is no new start; leaving care and coming back is', () => {
    const changed = child(
      ['2025-01-10', '2026-10-31', {reviewsHeld: 4, lastReviewOn: date('2026-07-01'), reasonCeased: 'legal_status_change'}],
      ['2026-11-01', null, {legalStatus: 'accommodated_s76'}],
    );
    expect(due(changed, 'looked_after_review')).toEqual(['2027-01-01 not_due']);
    const back = child(['2025-01-10', '2026-10-31', {reviewsHeld: 4, lastReviewOn: date('2026-07-01')}], ['2026-11-03']);
    expect(due(back, 'looked_after_review')).toEqual(['2026-12-01 due_soon']);
  });
  test('R-37 short breaks are none of it; other reviews are not looked-after reviews', () => {
    expect(due(child(['2026-05-01', null, {legalStatus: 'short_breaks'}]), 'looked_after_review')).toEqual([]);
    const beside = child(
      ['2026-05-01', null, {reviewsHeld: 1, lastReviewOn: date('2026-05-20')}],
      ['2026-06-01', '2026-06-03', {legalStatus: 'short_breaks', reviewsHeld: 3, lastReviewOn: date('2026-08-01')}],
    );
    expect(due(beside, 'looked_after_review')).toEqual(['2026-08-20 overdue']);
    expect(due([...child(['2026-05-01']), review('2026-05-20')], 'looked_after_review')).toEqual(['2026-06-02 overdue']);
  });
  test('R-37 R-07 to the last day in care, and never from 18', () => {
    const leaving = child(['2020-05-01', '2026-11-21', {reviewsHeld: 9, lastReviewOn: date('2026-07-01')}]);
    expect(due(leaving, 'looked_after_review', '2026-11-21')).toEqual(['2027-01-01 not_due']);
    expect(due(leaving, 'looked_after_review', '2026-11-22')).toEqual([]);
    expect(due(child(['2020-05-01']), 'looked_after_review', '2029-02-28')).toHaveLength(1);
    expect(due(child(['2020-05-01']), 'looked_after_review', '2029-03-01')).toEqual([]);
  });
});
