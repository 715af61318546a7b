/**
 * Days and months as exports write them. The old system's order is day, month, year and is never turned round: 05/13/2025
 * is no day, and calling it 13 May would be a guess. Other writings that can mean only one day are read: ISO, a
 * spreadsheet's day number, month names in Welsh and English, two-figure years.
 */
import {calendarDate, calendarDateInWales, type CalendarDate, fromDayNumber, partsOf} from '#domain/shared/calendar-date.ts';
import {BLANK, type CellReading, isNothing, question, read, tidy} from './read-cell.ts';

const MONTH_NAMES = [
  'january jan ionawr ion',
  'february feb chwefror chwef chwe',
  'march mar mawrth maw',
  'april apr ebrill ebr',
  'may mai',
  'june jun mehefin meh',
  'july jul gorffennaf gorff gor',
  'august aug awst aws',
  'september sept sep medi med',
  'october oct hydref hyd',
  'november nov tachwedd tach tac',
  'december dec rhagfyr rhag rha',
].map(names => names.split(' '));
/** Soft mutation after 'o': 'o Fawrth', 'o Fai', 'o Fehefin', 'o Orffennaf', 'o Fedi', 'o Dachwedd', 'o Ragfyr'. */
const MUTATED: Readonly<Record<string, number>> = {fawrth: 3, fai: 5, fehefin: 6, orffennaf: 7, fedi: 9, dachwedd: 11, ragfyr: 12};

/** What a system writes for a date that was never entered: the first day that it can store. */
const NEVER_ENTERED = new Set(['1900-01-01', '1899-12-30', '1899-12-31', '1753-01-01', '0001-01-01']);
const SPREADSHEET_DAY_0 = -25_569;
const TIME_OF_DAY = /[T ]\s*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?$/i;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i;

const SEPARATOR = String.raw`\s*[/.\-\u2010-\u2014\s]\s*`;
const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{4}|\\d{2})$`);
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})$`);
const DAY_NAME_YEAR =
  /^(?:[\p{L}]+,?\s+)*?(\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)?[\s\-/.]*(?:of |o )?\s*([\p{L}]{3,})[\s\-/.,]*(\d{4}|\d{2})$/iu;
const NAME_DAY_YEAR = /^([\p{L}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;

export function readDate(text: string): CellReading<CalendarDate> {
  const value = tidy(text);
  if (isNothing(value) || value === '0' || value === '1' || /^00\/0[01]\/(?:1900|0000)$/.test(value)) return BLANK;
  const day = dayOf(value);
  if (day === undefined) return question('DATE_UNREADABLE');
  if (day === null) return question('DATE_IMPOSSIBLE');
  if (NEVER_ENTERED.has(day)) return BLANK;
  const {year} = partsOf(day);
  return year < 1900 || year > 2199 ? question('DATE_IMPOSSIBLE') : read(day);
}

/** The day meant; null when the writing is clear and there is no such day; undefined when it is not clear. */
function dayOf(value: string): CalendarDate | null | undefined {
  const instant = INSTANT.exec(value);
  if (instant) return dayOfInstant(instant);
  const text = value.replace(TIME_OF_DAY, '');
  const numbers = DAY_MONTH_YEAR.exec(text);
  if (numbers) return calendarDate(fullYear(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const iso = YEAR_MONTH_DAY.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return spreadsheetDay(Number(text));
  if (/^\d{8}$/.test(text)) return eightFigures(text);
  return namedDay(text);
}

/** Midnight in Wales in summer is 23:00 of the day before in UTC, and the day in Wales is meant. */
function dayOfInstant(instant: RegExpExecArray): CalendarDate | null | undefined {
  const at = `${instant[1]}T${instant[2]}${(instant[3] ?? 'Z').toUpperCase()}`;
  return Number.isNaN(Date.parse(at)) ? null : calendarDateInWales(at);
}

function namedDay(text: string): CalendarDate | null | undefined {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  const monthFirst = dayFirst ? null : NAME_DAY_YEAR.exec(text);
  const month = monthNamed(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  if (month === null) return undefined;
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  return calendarDate(fullYear(dayFirst?.[3] ?? monthFirst?.[3]), month, day);
}

export function monthNamed(name: string): number | null {
  const folded = name.toLowerCase().replace('.', '');
  const at = MONTH_NAMES.findIndex(names => names.includes(folded));
  return at >= 0 ? at + 1 : (MUTATED[folded] ?? null);
}

/** No record of this work is older than 1950, so two figures name one year. */
function fullYear(figures: string | undefined): number {
  const year = Number(figures);
  if ((figures ?? '').length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** Day numbers of 1954 to 2064; anything else with five figures is not a date. */
function spreadsheetDay(serial: number): CalendarDate | undefined {
  return serial >= 20_000 && serial < 60_000 ? fromDayNumber(Math.floor(serial) + SPREADSHEET_DAY_0) : undefined;
}

/** Either order; a text can be a day of this or the last century in only one of them. */
function eightFigures(text: string): CalendarDate | null {
  const part = (from: number, to: number) => Number(text.slice(from, to));
  const yearFirst = calendarDate(part(0, 4), part(4, 6), part(6, 8));
  return yearFirst !== null && yearFirst >= '1900' ? yearFirst : calendarDate(part(4, 8), part(2, 4), part(0, 2));
}

/** 'YYYY-MM' of 'Jul-23', '07/2023', '2023-07', 'Gorffennaf 2023' or a whole date in that month. */
export function readMonth(text: string): CellReading<string> {
  const value = tidy(text);
  if (isNothing(value)) return BLANK;
  const named = /^([\p{L}]{3,})\.?[\s\-/']*(\d{4}|\d{2})$/u.exec(value);
  const turned = /^(\d{2})[\s\-/]([\p{L}]{3,})$/u.exec(value);
  const month = monthNamed(named?.[1] ?? turned?.[2] ?? '');
  if (month !== null) return monthOf(fullYear(named?.[2] ?? turned?.[1]), month);
  const numbers = /^(\d{1,2})[\s\-/.](\d{4})$/.exec(value);
  if (numbers) return monthOf(Number(numbers[2]), Number(numbers[1]));
  const iso = /^(\d{4})[\s\-/.](\d{1,2})$/.exec(value);
  if (iso) return monthOf(Number(iso[1]), Number(iso[2]));
  const day = readDate(value);
  return day.is === 'value' ? read(day.value.slice(0, 7)) : day;
}

function monthOf(year: number, month: number): CellReading<string> {
  const first = calendarDate(year, month, 1);
  return first === null || year < 1900 || year > 2199 ? question('DATE_IMPOSSIBLE') : read(first.slice(0, 7));
}
