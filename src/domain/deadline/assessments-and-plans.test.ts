/** Assessments and plans: to the day, and what settles them. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {
  assessed,
  category1,
  category2,
  category3,
  category4,
  deadlinesIn,
  due,
  head,
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

describe('R-20 category 1 is assessed within three months of 16, or of becoming category 1', () => {
  test('R-20 the day before it is due soon, on the day due today, the day after overdue', () => {
    expect(due(category1(), 'assessment', '2026-05-20')).toEqual(['2026-08-20 not_due']);
    expect(due(category1(), 'assessment', '2026-08-19')).toEqual(['2026-08-20 due_soon']);
    expect(due(category1(), 'assessment', '2026-08-20')).toEqual(['2026-08-20 due_today']);
    expect(due(category1(), 'assessment', '2026-08-21')).toEqual(['2026-08-20 overdue']);
  });
  test('R-20 says from which date, how long, and by which rule', () => {
    expect(one(category1(), 'assessment')).toMatchObject({
      rule: 'R-20',
      from: [{what: 'turned_16', on: '2026-05-20'}],
      interval: {count: 3, unit: 'months'},
      setting: null,
    });
  });
  test('R-20 from a month that is too long: 30 November is due on 28 or 29 February (edge case 2)', () => {
    expect(due([young('2009-11-30'), inCare('2020-01-10')], 'assessment')).toEqual(['2026-02-28 overdue']);
    expect(due([young('2007-11-30'), inCare('2020-01-10')], 'assessment', '2024-01-01')).toEqual(['2024-02-29 not_due']);
  });
  test('R-20 born on 29 February, 16 on 29 February (edge case 1)', () => {
    expect(due([young('2008-02-29'), inCare('2020-01-10')], 'assessment', '2024-03-01')).toEqual(['2024-05-29 not_due']);
  });
  test('R-20 not before 16', () => {
    expect(due(category1(), 'assessment', '2026-05-19')).toEqual([]);
  });
  test('R-20 whoever came into care after 16: from the ninety-first day', () => {
    const late = [young('2010-01-10'), inCare('2026-03-01')];
    expect(due(late, 'assessment', '2026-05-29')).toEqual([]);
    expect(one(late, 'assessment', '2026-05-30')).toMatchObject({dueOn: '2026-08-30', from: [{what: 'category_since', on: '2026-05-30'}]});
  });
  test('R-20 done is met on its day, late or in time; one that was struck out, or lies ahead, is none', () => {
    expect(due(category1(assessed('2026-08-20')), 'assessment')).toEqual(['2026-08-20 met 2026-08-20']);
    expect(due(category1(assessed('2026-08-21')), 'assessment')).toEqual(['2026-08-20 met 2026-08-21']);
    expect(due(category1(struck(assessed('2026-08-01'))), 'assessment')).toEqual(['2026-08-20 overdue']);
    expect(due(category1(assessed('2026-11-22')), 'assessment')).toEqual(['2026-08-20 overdue']);
  });
});

test('R-21 category 2: three months from the day after the last day looked after', () => {
  expect(one(category2(), 'assessment')).toMatchObject({
    rule: 'R-21',
    dueOn: '2026-12-01',
    state: 'due_soon',
    from: [{what: 'category_since', on: '2026-09-01'}],
  });
  expect(one(category2(), 'assessment', '2026-08-31')).toMatchObject({rule: 'R-20', dueOn: '2025-09-15'});
});
test('R-21 the assessment of category 1 stands, one made since comes first', () => {
  expect(due(category2(assessed('2026-01-05')), 'assessment')).toEqual(['2026-12-01 met 2026-01-05']);
  expect(due(category2(assessed('2026-01-05'), assessed('2026-10-05')), 'assessment')).toEqual(['2026-12-01 met 2026-10-05']);
});

test('R-22 category 3 without any plan: three months from 18', () => {
  expect(one(category3(), 'assessment', '2025-09-15')).toMatchObject({rule: 'R-22', dueOn: '2025-09-15', state: 'due_today'});
  expect(due([young('2008-02-29'), inCare('2020-01-10')], 'assessment')).toEqual(['2026-06-01 overdue']);
});
test('R-22 any plan that was in force takes it away; somebody’s draft does not', () => {
  expect(due(category3(plan('2024-01-10', {status: 'superseded'})), 'assessment')).toEqual([]);
  expect(due(category3(plan('2025-07-01', {status: 'draft'})), 'assessment')).toEqual(['2025-09-15 overdue']);
  expect(due(category3(plan('2025-07-01', {status: 'shared'})), 'assessment')).toEqual(['2025-09-15 overdue']);
});
test('R-22 not once the duty has ended, nor for whom Schedule 3 excludes', () => {
  expect(due(past21(), 'assessment')).toEqual([]);
  expect(due(category3(record('immigration', {schedule3: true})), 'assessment')).toEqual([]);
});

test('R-23 category 4: three months from the day they told us, to the month’s end', () => {
  expect(one(category4(), 'assessment')).toMatchObject({rule: 'R-23', dueOn: '2026-12-30', from: [{what: 'told_us', on: '2026-09-30'}]});
  const november = [young('2003-05-06', {toldUsOn: date('2026-11-30')}), inCare('2015-01-10', '2021-05-05')];
  expect(due(november, 'assessment', '2026-11-30')).toEqual(['2027-02-28 not_due']);
  expect(due(november, 'assessment', '2026-11-29')).toEqual([]);
});
test('R-23 an old assessment or an old plan does not do for category 4 (edge case 8)', () => {
  expect(due(category4(assessed('2026-09-29'), plan('2020-01-10', {status: 'superseded'})), 'assessment')).toEqual(['2026-12-30 not_due']);
  expect(due(category4(assessed('2026-09-30')), 'assessment')).toEqual(['2026-12-30 met 2026-09-30']);
});

describe('R-24 a plan as soon as possible after the assessment', () => {
  test('R-24 the authority’s days from the latest assessment; a plan from that day on settles it', () => {
    expect(one(category1(assessed('2026-11-10')), 'prepare_plan')).toMatchObject({
      rule: 'R-24',
      dueOn: '2026-11-24',
      state: 'due_soon',
      setting: 'planAfterAssessmentDays',
      interval: {count: 14, unit: 'days'},
    });
    expect(due(category1(assessed('2026-11-10'), plan('2026-11-09')), 'prepare_plan')).toEqual(['2026-11-24 due_soon']);
    expect(due(category1(assessed('2026-11-10'), plan('2026-11-10')), 'prepare_plan')).toEqual(['2026-11-24 met 2026-11-10']);
    expect(due(category1(assessed('2026-11-10'), plan('2026-11-12', {status: 'draft'})), 'prepare_plan')).toEqual(['2026-11-24 due_soon']);
  });
  test('R-24 category 4 is owed one for an assessment of this duty, not for an older one', () => {
    expect(due(category4(assessed('2026-10-10')), 'prepare_plan')).toEqual(['2026-10-24 overdue']);
    expect(due(category4(assessed('2019-10-10')), 'prepare_plan')).toEqual([]);
  });
  test('R-24 nobody is owed one after the duty has ended', () => {
    expect(due(past21(assessed('2026-11-10')), 'prepare_plan')).toEqual([]);
  });
});

describe('R-25 a plan is kept as long as somebody is category 1, 2 or 3', () => {
  test('R-25 without one it is owed: from the assessment, or from the limit of one that was not made', () => {
    expect(one(category1(assessed('2026-08-01')), 'plan_owed')).toMatchObject({
      dueOn: '2026-08-15',
      from: [{what: 'assessed', on: '2026-08-01'}],
      interval: {count: 14, unit: 'days'},
    });
    expect(one(category1(), 'plan_owed')).toMatchObject({
      dueOn: '2026-09-03',
      state: 'overdue',
      from: [{what: 'category_since', on: '2026-05-20'}],
      interval: null,
    });
  });
  test('R-25 a current plan settles it; a draft, a superseded and a struck-out one do not', () => {
    expect(due(category3(plan('2026-01-10')), 'plan_owed')).toEqual([]);
    expect(due(category3(plan('2026-01-10', {status: 'draft'})), 'plan_owed')).toEqual(['2025-09-29 overdue']);
    expect(due(category3(plan('2026-01-10', {status: 'superseded'})), 'plan_owed')).toEqual(['2025-06-29 overdue']);
    expect(due(category3(struck(plan('2026-01-10'))), 'plan_owed')).toEqual(['2025-09-29 overdue']);
  });
  test('R-25 not for category 4, nor past 21', () => {
    expect([due(category4(), 'plan_owed'), due(past21(), 'plan_owed')]).toEqual([[], []]);
  });
});

describe('R-29 a copy as soon as practicable', () => {
  test('R-29 of an approved plan and of each review that was held, in the authority’s days', () => {
    const file = category3(plan('2026-11-01', {approvedOn: date('2026-11-05')}), review('2026-11-10'));
    expect(due(file, 'give_copy')).toEqual(['2026-11-19 overdue', '2026-11-24 due_soon']);
    expect(due(file, 'give_copy', '2026-11-21', [setting('copyGivenDays', 28, '2026-11-19')])).toEqual([
      '2026-12-03 not_due',
      '2026-12-08 not_due',
    ]);
  });
  test('R-29 given is met; a plan not approved and a review not held are owed none', () => {
    expect(due(category3(plan('2026-11-01', {approvedOn: date('2026-11-05'), copyGivenOn: date('2026-11-06')})), 'give_copy')).toEqual([
      '2026-11-19 met 2026-11-06',
    ]);
    expect(
      due(category3(plan('2026-11-01'), record('review', {type: 'six_monthly', present: [], coversEverySection: true})), 'give_copy'),
    ).toEqual([]);
  });
});

describe('R-31 a plan for somebody who is detained', () => {
  const detention = (startOn: string, convicted: boolean, releasedOn: string | null = null) =>
    record('detention', {place: 'HMP Dim', startOn: date(startOn), convicted, releasedOn: releasedOn === null ? null : date(releasedOn)});
  test('R-31 with the plan’s own days, settled by a plan made since, over with the release', () => {
    expect(due(category3(detention('2026-11-10', true)), 'plan_for_detained')).toEqual(['2026-11-24 due_soon']);
    expect(due(category3(detention('2026-11-10', true), plan('2026-11-12')), 'plan_for_detained')).toEqual(['2026-11-24 met 2026-11-12']);
    expect(due(category3(detention('2026-11-10', true, '2026-11-21')), 'plan_for_detained')).toEqual([]);
  });
  test('R-31 remand is no detention before 18, and is one from that birthday on (edge case 17)', () => {
    expect(due(category2(detention('2026-11-10', false)), 'plan_for_detained')).toEqual([]);
    expect(due(category2(detention('2026-11-10', true)), 'plan_for_detained')).toEqual(['2026-11-24 due_soon']);
    expect(due(category3(detention('2026-11-10', false)), 'plan_for_detained')).toEqual(['2026-11-24 due_soon']);
    expect(due(category3(detention('2025-06-01', false)), 'plan_for_detained', '2025-06-20')).toEqual(['2025-06-29 due_soon']);
  });
});

describe('R-32 When I am Ready is asked about while category 1 and with a foster parent', () => {
  const fostered = stay('foster_in_house', '2020-01-10');
  test('R-32 by the day before 18; with 29 February that is the last day of the month', () => {
    expect(one(category1(fostered), 'ask_about_when_i_am_ready')).toMatchObject({rule: 'R-32', dueOn: '2028-05-19', state: 'not_due'});
    expect(due([young('2008-02-29'), inCare('2020-01-10'), fostered], 'ask_about_when_i_am_ready', '2026-02-28')).toEqual([
      '2026-02-28 due_today',
    ]);
  });
  test('R-32 met when both have answered, no as well as yes, on the day that was noted', () => {
    const asked = record('when-i-am-ready', {youngPersonWants: true, carerWants: false});
    const wants = {...asked, heads: {carerWants: [head(false, '2026-07-04')]}};
    expect(due(category1(fostered, wants), 'ask_about_when_i_am_ready')).toEqual(['2028-05-19 met 2026-07-04']);
    expect(due(category1(fostered, record('when-i-am-ready', {youngPersonWants: true})), 'ask_about_when_i_am_ready')).toEqual([
      '2028-05-19 not_due',
    ]);
  });
  test('R-32 not in a children’s home, and not after care', () => {
    expect(due(category1(stay('childrens_home', '2020-01-10')), 'ask_about_when_i_am_ready')).toEqual([]);
    expect(due(category2(fostered), 'ask_about_when_i_am_ready')).toEqual([]);
  });
});

describe('a category that a manager has settled', () => {
  const settled = (category: 'C2' | 'C4' | 'C6') =>
    record('category-override', {category, since: date('2026-10-01'), reason: 'Borderline weeks'});
  test('R-01 brings the duty that goes with it', () => {
    const shortOfWeeks = [young('2009-06-15'), inCare('2026-07-10', '2026-08-31')];
    expect(due(shortOfWeeks, 'assessment')).toEqual([]);
    expect(one([...shortOfWeeks, settled('C2')], 'assessment')).toMatchObject({rule: 'R-21', dueOn: '2027-01-01'});
    expect(due([...shortOfWeeks, settled('C6')], 'assessment')).toEqual([]);
    expect(deadlinesIn([...past21(), settled('C4')]).find(({what}) => what === 'assessment')).toMatchObject({rule: 'R-23'});
  });
});
