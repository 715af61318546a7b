/**
 * Codes for young people on the real application: single use, short-lived, the same answer for expired, used and guessed;
 * what they open is their own shared records on the wire and nothing else; limits hold against guessing.
 */
import {randomUUID} from 'node:crypto';
import {afterEach, describe, expect, test} from 'vitest';
import {COOKIE, CSRF_HEADER} from '#server/http/request-session.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TwoAuthorities} from '../support/two-authorities.ts';

const SECRET = 'f'.repeat(32) + 'a1b2c3d4';
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const newId = () => randomUUID().replace(/^(.{14})./, '$17');

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  afterEach(() => world.end());

  const invite = async (): Promise<{code: string; expiresAt: string}> =>
    (await world.ask('adviser', {method: 'POST', url: `/api/people/${PERSON.own}/invitation`})).json();
  const accept = (token: string, password = SECRET) =>
    world.ask(null, {method: 'POST', url: '/api/invitation/accept', payload: {token, password}});
  const outside = ({statusCode, body}: {statusCode: number; body: string}) => `${statusCode} ${body}`;

  test('a code opens the account once, however it is typed, and then nothing; expired, used and guessed look the same', async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser', 'manager']});
    const first = await invite();
    expect(first.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    const view = await world.ask(null, {method: 'POST', url: '/api/invitation', payload: {token: first.code}});
    expect(view.json<{signInName: string}>().signInName).toMatch(/^[a-z]+-[a-z]+-\d{4}$/);
    const typed = ` ${first.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await accept(typed)).statusCode).toBe(200);
    const used = await accept(first.code);
    const second = await invite();
    world.at('2026-11-22T10:00:01Z');
    const expired = await accept(second.code);
    const guessed = await accept('7KQ2M-XR4TD');
    const nonsense = await accept('not a code at all');
    expect(new Set([used, expired, guessed, nonsense].map(outside))).toEqual(new Set(['404 {"code":"invitation_invalid"}']));
  });

  test('a new code makes the older one worthless, and leads to the same account with the same name', async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser']});
    const first = await invite();
    const joined = (await accept(first.code)).json<{account: string; signInName: string}>();
    const second = await invite();
    const third = await invite();
    expect((await accept(second.code)).statusCode).toBe(404);
    const again = (await accept(third.code, 'another secret of twelve')).json<{account: string; signInName: string}>();
    expect(again).toMatchObject({account: joined.account, signInName: joined.signInName});
    const {n} = (await world.sql.query<{n: number}>(`select count(*)::int as n from record where kind = 'young-person-access'`))[0] ?? {
      n: 0,
    };
    expect(n).toBe(1);
  });

  test('on the wire: their own shared records, and not a byte of what staff keep or of anybody else', async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser', 'colleague', 'manager']});
    const epoch = await world.epoch();
    const note = 'Nodyn staff na ddylai neb arall ei weld';
    for (const [who, person] of [
      ['adviser', PERSON.own],
      ['colleague', PERSON.others],
    ] as const)
      await world.ask(who, {
        method: 'POST',
        url: '/api/sync/v1/push',
        payload: {
          protocol: 1,
          client: world.device(who).client,
          epoch,
          deviceNow: '2026-11-21T10:00:00.000Z',
          ops: [contactOp(person, newId(), newId(), 1, note)],
        },
      });
    const joined = await accept((await invite()).code);
    const cookie = joined.cookies.find(({name}) => name === COOKIE)?.value ?? '';
    const {csrf, role, holder} = joined.json<{csrf: string; role: string; holder: string}>();
    expect([role, holder]).toEqual(['young_person', PERSON.own]);
    const client = newId();
    const ask = (path: string, payload: object) =>
      world.app.inject({method: 'POST', url: path, headers: {cookie: `${COOKIE}=${cookie}`, [CSRF_HEADER]: csrf}, payload});
    await ask('/api/sync/v1/hello', {protocol: 1, client, epoch: null, cursor: 0, nextSeq: 1, deviceNow: '2026-11-21T10:00:00.000Z'});
    const pulled = await ask('/api/sync/v1/pull', {protocol: 1, client, epoch, cursor: 0, views: []});
    const body = pulled.json<{
      add: {scope: string; person: string; compartment: string}[];
      changes: {scope: string; record: {person: string; kind: string}}[];
    }>();
    const shared = scopeId(HERE, PERSON.own, 'shared');
    expect(body.add).toMatchObject([{scope: shared, person: PERSON.own, compartment: 'shared'}]);
    expect(new Set(body.changes.map(({scope}) => scope))).toEqual(new Set([shared]));
    expect(new Set(body.changes.map(({record}) => record.person))).toEqual(new Set([PERSON.own]));
    expect(new Set(body.changes.map(({record}) => record.kind))).toEqual(
      new Set(['young-person', 'allocation', 'who-helps', 'entitlements', 'young-person-access']),
    );
    for (const secret of [note, PERSON.others, 'Dryw', 'Nia', scopeId(HERE, PERSON.own, 'staff'), scopeId(HERE, PERSON.own, 'summary')])
      expect(pulled.body).not.toContain(secret);
    // The file on demand and the team are not theirs either, not even their own whole file.
    for (const path of [`/api/people/${PERSON.own}/file`, '/api/team', `/api/people/${PERSON.others}/looks`])
      expect((await world.app.inject({method: 'GET', url: path, headers: {cookie: `${COOKIE}=${cookie}`}})).statusCode).toBe(404);
  });

  test('access that is ended closes the door and codes at once, and can be given anew', async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser']});
    const joined = await accept((await invite()).code);
    const open_ = await invite();
    await world.ask('adviser', {method: 'POST', url: `/api/people/${PERSON.own}/end-access`});
    await world.ask('adviser', {method: 'POST', url: `/api/people/${PERSON.own}/end-access`});
    const {signInName} = joined.json<{signInName: string}>();
    const signIn = await world.ask(null, {method: 'POST', url: '/api/sign-in', payload: {signInName, password: SECRET}});
    expect(outside(signIn)).toBe('401 {"code":"credentials_wrong"}');
    expect((await accept(open_.code)).statusCode).toBe(404);
    expect((await accept((await invite()).code)).statusCode).toBe(200);
    const rows = await world.sql.query<{ended: string | null}>(
      `select body->'data'->>'endedOn' as ended from record where kind = 'young-person-access' order by id`,
    );
    expect(new Set(rows.map(({ended}) => ended))).toEqual(new Set(['2026-11-21', null]));
    expect(rows).toHaveLength(2);
  });

  test('guessing is slowed down, and says nothing but that', async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser'], limits: true});
    const answers: string[] = [];
    for (let guess = 0; guess < 25; guess++)
      answers.push(outside(await world.ask(null, {method: 'POST', url: '/api/invitation', payload: {token: `AAAAA-${10_000 + guess}`}})));
    expect(new Set(answers.slice(0, 20))).toEqual(new Set(['404 {"code":"invitation_invalid"}']));
    expect(answers.at(-1)).toContain('too_many_requests');
  });
});
