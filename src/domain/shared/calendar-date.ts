/**
 * Calendar dates of Welsh law and case work: 'YYYY-MM-DD', no time, no zone. UTC midnight is not a Welsh calendar
 * date, so instants become dates only through `calendarDateInWales`. Month sums clamp to the last day of the month
 * a birthday of 29 February is reached on 1 March in other years (domain edge case 1).
 */
import * as z from 'zod/mini';

export type CalendarDate = string & {readonly __calendarDate: unique symbol};

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The date of a year (1-9999), a month (1-12) and a day, or null where no such day exists. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

/** Reads 'YYYY-MM-DD' only; null for anything else and for days that do not exist. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = FORM.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** @throws RangeError when the text is no date: for literals and values already checked. */
export function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new RangeError('not a calendar date');
  return parsed;
}

export const calendarDateSchema = z.custom<CalendarDate>(value => typeof value === 'string' && parseCalendarDate(value) !== null);

export function partsOf(on: CalendarDate): {year: number; month: number; day: number} {
  return {year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10))};
}

/** Whole days since 1970-01-01; negative before. */
export function dayNumber(on: CalendarDate): number {
  const {year, month, day} = partsOf(on);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function fromDayNumber(days: number): CalendarDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
}

export function addDays(on: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(on) + days);
}

/** Calendar months, clamped to the last day of the month: 30 November + 3 months is 28 or 29 February. */
export function addMonths(on: CalendarDate, months: number): CalendarDate {
  const {year, month, day} = partsOf(on);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = (((total % 12) + 12) % 12) + 1;
  return date(
    `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(Math.min(day, daysInMonth(toYear, toMonth))).padStart(2, '0')}`,
  );
}

/** Days from `from` to `to`; the day after is 1. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day an age is reached; for 29 February births that is 1 March in a year without one. */
export function birthday(dateOfBirth: CalendarDate, age: number): CalendarDate {
  const {year, month, day} = partsOf(dateOfBirth);
  return calendarDate(year + age, month, day) ?? date(`${String(year + age).padStart(4, '0')}-03-01`);
}

/** Whole years reached by the start of `on`; negative before birth. */
export function ageOn(dateOfBirth: CalendarDate, on: CalendarDate): number {
  const years = partsOf(on).year - partsOf(dateOfBirth).year;
  return on < birthday(dateOfBirth, years) ? years - 1 : years;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Monday 1 to Sunday 7. */
export function weekday(on: CalendarDate): number {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1;
}

const WALES = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit'});

const HOUR_MS = 3_600_000;
/** Wales is whole hours from UTC, so a day never turns within one. Screens ask for the present hour again and again. */
let lastAsked: {readonly hour: number; readonly on: CalendarDate} | undefined;

/** The calendar date in Wales at an instant (ISO 8601 text or milliseconds), summer time included. */
export function calendarDateInWales(instant: string | number): CalendarDate {
  const at = new Date(instant);
  const hour = Math.floor(at.getTime() / HOUR_MS);
  if (lastAsked?.hour === hour) return lastAsked.on;
  const parts = Object.fromEntries(WALES.formatToParts(at).map(part => [part.type, part.value]));
  const on = date(`${parts['year']}-${parts['month']}-${parts['day']}`);
  lastAsked = {hour, on};
  return on;
}

/** An instant as milliseconds since 1970 and back, to measure and to add. */
export const millisecondsOf = (instant: string): number => Date.parse(instant);
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Hours from one instant to another (ISO 8601 texts); not a number when one of them is none. */
export function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS;
}
