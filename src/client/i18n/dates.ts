/**
 * Dates and times in words, the same in every browser. No Intl for Welsh: a Welsh date in Chromium's hands comes out
 * in English without an error. Times are 24-hour in both languages (welsh.md 6).
 */
import {calendarDateInWales, daysBetween, parseCalendarDate, partsOf, weekday, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {MONTHS, MONTHS_SHORT, WEEKDAYS} from './calendar-words.ts';
import type {Language} from './language-choice.ts';

const two = (number: number): string => String(number).padStart(2, '0');

function monthName(month: number, words: readonly string[]): string {
  return words[month - 1] ?? '';
}

/** "21 Tachwedd 2026". */
export function longDate(on: CalendarDate, language: Language): string {
  const {year, month, day} = partsOf(on);
  return `${day} ${monthName(month, MONTHS[language])} ${year}`;
}

/** "Dydd Sadwrn 21 Tachwedd 2026". */
export function dateWithWeekday(on: CalendarDate, language: Language): string {
  return `${WEEKDAYS[language][weekday(on) - 1] ?? ''} ${longDate(on, language)}`;
}

/** "21 Tach 2026", for narrow places. */
export function mediumDate(on: CalendarDate, language: Language): string {
  const {year, month, day} = partsOf(on);
  return `${day} ${monthName(month, MONTHS_SHORT[language])} ${year}`;
}

/** "21/11/2026", in both languages. */
export function shortDate(on: CalendarDate): string {
  const {year, month, day} = partsOf(on);
  return `${two(day)}/${two(month)}/${year}`;
}

/** "Tachwedd 2026" from '2026-11' or from a date. */
export function monthAndYear(month: string, language: Language): string {
  const first = parseCalendarDate(`${month.slice(0, 7)}-01`);
  if (!first) return month;
  const parts = partsOf(first);
  return `${monthName(parts.month, MONTHS[language])} ${parts.year}`;
}

/** "14:05" of an instant, as clocks in Wales show it: summer time from 01:00 UTC, last Sunday of March to October. */
export function timeInWales(instant: string | number): string {
  const at = new Date(instant);
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(at.getUTCFullYear(), month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  };
  const summer = at.getTime() >= lastSunday(2) && at.getTime() < lastSunday(9);
  return `${two((at.getUTCHours() + (summer ? 1 : 0)) % 24)}:${two(at.getUTCMinutes())}`;
}

/** "heddiw", "yfory", "ymhen 3 diwrnod"; "today", "2 days ago". Positive is to come. */
export function relativeDays(days: number, language: Language): string {
  const size = Math.abs(days);
  if (language === 'cy') {
    const named: Readonly<Record<number, string>> = {[-2]: 'echdoe', [-1]: 'ddoe', 0: 'heddiw', 1: 'yfory', 2: 'drennydd'};
    return named[days] ?? (days > 0 ? `ymhen ${size} diwrnod` : `${size} diwrnod yn ôl`);
  }
  const named: Readonly<Record<number, string>> = {[-1]: 'yesterday', 0: 'today', 1: 'tomorrow'};
  return named[days] ?? (days > 0 ? `in ${size} days` : `${size} days ago`);
}

/** Beyond this many days nobody counts: the date alone says more. */
const DAYS_COUNTED = 31;

/** "22 Tachwedd 2026 (heddiw)"; a date further off stands alone. */
export function dateWithDays(on: CalendarDate, today: CalendarDate, language: Language): string {
  const days = daysBetween(today, on);
  const written = longDate(on, language);
  return Math.abs(days) > DAYS_COUNTED ? written : `${written} (${relativeDays(days, language)})`;
}

/** The day of an instant and its time: "10:42" today, "ddoe 10:42", else "19 Tachwedd 2026, 10:42". */
export function moment(instant: string | number, today: CalendarDate, language: Language): string {
  const on = calendarDateInWales(instant);
  const days = daysBetween(today, on);
  if (days === 0) return timeInWales(instant);
  if (days === -1) return `${relativeDays(days, language)} ${timeInWales(instant)}`;
  return `${longDate(on, language)}, ${timeInWales(instant)}`;
}
