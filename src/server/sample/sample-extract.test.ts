/** The sample extract on many days: every row imports without a question, and everybody has the category they stand for. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {financialYearOf, isDaysFund, remaining} from '#domain/fund/ledger.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {addDays, type CalendarDate, date, daysInMonth} from '#domain/shared/calendar-date.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import {judgeExtract} from '#server/import-export/judge-extract.ts';
import {writeSampleExtract} from './sample-extract.ts';

const AUTHORITY = {code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true};

/** By person: C5 and C6a are the special guardianship and the qualifying; the one without a category has died. */
const CATEGORIES: Readonly<Record<string, string>> = {
  EX1001: 'C1',
  EX1002: 'C1',
  EX1003: 'C1',
  EX1004: 'C1',
  EX1005: 'C2',
  EX1006: 'C2',
  EX1007: 'C3',
  EX1008: 'C3',
  EX1009: 'C3',
  EX1010: 'C3',
  EX1011: 'C3',
  EX1012: 'C3',
  EX1013: 'C3',
  EX1014: 'C3',
  EX1015: 'C3',
  EX1016: 'none',
  EX1017: 'C3',
  EX1018: 'C3',
  EX1019: 'C4',
  EX1020: 'C3',
  EX1021: 'C3',
  EX1022: 'C3',
  EX1023: 'C5',
  EX1024: 'C6a',
  EX1025: 'C3',
};

async function inFolder<Value>(today: CalendarDate, work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'llwybr-sample-test-'));
  try {
    await writeSampleExtract(folder, today);
    return await work(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const faultsOn = (today: CalendarDate) =>
  inFolder(today, async folder => {
    const faults: string[] = [];
    let rows = 0;
    for await (const row of judgeExtract({folder, authority: AUTHORITY.code, today})) {
      rows++;
      if (row.outcome !== 'imported') faults.push(`${today} ${row.file} ${row.key}: ${row.reason}`);
      for (const {column, reason} of row.questions) faults.push(`${today} ${row.file} ${row.key} ${column}: ${reason}`);
    }
    return rows === 0 ? ['no rows'] : faults;
  });

const years = Array.from({length: 10}, (_, at) => 2026 + at);
const monthEnds = years.flatMap(year =>
  [2, 3, 10].map(month => date(`${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`)),
);

test('every row imports without a question at month ends, on leap days and the days after, 2026 to 2035', async () => {
  const daysAfter = monthEnds.filter(day => day.endsWith('-02-29') || day.endsWith('-03-31')).map(day => addDays(day, 1));
  for (const day of [...monthEnds, ...daysAfter]) expect(await faultsOn(day)).toEqual([]);
}, 120_000);

test('every row imports without a question on any day of 2026 to 2035', async () => {
  const days = fc.integer({min: 0, max: 3651}).map(number => addDays(date('2026-01-01'), number));
  await fc.assert(
    fc.asyncProperty(days, async day => {
      expect(await faultsOn(day)).toEqual([]);
    }),
    {numRuns: 15},
  );
}, 120_000);

test.each(['2026-11-22', '2028-02-29', '2031-03-01', '2035-12-31'])(
  'on %s everybody has the category they stand for, and there is work for today',
  async day => {
    const today = date(day);
    const storage = new MemoryStorage();
    await storage.mintEpoch('00000000-0000-7000-8000-000000000001');
    const {items, files} = await inFolder(today, folder =>
      importExtract(
        {storage, accounts: {holdersIn: async () => []}, clock: () => Date.parse(`${day}T10:00:00Z`)},
        {folder, authority: AUTHORITY, today},
      ),
    );
    expect(items).toEqual([]);
    expect(files['contacts.csv']?.imported).toBeGreaterThan(190);
    await storage.snapshot(AUTHORITY.code, async store => {
      const lines = (await store.budgetLines()).filter(({fundName}) => isDaysFund(fundName));
      expect(lines.map(({financialYear}) => financialYear)).toContain(financialYearOf(today));
      expect(lines.filter(line => line.overspend > 0 || remaining(line) <= 0)).toEqual([]);
      const files = await Promise.all((await store.people()).map(person => store.recordsOf(person)));
      const summaries = files.flatMap(file => file.filter(record => isKind(record, 'summary')).map(({data}) => data));
      expect(Object.fromEntries(summaries.map(({legacyId, category}) => [legacyId, category]))).toEqual(CATEGORIES);
      const staff = (await store.recordsOf(null, ['staff-member'])).filter(record => isKind(record, 'staff-member'));
      for (const number of ['EX201', 'EX202']) {
        const adviser = staff.find(({data}) => data.legacyId === number)?.id;
        const own = summaries.filter(summary => summary.adviser === adviser);
        const agreed = files
          .flatMap(file => file.filter(record => isKind(record, 'contact')).map(({data}) => data))
          .filter(({worker}) => worker === adviser)
          .map(({nextContactOn}) => nextContactOn);
        expect(own.length).toBeGreaterThanOrEqual(8);
        expect(agreed).toContain(today);
        expect(agreed).toContain(addDays(today, 1));
        expect(agreed.filter(on => on !== null && on > addDays(today, 1) && on <= addDays(today, 6)).length).toBeGreaterThanOrEqual(1);
      }
      expect(summaries.filter(({adviser}) => adviser === null).map(({legacyId}) => legacyId)).toEqual(['EX1024']);
      expect(summaries.filter(({homeStatus}) => homeStatus === 'homeless' || homeStatus === 'temporary').length).toBe(2);
    });
  },
);

test('half of what is written is in Welsh, and no placeholder is left in any cell', async () => {
  const today = date('2026-11-22');
  await inFolder(today, async folder => {
    const written = {cy: 0, en: 0};
    const texts: string[] = [];
    for await (const {values, original} of judgeExtract({folder, authority: AUTHORITY.code, today})) {
      texts.push(...Object.values(original));
      if (values['lang'] === 'cy' || values['lang'] === 'en') written[values['lang']]++;
    }
    expect(texts.length).toBeGreaterThan(5_000);
    expect(texts.filter(text => /[{}]/.test(text))).toEqual([]);
    expect(written.cy / (written.cy + written.en)).toBeGreaterThan(0.4);
    expect(written.en / (written.cy + written.en)).toBeGreaterThan(0.4);
  });
});
