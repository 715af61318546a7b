/**
 * Dates of the sample extract, counted from the day on which the sample is made (the forms are listed in README.md).
 * Pure: a day and a text give the same text again; a form that is not in the list is an error, never left standing.
 */
import {addDays, addMonths, birthday, type CalendarDate, partsOf, weekday} from '#domain/shared/calendar-date.ts';

const PLACEHOLDER = /\{[^{}]*\}/g;
const DAYS = /^([+-]?\d+)d( weekday)?$/;
const AGE = /^age (\d+)y \+(\d+)d$/;
const BIRTHDAY = /^(\d+)y(?: ([+-]\d+)d)?$/;
const FINANCIAL_YEAR = /^fy(?: ([+-]\d+)([dy]))?$/;
const FRIDAY = 5;

/** The text with every placeholder replaced. `born` is needed only by birthdays. @throws RangeError on an unknown form. */
export function withDates(text: string, today: CalendarDate, born: CalendarDate | null): string {
  return text.replaceAll(PLACEHOLDER, placeholder => valueOf(placeholder.slice(1, -1), today, born));
}

/** The date of birth that a cell of the people file stands for, or null where it holds no placeholder. */
export function bornOn(cell: string, today: CalendarDate): CalendarDate | null {
  const age = AGE.exec(cell.slice(1, -1));
  return age ? addMonths(addDays(today, -Number(age[2])), -12 * Number(age[1])) : null;
}

function valueOf(form: string, today: CalendarDate, born: CalendarDate | null): string {
  const days = DAYS.exec(form);
  if (days) return written(days[2] === undefined ? addDays(today, Number(days[1])) : onWeekday(addDays(today, Number(days[1]))));
  const age = bornOn(`{${form}}`, today);
  if (age !== null) return written(age);
  const reached = BIRTHDAY.exec(form);
  if (reached && born !== null) return written(addDays(birthday(born, Number(reached[1])), Number(reached[2] ?? 0)));
  const year = FINANCIAL_YEAR.exec(form);
  if (year) return financialYear(year[2] === 'y' ? addMonths(today, 12 * Number(year[1])) : addDays(today, Number(year[1] ?? 0)));
  throw new RangeError(`no such form of date: ${form}`);
}

/** As old systems write it: day, month, year. */
function written(on: CalendarDate): string {
  return `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
}

function onWeekday(on: CalendarDate): CalendarDate {
  return addDays(on, -Math.max(0, weekday(on) - FRIDAY));
}

/** 1 April to 31 March. */
function financialYear(on: CalendarDate): string {
  const {year, month} = partsOf(on);
  const first = month >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}
