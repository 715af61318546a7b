/** Writes invented extracts to a folder of their own, in any encoding and delimiter, and judges them. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {date} from '#domain/shared/calendar-date.ts';
import {type ImportReport, ReportBuilder} from './import-report.ts';
import {judgeExtract, openExtract} from './judge-extract.ts';
import type {JudgedRow} from './judged-row.ts';

export const TODAY = date('2026-11-21');

export type Bytes = string | Uint8Array;

export async function judged(files: Readonly<Record<string, Bytes>>, today = TODAY): Promise<{rows: JudgedRow[]; report: ImportReport}> {
  const folder = await mkdtemp(join(tmpdir(), 'extract-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await judgedFolder(folder, today);
  } finally {
    await rm(folder, {recursive: true});
  }
}

export async function judgedFolder(folder: string, today = TODAY): Promise<{rows: JudgedRow[]; report: ImportReport}> {
  const opened = await openExtract(folder);
  const builder = new ReportBuilder(opened);
  const rows: JudgedRow[] = [];
  for await (const row of judgeExtract({folder, authority: 'W06000011', today}, opened)) {
    rows.push(row);
    builder.add(row);
  }
  return {rows, report: builder.report()};
}

export interface Layout {
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly lineEnd?: '\n' | '\r\n' | '\r';
  readonly encoding?: 'utf-8' | 'utf-8 bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

export function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function written(records: readonly (readonly string[])[], layout: Layout = {}): Uint8Array {
  const {delimiter = ',', lineEnd = '\n'} = layout;
  return encoded(records.map(record => record.map(cell => quoted(cell, delimiter)).join(delimiter) + lineEnd).join(''), layout.encoding);
}

const WINDOWS_1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};

export function encoded(text: string, encoding: Layout['encoding'] = 'utf-8'): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(
        Array.from(text, character => WINDOWS_1252[character] ?? (character.charCodeAt(0) < 256 ? character.charCodeAt(0) : 63)),
      );
  }
}

const STAFF = ['staff_id,job_title,forename,surname', 'U1,Personal Adviser,Ann,Lea', 'U2,Team Manager,Ben,Moor', ''].join('\n');
const PERIODS = 'period_id,legacy_id,start_date,end_date,legal_status,authority,last_placement,reason_ceased\n';

/** A small whole extract: two workers, one person (born 5 May 2007, category 3) and whatever a test adds or replaces. */
export function smallExtract(files: Readonly<Record<string, Bytes>> = {}): Record<string, Bytes> {
  return {
    'staff.csv': STAFF,
    'young_people.csv':
      'legacy_id,surname,forename,dob,nhs_no,ni_no,category_old,pa_staff_id\nP1,Rees,Siân,05/05/2007,999 123 4567,QQ123456A,Cat 3 - Former Relevant,U1\n',
    'looked_after_periods.csv': `${PERIODS}L1,P1,01/02/2015,04/05/2025,Care Order (s.31),W06000011 Swansea,Foster care - in house,Turned 18 - other\n`,
    ...files,
  };
}

/** What became of the rows of one file: row number, outcome, and column and reason of each item. */
export async function outcomes(files: Readonly<Record<string, Bytes>>, file: string): Promise<string[]> {
  const {rows} = await judged(files);
  return rows
    .filter(row => row.file === file)
    .map(row =>
      [row.row, row.outcome, row.reason, ...row.questions.map(({column, reason}) => `${column}?${reason}`)]
        .filter(part => part !== null)
        .join(' '),
    );
}
