/** Stores for tests: an embedded one in memory, and databases of their own on TEST_DATABASE_URL, dropped afterwards. */
import {randomUUID} from 'node:crypto';
import pg from 'pg';
import {openEmbedded, openPostgres, type Sql} from '#server/db/sql.ts';

export const TEST_DATABASE_URL = process.env['TEST_DATABASE_URL'];

export function embeddedSql(): Promise<Sql> {
  return openEmbedded(undefined);
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own; `drop` removes it. */
export async function ownDatabase(url: string): Promise<{url: string; drop: () => Promise<void>}> {
  const name = `llwybr_test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {url: own.href, drop: () => asAdministrator(url, `drop database if exists ${name} with (force)`)};
}

/** PostgreSQL in a database of its own, dropped when it is closed. */
export async function postgresSql(url: string): Promise<Sql> {
  const database = await ownDatabase(url);
  const sql = await openPostgres(database.url);
  return {
    ...sql,
    close: async () => {
      await sql.close();
      await database.drop();
    },
  };
}
