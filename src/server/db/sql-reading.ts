/** What the SQL store reads, on PostgreSQL and PGlite alike. Every statement names the authority. */
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {DomainRecord, Scope} from '#domain/shared/record.ts';
import {entriesOf, linesOf} from './ledger-store.ts';
import type {Query} from './sql.ts';
import type {Alarm, ClientRow, HeldScope, IndexEntry, ParkedOp, Reading} from './storage.ts';

interface IndexRow extends Record<string, unknown> {
  scope: Id;
  id: Id;
  version: number;
  present: boolean;
  body: DomainRecord | null;
}

const entryOf = (row: IndexRow): IndexEntry => ({
  scope: row.scope,
  id: row.id,
  version: row.version,
  record: row.present ? must(row.body, 'indexed records exist') : null,
});
export const CLIENT = 'id, account, last_seq as "lastSeq", last_seen_at as "lastSeenAt", unsent, attention';
export const OPEN_PARKED =
  'select op, account, person, reason, body, parked_at as "parkedAt" from parked where authority = $1 and closed_at is null';
const INDEX_ROWS =
  'select i.scope, i.id, i.version, i.present, r.body from sync_index i left join record r on r.authority = i.authority and r.id = i.id';

export function sqlReading(db: Query, authority: string): Reading {
  const client = async (id: Id): Promise<ClientRow | undefined> =>
    (
      await db.query<ClientRow & Record<string, unknown>>(`select ${CLIENT} from client where authority = $1 and id = $2`, [authority, id])
    )[0];
  return {
    version: async () =>
      (await db.query<{version: number}>('select version from authority_version where authority = $1', [authority]))[0]?.version ?? 0,
    epoch: async () =>
      must(
        (await db.query<{epoch: Id}>('select epoch from server_epoch order by minted_at desc, epoch desc limit 1'))[0],
        'an epoch is minted before anybody syncs',
      ).epoch,
    safeVersion: async () =>
      (
        await db.query<{version: number | null}>(
          'select (safe_versions->>$1)::bigint as version from server_epoch order by minted_at desc, epoch desc limit 1',
          [authority],
        )
      )[0]?.version ?? 0,
    record: async id =>
      (await db.query<{body: DomainRecord}>('select body from record where authority = $1 and id = $2', [authority, id]))[0]?.body,
    known: async ids =>
      new Set(
        (await db.query<{id: Id}>('select id from record where authority = $1 and id = any($2::uuid[])', [authority, [...ids]])).map(
          row => row.id,
        ),
      ),
    recordsOfKinds: async kinds =>
      (
        await db.query<{body: DomainRecord}>('select body from record where authority = $1 and kind = any($2) order by id', [
          authority,
          [...kinds],
        ])
      ).map(({body}) => body),
    budgetLines: () => linesOf(db, authority),
    budgetEntries: line => entriesOf(db, authority, line),
    recordsOf: async (person, kinds) =>
      (
        await db.query<{body: DomainRecord}>(
          'select body from record where authority = $1 and person is not distinct from $2 and ($3::text[] is null or kind = any($3)) order by id',
          [authority, person, kinds ? [...kinds] : null],
        )
      ).map(row => row.body),
    people: async () =>
      (await db.query<{id: Id}>(`select id from record where authority = $1 and kind = 'young-person' order by id`, [authority])).map(
        row => row.id,
      ),
    scopesOf: async person =>
      db.query<Scope & Record<string, unknown>>(
        'select id, person, compartment from scope where authority = $1 and person is not distinct from $2',
        [authority, person],
      ),
    heldBy: async (holder, today) =>
      db.query<HeldScope & Record<string, unknown>>(
        `select distinct on (s.id) s.id, s.person, s.compartment, g.id as grant, g.until_on as until
           from grant_ g join scope s on s.authority = g.authority and s.id = g.scope
          where g.authority = $1 and g.holder = $2 and g.from_on <= $3 and (g.until_on is null or g.until_on >= $3) order by s.id, g.id`,
        [authority, holder, today],
      ),
    changesAfter: async (scopes, version, limit) => {
      if (scopes.length === 0) return {entries: [], more: false};
      const rows = await db.query<IndexRow>(
        `${INDEX_ROWS} where i.authority = $1 and i.scope = any($2::uuid[]) and i.version > $3 order by i.version, i.id limit $4`,
        [authority, [...scopes], version, limit + 1],
      );
      if (rows.length <= limit) return {entries: rows.map(entryOf), more: false};
      const cut = must(rows[limit], 'there are more rows than the limit').version;
      const whole = rows.filter(row => row.version < cut);
      if (whole.length > 0) return {entries: whole.map(entryOf), more: true};
      const giant = await db.query<IndexRow>(
        `${INDEX_ROWS} where i.authority = $1 and i.scope = any($2::uuid[]) and i.version = $3 order by i.id`,
        [authority, [...scopes], cut],
      );
      return {entries: giant.map(entryOf), more: true};
    },
    page: async (scope, afterId, limit) =>
      (
        await db.query<IndexRow>(
          `${INDEX_ROWS} where i.authority = $1 and i.scope = $2 and i.present and ($3::uuid is null or i.id > $3) order by i.id limit $4`,
          [authority, scope, afterId, limit],
        )
      ).map(entryOf),
    client,
    changedSince: async (scopes, version) =>
      new Set(
        (
          await db.query<{scope: Id}>(
            'select distinct scope from sync_index where authority = $1 and scope = any($2::uuid[]) and version > $3',
            [authority, [...scopes], version],
          )
        ).map(row => row.scope),
      ),
    recordsIn: async scopes =>
      (
        await db.query<{body: DomainRecord}>('select body from record where authority = $1 and scope = any($2::uuid[])', [
          authority,
          [...scopes],
        ])
      ).map(row => row.body),
    indexFaults: async () =>
      must(
        (
          await db.query<{missing: number; astray: number}>(
            `select count(*) filter (where i.id is null) as missing, count(*) filter (where r.id is null) as astray
               from (select id, scope from record where authority = $1) r
               full join (select id, scope from sync_index where authority = $1 and present) i on i.id = r.id and i.scope = r.scope
              where i.id is null or r.id is null`,
            [authority],
          )
        )[0],
        'a count has one row',
      ),
    alarms: async () =>
      db.query<Alarm & Record<string, unknown>>(
        'select kind, first_at as "firstAt", last_at as "lastAt", times, detail from alarm where authority = $1 order by last_at desc, kind limit 200',
        [authority],
      ),
    clientViews: async id =>
      new Map(
        (
          await db.query<{scope: Id; grant_id: Id}>('select scope, grant_id from client_view where authority = $1 and client = $2', [
            authority,
            id,
          ])
        ).map(row => [row.scope, row.grant_id]),
      ),
    parked: async () => db.query<ParkedOp & Record<string, unknown>>(`${OPEN_PARKED} order by parked_at`, [authority]),
  };
}
