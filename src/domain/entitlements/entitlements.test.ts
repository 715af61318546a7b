/** What somebody is entitled to, by category and age, with its rules; council tax by who lives in the home. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {anyFile} from '../deadline/any-file.test-support.ts';
import {category1, category2, category3, category4, inCare, past21, plan, record, stay, young} from '../deadline/file.test-support.ts';
import {idOf, PERSON, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {RecordOf} from '../record-kinds.ts';
import {seenOps, type DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {ENTITLEMENT_RULES, type Entitlement, type EntitlementRule} from './codes.ts';
import {councilTaxDaysOf, councilTaxEffect} from './council-tax.ts';
import {ENTITLEMENT_SOURCES} from './entitlement-sources.ts';
import {entitlementsOf} from './entitlements.ts';
import {householdId} from './household.ts';
import {saidApart} from './household-now.ts';

const TODAY = date('2026-11-21');
const inForce = (name: 'suitableHomeDuty', value: string, from: string) =>
  record('setting', {name, value, from: date(from), reason: null, withdrawn: undefined});
const told = (file: readonly DomainRecord[], today = TODAY, settings: readonly DomainRecord[] = []) =>
  entitlementsOf(file, settings, today).items.map(({what, state, why, from, until, rules}) =>
    [what, state, why, from ?? '-', until ?? '-', rules.join('+')].join(' '),
  );
const row = (file: readonly DomainRecord[], what: Entitlement, today = TODAY, settings: readonly DomainRecord[] = []) =>
  told(file, today, settings).find(line => line.startsWith(`${what} `));
const nurse = plan('2026-09-01', {programme: 'Nyrsio', programmeStatus: 'active', programmeEndsOn: date('2029-07-01')});
const studying = (code: 'F1' | 'F2' | 'G5') => record('activity', {code, since: date('2026-09-01')});

describe('the main duties', () => {
  test('R-08 R-25 R-33 R-46 category 3 under 21: adviser, plan and touch until the day before 21', () => {
    expect(told(category3()).slice(0, 3)).toEqual([
      'adviser now category_3 2025-06-15 2028-06-14 R-08',
      'plan now category_3 2025-06-15 2028-06-14 R-25+R-33',
      'keep_in_touch now category_3 2025-06-15 2028-06-14 R-46',
    ]);
  });
  test('R-09 a programme in the plan carries them on, and no age ends them', () => {
    expect(row(category3(nurse), 'adviser')).toBe('adviser now programme 2025-06-15 2029-07-01 R-09');
    expect(row(past21(nurse), 'adviser')).toBe('adviser now programme 2022-06-15 2029-07-01 R-09');
    expect(
      row(category3(plan('2026-09-01', {programme: 'Nyrsio', programmeStatus: 'ended', programmeEndsOn: date('2029-07-01')})), 'adviser'),
    ).toBe('adviser now category_3 2025-06-15 2028-06-14 R-08');
  });
  test('R-12 past 21 with no programme: an offer of policy until 25, said to be none of law, and the way back (R-11)', () => {
    expect(told(past21()).slice(0, 3)).toEqual([
      'adviser now policy_offer 2025-06-15 2029-06-14 R-12',
      'plan ended category_3 - 2025-06-14 R-08',
      'return_to_learn if told_us - 2029-06-14 R-11',
    ]);
    expect(ENTITLEMENT_SOURCES['R-12'].basis).toBe('policy');
  });
  test('R-11 category 4: adviser and plan while the programme runs', () => {
    expect(row(category4(nurse), 'adviser')).toBe('adviser now category_4 2026-09-30 2029-07-01 R-11');
    expect(row(category4(nurse), 'keep_in_touch')).toBeUndefined();
  });
  test('R-12 R-11 category 4 whose programme ended: the offer of an adviser to 25, and the way back', () => {
    const ended = plan('2026-10-01', {programme: 'Nyrsio', programmeStatus: 'ended', programmeEndsOn: date('2026-11-01')});
    expect(told(category4(ended)).slice(0, 3)).toEqual([
      'adviser now policy_offer 2024-05-06 2028-05-05 R-12',
      'plan ended category_4 - - R-11',
      'return_to_learn if told_us - 2028-05-05 R-11',
    ]);
  });
  test('category 1 and 2 until 18, and what the birthday brings', () => {
    expect(row(category1(), 'home')).toBe('home now looked_after - 2028-05-19 looked_after');
    expect(row(category2(), 'home')).toBe('home now category_2 2026-09-01 2027-06-14 R-40+R-64');
    expect(row(category2(), 'maintenance')).toBe('maintenance now category_2 2026-09-01 2027-06-14 R-64');
    expect(row(category2(), 'living_costs')).toBeUndefined();
    expect(row(category2(), 'council_tax')).toBe('council_tax next turns_18 2027-06-15 2034-06-14 R-62+R-63');
  });
  test('R-52 staying on with a programme in the plan goes on to its end, and is over after its last day', () => {
    const begun = record('when-i-am-ready', {startOn: date('2025-06-15')});
    expect(row(category3(nurse, begun), 'staying_on')).toBe('staying_on now stayed_on 2025-06-15 2029-07-01 R-52');
    expect(row(past21(record('when-i-am-ready', {startOn: date('2022-06-15')})), 'staying_on')).toBe(
      'staying_on ended stayed_on 2022-06-15 2025-06-14 R-52',
    );
    const noEnd = plan('2026-01-01', {programme: 'BA', programmeStatus: 'active', programmeEndsOn: null});
    expect(row(past21(noEnd, record('when-i-am-ready', {startOn: date('2022-06-15')})), 'staying_on')).toBe(
      'staying_on now stayed_on 2022-06-15 - R-52',
    );
  });
  test('R-52 staying on: next for whoever is fostered, now for whoever has', () => {
    expect(row(category1(stay('foster_in_house', '2020-01-10')), 'staying_on')).toBe('staying_on next fostered 2028-05-20 2031-05-19 R-52');
    expect(row(category1(stay('childrens_home', '2020-01-10')), 'staying_on')).toBeUndefined();
    expect(row(category3(record('when-i-am-ready', {startOn: date('2025-06-15')})), 'staying_on')).toBe(
      'staying_on now stayed_on 2025-06-15 2028-06-14 R-52',
    );
  });
  test('R-53 from the day that the authority has set, and not before', () => {
    const set = [inForce('suitableHomeDuty', 'in_force', '2027-01-01')];
    expect(row(category3(), 'home_steps', TODAY, set)).toBeUndefined();
    expect(row(category3(), 'home_steps', date('2027-01-01'), set)).toBe('home_steps now new_duty 2025-06-15 2028-06-14 R-53');
  });
  test('R-13 category 5 and 6 have advice and support until 21, and nothing of the main duties', () => {
    const settled = (category: 'C5' | 'C6' | 'C6a') =>
      record('category-override', {category, since: date('2026-01-01'), reason: 'Settled'});
    expect(told(category3(settled('C5')))[0]).toBe('advice now category_5 2026-01-01 2028-06-14 R-13');
    for (const category of ['C6', 'C6a'] as const)
      expect(told(category3(settled(category)))[0]).toBe('advice now category_6 2026-01-01 2028-06-14 R-13');
    for (const what of ['adviser', 'plan', 'keep_in_touch', 'living_costs'] as const)
      expect(row(category3(settled('C5')), what)).toBeUndefined();
    expect(told(category3()).filter(line => line.startsWith('advice'))).toEqual([]);
  });
  test('R-14 within Schedule 3 a manager decides, and nothing is promised', () => {
    expect(row(category3(record('immigration', {schedule3: true})), 'adviser')).toBe('adviser ask manager_decides - - R-08');
  });
});

describe('learning', () => {
  test('R-61 R-65 R-51 in higher education now, on a condition otherwise', () => {
    expect([
      row(category3(nurse, studying('F1')), 'he_amount'),
      row(category3(nurse, studying('F1')), 'he_grant'),
      row(category3(nurse, studying('F1')), 'vacation'),
    ]).toEqual([
      'he_amount now in_higher_education - 2029-07-01 R-61',
      'he_grant now in_higher_education - - R-65',
      'vacation now full_time_study - 2029-07-01 R-51',
    ]);
    expect([row(category3(studying('F2')), 'he_amount'), row(category3(studying('F2')), 'vacation')]).toEqual([
      'he_amount if when_in_higher_education - 2028-06-14 R-61',
      'vacation now full_time_study - 2028-06-14 R-51',
    ]);
    expect(row(category2(), 'he_amount')).toBeUndefined();
    expect(row(past21(), 'he_amount')).toBeUndefined();
  });
  test('R-61 it hangs on a plan that sets the course out, and is granted once for a course', () => {
    expect(row(category3(studying('F1')), 'he_amount')).toBe('he_amount if not_in_plan - 2028-06-14 R-61');
    const course = {...studying('F1'), data: {...studying('F1').data, what: 'BSc Nyrsio'}};
    const granted = (activity: string | null, called = 'Nyrsio') =>
      record('education-support', {
        what: 'relevant_amount',
        course: called,
        activity,
        words: null,
        askedPence: null,
        askedOn: TODAY,
        withdrawnOn: null,
        decision: {outcome: 'granted', pence: 200_000, reason: welsh('Yn y cynllun.'), by: idOf(50), on: TODAY, plan: null},
        payments: [],
      });
    expect(row(category3(nurse, course, granted(course.id)), 'he_amount')).toBe('he_amount now granted - 2029-07-01 R-61');
    expect(row(category3(nurse, course, granted(null, 'bsc  nyrsio')), 'he_amount')).toBe('he_amount now granted - 2029-07-01 R-61');
    for (const other of [granted(idOf(700)), granted(null, 'HNC Peirianneg')])
      expect(row(category3(nurse, course, other), 'he_amount')).toBe('he_amount now in_higher_education - 2029-07-01 R-61');
  });
  test('R-09 R-60 past 21 on a programme in the plan the help with the costs of learning goes on, and not that of work', () => {
    expect(row(past21(nurse), 'learning_costs')).toBe('learning_costs now programme - 2029-07-01 R-60+R-09');
    expect(row(past21(nurse), 'living_costs')).toBeUndefined();
    expect(row(category4(nurse), 'learning_costs')).toBe('learning_costs now category_4 - 2029-07-01 R-60+R-11');
    expect(row(past21(), 'learning_costs')).toBeUndefined();
  });
});

describe('rights', () => {
  test('R-66 R-69 R-71 R-73 R-74 whoever has been in care: records to the 75th birthday, an advocate, complaints to 25, either language', () => {
    expect(told(category3()).slice(-4)).toEqual([
      'records now everybody - 2082-06-15 R-69+R-66',
      'advocate now everybody - - R-73',
      'complaint now under_25 - 2032-06-14 R-71',
      'welsh now everybody - - R-74',
    ]);
    expect(told([young('2000-06-15'), inCare('2010-01-10', '2018-06-14')]).filter(line => line.startsWith('complaint'))).toEqual([]);
    expect(told([young('2007-06-15')])).toEqual([]);
  });
  test('the fund: under 25, and somebody decides for category 6', () => {
    expect(row(category3(), 'fund')).toBe('fund now under_25 - 2032-06-14 fund');
    expect(row([young('2007-06-15'), inCare('2020-01-10', '2024-12-31', {reasonCeased: 'independent_no_support'})], 'fund')).toMatch(
      /^fund (now|ask) /u,
    );
  });
  test('nothing of somebody who has died', () => {
    const dead = [young('2007-06-15', {diedOn: date('2026-11-01')}), inCare('2020-01-10', '2025-06-14')];
    expect(entitlementsOf(dead, [], TODAY)).toEqual({items: [], councilTax: null});
  });
});

describe('R-62 the days of care-leaver status for council tax', () => {
  test.each([
    ['C3', '2007-06-15', '2025-06-15', '2032-06-14'],
    ['C3', '1998-03-01', '2019-04-01', '2023-02-28'],
    ['C3', '2008-02-29', '2026-03-01', '2033-02-28'],
    ['C4', '2003-05-06', '2021-05-06', '2028-05-05'],
  ] as const)('R-62 %s born %s: %s to %s', (category, born, from, until) => {
    expect(councilTaxDaysOf(category, date(born))).toEqual({from, until});
  });
  test.each(['C1', 'C2', 'C5', 'C6', 'none'] as const)('R-62 %s has none', category => {
    expect(councilTaxDaysOf(category, date('2007-06-15'))).toBeNull();
  });
  test('R-62 the last day is the day before the 25th birthday, after which it has ended', () => {
    const file = [young('2001-11-22'), inCare('2010-01-10', '2019-11-21')];
    expect(row(file, 'council_tax')).toBe('council_tax now under_25 2019-11-22 2026-11-21 R-62+R-63');
    expect(row(file, 'council_tax', date('2026-11-22'))).toBe('council_tax ended under_25 2019-11-22 2026-11-21 R-62+R-63');
  });
});

describe('R-63 what it comes to with a household', () => {
  test.each([
    ['alone', {adults: 0, notCounted: 0}, 'exempt'],
    ['with a carer who is not counted', {adults: 0, notCounted: 1}, 'half'],
    ['with one other adult', {adults: 1, notCounted: 0}, 'quarter'],
    ['with one other adult and one who is not counted', {adults: 1, notCounted: 1}, 'quarter'],
    ['with two other adults', {adults: 2, notCounted: 0}, 'disregarded'],
  ] as const)('R-63 %s: %s', (_, household, effect) => {
    expect(councilTaxEffect(household)).toBe(effect);
  });
  const said = {careLeavers: 1, students: 1, severelyImpaired: 0, notCounted: 0, adults: 0, payer: 'young_person'};
  const HOME = householdId(PERSON);
  test('R-62 care leavers and students leave it exempt; an adult who moves in turns exemption into discount (edge case 23)', () => {
    const file = new PlanFile(category3());
    expect(file.send('household.say', HOME, said, 'young_person')).toBe('applied');
    expect(councilTaxEffect(file.of('household')[0] ?? {adults: 9, notCounted: 9})).toBe('exempt');
    expect(file.data(HOME, 'household')?.asOf).toBe('2026-11-21');
    expect(file.send('household.say', HOME, {...said, adults: 1}, 'adviser')).toBe('conflict');
  });
  test('said again with both in view it is settled, in every part, also where it was the shown one; what came in since stays', () => {
    const apart = () => {
      const file = new PlanFile(category3());
      file.send('household.say', HOME, said, 'young_person');
      file.send('household.say', HOME, {...said, adults: 1, payer: 'somebody_else'}, 'adviser');
      return file;
    };
    const all = (file: PlanFile) => {
      const household = must(file.records.get(HOME), 'it was said');
      return Object.fromEntries(Object.keys(said).map(field => [field, seenOps(household, field)]));
    };
    const isApart = (file: PlanFile) => saidApart(file.records.get(HOME) as RecordOf<'household'>);
    for (const [who, now] of [
      ['young_person', said],
      ['adviser', {...said, adults: 2}],
    ] as const) {
      const file = apart();
      expect(isApart(file)).toBe(true);
      expect(file.send('household.say', HOME, now, who, {bases: all(file)})).toBe('applied');
      expect([isApart(file), file.data(HOME, 'household')]).toMatchObject([false, now]);
    }
    const file = apart();
    const seen = all(file);
    file.send('household.say', HOME, {...said, adults: 3}, 'manager');
    expect(file.send('household.say', HOME, said, 'young_person', {bases: seen})).toBe('conflict');
    expect(isApart(file)).toBe(true);
  });
  test.each([
    [idOf(300), said, 'unknown_record'],
    [HOME, {...said, adults: -1}, 'body_invalid adults'],
    [HOME, {...said, adults: 21}, 'body_invalid adults'],
    [HOME, {...said, payer: 'nobody'}, 'body_invalid payer'],
  ] as const)('%s %j is refused: %s', (record_, body, refusal) => {
    expect(new PlanFile(category3()).send('household.say', record_, body, 'young_person')).toBe(refusal);
  });
});

test('R-51 the home of the vacation has the source of either category; the home of whoever is looked after is not that of category 2 (R-40)', () => {
  const numbers = (rule: EntitlementRule) => ENTITLEMENT_SOURCES[rule].sources.map(({number}) => number);
  expect([numbers('R-51'), numbers('R-40'), numbers('looked_after')]).toEqual([['112(4)', '110'], ['109'], ['81']]);
});

test('every rule has its source', () => {
  expect(ENTITLEMENT_RULES.filter(rule => ENTITLEMENT_SOURCES[rule].sources.length === 0)).toEqual([]);
});

test('of somebody over 18 whom a manager has settled as category 1 or 2 no 18th birthday is to come', () => {
  for (const category of ['C1', 'C2'] as const) {
    const settled = record('category-override', {category, since: date('2026-01-01'), reason: 'Settled'});
    expect(told(past21(settled)).filter(line => line.includes(' next '))).toEqual([]);
  }
});

test('any file: each thing once, nothing that ends before it begins, and nothing called owed now that has ended', () => {
  fc.assert(
    fc.property(anyFile, file => {
      const {items} = entitlementsOf(file, [], TODAY);
      expect(new Set(items.map(({what}) => what)).size).toBe(items.length);
      for (const {from, until, state} of items) {
        if (state !== 'next') continue;
        const isAhead = from !== null && from > TODAY && (until === null || from <= until);
        expect(isAhead).toBe(true);
      }
      expect(entitlementsOf(file.toReversed(), [], TODAY)).toEqual({items, councilTax: entitlementsOf(file, [], TODAY).councilTax});
    }),
    {numRuns: 150},
  );
});

test('a category that a manager has settled beside the ages promises nothing until a day that is over, and nothing now that is to come', () => {
  const settled = (category: 'C1' | 'C2' | 'C3' | 'C4') =>
    record('category-override', {category, since: date('2026-01-01'), reason: 'Settled'});
  expect(row(category3(settled('C2')), 'home')).toBe('home now category_2 2026-01-01 - R-40+R-64');
  expect(row(category3(settled('C1')), 'home')).toBe('home now looked_after - - looked_after');
  expect(row(category1(settled('C3')), 'council_tax')).toBe('council_tax next under_25 2028-05-20 2035-05-19 R-62+R-63');
  for (const category of ['C1', 'C2', 'C3', 'C4'] as const)
    for (const file of [category1, category2, category3, past21])
      for (const {state, from, until} of entitlementsOf(file(settled(category)), [], TODAY).items) {
        expect(state === 'now' && from !== null && from > TODAY).toBe(false);
        expect(state !== 'ended' && until !== null && until < TODAY).toBe(false);
      }
});

test('R-14 an adult within Schedule 3 is promised neither the new duty nor staying on: a manager decides', () => {
  const file = category3(record('immigration', {schedule3: true}), record('when-i-am-ready', {startOn: date('2025-06-15')}));
  const settings = [inForce('suitableHomeDuty', 'in_force', '2026-01-01')];
  expect(row(file, 'home_steps', TODAY, settings)).toBe('home_steps ask manager_decides - - R-53');
  expect(row(file, 'staying_on', TODAY, settings)).toBe('staying_on ask manager_decides - - R-52');
  expect(row(category3(record('immigration', {schedule3: false})), 'home_steps', TODAY, settings)).toContain('home_steps now new_duty');
});
