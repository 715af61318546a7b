/** a child under 16 in a home outside Wales is warned of; an area nobody knows, a Welsh one and a birthday are not. */
import {expect, test} from 'vitest';
import {stay} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {isUnder16OutsideWales} from './outside-wales.ts';

const BORN = date('2012-02-29');

test.each([
  ['the day before 16', 'Shropshire', '2028-02-28', true],
  ['the day of 16', 'Shropshire', '2028-02-29', false],
  ['a Welsh authority', 'W06000015', '2026-11-21', false],
  ['a Welsh authority by a part of its name', 'Ynys Môn', '2026-11-21', false],
  ['a Welsh authority as an old system had it', 'W06000015 Caerdydd', '2026-11-21', false],
  ['a Welsh authority with more than its name', 'Cyngor Sir Ynys Môn', '2026-11-21', false],
  ['a Welsh authority with what councils put beside it', 'Cardiff Council', '2026-11-21', false],
  ['the same in Welsh', 'Cyngor Dinas Casnewydd', '2026-11-21', false],
  ['an English place of the same name', 'Newport, Shropshire', '2026-11-21', true],
  ['an area nobody knows', null, '2026-11-21', false],
] as const)('R-58 %s', (_, area, on, warned) => {
  const home = stay('supported_lodgings', '2026-01-01', null, {area});
  expect(isUnder16OutsideWales(home.data, BORN, date(on))).toBe(warned);
  expect(isUnder16OutsideWales(home.data, undefined, date(on))).toBe(false);
});
