/** What the server keeps of learning and work, on both stores: snapshots frozen once and by it alone, and decisions that are made once. */
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {NOTHING_SAID} from '#domain/learning-work/activity.test-support.ts';
import {snapshotId} from '#domain/learning-work/snapshot.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {refreshSummaries} from '#server/sync/publish-changes.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {ELIN, FundWorld, MAIR, manager, newId} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE} from '../support/small-authority.ts';
import {keptRecord} from '../support/stores.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const asked = {what: 'course_costs', course: 'Trin gwallt', activity: null, words: null, askedPence: 12_000};
const granted = {outcome: 'granted', pence: 12_000, reason: {text: 'Mae angen yr offer', lang: 'cy'}};
const part = {on: '2026-11-21', pence: 7_000, how: null};

describe.each(ENGINES)('%s', (_engine, engine) => {
  let sql: Sql;
  let world: FundWorld;
  const snapshots = () => world.of('snapshot');
  const enter = (code: string, since: string, record = newId()) =>
    world.send(ELIN, 'activity.enter', record, {...NOTHING_SAID, code, since, neetReason: code === 'G5' ? 'looking' : null});
  /** What runs each hour, on a day. */
  const hourly = (now: string) => {
    world.now = now;
    return world.storage.transaction(AUTHORITY.code, store => refreshSummaries(store, publisherAt(AUTHORITY.code, Date.parse(now))));
  };
  beforeEach(async () => {
    await sql?.close();
    sql = await engine();
    await migrate(sql);
    world = await FundWorld.open(new SqlStorage(sql));
  });
  afterAll(() => sql.close());

  test('history that came in after its window is reconstructed, in the part of staff alone', async () => {
    const all = await snapshots();
    expect(all.map(({data}) => `${data.moment} ${data.on}`).toSorted()).toEqual([
      'after_care_12 2026-05-04',
      'birthday_17 2024-05-04',
      'birthday_18 2025-05-04',
      'birthday_19 2026-05-04',
    ]);
    expect(all.every(({data}) => data.reconstructed && data.version === 1 && data.activity.code === null)).toBe(true);
    expect(new Set(all.map(({scope}) => scope))).toEqual(new Set([scopeId(AUTHORITY.code, PEOPLE.cai, 'staff')]));
    // Nobody wrote it: not the young person, and no colleague.
    expect(all.every(({made, id}) => made.author === id)).toBe(true);
  });

  test('what is written later changes nothing that is frozen; a correction stands beside it', async () => {
    const before = await snapshots();
    await enter('F2', '2026-02-01');
    expect(await snapshots()).toEqual(before);
    const frozen = snapshotId(PEOPLE.cai, 'birthday_19', date('2026-05-04'));
    const next = newId();
    const body = {corrects: frozen, activity: 'F2', inTouch: 'no', home: null, informationOn: '2026-11-20', reason: 'Llythyr'};
    expect(await world.send(ELIN, 'snapshot.correct', next, body)).toMatchObject({status: 'applied'});
    const after = await snapshots();
    expect(after.filter(({id}) => id !== next)).toEqual(before);
    expect(after.find(({id}) => id === next)?.data).toMatchObject({version: 2, corrects: frozen, activity: {code: 'F2'}});
  });

  test('frozen by the server on the day after its window, with what was known, once', async () => {
    world.now = '2027-05-10T10:00:00.000Z';
    await enter('G5', '2027-05-01');
    const of20 = async () => (await snapshots()).filter(({data}) => data.moment === 'birthday_20');
    await hourly('2027-06-04T09:00:00.000Z');
    expect(await of20()).toEqual([]);
    await hourly('2027-06-05T09:00:00.000Z');
    const frozen = await of20();
    expect(frozen.map(({data}) => data)).toMatchObject([
      {on: '2027-05-04', frozenOn: '2027-06-05', reconstructed: false, activity: {code: 'G5', on: '2027-05-10'}},
    ]);
    await enter('F5', '2027-05-02');
    await hourly('2027-06-06T09:00:00.000Z');
    expect(await of20()).toEqual(frozen);
  });

  test('two devices that each begin an activity: both are kept', async () => {
    const [one, other] = [newId(), newId()];
    const answers = await Promise.all([enter('F2', '2026-09-01', one), enter('F5', '2026-09-02', other)]);
    expect(answers.map(({status}) => status)).toEqual(['applied', 'applied']);
    expect((await world.of('activity')).map(({id}) => id)).toEqual(expect.arrayContaining([one, other]));
  });

  test('the young person asks and says; nobody but a manager decides, however many at once, one decision stands', async () => {
    const cai = await world.giveAccess(PEOPLE.cai);
    const [said, request] = [newId(), newId()];
    const say = {code: 'P5', since: '2026-11-20', what: 'Caffi', where: null, startsOn: null, startsAs: null, isMain: false, words: null};
    expect(await world.send(cai, 'activity.say', said, say)).toMatchObject({status: 'applied'});
    expect(await world.send(cai, 'education-support.ask', request, asked)).toMatchObject({status: 'applied'});
    expect(await world.send(ELIN, 'education-support.decide', request, granted)).toMatchObject({status: 'parked'});
    const answers = await Promise.all([1, 2, 3, 4].map(name => world.send(manager(name), 'education-support.decide', request, granted)));
    expect(answers.filter(({status}) => status === 'applied')).toHaveLength(1);
    expect(answers.filter(({code}) => code === 'state_moved')).toHaveLength(3);
    const told = (await world.of('who-helps'))[0]?.data;
    expect(told?.higherEducationPence).toBe(200_000);
  });

  test('R-61 two managers at once grant the relevant amount of one course once', async () => {
    const course = {what: 'relevant_amount', course: 'Nyrsio', activity: null, words: null, askedPence: null};
    const inForce = keptRecord(
      'pathway-plan',
      PEOPLE.cai,
      {version: 1, status: 'current', programme: 'Nyrsio', programmeStatus: 'active'},
      '2026-09-01T09:00:00.000Z',
      newId(),
    );
    await world.storage.transaction(AUTHORITY.code, store => store.putRecords([inForce], newId(), null, world.now));
    const requests = [newId(), newId(), newId()];
    for (const request of requests) await world.send(ELIN, 'education-support.ask', request, course);
    const yes = {outcome: 'granted', pence: 200_000, reason: granted.reason};
    const answers = await Promise.all(requests.map((request, at) => world.send(manager(at + 1), 'education-support.decide', request, yes)));
    expect(answers.map(({code, status}) => code ?? status).toSorted()).toEqual(['applied', 'granted_already', 'granted_already']);
  });

  test('two payments at once are never more than what was granted', async () => {
    const request = newId();
    await world.send(ELIN, 'education-support.ask', request, asked);
    expect(await world.send(MAIR, 'education-support.decide', request, granted)).toMatchObject({status: 'applied'});
    const answers = await Promise.all([1, 2, 3].map(() => world.send(ELIN, 'education-support.note-payment', request, part)));
    expect(answers.filter(({status}) => status === 'applied')).toHaveLength(1);
    expect(answers.filter(({code}) => code === 'over_granted')).toHaveLength(2);
    const paid = (await world.of('education-support')).find(record => isKind(record, 'education-support'))?.data.payments;
    expect(paid?.map(({pence}) => pence)).toEqual([7_000]);
  });

  test('what waits for a decision is in the headlines that a manager holds', async () => {
    await world.send(ELIN, 'education-support.ask', newId(), asked);
    const [summary] = await world.of('summary');
    expect(summary?.data.due).toContainEqual({what: 'education_support', on: '2026-12-04'});
  });
});
