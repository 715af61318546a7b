/** Row counts as READMEs write them. */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {readmeFacts, rowCounts} from './readme-row-counts.ts';

test.each([
  ['| contacts.csv | 2043 | Visits and other contacts, 21 November 2024. |', 2043],
  ['| `contacts.csv` | **2,043** | Visits |', 2043],
  ['| Visits | contacts.csv | 2 043 rows |', 2043],
  ['contacts.csv: 2,043', 2043],
  ['- contacts.csv (2043 rows)', 2043],
  ['Contacts.csv has 2,043 rows', 2043],
  ['contacts.csv yn cynnwys 2043 rhes', 2043],
  ['contacts.csv\t2043', 2043],
  ['### contacts.csv', undefined],
  ['contacts.csv holds visits from 21 November 2024', undefined],
  ['| contacts.csv | Visits of 2024 |', undefined],
])('%j', (line, rows) => expect(rowCounts(line).get('contacts.csv')).toBe(rows));

test('the day of the export, and a folder without a README', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readme-'));
  expect(await readmeFacts(folder)).toEqual({rows: new Map(), exportedOn: null});
  await writeFile(
    join(folder, 'ReadMe.txt'),
    Buffer.from('\ufeffExtract made: Friday 20 November 2026, 18:00.\r\nalerts.csv: 52 rows\r\n', 'utf16le'),
  );
  expect(await readmeFacts(folder)).toEqual({rows: new Map([['alerts.csv', 52]]), exportedOn: '2026-11-20'});
  await rm(folder, {recursive: true});
});

test('the README of the fixture names a count for every file', async () => {
  const text = await readFile(join(import.meta.dirname, '../../../tests/fixtures/extract/README.md'), 'utf8');
  expect(Object.fromEntries(rowCounts(text))).toEqual({
    'staff.csv': 9,
    'young_people.csv': 120,
    'looked_after_periods.csv': 136,
    'accommodation.csv': 403,
    'pathway_plans.csv': 125,
    'plan_sections.csv': 902,
    'plan_actions.csv': 730,
    'contacts.csv': 2043,
    'fund_requests.csv': 189,
    'fund_budgets.csv': 6,
    'income_scheme.csv': 20,
    'income_checkins.csv': 157,
    'alerts.csv': 52,
  });
});
