/**
 * Opens the store that the settings name, brings it up to date, and makes sure of its epoch: it has one, and it has
 * another one when the store is not what it was [E4]. That is done before anybody, an operator's command too, changes
 * anything in it: a change could carry the store past the mark that gives it away.
 */
import {mkdirSync} from 'node:fs';
import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import type {Id} from '#domain/shared/ids.ts';
import {AccountStore} from '#server/db/account-store.ts';
import {HistoryStore} from '#server/db/history-store.ts';
import {lockEmbeddedStore} from '#server/db/embedded-lock.ts';
import {markAt, markOfNothing, type HighWaterMark} from '#server/db/high-water-mark.ts';
import {LifeStore} from '#server/db/life-store.ts';
import {signsOfLostTime} from '#server/db/lost-time.ts';
import {migrate} from '#server/db/migrate.ts';
import {markRunning} from '#server/db/running-marker.ts';
import {NotificationStore} from '#server/db/notification-store.ts';
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
  readonly notifications: NotificationStore;
  readonly identity: Identity;
  readonly mark: HighWaterMark;
  /** Before serving: from the first start on there is a mark, and where none can be kept nobody is served. @throws MarkError */
  readonly keepMark: () => Promise<void>;
  readonly clock: () => number;
  readonly close: () => Promise<void>;
}

/** What stands outside the database and tells of it. */
interface Beside {
  readonly mark: HighWaterMark;
  readonly wasUnclean: boolean;
  readonly say: (line: string) => void;
}

/**
 * `say`: for one line to the operator when the store is another one, or does not tell which it is.
 * @throws StoreInUseError when another process has the embedded store open. @throws MarkError
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'markFile'>,
  say: Beside['say'],
  clock: () => number = Date.now,
): Promise<Store> {
  // The mark is read before the store: while a server runs beside this, the store is never behind what was read.
  if (config.databaseUrl) {
    const mark = markAt(config.markFile);
    return storeOn(await openPostgres(config.databaseUrl), clock, () => undefined, {mark, wasUnclean: false, say});
  }
  mkdirSync(config.dataDir, {recursive: true, mode: 0o700});
  const unlock = lockEmbeddedStore(config.dataDir);
  try {
    const mark = markAt(config.markFile);
    const {wasUnclean, end} = markRunning(config.dataDir);
    const sql = await openEmbedded(join(config.dataDir, 'store'));
    const afterClose = () => {
      end();
      unlock();
    };
    return await storeOn(sql, clock, afterClose, {mark, wasUnclean, say}).catch(async error => {
      await sql.close();
      // Nothing of an earlier end is forgotten: it is minted for at the next start.
      if (!wasUnclean) end();
      throw error;
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Without `beside`: a store in memory, for tests. */
export async function storeOn(sql: Sql, clock: () => number, afterClose: () => void, beside?: Beside): Promise<Store> {
  await migrate(sql);
  const storage = new SqlStorage(sql);
  const {mark, wasUnclean, say} = beside ?? {mark: markOfNothing(), wasUnclean: false, say: () => undefined};
  const epoch = await makeSureOfEpoch(new LifeStore(sql), storage, {mark, wasUnclean, say});
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
    notifications: new NotificationStore(sql),
    identity: new Identity(accounts, clock),
    mark,
    keepMark: async () => mark.raise(epoch, await storage.versions()),
    clock,
    close,
  };
}

async function makeSureOfEpoch(life: LifeStore, storage: Storage, {mark, wasUnclean, say}: Beside): Promise<Id> {
  const store = await life.read();
  const signs = signsOfLostTime({store, mark: mark.found, wasUnclean}).join('; ');
  const isTrusted = store.epoch !== null && signs === '';
  const epoch = isTrusted ? store.epoch : randomUUID();
  if (!isTrusted) {
    // The epoch before the mark: a crash between them begins another one, and loses nothing.
    await storage.mintEpoch(epoch, signs || 'first start');
    if (mark.found !== undefined) await mark.begin(epoch, store.versions);
  }
  if (store.identity) await life.note(store.identity);
  else say('The database does not tell this user which one it is (pg_control_system); a restore is known by the mark beside it alone.');
  if (signs !== '')
    say(`The store is not the one that was here before (${signs}): a new epoch; devices will send again what it has forgotten.`);
  return epoch;
}
