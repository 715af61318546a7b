/** Who has looked at somebody's file, as the young person reads it, on both stores: every look at what is theirs, and none that gives away what staff keep. */
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {HistoryStore} from '#server/db/history-store.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {recordHistory, whoLooked} from '#server/operations/read-history.ts';
import type {Exchange} from '#server/sync/exchange.ts';
import {openFile} from '#server/sync/open-file.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {ELIN, FundWorld, MAIR, newId, type Who} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE} from '../support/small-authority.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const SIAN: Who = {holder: idNamed('test', 'sian'), role: 'duty_worker'};
const at = (time: string) => `2026-11-25T${time}:00.000Z`;

describe.each(ENGINES)('%s', (_engine, engine) => {
  let sql: Sql;
  let world: FundWorld;
  let history: HistoryStore;
  let cai: Who;
  beforeEach(async () => {
    await sql?.close();
    sql = await engine();
    await migrate(sql);
    history = new HistoryStore(sql);
    world = await FundWorld.open(new SqlStorage(sql));
    world.now = at('10:00');
    cai = await world.giveAccess(PEOPLE.cai);
  });
  afterAll(() => sql.close());

  const exchange = ({holder, role}: Who): Exchange => ({
    storage: world.storage,
    clock: () => Date.parse(world.now),
    signedIn: {account: holder, authority: AUTHORITY.code, holder, role},
  });
  const looks = async (who: Who) => (await whoLooked(exchange(who), history, PEOPLE.cai)).looks.map(({at: on}) => on.slice(11, 16));
  const passedToDuty = async (worry: Id, time: string) => {
    await world.send(ELIN, 'worry.pass-on', worry, {to: 'duty', words: {text: 'Ffonia.', lang: 'cy'}});
    world.now = at(time);
    await openFile(exchange(SIAN), PEOPLE.cai);
  };

  test('a duty worker who opens an alarm is named; of one that staff keep, to staff alone', async () => {
    await world.send(SIAN, 'duty-shift.start', newId(), {endsAt: at('23:00')}, null);
    const kept = newId();
    const data = {
      about: 'money_controlled',
      words: null,
      raisedAt: at('09:00'),
      receivedAt: at('09:00'),
      seenBy: [],
      acts: [],
      passed: [],
      closedAt: null,
      outcome: null,
    };
    await world.take({id: kept, kind: 'worry', person: PEOPLE.cai, compartment: 'staff', data} as never);
    await passedToDuty(kept, '10:05');
    expect([await looks(cai), await looks(ELIN)]).toEqual([[], ['10:05']]);
    const own = newId();
    await world.send(cai, 'worry.raise', own, {about: 'unsafe', words: null});
    await passedToDuty(own, '10:10');
    expect([await looks(cai), await looks(ELIN)]).toEqual([['10:10'], ['10:10', '10:05']]);
  });

  test('a manager who reads the history of a record has looked at the file, once in an hour; whoever holds it has not', async () => {
    await recordHistory(exchange(ELIN), history, PEOPLE.cai);
    expect(await looks(cai)).toEqual([]);
    await recordHistory(exchange(MAIR), history, PEOPLE.cai);
    world.now = at('10:30');
    await recordHistory(exchange(MAIR), history, PEOPLE.cai);
    expect(await looks(cai)).toEqual(['10:00']);
    world.now = at('11:01');
    await recordHistory(exchange(MAIR), history, PEOPLE.cai);
    expect(await looks(cai)).toEqual(['11:01', '10:00']);
    world.now = at('12:30');
    await openFile(exchange(MAIR), PEOPLE.cai);
    await recordHistory(exchange(MAIR), history, PEOPLE.cai);
    expect(await looks(cai)).toEqual(['12:30', '11:01', '10:00']);
  });
});
