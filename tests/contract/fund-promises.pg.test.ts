/**
 * The fund's promises on the real stores where the domain alone cannot keep them: what is settled, brought back, started anew
 * or done by two at the same moment.
 */
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {TeamStore} from '#server/db/team-store.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {enterWhatCame} from '#server/sync/keep-ledger.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {settleParked} from '#server/sync/settle-parked.ts';
import {RECOVERED_RECORD} from '#protocol/ops.ts';
import {must} from '#domain/shared/result.ts';
import {assessmentId} from '#domain/fund/assessment-commands.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {ELIN, finance, FundWorld, LINE, MAIR, manager, newId, type Who} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE, STAFF} from '../support/small-authority.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const HUW: Who = {holder: STAFF.huw, role: 'adviser'};

const asAccount = (sql: Sql, {holder, role}: Who, name: string) =>
  sql.query('insert into account (id, authority, holder, role, name, sign_in_name) values ($1, $2, $1, $3, $4, $4)', [
    holder,
    AUTHORITY.code,
    role,
    name,
  ]);

describe.each(ENGINES)('%s', (_engine, open) => {
  let sql: Sql;
  let world: FundWorld;
  beforeEach(async () => {
    await sql?.close();
    sql = await open();
    await migrate(sql);
    world = await FundWorld.open(new SqlStorage(sql));
    await world.budget(1_000_000);
  });
  afterAll(() => sql.close());

  const settle = (op: Id, who: Who = MAIR) =>
    settleParked(
      {
        storage: world.storage,
        signedIn: {account: who.holder, authority: AUTHORITY.code, holder: who.holder, role: who.role},
        clock: () => Date.parse(world.now),
      },
      new TeamStore(sql),
      {id: newId(), op, kind: 'file', words: null},
    );
  const request = async (id: Id) => (await world.of('fund-request')).find(each => each.id === id);
  const startAnew = () =>
    world.storage.transaction(AUTHORITY.code, store => enterWhatCame(store, publisherAt(AUTHORITY.code, Date.parse(world.now))));

  test('a decision of an adviser without the right to it is never put into the file with a manager’s: its words are', async () => {
    const id = await world.ask(40_000);
    await asAccount(sql, HUW, 'huw');
    const op = newId();
    const body = {
      outcome: 'approved',
      awardedPence: 40_000,
      refusal: null,
      words: {text: 'Pob lwc', lang: 'cy'},
      level: 'own',
      panelOn: null,
      againOn: null,
    };
    expect(await world.send(HUW, 'fund-request.decide', id, body, PEOPLE.cai, op)).toMatchObject({status: 'parked'});
    expect(await settle(op)).toEqual({refused: null, as: 'filed_words'});
    expect((await request(id))?.data.status).toBe('submitted');
    expect((await world.line()).committed).toBe(0);
  });

  test('what a device brings back of a request moves no money: it waits to be decided again', async () => {
    const bring = async (kind: string, data: object, id = newId()) => {
      const made = {author: PEOPLE.cai, device: null, at: '2026-11-20T08:00:00.000Z', op: newId()};
      const record = {id, kind, scope: scopeId(AUTHORITY.code, PEOPLE.cai, 'shared'), person: PEOPLE.cai, data, heads: {}, made};
      const op = newId();
      await world.send(ELIN, RECOVERED_RECORD as never, id, {record}, PEOPLE.cai, op);
      return settle(op);
    };
    await asAccount(sql, ELIN, 'elin');
    const other = await world.ask(20_000);
    await world.decide(MAIR, other, 20_000);
    const [real] = await world.of('fund-decision');
    const kept = must(await request(other), 'it was asked').data;
    const lost = newId();
    expect(await bring('fund-request', {...kept, paid: {on: '2026-11-20', pence: 15_000}}, lost)).toMatchObject({as: 'filed'});
    expect((await request(lost))?.data).toMatchObject({status: 'submitted', words: kept.words});
    expect((await request(lost))?.data.paid).toBeUndefined();
    expect(await bring('fund-decision', {...real?.data, request: lost, awardedPence: 15_000})).toMatchObject({as: 'filed_words'});
    expect(await world.pay(finance(1), lost, 15_000)).toMatchObject({code: 'state_moved'});
    expect(await world.line()).toMatchObject({committed: 20_000, spent: 0});
  });

  test('the same figure set anew is entered once, whenever the server starts', async () => {
    await world.budget(1_000_000);
    await startAnew();
    expect((await world.line()).allocation).toBe(1_000_000);
  });

  test('two managers set a figure at the same moment: one of them holds', async () => {
    await Promise.all([world.budget(500_000, {financialYear: '2027-28'}), world.budget(600_000, {financialYear: '2027-28'})]);
    const line = (await world.storage.snapshot(AUTHORITY.code, store => store.budgetLines())).find(
      each => each.financialYear === '2027-28',
    );
    expect([500_000, 600_000]).toContain(line?.allocation);
  });

  test('what one person is given in a year stays below the cap, however many decide at once', async () => {
    // What an authority gives that has set nothing: £2,000 a year.
    const requests: Id[] = [];
    for (let each = 0; each < 8; each++) requests.push(await world.ask(50_000, {spendType: 'other'}));
    await Promise.all(requests.map((each, at) => world.decide(manager(at), each, 50_000)));
    expect((await world.line()).committed).toBe(200_000);
  });

  test('taken back while it is paid: one of both, and no other request loses its money', async () => {
    const other = await world.ask(20_000, {spendType: 'celebration'});
    await world.decide(MAIR, other, 20_000);
    for (let round = 0; round < 8; round++) {
      const id = await world.ask(10_000, {spendType: 'other'});
      await world.decide(MAIR, id, 10_000, {level: 'own'});
      await Promise.all([world.pay(finance(round), id, 10_000), world.send(ELIN, 'fund-request.withdraw', id, {words: null})]);
      expect((await world.line()).committed).toBe(20_000);
    }
  }, 60_000);

  test('a question asked while it is decided does not undo the decision', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await world.ask(1_000, {spendType: 'other'});
      const question = {request: id, what: 'question', words: {text: 'Pa siop?', lang: 'cy'}};
      const [decided] = await Promise.all([world.decide(MAIR, id, 1_000), world.send(ELIN, 'fund-note.write', newId(), question)]);
      expect((await request(id))?.data.status).toBe(decided.status === 'applied' ? 'approved' : 'more_info');
    }
  }, 60_000);

  test('notes written while somebody recommends are kept', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await world.ask(1_000, {spendType: 'other'});
      const write = (words: object) => world.send(ELIN, 'fund-assessment.write', assessmentId(id), {request: id, ...words});
      await write({otherSources: 'Coleg'});
      await Promise.all([
        write({notes: 'Siarad â’r tiwtor'}),
        world.send(MAIR, 'fund-request.recommend', id, {outcome: 'approved', pence: 1_000}),
      ]);
      const found = (await world.of('fund-assessment')).find(({data}) => data.request === id)?.data;
      expect(found).toMatchObject({notes: 'Siarad â’r tiwtor', recommendation: {by: MAIR.holder}});
    }
  }, 60_000);

  test('ten officers take in one refund: never more than was paid', async () => {
    const other = await world.ask(40_000, {spendType: 'celebration'});
    await world.decide(MAIR, other, 40_000);
    await world.pay(finance(1), other, 40_000);
    const id = await world.ask(10_000, {spendType: 'other'});
    await world.decide(MAIR, id, 10_000);
    await world.pay(finance(1), id, 10_000);
    const payment = (await world.of('fund-payment')).find(({data}) => data.request === id)?.id;
    const refund = {payment, pence: 6_000, on: '2026-11-21', reason: 'Nôl'};
    await Promise.all(Array.from({length: 10}, (_, at) => world.send(finance(at), 'fund-refund.record', newId(), refund)));
    expect(await world.of('fund-refund')).toHaveLength(1);
    expect((await world.line()).spent).toBe(44_000);
  });

  test('two managers carry the last pounds over: money that may only be overspent stays', async () => {
    await world.send(MAIR, 'budget.allow-overspend', newId(), {line: LINE, pence: 1_000_000, reason: 'Cytunwyd'}, null);
    const carry = (who: Who) => world.send(who, 'budget.carry-over', newId(), {line: LINE, pence: 700_000, reason: 'Cytunwyd'}, null);
    await Promise.all([carry(MAIR), carry(manager(1)), carry(manager(2))]);
    expect((await world.line()).carriedOut).toBe(700_000);
  });
});
