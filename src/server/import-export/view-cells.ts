/** The cells of one row side by side: what came, what somebody wrote since, what the importer reads, what could be chosen. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {ImportCell} from '#protocol/import-messages.ts';
import type {KeptRow} from '#server/db/import-hold-store.ts';
import {LISTS} from './code-lists.ts';
import {type Column, COLUMNS, type ExtractFile} from './extract-columns.ts';
import {readRow} from './read-row.ts';
import {columnOf, rawRowOf} from './stored-rows.ts';

const READINGS: Partial<Readonly<Record<Column['reading']['as'], ImportCell['reading']>>> = {
  date: 'date',
  list: 'list',
  staff: 'staff',
  'staff or YP': 'staff',
  flag: 'flag',
  money: 'money',
  whole: 'number',
  number: 'number',
  text: 'text',
};

export function cellsOf(file: ExtractFile, kept: KeptRow, corrections: ReadonlyMap<string, string>, today: CalendarDate): ImportCell[] {
  const raw = rawRowOf(file, kept);
  const {values} = readRow(file, {...raw, cells: new Map([...raw.cells, ...corrections])}, today);
  return inOrder(file, kept).map(({heading, column}) => {
    const known = COLUMNS[file].find(({name}) => name === column);
    const value = column === null ? null : (values[column] ?? null);
    const list = known?.reading.as === 'list' ? known.reading.list : null;
    return {
      column,
      heading,
      text: kept.original[heading] ?? '',
      corrected: column === null ? null : (corrections.get(column) ?? null),
      read: value === null ? null : String(value),
      reading: (known && READINGS[known.reading.as]) ?? 'line',
      list,
      choices: list === null ? [] : [...LISTS[list]].map(([code, spellings]) => ({code, written: spellings[0] ?? code})),
    };
  });
}

/** In the order of the columns; a column that the file lacks comes too, since it can still be filled in. */
function inOrder(file: ExtractFile, kept: KeptRow): {heading: string; column: string | null}[] {
  const columns = COLUMNS[file];
  const doubled = kept.facts?.doubled ?? [];
  const headings = Object.keys(kept.original).map(heading => ({
    heading,
    column: doubled.includes(heading) ? null : columnOf(file, heading),
  }));
  const missing = columns
    .filter(({name}) => !headings.some(({column}) => column === name))
    .map(({name}) => ({heading: name, column: name}));
  const place = (column: string | null) => (column === null ? columns.length : columns.findIndex(({name}) => name === column));
  return [...headings, ...missing].toSorted((a, b) => place(a.column) - place(b.column));
}
