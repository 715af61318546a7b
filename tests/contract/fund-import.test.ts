/** The money of an old system, taken in: its sums by year are those of `expected.json`, and a second import changes none of them. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {isDaysFund, remaining} from '#domain/fund/ledger.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {enterWhatCame} from '#server/sync/keep-ledger.ts';
import {embeddedSql} from '../support/databases.ts';
import {EXTRACT} from '../support/running-server.ts';

const CODE = 'W06000011';
const NOW = Date.parse('2026-11-21T09:00:00.000Z');
interface Totals {
  readonly requests: number;
  readonly spent_pence: number;
  readonly committed_not_paid_pence: number;
}
const expected = (JSON.parse(readFileSync(join(EXTRACT, 'expected.json'), 'utf8')) as {fund_totals: Record<string, Totals>}).fund_totals;

const storage = new MemoryStorage();
const taken = () =>
  importExtract(
    {storage, accounts: {holdersIn: async () => []}, clock: () => NOW},
    {folder: EXTRACT, authority: {code: CODE, cy: 'Abertawe', en: 'Swansea', sample: false}, today: date('2026-11-21')},
  );
const read = () =>
  storage.snapshot(CODE, async store => ({
    lines: await store.budgetLines(),
    entries: await store.budgetEntries(null),
    requests: (await Promise.all((await store.people()).map(person => store.recordsOf(person, ['fund-request'])))).flat(),
    decisions: (await Promise.all((await store.people()).map(person => store.recordsOf(person, ['fund-decision'])))).flat(),
    seen: await store.recordsOf(null, ['budget-line']),
  }));

describe('the extract', () => {
  beforeAll(async () => {
    await storage.mintEpoch('00000000-0000-7000-8000-000000000001');
    await taken();
  }, 120_000);

  test.each(Object.entries(expected))('%s: requests, spent and committed', async (year, totals) => {
    const {lines, requests} = await read();
    const line = lines.find(({financialYear, fundName}) => financialYear === year && isDaysFund(fundName));
    expect({
      requests: requests.filter(record => isKind(record, 'fund-request') && record.data.financialYear === year).length,
      spent_pence: line?.spent,
      committed_not_paid_pence: line?.committed,
    }).toEqual(totals);
  });

  test('money that was brought forward is there, nothing is overdrawn, and nobody had to overspend', async () => {
    const {lines} = await read();
    const now = lines.find(({financialYear, fundName}) => financialYear === '2026-27' && isDaysFund(fundName));
    expect(now).toMatchObject({allocation: 1_431_000, carriedIn: 31_000, overspend: 0});
    expect(lines.filter(line => remaining(line) < 0 || line.overspend > 0)).toEqual([]);
    expect(lines).toHaveLength(6);
  });

  test('another fund, whose requests were on paper, keeps what the old system had added up', async () => {
    const {lines} = await read();
    const grant = lines.find(({financialYear, fundName}) => financialYear === '2026-27' && !isDaysFund(fundName));
    expect(grant).toMatchObject({allocation: 5_000_000, spent: 1_790_540, committed: 0});
  });

  test('what is approved and not paid knows the budget that it was committed from', async () => {
    const {decisions, requests, lines} = await read();
    const approved = requests.filter(record => isKind(record, 'fund-request') && record.data.status === 'approved').map(({id}) => id);
    const committed = decisions.filter(record => isKind(record, 'fund-decision') && approved.includes(record.data.request));
    expect(committed.length).toBeGreaterThan(0);
    expect(committed.every(({data}) => lines.some(({id}) => id === data['line']))).toBe(true);
  });

  test('devices see the lines; taking it in again, or starting anew, enters nothing twice', async () => {
    const before = await read();
    expect(before.seen.map(({id}) => id).toSorted()).toEqual(before.lines.map(({id}) => id).toSorted());
    await taken();
    await storage.transaction(CODE, store => enterWhatCame(store, publisherAt(CODE, NOW)));
    expect(await read()).toEqual(before);
  }, 120_000);
});

test('an old system that overspent is taken in as it was, and says so', async () => {
  const other = new MemoryStorage();
  await other.mintEpoch('00000000-0000-7000-8000-000000000002');
  await other.addAuthority({code: CODE, cy: 'Abertawe', en: 'Swansea', sample: false});
  await other.transaction(CODE, async store => {
    const made = (op: string) => ({author: op, device: null, at: '2026-01-01T00:00:00.000Z', op});
    const id = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
    const record = (n: number, kind: string, person: string | null, data: object) => ({
      id: id(n),
      kind,
      scope: id(99),
      person,
      data: data as Record<string, unknown>,
      heads: {},
      made: made(id(n)),
    });
    const person = id(1);
    await store.putRecords(
      [
        record(1, 'young-person', person, {}),
        record(2, 'budget', null, {
          financialYear: '2026-27',
          fundName: "St David's Day Fund",
          allocationPence: 1_000,
          broughtForwardPence: null,
        }),
        record(3, 'fund-request', person, {status: 'paid', requestedOn: '2026-05-01'}),
        record(4, 'fund-decision', person, {request: id(3), awardedPence: 1_500, decidedOn: '2026-05-02'}),
        record(5, 'fund-payment', person, {request: id(3), paidOn: '2026-05-03'}),
      ],
      id(9),
      null,
      '2026-01-01T00:00:00.000Z',
    );
    await enterWhatCame(store, publisherAt(CODE, NOW));
    expect(await store.budgetLines()).toMatchObject([{allocation: 1_000, overspend: 500, spent: 1_500, importedOverspend: true}]);
  });
});

describe('another authority’s money', () => {
  const id = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
  const record = (n: number, kind: string, person: string | null, data: object) => ({
    id: id(n),
    kind,
    scope: id(99),
    person,
    data: data as Record<string, unknown>,
    heads: {},
    made: {author: id(n), device: null, at: '2026-01-01T00:00:00.000Z', op: id(n)},
  });
  const budget = (n: number, financialYear: string, fundName: string, more: object = {}) =>
    record(n, 'budget', null, {financialYear, fundName, allocationPence: 1_000, broughtForwardPence: null, ...more});
  const linesOf = async (records: readonly ReturnType<typeof record>[]) => {
    const sql = await embeddedSql();
    await migrate(sql);
    const other = new SqlStorage(sql);
    await other.mintEpoch(id(98), 'test');
    await other.addAuthority({code: CODE, cy: 'Abertawe', en: 'Swansea', sample: false});
    try {
      return await other.transaction(CODE, async store => {
        await store.addScopes([{id: id(99), person: null, compartment: 'budgets'}]);
        await store.putRecords(records, id(9), null, '2026-01-01T00:00:00.000Z');
        await enterWhatCame(store, publisherAt(CODE, NOW));
        return store.budgetLines();
      });
    } finally {
      await sql.close();
    }
  };

  test('a figure that somebody changed before there was a ledger is the last one', async () => {
    const later = budget(2, '2026-27', "St David's Day Fund", {allocationPence: 1_500});
    const first = budget(3, '2026-27', "St David's Day Fund");
    const lines = await linesOf([{...later, made: {...later.made, at: '2026-02-01T00:00:00.000Z'}}, first]);
    expect(lines).toMatchObject([{allocation: 1_500}]);
  });

  test('of another fund both what was committed and what was spent are over the allocation', async () => {
    const lines = await linesOf([budget(2, '2026-27', 'Grant', {formerCommittedPence: 1_500, formerSpentPence: 2_000})]);
    expect(lines).toMatchObject([{allocation: 1_000, overspend: 2_500, committed: 1_500, spent: 2_000, importedOverspend: true}]);
  });

  test('a fund that had its Welsh name one year and its English name the next is found in each', async () => {
    const person = id(1);
    const lines = await linesOf([
      record(1, 'young-person', person, {}),
      budget(2, '2025-26', 'Cronfa Dydd Gŵyl Dewi'),
      budget(3, '2026-27', "St David's Day Fund"),
      record(4, 'fund-request', person, {status: 'paid', requestedOn: '2026-05-01'}),
      record(5, 'fund-decision', person, {request: id(4), awardedPence: 700, decidedOn: '2026-05-02'}),
      record(6, 'fund-request', person, {status: 'approved', requestedOn: '2025-05-01'}),
      record(7, 'fund-decision', person, {request: id(6), awardedPence: 600, decidedOn: '2025-05-02'}),
    ]);
    expect(lines.map(({financialYear, committed, spent, overspend}) => [financialYear, committed, spent, overspend])).toEqual([
      ['2026-27', 0, 700, 0],
      ['2025-26', 600, 0, 0],
    ]);
  });
});
