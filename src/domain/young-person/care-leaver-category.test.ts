/** Categories and duties from dates: each rule at its edge, then properties over invented lives. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addDays, birthday, type CalendarDate, date, fromDayNumber} from '#domain/shared/calendar-date.ts';
import {birthdaysOf, careLeaverCategory, type CategoryFacts, NO_PROGRAMME} from './care-leaver-category.ts';
import {daysLookedAfter, lookedAfterRuns, type LookedAfterPeriod} from './looked-after-days.ts';

const period = (startOn: string, endOn: string | null, more: Partial<LookedAfterPeriod> = {}): LookedAfterPeriod => ({
  startOn: date(startOn),
  endOn: endOn === null ? null : date(endOn),
  isShortBreak: false,
  reasonEnded: null,
  lastPlacement: null,
  ...more,
});
const facts = (dateOfBirth: string, periods: readonly LookedAfterPeriod[], more: Partial<CategoryFacts> = {}): CategoryFacts => ({
  dateOfBirth: date(dateOfBirth),
  diedOn: null,
  periods,
  toldUsOn: null,
  programme: NO_PROGRAMME,
  schedule3: false,
  returnsHome: [],
  ...more,
});
const on = (day: string, of: CategoryFacts) => careLeaverCategory(of, date(day));

describe('R-01 category 1', () => {
  const entered = facts('2010-03-01', [period('2026-03-01', null)]);
  test('begins on the 91st day, that day counted in, and not on the 90th', () => {
    expect(on('2026-05-29', entered)).toMatchObject({category: 'none_yet', since: null, dutyStatus: null});
    expect(on('2026-05-30', entered)).toMatchObject({category: 'C1', since: '2026-05-30', dutyStatus: 'full', rules: ['R-01']});
  });
  test('begins on the 16th birthday for who has the 13 weeks by then', () => {
    const child = facts('2009-11-30', [period('2019-06-14', null)]);
    expect(on('2025-11-29', child)).toMatchObject({category: 'pre', since: null});
    expect(on('2025-11-30', child)).toMatchObject({category: 'C1', since: '2025-11-30'});
  });
  test('sums periods from the 14th birthday and counts a shared day once', () => {
    const parts = [period('2023-12-01', '2024-04-14'), period('2024-04-14', '2024-04-30'), period('2026-04-01', null)];
    const child = facts('2010-03-01', parts);
    expect(daysLookedAfter(lookedAfterRuns(date('2010-03-01'), parts, date('2026-04-30')), date('2024-03-01'), date('2026-04-30'))).toBe(
      61 + 30,
    );
    expect(on('2026-04-29', child).category).toBe('none_yet');
    expect(on('2026-04-30', child)).toMatchObject({category: 'C1', since: '2026-04-30'});
  });
  test('starts again on the day of coming back, not on the 16th birthday', () => {
    const back = facts('2009-05-17', [period('2023-09-04', '2024-02-09'), period('2026-11-02', null)]);
    expect(on('2026-11-21', back)).toMatchObject({category: 'C1', since: '2026-11-02'});
  });
  test('a child looked after from 3 to 15 years 11 months is not a care leaver', () => {
    const child = facts('2009-06-20', [period('2012-08-01', '2025-05-25', {reasonEnded: 'home_to_parents'})]);
    expect(on('2026-11-21', child)).toMatchObject({category: 'none', since: null, dutyStatus: null});
  });
});

test('R-02 short breaks do not count', () => {
  const child = facts('2010-03-01', [period('2024-03-01', null, {isShortBreak: true})]);
  expect(on('2026-11-21', child)).toMatchObject({category: 'none', rules: ['R-02']});
});

test('R-03 category 2 begins on the day after the last day looked after', () => {
  const left = facts('2009-02-06', [period('2021-03-22', '2026-11-16')]);
  expect(on('2026-11-16', left)).toMatchObject({category: 'C1', since: '2025-02-06'});
  expect(on('2026-11-17', left)).toMatchObject({category: 'C2', since: '2026-11-17', dutyStatus: 'full', rules: ['R-03']});
});

test('R-04 detained on the 16th birthday with the 13 weeks behind him: category 2', () => {
  const child = facts('2010-03-01', [period('2024-03-01', '2026-02-01', {reasonEnded: 'custody'})]);
  expect(on('2026-06-01', child).category).toBe('none');
  expect(on('2026-06-01', {...child, detainedAt16: true})).toMatchObject({category: 'C2', since: '2026-03-01', rules: ['R-04']});
});

describe('R-05 six months at home', () => {
  const periods = [period('2020-02-03', '2026-01-31', {reasonEnded: 'home_to_parents'})];
  const home = (endOn: string | null) =>
    facts('2009-12-19', periods, {returnsHome: [{startOn: date('2026-01-31'), endOn: endOn === null ? null : date(endOn)}]});
  test('takes category 2 away when they are full, not the day before', () => {
    expect(on('2026-07-31', home(null))).toMatchObject({category: 'C2', since: '2026-02-01'});
    expect(on('2026-08-01', home(null))).toMatchObject({category: 'C6a', since: '2026-08-01', rules: ['R-05', 'R-13']});
  });
  test('gives it back when the return breaks down before 18, and category 3 follows', () => {
    expect(on('2026-09-30', home('2026-10-01')).category).toBe('C6a');
    // The day of leaving is no night there: whoever asks for a home on it is owed one.
    expect(on('2026-10-01', home('2026-10-01'))).toMatchObject({
      category: 'C2',
      since: '2026-10-01',
      dutyStatus: 'full',
      rules: ['R-03', 'R-05'],
    });
    expect(on('2027-12-19', home('2026-10-01')).category).toBe('C3');
    expect(on('2027-12-19', home(null)).category).toBe('C6a');
  });
});

describe('R-06 and R-07 the 18th birthday', () => {
  const leaver = facts('2007-07-15', [period('2017-09-01', '2025-07-14')]);
  test('R-07 the last day looked after is the day before; no gap and no overlap', () => {
    expect(on('2025-07-14', leaver).category).toBe('C1');
    expect(on('2025-07-15', leaver)).toMatchObject({category: 'C3', since: '2025-07-15', dutyStatus: 'full', rules: ['R-06', 'R-08']});
  });
  test('R-07 a period left open, or closed a day late, ends there all the same', () => {
    for (const endOn of [null, '2025-07-15', '2025-12-31']) {
      expect(on('2025-07-15', {...leaver, periods: [period('2017-09-01', endOn)]})).toMatchObject({category: 'C3', since: '2025-07-15'});
    }
  });
  test('R-06 29 February: 18 on 1 March in a year without one', () => {
    const child = facts('2008-02-29', [period('2016-10-05', '2026-02-28')]);
    expect(on('2026-02-28', child).category).toBe('C1');
    expect(on('2026-03-01', child)).toMatchObject({category: 'C3', since: '2026-03-01'});
    expect(birthdaysOf(date('2008-02-29'), date('2026-11-21'))).toEqual({
      age: 18,
      birthday16: '2024-02-29',
      birthday18: '2026-03-01',
      birthday21: '2029-03-01',
      birthday25: '2033-03-01',
    });
  });
});

describe('R-08 to R-12 from the 21st birthday', () => {
  const leaver = facts('2005-11-21', [period('2011-05-16', '2023-11-20')]);
  const programme = (status: 'active' | 'interrupted' | 'ended', expectedEndOn: string | null, expectedResumeOn: string | null = null) => ({
    status,
    expectedEndOn: expectedEndOn === null ? null : date(expectedEndOn),
    expectedResumeOn: expectedResumeOn === null ? null : date(expectedResumeOn),
  });
  test('R-08 and R-12 duties end on the birthday itself; category 3 stays', () => {
    expect(on('2026-11-20', leaver).dutyStatus).toBe('full');
    expect(on('2026-11-21', leaver)).toEqual({
      category: 'C3',
      since: '2023-11-21',
      dutyStatus: 'policy_offer',
      rules: ['R-06', 'R-08', 'R-12'],
    });
  });
  test('R-12 the policy offer ends on the 25th birthday', () => {
    expect(on('2030-11-20', leaver).dutyStatus).toBe('policy_offer');
    expect(on('2030-11-21', leaver)).toMatchObject({category: 'C3', dutyStatus: 'ended'});
  });
  test('R-09 a programme in the plan that runs past 21 keeps the duty, without an upper age', () => {
    expect(on('2026-11-21', {...leaver, programme: programme('active', '2028-06-30')})).toMatchObject({
      dutyStatus: 'education_only',
      rules: ['R-06', 'R-09'],
    });
    expect(on('2031-01-01', {...leaver, programme: programme('active', '2032-06-30')}).dutyStatus).toBe('education_only');
    expect(on('2026-11-21', {...leaver, programme: programme('active', '2026-11-20')}).dutyStatus).toBe('policy_offer');
    expect(on('2026-11-21', {...leaver, programme: programme('ended', '2028-06-30')}).dutyStatus).toBe('policy_offer');
  });
  test('R-10 an interruption that is expected to end is ignored', () => {
    expect(on('2026-11-21', {...leaver, programme: programme('interrupted', '2028-06-30', '2027-01-11')})).toMatchObject({
      dutyStatus: 'education_only',
      rules: ['R-06', 'R-09', 'R-10'],
    });
    expect(on('2026-11-21', {...leaver, programme: programme('interrupted', '2028-06-30')}).dutyStatus).toBe('policy_offer');
  });
  test('R-11 category 4 from the day the person told us, 21 to 24', () => {
    expect(on('2028-01-01', {...leaver, toldUsOn: date('2027-09-30')})).toMatchObject({
      category: 'C4',
      since: '2027-09-30',
      dutyStatus: 'education_only',
      rules: ['R-11'],
    });
    expect(on('2028-01-01', {...leaver, toldUsOn: date('2026-11-20')}).category).toBe('C3');
    expect(on('2026-11-22', {...leaver, toldUsOn: date('2026-11-21')}).category).toBe('C4');
    expect(on('2031-01-01', {...leaver, toldUsOn: date('2030-11-21')}).category).toBe('C3');
    expect(on('2031-01-01', {...leaver, toldUsOn: date('2030-11-20')}).category).toBe('C4');
    expect(on('2027-09-29', {...leaver, toldUsOn: date('2027-09-30')}).category).toBe('C3');
  });
});

describe('R-13 categories 5 and 6 end at 21', () => {
  test('R-13 special guardianship before 16 counts from the 16th birthday', () => {
    const child = facts('2008-05-05', [period('2015-06-15', '2021-08-31', {reasonEnded: 'sgo_former_foster_carers'})]);
    expect(on('2024-05-04', child).category).toBe('none');
    expect(on('2026-11-21', child)).toMatchObject({category: 'C5', since: '2024-05-05', dutyStatus: null, rules: ['R-13']});
    expect(on('2029-05-05', child)).toMatchObject({category: 'none', since: null});
  });
  test('R-13 80 days in care after 16 make category 6', () => {
    const child = facts('2007-10-10', [period('2025-04-03', '2025-06-21')]);
    expect(on('2026-11-21', child)).toMatchObject({category: 'C6a', since: '2025-06-22', rules: ['R-13']});
    expect(on('2028-10-09', child).category).toBe('C6a');
    expect(on('2028-10-10', child).category).toBe('none');
  });
  test('R-13 looked after at 18 without the 13 weeks: category 6 from the birthday', () => {
    expect(on('2026-11-21', facts('2008-11-01', [period('2026-10-01', '2026-10-31')]))).toMatchObject({
      category: 'C6a',
      since: '2026-11-01',
    });
  });
});

test('R-14 Schedule 3 changes the duty of an adult, not the category', () => {
  const leaver = facts('2007-01-01', [period('2023-05-30', '2024-12-31')], {schedule3: true});
  expect(on('2026-11-21', leaver)).toMatchObject({
    category: 'C3',
    since: '2025-01-01',
    dutyStatus: 'excluded_sch3',
    rules: ['R-06', 'R-14'],
  });
  expect(on('2024-06-01', leaver)).toMatchObject({category: 'C1', dutyStatus: 'full'});
});

test('a person who has died has no category from that day', () => {
  const leaver = facts('2005-02-11', [period('2014-05-07', '2023-02-10')], {diedOn: date('2026-03-17')});
  expect(on('2026-03-16', leaver).category).toBe('C3');
  expect(on('2026-03-17', leaver)).toEqual({category: 'none', since: '2026-03-17', dutyStatus: null, rules: []});
});

describe('properties of invented lives', () => {
  const born = fc.integer({min: 10_000, max: 15_000}).map(fromDayNumber);
  const lives = fc
    .record({
      dateOfBirth: fc.oneof(born, fc.constantFrom(...['2004-02-29', '2008-02-29', '2000-02-29'].map(date))),
      spans: fc.array(fc.tuple(fc.integer({min: 0, max: 6_800}), fc.integer({min: 0, max: 1_500}), fc.boolean()), {maxLength: 4}),
    })
    .map(({dateOfBirth, spans}) =>
      facts(
        dateOfBirth,
        spans.map(([from, length, isShortBreak]) => ({
          ...period(addDays(dateOfBirth, from), addDays(dateOfBirth, from + length)),
          isShortBreak,
        })),
      ),
    );
  const days = fc.integer({min: 14 * 365, max: 30 * 365});
  const at = (life: CategoryFacts, day: number): CalendarDate => addDays(life.dateOfBirth, day);

  test('R-06 category 3, once reached, is never lost by age', () => {
    fc.assert(
      fc.property(lives, days, fc.integer({min: 0, max: 5_000}), (life, day, more) => {
        fc.pre(careLeaverCategory(life, at(life, day)).category === 'C3');
        expect(careLeaverCategory(life, at(life, day + more)).category).toBe('C3');
      }),
    );
  });
  test('a category begins on the day that it names: it holds on that day and not, with that date, on the day before', () => {
    fc.assert(
      fc.property(lives, days, (life, day) => {
        const {category, since} = careLeaverCategory(life, at(life, day));
        fc.pre(since !== null);
        if (since === null) return;
        expect(since <= at(life, day)).toBe(true);
        expect(careLeaverCategory(life, since)).toMatchObject({category, since});
        expect(careLeaverCategory(life, addDays(since, -1)).since).not.toBe(since);
      }),
    );
  });
  test('R-01 exactly 91 days since 14 suffice and 90 do not', () => {
    fc.assert(
      fc.property(born, fc.integer({min: 1, max: 90}), (dateOfBirth, after16) => {
        const at16 = birthday(dateOfBirth, 16);
        const last = addDays(at16, after16 - 1);
        const leaver = (days: number) =>
          careLeaverCategory(facts(dateOfBirth, [period(addDays(last, 1 - days), last)]), addDays(last, 1)).category;
        expect(leaver(91)).toBe('C2');
        expect(leaver(90)).toBe('C6a');
      }),
    );
  });
  test('R-01 order and doubling of periods change nothing', () => {
    fc.assert(
      fc.property(lives, days, (life, day) => {
        const doubled = {...life, periods: [...life.periods, ...life.periods].toReversed()};
        expect(careLeaverCategory(doubled, at(life, day))).toEqual(careLeaverCategory(life, at(life, day)));
      }),
    );
  });
  test('R-08 a longer life never brings a stronger duty without a programme', () => {
    const strength = ['full', 'policy_offer', 'ended'];
    fc.assert(
      fc.property(lives, fc.integer({min: 18 * 366, max: 30 * 365}), fc.integer({min: 0, max: 3_000}), (life, day, more) => {
        const [now, then] = [careLeaverCategory(life, at(life, day)), careLeaverCategory(life, at(life, day + more))];
        fc.pre(now.dutyStatus !== null && then.dutyStatus !== null);
        expect(strength.indexOf(String(then.dutyStatus))).toBeGreaterThanOrEqual(strength.indexOf(String(now.dutyStatus)));
      }),
    );
  });
});
