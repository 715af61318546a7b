import {expect, test} from 'vitest';
import {dateFromParts, timeFromParts} from './date-parts.ts';

test.each([
  ['27', '3', '2027', '2027-03-27'],
  ['27', '3', '27', '2027-03-27'],
  [' 9 ', '08', '2026', '2026-08-09'],
  ['29', '2', '2024', '2024-02-29'],
  ['29', '2', '2026', null],
  ['', '3', '2026', null],
  ['1', '13', '2026', null],
  ['x', '1', '2026', null],
  ['1.5', '1', '2026', null],
])('%s %s %s', (day, month, year, expected) => {
  expect(dateFromParts({day, month, year})).toBe(expected);
});

test.each([
  ['14', '05', '14:05'],
  ['9', '', '09:00'],
  ['0', '0', '00:00'],
  ['24', '0', null],
  ['12', '60', null],
  ['', '30', null],
])('%s:%s', (hour, minute, expected) => {
  expect(timeFromParts({hour, minute})).toBe(expected);
});
