/**
 * What the sync core needs of a store, and what every store promises (tests/contract/storage-contract-suite.ts runs on
 * all): a transaction is all or nothing; versions are in commit order per authority; a snapshot sees one moment.
 */
import type {BudgetLine, LedgerEntry, LedgerRefusal} from '#domain/fund/ledger.ts';
import type {DomainRecord, Scope} from '#domain/shared/record.ts';
import type {Result} from '#domain/shared/result.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {AlarmKind} from '#protocol/alarm-messages.ts';
import type {Answer, Op} from '#protocol/ops.ts';
import type {EnteredBy, KeptEntry} from './ledger-store.ts';

export interface ClientRow {
  readonly id: Id;
  readonly account: Id;
  readonly lastSeq: number;
  readonly lastSeenAt: string;
  /** As far as the device has said: pieces of work it has not sent, and answers that its user has to see to. */
  readonly unsent: number;
  readonly attention: number;
}

export interface LoggedOp {
  readonly op: Id;
  readonly client: Id;
  readonly account: Id;
  readonly seq: number;
  readonly bodyHash: string;
  readonly answer: Answer;
  readonly epoch: Id;
  readonly receivedAt: string;
  readonly body: Op;
}

export interface ParkedOp {
  readonly op: Id;
  readonly account: Id;
  readonly person: Id | null;
  readonly reason: string;
  readonly body: Op;
  readonly parkedAt: string;
}

export interface Grant {
  readonly id: Id;
  readonly cause: Id;
  readonly holder: Id;
  readonly scope: Id;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** A scope that a holder may see today, with the grant that says so. */
export interface HeldScope extends Scope {
  readonly grant: Id;
  readonly until: CalendarDate | null;
}

export interface IndexEntry {
  readonly scope: Id;
  readonly id: Id;
  readonly version: number;
  /** Null when the record has left the scope. */
  readonly record: DomainRecord | null;
}

export interface AuditEntry {
  readonly at: string;
  readonly account: Id | null;
  readonly action: string;
  readonly person?: Id | null;
  readonly record?: Id | null;
  /** Codes and counts only: never words from a file. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Something that smells of a fault or an attack; one for each kind and day. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
  /** Counts by code, over all times of the day. */
  readonly detail: Readonly<Record<string, number>>;
}

/** One row of an imported file as it came, with what became of it. */
export interface ImportRow {
  readonly file: string;
  readonly row: number;
  readonly key: string;
  readonly personKey: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly questions: readonly {readonly column: string; readonly reason: string}[];
  readonly original: Readonly<Record<string, string>>;
  readonly records: readonly Id[];
  /** The cell for which it is held, for which other row it waits, and the other half of a pair. */
  readonly column?: string | null;
  readonly because?: string | null;
  readonly withRow?: number | null;
  /** How the row stood in its file, so that it can be judged again without it. */
  readonly facts?: object | null;
}

export interface Reading {
  version(): Promise<number>;
  epoch(): Promise<Id>;
  /** The version that a verified backup of this epoch holds; 0 when there is none. */
  safeVersion(): Promise<number>;
  record(id: Id): Promise<DomainRecord | undefined>;
  /** Which of these ids are records already. */
  known(ids: readonly Id[]): Promise<ReadonlySet<Id>>;
  /** All records of a person, or those of some kinds. Null: the authority's own. */
  recordsOf(person: Id | null, kinds?: readonly string[]): Promise<readonly DomainRecord[]>;
  /** Ids of people who have a young-person record. */
  people(): Promise<readonly Id[]>;
  scopesOf(person: Id | null): Promise<readonly Scope[]>;
  heldBy(holder: Id, today: CalendarDate): Promise<readonly HeldScope[]>;
  /** Newest entries of these scopes after a version, in version order: at most `limit`, and never half a version, even if that is more. */
  changesAfter(
    scopes: readonly Id[],
    version: number,
    limit: number,
  ): Promise<{readonly entries: readonly IndexEntry[]; readonly more: boolean}>;
  /** Records present in a scope with an id above `afterId`, in id order. */
  page(scope: Id, afterId: string | null, limit: number): Promise<readonly IndexEntry[]>;
  client(id: Id): Promise<ClientRow | undefined>;
  /** Which of these scopes have an entry in the index that is newer than a version. */
  changedSince(scopes: readonly Id[], version: number): Promise<ReadonlySet<Id>>;
  /** What lies in these scopes by the records themselves, whatever the index says. */
  recordsIn(scopes: readonly Id[]): Promise<readonly DomainRecord[]>;
  /** Records that the index does not show in their scope, and entries that show a record where it is not. */
  indexFaults(): Promise<{readonly missing: number; readonly astray: number}>;
  /** The newest first. */
  alarms(): Promise<readonly Alarm[]>;
  /** Of everybody in the authority. */
  recordsOfKinds(kinds: readonly string[]): Promise<readonly DomainRecord[]>;
  /** Where each budget stands. */
  budgetLines(): Promise<readonly BudgetLine[]>;
  /** What was entered, in order; null: into every budget. */
  budgetEntries(line: Id | null): Promise<readonly KeptEntry[]>;
  clientViews(client: Id): Promise<ReadonlyMap<Id, Id>>;
  parked(): Promise<readonly ParkedOp[]>;
}

export interface Writing extends Reading {
  /** As `client`, holding its row until the end: copies of one push are decided one after another. */
  lockClient(id: Id): Promise<ClientRow | undefined>;
  saveClient(row: ClientRow): Promise<void>;
  /** As `record`, holding its row until the end. */
  lockRecord(id: Id): Promise<DomainRecord | undefined>;
  loggedOp(op: Id): Promise<LoggedOp | undefined>;
  logOp(logged: LoggedOp): Promise<void>;
  park(parked: ParkedOp): Promise<void>;
  /** Parked work that nobody has settled, holding its row until the end. */
  lockParked(op: Id): Promise<ParkedOp | undefined>;
  /** Work that waited for another op: it has come in (closed), or it waits for another reason now. */
  endWait(op: Id, end: {readonly at: string; readonly by: Id} | {readonly reason: string}): Promise<void>;
  addScopes(scopes: readonly Scope[]): Promise<void>;
  /** Stores records and their history; those whose stored body is the same already are left alone. Returns the changed. */
  putRecords(records: readonly DomainRecord[], op: Id, author: Id | null, at: string): Promise<readonly DomainRecord[]>;
  /** Enters all of it into the ledger or nothing, holding the budgets concerned until the end. Returns them as they are now. */
  enterBudget(entries: readonly LedgerEntry[], by: EnteredBy): Promise<Result<readonly BudgetLine[], LedgerRefusal>>;
  /** What pseudonyms of a scheme's evaluation are made with: `fresh` the first time, and for ever after what was kept then. */
  evaluationSecret(scheme: Id, fresh: string, at: string): Promise<string>;
  /** Gives a holder a scope by a cause; a second call with other dates changes them. */
  putGrants(grants: readonly Grant[]): Promise<void>;
  /** Takes the authority's next version (holding it until the end) and enters the records in the index under it. */
  publish(entries: readonly {readonly scope: Id; readonly id: Id; readonly present: boolean}[]): Promise<number>;
  /** Keeps rows of an import; a row kept before is brought up to date. */
  keepImportRows(rows: readonly ImportRow[], at: string): Promise<void>;
  setClientViews(client: Id, views: ReadonlyMap<Id, Id>): Promise<void>;
  /** The devices of these holders are to be woken, as soon as this is committed. */
  notify(holders: readonly Id[], at: string): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
  /** Notes it in the row of its kind and day. */
  raiseAlarm(kind: AlarmKind, day: CalendarDate, at: string, detail?: Alarm['detail']): Promise<void>;
  /** A verified backup goes up to this version [E6]; kept with the epoch of now, and never made less. */
  noteSafe(version: number): Promise<void>;
  /** Runs work that can fail alone: on an exception everything it stored is undone and the exception goes on. */
  savepoint<Value>(work: () => Promise<Value>): Promise<Value>;
}

export interface Storage {
  /** All or nothing; tried again when two transactions meet in a deadlock. */
  transaction<Value>(authority: string, work: (store: Writing) => Promise<Value>): Promise<Value>;
  /** One moment of the store, read only. */
  snapshot<Value>(authority: string, work: (store: Reading) => Promise<Value>): Promise<Value>;
  /** Versions of all authorities: what the poke watches. */
  versions(): Promise<ReadonlyMap<string, number>>;
  mintEpoch(epoch: Id, reason: string): Promise<void>;
  addAuthority(authority: AuthorityRow): Promise<void>;
  authorities(): Promise<readonly AuthorityRow[]>;
  close(): Promise<void>;
}

export interface AuthorityRow {
  readonly code: string;
  readonly cy: string;
  readonly en: string;
  readonly sample: boolean;
}
