/** Opens the store that the settings name, brings it up to date, and makes sure that it has an epoch. */
import {mkdirSync} from 'node:fs';
import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {AccountStore} from '#server/db/account-store.ts';
import {HistoryStore} from '#server/db/history-store.ts';
import {lockEmbeddedStore} from '#server/db/embedded-lock.ts';
import {migrate} from '#server/db/migrate.ts';
import {openEmbedded, openPostgres, type Sql} from '#server/db/sql.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import {TeamStore} from '#server/db/team-store.ts';
import type {Storage} from '#server/db/storage.ts';
import {Identity} from '#server/identity/identity.ts';
import type {Config} from './config.ts';

export interface Store {
  readonly sql: Sql;
  readonly storage: Storage;
  readonly accounts: AccountStore;
  readonly history: HistoryStore;
  readonly team: TeamStore;
  readonly identity: Identity;
  readonly clock: () => number;
  readonly close: () => Promise<void>;
}

/** @throws StoreInUseError when another process has the embedded store open. */
export async function openStore(config: Pick<Config, 'databaseUrl' | 'dataDir'>, clock: () => number = Date.now): Promise<Store> {
  if (config.databaseUrl) return storeOn(await openPostgres(config.databaseUrl), clock, () => undefined);
  mkdirSync(config.dataDir, {recursive: true, mode: 0o700});
  const unlock = lockEmbeddedStore(config.dataDir);
  try {
    return await storeOn(await openEmbedded(join(config.dataDir, 'store')), clock, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

export async function storeOn(sql: Sql, clock: () => number, afterClose: () => void): Promise<Store> {
  await migrate(sql);
  const storage = new SqlStorage(sql);
  const [epoch] = await sql.query('select epoch from server_epoch limit 1');
  if (!epoch) await storage.mintEpoch(randomUUID(), 'first start');
  const accounts = new AccountStore(sql);
  const close = async () => {
    await storage.close();
    afterClose();
  };
  return {
    sql,
    storage,
    accounts,
    history: new HistoryStore(sql),
    team: new TeamStore(sql),
    identity: new Identity(accounts, clock),
    clock,
    close,
  };
}
