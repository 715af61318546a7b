/**
 * What no well-behaved device sends. A bad envelope stores nothing and is answered by a code, never by a sentence or a
 * stack; an op that can be read at all gets its answer, and its words are kept as they came ([P1], [P6], [P7]).
 */
import {randomUUID} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {ERROR_CODES} from '#protocol/errors.ts';
import type {Op} from '#protocol/ops.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TwoAuthorities} from '../support/two-authorities.ts';

const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const NOW = '2026-11-21T10:00:00.000Z';
const json = {'content-type': 'application/json'};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  let epoch: Id;
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['adviser', 'colleague', 'manager', 'administrator']});
    epoch = await world.epoch();
  });
  afterAll(() => world.end());

  const PUSH = '/api/sync/v1/push';
  const client = () => world.device('adviser').client;
  const envelope = (ops: unknown, change: object = {}) => ({protocol: 1, client: client(), epoch, deviceNow: NOW, ops, ...change});
  const goodOps = (count: number) => Array.from({length: count}, (_, at) => contactOp(PERSON.own, newId(), newId(), at + 1, 'Galwad.'));
  const raw = (payload: string | Buffer, headers: Record<string, string> = {}, path = PUSH) =>
    world.ask('adviser', {method: 'POST', url: path, payload, headers: {...json, ...headers}});
  const withBody = (body: string) => JSON.stringify(envelope([{...goodOps(1)[0], body: 'BODY'}])).replace('"BODY"', body);
  const withField = (field: string, value: string) =>
    JSON.stringify(envelope([{...goodOps(1)[0], [field]: 'VALUE'}])).replace('"VALUE"', value);

  /** What anybody sees of a failure, when it is no more than a known code; otherwise the whole of what leaked. */
  function seenOf({statusCode, body}: {statusCode: number; body: string}): string {
    const said = JSON.parse(body) as {code?: (typeof ERROR_CODES)[number]};
    const isBare =
      Object.keys(said).every(key => ['code', 'fields', 'epoch', 'lastSeq', 'retryAfterSeconds', 'token'].includes(key)) &&
      !/\s[a-z]+\s|node_modules|\.ts\b|Error/.test(body);
    return isBare && said.code && ERROR_CODES.includes(said.code) ? `${statusCode} ${said.code}` : body;
  }

  /** What was said, and the tables that hold other numbers of rows than before. */
  async function asked(ask: () => Promise<{statusCode: number; body: string}>): Promise<{said: string; stored: readonly string[]}> {
    const before = await world.counts();
    const said = seenOf(await ask());
    const after = await world.counts();
    return {said, stored: Object.keys(after).filter(table => after[table] !== before[table])};
  }

  test('the checks below can fail: a good push is stored', async () => {
    const {stored} = await asked(() => raw(JSON.stringify(envelope(goodOps(1), {client: newId()}))));
    expect(stored).toEqual(['record', 'record_history', 'op_log', 'client']);
    expect(seenOf({statusCode: 500, body: '{"code":"internal","message":"it broke"}'})).toContain('it broke');
  });

  describe('envelopes', () => {
    test.each<[string, () => string | Buffer, Record<string, string>, number, (typeof ERROR_CODES)[number]]>([
      ['cut off', () => '{"protocol":1,"cl', {}, 400, 'envelope_invalid'],
      ['empty', () => '', {}, 400, 'envelope_invalid'],
      ['a list', () => '[]', {}, 400, 'envelope_invalid'],
      ['not JSON', () => 'ops=1', {}, 400, 'envelope_invalid'],
      ['over 2 MB', () => JSON.stringify(envelope([{...goodOps(1)[0], body: 'x'.repeat(2_100_000)}])), {}, 413, 'too_large'],
      [
        'gzip without being asked',
        () => gzipSync(JSON.stringify(envelope(goodOps(1)))),
        {'content-encoding': 'gzip'},
        400,
        'envelope_invalid',
      ],
      ['form data', () => 'a=b', {'content-type': 'application/x-www-form-urlencoded'}, 400, 'envelope_invalid'],
      ['plain text', () => JSON.stringify(envelope(goodOps(1))), {'content-type': 'text/plain'}, 400, 'envelope_invalid'],
      ['XML', () => '<ops/>', {'content-type': 'application/xml'}, 400, 'envelope_invalid'],
      ['no ops', () => JSON.stringify(envelope([])), {}, 400, 'envelope_invalid'],
      ['51 ops', () => JSON.stringify(envelope(goodOps(51))), {}, 400, 'envelope_invalid'],
      ['another protocol', () => JSON.stringify(envelope(goodOps(1), {protocol: 2})), {}, 400, 'envelope_invalid'],
      ['an op that is no object', () => JSON.stringify(envelope([7])), {}, 400, 'envelope_invalid'],
      ['a person that is no id', () => JSON.stringify(envelope([{...goodOps(1)[0], person: "' or 1=1"}])), {}, 400, 'envelope_invalid'],
      ['seq 0', () => JSON.stringify(envelope([{...goodOps(1)[0], seq: 0}])), {}, 400, 'envelope_invalid'],
      ['seq -1', () => JSON.stringify(envelope([{...goodOps(1)[0], seq: -1}])), {}, 400, 'envelope_invalid'],
      ['seq 1e309', () => withField('seq', '1e309'), {}, 400, 'envelope_invalid'],
      ['NaN', () => withField('sinceServerMs', 'NaN'), {}, 400, 'envelope_invalid'],
      ['1e309 milliseconds', () => withField('sinceServerMs', '1e309'), {}, 400, 'envelope_invalid'],
      ['5,000 lists in each other', () => withBody(nested(5_000)), {}, 400, 'envelope_invalid'],
      ['200,000 lists in each other', () => withBody(nested(200_000)), {}, 400, 'envelope_invalid'],
      ['a hole in the queue', () => JSON.stringify(envelope([{...goodOps(1)[0], seq: 7}], {client: newId()})), {}, 409, 'sequence_gap'],
      ['another epoch', () => JSON.stringify(envelope(goodOps(1), {epoch: newId()})), {}, 409, 'epoch_changed'],
    ])('%s: a code, nothing stored', async (_name, payload, headers, status, code) => {
      expect(await asked(() => raw(payload(), headers))).toEqual({said: `${status} ${code}`, stored: []});
    });

    test('a page key that is no key, and a cursor out of range', async () => {
      const pull = (view: object, cursor: unknown = 0) =>
        raw(
          JSON.stringify({
            protocol: 1,
            client: client(),
            epoch,
            cursor,
            views: [{scope: newId(), grant: newId(), done: false, pageKey: null, ...view}],
          }),
          {},
          '/api/sync/v1/pull',
        );
      expect(await asked(() => pull({}, -1))).toEqual({said: '400 envelope_invalid', stored: []});
      expect(await asked(() => pull({}, 1.5))).toEqual({said: '400 envelope_invalid', stored: []});
      const known = (await pull({})).json<{add: {scope: Id; grant: Id}[]}>().add[0];
      expect(await asked(() => pull({...known, pageKey: 'x; drop table record'}))).toEqual({said: '400 envelope_invalid', stored: []});
    });

    test('nobody signed in, a strange session, another site', async () => {
      const payload = JSON.stringify(envelope(goodOps(1)));
      const request = {method: 'POST', url: PUSH, payload, headers: json} as const;
      const unknown = {said: '401 unauthenticated', stored: []};
      const forged = {said: '403 forgery_suspected', stored: []};
      expect(await asked(() => world.ask(null, request))).toEqual(unknown);
      expect(await asked(() => world.ask(null, {...request, headers: {...json, cookie: 'llwybr_session=guessed'}}))).toEqual(unknown);
      const {csrf} = world.device('adviser');
      for (const sent of ['', 'é'.repeat(csrf.length), csrf.slice(1), world.device('colleague').csrf])
        expect(await asked(() => world.ask('adviser', request, {csrf: sent}))).toEqual(forged);
    });

    test.each<[string, Record<string, string>]>([
      ['another site', {origin: 'https://evil.example.org'}],
      ['a page without an origin', {origin: 'null'}],
      ['no address at all', {origin: 'x'}],
      ['cross-site', {'sec-fetch-site': 'cross-site'}],
      ['same-site', {'sec-fetch-site': 'same-site'}],
    ])('signing in from %s is refused', async (_name, headers) => {
      const payload = {signInName: 'u1.w06000011@example.org', password: 'afon bara castell derw'};
      expect(await asked(() => world.ask(null, {method: 'POST', url: '/api/sign-in', payload, headers}))).toEqual({
        said: '403 forgery_suspected',
        stored: [],
      });
    });

    test('names with NUL, lone surrogates and 254 letters are nobody’s', async () => {
      for (const signInName of ['a\u0000b', '\u0000', '\ud800', 'ŵ'.repeat(254)]) {
        expect(
          await asked(() => world.ask(null, {method: 'POST', url: '/api/sign-in', payload: {signInName, password: 'x\u0000\ud800'}})),
        ).toEqual({said: '401 credentials_wrong', stored: []});
      }
      expect(
        await asked(() => world.ask(null, {method: 'POST', url: '/api/sign-in', payload: {signInName: 'a'.repeat(255), password: 'x'}})),
      ).toEqual({said: '400 envelope_invalid', stored: []});
    });
  });

  describe('ops that can be read', () => {
    const text = (letters: string) => ({...(goodOps(1)[0]?.body as object), note: {text: letters, lang: 'cy'}});
    const CASES: readonly [string, Partial<Op>, string][] = [
      ['40,000 letters', {body: text('ŵ'.repeat(40_000))}, 'rejected body_invalid'],
      ['30,000 letters', {body: text('ŷ'.repeat(30_000))}, 'applied'],
      ['NUL', {body: text('a\u0000b')}, 'rejected body_invalid'],
      ['lone surrogates', {body: text('\ud800 a \udfff')}, 'rejected body_invalid'],
      ['a body that is a number', {body: -1}, 'rejected body_invalid'],
      ['a field that its kind has not', {body: {...text('Mwy.'), approved: true}}, 'rejected body_invalid'],
      ['script, which is text', {body: text('<script>alert(1)</script>')}, 'applied'],
      ['a body that is null', {body: null}, 'rejected body_invalid'],
      ['an unknown kind', {kind: 'contact.forget', body: text('Llais Cai.')}, 'parked unknown_kind'],
      ['a kind with NUL', {kind: 'contact\u0000.record', body: text('Llais Cai.')}, 'parked unknown_kind'],
      ['a kind of Object', {kind: 'constructor', body: text('Llais Cai.')}, 'parked unknown_kind'],
      ['a newer version', {version: 99, body: text('Geiriau o’r dyfodol.')}, 'parked unknown_kind'],
      ['somebody else’s young person', {person: PERSON.others, body: text('Llais Nia.')}, 'parked not_yours_now'],
      ['no person', {person: null, body: text('I bwy?')}, 'parked not_yours_now'],
      ['waiting for what never comes', {after: [newId()], body: text('Wedyn.')}, 'parked waits_for_another'],
      ['tomorrow’s tomorrow', {body: {...text('Yfory.'), on: '2026-11-23'}}, 'rejected date_in_future'],
    ];
    test.each(CASES)('%s: answered, and the words kept as they came', async (_name, change, expected) => {
      const op = {...contactOp(PERSON.own, newId(), newId(), 1, ''), ...change};
      const answer = await raw(JSON.stringify(envelope([op], {client: newId()})));
      const [said] = answer.json<{answers: {status: string; code?: string}[]}>().answers;
      expect([said?.status, said?.code].filter(Boolean).join(' ')).toBe(expected);
      const [logged] = await world.sql.query<{body: Op}>('select body from op_log where authority = $1 and op = $2', [HERE, op.op]);
      expect(logged?.body).toEqual(op);
      const parked = await world.sql.query<{body: Op}>('select body from parked where authority = $1 and op = $2', [HERE, op.op]);
      expect(parked.map(row => row.body)).toEqual(said?.status === 'parked' ? [op] : []);
    });

    test.each([-1, 0.5, 1e10, '1e309'])('a setting of %s is rejected, and asks for nothing else', async value => {
      const {client: ownClient} = world.device('administrator');
      const [last] = await world.sql.query<{seq: number}>('select coalesce(max(seq), 0)::int as seq from op_log where client = $1', [
        ownClient,
      ]);
      const op = {
        ...contactOp(PERSON.own, newId(), newId(), Number(last?.seq) + 1, ''),
        kind: 'setting.set',
        person: null,
        body: {name: 'idleLockMinutes', value: 'VALUE', from: '2026-11-21', reason: null},
      };
      const payload = JSON.stringify(envelope([op], {client: ownClient})).replace('"VALUE"', String(value));
      const answer = await world.ask('administrator', {method: 'POST', url: PUSH, payload, headers: json});
      expect(answer.json<{answers: unknown[]}>().answers).toMatchObject([
        {status: 'rejected', code: value === '1e309' ? 'body_invalid' : 'out_of_range'},
      ]);
    });

    test('[P6] a bad one between two good ones takes neither with it', async () => {
      const ops = goodOps(3).map((op, at) => (at === 1 ? {...op, body: 'x'} : op));
      const answer = await raw(JSON.stringify(envelope(ops, {client: newId()})));
      expect(answer.json<{answers: {status: string}[]}>().answers.map(({status}) => status)).toEqual(['applied', 'rejected', 'applied']);
    });
  });

  test('[E3] a device that knows more than the store: refused, and noted for the operator', async () => {
    const hello = {protocol: 1, client: newId(), epoch, cursor: 1_000_000, nextSeq: 1, deviceNow: NOW};
    const noted = async () => (await world.sql.query(`select 1 from audit where action = 'sync.rolled_back'`)).length;
    const before = await noted();
    expect(seenOf(await raw(JSON.stringify(hello), {}, '/api/sync/v1/hello'))).toBe('409 rolled_back');
    expect(await noted()).toBe(before + 1);
  });

  test('[H3] counts that no device can hold: heard, and the team’s page goes on telling of everybody', async () => {
    const {MAX_SAFE_INTEGER} = Number;
    for (const unsent of [2_147_483_647, 2_147_483_647, MAX_SAFE_INTEGER]) {
      const hello = {protocol: 1, client: newId(), epoch, cursor: 0, nextSeq: 1, deviceNow: NOW, waiting: {unsent, attention: unsent}};
      expect((await raw(JSON.stringify(hello), {}, '/api/sync/v1/hello')).statusCode).toBe(200);
    }
    expect((await world.ask('manager', {method: 'GET', url: '/api/team'})).statusCode).toBe(200);
    expect((await world.ask('administrator', {method: 'GET', url: '/api/staff/accounts'})).statusCode).toBe(200);
  });

  describe('[P9] a device belongs to one account', () => {
    test.each(['hello', 'push', 'pull'])(
      '%s with another user’s device: 403, noted, nothing else',
      async route => {
        const stolen = newId();
        await world.ask('colleague', {
          method: 'POST',
          url: '/api/sync/v1/hello',
          payload: {protocol: 1, client: stolen, epoch: null, cursor: 0, nextSeq: 1, deviceNow: NOW},
        });
        const bodies = {
          hello: {protocol: 1, client: stolen, epoch, cursor: 0, nextSeq: 1, deviceNow: NOW},
          push: envelope(goodOps(1), {client: stolen}),
          pull: {protocol: 1, client: stolen, epoch, cursor: 0, views: []},
        };
        const audits = async () =>
          await world.sql.query<{account: Id; record: Id}>(
            `select account, record from audit where action = 'sync.client_not_yours' and record = $1`,
            [stolen],
          );
        expect(await asked(() => raw(JSON.stringify(bodies[route as keyof typeof bodies]), {}, `/api/sync/v1/${route}`))).toEqual({
          said: '403 client_not_yours',
          stored: [],
        });
        expect(await audits()).toEqual([{account: world.device('adviser').account, record: stolen}]);
      },
      15_000,
    );
  });
});
