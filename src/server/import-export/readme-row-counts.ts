/**
 * What the README beside an extract says of it: how many rows the old system counted in each file, and the day of the
 * export. Both are optional; a file with fewer rows than its README names did not arrive whole.
 */
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {encodingOf, textOf} from './decode-text.ts';
import {FILES, type ExtractFile} from './extract-columns.ts';
import {readDate} from './read-date.ts';

export interface ReadmeFacts {
  readonly rows: ReadonlyMap<ExtractFile, number>;
  readonly exportedOn: CalendarDate | null;
}

const README = /^read[-_ ]?me(\.(md|txt|markdown))?$/i;
const NUMBER = String.raw`(\d{1,3}(?:[,. \u00a0]\d{3})+|\d+)`;
const COUNTS = [
  new RegExp(String.raw`[|\t][\s*\u0060]*${NUMBER}[\s*\u0060]*(?:rows|rhes|records)?\s*(?:[|\t]|$)`, 'i'),
  new RegExp(String.raw`^[\u0060*"'\s]*[:=,;(\u2013-]\s*${NUMBER}(?![\d/-])`),
  new RegExp(String.raw`(?<![\d.,])${NUMBER}\s+(?:rows|rhes|records|cofnod)`, 'i'),
];
const EXPORTED = /(?:extract(?:ed)? made|extracted|exported|gwnaed y (?:dyfyniad|allforio))[^:\n]*?(?::|on|ar)\s*([^\n]+)/i;
const DAY_IN_TEXT = /\d{1,2}(?:st|nd|rd|th)?\s+[\p{L}]+\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}/u;

export async function readmeFacts(folder: string): Promise<ReadmeFacts> {
  const name = (await readdir(folder)).toSorted().find(entry => README.test(entry));
  if (name === undefined) return {rows: new Map(), exportedOn: null};
  const path = join(folder, name);
  let text = '';
  for await (const piece of textOf(path, await encodingOf(path))) text += piece.text;
  return {rows: rowCounts(text), exportedOn: exportDay(text)};
}

/** A number cell of a table row, `contacts.csv: 2,043`, or `contacts.csv has 2,043 rows`; the first for each file. */
export function rowCounts(text: string): ReadonlyMap<ExtractFile, number> {
  const counts = new Map<ExtractFile, number>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const file = FILES.find(name => line.toLowerCase().includes(name));
    if (file === undefined || counts.has(file)) continue;
    const rest = line.slice(line.toLowerCase().indexOf(file) + file.length);
    const number = COUNTS.map(form => form.exec(rest)?.[1]).find(found => found !== undefined);
    if (number !== undefined) counts.set(file, Number(number.replaceAll(/\D/g, '')));
  }
  return counts;
}

function exportDay(text: string): CalendarDate | null {
  const day = DAY_IN_TEXT.exec(EXPORTED.exec(text)?.[1] ?? '')?.[0];
  const reading = readDate(day ?? '');
  return reading.is === 'value' ? reading.value : null;
}
