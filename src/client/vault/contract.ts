/**
 * What screens know of the device's store. Reads are synchronous (everything is in memory after unlock); writes are
 * commands that are sealed into the outbox before their promise resolves. Nothing here touches the network.
 */
import type {SettingsInForce} from '#domain/authority/settings.ts';
import type {BodyOf, CommandCode} from '#domain/commands.ts';
import type {KindCode, RecordOf} from '#domain/record-kinds.ts';
import type {Language} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {AnyCompartment, DomainRecord} from '#domain/shared/record.ts';
import type {Versions} from '#domain/shared/versions.ts';
import type {Session} from '#protocol/account-messages.ts';

/** How far a record's newest change has come. `needs_attention`: rejected or parked; the words are kept. */
export type Delivery = 'accepted' | 'saved_here' | 'sending' | 'sent' | 'needs_attention';

/** A record as the screens show it: what the server said, with this device's own pending commands folded in. */
export type Folded<Kind extends KindCode = KindCode> = RecordOf<Kind> & {readonly delivery: Delivery};

/** When somebody last had a person's file in view, and how far the server had come by then. */
export interface Look {
  readonly at: string;
  readonly epoch: Id;
  readonly version: number;
}

/** A record that the server has changed since somebody last looked. */
export interface Changed {
  readonly record: DomainRecord;
  readonly isNew: boolean;
  /** Who wrote what is newest in it, where that can be told. */
  readonly by: Id | null;
}

/** A field in which several people's values stand, the shown one first. */
export interface Clash extends Versions {
  readonly record: DomainRecord & {readonly delivery: Delivery};
}

export interface MemoryStore {
  /** Counts changes: for useSyncExternalStore. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ids of people whose summary (or file) this device holds. */
  readonly people: () => readonly Id[];
  readonly records: <Kind extends KindCode>(person: Id | null, kind: Kind) => readonly Folded<Kind>[];
  /** All that this device holds of one person (null: of the authority), for rules that look through the whole of it; the same list until it changes. */
  readonly file: (person: Id | null) => readonly DomainRecord[];
  readonly record: (id: Id) => (DomainRecord & {readonly delivery: Delivery}) | undefined;
  /** True when the person's file (not only the summary) is here; for a manager only after opening it online. */
  readonly holdsFile: (person: Id) => boolean;
  /** Everything on this device that waits for somebody to put it together, newest value first. */
  readonly clashes: () => readonly Clash[];
  /** What others have changed in a person's file since a look, newest first; nothing when there was no look to compare with. */
  readonly changedSince: (person: Id, look: Look | null) => readonly Changed[];
  /** What the authority has set, as this device knows it: staff's only, since a young person's device holds none of it. */
  readonly settings: () => SettingsInForce;
  /** 'loading' while the first pages of that person's scopes are still on their way. */
  readonly scope: (person: Id | null, compartment: AnyCompartment) => Id | undefined;
}

export interface NewCommand<Code extends CommandCode = CommandCode> {
  readonly kind: Code;
  /** The record that the command makes or changes; `newId()` for a new one. */
  readonly record: Id;
  readonly person: Id | null;
  readonly body: BodyOf<Code>;
  /** For text fields: ops of the heads that were on the screen. */
  readonly bases?: Readonly<Record<string, readonly Id[]>>;
  /** Where the record lay and the op that had made its state when its author began; how it is now, when absent [K1]. */
  readonly seen?: {readonly scope: Id; readonly state: Id};
}

/** One thing this person did on this device, for the sync page: newest first. */
export interface OutboxItem {
  readonly op: Id;
  /** Null: words that went up because their person is no longer held (a draft). */
  readonly kind: CommandCode | null;
  readonly person: Id | null;
  readonly record: Id;
  readonly at: string;
  readonly state: 'saved_here' | 'sending' | 'sent' | 'accepted' | 'kept_beside_another' | 'rejected' | 'parked' | 'put_away';
  /** Refusal code when rejected, or put away after it. */
  readonly code?: string;
  /** What was in it, while its author has to see to it: the words are theirs to read and to use again. */
  readonly body?: unknown;
}

export interface Draft<Value = unknown> {
  readonly key: string;
  readonly value: Value;
  readonly savedAt: string;
}

export type Saved = {readonly ok: true} | {readonly ok: false; readonly code: string; readonly fields: readonly string[]};

/** An unlocked vault. Every method that writes resolves only when it is on disk. */
export interface OpenVault {
  readonly session: Session;
  readonly device: Id;
  readonly memory: MemoryStore;
  readonly newId: () => Id;
  /** Seals and stores the commands and removes the draft in one transaction. Refusals come back (also `storage_full`), nothing is lost. */
  readonly save: (commands: readonly NewCommand[], draftKey?: string) => Promise<Saved>;
  readonly outbox: () => readonly OutboxItem[];
  /** What was refused and is seen to asks for nothing any more; it can still be read. Nothing happens to anything else. */
  readonly putAway: (op: Id) => Promise<void>;
  readonly saveDraft: (key: string, value: unknown) => Promise<void>;
  readonly drafts: () => readonly Draft[];
  readonly discardDraft: (key: string) => Promise<void>;
  /**
   * When this person's file was last in view on this device, or their plan, which is read by itself; null: never, or not
   * since the server began a new life.
   */
  readonly lastLook: (person: Id, part?: 'plan') => Look | null;
  readonly noteLook: (person: Id, part?: 'plan') => Promise<void>;
  /** Called before the vault locks: a form gives its last words to `saveDraft` here. @returns a function that stops it. */
  readonly onLocking: (flush: () => Promise<void>) => () => void;
  readonly lock: () => Promise<void>;
}

/** A vault on this device that somebody can unlock; nothing personal but the initials its owner chose to show. */
export interface LockedVault {
  readonly name: string;
  readonly initials: string;
  readonly sample: boolean;
  /** Spoken when it was last opened on this device. */
  readonly language?: Language | null;
}

export type UnlockFailure = 'passphrase_wrong' | 'vault_damaged' | 'newer_version' | 'storage_unavailable';
export type PassphraseFault = 'too_short' | 'not_the_same';
/** Characters. Four random words are far over it. */
export const PASSPHRASE_MINIMUM = 14;
