/**
 * Whose devices are woken when an alarm goes its way, on both stores: those of whom it has come to and no others, each once, and
 * for as long as the session through which the device gave its address.
 */
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {hashToken} from '#server/identity/secrets.ts';
import {keepAlarms} from '#server/sync/alarm-watch.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {newId} from '../support/fund-world.ts';
import {contactOp, HERE, PERSON, TwoAuthorities} from '../support/two-authorities.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
type Asker = Parameters<TwoAuthorities['ask']>[0];

describe.each(ENGINES)('%s', (_engine, engine) => {
  let world: TwoAuthorities;
  let now: string;
  const seq = new Map<string, number>();
  beforeAll(async () => {
    world = await TwoAuthorities.open(await engine(), {notificationKey: 'the-public-key'});
  });
  beforeEach(async () => {
    await world.sql.query('delete from notification_address');
    go('10:00');
  });
  afterAll(() => world.end());

  const go = (time: string) => {
    now = at(time);
    world.at(now);
  };
  const addressOf = (who: Asker) => `https://fcm.googleapis.com/fcm/send/${String(who)}`;
  const give = (who: Asker, endpoint = addressOf(who)) => world.ask(who, {method: 'POST', url: '/api/notifications', payload: {endpoint}});
  const due = async () => (await world.store.notifications.due(now, 50)).map(({endpoint}) => endpoint.slice(endpoint.lastIndexOf('/') + 1));
  const sendAll = async () => {
    for (const each of await world.store.notifications.due(now, 50)) await world.store.notifications.end(each);
  };
  const push = async (
    who: 'adviser' | 'young_person' | 'manager',
    kind: string,
    body: object,
    about: Id | null = PERSON.own,
    record = newId(),
  ) => {
    const {client} = world.device(who);
    const next = (seq.get(who) ?? 0) + 1;
    seq.set(who, next);
    const op = {...contactOp(PERSON.own, newId(), record, next, ''), person: about, kind, body, at: now};
    const answer = await world.ask(who, {
      method: 'POST',
      url: '/api/sync/v1/push',
      payload: {protocol: 1, client, epoch: await world.epoch(), deviceNow: now, ops: [op]},
    });
    expect(answer.json()).toMatchObject({answers: [{status: 'applied'}]});
    return record;
  };
  const look = (time: string) => {
    go(time);
    return keepAlarms(world.store.storage, publisherAt(HERE, Date.parse(now)));
  };

  test('the adviser at once, the manager when it goes on, nobody of another team or council, and nobody who did not ask for it', async () => {
    const [adviser, manager] = [world.device('adviser').holder, world.device('manager').holder];
    await push('manager', 'team.set', {nameCy: 'Tîm', nameEn: 'Team', manager, members: [adviser]}, null);
    for (const who of ['adviser', 'manager', 'colleague', 'stranger', 'duty_worker'] as const)
      expect((await give(who)).statusCode).toBe(200);
    expect(await due()).toEqual([]);
    await push('young_person', 'worry.raise', {about: 'unsafe', words: null});
    expect(await due()).toEqual(['adviser']);
    await sendAll();
    await look('10:14');
    expect(await due()).toEqual([]);
    await look('10:15');
    expect(await due()).toEqual(['manager']);
    await sendAll();
    await look('10:16');
    expect(await due()).toEqual([]);
  });

  test('what an adviser puts down wakes no device of theirs', async () => {
    await give('adviser');
    await push('adviser', 'worry.raise', {about: 'unsafe', words: null});
    expect(await due()).toEqual([]);
  });

  test('handed back by hand to whoever put it down, it wakes them; and not whoever handed it', async () => {
    await give('adviser');
    await give('manager');
    const worry = await push('adviser', 'worry.raise', {about: 'unsafe', words: null});
    go('10:01');
    await push('manager', 'worry.pass-on', {to: 'adviser', words: {text: 'Eich un chi.', lang: 'cy'}}, PERSON.own, worry);
    expect(await due()).toEqual(['adviser']);
    await sendAll();
    go('10:02');
    await push('manager', 'worry.pass-on', {to: 'manager', words: {text: 'I mi.', lang: 'cy'}}, PERSON.own, worry);
    expect(await due()).toEqual([]);
  });

  test('a step that is undone with its transaction wakes nobody', async () => {
    await give('adviser');
    const undone = world.store.storage.transaction(HERE, async store => {
      await store.notify([world.device('adviser').holder], now);
      throw new Error('the disk is full');
    });
    await expect(undone).rejects.toThrow('the disk is full');
    expect(await due()).toEqual([]);
  });

  test('an address that goes at that very moment fails nobody’s alarm', async () => {
    await give('adviser');
    let release = () => {};
    const held = new Promise<void>(resolve => (release = resolve));
    let begin = () => {};
    const begun = new Promise<void>(resolve => (begin = resolve));
    const going = world.sql.transaction('read committed', async db => {
      await db.query('delete from notification_address');
      begin();
      await held;
    });
    await begun;
    const stepped = world.store.storage.transaction(HERE, store => store.notify([world.device('adviser').holder], now));
    await new Promise(resolve => setTimeout(resolve, 200));
    release();
    await going;
    await expect(stepped).resolves.toBeUndefined();
    expect(await due()).toEqual([]);
  });

  test('two alarms before it was sent are one; one that comes while it is being sent is not lost', async () => {
    await give('adviser');
    await push('young_person', 'worry.raise', {about: 'unsafe', words: null});
    await push('young_person', 'worry.raise', {about: 'no_food', words: null});
    const [first] = await world.store.notifications.due(now, 50);
    expect(await due()).toEqual(['adviser']);
    go('10:01');
    await push('young_person', 'worry.raise', {about: 'health', words: null});
    if (first) await world.store.notifications.end(first);
    expect(await due()).toEqual(['adviser']);
    await sendAll();
    expect(await due()).toEqual([]);
  });

  test('what could not be sent waits for its time', async () => {
    await give('adviser');
    await push('young_person', 'worry.raise', {about: 'unsafe', words: null});
    for (const each of await world.store.notifications.due(now, 50)) await world.store.notifications.tryAgain(each, at('10:02'));
    expect(await due()).toEqual([]);
    go('10:02');
    expect(await world.store.notifications.due(now, 50)).toMatchObject([{tries: 1}]);
    await sendAll();
  });

  test('an address is of the session that gave it: a new one replaces it, whoever signs in there takes it over, and its end takes it away', async () => {
    const kept = async () => world.sql.query('select endpoint, session from notification_address order by endpoint');
    await give('adviser', 'https://web.push.apple.com/one');
    await give('adviser', 'https://web.push.apple.com/two');
    const of = (who: 'adviser' | 'colleague') => hashToken(world.device(who).cookie);
    expect(await kept()).toEqual([{endpoint: 'https://web.push.apple.com/two', session: of('adviser')}]);
    await give('colleague', 'https://web.push.apple.com/two');
    expect(await kept()).toEqual([{endpoint: 'https://web.push.apple.com/two', session: of('colleague')}]);
    // The adviser's own "no" touches nobody else's.
    await world.ask('adviser', {method: 'POST', url: '/api/notifications/end'});
    expect(await kept()).toHaveLength(1);
    await world.ask('colleague', {method: 'POST', url: '/api/notifications/end'});
    expect(await kept()).toEqual([]);
  });

  test('nobody who may no longer sign in, or whose session is over, is woken', async () => {
    await give('adviser');
    await push('young_person', 'worry.raise', {about: 'unsafe', words: null});
    const {account} = world.device('adviser');
    await world.sql.query('update account set disabled_at = $2 where id = $1', [account, now]);
    expect(await due()).toEqual([]);
    await world.sql.query('update account set disabled_at = null where id = $1', [account]);
    expect(await due()).toEqual(['adviser']);
    const later = '2027-11-23T10:00:00.000Z';
    expect(await world.store.notifications.due(later, 50)).toEqual([]);
    await sendAll();
  });

  test('a session that is deleted, and what had yet to be sent there, are gone', async () => {
    await give('deputy');
    await world.store.storage.transaction(HERE, store => store.notify([world.device('deputy').holder], now));
    expect(await due()).toEqual(['deputy']);
    await world.ask('deputy', {method: 'POST', url: '/api/sign-out'});
    expect(await world.sql.query('select * from notification_due')).toEqual([]);
    expect(await world.sql.query('select * from notification_address')).toEqual([]);
  });

  test('the key is told to those whom an alarm can come to; an address anywhere else than at a push service is not kept', async () => {
    expect((await world.ask('duty_worker', {method: 'GET', url: '/api/notifications'})).json()).toEqual({key: 'the-public-key'});
    expect((await world.ask('young_person', {method: 'GET', url: '/api/notifications'})).statusCode).toBe(404);
    for (const endpoint of ['https://127.0.0.1/metadata', 'http://fcm.googleapis.com/a', 'nonsense', ''])
      expect((await give('adviser', endpoint)).json()).toEqual({code: 'not_found'});
    expect((await give('adviser', `https://fcm.googleapis.com/${'a'.repeat(2_000)}`)).json()).toMatchObject({code: 'envelope_invalid'});
    expect((await give('young_person')).statusCode).toBe(404);
    expect(await world.sql.query('select * from notification_address')).toEqual([]);
  });
});
