/**
 * When an answer of sync leaves: not before the mark beside the store is as far as it says [E4], and not at all while
 * more is asked than can be worked on [A1]. What was done before is done, and the same request again gets its answer.
 */
import {randomUUID} from 'node:crypto';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {HighWaterMark} from '#server/db/high-water-mark.ts';
import {COOKIE, CSRF_HEADER} from '#server/http/request-session.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TwoAuthorities} from '../support/two-authorities.ts';

const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const NOW = '2026-11-21T10:00:00.000Z';

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  /** What the disk of the mark does with a write. */
  let write: (text: string) => Promise<void> = async () => undefined;
  const texts: string[] = [];
  beforeAll(async () => {
    const mark = new HighWaterMark(undefined, text => {
      texts.push(text);
      return write(text);
    });
    world = await TwoAuthorities.open(await open(), {roles: ['adviser', 'manager'], mark, admission: {atOnce: 2, waiting: 1}});
  });
  afterAll(() => world.end());
  afterEach(() => {
    write = async () => undefined;
  });

  const post = (exchange: string, payload: object) =>
    world.ask('adviser', {
      method: 'POST',
      url: `/api/sync/v1/${exchange}`,
      payload: {protocol: 1, client: world.device('adviser').client, ...payload},
    });
  const hello = () => post('hello', {epoch: null, cursor: 0, nextSeq: 1, deviceNow: NOW});
  const pull = async () => post('pull', {epoch: await world.epoch(), cursor: 0, views: []});
  const push = async (...ops: readonly object[]) => post('push', {epoch: await world.epoch(), deviceNow: NOW, ops});
  const marked = () => JSON.parse(texts.at(-1) ?? 'null') as {epoch: Id; versions: Record<string, number>} | null;
  const until = async (isTrue: () => boolean) => {
    while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 5));
  };

  test('[E4] each exchange is answered when the mark is as far as it says', async () => {
    expect((await hello()).statusCode).toBe(200);
    expect(marked()).toEqual({epoch: await world.epoch(), versions: {}});
    const pulled = await pull();
    expect(marked()?.versions).toEqual({[HERE]: pulled.json<{version: number}>().version});

    let goOn: () => void = () => undefined;
    write = () => new Promise(resolve => (goOn = resolve));
    const before = texts.length;
    let isAnswered = false;
    const pushing = push(contactOp(PERSON.own, newId(), newId(), 1, 'Galwad.')).finally(() => (isAnswered = true));
    await until(() => texts.length > before);
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(isAnswered).toBe(false);
    goOn();
    const pushed = (await pushing).json<{version: number}>();
    expect(marked()?.versions[HERE]).toBe(pushed.version);
  });

  test('[E4] a mark that cannot be written: busy, nothing lost, and the same answer once it can', async () => {
    const op = contactOp(PERSON.own, newId(), newId(), 2, 'Ymweliad.');
    write = () => Promise.reject(Object.assign(new Error('full'), {code: 'ENOSPC'}));
    const refused = await push(op);
    expect([refused.statusCode, refused.json<{code: string}>().code]).toEqual([503, 'busy']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(5);
    const counts = await world.counts();
    write = async () => undefined;
    const again = await push(op);
    expect([again.statusCode, again.json<{answers: {status: string}[]}>().answers.map(({status}) => status)]).toEqual([200, ['applied']]);
    expect(await world.counts()).toEqual(counts);
  });

  test('[A1] a full house refuses before anything is done; other routes are open, and every place comes back', async () => {
    let goOn: () => void = () => undefined;
    const written = new Promise<void>(resolve => (goOn = resolve));
    write = () => written;
    const ops = [3, 4].map(seq => contactOp(PERSON.own, newId(), newId(), seq, 'Neges.'));
    const before = texts.length;
    const first = push(...ops);
    await until(() => texts.length > before);
    // It has raised the version: this pull waits for the mark as well, and the house is full.
    const second = pull();
    await new Promise(resolve => setTimeout(resolve, 100));
    const third = hello();
    await new Promise(resolve => setTimeout(resolve, 20));
    const counts = await world.counts();
    const turnedAway = await hello();
    expect([turnedAway.statusCode, turnedAway.json<{code: string}>().code]).toEqual([503, 'busy']);
    expect(await world.counts()).toEqual(counts);
    expect((await world.ask('manager', {method: 'GET', url: '/api/team'})).statusCode).toBe(200);
    goOn();
    expect((await Promise.all([first, second, third])).map(({statusCode}) => statusCode)).toEqual([200, 200, 200]);
    for (let n = 0; n < 4; n++) expect((await hello()).statusCode).toBe(200);
  });

  test('[A1] whoever hangs up while waiting in line has nothing done for them', async () => {
    const at = await world.app.listen({port: 0, host: '127.0.0.1'});
    let goOn: () => void = () => undefined;
    const written = new Promise<void>(resolve => (goOn = resolve));
    write = () => written;
    const before = texts.length;
    const first = push(contactOp(PERSON.own, newId(), newId(), 5, 'Llythyr.'));
    await until(() => texts.length > before);
    const second = pull();
    await new Promise(resolve => setTimeout(resolve, 100));
    const {cookie, csrf} = world.device('adviser');
    const gaveUp = new AbortController();
    const third = fetch(`${at}/api/sync/v1/hello`, {
      method: 'POST',
      signal: gaveUp.signal,
      headers: {'content-type': 'application/json', cookie: `${COOKIE}=${cookie}`, [CSRF_HEADER]: csrf},
      body: JSON.stringify({protocol: 1, client: newId(), epoch: null, cursor: 0, nextSeq: 1, deviceNow: NOW}),
    }).catch(() => 'gave up');
    await new Promise(resolve => setTimeout(resolve, 100));
    const counts = await world.counts();
    gaveUp.abort();
    expect(await third).toBe('gave up');
    await new Promise(resolve => setTimeout(resolve, 50));
    goOn();
    await Promise.all([first, second]);
    expect((await hello()).statusCode).toBe(200);
    expect((await world.counts())['client']).toBe(counts['client']);
  });
});
