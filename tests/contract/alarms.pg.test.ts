/**
 * Alarms over the real push, on both stores: the adviser away, the server late, to whom it goes and when, and what a duty worker
 * can see of it. The clock is the test's.
 */
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import {emergencyCardId} from '#domain/young-person/emergency-card.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {keepAlarms} from '#server/sync/alarm-watch.ts';
import {publisherAt, type Exchange} from '#server/sync/exchange.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {listDutyAlarms} from '#server/sync/open-alarms.ts';
import {openFile} from '#server/sync/open-file.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {ELIN, FundWorld, MAIR, newId, type Who} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE, STAFF} from '../support/small-authority.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const HUW: Who = {holder: STAFF.huw, role: 'adviser'};
const SIAN: Who = {holder: idNamed('test', 'sian'), role: 'duty_worker'};
const WEN: Who = {holder: idNamed('test', 'wen'), role: 'duty_worker'};
const welsh = (text: string) => ({text, lang: 'cy'});
/** A Wednesday in winter: Wales is at UTC, the office open from nine to five. */
const DAY = '2026-11-25';
const at = (time: string) => `${DAY}T${time}:00.000Z`;

describe.each(ENGINES)('%s', (_engine, engine) => {
  let sql: Sql;
  let world: FundWorld;
  let cai: Who;
  let worry: Id;
  beforeEach(async () => {
    await sql?.close();
    sql = await engine();
    await migrate(sql);
    world = await FundWorld.open(new SqlStorage(sql));
    world.now = at('10:00');
    cai = await world.giveAccess(PEOPLE.cai);
    await world.send(MAIR, 'team.set', newId(), {nameCy: 'Tîm', nameEn: 'Team', manager: STAFF.mair, members: [STAFF.elin]}, null);
    worry = newId();
  });
  afterAll(() => sql.close());

  const raise = (about = 'unsafe', words: object | null = null) => world.send(cai, 'worry.raise', worry, {about, words});
  /** The server's watch, at a time. */
  const look = (time?: string) => {
    if (time !== undefined) world.now = time.length === 5 ? at(time) : time;
    return keepAlarms(world.storage, publisherAt(AUTHORITY.code, Date.parse(world.now)));
  };
  const kept = async () =>
    must(
      (await world.of('worry')).find(({id}) => id === worry),
      'it was raised',
    ).data;
  const passed = async () =>
    ((await kept()).passed ?? []).map(({to, dueAt, at: taken}) => [to, dueAt.slice(11, 16), taken.slice(11, 16)].join(' '));
  const exchange = ({holder, role}: Who): Exchange => ({
    storage: world.storage,
    clock: () => Date.parse(world.now),
    signedIn: {account: holder, authority: AUTHORITY.code, holder, role},
  });
  /** An op about the worry that was written earlier, on a device that knew nothing of the server since. */
  const sendWritten = async (who: Who, written: string, kind: string, body: object) => {
    const epoch = await world.storage.snapshot(AUTHORITY.code, store => store.epoch());
    const sent = {
      op: newId(),
      seq: 1,
      kind,
      version: 1,
      record: worry,
      person: PEOPLE.cai,
      scope: null,
      at: written,
      sinceServerMs: null,
      body,
    };
    const {answers} = await handlePush(exchange(who), {protocol: 1, client: newId(), epoch, deviceNow: world.now, ops: [sent]});
    return answers[0];
  };
  const onShift = (who: Who, endsAt = at('23:00')) => world.send(who, 'duty-shift.start', newId(), {endsAt}, null);

  test('received with the push that brings it, and with the adviser at once; then nothing is written twice', async () => {
    expect(await raise()).toMatchObject({status: 'applied'});
    expect(await kept()).toMatchObject({receivedAt: at('10:00'), passed: [{to: 'adviser', holders: [STAFF.elin]}]});
    const version = await world.storage.snapshot(AUTHORITY.code, store => store.version());
    expect([await look('10:14'), await look('10:14')]).toEqual([0, 0]);
    expect(await world.storage.snapshot(AUTHORITY.code, store => store.version())).toBe(version);
  });

  test('the adviser away: whoever covers at once, the manager, then duty, each at its time and by name', async () => {
    await world.send(MAIR, 'cover.give', newId(), {holder: STAFF.huw, from: DAY, until: '2026-11-27'});
    await onShift(SIAN);
    await raise();
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'cover 10:00 10:00']);
    await look('10:15');
    await look('10:29');
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'cover 10:00 10:00', 'manager 10:15 10:15']);
    await look('10:30');
    expect((await kept()).passed?.map(({holders}) => holders)).toEqual([[STAFF.elin], [STAFF.huw], [STAFF.mair], [SIAN.holder]]);
    // The young person's own device can name them: they stand in what is shared.
    const [help] = await world.of('who-helps');
    expect(help?.data.names.map(({id}) => id)).toEqual(expect.arrayContaining([STAFF.huw, STAFF.mair]));
    expect((await world.of('summary'))[0]?.data).toMatchObject({worry: 'unread', alarm: {to: 'duty', at: at('10:30'), urgent: true}});
  });

  test('the server away from 10:05 to 14:00: what has passed is taken at once, in order, each once, and says when it was due', async () => {
    await raise();
    await look('10:05');
    expect(await look('14:00')).toBe(1);
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'manager 10:15 14:00', 'duty 10:30 14:00']);
    expect(await look('14:01')).toBe(0);
  });

  test('two servers that look at one time take a step once', async () => {
    await raise();
    world.now = at('10:31');
    await Promise.all(Array.from({length: 4}, () => look()));
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'manager 10:15 10:31', 'duty 10:30 10:31']);
  });

  test('a phone that had no signal for two hours: the clock starts when the council has it, and when it was written stands there', async () => {
    const written = at('10:00');
    world.now = at('12:00');
    expect(await sendWritten(cai, written, 'worry.raise', {about: 'unsafe', words: null})).toMatchObject({status: 'applied'});
    await look('12:14');
    expect(await kept()).toMatchObject({raisedAt: written, receivedAt: at('12:00')});
    expect(await passed()).toEqual(['adviser 12:00 12:00']);
    await look('12:15');
    expect(await passed()).toHaveLength(2);
  });

  test('read by the adviser it goes no further; handed on by hand it does, and is read anew', async () => {
    await raise();
    world.now = at('10:05');
    await world.send(ELIN, 'worry.see', worry, {});
    expect(await look('12:00')).toBe(0);
    await world.send(ELIN, 'worry.pass-on', worry, {to: 'manager', words: welsh('Rydw i’n gadael y swyddfa')});
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'manager 12:00 12:00']);
    await look('12:30');
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'manager 12:00 12:00', 'duty 12:30 12:30']);
  });

  test('a new shift hears of what nobody has read', async () => {
    await raise();
    await look('10:30');
    expect((await kept()).passed?.at(-1)).toMatchObject({to: 'duty', holders: []});
    world.now = at('10:40');
    await onShift(SIAN);
    await look('10:41');
    expect((await kept()).passed?.at(-1)).toMatchObject({to: 'duty', holders: [SIAN.holder], at: at('10:41')});
  });

  test('a setting of another day changes nothing of what was received before it', async () => {
    await raise('arrears');
    const faster = {name: 'alarmOtherManagerMinutes', value: 5, from: '2026-11-26', reason: null};
    expect(await world.send(MAIR, 'setting.set', newId(), faster, null)).toMatchObject({status: 'applied'});
    await look('13:59');
    expect(await passed()).toEqual(['adviser 10:00 10:00']);
    await look('14:00');
    expect(await passed()).toEqual(['adviser 10:00 10:00', 'manager 14:00 14:00']);
  });

  describe('a duty worker', () => {
    const SECRET = 'Cyfrinach o’r ffeil';
    const seenBy = async (who: Who) =>
      JSON.stringify([await listDutyAlarms(exchange(who)), await openFile(exchange(who), PEOPLE.cai).catch(() => null)]);
    const opened = (who: Who = SIAN) => openFile(exchange(who), PEOPLE.cai);
    beforeEach(async () => {
      // What a file holds: none of it is for duty.
      await world.send(ELIN, 'message.send', newId(), {words: welsh(SECRET)});
      await world.send(ELIN, 'complaint.record', newId(), {raisedOn: DAY, words: welsh(SECRET), advocateOffered: true});
      await world.send(ELIN, 'risk-summary.write', idNamed('risk', PEOPLE.cai), {words: welsh(SECRET)});
      await raise('unsafe', welsh('Mae rhywun wrth y drws'));
    });

    test('on shift sees what has come to duty with the emergency card, and nothing else of the file', async () => {
      await onShift(SIAN);
      expect(await listDutyAlarms(exchange(SIAN))).toEqual({shift: at('23:00'), alarms: []});
      await expect(opened()).rejects.toThrow('not_found');
      await look('10:30');
      const list = await listDutyAlarms(exchange(SIAN));
      expect(list.alarms).toMatchObject([{worry, person: PEOPLE.cai}]);
      const file = await opened();
      expect(file.records.map(({kind}) => kind).toSorted()).toEqual(['emergency-card', 'worry']);
      // Of the scopes only where the alarm lies.
      expect(file.scopes.map(({compartment}) => compartment)).toEqual(['shared']);
      const all = await seenBy(SIAN);
      expect(all).toContain('Mae rhywun wrth y drws');
      for (const word of [SECRET, 'Ffug', '2007-05-04', 'looked-after']) expect(all).not.toContain(word);
    });

    test('is sent nothing by sync: no scope of any person, whatever is with duty', async () => {
      await onShift(SIAN);
      await look('10:30');
      const epoch = await world.storage.snapshot(AUTHORITY.code, store => store.epoch());
      const client = newId();
      const hello = {protocol: 1, client, epoch: null, cursor: 0, nextSeq: 1, deviceNow: world.now} as const;
      await handleHello(exchange(SIAN), hello);
      const pulled = await handlePull(exchange(SIAN), {protocol: 1, client, epoch, cursor: 0, views: []});
      expect(pulled.add.filter(({person}) => person !== null)).toEqual([]);
      expect(JSON.stringify(pulled.changes)).not.toContain(PEOPLE.cai);
    });

    test('off shift, or when it was closed or handed back, sees nothing; somebody else with nothing to do with duty neither', async () => {
      await look('10:30');
      expect(await seenBy(SIAN)).toBe('[{"shift":null,"alarms":[]},null]');
      await onShift(SIAN, at('11:00'));
      await expect(opened()).resolves.toMatchObject({person: PEOPLE.cai});
      await expect(opened(WEN)).rejects.toThrow('not_found');
      world.now = at('11:00');
      await expect(opened()).rejects.toThrow('not_found');
      await onShift(SIAN, at('12:00'));
      expect(await world.send(SIAN, 'worry.pass-on', worry, {to: 'adviser', words: welsh('I’r bore')})).toMatchObject({status: 'applied'});
      await expect(opened()).rejects.toThrow('not_found');
      await expect(listDutyAlarms(exchange(ELIN))).rejects.toThrow('not_found');
    });

    test('each opening is noted, for the young person to read who looked', async () => {
      await onShift(SIAN);
      await look('10:30');
      await opened();
      const noted = await sql.query<{action: string; person: string}>("select action, person from audit where action = 'alarm.open'");
      expect(noted).toEqual([{action: 'alarm.open', person: PEOPLE.cai}]);
    });

    test('answers what is with duty, and nothing else, over the wire too: what is not theirs waits for a manager', async () => {
      await onShift(SIAN);
      const act = (who: Who) => world.send(who, 'worry.act', worry, {what: 'doing', words: welsh('Gwely am heno')});
      expect(await act(SIAN)).toMatchObject({status: 'parked', code: 'not_yours_now'});
      await look('10:30');
      expect(await act(SIAN)).toMatchObject({status: 'applied'});
      expect(await act(WEN)).toMatchObject({status: 'parked'});
      for (const [kind, body] of [
        ['message.send', {words: welsh('x')}],
        ['details.change', {phone: '1'}],
        ['worry.raise', {about: 'unsafe', words: null}],
      ] as const)
        expect(await world.send(SIAN, kind, newId(), body)).toMatchObject({status: 'parked', code: 'not_yours_now'});
      expect(await world.send(SIAN, 'worry.close', worry, {outcome: 'Llety brys am y noson'})).toMatchObject({status: 'applied'});
      expect(await listDutyAlarms(exchange(SIAN))).toMatchObject({alarms: []});
    });

    test('what they wrote on their shift counts when it arrives after it; what they write after it does not', async () => {
      await onShift(SIAN, at('11:00'));
      await look('10:30');
      world.now = at('11:30');
      expect(await sendWritten(SIAN, at('11:10'), 'worry.see', {})).toMatchObject({status: 'parked'});
      expect(await sendWritten(SIAN, at('10:50'), 'worry.see', {})).toMatchObject({status: 'applied'});
      expect((await kept()).seenBy).toEqual([{holder: SIAN.holder, at: at('10:50')}]);
      world.now = '2026-11-26T11:00:00.000Z';
      expect(await sendWritten(SIAN, at('10:55'), 'worry.act', {what: 'phoned', words: null})).toMatchObject({status: 'parked'});
      // Nobody has given Huw anything of this file.
      expect(await world.send(HUW, 'worry.see', worry, {})).toMatchObject({status: 'parked'});
    });
  });

  test('the emergency card reads the profile as it is when it is opened, with how it is safe to call; two who write that are both kept', async () => {
    await onShift(SIAN);
    await raise();
    await look('10:30');
    const card = async () => {
      const {records} = await openFile(exchange(SIAN), PEOPLE.cai);
      return must(
        records.find(({kind}) => kind === 'emergency-card'),
        'there is a card for everybody',
      ).data;
    };
    expect(await card()).toEqual({knownAs: 'Cai', phone: null, language: 'cy', safeWayToCall: null});
    const id = emergencyCardId(PEOPLE.cai);
    expect(await world.send(ELIN, 'safe-call.write', id, {safeWayToCall: 'Tecst yn gyntaf'})).toMatchObject({status: 'applied'});
    await world.send(cai, 'details.change', PEOPLE.cai, {knownAs: 'Caio', phone: '07700 900123'});
    expect(await card()).toEqual({knownAs: 'Caio', phone: '07700 900123', language: 'cy', safeWayToCall: 'Tecst yn gyntaf'});
    expect(await world.send(MAIR, 'safe-call.write', id, {safeWayToCall: 'Ddim gyda’r nos'})).toMatchObject({status: 'conflict'});
    expect(await world.of('emergency-card')).toHaveLength(1);
    expect(await world.send(ELIN, 'safe-call.write', newId(), {safeWayToCall: 'x'})).toMatchObject({code: 'unknown_record'});
  });

  test('nobody is told of somebody who has died', async () => {
    await raise();
    await world.send(MAIR, 'death.record', PEOPLE.cai, {diedOn: DAY});
    await look('12:00');
    expect(await passed()).toEqual(['adviser 10:00 10:00']);
  });
});
