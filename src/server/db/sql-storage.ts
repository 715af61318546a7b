/** The store in SQL, on PostgreSQL and PGlite alike. Every statement names the authority. */
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {DomainRecord, Scope} from '#domain/shared/record.ts';
import type {Op, Answer} from '#protocol/ops.ts';
import type {Query, Sql} from './sql.ts';
import type {AuthorityRow, ClientRow, HeldScope, IndexEntry, LoggedOp, ParkedOp, Reading, Storage, Writing} from './storage.ts';

interface IndexRow extends Record<string, unknown> {
  scope: Id;
  id: Id;
  version: number;
  present: boolean;
  body: DomainRecord | null;
}

const entryOf = (row: IndexRow): IndexEntry => ({scope: row.scope, id: row.id, version: row.version, record: row.present ? must(row.body, 'indexed records exist') : null});
/** For looking through the log only; the op itself is kept letter for letter in its body. */
const keepable = (text: string) => text.replaceAll('\u0000', '');
const INDEX_ROWS = 'select i.scope, i.id, i.version, i.present, r.body from sync_index i left join record r on r.authority = i.authority and r.id = i.id';

function reading(db: Query, authority: string): Reading {
  const client = async (id: Id): Promise<ClientRow | undefined> =>
    (await db.query<{id: Id; account: Id; lastSeq: number; lastSeenAt: string}>(
      `select id, account, last_seq as "lastSeq", last_seen_at as "lastSeenAt" from client where authority = $1 and id = $2`, [authority, id]))[0];
  return {
    version: async () => (await db.query<{version: number}>('select version from authority_version where authority = $1', [authority]))[0]?.version ?? 0,
    epoch: async () => must((await db.query<{epoch: Id}>('select epoch from server_epoch order by minted_at desc, epoch desc limit 1'))[0], 'an epoch is minted before anybody syncs').epoch,
    record: async id => (await db.query<{body: DomainRecord}>('select body from record where authority = $1 and id = $2', [authority, id]))[0]?.body,
    known: async ids => new Set((await db.query<{id: Id}>('select id from record where authority = $1 and id = any($2::uuid[])', [authority, [...ids]])).map(row => row.id)),
    recordsOf: async (person, kinds) =>
      (await db.query<{body: DomainRecord}>(
        'select body from record where authority = $1 and person is not distinct from $2 and ($3::text[] is null or kind = any($3)) order by id', [authority, person, kinds ? [...kinds] : null])).map(row => row.body),
    people: async () => (await db.query<{id: Id}>(`select id from record where authority = $1 and kind = 'young-person' order by id`, [authority])).map(row => row.id),
    scopesOf: async person => db.query<Scope & Record<string, unknown>>('select id, person, compartment from scope where authority = $1 and person is not distinct from $2', [authority, person]),
    heldBy: async (holder, today) =>
      db.query<HeldScope & Record<string, unknown>>(
        `select distinct on (s.id) s.id, s.person, s.compartment, g.id as grant, g.until_on as until
           from grant_ g join scope s on s.authority = g.authority and s.id = g.scope
          where g.authority = $1 and g.holder = $2 and g.from_on <= $3 and (g.until_on is null or g.until_on >= $3) order by s.id, g.id`, [authority, holder, today]),
    changesAfter: async (scopes, version, limit) => {
      if (scopes.length === 0) return {entries: [], more: false};
      const rows = await db.query<IndexRow>(`${INDEX_ROWS} where i.authority = $1 and i.scope = any($2::uuid[]) and i.version > $3 order by i.version, i.id limit $4`, [authority, [...scopes], version, limit + 1]);
      if (rows.length <= limit) return {entries: rows.map(entryOf), more: false};
      const cut = must(rows[limit], 'there are more rows than the limit').version;
      return {entries: rows.filter(row => row.version < cut).map(entryOf), more: true};
    },
    page: async (scope, afterId, limit) =>
      (await db.query<IndexRow>(`${INDEX_ROWS} where i.authority = $1 and i.scope = $2 and i.present and ($3::uuid is null or i.id > $3) order by i.id limit $4`, [authority, scope, afterId, limit])).map(entryOf),
    client,
    clientViews: async id => new Map((await db.query<{scope: Id; grant_id: Id}>('select scope, grant_id from client_view where authority = $1 and client = $2', [authority, id])).map(row => [row.scope, row.grant_id])),
    parked: async () =>
      db.query<ParkedOp & Record<string, unknown>>('select op, account, person, reason, body, parked_at as "parkedAt" from parked where authority = $1 and closed_at is null order by parked_at', [authority]),
  };
}

function writing(db: Query, authority: string): Writing {
  const read = reading(db, authority);
  let savepoints = 0;
  return {
    ...read,
    lockClient: async id =>
      (await db.query<{id: Id; account: Id; lastSeq: number; lastSeenAt: string}>('select id, account, last_seq as "lastSeq", last_seen_at as "lastSeenAt" from client where authority = $1 and id = $2 for update', [authority, id]))[0],
    lockRecord: async id => (await db.query<{body: DomainRecord}>('select body from record where authority = $1 and id = $2 for update', [authority, id]))[0]?.body,
    saveClient: async row =>
      void (await db.query(
        `insert into client (authority, id, account, last_seq, last_seen_at) values ($1, $2, $3, $4, $5)
         on conflict (authority, id) do update set last_seq = excluded.last_seq, last_seen_at = excluded.last_seen_at`, [authority, row.id, row.account, row.lastSeq, row.lastSeenAt])),
    loggedOp: async op =>
      (await db.query<{op: Id; client: Id; account: Id; seq: number; bodyHash: string; answer: Answer; epoch: Id; receivedAt: string; body: Op}>(
        'select op, client, account, seq, body_hash as "bodyHash", answer, epoch, received_at as "receivedAt", body from op_log where authority = $1 and op = $2', [authority, op]))[0],
    logOp: async (logged: LoggedOp) =>
      void (await db.query(
        `insert into op_log (authority, op, client, account, seq, body_hash, kind, person, answer, epoch, received_at, body) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [authority, logged.op, logged.client, logged.account, logged.seq, logged.bodyHash, keepable(logged.body.kind), logged.body.person, JSON.stringify(logged.answer), logged.epoch, logged.receivedAt, JSON.stringify(logged.body)])),
    park: async (parked: ParkedOp) =>
      void (await db.query('insert into parked (authority, op, account, person, reason, body, parked_at) values ($1, $2, $3, $4, $5, $6, $7)', [authority, parked.op, parked.account, parked.person, parked.reason, JSON.stringify(parked.body), parked.parkedAt])),
    addScopes: async scopes =>
      void (await db.query(
        `insert into scope (authority, id, person, compartment) select $1, id, person, compartment from jsonb_to_recordset($2::jsonb) as s(id uuid, person uuid, compartment text) on conflict do nothing`, [authority, JSON.stringify(scopes)])),
    putRecords: async (records, op, author, at) => putRecords(db, authority, records, op, author, at),
    putGrants: async grants =>
      void (await db.query(
        `insert into grant_ (authority, id, cause, holder, scope, from_on, until_on) select $1, id, cause, holder, scope, "from", until
           from jsonb_to_recordset($2::jsonb) as g(id uuid, cause uuid, holder uuid, scope uuid, "from" date, until date)
         on conflict (authority, cause, holder, scope) do update set from_on = excluded.from_on, until_on = excluded.until_on`, [authority, JSON.stringify(grants)])),
    publish: async entries => {
      const version = must((await db.query<{version: number}>('update authority_version set version = version + 1, touched_at = now() where authority = $1 returning version', [authority]))[0], 'the authority exists').version;
      await db.query(
        `insert into sync_index (authority, scope, id, version, present) select $1, scope, id, $3, present from jsonb_to_recordset($2::jsonb) as e(scope uuid, id uuid, present boolean)
         on conflict (authority, scope, id) do update set version = excluded.version, present = excluded.present`, [authority, JSON.stringify(entries), version]);
      return version;
    },
    keepImportRows: async (rows, at) =>
      void (await db.query(
        `insert into import_row (authority, file, row_number, key, person_key, outcome, reason, questions, original, records, first_import_at)
         select $1, file, "row", key, "personKey", outcome, reason, questions, original, records, $3
           from jsonb_to_recordset($2::jsonb) as r(file text, "row" integer, key text, "personKey" text, outcome text, reason text, questions jsonb, original jsonb, records jsonb)
         on conflict (authority, file, row_number) do update set key = excluded.key, person_key = excluded.person_key, outcome = excluded.outcome, reason = excluded.reason,
           questions = excluded.questions, original = excluded.original, records = excluded.records
           where (import_row.outcome, import_row.original, import_row.questions) is distinct from (excluded.outcome, excluded.original, excluded.questions)`, [authority, JSON.stringify(rows), at])),
    setClientViews: async (client, views) => {
      const rows = JSON.stringify([...views].map(([scope, grant]) => ({scope, grant_id: grant})));
      await db.query('delete from client_view where authority = $1 and client = $2 and scope not in (select scope from jsonb_to_recordset($3::jsonb) as v(scope uuid))', [authority, client, rows]);
      await db.query(
        `insert into client_view (authority, client, scope, grant_id) select $1, $2, scope, grant_id from jsonb_to_recordset($3::jsonb) as v(scope uuid, grant_id uuid)
         on conflict (authority, client, scope) do update set grant_id = excluded.grant_id`, [authority, client, rows]);
    },
    audit: async entry =>
      void (await db.query('insert into audit (authority, at, account, action, person, record, detail) values ($1, $2, $3, $4, $5, $6, $7)', [authority, entry.at, entry.account, entry.action, entry.person ?? null, entry.record ?? null, JSON.stringify(entry.detail ?? {})])),
    savepoint: async work => {
      const name = `step_${++savepoints}`;
      await db.query(`savepoint ${name}`);
      try {
        const value = await work();
        await db.query(`release savepoint ${name}`);
        return value;
      } catch (error) {
        await db.query(`rollback to savepoint ${name}`);
        throw error;
      }
    },
  };
}

async function putRecords(db: Query, authority: string, records: readonly DomainRecord[], op: Id, author: Id | null, at: string): Promise<readonly DomainRecord[]> {
  if (records.length === 0) return [];
  const changed = await db.query<{id: Id}>(
    `insert into record (authority, id, kind, scope, person, body, changed_at) select $1, id, kind, scope, person, body, $3
       from jsonb_to_recordset($2::jsonb) as r(id uuid, kind text, scope uuid, person uuid, body jsonb)
     on conflict (authority, id) do update set body = excluded.body, scope = excluded.scope, changed_at = excluded.changed_at where record.body is distinct from excluded.body returning id`,
    [authority, JSON.stringify(records.map(record => ({id: record.id, kind: record.kind, scope: record.scope, person: record.person, body: record}))), at]);
  const ids = new Set(changed.map(row => row.id));
  const written = records.filter(record => ids.has(record.id));
  await db.query(
    `insert into record_history (authority, record, op, number, author, body, at)
     select $1, n.id, $3, coalesce((select max(number) from record_history h where h.authority = $1 and h.record = n.id), 0) + 1, $4, n.body, $5 from jsonb_to_recordset($2::jsonb) as n(id uuid, body jsonb)`,
    [authority, JSON.stringify(written.map(record => ({id: record.id, body: record}))), op, author, at]);
  return written;
}

/** Deadlock or serialisation failure: safe to try again, since nothing was committed. */
const isPassing = (error: unknown) => ['40001', '40P01'].includes((error as {code?: string} | null)?.code ?? '');
const TRIES = 3;

export class SqlStorage implements Storage {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async transaction<Value>(authority: string, work: (store: Writing) => Promise<Value>): Promise<Value> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#sql.transaction('read committed', db => work(writing(db, authority)));
      } catch (error) {
        if (tried === TRIES || !isPassing(error)) throw error;
      }
    }
  }

  snapshot<Value>(authority: string, work: (store: Reading) => Promise<Value>): Promise<Value> {
    return this.#sql.transaction('repeatable read', db => work(reading(db, authority)));
  }

  async versions(): Promise<ReadonlyMap<string, number>> {
    return new Map((await this.#sql.query<{authority: string; version: number}>('select authority, version from authority_version')).map(row => [row.authority, row.version]));
  }

  async mintEpoch(epoch: Id, reason: string): Promise<void> {
    await this.#sql.query('insert into server_epoch (epoch, reason, minted_at) values ($1, $2, clock_timestamp())', [epoch, reason]);
  }

  async addAuthority(row: AuthorityRow): Promise<void> {
    await this.#sql.transaction('read committed', async db => {
      await db.query('insert into authority (code, name_cy, name_en, is_sample) values ($1, $2, $3, $4) on conflict do nothing', [row.code, row.cy, row.en, row.sample]);
      await db.query('insert into authority_version (authority) values ($1) on conflict do nothing', [row.code]);
    });
  }

  authorities(): Promise<readonly AuthorityRow[]> {
    return this.#sql.query<AuthorityRow & Record<string, unknown>>('select code, name_cy as cy, name_en as en, is_sample as sample from authority order by code');
  }

  close(): Promise<void> {
    return this.#sql.close();
  }
}
