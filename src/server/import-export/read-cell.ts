/**
 * One cell to one value. A writing with exactly one possible reading is read; with two or none it is a question, never
 * a guess. The reason codes are those of the extract's README. What the cell said is kept elsewhere, untouched.
 */
import type {ListName} from './code-lists.ts';
import {codeOf} from './code-of.ts';

export type Reason = string;
/** What a cell says: a value, nothing, or a question with its reason. */
export type CellReading<Value> =
  | {readonly is: 'value'; readonly value: Value}
  | {readonly is: 'blank'}
  | {readonly is: 'question'; readonly reason: Reason};

export const BLANK = {is: 'blank'} as const;
export const read = <Value>(value: Value): CellReading<Value> => ({is: 'value', value});
export const question = (reason: Reason): {readonly is: 'question'; readonly reason: Reason} => ({is: 'question', reason});

/** Marks that take no room on a screen and that copying leaves behind. Joiners stay: emoji and some scripts need them. */
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
/** How systems write that there is nothing. */
const NOTHING = /^(null|\\n|n\/a|#n\/a|-{1,3})$/i;

/** Without outer spaces and invisible marks; inner spaces become plain ones. */
export function tidy(text: string): string {
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .trim();
}

export const isNothing = (text: string): boolean => text === '' || NOTHING.test(text);

/** A reference as it is compared: no spaces, capitals. */
export const foldId = (text: string): string => tidy(text.normalize('NFKC')).replaceAll(/\s/g, '').toUpperCase();

const LINE_LIMIT = 1_000;
const TEXT_LIMIT_BYTES = 65_536;

const isKeepable = (text: string): boolean =>
  !text.includes('\u0000') && !/[\ud800-\udfff]/u.test(text) && Buffer.byteLength(text) <= TEXT_LIMIT_BYTES;

/** One line of text: a name, an address, a reference. */
export function readLine(text: string): CellReading<string> {
  const line = tidy(text);
  if (line === '') return BLANK;
  return line.length <= LINE_LIMIT && isKeepable(line) ? read(line) : question('TEXT_TOO_LONG');
}

/** Somebody's words, exactly as they came. */
export function readText(text: string): CellReading<string> {
  if (tidy(text) === '') return BLANK;
  return isKeepable(text) ? read(text) : question('TEXT_TOO_LONG');
}

export function readListValue(text: string, list: ListName): CellReading<string> {
  const value = tidy(text);
  if (value === '') return BLANK;
  const whole = list === 'planSection' ? /^0*(\d+)(?:\.0+)?$/.exec(value)?.[1] : undefined;
  const code = codeOf(list, whole ?? value);
  if (code !== null) return read(code);
  return isNothing(value) ? BLANK : question('UNKNOWN_CODE');
}

const YES = new Set(['y', 'yes', 'true', '1', 't', 'ydy', 'ydi', 'oes', 'ie', 'do', '✓', '✔', 'x']);
const NO = new Set(['n', 'no', 'false', '0', 'f', 'nac ydy', 'nac ydi', 'nag ydy', 'nac oes', 'nage', 'naddo', 'na', '✗', '✘']);

export function readFlag(text: string): CellReading<boolean> {
  const value = tidy(text).toLowerCase().replaceAll(/\s+/g, ' ');
  if (YES.has(value)) return read(true);
  if (NO.has(value)) return read(false);
  return isNothing(value) ? BLANK : question('UNKNOWN_CODE');
}

export function readWhole(text: string, least: number, most: number): CellReading<number> {
  const value = tidy(text);
  if (isNothing(value)) return BLANK;
  const digits = /^\+?(\d{1,9})(?:[.,]0+)?(?:\s*(?:weeks?|wks?|wythnos(?:au)?))?$/i.exec(value)?.[1];
  const number = Number(digits ?? Number.NaN);
  return number >= least && number <= most ? read(number) : question('UNKNOWN_CODE');
}

export function readNumber(text: string): CellReading<number> {
  const value = tidy(text);
  if (isNothing(value)) return BLANK;
  const digits = /^(\d{1,9}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(value);
  const number = Number(digits?.[1]?.replace(',', '.') ?? Number.NaN) / (digits?.[2] === '%' ? 100 : 1);
  return Number.isFinite(number) ? read(number) : question('UNKNOWN_CODE');
}

/** '2026-27' of '2026/27', '2026-2027' or '26/27', where the second year follows the first. */
export function readFinancialYear(text: string): CellReading<string> {
  const value = tidy(text);
  if (isNothing(value)) return BLANK;
  const match = /^(?:fy\s*)?(?:20)?(\d{2})\s*[-/\u2010-\u2014]\s*(?:20)?(\d{2})$/i.exec(value);
  if (!match || (Number(match[1]) + 1) % 100 !== Number(match[2])) return question('UNKNOWN_CODE');
  return read(`20${match[1]}-${match[2]}`);
}

const HOURS_MINUTES = /^(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:hrs?\.?|([ap])\.?m\.?|([ap]))?$/i;
const HOUR_ONLY = /^(\d{1,2})\s*([ap])\.?m\.?$/i;

/** '09:30' of '9.30', '0930', '9:30am', '9:30:00' or the part of a day that a spreadsheet stores. */
export function readTime(text: string): CellReading<string> {
  const value = tidy(text);
  if (isNothing(value)) return BLANK;
  const partOfDay = /^0?\.(\d|\d{3,})$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isFinite(partOfDay)) {
    const minutes = Math.round(partOfDay * 1440);
    return time(Math.floor(minutes / 60), minutes % 60, '');
  }
  const match = HOURS_MINUTES.exec(value) ?? /^(\d{1,2})(\d{2})$/.exec(value);
  if (match) return time(Number(match[1]), Number(match[2]), match[3] ?? match[4] ?? '');
  const hour = HOUR_ONLY.exec(value);
  return hour ? time(Number(hour[1]), 0, hour[2] ?? '') : question('DATE_UNREADABLE');
}

function time(hour: number, minute: number, half: string): CellReading<string> {
  const isTwelve = half !== '' && hour >= 1 && hour <= 12;
  const hours = isTwelve ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  if (hours > 23 || minute > 59) return question('DATE_IMPOSSIBLE');
  return read(`${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}
