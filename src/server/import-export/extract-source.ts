/**
 * One file of an extract as numbered rows, in a stream. Encoding, delimiter and heading are found, not assumed. The
 * heading is row 1; a record with every cell empty and a heading repeated in mid-file are no rows but keep their
 * number. A last record that the file's end cut off is marked, never mended.
 */
import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {type Encoding, encodingOf, textOf} from './decode-text.ts';
import {COLUMNS, type ExtractFile, foldHeading} from './extract-columns.ts';
import {ExtractError} from './extract-error.ts';
import {type CsvRecord, type Delimiter, DELIMITERS, RecordReader, recordsOf} from './read-csv.ts';
import {type Reason, tidy} from './read-cell.ts';

export interface ExtractSource {
  readonly file: ExtractFile;
  readonly path: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Headings as they came, made unique; their order is the file's own. */
  readonly headings: readonly string[];
  /** For each cell, the column it fills, or null for one that the importer does not know. */
  readonly columns: readonly (string | null)[];
  /** Records before the heading: a title, a `sep=` line. */
  readonly recordsBefore: number;
  readonly expectedRows: number | null;
}

export interface RawRow {
  readonly row: number;
  /** By column; a missing column or cell is absent. */
  readonly cells: ReadonlyMap<string, string>;
  readonly original: Readonly<Record<string, string>>;
  /** Cells of columns that the importer does not know. */
  readonly others: readonly string[];
  /** Filled cells beyond the heading: nobody can say which column is which. */
  readonly isTooLong: boolean;
  readonly isCutOff: boolean;
  /** Headings that name a column which an earlier heading fills already. */
  readonly doubled: readonly string[];
  /** What people have decided about this row since; its own cells are then those of `asItCame`. */
  readonly settled?: Settled;
}

/** Decisions of people about one row, laid over it before it is judged. */
export interface Settled {
  readonly asItCame: RawRow;
  /** Reasons to hold it that no longer count: somebody has said that the row is true as it is. */
  readonly stands: ReadonlySet<Reason>;
  /** Columns about which nothing is known, and columns whose value stands in spite of a doubt. */
  readonly blank: ReadonlySet<string>;
  readonly keeps: ReadonlySet<string>;
  readonly isSetAside: boolean;
}

const HEAD_CHARACTERS = 65_536;
const RECORDS_TO_SEARCH = 20;

/** Null when the folder has no such file; the name is matched whatever its case. */
export async function openSource(folder: string, file: ExtractFile, expectedRows: number | null): Promise<ExtractSource | null> {
  const name = (await readdir(folder)).toSorted().find(entry => entry.toLowerCase() === file);
  if (name === undefined) return null;
  const path = join(folder, name);
  const {size} = await stat(path);
  const encoding = await encodingOf(path);
  const head = await headOf(path, encoding);
  const base = {file, path, bytes: size, encoding, expectedRows};
  if (head.trim() === '') return {...base, delimiter: ',', headings: [], columns: [], recordsBefore: 0};
  const found = findHeading(head, file);
  if (found === null) throw new ExtractError('no-heading', file);
  return {...base, ...found};
}

async function headOf(path: string, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const {text} of textOf(path, encoding)) {
    head += text;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}

type Heading = Pick<ExtractSource, 'delimiter' | 'headings' | 'columns' | 'recordsBefore'>;

/** The record and delimiter under which most known columns appear; two at least. */
function findHeading(head: string, file: ExtractFile): Heading | null {
  const known = new Map(COLUMNS[file].map(column => [foldHeading(column.name), column.name]));
  const score = (record: CsvRecord) => new Set(record.cells.map(foldHeading).filter(cell => known.has(cell))).size;
  let best: {delimiter: Delimiter; at: number; record: CsvRecord; score: number} | null = null;
  for (const delimiter of DELIMITERS) {
    for (const [at, record] of recordsOf(head, delimiter).slice(0, RECORDS_TO_SEARCH).entries()) {
      const points = score(record);
      if (points >= 2 && points > (best?.score ?? 0)) best = {delimiter, at, record, score: points};
    }
  }
  if (best === null) return null;
  const headings = uniqueHeadings(best.record.cells);
  const taken = new Set<string>();
  const columns = best.record.cells.map(cell => {
    const column = known.get(foldHeading(cell)) ?? null;
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
  return {delimiter: best.delimiter, headings, columns, recordsBefore: best.at};
}

function uniqueHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const heading = tidy(cell) || `column ${at + 1}`;
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
}

/** Rows in order. One is held back, because only the next tells whether it was the last. */
export async function* rowsOf(source: ExtractSource, onProgress?: (done: number) => void): AsyncGenerator<RawRow> {
  const heading = source.headings.map(foldHeading);
  let pending: {record: CsvRecord; row: number} | null = null;
  let number = -source.recordsBefore;
  let rows = 0;
  let shortRows = 0;
  for await (const record of records(source, onProgress)) {
    number++;
    if (number <= 1 || isEmpty(record) || isHeading(record, heading)) continue;
    if (pending) yield rawRow(source, pending.record, pending.row, false);
    rows++;
    if (pending && isShort(pending.record, source)) shortRows++;
    pending = {record, row: number};
  }
  if (!pending) return;
  const isIncomplete = source.expectedRows !== null && rows < source.expectedRows;
  yield rawRow(source, pending.record, pending.row, isCutOff(pending.record, source, isIncomplete, shortRows > 0));
}

async function* records(source: ExtractSource, onProgress?: (done: number) => void): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader(source.delimiter);
  for await (const {text, bytes} of textOf(source.path, source.encoding)) {
    yield* reader.read(text);
    onProgress?.(bytes);
  }
  const last = reader.end();
  if (last) yield last;
}

/** Control characters are no content: old systems end a file with one. */
const isEmpty = (record: CsvRecord): boolean => record.cells.every(cell => tidy(cell.replaceAll(/\p{Cc}/gu, '')) === '');
const isShort = (record: CsvRecord, source: ExtractSource): boolean => record.cells.length < source.headings.length;
const isHeading = (record: CsvRecord, heading: readonly string[]): boolean =>
  record.cells.length === heading.length && record.cells.every((cell, at) => foldHeading(cell) === heading[at]);

/**
 * An open quote is always a cut. A last record without a line end is one when it lacks cells, or when the README says
 * that rows are missing. A closed short record is one only in an incomplete file whose other rows are whole.
 */
function isCutOff(record: CsvRecord, source: ExtractSource, isIncomplete: boolean, othersAreShort: boolean): boolean {
  if (record.isQuoteOpen) return true;
  const lacksCells = isShort(record, source) && !othersAreShort;
  return record.isEnded ? lacksCells && isIncomplete : lacksCells || isIncomplete;
}

function rawRow(source: ExtractSource, record: CsvRecord, row: number, cutOff: boolean): RawRow {
  const cells = new Map<string, string>();
  const original: Record<string, string> = {};
  const others: string[] = [];
  const doubled: string[] = [];
  for (const [at, cell] of record.cells.entries()) {
    const column = source.columns[at] ?? null;
    if (column === null) others.push(tidy(cell));
    else cells.set(column, cell);
    const heading = source.headings[at] ?? `column ${at + 1}`;
    if (column === null && source.columns.some(known => known !== null && foldHeading(known) === foldHeading(heading)))
      doubled.push(heading);
    if (at < source.headings.length || cell !== '') original[heading] = cell;
  }
  const isTooLong = record.cells.slice(source.headings.length).some(cell => tidy(cell) !== '');
  return {row, cells, original, others, isTooLong, isCutOff: cutOff, doubled};
}
