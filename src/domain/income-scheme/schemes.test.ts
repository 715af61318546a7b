/** Who a scheme is for, which months it pays, and when it asks how things go: each by its rule (domain.md 3.6, edge cases 3 to 5). */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {inCare, record, TODAY, young} from '../deadline/file.test-support.ts';
import {addDays, addMonths, date, type CalendarDate} from '../shared/calendar-date.ts';
import {addToMonth, firstDayOf, lastDayOf, monthOf, monthsBetween} from '../shared/month.ts';
import {checkInsOf, checkInTimetable} from './check-ins.ts';
import type {IncomeScheme} from './income-scheme.ts';
import {instalments, paymentMonths} from './payment-months.ts';
import {schemeEligibility} from './scheme-eligibility.ts';
import {BASIC_INCOME_PILOT, isClosed, PILOT_ID, schemeOf, schemesOf} from './scheme.ts';

const today = date(TODAY);
/** In care from ten until the day before 18. */
const leaver = (born: string) => [young(born), inCare('2015-01-01', addDays(addMonths(date(born), 18 * 12), -1))];
const ask = (born: string, scheme: IncomeScheme = BASIC_INCOME_PILOT, on: CalendarDate = today) =>
  schemeEligibility(scheme, leaver(born), on);

describe('who the pilot was for', () => {
  test.each([
    ['2004-06-30', 'no', 'before_window'],
    ['2004-07-01', 'yes', 'in_window'],
    ['2005-06-30', 'yes', 'in_window'],
    ['2005-07-01', 'no', 'after_window'],
  ])('edge case 3: born on %s: %s, %s', (born, answer, reason) => {
    expect(ask(born)).toMatchObject({answer, reason});
  });
  test('it says by which birthday and which category', () => {
    expect(ask('2005-03-12')).toEqual({answer: 'yes', reason: 'in_window', birthday: '2023-03-12', category: 'C3'});
  });
  test('whoever left care at 15 is of no category at 18, and is told that this is why', () => {
    const file = [young('2005-03-12'), inCare('2015-01-01', '2021-01-31')];
    expect(schemeEligibility(BASIC_INCOME_PILOT, file, today)).toMatchObject({answer: 'no', reason: 'other_category'});
  });
  test('before the birthday nobody knows who they will be in law', () => {
    expect(ask('2005-03-12', BASIC_INCOME_PILOT, date('2023-03-11'))).toMatchObject({
      answer: 'later',
      reason: 'turns_in_window',
      category: null,
    });
    expect(ask('2005-03-12', BASIC_INCOME_PILOT, date('2023-03-12'))).toMatchObject({answer: 'yes'});
  });
  test('with no date of birth there is no answer but that; whoever died before the day was not in it', () => {
    expect(schemeEligibility(BASIC_INCOME_PILOT, [], today)).toMatchObject({answer: 'no', reason: 'birth_unknown', birthday: null});
    const file = [young('2005-03-12', {diedOn: date('2022-12-01')}), inCare('2015-01-01', '2022-12-01')];
    expect(schemeEligibility(BASIC_INCOME_PILOT, file, today)).toMatchObject({answer: 'no', reason: 'died'});
  });
  test('another scheme is judged by its own data', () => {
    const at21: IncomeScheme = {...BASIC_INCOME_PILOT, turns: 21, birthdayFrom: date('2026-01-01'), birthdayUntil: date('2027-12-31')};
    expect(ask('2005-03-12', at21)).toMatchObject({answer: 'yes', birthday: '2026-03-12'});
    expect(ask('2006-03-12', at21)).toMatchObject({answer: 'later', birthday: '2027-03-12'});
    expect(ask('2004-03-12', at21)).toMatchObject({answer: 'no', reason: 'before_window'});
  });
});

describe('which months are paid', () => {
  const months = (birthday: string, joined: string, pauses: Parameters<typeof paymentMonths>[3] = [], scheme = BASIC_INCOME_PILOT) =>
    paymentMonths(scheme, date(birthday), date(joined), pauses);
  test.each([
    ['the earliest', '2022-07-01', '2022-07-10', '2022-08', '2024-07'],
    ['the latest regular', '2023-06-30', '2023-06-01', '2023-07', '2025-06'],
    ['joined within the month after the birthday', '2023-06-30', '2023-07-09', '2023-07', '2025-06'],
    ['late: the month after joining, and all 24', '2022-09-18', '2023-02-14', '2023-03', '2025-02'],
  ])('%s', (_name, birthday, joined, first, last) => {
    const found = months(birthday, joined);
    expect([found?.first, found?.last, found?.paid.length]).toEqual([first, last, 24]);
  });
  test('a pause is not paid, and the end moves by as much; in a scheme that does not move it there are fewer', () => {
    const pause = [{from: '2023-01', until: '2023-03', reason: 'prison' as const}];
    expect(months('2022-07-01', '2022-07-10', pause)).toMatchObject({first: '2022-08', last: '2024-10'});
    const still = {...BASIC_INCOME_PILOT, pausesMoveEnd: false};
    const found = months('2022-07-01', '2022-07-10', pause, still);
    expect([found?.last, found?.paid.length]).toEqual(['2024-07', 21]);
  });
  test('edge case 4: no month after the scheme stopped, whatever the dates would give', () => {
    expect(months('2023-06-30', '2025-03-01')?.last).toBe('2025-12');
    expect(months('2023-06-30', '2026-03-01')).toBeNull();
  });
  test('a pause that never ends is no endless search', () => {
    expect(months('2022-07-01', '2022-07-10', [{from: '2022-08', until: null, reason: 'other'}])).toBeNull();
  });
  test('edge case 5: twice a month is two transfers for each month', () => {
    expect([instalments(24, 'monthly'), instalments(24, 'twice_monthly'), instalments(24, null)]).toEqual([24, 48, 24]);
  });
  test('of any dates and pauses: in order, never in a pause, never more than the scheme pays, never after its last month', () => {
    const day = fc.integer({min: 0, max: 2_000}).map(days => addDays(date('2021-01-01'), days));
    const pause = fc.record({from: fc.nat(60), length: fc.option(fc.nat(12), {nil: null})}).map(({from, length}) => {
      const begins = addToMonth('2021-06', from);
      return {from: begins, until: length === null ? null : addToMonth(begins, length), reason: 'other' as const};
    });
    fc.assert(
      fc.property(day, day, fc.array(pause, {maxLength: 4}), fc.boolean(), (birthday, joined, pauses, pausesMoveEnd) => {
        const found = paymentMonths({...BASIC_INCOME_PILOT, pausesMoveEnd}, birthday, joined, pauses);
        const paid = found?.paid ?? [];
        expect(paid.length).toBeLessThanOrEqual(24);
        expect([...paid].toSorted()).toEqual(paid);
        expect(new Set(paid).size).toBe(paid.length);
        for (const month of paid) {
          expect(month > monthOf(birthday)).toBe(true);
          expect(month <= '2025-12').toBe(true);
          expect(pauses.some(({from, until}) => from <= month && (until === null || month <= until))).toBe(false);
        }
      }),
      {numRuns: 2_000},
    );
  });
});

describe('months', () => {
  test('go over the ends of years, and know their first and last day', () => {
    expect([addToMonth('2025-11', 3), addToMonth('2025-01', -1), monthsBetween('2022-08', '2024-07')]).toEqual(['2026-02', '2024-12', 23]);
    expect([firstDayOf('2024-02'), lastDayOf('2024-02'), lastDayOf('2023-02')]).toEqual(['2024-02-01', '2024-02-29', '2023-02-28']);
  });
});

describe('check-ins', () => {
  const enrolment = (data: object = {}) =>
    record('income-enrolment', {
      decision: 'joined',
      joinedOn: date('2023-03-21'),
      firstPaymentMonth: '2023-04',
      finalPaymentMonth: '2025-03',
      ...data,
    });
  const numbers = (on: string, data: object = {}, held: readonly [number | null, string][] = []) => {
    const one = enrolment(data);
    const all = held.map(([monthNumber, when]) => record('income-check-in', {on: date(when), monthNumber}));
    return checkInTimetable(BASIC_INCOME_PILOT, one, checkInsOf(one, all), date(on));
  };
  test('months 1, 3, then each quarter, 21, 24, and 3, 6 and 12 months after the last payment', () => {
    const all = numbers('2023-03-31');
    expect(all.map(({number}) => number)).toEqual([1, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 36]);
    expect([all[0]?.month, all[7]?.month, all.at(-1)?.month]).toEqual(['2023-04', '2024-12', '2026-03']);
    expect(all.filter(({isAfter}) => isAfter).map(({number}) => number)).toEqual([27, 30, 36]);
  });
  test('each waits for a season or until the next begins, and is then gone by; nobody is late', () => {
    const of = (on: string) =>
      numbers(on)
        .map(({state}) => state)
        .slice(0, 3);
    expect(of('2023-03-31')).toEqual(['ahead', 'ahead', 'ahead']);
    expect(of('2023-04-01')).toEqual(['open', 'ahead', 'ahead']);
    expect(of('2023-05-31')).toEqual(['open', 'ahead', 'ahead']);
    expect(of('2023-06-01')).toEqual(['not_held', 'open', 'ahead']);
    expect(numbers('2026-05-31').at(-1)?.state).toBe('open');
    expect(numbers('2026-06-01').at(-1)?.state).toBe('not_held');
  });
  test('one is held when it carries the number, or fell within its time', () => {
    expect(numbers('2024-01-01', {}, [[1, '2023-04-13']])[0]?.state).toBe('held');
    expect(numbers('2024-01-01', {}, [[2, '2023-05-20']])[0]?.state).toBe('held');
    expect(numbers('2024-01-01', {}, [[3, '2023-06-16']])[0]?.state).toBe('not_held');
  });
  test('whoever left early is asked after their own last payment; whoever never joined or has died is not asked', () => {
    expect(numbers('2024-01-01', {decision: 'left_early', finalPaymentMonth: '2023-06'}).map(({number}) => number)).toEqual([
      1, 3, 6, 9, 15,
    ]);
    expect(numbers('2024-01-01', {decision: 'declined'})).toEqual([]);
    const one = enrolment();
    expect(checkInTimetable(BASIC_INCOME_PILOT, one, [], today, date('2023-07-02')).map(({number, state}) => [number, state])).toEqual([
      [1, 'not_held'],
      [3, 'not_held'],
    ]);
  });
  test('a check-in that names no enrolment is the pilot’s, and no other scheme’s', () => {
    const [pilots, others] = [enrolment(), enrolment({scheme: PILOT_ID})];
    const imported = record('income-check-in', {on: date('2023-04-13'), monthNumber: 1});
    const named = record('income-check-in', {on: date('2023-04-13'), monthNumber: 1, enrolment: others.id});
    expect(checkInsOf(pilots, [imported, named])).toEqual([imported]);
    expect(checkInsOf(others, [imported, named])).toEqual([named]);
  });
});

describe('schemes of an authority', () => {
  test('the pilot is always there, and is closed', () => {
    expect(schemesOf([]).map(({id}) => id)).toEqual([PILOT_ID]);
    expect(isClosed(BASIC_INCOME_PILOT, today)).toBe(true);
    expect(schemeOf([], null)?.payments).toBe(24);
  });
  test('its own questions take the place of those suggested; another scheme stands beside it', () => {
    const changed = record('income-scheme', {...BASIC_INCOME_PILOT, questions: ['wellbeing'], reason: null}, PILOT_ID);
    const other = record('income-scheme', {
      ...BASIC_INCOME_PILOT,
      birthdayFrom: date('2027-01-01'),
      birthdayUntil: date('2028-12-31'),
      reason: null,
    });
    expect(schemesOf([other, changed]).map(({id}) => id)).toEqual([PILOT_ID, other.id]);
    expect(schemeOf([changed], undefined)?.questions).toEqual(['wellbeing']);
  });
});
