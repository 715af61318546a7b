/**
 * What lies on disk, and in which form. In the clear: table names, row counts, padded sizes, the wrap, sequence numbers
 * and states of the outbox. Everything that says who or what is sealed (sync.md C4).
 */
import Dexie, {type Table} from 'dexie';
import type {Language} from '#domain/shared/fields.ts';
import type {Sealed} from './sealing.ts';
import type {Wrap} from './unlock-keys.ts';

/** One scope's records, compressed and sealed with the scope's own key. */
export interface SegmentRow extends Sealed {
  readonly tag: string;
  readonly version: number;
}

/** queued: only here. sending: given to the network. answered: the server's answer is here. settled: seen in a pull. */
export type OutboxRowState = 'queued' | 'sending' | 'answered' | 'settled';

export interface OutboxRow extends Sealed {
  readonly seq: number;
  readonly state: OutboxRowState;
}

export interface DraftRow extends Sealed {
  readonly tag: string;
}

/** name: 'wrap' | 'state' | 'fence' | 'nextSeq' | 'code'. */
export interface MetaRow {
  readonly name: string;
  readonly value: Wrap | Sealed | number | string;
}

/** A vault that this browser holds, as the chooser shows it. */
export interface DoorRow {
  readonly name: string;
  readonly initials: string;
  readonly sample: boolean;
  /** The language that was spoken when it was last opened: plain browser storage can lose a choice in a killed browser. */
  readonly language?: Language | null;
}

/** The newest form of a vault that this code can write; a newer one is left alone. */
export const VAULT_CODE = 1;

export class VaultDatabase extends Dexie {
  declare readonly segments: Table<SegmentRow, string>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string) {
    super(name, {chromeTransactionDurability: 'strict', cache: 'disabled'});
    this.version(VAULT_CODE).stores({segments: 'tag', outbox: 'seq', drafts: 'tag', meta: 'name'});
  }
}

export class DoorDatabase extends Dexie {
  declare readonly vaults: Table<DoorRow, string>;

  constructor() {
    super('llwybr-door', {chromeTransactionDurability: 'strict'});
    this.version(1).stores({vaults: 'name'});
  }
}
