/** Times of day in Wales as instants, in both halves of the year, and the hours in which an office is open. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {addDays, date, instantOf, millisecondsOf} from './calendar-date.ts';
import {hoursFrom, isOpenAt, opensAfter, type OfficeHours} from './office-hours.ts';
import {clockInWales, instantInWales} from './time-in-wales.ts';

const OFFICE: OfficeHours = {days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'], opens: '08:45', closes: '17:00'};
const iso = (at: number | null) => (at === null ? null : instantOf(at).slice(0, 16));

test.each([
  ['in winter', '2026-11-25', 9 * 60, '2026-11-25T09:00'],
  ['in summer', '2026-07-01', 9 * 60, '2026-07-01T08:00'],
  ['just after midnight in summer', '2026-07-01', 30, '2026-06-30T23:30'],
  ['passed over in spring: the one an hour later', '2027-03-28', 90, '2027-03-28T01:30'],
  ['twice in autumn: the first', '2027-10-31', 90, '2027-10-31T00:30'],
])('a time of day %s', (_, on, minutes, expected) => {
  expect(iso(instantInWales(date(on), minutes))).toBe(expected);
});

test('read back it is what the clock showed, but for the hour that is passed over', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 3_000}), fc.integer({min: 0, max: 1_439}), (days, minutes) => {
      const on = addDays(date('2024-01-01'), days);
      const shown = clockInWales(instantInWales(on, minutes));
      const isPassedOver = minutes >= 60 && minutes < 120 && shown.minutes === minutes + 60;
      expect(isPassedOver || (shown.on === on && shown.minutes === minutes)).toBe(true);
    }),
  );
});

test('an office is open on its days, between its times, and not on a bank holiday', () => {
  const open = (at: string) => isOpenAt(OFFICE, millisecondsOf(at));
  expect(['2026-11-25T08:44:59Z', '2026-11-25T08:45:00Z', '2026-11-25T16:59:59Z', '2026-11-25T17:00:00Z'].map(open)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect([open('2026-11-28T12:00:00Z'), open('2026-11-29T12:00:00Z')]).toEqual([true, false]);
  // Boxing Day of 2026 is a Saturday, and Monday is off in its place.
  expect([open('2026-12-25T12:00:00Z'), open('2026-12-26T12:00:00Z'), open('2026-12-28T12:00:00Z')]).toEqual([false, false, false]);
});

test('when it opens next, over a weekend and into summer time; one that never opens says so', () => {
  expect(iso(opensAfter(OFFICE, millisecondsOf('2026-11-28T18:00:00Z')))).toBe('2026-11-30T08:45');
  expect(iso(opensAfter(OFFICE, millisecondsOf('2027-03-27T18:00:00Z')))).toBe('2027-03-30T07:45');
  expect([...hoursFrom({...OFFICE, opens: '09:00', closes: '09:00'}, 0)]).toEqual([]);
  expect(opensAfter({...OFFICE, days: []}, millisecondsOf('2026-11-28T18:00:00Z'))).toBeNull();
});
