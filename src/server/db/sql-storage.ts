/** The store in SQL: transactions, snapshots, authorities, epochs. */
import type {Id} from '#domain/shared/ids.ts';
import type {Sql} from './sql.ts';
import {sqlReading} from './sql-reading.ts';
import {sqlWriting} from './sql-writing.ts';
import type {AuthorityRow, Reading, Storage, Writing} from './storage.ts';

/** Deadlock or serialisation failure: safe to try again, since nothing was committed. */
export const isPassing = (error: unknown) => ['40001', '40P01'].includes((error as {code?: string} | null)?.code ?? '');
export const TRIES = 3;

export class SqlStorage implements Storage {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async transaction<Value>(authority: string, work: (store: Writing) => Promise<Value>): Promise<Value> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#sql.transaction('read committed', db => work(sqlWriting(db, authority)));
      } catch (error) {
        if (tried === TRIES || !isPassing(error)) throw error;
      }
    }
  }

  snapshot<Value>(authority: string, work: (store: Reading) => Promise<Value>): Promise<Value> {
    return this.#sql.transaction('repeatable read', db => work(sqlReading(db, authority)));
  }

  async versions(): Promise<ReadonlyMap<string, number>> {
    return new Map(
      (await this.#sql.query<{authority: string; version: number}>('select authority, version from authority_version')).map(row => [
        row.authority,
        row.version,
      ]),
    );
  }

  async mintEpoch(epoch: Id, reason: string): Promise<void> {
    // Which database it is stays known: a new epoch alone makes it no other one.
    await this.#sql.query(
      `insert into server_epoch (epoch, reason, minted_at, system_identifier, timeline)
       select $1, $2, clock_timestamp(), last.system_identifier, last.timeline from (select 1) one
         left join lateral (select system_identifier, timeline from server_epoch order by minted_at desc, epoch desc limit 1) last on true`,
      [epoch, reason],
    );
  }

  async addAuthority(row: AuthorityRow): Promise<void> {
    await this.#sql.transaction('read committed', async db => {
      await db.query('insert into authority (code, name_cy, name_en, is_sample) values ($1, $2, $3, $4) on conflict do nothing', [
        row.code,
        row.cy,
        row.en,
        row.sample,
      ]);
      await db.query('insert into authority_version (authority) values ($1) on conflict do nothing', [row.code]);
    });
  }

  authorities(): Promise<readonly AuthorityRow[]> {
    return this.#sql.query<AuthorityRow & Record<string, unknown>>(
      'select code, name_cy as cy, name_en as en, is_sample as sample from authority order by code',
    );
  }

  close(): Promise<void> {
    return this.#sql.close();
  }
}
