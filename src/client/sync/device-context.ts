/**
 * How screens reach the device: one React context, given by app/, used by every feature. `useMemory` re-reads when the
 * store changes; its reader must be cheap and return the same value for the same store (memoise lists by version).
 */
import type {Language} from '#domain/shared/fields.ts';
import {createContext, useContext, useMemo, useSyncExternalStore} from 'react';
import type {MemoryStore, OpenVault, LockedVault, UnlockFailure, Draft, OutboxItem} from '#client/vault/contract.ts';
import {must} from '#domain/shared/result.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {Accounts, SyncState, Syncing} from './contract.ts';

/** starting: looking at what this device holds. out: nobody signed in. unprotected: signed in, no vault yet. */
export type DevicePhase =
  | {readonly kind: 'starting'}
  | {readonly kind: 'storage_unavailable'}
  | {readonly kind: 'out'; readonly vaults: readonly LockedVault[]}
  | {readonly kind: 'unprotected'; readonly session: Session; readonly vaults: readonly LockedVault[]}
  | {readonly kind: 'open'; readonly vault: OpenVault; readonly syncing: Syncing};

export interface Device {
  readonly phase: () => DevicePhase;
  readonly subscribe: (listener: () => void) => () => void;
  readonly accounts: Accounts;
  /** What was spoken when a vault of this browser was last opened: for a browser that has lost the choice itself. */
  readonly keptLanguage: () => Promise<Language | null>;
  /** Makes the vault of the signed-in person and opens it. */
  readonly protect: (passphrase: string) => Promise<{ok: true} | {ok: false; code: UnlockFailure}>;
  readonly unlock: (vaultName: string, passphrase: string) => Promise<{ok: true} | {ok: false; code: UnlockFailure}>;
  readonly lock: () => Promise<void>;
  /** Signs out at the server; the vault and anything unsent stay. */
  readonly leave: () => Promise<void>;
}

export const DeviceContext = createContext<Device | null>(null);

export function useDevice(): Device {
  return must(useContext(DeviceContext), 'screens lie inside the device provider');
}

export function usePhase(): DevicePhase {
  const device = useDevice();
  return useSyncExternalStore(device.subscribe, device.phase);
}

/** The open vault and its sync. @throws InvariantError outside the routes that need an open vault. */
export function useOpenVault(): {vault: OpenVault; syncing: Syncing} {
  const phase = usePhase();
  if (phase.kind !== 'open') throw new Error('this screen needs an open vault');
  return phase;
}

export function useMemory<Value>(read: (memory: MemoryStore) => Value, inputs: readonly unknown[]): Value {
  const {vault} = useOpenVault();
  const version = useSyncExternalStore(vault.memory.subscribe, vault.memory.version);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the reader is as new as its inputs
  return useMemo(() => read(vault.memory), [vault.memory, version, ...inputs]);
}

export function useOutbox(): readonly OutboxItem[] {
  return useVaultList(vault => vault.outbox());
}

export function useDrafts(): readonly Draft[] {
  return useVaultList(vault => vault.drafts());
}

function useVaultList<Item>(read: (vault: OpenVault) => readonly Item[]): readonly Item[] {
  const {vault} = useOpenVault();
  useSyncExternalStore(vault.memory.subscribe, vault.memory.version);
  return read(vault);
}

export function useSyncState(): SyncState {
  const {syncing} = useOpenVault();
  return useSyncExternalStore(syncing.subscribe, syncing.state);
}
