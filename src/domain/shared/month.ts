/** A calendar month as text, '2025-06': counted in whole months, so that neither days nor time zones come into it. */
import type {CalendarDate} from './calendar-date.ts';
import {calendarDate, daysInMonth, partsOf} from './calendar-date.ts';
import {must} from './result.ts';

export type Month = string;

const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const fromNumber = (count: number): Month =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;

export const monthOf = (on: CalendarDate): Month => on.slice(0, 7);
export const addToMonth = (month: Month, count: number): Month => fromNumber(numberOf(month) + count);
/** Negative when the second comes first. */
export const monthsBetween = (from: Month, to: Month): number => numberOf(to) - numberOf(from);
export const firstDayOf = (month: Month): CalendarDate =>
  must(calendarDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1), 'a month has a first day');

export function lastDayOf(month: Month): CalendarDate {
  const {year, month: of} = partsOf(firstDayOf(month));
  return must(calendarDate(year, of, daysInMonth(year, of)), 'a month has a last day');
}
