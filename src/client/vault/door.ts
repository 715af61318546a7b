/**
 * The vaults of this browser: listing them, making one, opening one with its passphrase. A row that does not open is
 * set aside: its scope is asked for again, and nothing that the server holds is ever overwritten by it.
 */
import Dexie from 'dexie';
import type {Language} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {AskUnlock} from './ask-unlock-worker.ts';
import type {LockedVault, UnlockFailure} from './contract.ts';
import {VaultKeys} from './keys.ts';
import {COMMANDS_AFTER_MS, lateCommands} from './late-commands.ts';
import {SealedStore} from './sealed-store.ts';
import {DamagedRowError, seal} from './sealing.ts';
import type {Wrap} from './unlock-keys.ts';
import {Vault} from './vault.ts';
import {emptyContents, type VaultContents, type VaultStore, type VaultTools} from './vault-state.ts';
import {DoorDatabase, VAULT_CODE, VaultDatabase} from './vault-database.ts';

export interface DoorTools {
  readonly ask: AskUnlock;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly newId: () => Id;
  readonly language: () => Language | null;
  /** Makes sure that no other tab works in the vault, before anything is changed in it. */
  readonly take?: (name: string) => Promise<void>;
}

export type Opened = {readonly ok: true; readonly name: string; readonly vault: Vault} | {readonly ok: false; readonly code: UnlockFailure};

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map(part => [...part][0] ?? '')
    .join('')
    .slice(0, 3)
    .toLocaleUpperCase('en-GB');
}

/** @throws when the browser keeps nothing on disk (some private windows). */
export async function listVaults(): Promise<readonly LockedVault[]> {
  const door = new DoorDatabase();
  try {
    return await door.vaults.toArray();
  } finally {
    door.close();
  }
}

/** Makes a vault for the signed-in person and opens it. */
export async function makeVault(session: Session, passphrase: string, tools: DoorTools, onClosed: () => void): Promise<Opened> {
  const name = `vault-${hex(tools.random(16))}`;
  await tools.take?.(name);
  const {wrap, master} = await tools.ask({kind: 'make', vault: name, passphrase});
  if (!wrap || !master) return {ok: false, code: 'storage_unavailable'};
  const keys = new VaultKeys(master);
  const contents = emptyContents(session, tools.newId());
  const state = await seal(await keys.state(), 'state', contents.state);
  const fence = hex(tools.random(8));
  try {
    const db = new VaultDatabase(name);
    await db.transaction('rw', db.meta, async () => {
      await db.meta.bulkPut([
        {name: 'wrap', value: wrap},
        {name: 'state', value: state},
        {name: 'nextSeq', value: 1},
        {name: 'code', value: VAULT_CODE},
        {name: 'fence', value: fence},
      ]);
    });
    const door = new DoorDatabase();
    await door.vaults.put({name, initials: initialsOf(session.name), sample: session.authority.sample, language: tools.language()});
    door.close();
    return {ok: true, name, vault: await openOn(new SealedStore(db, keys, fence), contents, tools, onClosed)};
  } catch {
    return {ok: false, code: 'storage_unavailable'};
  }
}

export async function openVault(name: string, passphrase: string, tools: DoorTools, onClosed: () => void): Promise<Opened> {
  if (!(await Dexie.exists(name))) return {ok: false, code: 'vault_damaged'};
  const db = new VaultDatabase(name);
  const meta = new Map((await db.meta.toArray()).map(row => [row.name, row.value]));
  if (Number(meta.get('code') ?? 0) > VAULT_CODE) {
    db.close();
    return {ok: false, code: 'newer_version'};
  }
  const {master} = await tools.ask({kind: 'open', vault: name, passphrase, wrap: meta.get('wrap') as Wrap});
  if (!master) {
    db.close();
    return {ok: false, code: 'passphrase_wrong'};
  }
  const keys = new VaultKeys(master);
  await tools.take?.(name);
  // From here on an older tab's writes are refused.
  const fence = hex(tools.random(8));
  await db.meta.put({name: 'fence', value: fence});
  const door = new DoorDatabase();
  await door.vaults.update(name, {language: tools.language()});
  door.close();
  try {
    const store = new SealedStore(db, keys, fence);
    return {ok: true, name, vault: await openOn(store, await store.read(), tools, onClosed)};
  } catch (error) {
    db.close();
    if (error instanceof DamagedRowError) return {ok: false, code: 'vault_damaged'};
    throw error;
  }
}

/** Nothing that a young person does asks what the authority has set (young-persons-commands.test.ts). */
const noSettings: VaultTools['settingsOf'] = () => () => {
  throw new Error('a young person’s device holds no settings');
};

async function openOn(store: VaultStore, contents: VaultContents, {now, random}: DoorTools, onClosed: () => void): Promise<Vault> {
  const isOwn = contents.state.session.role === 'young_person';
  const commands = lateCommands(async () =>
    isOwn ? (await import('#domain/young-persons-commands.ts')).ownCommandNamed : (await import('#domain/commands.ts')).commandNamed,
  );
  const load = async () => commands.loadCommands()?.catch(() => undefined);
  // Whatever waits is kept and sent also when it cannot be shown yet.
  if (contents.pending.some(({state}) => state !== 'settled')) await load();
  setTimeout(() => void load(), COMMANDS_AFTER_MS);
  const settingsOf = isOwn ? noSettings : (await import('#domain/authority/settings.ts')).settingsInForce;
  return new Vault(contents, {store, ...commands, settingsOf, now, random, onClosed});
}
