/** An income scheme over the real push, on both stores: who may be taken in, what reaches a phone, and what never does. */
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {NO_ANSWERS, STARTING_INCOME} from '#domain/income-scheme/income.test-support.ts';
import {BASIC_INCOME_PILOT, PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {partId} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {ELIN, FundWorld, MAIR, manager, newId, type Who} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE} from '../support/small-authority.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const open = {...STARTING_INCOME, reason: null};

describe.each(ENGINES)('%s', (_engine, engine) => {
  let sql: Sql;
  let world: FundWorld;
  const [scheme, enrolment] = [newId(), newId()];
  const shared = scopeId(AUTHORITY.code, PEOPLE.cai, 'shared');
  const offered = (id = enrolment) => world.send(ELIN, 'income-enrolment.offer', id, {scheme, offeredOn: '2026-11-20', adviceOn: null});
  const joined = () =>
    world.send(ELIN, 'income-enrolment.answer', enrolment, {
      decision: 'joined',
      on: '2026-11-20',
      frequency: 'monthly',
      accountSetUp: true,
    });
  const file = () => world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(PEOPLE.cai));
  beforeEach(async () => {
    await sql?.close();
    sql = await engine();
    await migrate(sql);
    world = await FundWorld.open(new SqlStorage(sql));
    await world.send(MAIR, 'income-scheme.set', scheme, open, null);
  });
  afterAll(() => sql.close());

  test('nobody is offered a place in the pilot, and a place in an open scheme is made once, however many offer it', async () => {
    const pilot = await world.send(ELIN, 'income-enrolment.offer', newId(), {scheme: PILOT_ID, offeredOn: '2023-04-01', adviceOn: null});
    expect(pilot).toMatchObject({status: 'rejected', code: 'scheme_closed'});
    const answers = await Promise.all(Array.from({length: 8}, () => offered(newId())));
    expect(answers.filter(({status}) => status === 'applied')).toHaveLength(1);
    expect(answers.filter(({code}) => code === 'already_there')).toHaveLength(7);
  });

  test('the phone hears of their own scheme and of no other, and again when its questions change', async () => {
    const told = async () =>
      (await file()).find(record => isKind(record, 'who-helps'))?.data as {schemes?: {id: string; questions: string[]}[]};
    expect((await told()).schemes).toEqual([]);
    await offered();
    expect((await told()).schemes).toMatchObject([{id: scheme, questions: [...BASIC_INCOME_PILOT.questions]}]);
    await world.send(MAIR, 'income-scheme.set', scheme, {...open, questions: ['wellbeing'], reason: 'Byrrach'}, null);
    expect((await told()).schemes).toMatchObject([{id: scheme, questions: ['wellbeing']}]);
  });

  test('answered alone: a worry that they can follow, and no record of it anywhere else', async () => {
    await offered();
    await joined();
    const cai = await world.giveAccess(PEOPLE.cai);
    expect(await world.send(cai, 'income-check-in.answer', newId(), {...NO_ANSWERS, enrolment, moneyControlled: true})).toMatchObject({
      status: 'applied',
    });
    const worries = (await file()).filter(record => isKind(record, 'worry'));
    expect(worries).toMatchObject([{scope: shared, data: {about: 'money_controlled'}}]);
    expect((await file()).filter(record => isKind(record, 'money-controlled'))).toEqual([]);
  });

  test('answered with the adviser: that somebody else controls the money lies in no scope of theirs', async () => {
    await offered();
    await joined();
    await world.send(ELIN, 'income-check-in.answer', newId(), {...NO_ANSWERS, enrolment, moneyControlled: true, rentPaid: 'no'});
    const all = await file();
    expect(
      all
        .filter(record => isKind(record, 'worry'))
        .map(({data, scope}) => `${String(data['about'])} ${scope === shared ? 'shared' : 'not'}`)
        .toSorted(),
    ).toEqual(['arrears shared', 'money_controlled not']);
    expect(JSON.stringify(all.filter(({scope, kind}) => scope === shared && kind !== 'who-helps'))).not.toMatch(
      /money_controlled|moneyControlled/u,
    );
    expect(all.find(record => isKind(record, 'money-controlled'))?.scope).toBe(scopeId(AUTHORITY.code, PEOPLE.cai, 'restricted'));
  });

  test('an authority changes what the pilot asks, from two offices at once; what the first one asked is not written over', async () => {
    const asking = (en: string, reason: string) => ({...BASIC_INCOME_PILOT, ownQuestions: [{cy: 'Beth helpodd?', en}], reason});
    expect(await world.send(MAIR, 'income-scheme.set', PILOT_ID, asking('What helped?', 'Ein cwestiwn ni'), null)).toMatchObject({
      status: 'applied',
    });
    expect(await world.send(manager(2), 'income-scheme.set', PILOT_ID, asking('What did not?', 'Un arall'), null)).toMatchObject({
      status: 'rejected',
      code: 'state_moved',
    });
    const kept = await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(null, ['income-scheme']));
    expect(kept.find(({id}) => id === PILOT_ID)?.data['ownQuestions']).toEqual([{cy: 'Beth helpodd?', en: 'What helped?'}]);
    // Under no other id that can be worked out: whoever tried would learn what there is.
    expect(await world.send(MAIR, 'income-scheme.set', idNamed('scheme', 'guessed'), open, null)).toMatchObject({status: 'rejected'});
  });

  test('what an answer makes beside itself takes no place of what stands there: a worry that somebody has closed stays closed', async () => {
    await offered();
    await joined();
    const checkIn = newId();
    const worry = partId(checkIn, 'worry arrears');
    const closed = {
      about: 'arrears',
      words: null,
      raisedAt: '2026-11-20T09:00:00.000Z',
      receivedAt: null,
      seenBy: [],
      closedAt: '2026-11-20T10:00:00.000Z',
      outcome: 'Cynllun talu',
    } as const;
    // As a manager brought it back from a colleague's device after a restored backup; the phone sends its answer again.
    await world.take({id: worry, kind: 'worry', person: PEOPLE.cai, compartment: 'shared', data: {...closed, seenBy: []}});
    const cai = await world.giveAccess(PEOPLE.cai);
    expect(
      await world.send(cai, 'income-check-in.answer', checkIn, {...NO_ANSWERS, enrolment, rentPaid: 'no', usedFor: 'Rhent'}),
    ).toMatchObject({status: 'applied'});
    expect((await file()).find(({id}) => id === worry)?.data).toMatchObject({closedAt: closed.closedAt, outcome: 'Cynllun talu'});
    expect((await file()).find(({id}) => id === checkIn)?.data).toMatchObject({usedFor: 'Rhent'});
  });

  test('nor of anything of somebody else, whatever id the answer was given', async () => {
    await offered();
    await joined();
    const checkIn = newId();
    const other = partId(checkIn, 'worry arrears');
    await world.take({
      id: other,
      kind: 'preferred-words',
      person: PEOPLE.nia,
      compartment: 'shared',
      data: {words: {text: 'Fy nhŷ', lang: 'cy'}},
    });
    const cai = await world.giveAccess(PEOPLE.cai);
    expect(await world.send(cai, 'income-check-in.answer', checkIn, {...NO_ANSWERS, enrolment, rentPaid: 'no'})).toMatchObject({
      status: 'rejected',
    });
    const nia = await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(PEOPLE.nia));
    expect(nia.find(({id}) => id === other)?.data).toEqual({words: {text: 'Fy nhŷ', lang: 'cy'}});
  });

  test('somebody who is not theirs can neither enrol them nor answer for them', async () => {
    await offered();
    await joined();
    const stranger: Who = {holder: newId(), role: 'adviser'};
    for (const answer of [
      await world.send(stranger, 'income-check-in.answer', newId(), {...NO_ANSWERS, enrolment, wellbeing: 5}),
      await world.send(stranger, 'income-enrolment.end', enrolment, {reason: 'other', on: '2026-11-21', made: 0, lastMonth: null}),
      await world.send(await world.giveAccess(PEOPLE.nia), 'income-check-in.answer', newId(), {...NO_ANSWERS, enrolment, wellbeing: 5}),
    ])
      expect(answer.status).not.toBe('applied');
    expect((await file()).filter(record => isKind(record, 'income-check-in'))).toEqual([]);
  });
});
