/**
 * A row's cells to values by the table of columns: what could be read, what waits, and why the row cannot stand if it
 * cannot. Nothing here looks at other rows.
 */
import {createHash} from 'node:crypto';
import {addMonths, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {type Column, COLUMNS, type ExtractFile} from './extract-columns.ts';
import type {RawRow} from './extract-source.ts';
import type {CellValue, Question} from './judged-row.ts';
import {
  type CellReading,
  foldId,
  question,
  read,
  BLANK,
  type Reason,
  readFinancialYear,
  readFlag,
  readLine,
  readListValue,
  readNumber,
  readText,
  readTime,
  readWhole,
  tidy,
} from './read-cell.ts';
import {readDate, readMonth} from './read-date.ts';
import {readMoney} from './read-money.ts';

export interface ReadRow {
  readonly raw: RawRow;
  readonly key: string;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly questions: readonly Question[];
  /** Why the row cannot stand, from its own cells; the first column that says so. */
  readonly trouble: Question | null;
  /** The same for two rows that say the same in whatever writing. */
  readonly digest: string;
}

export function readRow(file: ExtractFile, raw: RawRow, today: CalendarDate): ReadRow {
  const values: Record<string, CellValue> = {};
  const questions: Question[] = [];
  let trouble: Question | null = null;
  for (const column of COLUMNS[file]) {
    const reading = checked(column, readCell(column, raw.cells.get(column.name) ?? ''), today);
    values[column.name] = reading.is === 'value' ? reading.value : null;
    if (reading.is !== 'question') continue;
    if (column.need === null) questions.push({column: column.name, reason: reading.reason});
    else trouble ??= {column: column.name, reason: reading.reason};
  }
  const digest = digestOf(file, raw, values);
  const keyColumn = COLUMNS[file][0]?.name ?? '';
  // A row without a key keeps that of its cells as they came, whatever is corrected in it later.
  const {asItCame} = raw.settled ?? {};
  const key = String(values[keyColumn] ?? '') || (asItCame ? readRow(file, asItCame, today).key : `~${digest}`);
  return {raw, key, values, questions, trouble, digest};
}

const YOUNG_PERSON = new Set(['YP', 'PI', 'YOUNGPERSON', 'PERSONIFANC']);

function readCell(column: Column, text: string): CellReading<string | number | boolean> {
  const {reading} = column;
  switch (reading.as) {
    case 'key':
    case 'person':
    case 'plan':
    case 'staff':
    case 'request':
      return reference(text);
    case 'staff or YP': {
      const id = foldId(text);
      return YOUNG_PERSON.has(id) ? read('YP') : reference(text);
    }
    case 'line':
      return readLine(text);
    case 'text':
      return readText(text);
    case 'date':
      return readDate(text);
    case 'time':
      return readTime(text);
    case 'month':
      return readMonth(text);
    case 'year':
      return readFinancialYear(text);
    case 'flag':
      return readFlag(text);
    case 'number':
      return readNumber(text);
    case 'money':
      return readMoney(text, reading.weekly);
    case 'whole':
      return readWhole(text, reading.least, reading.most);
    case 'list':
      return readListValue(text, reading.list);
  }
}

function reference(text: string): CellReading<string> {
  const id = foldId(text);
  return id === '' ? BLANK : read(id);
}

/** A day that must have happened may not lie ahead, nobody here was born a century ago; a cell without which no row stands may not be blank. */
function checked(
  column: Column,
  reading: CellReading<string | number | boolean>,
  today: CalendarDate,
): CellReading<string | number | boolean> {
  if (reading.is === 'blank' && column.need === 'value') {
    const reason = reasonMissing(column);
    return reason === null ? reading : question(reason);
  }
  if (column.reading.as !== 'date' || !column.reading.past || reading.is !== 'value') return reading;
  if (column.name === 'dob' && String(reading.value) < addMonths(today, -1200)) return question('DATE_IMPOSSIBLE');
  if (String(reading.value) <= today) return reading;
  return question(column.name === 'dob' ? 'DOB_FUTURE' : 'DATE_FUTURE');
}

/** Whom a row belongs to is judged against the other files; a row without a key of its own gets one from its content. */
const JUDGED_ELSEWHERE: readonly string[] = ['key', 'person', 'plan'];

function reasonMissing({name, reading}: Column): Reason | null {
  if (name === 'dob') return 'DOB_MISSING';
  if (reading.as === 'date') return 'DATE_MISSING';
  if (reading.as === 'money') return 'AMOUNT_UNREADABLE';
  return JUDGED_ELSEWHERE.includes(reading.as) ? null : 'UNKNOWN_CODE';
}

function digestOf(file: ExtractFile, raw: RawRow, values: Readonly<Record<string, CellValue>>): string {
  const said = COLUMNS[file].map(({name}) => values[name] ?? tidy(raw.cells.get(name) ?? ''));
  const comparable = said.map(value => (typeof value === 'string' ? tidy(value) : value));
  return createHash('sha256')
    .update(JSON.stringify([comparable, raw.others]))
    .digest('base64url')
    .slice(0, 22);
}
