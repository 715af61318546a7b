/** What the SQL store writes inside a transaction. Sets of rows travel as one JSON parameter. */
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Answer, Op} from '#protocol/ops.ts';
import {enterInto} from './ledger-store.ts';
import type {Query} from './sql.ts';
import {CLIENT, OPEN_PARKED, sqlReading} from './sql-reading.ts';
import type {ClientRow, LoggedOp, ParkedOp, Writing} from './storage.ts';

/** For looking through the log only; the op itself is kept letter for letter in its body. */
const keepable = (text: string) => text.replaceAll('\u0000', '');

export function sqlWriting(db: Query, authority: string): Writing {
  const read = sqlReading(db, authority);
  let savepoints = 0;
  return {
    ...read,
    lockClient: async id =>
      (
        await db.query<ClientRow & Record<string, unknown>>(`select ${CLIENT} from client where authority = $1 and id = $2 for update`, [
          authority,
          id,
        ])
      )[0],
    lockRecord: async id =>
      (await db.query<{body: DomainRecord}>('select body from record where authority = $1 and id = $2 for update', [authority, id]))[0]
        ?.body,
    saveClient: async row =>
      void (await db.query(
        `insert into client (authority, id, account, last_seq, last_seen_at, unsent, attention) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (authority, id) do update
           set last_seq = excluded.last_seq, last_seen_at = excluded.last_seen_at, unsent = excluded.unsent, attention = excluded.attention`,
        [authority, row.id, row.account, row.lastSeq, row.lastSeenAt, row.unsent, row.attention],
      )),
    loggedOp: async op =>
      (
        await db.query<{
          op: Id;
          client: Id;
          account: Id;
          seq: number;
          bodyHash: string;
          answer: Answer;
          epoch: Id;
          receivedAt: string;
          body: Op;
        }>(
          'select op, client, account, seq, body_hash as "bodyHash", answer, epoch, received_at as "receivedAt", body from op_log where authority = $1 and op = $2',
          [authority, op],
        )
      )[0],
    logOp: async (logged: LoggedOp) =>
      void (await db.query(
        `insert into op_log (authority, op, client, account, seq, body_hash, kind, person, answer, epoch, received_at, body) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          authority,
          logged.op,
          logged.client,
          logged.account,
          logged.seq,
          logged.bodyHash,
          keepable(logged.body.kind),
          logged.body.person,
          JSON.stringify(logged.answer),
          logged.epoch,
          logged.receivedAt,
          JSON.stringify(logged.body),
        ],
      )),
    park: async (parked: ParkedOp) =>
      void (await db.query(
        'insert into parked (authority, op, account, person, reason, body, parked_at) values ($1, $2, $3, $4, $5, $6, $7)',
        [authority, parked.op, parked.account, parked.person, parked.reason, JSON.stringify(parked.body), parked.parkedAt],
      )),
    lockParked: async op =>
      (await db.query<ParkedOp & Record<string, unknown>>(`${OPEN_PARKED} and op = $2 for update`, [authority, op]))[0],
    endWait: async (op, end) =>
      void ('reason' in end
        ? await db.query('update parked set reason = $3 where authority = $1 and op = $2', [authority, op, end.reason])
        : await db.query(
            "update parked set closed_at = $3, closed_by = $4, closed_as = 'came_by_itself' where authority = $1 and op = $2 and closed_at is null",
            [authority, op, end.at, end.by],
          )),
    addScopes: async scopes =>
      void (await db.query(
        `insert into scope (authority, id, person, compartment) select $1, id, person, compartment from jsonb_to_recordset($2::jsonb) as s(id uuid, person uuid, compartment text) on conflict do nothing`,
        [authority, JSON.stringify(scopes)],
      )),
    putRecords: async (records, op, author, at) => putRecords(db, authority, records, op, author, at),
    enterBudget: (entries, by) => enterInto(db, authority, entries, by),
    evaluationSecret: async (scheme, fresh, at) => {
      await db.query('insert into evaluation_secret (authority, scheme, secret, made_at) values ($1, $2, $3, $4) on conflict do nothing', [
        authority,
        scheme,
        fresh,
        at,
      ]);
      const kept = await db.query<{secret: string}>('select secret from evaluation_secret where authority = $1 and scheme = $2', [
        authority,
        scheme,
      ]);
      return must(kept[0], 'it was just kept, if it was not there').secret;
    },
    putGrants: async grants =>
      void (await db.query(
        `insert into grant_ (authority, id, cause, holder, scope, from_on, until_on) select $1, id, cause, holder, scope, "from", until
           from jsonb_to_recordset($2::jsonb) as g(id uuid, cause uuid, holder uuid, scope uuid, "from" date, until date)
         on conflict (authority, cause, holder, scope) do update set from_on = excluded.from_on, until_on = excluded.until_on`,
        [authority, JSON.stringify(grants)],
      )),
    publish: async entries => {
      const version = must(
        (
          await db.query<{version: number}>(
            'update authority_version set version = version + 1, touched_at = now() where authority = $1 returning version',
            [authority],
          )
        )[0],
        'the authority exists',
      ).version;
      await db.query(
        `insert into sync_index (authority, scope, id, version, present) select $1, scope, id, $3, present from jsonb_to_recordset($2::jsonb) as e(scope uuid, id uuid, present boolean)
         on conflict (authority, scope, id) do update set version = excluded.version, present = excluded.present`,
        [authority, JSON.stringify(entries), version],
      );
      return version;
    },
    keepImportRows: async (rows, at) =>
      void (await db.query(
        `insert into import_row (authority, file, row_number, key, person_key, outcome, reason, questions, original, records, held_column, held_because, with_row, facts, first_import_at)
         select $1, file, "row", key, "personKey", outcome, reason, questions, original, records, "column", because, "withRow", facts, $3
           from jsonb_to_recordset($2::jsonb) as r(file text, "row" integer, key text, "personKey" text, outcome text, reason text, questions jsonb, original jsonb, records jsonb,
             "column" text, because text, "withRow" integer, facts jsonb)
         on conflict (authority, file, row_number) do update set key = excluded.key, person_key = excluded.person_key, outcome = excluded.outcome, reason = excluded.reason,
           questions = excluded.questions, original = excluded.original, records = excluded.records, held_column = excluded.held_column, held_because = excluded.held_because,
           with_row = excluded.with_row, facts = excluded.facts
           where (import_row.outcome, import_row.reason, import_row.original, import_row.questions, import_row.facts)
             is distinct from (excluded.outcome, excluded.reason, excluded.original, excluded.questions, excluded.facts)`,
        [authority, JSON.stringify(rows), at],
      )),
    setClientViews: async (client, views) => {
      const rows = JSON.stringify([...views].map(([scope, grant]) => ({scope, grant_id: grant})));
      await db.query(
        'delete from client_view where authority = $1 and client = $2 and scope not in (select scope from jsonb_to_recordset($3::jsonb) as v(scope uuid))',
        [authority, client, rows],
      );
      await db.query(
        `insert into client_view (authority, client, scope, grant_id) select $1, $2, scope, grant_id from jsonb_to_recordset($3::jsonb) as v(scope uuid, grant_id uuid)
         on conflict (authority, client, scope) do update set grant_id = excluded.grant_id`,
        [authority, client, rows],
      );
    },
    notify: async (holders, at) =>
      void (await db.query(
        `insert into notification_due (endpoint, next_at)
         select n.endpoint, $3 from notification_address n join session s on s.token_hash = n.session join account a on a.id = s.account
          where a.authority = $1 and a.holder = any($2) order by n.endpoint
            -- An address that goes at this moment is left out, and fails nobody's alarm.
            for key share of n
         on conflict (endpoint) do update set next_at = excluded.next_at, tries = 0`,
        [authority, [...holders], at],
      )),
    audit: async entry =>
      void (await db.query(
        'insert into audit (authority, at, account, action, person, record, detail) values ($1, $2, $3, $4, $5, $6, $7)',
        [authority, entry.at, entry.account, entry.action, entry.person ?? null, entry.record ?? null, JSON.stringify(entry.detail ?? {})],
      )),
    raiseAlarm: async (kind, day, at, detail = {}) =>
      void (await db.query(
        `insert into alarm as known (authority, kind, day, first_at, last_at, times, detail) values ($1, $2, $3, $4, $4, 1, $5)
         on conflict (authority, kind, day) do update
           set last_at = excluded.last_at, times = known.times + 1,
               detail = (select coalesce(jsonb_object_agg(key, total), '{}')
                           from (select key, sum(value::numeric) as total
                                   from (select * from jsonb_each_text(known.detail) union all select * from jsonb_each_text(excluded.detail)) both_
                                  group by key) sums)`,
        [authority, kind, day, at, JSON.stringify(detail)],
      )),
    noteSafe: async version =>
      void (await db.query(
        `update server_epoch set safe_versions = safe_versions || jsonb_build_object($1::text, greatest($2::bigint, (safe_versions->>$1)::bigint))
          where epoch = (select epoch from server_epoch order by minted_at desc, epoch desc limit 1)`,
        [authority, version],
      )),
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

async function putRecords(
  db: Query,
  authority: string,
  records: readonly DomainRecord[],
  op: Id,
  author: Id | null,
  at: string,
): Promise<readonly DomainRecord[]> {
  if (records.length === 0) return [];
  const changed = await db.query<{id: Id}>(
    `insert into record (authority, id, kind, scope, person, body, changed_at) select $1, id, kind, scope, person, body, $3
       from jsonb_to_recordset($2::jsonb) as r(id uuid, kind text, scope uuid, person uuid, body jsonb)
     on conflict (authority, id) do update set body = excluded.body, scope = excluded.scope, changed_at = excluded.changed_at where record.body is distinct from excluded.body returning id`,
    [
      authority,
      JSON.stringify(records.map(record => ({id: record.id, kind: record.kind, scope: record.scope, person: record.person, body: record}))),
      at,
    ],
  );
  const ids = new Set(changed.map(row => row.id));
  const written = records.filter(record => ids.has(record.id));
  await db.query(
    `insert into record_history (authority, record, op, number, author, body, at)
     select $1, n.id, $3, coalesce((select max(number) from record_history h where h.authority = $1 and h.record = n.id), 0) + 1, $4, n.body, $5 from jsonb_to_recordset($2::jsonb) as n(id uuid, body jsonb)`,
    [authority, JSON.stringify(written.map(record => ({id: record.id, body: record}))), op, author, at],
  );
  return written;
}
