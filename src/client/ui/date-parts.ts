/** What somebody has typed into the boxes of a date or a time, and what it means once it is whole. */
import {calendarDate, partsOf, type CalendarDate} from '#domain/shared/calendar-date.ts';

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export interface TimeParts {
  readonly hour: string;
  readonly minute: string;
}

export interface MonthParts {
  readonly month: string;
  readonly year: string;
}

export const NO_MONTH: MonthParts = {month: '', year: ''};
export const NO_DATE: DateParts = {day: '', month: '', year: ''};
export const NO_TIME: TimeParts = {hour: '', minute: ''};

export function partsFromDate(on: CalendarDate): DateParts {
  const {year, month, day} = partsOf(on);
  return {day: String(day), month: String(month), year: String(year)};
}

export function isEmptyDate(parts: DateParts): boolean {
  return [parts.day, parts.month, parts.year].every(part => part.trim() === '');
}

export function isEmptyTime(parts: TimeParts): boolean {
  return parts.hour.trim() === '' && parts.minute.trim() === '';
}

const whole = (text: string): number => (/^\d{1,4}$/u.test(text.trim()) ? Number(text) : Number.NaN);

/** The date, or null where the boxes hold no real one. Two figures of a year mean this century. */
export function dateFromParts(parts: DateParts): CalendarDate | null {
  const year = whole(parts.year);
  return calendarDate(year < 100 ? 2000 + year : year, whole(parts.month), whole(parts.day));
}

export const isEmptyMonth = ({month, year}: MonthParts): boolean => month.trim() === '' && year.trim() === '';

/** '2025-06', or null where the boxes hold no month. */
export function monthFromParts(parts: MonthParts): string | null {
  return dateFromParts({...parts, day: '1'})?.slice(0, 7) ?? null;
}

/** "14:05", or null. */
export function timeFromParts(parts: TimeParts): string | null {
  const hour = whole(parts.hour);
  const minute = parts.minute.trim() === '' ? 0 : whole(parts.minute);
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
