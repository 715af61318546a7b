/**
 * Two small authorities in one SQL store, behind the real HTTP application, with somebody signed in for every role:
 * what the tests of access and of bad input ask. Imported by the product's own importer, invited by its own invitations.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {randomUUID} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {FastifyInstance, InjectOptions} from 'fastify';
import {STAFF_ROLES, type Role} from '#domain/access/roles.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {Op} from '#protocol/ops.ts';
import type {Sql} from '#server/db/sql.ts';
import type {HighWaterMark} from '#server/db/high-water-mark.ts';
import type {AdmissionLimits} from '#server/http/admission.ts';
import {buildApp} from '#server/http/app.ts';
import {COOKIE, CSRF_HEADER} from '#server/http/request-session.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import {recordId} from '#server/import-export/record-drafts.ts';
import {storeOn, type Store} from '#server/open-store.ts';
import {inviteStaff} from '#server/operations/invite-staff.ts';
import {giveAccess} from '#server/operations/young-person-access.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {PokeHub} from '#server/sync/poke-hub.ts';

export const HERE = 'W06000011';
export const ELSEWHERE = 'W06000022';
export const PASSWORD = 'afon bara castell derw';
export const TODAY = date('2026-11-21');

/** A role that a test signs in as; `colleague` is another adviser, `stranger` an adviser of the other authority. */
export type Somebody = (typeof STAFF_ROLES)[number] | 'young_person' | 'colleague' | 'stranger';
export interface SignedInDevice {
  readonly cookie: string;
  readonly csrf: string;
  readonly client: Id;
  readonly account: Id;
  readonly holder: Id;
}

const person = (authority: string, key: string) => recordId(authority, 'young_people.csv', key, 'young-person');
export const PERSON = {
  own: person(HERE, 'P1'),
  others: person(HERE, 'P2'),
  elsewhere: person(ELSEWHERE, 'P1'),
  unknown: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
} as const;
export type WhosePerson = keyof typeof PERSON;

const STAFF_NUMBERS: Readonly<Record<(typeof STAFF_ROLES)[number] | 'colleague', string>> = {
  adviser: 'U1',
  colleague: 'U2',
  manager: 'U3',
  deputy: 'U4',
  finance_officer: 'U5',
  reviewing_officer: 'U6',
  duty_worker: 'U7',
  governance_officer: 'U8',
  administrator: 'U9',
};

export class TwoAuthorities {
  readonly store: Store;
  readonly sql: Sql;
  readonly app: FastifyInstance;
  readonly devices: ReadonlyMap<Somebody, SignedInDevice>;
  readonly #setNow: (now: number) => void;
  readonly #end: () => Promise<void>;

  private constructor(
    store: Store,
    app: FastifyInstance,
    devices: ReadonlyMap<Somebody, SignedInDevice>,
    setNow: (now: number) => void,
    end: () => Promise<void>,
  ) {
    this.store = store;
    this.sql = store.sql;
    this.app = app;
    this.devices = devices;
    this.#setNow = setNow;
    this.#end = end;
  }

  static async open(
    sql: Sql,
    options: {
      limits?: boolean;
      https?: boolean;
      roles?: readonly Somebody[];
      mark?: HighWaterMark;
      admission?: AdmissionLimits;
      notificationKey?: string;
    } = {},
  ): Promise<TwoAuthorities> {
    let now = Date.parse('2026-11-21T10:00:00Z');
    const store = await storeOn(
      sql,
      () => now,
      () => undefined,
    );
    await importInto(store, HERE);
    await importInto(store, ELSEWHERE);
    const {storage, identity, accounts, history, team, notifications, mark, clock} = store;
    const pokes = new PokeHub(storage);
    const app = await buildApp({
      services: {
        storage,
        identity,
        accounts,
        history,
        team,
        notifications,
        notificationKey: options.notificationKey ?? null,
        pokes,
        mark: options.mark ?? mark,
        clock,
        secureCookies: options.https ?? false,
      },
      clientFolder: undefined,
      trustProxy: false,
      https: options.https ?? false,
      log: false,
      limits: options.limits ?? false,
      ...(options.admission ? {admission: options.admission} : {}),
    });
    const devices = new Map<Somebody, SignedInDevice>();
    for (const who of options.roles ?? ([...STAFF_ROLES, 'young_person', 'colleague', 'stranger'] as const))
      devices.set(who, await deviceOf(store, who));
    return new TwoAuthorities(
      store,
      app,
      devices,
      later => (now = later),
      async () => {
        pokes.stop();
        await app.close();
        await store.close();
      },
    );
  }

  end(): Promise<void> {
    return this.#end();
  }

  /** Moves the server's clock. */
  at(instant: string): void {
    this.#setNow(Date.parse(instant));
  }

  device(who: Somebody): SignedInDevice {
    return must(this.devices.get(who), 'somebody is signed in');
  }

  /** Asks as somebody, or (null) as nobody. */
  ask(who: Somebody | null, request: InjectOptions & {url: string}, change: {csrf?: string} = {}) {
    const device = who === null ? undefined : this.device(who);
    return this.app.inject({
      ...request,
      headers: {...(device ? {cookie: `${COOKIE}=${device.cookie}`, [CSRF_HEADER]: change.csrf ?? device.csrf} : {}), ...request.headers},
    });
  }

  async epoch(): Promise<Id> {
    return this.store.storage.snapshot(HERE, store => store.epoch());
  }

  /** Each table's rows, for "nothing was stored". */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for (const table of [
      'record',
      'record_history',
      'op_log',
      'parked',
      'client',
      'client_view',
      'grant_',
      'scope',
      'account',
      'invitation',
      'session',
    ]) {
      counts[table] = Number((await this.sql.query<{n: number}>(`select count(*)::int as n from ${table}`))[0]?.n);
    }
    return counts;
  }
}

async function importInto(store: Store, code: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'llwybr-small-'));
  try {
    writeFileSync(
      join(folder, 'staff.csv'),
      `staff_id,forename,surname,email\n${Object.values(STAFF_NUMBERS)
        .map(number => `${number},Enw,${number},${number}.${code}@example.org`)
        .join('\n')}\n`,
    );
    writeFileSync(
      join(folder, 'young_people.csv'),
      'legacy_id,surname,forename,dob,pa_staff_id,allocated_date\nP1,Gwennol,Cai,01/05/2008,U1,01/06/2026\nP2,Dryw,Nia,02/06/2008,U2,01/06/2026\n',
    );
    await importExtract(store, {folder, authority: {code, cy: 'Sir', en: 'Shire', sample: false}, today: TODAY});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function deviceOf(store: Store, who: Somebody): Promise<SignedInDevice> {
  const token = await invitation(store, who, 7);
  const {token: cookie, csrf, account} = await store.identity.accept(token, PASSWORD);
  if (who === 'young_person')
    await store.storage.transaction(HERE, writing => giveAccess(writing, publisherAt(HERE, store.clock()), account));
  return {cookie, csrf, client: randomUUID().replace(/^(.{14})./, '$17'), account: account.id, holder: account.holder};
}

/** A one-time token for somebody. */
export async function invitation(store: Store, who: Somebody, days: number): Promise<string> {
  if (who === 'young_person') {
    return store.identity.inviteYoungPerson(
      {authority: HERE, holder: PERSON.own, name: 'Cai'},
      new Date(store.clock() + days * 86_400_000),
    );
  }
  const code = who === 'stranger' ? ELSEWHERE : HERE;
  const number = who === 'stranger' ? 'U1' : STAFF_NUMBERS[who];
  const staff = (await store.storage.snapshot(code, reading => reading.recordsOf(null, ['staff-member']))).filter(record =>
    isKind(record, 'staff-member'),
  );
  const role: Role = who === 'stranger' || who === 'colleague' ? 'adviser' : who;
  return inviteStaff(
    store,
    code,
    must(
      staff.find(({data}) => data.legacyId === number),
      'the extract has its staff',
    ),
    role,
    days,
  );
}

/** An op that records a telephone call about somebody, as the form sends it. */
export function contactOp(about: Id, op: Id, record: Id, seq: number, note: string, change: Partial<Op> = {}): Op {
  return {
    op,
    seq,
    kind: 'contact.record',
    version: 1,
    record,
    person: about,
    scope: null,
    at: '2026-11-21T09:59:00.000Z',
    sinceServerMs: null,
    body: {
      on: TODAY,
      at: null,
      worker: null,
      workerAsWritten: null,
      type: 'phone',
      atAccommodation: null,
      seen: null,
      seenAlone: null,
      outcome: 'spoke',
      markedAsVisit: null,
      note: {text: note, lang: 'cy'},
      nextContactOn: null,
      writtenUpOn: null,
      amends: null,
    },
    ...change,
  };
}
