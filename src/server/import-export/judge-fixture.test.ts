/** The importer against the extract of the old system and its right answers (expected.json, read by tests only). */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {ImportReport} from './import-report.ts';
import {ReportBuilder} from './import-report.ts';
import {judgeExtract, openExtract} from './judge-extract.ts';
import type {JudgedRow} from './judged-row.ts';

interface Exception {
  row: number;
  key: string;
  outcome: 'hold' | 'reject';
  scope: 'row' | 'field';
  code: string;
  field: string;
  also_accept?: string[];
  with_row?: number;
}
interface FileExpectation {
  total_rows: number;
  must_import: number;
  must_hold_row: number;
  must_hold_field: number;
  must_wait_for_person: number;
  must_reject: number;
  exceptions: Exception[];
  waiting: {row: number; waits_for: string}[];
  either_way: {row: number}[];
}
const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/extract');
const TODAY = date('2026-11-21');
const expected = JSON.parse(await readFile(join(FOLDER, 'expected.json'), 'utf8')) as {files: Record<string, FileExpectation>};

let rows: JudgedRow[] = [];
let report: ImportReport = {files: {}, items: []};
beforeAll(async () => {
  const opened = await openExtract(FOLDER);
  const builder = new ReportBuilder(opened);
  for await (const row of judgeExtract({folder: FOLDER, authority: 'W06000011', today: TODAY}, opened)) {
    rows.push(row);
    builder.add(row);
  }
  report = builder.report();
});

describe.each(Object.entries(expected.files))('%s', (file, wanted) => {
  test('every row ends as the right answers say', () => {
    const totals = report.files[file];
    const held = wanted.must_hold_row + wanted.must_wait_for_person;
    expect(totals).toMatchObject({
      rows: wanted.total_rows,
      imported: wanted.must_import + wanted.must_hold_field,
      held,
      rejected: wanted.must_reject,
      expectedRows: wanted.total_rows,
    });
    expect(totals).not.toHaveProperty('incomplete');
  });

  test('each exception has its item, with code, column and the other row, and nothing else has one', () => {
    const items = new Map(report.items.filter(item => item.file === file).map(item => [item.row, item]));
    expect(items.size).toBe(report.items.filter(item => item.file === file).length);
    const people = new Map(rows.filter(row => row.file === 'young_people.csv').map(row => [row.key, row]));
    for (const exception of wanted.exceptions) {
      const item = items.get(exception.row);
      items.delete(exception.row);
      const outcome = exception.outcome === 'reject' ? 'rejected' : exception.scope === 'row' ? 'held' : 'question';
      expect(item, `row ${exception.row}`).toMatchObject({
        outcome,
        reason: exception.code,
        column: exception.scope === 'row' ? null : exception.field,
      });
      expect(exception.with_row ?? item?.withRow).toBe(item?.withRow);
    }
    for (const {row, waits_for: person} of wanted.waiting) {
      expect(items.get(row)).toMatchObject({outcome: 'held', reason: people.get(person)?.reason, column: null});
      items.delete(row);
    }
    expect([...items.values()]).toEqual([]);
  });
});

test('imported, held and rejected make up the rows of every file', () => {
  for (const totals of Object.values(report.files)) expect(totals.imported + totals.held + totals.rejected).toBe(totals.rows);
});

test('the later rows of doubled people name the first', () => {
  const pairs = rows.filter(row => row.reason === 'DUPLICATE_PERSON' && row.file === 'young_people.csv').map(row => [row.row, row.withRow]);
  expect(pairs).toEqual([
    [40, 25],
    [51, 49],
    [76, 63],
  ]);
});

test('every cell is kept as it came', async () => {
  const heading = (await readFile(join(FOLDER, 'alerts.csv'), 'utf8')).split('\n')[0]?.split(',') ?? [];
  for (const row of rows.filter(({file}) => file === 'alerts.csv')) expect(Object.keys(row.original)).toEqual(heading);
  expect(rows.find(row => row.key === 'BI625')?.original['first_payment_month']).toBe('12/2022');
  expect(rows.find(row => row.key === 'BI625')?.values['first_payment_month']).toBe('2022-12');
});
