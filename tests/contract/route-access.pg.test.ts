/**
 * Every route, asked as every role and as nobody, about one's own young person, another's, another authority's and one
 * that does not exist. The table below is total: a route without a row, or a row without a route, fails. What is not
 * there and what is not yours get the same answer, byte for byte.
 */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {STAFF_ROLES} from '#domain/access/roles.ts';
import {PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ROUTES} from '#server/http/routes.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TwoAuthorities, type WhosePerson} from '../support/two-authorities.ts';

const ROLES = [...STAFF_ROLES, 'young_person'] as const;
type AskingRole = (typeof ROLES)[number];
const WHOSE = Object.keys(PERSON) as readonly WhosePerson[];

/** One answer for all four, or one for each. */
type Row = Readonly<Record<WhosePerson, string>>;
const each = (answer: string): Row => ({own: answer, others: answer, elsewhere: answer, unknown: answer});
const everyRole = (row: Row): Readonly<Record<AskingRole, Row>> => ({
  adviser: row,
  manager: row,
  deputy: row,
  finance_officer: row,
  reviewing_officer: row,
  duty_worker: row,
  governance_officer: row,
  administrator: row,
  young_person: row,
});

interface Expected {
  /** Nobody signed in. */
  readonly nobody: string;
  /** Signed in, with a wrong forgery header: '—' where the route takes none. */
  readonly forged: string;
  readonly roles: Readonly<Record<AskingRole, Row>>;
}

const TEAM_FILE: Row = {own: '200 whole file', others: '200 whole file', elsewhere: '404 not_found', unknown: '404 not_found'};
const OWN_ONLY: Row = {...each('404 not_found'), own: '200'};
const TEAM_ANY: Row = {own: '200', others: '200', elsewhere: '404 not_found', unknown: '404 not_found'};
const TEAM_WRITES: Row = {
  own: '200 applied',
  others: '200 applied',
  elsewhere: '200 parked not_yours_now',
  unknown: '200 parked not_yours_now',
};
const PUBLIC = {forged: '—', roles: everyRole(each('—'))} as const;

const TEAM_ONLY: Expected = {
  nobody: '401 unauthenticated',
  forged: '403 forgery_suspected',
  roles: {...everyRole(each('404 not_found')), manager: each('200'), deputy: each('200')},
};

/** Whoever an alarm can go to. */
const ANSWER_ALARMS = {
  ...everyRole(each('404 not_found')),
  adviser: each('200'),
  manager: each('200'),
  deputy: each('200'),
  duty_worker: each('200'),
};

const INFORMATION: Expected = {...TEAM_ONLY, roles: {...TEAM_ONLY.roles, deputy: each('404 not_found'), governance_officer: each('200')}};

/** What is not there, not theirs, or another authority’s is refused alike in the answer. */
const PAYERS: Expected = {...TEAM_ONLY, roles: {...TEAM_ONLY.roles, finance_officer: each('200')}};

const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /api/health': {...PUBLIC, nobody: '200'},
  'POST /api/sign-in': {...PUBLIC, nobody: '401 credentials_wrong'},
  'POST /api/invitation': {...PUBLIC, nobody: '404 invitation_invalid'},
  'POST /api/invitation/accept': {...PUBLIC, nobody: '404 invitation_invalid'},
  'GET /api/session': {...PUBLIC, nobody: '200'},
  'POST /api/sign-out': {nobody: '401 unauthenticated', forged: '403 forgery_suspected', roles: everyRole(each('—'))},
  'POST /api/sync/v1/hello': {nobody: '401 unauthenticated', forged: '403 forgery_suspected', roles: everyRole(each('200'))},
  'POST /api/sync/v1/push': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    roles: {
      ...everyRole(each('200 parked not_yours_now')),
      adviser: {...each('200 parked not_yours_now'), own: '200 applied'},
      manager: TEAM_WRITES,
      deputy: TEAM_WRITES,
    },
  },
  'POST /api/sync/v1/pull': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    roles: {
      ...everyRole(each('200 dropped')),
      adviser: {...each('200 dropped'), own: '200 kept'},
      young_person: {...each('200 dropped'), own: '200 kept'},
    },
  },
  'POST /api/sync/v1/digests': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    roles: {
      ...everyRole(each('200 not judged')),
      adviser: {...each('200 not judged'), own: '200 judged'},
      young_person: {...each('200 not judged'), own: '200 judged'},
    },
  },
  'GET /api/sync/v1/stream': {nobody: '401 unauthenticated', forged: '—', roles: everyRole(each('200'))},
  'GET /api/people/:person/file': {
    nobody: '401 unauthenticated',
    forged: '—',
    roles: {...everyRole(each('404 not_found')), manager: TEAM_FILE, deputy: TEAM_FILE},
  },
  'GET /api/people/:person/looks': {
    nobody: '401 unauthenticated',
    forged: '—',
    roles: {...everyRole(each('404 not_found')), adviser: OWN_ONLY, young_person: OWN_ONLY, manager: TEAM_ANY, deputy: TEAM_ANY},
  },
  'POST /api/people/:person/invitation': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    roles: {...everyRole(each('404 not_found')), adviser: OWN_ONLY, manager: TEAM_ANY, deputy: TEAM_ANY},
  },
  'POST /api/people/:person/end-access': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    roles: {...everyRole(each('404 not_found')), adviser: OWN_ONLY, manager: TEAM_ANY, deputy: TEAM_ANY},
  },
  'GET /api/records/:record/history': {
    nobody: '401 unauthenticated',
    forged: '—',
    roles: {...everyRole(each('404 not_found')), adviser: OWN_ONLY, young_person: OWN_ONLY, manager: TEAM_ANY, deputy: TEAM_ANY},
  },
  'GET /api/alarms': {nobody: '401 unauthenticated', forged: '—', roles: {...everyRole(each('404 not_found')), administrator: each('200')}},
  'GET /api/staff/accounts': {
    nobody: '401 unauthenticated',
    forged: '—',
    roles: {...everyRole(each('404 not_found')), administrator: each('200')},
  },
  'POST /api/staff/:member/invitation': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    // A young person is nobody's colleague.
    roles: everyRole(each('404 not_found')),
  },
  'POST /api/staff/:member/account': {
    nobody: '401 unauthenticated',
    forged: '403 forgery_suspected',
    roles: everyRole(each('404 not_found')),
  },
  'GET /api/team': {
    nobody: '401 unauthenticated',
    forged: '—',
    roles: {...everyRole(each('404 not_found')), manager: each('200'), deputy: each('200')},
  },
  'GET /api/notifications': {nobody: '401 unauthenticated', forged: '—', roles: ANSWER_ALARMS},
  // This server wakes no devices: nobody's address is kept (notifications.pg.test.ts).
  'POST /api/notifications': {nobody: '401 unauthenticated', forged: '403 forgery_suspected', roles: everyRole(each('404 not_found'))},
  'POST /api/notifications/end': {nobody: '401 unauthenticated', forged: '403 forgery_suspected', roles: ANSWER_ALARMS},
  'GET /api/duty': {nobody: '401 unauthenticated', forged: '—', roles: {...everyRole(each('404 not_found')), duty_worker: each('200')}},
  'GET /api/import/waiting': {...TEAM_ONLY, forged: '—'},
  'GET /api/import/waiting/:group': {...TEAM_ONLY, forged: '—', roles: everyRole(each('404 not_found'))},
  'POST /api/import/settle': TEAM_ONLY,
  'GET /api/parked': {...TEAM_ONLY, forged: '—'},
  'GET /api/parked/closed': {...TEAM_ONLY, forged: '—'},
  'POST /api/parked/owner': {...TEAM_ONLY, roles: everyRole(each('404 not_found'))},
  'POST /api/parked/settle': {...TEAM_ONLY, roles: everyRole(each('404 not_found'))},
  'GET /api/fund/work': {...PAYERS, forged: '—'},
  'GET /api/fund/report/:year': {...PAYERS, forged: '—'},
  'GET /api/fund/ledger': {...PAYERS, forged: '—'},
  'GET /api/evaluation/:scheme': {...TEAM_ONLY, forged: '—', roles: {...TEAM_ONLY.roles, governance_officer: each('200')}},
  'POST /api/evaluation/:scheme/export': INFORMATION,
  'GET /api/returns/:year/:ages': {...INFORMATION, forged: '—'},
  'POST /api/returns/:year/:ages/export': INFORMATION,
  'POST /api/fund/payments': PAYERS,
  'POST /api/fund/refunds': PAYERS,
};

test('the table has a row for every route, and for no other', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(ROUTES.map(({method, url}) => `${method} ${url}`).toSorted());
});

const seenOutside = ({statusCode, headers, body}: {statusCode: number; headers: object; body: string}) =>
  JSON.stringify([statusCode, (headers as {'content-type'?: string})['content-type'], body]);
const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  let epoch: Id;
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open());
    epoch = await world.epoch();
  });
  afterAll(() => world.end());

  /** The body with which a route is asked about a person. */
  function bodyFor(route: string, client: Id, about: Id, seq: number): object | undefined {
    const now = '2026-11-21T10:00:00.000Z';
    switch (route) {
      case 'POST /api/sign-in':
        return {signInName: 'nobody@example.org', password: 'not the password'};
      case 'POST /api/invitation':
        return {token: 'guessed'};
      case 'POST /api/invitation/accept':
        return {token: 'guessed', password: 'afon bara castell'};
      case 'POST /api/staff/:member/invitation':
        return {role: 'adviser'};
      case 'POST /api/staff/:member/account':
        return {disabled: true};
      case 'POST /api/import/settle':
        return {id: newId(), group: newId(), mark: 'x', row: null, kind: 'blank', corrections: [], words: null};
      case 'POST /api/parked/owner':
        return {op: newId(), from: null, to: null};
      case 'POST /api/parked/settle':
        return {id: newId(), op: newId(), kind: 'close', words: 'No'};
      case 'POST /api/fund/payments':
        return {
          op: newId(),
          record: newId(),
          person: about,
          body: {request: newId(), paidOn: '2026-11-20', method: 'bacs', reference: 'PC1', payee: null, pence: 100},
        };
      case 'POST /api/fund/refunds':
        return {op: newId(), record: newId(), person: about, body: {payment: newId(), pence: 100, on: '2026-11-20', reason: 'No'}};
      case 'POST /api/sync/v1/hello':
        return {protocol: 1, client, epoch: null, cursor: 0, nextSeq: 1, deviceNow: now};
      case 'POST /api/sync/v1/push':
        return {protocol: 1, client, epoch, deviceNow: now, ops: [contactOp(about, newId(), newId(), seq, 'Galwad fer.')]};
      case 'POST /api/sync/v1/pull':
        return {
          protocol: 1,
          client,
          epoch,
          cursor: 0,
          views: [{scope: scopeId(HERE, about, 'shared'), grant: about, done: true, pageKey: null}],
        };
      case 'POST /api/sync/v1/digests':
        return {
          protocol: 1,
          client,
          epoch,
          cursor: 1_000_000,
          digests: [{scope: scopeId(HERE, about, 'shared'), count: 0, sum: '0'.repeat(16)}],
        };
      case 'POST /api/notifications':
        return {endpoint: 'https://fcm.googleapis.com/fcm/send/of-this-session'};
      default:
        return undefined;
    }
  }

  const requestFor = (route: string, client: Id, about: Id, seq = 1) => {
    const [method = '', path = ''] = route.split(' ');
    const payload = bodyFor(route, client, about, seq);
    return {
      method: method as 'GET' | 'POST',
      url: path
        .replace(':person', about)
        .replace(':record', about)
        .replace(':member', about)
        .replace(':group', about)
        .replace(':year', '2026-27')
        .replace(':scheme', PILOT_ID)
        .replace(':ages', '25'),
      ...(payload ? {payload} : {}),
    };
  };

  const coded = (status: number, body: string) => {
    const {code} = (body === '' ? {} : JSON.parse(body)) as {code?: string};
    return code === undefined ? String(status) : `${status} ${code}`;
  };

  test.each(Object.entries(EXPECTED))('%s: nobody, and a forged header', async (route, expected) => {
    const nobody = await world.ask(null, requestFor(route, newId(), PERSON.own));
    expect(coded(nobody.statusCode, nobody.body)).toBe(expected.nobody);
    const forged = await world.ask(
      'adviser',
      {...requestFor(route, newId(), PERSON.own), ...(route.endsWith('/stream') ? {payloadAsStream: true as const} : {})},
      {csrf: 'not-the-header-of-this-session'},
    );
    expect(expected.forged === '—' ? '—' : coded(forged.statusCode, forged.body)).toBe(expected.forged);
    if (route.endsWith('/stream')) forged.stream().destroy();
  });

  test('POST /api/sync/v1/push: a role writes where it may; all else waits, the same whether not there or not theirs', async () => {
    const route = 'POST /api/sync/v1/push';
    for (const role of ROLES) {
      const {client} = world.device(role);
      let seq = 0;
      const seen: string[] = [];
      for (const whose of WHOSE) {
        const answer = await world.ask(role, requestFor(route, client, PERSON[whose], ++seq));
        const {answers} = answer.json<{answers: {status: string; code?: string; op: string; seq: number}[]}>();
        expect(`${role} ${whose}: ${answer.statusCode} ${[answers[0]?.status, answers[0]?.code].filter(Boolean).join(' ')}`).toBe(
          `${role} ${whose}: ${EXPECTED[route]?.roles[role][whose]}`,
        );
        seen.push(JSON.stringify(answers.map(({op: _op, seq: _seq, ...said}) => said)));
      }
      // Own, another's, another authority's, unknown: the last two never differ.
      expect(seen[2]).toBe(seen[3]);
    }
  });

  test('POST /api/sync/v1/pull: a scope that is not held is dropped, and nothing of anybody else’s is in the answer', async () => {
    const route = 'POST /api/sync/v1/pull';
    for (const role of ROLES) {
      const {client, holder} = world.device(role);
      const seen: string[] = [];
      for (const whose of WHOSE) {
        const answer = await world.ask(role, requestFor(route, client, PERSON[whose]));
        const body = answer.json<{drop: string[]; changes: {record: {person: string | null; kind: string; scope: string} | null}[]}>();
        const scope = scopeId(HERE, PERSON[whose], 'shared');
        const held = body.changes.some(({record}) => record?.scope === scope);
        expect(`${role} ${whose}: ${answer.statusCode} ${held ? 'kept' : body.drop.includes(scope) ? 'dropped' : 'neither'}`).toBe(
          `${role} ${whose}: ${EXPECTED[route]?.roles[role][whose]}`,
        );
        // Managers hold everybody's summary, and no more of anybody.
        const others = body.changes.filter(({record}) => record?.person === PERSON.others).map(({record}) => record?.kind);
        expect(new Set(others)).toEqual(new Set(role === 'manager' || role === 'deputy' ? ['summary', 'emergency-card'] : []));
        expect(answer.body).not.toContain(PERSON.elsewhere);
        if (whose !== 'own') seen.push(answer.body.replaceAll(scope, 'SCOPE'));
      }
      expect(new Set(seen).size, `${role} ${holder}`).toBe(1);
    }
  });

  test('POST /api/sync/v1/digests: a scope that is not held is not judged, the same whether it is there or not', async () => {
    const route = 'POST /api/sync/v1/digests';
    for (const role of ROLES) {
      const seen: string[] = [];
      for (const whose of WHOSE) {
        const answer = await world.ask(role, requestFor(route, world.device(role).client, PERSON[whose]));
        const judged = answer.json<{differ: string[]}>().differ.includes(scopeId(HERE, PERSON[whose], 'shared'));
        expect(`${role} ${whose}: ${answer.statusCode} ${judged ? 'judged' : 'not judged'}`).toBe(
          `${role} ${whose}: ${EXPECTED[route]?.roles[role][whose]}`,
        );
        if (whose !== 'own') seen.push(seenOutside(answer));
      }
      expect(new Set(seen).size).toBe(1);
    }
  });

  test('GET /api/people/:person/file: whole for managers of the team; otherwise the same not found, byte for byte, and an audit of each opening', async () => {
    const route = 'GET /api/people/:person/file';
    const notFound = new Set<string>();
    let opened = 0;
    const audited = async () =>
      Number((await world.sql.query<{n: number}>(`select count(*)::int as n from audit where action = 'file.open'`))[0]?.n);
    const before = await audited();
    for (const role of ROLES) {
      for (const whose of WHOSE) {
        const answer = await world.ask(role, requestFor(route, newId(), PERSON[whose]));
        const whole =
          answer.statusCode === 200 && answer.json<{records: {person: string}[]}>().records.every(({person}) => person === PERSON[whose]);
        expect(`${role} ${whose}: ${whole ? '200 whole file' : coded(answer.statusCode, answer.body)}`).toBe(
          `${role} ${whose}: ${EXPECTED[route]?.roles[role][whose]}`,
        );
        if (whole) opened++;
        else notFound.add(seenOutside(answer));
      }
    }
    notFound.add(seenOutside(await world.ask('manager', {method: 'GET', url: '/api/people/not-an-id/file'})));
    notFound.add(seenOutside(await world.ask('manager', {method: 'GET', url: '/api/no-such-route'})));
    expect([...notFound]).toEqual([JSON.stringify([404, 'application/json; charset=utf-8', '{"code":"not_found"}'])]);
    expect(opened).toBe(4);
    expect((await audited()) - before).toBe(4);
  });

  test.each([
    'GET /api/people/:person/looks',
    'GET /api/records/:record/history',
    'GET /api/team',
    'GET /api/duty',
    'GET /api/notifications',
    'POST /api/notifications',
    'POST /api/notifications/end',
    'GET /api/alarms',
    'POST /api/people/:person/invitation',
    'GET /api/import/waiting',
    'GET /api/import/waiting/:group',
    'POST /api/import/settle',
    'GET /api/parked',
    'GET /api/parked/closed',
    'POST /api/parked/owner',
    'POST /api/parked/settle',
    'GET /api/fund/work',
    'GET /api/fund/report/:year',
    'GET /api/fund/ledger',
    'GET /api/evaluation/:scheme',
    'POST /api/evaluation/:scheme/export',
    'GET /api/returns/:year/:ages',
    'POST /api/returns/:year/:ages/export',
    'POST /api/fund/payments',
    'POST /api/fund/refunds',
  ])('%s: for those who hold the person, and the same not found for everybody else', async route => {
    const notFound = new Set<string>();
    for (const role of ROLES) {
      for (const whose of WHOSE) {
        const answer = await world.ask(role, requestFor(route, newId(), PERSON[whose]));
        const said = answer.statusCode === 200 ? '200' : coded(answer.statusCode, answer.body);
        expect(`${role} ${whose}: ${said}`).toBe(`${role} ${whose}: ${EXPECTED[route]?.roles[role][whose]}`);
        if (answer.statusCode !== 200) notFound.add(seenOutside(answer));
      }
    }
    expect([...notFound]).toEqual([JSON.stringify([404, 'application/json; charset=utf-8', '{"code":"not_found"}'])]);
  });

  test.each(ROLES)('hello and the stream are open to whoever is signed in: %s', async role => {
    const hello = await world.ask(role, requestFor('POST /api/sync/v1/hello', world.device(role).client, PERSON.own));
    expect(coded(hello.statusCode, hello.body)).toBe(EXPECTED['POST /api/sync/v1/hello']?.roles[role].own);
    const stream = await world.ask(role, {method: 'GET', url: '/api/sync/v1/stream', payloadAsStream: true});
    expect([String(stream.statusCode), stream.headers['content-type']]).toEqual([
      EXPECTED['GET /api/sync/v1/stream']?.roles[role].own,
      'text/event-stream',
    ]);
    stream.stream().destroy();
  });

  test('an account of another authority is another account: its device reaches nothing here', async () => {
    for (const whose of ['own', 'others'] as const) {
      const pushed = await world.ask(
        'stranger',
        requestFor('POST /api/sync/v1/push', world.device('stranger').client, PERSON[whose], whose === 'own' ? 1 : 2),
      );
      expect(pushed.json<{answers: unknown[]}>().answers).toMatchObject([{status: 'parked', code: 'not_yours_now'}]);
    }
    const pulled = await world.ask('stranger', requestFor('POST /api/sync/v1/pull', world.device('stranger').client, PERSON.own));
    expect(pulled.statusCode).toBe(200);
    expect(pulled.body).not.toContain(PERSON.own);
    expect(pulled.body).toContain(PERSON.elsewhere);
  });

  test('POST /api/people/:person/end-access, last of all: the young person’s right ends with it, and their device is told so', async () => {
    const route = 'POST /api/people/:person/end-access';
    for (const role of ROLES.toReversed()) {
      for (const whose of WHOSE) {
        if (role === 'young_person') continue;
        const answer = await world.ask(role, requestFor(route, newId(), PERSON[whose]));
        const said = answer.statusCode === 200 ? '200' : coded(answer.statusCode, answer.body);
        expect(`${role} ${whose}: ${said}`).toBe(`${role} ${whose}: ${EXPECTED[route]?.roles[role][whose]}`);
      }
    }
    const pulled = await world.ask('young_person', requestFor('POST /api/sync/v1/pull', world.device('young_person').client, PERSON.own));
    expect(pulled.json()).toMatchObject({drop: [scopeId(HERE, PERSON.own, 'shared')], add: [], changes: []});
    const scope = scopeId(HERE, PERSON.own, 'shared');
    const held = await world.store.storage.snapshot(HERE, store => store.heldBy(PERSON.own, date('2026-11-21')));
    expect(held.map(({id}) => id)).not.toContain(scope);
  });
});
