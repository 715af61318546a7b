/** Deadlines about homes: suitability, vacations, When I am Ready, homelessness and bed and breakfast. */
import {describe, expect, test} from 'vitest';
import {priorityNeeds} from '../accommodation/housing-duties.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
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
  stay,
  struck,
  young,
} from './file.test-support.ts';

describe('R-40 suitability on every move in', () => {
  const flat = stay('private_rented', '2026-11-14');
  test('R-40 the authority’s days after the move; judged is met, not assessed is not', () => {
    expect(one(category3(flat), 'judge_suitability')).toMatchObject({rule: 'R-40', dueOn: '2026-11-21', state: 'due_today'});
    expect(due(category3(flat), 'judge_suitability', '2026-11-22')).toEqual(['2026-11-21 overdue']);
    const judged = (result: 'unsuitable' | 'not_assessed') => record('suitability', {stay: flat.id, result, judgedOn: date('2026-11-16')});
    expect(due(category3(flat, judged('unsuitable')), 'judge_suitability')).toEqual(['2026-11-21 met 2026-11-16']);
    expect(due(category3(flat, judged('not_assessed')), 'judge_suitability')).toEqual(['2026-11-21 due_today']);
    expect(due(category3(flat, struck(judged('unsuitable'))), 'judge_suitability')).toEqual(['2026-11-21 due_today']);
  });
  test('R-40 what was judged of the last home says nothing of this one', () => {
    const before = stay('foyer', '2026-01-01', '2026-11-14');
    const judged = record('suitability', {stay: before.id, result: 'suitable', judgedOn: date('2026-01-02')});
    expect(due(category3(before, flat, judged), 'judge_suitability')).toEqual(['2026-11-21 due_today']);
  });
  test('R-40 whoever lived there in care: from the first day of this duty, so nobody is late for the years before', () => {
    expect(due(category2(stay('relatives_friends', '2022-01-01')), 'judge_suitability')).toEqual(['2026-09-08 overdue']);
    expect(due(category1(stay('foster_in_house', '2022-01-01')), 'judge_suitability')).toEqual([]);
    expect(due(past21(flat), 'judge_suitability')).toEqual([]);
  });
});

describe('R-51 a home in the vacation', () => {
  const vacation = (from: string, until: string, settledOn: string | null = null) =>
    record('vacation', {from: date(from), until: date(until), settledOn: settledOn === null ? null : date(settledOn)});
  test('R-51 settled by the day it begins', () => {
    const winter = vacation('2026-12-12', '2027-01-10');
    expect(one(category3(winter), 'vacation_home')).toMatchObject({rule: 'R-51', dueOn: '2026-12-12', state: 'due_soon'});
    expect(due(category4(winter), 'vacation_home', '2026-12-13')).toEqual(['2026-12-12 overdue']);
    expect(due(category3(winter), 'vacation_home', '2027-01-11')).toEqual([]);
    expect(due(category3(vacation('2026-12-12', '2027-01-10', '2026-11-01')), 'vacation_home')).toEqual(['2026-12-12 met 2026-11-01']);
  });
  test('R-51 not once the duty has ended', () => {
    expect(due(past21(vacation('2026-12-12', '2027-01-10')), 'vacation_home')).toEqual([]);
  });
});

describe('R-52 When I am Ready', () => {
  const home = stay('when_i_am_ready', '2025-06-15', null, {providedByAuthority: false});
  const arranged = (data = {}) => record('when-i-am-ready', {startOn: date('2025-06-15'), ...data});
  test('R-52 looked at with the review of the plan', () => {
    expect(due(category3(home), 'check_when_i_am_ready')).toEqual(['2025-12-15 overdue']);
    expect(due(category3(home, review('2026-08-29')), 'check_when_i_am_ready')).toEqual(['2027-02-28 not_due']);
  });
  test('R-52 ends at 21, or with a programme that runs longer, or as planned', () => {
    const study = plan('2026-01-10', {programme: 'Nursing', programmeStatus: 'active', programmeEndsOn: date('2029-07-31')});
    expect(one(category3(home), 'when_i_am_ready_ends')).toMatchObject({dueOn: '2028-06-15', from: [{what: 'born', on: '2007-06-15'}]});
    expect(one(category3(home, study), 'when_i_am_ready_ends')).toMatchObject({
      dueOn: '2029-07-31',
      from: [{what: 'programme_ends', on: '2029-07-31'}],
    });
    expect(one(category3(arranged({plannedEndOn: date('2027-01-31')})), 'when_i_am_ready_ends')).toMatchObject({
      dueOn: '2027-01-31',
      from: [{what: 'set_on', on: '2027-01-31'}],
    });
  });
  test('R-52 on the 21st birthday it is due today, after it is past, and nothing is looked after any more', () => {
    const still = [young('2005-11-21'), inCare('2015-01-10', '2023-11-20'), stay('when_i_am_ready', '2023-11-21')];
    expect([due(still, 'when_i_am_ready_ends'), due(still, 'check_when_i_am_ready')]).toEqual([['2026-11-21 due_today'], []]);
    expect(due(still, 'when_i_am_ready_ends', '2026-11-22')).toEqual(['2026-11-21 met 2026-11-21']);
    expect(due(category3(arranged({endOn: date('2026-11-20')})), 'when_i_am_ready_ends')).toEqual([]);
  });
});

describe('R-55 priority need by age and care', () => {
  const on = date('2026-11-21');
  test('R-55 16 and 17; from 18 to 20 whoever was looked after; nobody from 21', () => {
    expect(priorityNeeds({bornOn: date('2010-11-22'), wasLookedAfter: true}, on)).toEqual([]);
    expect(priorityNeeds({bornOn: date('2010-11-21'), wasLookedAfter: false}, on)).toEqual([{ground: 'under_18', endsOn: '2028-11-21'}]);
    expect(priorityNeeds({bornOn: date('2008-11-22'), wasLookedAfter: false}, on)).toEqual([{ground: 'under_18', endsOn: '2026-11-22'}]);
    expect(priorityNeeds({bornOn: date('2008-11-21'), wasLookedAfter: true}, on)).toEqual([
      {ground: 'was_looked_after', endsOn: '2029-11-21'},
    ]);
    expect(priorityNeeds({bornOn: date('2008-11-21'), wasLookedAfter: false}, on)).toEqual([]);
    expect(priorityNeeds({bornOn: date('2005-11-22'), wasLookedAfter: true}, on)).toEqual([
      {ground: 'was_looked_after', endsOn: '2026-11-22'},
    ]);
    expect(priorityNeeds({bornOn: date('2005-11-21'), wasLookedAfter: true}, on)).toEqual([]);
  });
  test('R-55 shown as a day while there is no home', () => {
    expect(one(category3(stay('sofa_surfing', '2026-11-01')), 'priority_need_ends')).toMatchObject({rule: 'R-55', dueOn: '2028-06-15'});
    expect(due(category3(stay('foyer', '2026-11-01')), 'priority_need_ends')).toEqual([]);
    expect(due(past21(stay('sofa_surfing', '2026-11-01')), 'priority_need_ends')).toEqual([]);
  });
});

describe('R-56 nights in bed and breakfast', () => {
  const nights = (from: string, to: string | null = null) => stay('bed_breakfast', from, to);
  test('R-56 fourteen nights from the first: the day before, on the day, the day after', () => {
    expect(one(category3(nights('2026-11-07')), 'bed_and_breakfast')).toMatchObject({
      rule: 'R-56',
      dueOn: '2026-11-21',
      state: 'due_today',
      from: [{what: 'night_count_since', on: '2026-11-07'}],
      setting: 'bedAndBreakfastDays',
    });
    expect(due(category3(nights('2026-11-07')), 'bed_and_breakfast', '2026-11-20')).toEqual(['2026-11-21 due_soon']);
    expect(due(category3(nights('2026-11-07')), 'bed_and_breakfast', '2026-11-22')).toEqual(['2026-11-21 overdue']);
  });
  test('R-56 summed over stays with a gap, not per stay (edge case 24)', () => {
    // Ten nights, 1 to 10 November; four are left from the 19th on.
    expect(due(category3(nights('2026-11-01', '2026-11-11'), nights('2026-11-19')), 'bed_and_breakfast')).toEqual(['2026-11-23 due_soon']);
    expect(
      due(
        category3(nights('2026-11-01', '2026-11-11'), stay('sofa_surfing', '2026-11-11', '2026-11-19'), nights('2026-11-19')),
        'bed_and_breakfast',
      ),
    ).toEqual(['2026-11-23 due_soon']);
  });
  test('R-56 all used before: the first night of this stay is one too many, no day in between was', () => {
    expect(due(category3(nights('2026-10-01', '2026-10-15'), nights('2026-11-19')), 'bed_and_breakfast')).toEqual(['2026-11-19 overdue']);
    expect(due(category3(nights('2026-10-01', '2026-10-16'), nights('2026-11-19')), 'bed_and_breakfast')).toEqual(['2026-10-15 overdue']);
  });
  test('R-56 a night in two records is one night', () => {
    expect(due(category3(nights('2026-11-08', '2026-11-12'), nights('2026-11-10')), 'bed_and_breakfast')).toEqual(['2026-11-22 due_soon']);
  });
  test('R-56 a home in between begins the count anew, unless the same application is still open', () => {
    const between = [nights('2026-10-01', '2026-10-08'), stay('parents', '2026-10-08', '2026-11-14'), nights('2026-11-14')];
    expect(due(category3(...between), 'bed_and_breakfast')).toEqual(['2026-11-28 due_soon']);
    const open = record('homeless-episode', {presentedOn: date('2026-10-01'), housingAuthority: 'W06000011'});
    expect(due(category3(...between, open), 'bed_and_breakfast')).toEqual(['2026-11-21 due_today']);
  });
  test('R-56 only in priority need, as on the day they applied: a 21st birthday there takes nothing away', () => {
    expect(due(past21(nights('2026-11-07')), 'bed_and_breakfast')).toEqual([]);
    const turning21 = [young('2005-11-15'), inCare('2015-01-10', '2023-11-14'), nights('2026-11-07')];
    expect(due(turning21, 'bed_and_breakfast')).toEqual(['2026-11-21 due_today']);
  });
  test('R-56 an authority may set fewer', () => {
    expect(
      due(category3(nights('2026-11-07')), 'bed_and_breakfast', '2026-11-10', [setting('bedAndBreakfastDays', 0, '2026-01-01')]),
    ).toEqual(['2026-11-07 overdue']);
  });
});

describe('R-57 a multi-agency review whenever somebody who was in care is homeless', () => {
  const episode = (presentedOn: string, data = {}) =>
    record('homeless-episode', {presentedOn: date(presentedOn), housingAuthority: 'W06000011', ...data});
  test('R-57 five working days, over Christmas', () => {
    // 23, 24 December; Christmas Day, the weekend and Monday 28 for Boxing Day are none; 29, 30, 31.
    expect(one(category3(episode('2026-12-22')), 'multi_agency_review', '2026-12-22')).toMatchObject({
      rule: 'R-57',
      dueOn: '2026-12-31',
      state: 'due_soon',
      interval: {count: 5, unit: 'working_days'},
    });
    expect(due(category3(episode('2026-12-24')), 'multi_agency_review', '2027-01-04')).toEqual(['2027-01-05 due_soon']);
  });
  test('R-57 held is met, by the episode or by a review of that kind; over with the episode', () => {
    expect(due(category3(episode('2026-11-09', {reviewHeldOn: date('2026-11-18')})), 'multi_agency_review')).toEqual([
      '2026-11-16 met 2026-11-18',
    ]);
    expect(due(category3(episode('2026-11-09'), review('2026-11-12', {type: 'homelessness'})), 'multi_agency_review')).toEqual([
      '2026-11-16 met 2026-11-12',
    ]);
    expect(due(category3(episode('2026-11-09'), review('2026-11-12')), 'multi_agency_review')).toEqual(['2026-11-16 overdue']);
    expect(due(category3(episode('2026-11-09', {endOn: date('2026-11-20')})), 'multi_agency_review')).toEqual([]);
  });
  test('R-57 of two episodes that are open each is owed one, and a meeting about one is one about both from its day on', () => {
    const [first, second] = [episode('2026-11-16'), episode('2026-11-18')];
    const met = (about: DomainRecord, heldOn: string) =>
      record('multi-agency-review', {episode: about.id, heldOn: date(heldOn), attendees: [], decisions: []});
    expect(due(category3(first, second), 'multi_agency_review')).toEqual(['2026-11-23 due_soon', '2026-11-25 due_soon']);
    expect(due(category3(first, second, met(first, '2026-11-17')), 'multi_agency_review')).toEqual([
      '2026-11-23 met 2026-11-17',
      '2026-11-25 due_soon',
    ]);
    for (const about of [first, second])
      expect(due(category3(first, second, met(about, '2026-11-19')), 'multi_agency_review')).toEqual([
        '2026-11-23 met 2026-11-19',
        '2026-11-25 met 2026-11-19',
      ]);
  });
  test('R-56 of two episodes that are open the first day counts, and a ground that was found in either', () => {
    const rooms = [
      stay('bed_breakfast', '2026-11-01', '2026-11-10'),
      stay('foyer', '2026-11-10', '2026-11-15'),
      stay('bed_breakfast', '2026-11-15'),
    ];
    const two = [episode('2026-11-01', {ground: 'other'}), episode('2026-11-16', {ground: null})];
    const past = [young('2003-05-06'), inCare('2015-01-10', '2021-05-05'), ...rooms];
    for (const file of [
      [...past, ...two],
      [...past, ...two.toReversed()],
    ])
      expect(due(file, 'bed_and_breakfast')).toEqual(['2026-11-20 overdue']);
  });
  test('R-57 a stay with nowhere to live is enough; whoever was ever in care, past 21 too, and nobody else', () => {
    expect(due(category3(stay('no_fixed_abode', '2026-11-16')), 'multi_agency_review')).toEqual(['2026-11-23 due_soon']);
    expect(due(past21(episode('2026-11-16')), 'multi_agency_review')).toEqual(['2026-11-23 due_soon']);
    expect(due([young('2007-06-15'), inCare('2015-01-10', '2018-01-10'), episode('2026-11-16')], 'multi_agency_review')).toHaveLength(1);
    expect(due([young('2007-06-15'), episode('2026-11-16')], 'multi_agency_review')).toEqual([]);
  });
});
