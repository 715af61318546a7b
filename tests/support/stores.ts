/** The stores that an operation runs on in tests: memory, the embedded one, and PostgreSQL where a test database is named. */
import type {DataOf, KindCode} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import type {Storage} from '#server/db/storage.ts';
import type {Sql} from '#server/db/sql.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from './databases.ts';
import {ELIN} from './fund-world.ts';
import {AUTHORITY} from './small-authority.ts';

const url = TEST_DATABASE_URL;

/** Memory has no database to be looked into, or closed. */
interface Store {
  readonly storage: Storage;
  readonly sql: Sql | null;
}

const sql = async (open: () => Promise<Sql>): Promise<Store> => {
  const db = await open();
  await migrate(db);
  return {storage: new SqlStorage(db), sql: db};
};

export const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['memory', async () => ({storage: new MemoryStorage(), sql: null})],
  ['embedded', () => sql(embeddedSql)],
  ...(url === undefined ? [] : [['PostgreSQL', () => sql(() => postgresSql(url))] as const]),
];

/** A record of the shared file of `of`, as Elin made it `at` that moment. */
export function keptRecord<Kind extends KindCode>(kind: Kind, of: Id, data: Partial<DataOf<Kind>>, at: string, id: Id): DomainRecord {
  return {
    id,
    kind,
    scope: scopeId(AUTHORITY.code, of, 'shared'),
    person: of,
    data: data as Record<string, unknown>,
    heads: {},
    made: {author: ELIN.holder, device: null, at, op: idNamed('op', id)},
  };
}
