/** Calendar dates: leap days, ends of months, and what day it is in Wales when it is still yesterday in Greenwich's clock. */
// oxlint-disable no-restricted-globals -- the platform's own calendar is the witness here
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  birthday,
  calendarDate,
  calendarDateInWales,
  calendarDateSchema,
  date,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  parseCalendarDate,
  partsOf,
  weekday,
} from './calendar-date.ts';

const days = fc.integer({min: dayNumber(date('1900-01-01')), max: dayNumber(date('2199-12-31'))}).map(fromDayNumber);
const small = fc.integer({min: -1_000, max: 1_000});

describe('reading', () => {
  test.each(['2026-11-21', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', text => {
    expect(parseCalendarDate(text)).toBe(text);
    expect(calendarDateSchema.safeParse(text).success).toBe(true);
  });
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '21/11/2026',
    '2026-11-21T00:00:00Z',
    ' 2026-11-21',
    '',
    '0000-01-01',
    '10000-01-01',
    '٢٠٢٦-١١-٢١',
  ])('%s is none', text => {
    expect(parseCalendarDate(text)).toBeNull();
    expect(calendarDateSchema.safeParse(text).success).toBe(false);
    expect(() => date(text)).toThrow(RangeError);
  });
  test('only text is a date, and only whole numbers make one', () => {
    expect([20261121, null, undefined, new Date(), {}].filter(value => calendarDateSchema.safeParse(value).success)).toEqual([]);
    expect([calendarDate(2026, 1.5, 1), calendarDate(NaN, 1, 1), calendarDate(2026, 2, 30)]).toEqual([null, null, null]);
  });
});

describe('days', () => {
  test('numbering and adding are each other’s reverse', () => {
    fc.assert(
      fc.property(days, small, (on, number) => {
        expect(fromDayNumber(dayNumber(on))).toBe(on);
        expect(daysBetween(on, addDays(on, number))).toBe(number);
        expect(addDays(addDays(on, number), -number)).toBe(on);
        expect(addDays(on, number) > on).toBe(number > 0);
      }),
    );
  });
  test('they agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(days, on => {
        const {year, month, day} = partsOf(on);
        expect(calendarDate(year, month, day)).toBe(on);
        expect(weekday(on)).toBe(new Date(`${on}T12:00:00Z`).getUTCDay() || 7);
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        expect(isLeapYear(year)).toBe(daysInMonth(year, 2) === 29);
      }),
    );
  });
  test('literal days: a Saturday, Sunday, and over the leap day', () => {
    expect([
      weekday(date('2026-11-21')),
      weekday(date('2026-11-22')),
      addDays(date('2028-02-28'), 1),
      addDays(date('2026-02-28'), 1),
      addDays(date('2026-12-31'), 1),
    ]).toEqual([6, 7, '2028-02-29', '2026-03-01', '2027-01-01']);
  });
});

describe('[R-20]–[R-42] months clamp to the last day', () => {
  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(date(from), months)).toBe(to);
  });
  test('the day never grows, and is the same wherever that month has it', () => {
    fc.assert(
      fc.property(days, fc.integer({min: -240, max: 240}), (on, months) => {
        const after = partsOf(addMonths(on, months));
        const {year, month, day} = partsOf(on);
        expect(after.year * 12 + after.month).toBe(year * 12 + month + months);
        expect(after.day).toBe(Math.min(day, daysInMonth(after.year, after.month)));
      }),
    );
  });
});

describe('birthdays (edge case 1)', () => {
  test('29 February is reached on 1 March in other years', () => {
    const leap = date('2008-02-29');
    expect([16, 18, 20, 21, 25].map(age => birthday(leap, age))).toEqual([
      '2024-02-29',
      '2026-03-01',
      '2028-02-29',
      '2029-03-01',
      '2033-03-01',
    ]);
    expect([
      ageOn(leap, date('2026-02-28')),
      ageOn(leap, date('2026-03-01')),
      ageOn(leap, date('2028-02-28')),
      ageOn(leap, date('2028-02-29')),
    ]).toEqual([17, 18, 19, 20]);
  });
  test('an age is reached on its birthday and not a day before', () => {
    fc.assert(
      fc.property(days, fc.integer({min: 1, max: 30}), (born, age) => {
        expect(ageOn(born, birthday(born, age))).toBe(age);
        expect(ageOn(born, addDays(birthday(born, age), -1))).toBe(age - 1);
      }),
    );
  });
});

describe('what day it is in Wales', () => {
  test('half past eleven at night in UTC is tomorrow in summer and today in winter', () => {
    expect(calendarDateInWales('2026-07-15T23:30:00Z')).toBe('2026-07-16');
    expect(calendarDateInWales('2026-01-15T23:30:00Z')).toBe('2026-01-15');
    expect(calendarDateInWales(Date.parse('2026-07-15T22:59:59Z'))).toBe('2026-07-15');
  });
  test('on the nights when the clocks change', () => {
    expect(
      [
        '2026-03-28T23:59:59Z',
        '2026-03-29T00:00:00Z',
        '2026-03-29T23:00:00Z',
        '2026-10-24T23:00:00Z',
        '2026-10-25T23:00:00Z',
        '2026-10-26T00:00:00Z',
      ].map(calendarDateInWales),
    ).toEqual(['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-25', '2026-10-26']);
  });
  test('asked minute after minute, each answer is as if it were the first', () => {
    const inLondon = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/London'});
    for (const from of ['2026-03-28T20:00:00Z', '2026-07-15T20:00:00Z', '2026-10-24T20:00:00Z'])
      for (let minute = 0; minute < 30 * 60; minute++) {
        const at = Date.parse(from) + minute * 60_000;
        expect(`${minute} ${calendarDateInWales(at)}`).toBe(`${minute} ${inLondon.format(at)}`);
      }
  });
  test('it is the day in UTC or the one after', () => {
    fc.assert(
      fc.property(fc.date({min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true}), instant => {
        const utc = date(instant.toISOString().slice(0, 10));
        expect([utc, addDays(utc, 1)]).toContain(calendarDateInWales(instant.getTime()));
      }),
    );
  });
});
