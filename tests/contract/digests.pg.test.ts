/**
 * [D1] Digests over the real routes and databases: what came down the wire, checked as a device checks it, has the sum that
 * the server works out from what it stored, and what is tampered with has not. [D2] The index of a store that was imported
 * and worked on is right; an entry that is gone is found.
 */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {digestOf} from '#domain/shared/digest.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {AlarmList} from '#protocol/alarm-messages.ts';
import type {DigestsAnswer} from '#protocol/digest-messages.ts';
import {pullAnswerSchema} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import {checkIndex} from '#server/sync/check-index.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TODAY, TwoAuthorities, type Somebody} from '../support/two-authorities.ts';

const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const deviceNow = '2026-11-21T10:00:00.000Z';

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser', 'manager', 'administrator', 'young_person']});
    const push = async (who: Somebody, ...ops: Op[]) => {
      const payload = {protocol: 1, client: world.device(who).client, epoch: await world.epoch(), deviceNow, ops};
      const answered = await world.ask(who, {method: 'POST', url: '/api/sync/v1/push', payload});
      expect(answered.json<{answers: {status: string}[]}>().answers.map(({status}) => status)).toEqual(ops.map(() => 'applied'));
    };
    const budget = {financialYear: '2026-27', fundName: 'Cronfa Dydd Gŵyl Dewi', allocationPence: 12_345_678, notes: null};
    await push('adviser', contactOp(PERSON.own, newId(), newId(), 1, 'Tŷ Siân — â’r ŵyr\n\t"👩🏽‍🎓" \u2028 ½ \\'));
    await push('manager', contactOp(PERSON.own, newId(), newId(), 1, '', {kind: 'budget.set', person: null, body: budget}));
  });
  afterAll(() => world.end());

  const post = (who: Somebody, exchange: string, payload: object) =>
    world.ask(who, {method: 'POST', url: `/api/sync/v1/${exchange}`, payload: {protocol: 1, client: world.device(who).client, ...payload}});
  /** What a new device of theirs holds after its first pull, as it reads it. */
  async function pulled(who: Somebody) {
    const epoch = await world.epoch();
    const read = await post(who, 'pull', {epoch, cursor: 0, views: []});
    const answer = pullAnswerSchema.parse(read.json());
    expect(answer.complete).toBe(true);
    const scopes = new Map<Id, DomainRecord[]>(answer.add.map(({scope}) => [scope, []]));
    for (const {scope, record} of answer.changes) if (record) scopes.get(scope)?.push(record as DomainRecord);
    return {epoch, cursor: answer.cursor, scopes};
  }
  async function compare(who: Somebody, {epoch, cursor, scopes}: Awaited<ReturnType<typeof pulled>>) {
    const digests = [...scopes].map(([scope, records]) => ({scope, ...digestOf(records)}));
    return (await post(who, 'digests', {epoch, cursor, digests})).json<DigestsAnswer>().differ;
  }
  const check = () => checkIndex(world.store.storage, publisherAt(HERE, world.store.clock()));
  const alarms = async () =>
    (await world.ask('administrator', {method: 'GET', url: '/api/alarms'})).json<AlarmList>().alarms.map(({kind, times}) => [kind, times]);

  test('what comes down the wire has the sum of what is stored, for every role; what is changed has not', async () => {
    for (const who of ['adviser', 'manager', 'administrator', 'young_person'] as const) {
      const held = await pulled(who);
      expect(held.scopes.size).toBeGreaterThan(0);
      expect([who, await compare(who, held)]).toEqual([who, []]);
    }
    expect(await alarms()).toEqual([]);
    const held = await pulled('adviser');
    const scope = scopeId(HERE, PERSON.own, 'staff');
    const [first, ...others] = held.scopes.get(scope) ?? [];
    held.scopes.set(scope, [{...first, kind: 'tampered'} as DomainRecord, ...others]);
    expect(await compare('adviser', held)).toEqual([scope]);
    held.scopes.set(scope, others);
    expect(await compare('adviser', held)).toEqual([scope]);
    expect(await alarms()).toEqual([['digest_differs', 2]]);
    const noted = await world.sql.query(
      `select account, person, record, detail from audit where action = 'sync.digest_differs' order by id`,
    );
    const {account} = world.device('adviser');
    expect(noted).toEqual([1, 2].map(() => ({account, person: null, record: null, detail: {staff: 1}})));
  });

  test('[D2] the index of an imported store is right; an entry that is gone, or shows a record elsewhere, is found', async () => {
    expect(await check()).toBe(true);
    const [gone] = await world.sql.query<{id: Id}>(`select id from record where authority = '${HERE}' and kind = 'contact'`);
    await world.sql.query(`update sync_index set scope = '${newId()}' where authority = '${HERE}' and id = '${gone?.id}'`);
    const held = await pulled('adviser');
    expect(await compare('adviser', held)).toEqual([scopeId(HERE, PERSON.own, 'staff')]);
    expect(await check()).toBe(false);
    const found = (await world.store.storage.snapshot(HERE, store => store.alarms())).find(({kind}) => kind === 'index_differs');
    expect(found).toMatchObject({times: 1, detail: {missing: 1, astray: 1}, firstAt: `${TODAY}T10:00:00.000Z`});
  });
});
