/**
 * The fund's money on the real stores: of many who want the last pounds one gets them and the others are told, with their
 * words kept; a request is paid once; and the database refuses what the code would never ask of it.
 */
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {remaining} from '#domain/fund/ledger.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {finance, FundWorld, LINE, MAIR, manager, newId} from '../support/fund-world.ts';
import {AUTHORITY} from '../support/small-authority.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const RIVALS = 50;

describe.each(ENGINES)('%s', (_engine, open) => {
  let sql: Sql;
  let world: FundWorld;
  const begin = async () => {
    await sql?.close();
    sql = await open();
    await migrate(sql);
    world = await FundWorld.open(new SqlStorage(sql));
  };
  afterAll(() => sql.close());

  const counted = (answers: readonly {status: string; code?: string | undefined}[]) => {
    const counts: Record<string, number> = {};
    for (const {status, code} of answers) counts[code ?? status] = (counts[code ?? status] ?? 0) + 1;
    return counts;
  };

  describe('over the push', () => {
    beforeEach(begin);
    test(`${RIVALS} deciders want the last pounds for ${RIVALS} requests: one approval, ${RIVALS - 1} clear refusals whose words are kept`, async () => {
      await world.budget(10_000);
      const requests: string[] = [];
      for (let each = 0; each < RIVALS; each++) requests.push(await world.ask(10_000, {spendType: 'other'}));
      const answers = await Promise.all(requests.map((request, at) => world.decide(manager(at), request, 10_000)));
      expect(counted(answers)).toEqual({applied: 1, budget_spent: RIVALS - 1});
      expect(await world.line()).toMatchObject({allocation: 10_000, committed: 10_000, spent: 0});
      expect((await world.of('fund-request')).filter(({data}) => data.status === 'approved')).toHaveLength(1);
      expect(await world.of('fund-decision')).toHaveLength(1);
      // What each decider wrote is in the log of ops, letter for letter.
      const kept = await sql.query<{n: number}>(
        `select count(*)::int as n from op_log where kind = 'fund-request.decide' and answer->>'code' = 'budget_spent' and body->'body'->'words'->>'text' = 'Pob lwc'`,
      );
      expect(kept[0]?.n).toBe(RIVALS - 1);
      expect(await sql.query('select 1 from alarm')).toEqual([]);
    }, 120_000);

    test(`${RIVALS} deciders of one request: it is decided once`, async () => {
      await world.budget(100_000);
      const request = await world.ask(10_000);
      const answers = await Promise.all(Array.from({length: RIVALS}, (_, at) => world.decide(manager(at), request, 10_000)));
      expect(counted(answers)).toEqual({applied: 1, state_moved: RIVALS - 1});
      expect((await world.line()).committed).toBe(10_000);
    }, 120_000);

    test('twenty officers pay one request: it is paid once', async () => {
      await world.budget(100_000);
      const request = await world.ask(10_000);
      await world.decide(MAIR, request, 10_000);
      const answers = await Promise.all(Array.from({length: 20}, (_, at) => world.pay(finance(at), request, 9_000)));
      expect(answers.filter(({status}) => status === 'applied')).toHaveLength(1);
      expect(answers.every(({status}) => status === 'applied' || status === 'rejected')).toBe(true);
      expect(await world.line()).toMatchObject({committed: 0, spent: 9_000});
      expect(await world.of('fund-payment')).toHaveLength(1);
    });

    test('the year turns: decided on 30 March, paid on 5 April, counted by the authority’s rule', async () => {
      world.now = '2027-03-30T10:00:00.000Z';
      await world.budget(50_000);
      const request = await world.ask(10_000);
      await world.decide(MAIR, request, 10_000);
      world.now = '2027-04-05T10:00:00.000Z';
      expect(await world.pay(finance(1), request, 10_000)).toMatchObject({status: 'rejected', code: 'no_budget'});
      await world.budget(50_000, {financialYear: '2027-28'});
      expect((await world.pay(finance(1), request, 10_000)).status).toBe('applied');
      const lines = await world.storage.snapshot(AUTHORITY.code, store => store.budgetLines());
      expect(lines.map(({financialYear, committed, spent}) => [financialYear, committed, spent])).toEqual([
        ['2027-28', 0, 10_000],
        ['2026-27', 0, 0],
      ]);
    });

    test('what devices see of a budget is what the ledger says, and the ledger what its entries add up to', async () => {
      await world.budget(100_000);
      const request = await world.ask(10_000);
      await world.decide(MAIR, request, 10_000);
      await world.pay(finance(1), request, 8_000);
      await world.send(MAIR, 'budget.allow-overspend', newId(), {line: LINE, pence: 500, reason: 'Cytunwyd'}, null);
      await world.send(MAIR, 'budget.carry-over', newId(), {line: LINE, pence: 2_000, reason: 'Cytunwyd'}, null);
      const line = await world.line();
      expect(line).toMatchObject({allocation: 98_000, overspend: 500, committed: 0, spent: 8_000, carriedOut: 2_000});
      const seen = (await world.of('budget-line', null)).find(({id}) => id === LINE)?.data;
      expect(seen).toMatchObject({
        allocationPence: 98_000,
        overspendPence: 500,
        committedPence: 0,
        spentPence: 8_000,
        carriedOutPence: 2_000,
      });
      const entries = await world.storage.snapshot(AUTHORITY.code, store => store.budgetEntries(LINE));
      expect(entries.map(({kind, pence}) => [kind, pence])).toEqual([
        ['allocation', 100_000],
        ['commit', 10_000],
        ['release', 10_000],
        ['spend', 8_000],
        ['overspend', 500],
        ['carried_out', 2_000],
      ]);
      expect(remaining(line)).toBe(90_500);
    });
  });

  describe('the database by itself', () => {
    const entry = (kind: string, pence: number, request: string | null = null) =>
      sql.query('insert into budget_entry (authority, line, op, kind, pence, request, at) values ($1, $2, $3, $4, $5, $6, now())', [
        AUTHORITY.code,
        LINE,
        newId(),
        kind,
        pence,
        request,
      ]);
    beforeAll(async () => {
      await begin();
      await world.budget(1_000);
    });

    test.each([
      ['never overdrawn', () => entry('commit', 1_001)],
      ['nor by spending', () => entry('spend', 1_001)],
      ['no sum below zero', () => entry('release', 1)],
      ['no entry of nothing', () => entry('commit', 0)],
      ['no unknown kind', () => entry('gift', 5)],
      ['sums only by entries', () => sql.query('update budget_line set allocation = 999999 where id = $1', [LINE])],
      ['no line is taken away', () => sql.query('delete from budget_line where id = $1', [LINE])],
      ['no entry is changed', () => sql.query('update budget_entry set pence = 5')],
      ['no entry is taken away', () => sql.query('delete from budget_entry')],
    ])('%s', async (_, work) => {
      await expect(work()).rejects.toThrow(/./u);
      expect(await world.line()).toMatchObject({allocation: 1_000, committed: 0, spent: 0});
    });

    test('a request is committed for once and paid for once', async () => {
      const request = newId();
      await entry('commit', 10, request);
      await entry('spend', 10, request);
      await expect(entry('commit', 10, request)).rejects.toThrow(/one_commitment/u);
      await expect(entry('spend', 10, request)).rejects.toThrow(/one_payment/u);
    });
  });
});
