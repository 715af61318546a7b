import {describe, expect, test} from 'vitest';
import {date} from './calendar-date.ts';
import {addWorkingDays, easterSunday, isWorkingDay} from './working-days.ts';

describe('working days in Wales (WSI 2015/1823)', () => {
  test.each([
    [2016, '2016-03-27'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, sunday) => expect(easterSunday(year)).toBe(sunday));

  test.each([
    // The whole published list of 2026, and years in which days move.
    ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ['2021-12-27', '2021-12-28', '2022-01-03', '2022-06-02', '2022-06-03', '2022-09-19', '2022-12-26', '2022-12-27'],
    ['2027-12-27', '2027-12-28', '2023-01-02', '2023-05-08', '2020-05-08', '2016-12-26', '2016-12-27'],
  ])('not worked: %s %s …', (...days) => {
    for (const on of days) expect([on, isWorkingDay(date(on))]).toEqual([on, false]);
  });

  test.each(['2022-05-30', '2020-05-04', '2026-12-29', '2026-04-07', '2026-03-02', '2026-11-26'])('%s is worked', on =>
    expect(isWorkingDay(date(on))).toBe(true),
  );

  test('the day after is day 1; weekends and holidays are stepped over', () => {
    expect(addWorkingDays(date('2026-11-20'), 1)).toBe('2026-11-23');
    expect(addWorkingDays(date('2026-12-23'), 3)).toBe('2026-12-30');
    expect(addWorkingDays(date('2026-11-02'), 20)).toBe('2026-11-30');
    expect(addWorkingDays(date('2026-11-02'), 0)).toBe('2026-11-02');
  });
});
