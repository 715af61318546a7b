/** What a vault holds once it is open, and what it is given to work with. */
import type {SettingsInForce} from '#domain/authority/settings.ts';
import type {CommandKind} from '#domain/command.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {Base, BaseScope} from './base-records.ts';
import type {Draft, Look} from './contract.ts';
import type {PendingOp} from './pending-ops.ts';

/** Kept sealed beside the segments. */
export interface VaultState {
  readonly session: Session;
  readonly device: Id;
  readonly epoch: Id | null;
  readonly cursor: number;
  readonly leaseUntil: string | null;
  readonly lastSentAt: string | null;
  readonly lastReceivedAt: string | null;
  /** The server's time when last heard: a clock set back behind it ends the lease. */
  readonly serverTimeSeen: string | null;
  /** By how much the device's clock was ahead of it then; absent in vaults made before this was kept. */
  readonly clockAheadMs?: number;
  /** Scopes whose segments should be on disk: their names there say nothing. */
  readonly scopes: readonly Id[];
  /** When this device compares next what it holds, by the server's time, and in which epoch it last did [D1]; absent before the first time. */
  readonly digests?: {readonly epoch: Id; readonly next: string};
  /** By person, or person/part; absent in vaults made before looks were kept. */
  readonly looks?: Readonly<Record<string, Look>>;
}

const TEN_MINUTES_MS = 600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** By the server's time this device's clock is measured, each time that it is told. */
export const heard = (serverNow: string, now: number): Pick<VaultState, 'serverTimeSeen' | 'clockAheadMs'> => ({
  serverTimeSeen: serverNow,
  clockAheadMs: now - Date.parse(serverNow),
});

/** [B3] After the lease, and while the clock stands behind the last time heard from the server. `now`: its time as this device reckons it. */
export function hasLeaseEnded({leaseUntil, serverTimeSeen}: VaultState, now: number): boolean {
  return (
    (leaseUntil !== null && now > Date.parse(leaseUntil)) || (serverTimeSeen !== null && now < Date.parse(serverTimeSeen) - TEN_MINUTES_MS)
  );
}

/** [D1] Not yet in this epoch, or a day ago; a time further away than that was reckoned by a wrong clock. */
export function isDigestDue({digests, epoch, serverTimeSeen}: VaultState): boolean {
  const left = Date.parse(digests?.next ?? '') - Date.parse(serverTimeSeen ?? '');
  return digests?.epoch !== epoch || !(left > 0 && left <= DAY_MS);
}

/** A vault that has just loaded everything for the first time has nothing to compare: an hour later, when nobody waits for a screen. */
export function firstDigests(epoch: Id, serverTime: string): NonNullable<VaultState['digests']> {
  return {epoch, next: new Date(Date.parse(serverTime) + HOUR_MS).toISOString()};
}

/** Null: never, or in another life of the store. */
export function lookOf({looks}: VaultState, {epoch}: Pick<Base, 'epoch'>, key: string): Look | null {
  const look = looks?.[key];
  return look && look.epoch === epoch ? look : null;
}

/** A look at a person's file, or at a part of it. */
export const lookKey = (person: Id, part: string | undefined): string => (part === undefined ? person : `${person}/${part}`);

/** Of people who are no longer here nothing is kept, not even that they were looked at. */
export function looksOn({scopes}: Base, {looks = {}}: Pick<VaultState, 'looks'>): NonNullable<VaultState['looks']> {
  const held = new Set([...scopes.values()].map(({person}) => person));
  return Object.fromEntries(Object.entries(looks).filter(([key]) => held.has(key.split('/')[0] ?? '')));
}

/** What a store gives back: a scope whose segment did not open is left out, and is asked for again. */
export interface VaultContents {
  readonly state: VaultState;
  readonly scopes: readonly BaseScope[];
  readonly pending: readonly PendingOp[];
  readonly drafts: readonly Draft[];
  /** Above every number that was ever on this disk. */
  readonly nextSeq: number;
}

/** What changes together. Scopes are stored as of the cursor of the state that comes with them. */
export interface VaultChange {
  readonly scopes?: readonly BaseScope[];
  readonly dropScopes?: readonly Id[];
  readonly outbox?: readonly PendingOp[];
  /** By number; taken away before the others are put in. */
  readonly dropOutbox?: readonly number[];
  readonly drafts?: readonly Draft[];
  /** By key. */
  readonly dropDrafts?: readonly string[];
  readonly state?: VaultState;
  readonly nextSeq?: number;
}

/** Another tab holds the vault, or it is locked: nothing was changed. */
export class FencedError extends Error {
  override name = 'FencedError';
}

export interface VaultStore {
  /** All of it or none of it, durable when the promise resolves. @throws FencedError, or the browser's own error when there is no room. */
  write(change: VaultChange): Promise<void>;
  read(): Promise<VaultContents>;
  close(): void;
}

export function emptyContents(session: Session, device: Id): VaultContents {
  return {
    state: {
      session,
      device,
      epoch: null,
      cursor: 0,
      leaseUntil: null,
      lastSentAt: null,
      lastReceivedAt: null,
      serverTimeSeen: null,
      scopes: [],
    },
    scopes: [],
    pending: [],
    drafts: [],
    nextSeq: 1,
  };
}

export interface VaultTools {
  readonly store: VaultStore;
  /** The commands that this device knows; none until `loadCommands` has come to its end, where there is one. */
  readonly commandNamed: (kind: string) => CommandKind | undefined;
  /** Nothing is saved before it; nothing to wait for once they are there. @throws when the app's own files cannot be had */
  readonly loadCommands?: () => Promise<void> | undefined;
  /** Comes when they have been loaded: what waits is folded again. */
  readonly commandsLoaded?: Promise<void>;
  /** What the authority has set, of its rows. A young person's device holds none and loads nothing that would read them. */
  readonly settingsOf: (rows: readonly DomainRecord[]) => SettingsInForce;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Called once when the vault has closed, by lock or because another tab took it. */
  readonly onClosed: () => void;
}
