/**
 * The two drivers behind one small shape, so that the same SQL runs on PostgreSQL and on the embedded PGlite. Values
 * always travel as parameters. Whole numbers of 64 bits come back as numbers, dates as 'YYYY-MM-DD', jsonb as JSON.
 */
import type {PGlite} from '@electric-sql/pglite';
import type {Pool, PoolClient} from 'pg';

export type Row = Record<string, unknown>;
export type Isolation = 'read committed' | 'repeatable read';

export interface Query {
  query<Result extends Row>(text: string, values?: readonly unknown[]): Promise<readonly Result[]>;
}

export interface Sql extends Query {
  readonly engine: 'postgresql' | 'embedded';
  transaction<Value>(isolation: Isolation, work: (query: Query) => Promise<Value>): Promise<Value>;
  /** Several statements without values: migrations only. */
  run(script: string): Promise<void>;
  close(): Promise<void>;
}

const BEGIN: Readonly<Record<Isolation, string>> = {
  'read committed': 'begin isolation level read committed',
  'repeatable read': 'begin isolation level repeatable read read only',
};

async function connectPostgres(url: string): Promise<Pool> {
  const {default: pg} = await import('pg');
  const types = new pg.TypeOverrides();
  types.setTypeParser(20, Number);
  types.setTypeParser(1082, text => text);
  types.setTypeParser(1184, text => new Date(text).toISOString());
  const pool = new pg.Pool({connectionString: url, max: 10, types, options: '-c statement_timeout=60000 -c lock_timeout=5000'});
  pool.on('error', () => undefined);
  return pool;
}

/** @throws when the database cannot be reached. */
export async function openPostgres(url: string): Promise<Sql> {
  const pool = await connectPostgres(url);
  const over = (client: Pool | PoolClient): Query => ({
    query: async <Result extends Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Result>(text, [...values])).rows,
  });
  await pool.query('select 1');
  return {
    engine: 'postgresql',
    ...over(pool),
    run: async script => void (await pool.query(script)),
    transaction: async (isolation, work) => {
      const client = await pool.connect();
      try {
        await client.query(BEGIN[isolation]);
        const value = await work(over(client));
        await client.query('commit');
        return value;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** `folder` undefined: in memory, for tests. The caller holds the folder's lock (embedded-lock.ts). */
export async function openEmbedded(folder: string | undefined, template?: Blob): Promise<Sql> {
  const {PGlite} = await import('@electric-sql/pglite');
  const parsers = {20: Number, 1082: (text: string) => text, 1184: (text: string) => new Date(text).toISOString()};
  const db: PGlite = await PGlite.create({...(folder ? {dataDir: folder} : {}), ...(template ? {loadDataDir: template} : {}), parsers});
  // One connection: transactions of this process wait for each other, and a lone query waits for a transaction.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const bare: Query = {
    query: async <Result extends Row>(text: string, values: readonly unknown[] = []) => (await db.query<Result>(text, [...values])).rows,
  };
  return {
    engine: 'embedded',
    query: (text, values) => inTurn(() => bare.query(text, values)),
    run: script => inTurn(async () => void (await db.exec(script))),
    transaction: (isolation, work) =>
      inTurn(async () => {
        await db.exec(BEGIN[isolation]);
        try {
          const value = await work(bare);
          await db.exec('commit');
          return value;
        } catch (error) {
          await db.exec('rollback');
          throw error;
        }
      }),
    close: async () => {
      await turn;
      await db.close();
    },
  };
}
