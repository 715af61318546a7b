/** What a vault holds once it is open, and what it is given to work with. */
import type {Id} from '#domain/shared/ids.ts';
import type {Session} from '#protocol/account-messages.ts';
import {EMPTY_BASE, type Base} from './base-records.ts';
import type {Draft, Look} from './contract.ts';
import type {VaultKeys} from './keys.ts';
import type {PendingOp} from './pending-ops.ts';
import type {VaultDisk} from './vault-disk.ts';

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
  /** Scopes whose segments should be on disk: their names there say nothing. */
  readonly scopes: readonly Id[];
  /** By person; absent in vaults made before looks were kept. */
  readonly looks?: Readonly<Record<Id, Look>>;
}

export interface VaultContents {
  readonly state: VaultState;
  readonly base: Base;
  readonly pending: readonly PendingOp[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly nextSeq: number;
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
    base: EMPTY_BASE,
    pending: [],
    drafts: new Map(),
    nextSeq: 1,
  };
}

export interface VaultTools {
  readonly keys: VaultKeys;
  readonly disk: VaultDisk;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Called once when the vault has closed, by lock or because another tab took it. */
  readonly onClosed: () => void;
}
