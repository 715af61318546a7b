/**
 * Signing in, out, and by invitation, as a browser meets it: cookies and headers to the letter, one answer for every
 * failure, passwords that are read out good for one choice only, and limits that do not tell who exists.
 */
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {migrate} from '#server/db/migrate.ts';
import type {Sql} from '#server/db/sql.ts';
import {spokenPassword} from '#server/identity/secrets.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {invitation, PASSWORD, TwoAuthorities} from '../support/two-authorities.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const ADVISER = 'u1.w06000011@example.org';
const CSP =
  "default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';worker-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none'";

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  let sql: Sql;
  beforeAll(async () => {
    sql = await open();
  });
  afterAll(() => sql.close());
  /** One engine for all tests, emptied before each. */
  const start = async (options: Parameters<typeof TwoAuthorities.open>[1] = {}) => {
    await migrate(sql);
    const tables = await sql.query<{name: string}>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migration'`,
    );
    await sql.run(`truncate ${tables.map(({name}) => `"${name}"`).join()} cascade`);
    world = await TwoAuthorities.open({...sql, close: async () => undefined}, {roles: ['adviser'], ...options});
  };
  afterEach(() => world.end());

  const post = async (path: string, payload: object, headers: Record<string, string> = {}) => {
    const answer = await world.app.inject({method: 'POST', url: path, payload, headers});
    return {
      status: answer.statusCode,
      text: answer.body,
      body: answer.json<Record<string, unknown>>(),
      headers: answer.headers,
      cookie: answer.cookies.find(({name}) => name === 'llwybr_session'),
    };
  };
  const signIn = (signInName: string, password: string) => post('/api/sign-in', {signInName, password});
  const accept = (token: string, password: string) => post('/api/invitation/accept', {token, password});
  const whoIs = async (cookie: string | undefined) =>
    (await world.app.inject({method: 'GET', url: '/api/session', headers: {cookie: `llwybr_session=${cookie}`}})).json<{
      session: {name: string; csrf: string} | null;
    }>().session;

  describe('headers and cookies', () => {
    test('over plain http on this machine: httpOnly, strict, the interface only, 30 days', async () => {
      await start();
      const {cookie, status} = await signIn(` ${ADVISER.toUpperCase()} `, PASSWORD);
      expect(status).toBe(200);
      expect(cookie).toMatchObject({httpOnly: true, sameSite: 'Strict', path: '/api', expires: new Date('2026-12-21T10:00:00Z')});
      expect(cookie?.secure).toBeUndefined();
    });

    test('over https: secure cookies and HSTS', async () => {
      await start({https: true});
      const answer = await signIn(ADVISER, PASSWORD);
      expect(answer.cookie?.secure).toBe(true);
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    });

    test('every answer carries the same strict headers, failures too', async () => {
      await start();
      for (const path of ['/api/health', '/api/session', '/api/no-such', '/', '/api/people/x/file']) {
        const {headers} = await world.app.inject({method: 'GET', url: path});
        expect(headers).toMatchObject({
          'content-security-policy': CSP,
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
        });
        expect(headers['x-powered-by'] ?? headers['server'] ?? headers['strict-transport-security']).toBeUndefined();
      }
      expect((await signIn(ADVISER, PASSWORD)).headers['cache-control']).toBe('no-store');
    });
  });

  test('a session says who is there and what to send back, and never the password or the token', async () => {
    await start();
    const {body, text, cookie} = await signIn(ADVISER, PASSWORD);
    expect(body).toMatchObject({role: 'adviser', name: 'Enw U1', authority: {code: 'W06000011'}});
    expect(text).not.toContain(cookie?.value ?? '');
    expect(text).not.toContain('argon2');
    expect((await whoIs(cookie?.value))?.csrf).toBe(body['csrf']);
    const stored = await world.sql.query<{token_hash: string}>('select token_hash from session');
    expect(stored.some(({token_hash: kept}) => kept === cookie?.value)).toBe(false);
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    await start();
    const {body, cookie} = await signIn(ADVISER, PASSWORD);
    const headers = {cookie: `llwybr_session=${cookie?.value}`, 'x-llwybr-csrf': String(body['csrf'])};
    const out = await post('/api/sign-out', {}, headers);
    expect([out.status, out.cookie?.value, out.cookie?.path]).toEqual([200, '', '/api']);
    expect(await whoIs(cookie?.value)).toBeNull();
    expect((await post('/api/sign-out', {}, headers)).status).toBe(401);
  });

  test('a session ends by itself after 30 days, and by no use before', async () => {
    await start();
    const {cookie} = await signIn(ADVISER, PASSWORD);
    world.at('2026-12-21T09:59:59Z');
    expect((await whoIs(cookie?.value))?.name).toBe('Enw U1');
    world.at('2026-12-21T10:00:00Z');
    expect(await whoIs(cookie?.value)).toBeNull();
  });

  test('a wrong password, an unknown name, a disabled account and one without a password get the same answer', async () => {
    await start({roles: ['adviser', 'colleague', 'manager']});
    await world.sql.query(`update account set disabled_at = now() where sign_in_name = 'u2.w06000011@example.org'`);
    await world.sql.query(`update account set password_hash = null where sign_in_name = 'u3.w06000011@example.org'`);
    const answers = [
      await signIn(ADVISER, 'not this one at all'),
      await signIn('nobody@example.org', PASSWORD),
      await signIn('u2.w06000011@example.org', PASSWORD),
      await signIn('u3.w06000011@example.org', PASSWORD),
    ];
    expect(new Set(answers.map(({status, text}) => `${status} ${text}`))).toEqual(new Set(['401 {"code":"credentials_wrong"}']));
    expect(answers.some(({cookie}) => cookie)).toBe(false);
  });

  test('too many tries: a code with how long to wait, the same for a name that exists and one that does not', async () => {
    await start({limits: true});
    const tries = async (name: string) => {
      const seen: string[] = [];
      for (let tried = 0; tried < 12; tried++)
        seen.push(
          await signIn(name, 'not this one at all').then(
            ({status, text, headers}) => `${status} ${text} ${headers['retry-after'] as string | undefined}`,
          ),
        );
      return seen;
    };
    const known = await tries(ADVISER);
    expect(known.slice(0, 10)).toEqual(Array.from({length: 10}, () => '401 {"code":"credentials_wrong"} undefined'));
    expect(known.slice(10)).toEqual(Array.from({length: 2}, () => '429 {"code":"too_many_requests","retryAfterSeconds":60} 60'));
    await world.end();
    await start({limits: true});
    expect(await tries('nobody@example.org')).toEqual(known);
  });

  describe('one-time passwords', () => {
    beforeEach(() => start());

    test('read out, used once, then a new one is chosen; nothing old works', async () => {
      const before = await signIn(ADVISER, PASSWORD);
      const spoken = spokenPassword();
      expect(await world.store.identity.setPassword(ADVISER, spoken, true)).toBe(true);
      expect(await whoIs(before.cookie?.value)).toBeNull();
      const choosing = await signIn(ADVISER, spoken);
      expect([choosing.status, choosing.body['code'], choosing.cookie]).toEqual([409, 'choose_password', undefined]);
      expect((await signIn(ADVISER, spoken)).body).toEqual({code: 'credentials_wrong'});
      expect((await signIn(ADVISER, PASSWORD)).body).toEqual({code: 'credentials_wrong'});
      const token = String(choosing.body['token']);
      expect((await accept(token, 'short')).body).toEqual({code: 'password_weak', fields: ['password']});
      expect((await accept(token, 'aaaaaaaaaaaaaaaa')).body).toEqual({code: 'password_weak', fields: ['password']});
      const chosen = await accept(token, 'gwenyn y bore glas');
      expect([chosen.status, chosen.body['name']]).toEqual([200, 'Enw U1']);
      expect((await accept(token, 'gwenyn y bore coch')).body).toEqual({code: 'invitation_invalid'});
      expect((await signIn(ADVISER, 'gwenyn y bore glas')).status).toBe(200);
    });

    test('the choice is open for an hour', async () => {
      const spoken = spokenPassword();
      await world.store.identity.setPassword(ADVISER, spoken, true);
      const {body} = await signIn(ADVISER, spoken);
      world.at('2026-11-21T11:00:00Z');
      expect((await accept(String(body['token']), 'gwenyn y bore glas')).body).toEqual({code: 'invitation_invalid'});
    });
  });

  describe('invitations', () => {
    beforeEach(() => start());

    test('expired, used, replaced by a newer one, guessed, of a disabled account: one and the same answer', async () => {
      const used = await invitation(world.store, 'manager', 7);
      expect((await accept(used, PASSWORD)).status).toBe(200);
      const replaced = await invitation(world.store, 'deputy', 7);
      await invitation(world.store, 'deputy', 7);
      const expired = await invitation(world.store, 'duty_worker', 7);
      const disabled = await invitation(world.store, 'administrator', 30);
      await world.sql.query(`update account set disabled_at = now() where role = 'administrator'`);
      world.at('2026-11-28T10:00:00Z');
      const seen = new Set<string>();
      for (const token of [used, replaced, expired, disabled, 'guessed', 'a'.repeat(43)]) {
        for (const answer of [await post('/api/invitation', {token}), await accept(token, 'gwenyn y bore glas')])
          seen.add(`${answer.status} ${answer.text} ${answer.cookie?.value ?? 'no cookie'}`);
      }
      expect(seen).toEqual(new Set(['404 {"code":"invitation_invalid"} no cookie']));
    });

    test('shows whose it is, and nothing of the account’s inside', async () => {
      const token = await invitation(world.store, 'manager', 7);
      expect((await post('/api/invitation', {token})).body).toEqual({
        name: 'Enw U3',
        signInName: 'u3.w06000011@example.org',
        role: 'manager',
        authority: {code: 'W06000011', cy: 'Sir', en: 'Shire', sample: false},
      });
    });

    test('of two acceptances at the same moment one is the account’s password', async () => {
      const token = await invitation(world.store, 'manager', 7);
      const passwords = ['gwenyn y bore glas', 'gwenyn y bore coch', 'gwenyn y bore gwyn'];
      const answers = await Promise.all(passwords.map(password => accept(token, password)));
      expect(answers.map(({status}) => status).toSorted((one, other) => one - other)).toEqual([200, 404, 404]);
      const won = answers.findIndex(({status}) => status === 200);
      const signedIn = await Promise.all(passwords.map(password => signIn('u3.w06000011@example.org', password)));
      expect(signedIn.map(({status}) => status === 200)).toEqual(passwords.map((_, at) => at === won));
    });

    test('accepting ends the sessions of before', async () => {
      const {cookie} = await signIn(ADVISER, PASSWORD);
      await accept(await invitation(world.store, 'adviser', 7), 'gwenyn y bore glas');
      expect(await whoIs(cookie?.value)).toBeNull();
    });
  });
});
