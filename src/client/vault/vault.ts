/**
 * An open vault: the one place that joins memory, disk and keys. Every change is sealed first, then stored in one
 * transaction, then shown. "Saved" means that the transaction is complete on disk.
 */
import type {CommandCode} from '#domain/commands.ts';
import {commandNamed} from '#domain/commands.ts';
import {timeOrderedId, type Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {FileAnswer, PullAnswer, View} from '#protocol/messages.ts';
import type {Answer, Op} from '#protocol/ops.ts';
import {applyPull, EMPTY_BASE, startOver, viewsOf, type Base, type BaseScope} from './base-records.ts';
import type {Draft, MemoryStore, NewCommand, OpenVault, OutboxItem} from './contract.ts';
import {FoldedMemory} from './folded-memory.ts';
import type {VaultKeys} from './keys.ts';
import {expired, nextBatch, requeue, settled, withAnswers, withState, type PendingOp} from './pending-ops.ts';
import {seal} from './sealing.ts';
import {FencedError, type DiskWrite, type VaultDisk} from './vault-disk.ts';
import type {OutboxRow, OutboxRowState, SegmentRow} from './vault-database.ts';

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
}

export interface VaultContents {
  readonly state: VaultState;
  readonly base: Base;
  readonly pending: readonly PendingOp[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly nextSeq: number;
}

/** A draft whose person is no longer ours goes to the server as an op of this kind, which a manager finds parked. */
export const HANDED_OVER_DRAFT = 'draft.handed-over';
const OUTBOX_SHOWN = 100;
const SAVE_MEASURE = 'llwybr:save';
const TEN_MINUTES_MS = 600_000;

export function emptyContents(session: Session, device: Id): VaultContents {
  return {state: {session, device, epoch: null, cursor: 0, leaseUntil: null, lastSentAt: null, lastReceivedAt: null, serverTimeSeen: null, scopes: []}, base: EMPTY_BASE, pending: [], drafts: new Map(), nextSeq: 1};
}

export interface VaultTools {
  readonly keys: VaultKeys;
  readonly disk: VaultDisk;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Called once when the vault has closed, by lock or because another tab took it. */
  readonly onClosed: () => void;
}

export class Vault implements OpenVault {
  readonly #tools: VaultTools;
  readonly #memory: FoldedMemory;
  readonly #flushers = new Set<() => Promise<void>>();
  #state: VaultState;
  #base: Base;
  #pending: readonly PendingOp[];
  #drafts: ReadonlyMap<string, Draft>;
  #nextSeq: number;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** Told after each save, so that sync starts at once. */
  onSaved: () => void = () => undefined;

  constructor(contents: VaultContents, tools: VaultTools) {
    this.#tools = tools;
    this.#state = contents.state;
    this.#base = contents.base;
    this.#pending = contents.pending;
    this.#drafts = contents.drafts;
    this.#nextSeq = contents.nextSeq;
    const {session, device} = contents.state;
    this.#memory = new FoldedMemory({holder: session.holder, role: session.role, device}, tools.now, this.#base, this.#pending);
  }

  get session(): Session {
    return this.#state.session;
  }

  get device(): Id {
    return this.#state.device;
  }

  get memory(): MemoryStore {
    return this.#memory;
  }

  get state(): VaultState {
    return this.#state;
  }

  newId = (): Id => timeOrderedId(this.#tools.now(), this.#tools.random(10));

  save = (commands: readonly NewCommand[], draftKey?: string): Promise<{ok: true} | {ok: false; code: string; fields: readonly string[]}> =>
    this.#inTurn(async () => {
      const started = performance.now();
      const ops = commands.map((command, index) => this.#opOf(command, this.#nextSeq + index));
      for (const op of ops) {
        const tried = this.#memory.tryOut(op);
        if (!tried.ok) return {ok: false as const, ...tried.refusal};
      }
      const pending = ops.map((op): PendingOp => ({op, state: 'queued', answer: null}));
      const drafts = draftKey === undefined ? [] : [await this.#tools.keys.tag(`draft|${draftKey}`)];
      try {
        await this.#tools.disk.write({outbox: await this.#rows(pending), dropDrafts: drafts, nextSeq: this.#nextSeq + ops.length});
      } catch (error) {
        if ((error as Error).name === 'FencedError') throw error;
        return {ok: false as const, code: 'storage_full', fields: []};
      }
      // Read by `npm run bench`: from the command to its transaction complete on the disk.
      performance.measure(SAVE_MEASURE, {start: started});
      this.#nextSeq += ops.length;
      if (draftKey !== undefined) this.#drafts = new Map([...this.#drafts].filter(([key]) => key !== draftKey));
      this.#show(this.#base, [...this.#pending, ...pending]);
      this.onSaved();
      return {ok: true as const};
    });

  outbox = (): readonly OutboxItem[] => this.#pending.slice(-OUTBOX_SHOWN).toReversed().map(entry => itemOf(entry));

  drafts = (): readonly Draft[] => [...this.#drafts.values()];

  saveDraft = (key: string, value: unknown): Promise<void> =>
    this.#inTurn(async () => {
      const draft: Draft = {key, value, savedAt: new Date(this.#tools.now()).toISOString()};
      const tag = await this.#tools.keys.tag(`draft|${key}`);
      await this.#tools.disk.write({drafts: [{tag, ...(await seal(await this.#tools.keys.drafts(), `draft|${tag}`, draft))}]});
      this.#drafts = new Map(this.#drafts).set(key, draft);
      this.#memory.touch();
    });

  discardDraft = (key: string): Promise<void> =>
    this.#inTurn(async () => {
      await this.#tools.disk.write({dropDrafts: [await this.#tools.keys.tag(`draft|${key}`)]});
      this.#drafts = new Map([...this.#drafts].filter(([known]) => known !== key));
      this.#memory.touch();
    });

  onLocking = (flush: () => Promise<void>): (() => void) => {
    this.#flushers.add(flush);
    return () => void this.#flushers.delete(flush);
  };

  lock = async (): Promise<void> => {
    if (this.#isClosed) return;
    await Promise.allSettled([...this.#flushers].map(flush => flush()));
    await this.#turn;
    this.#close();
  };

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#tools.disk.close();
    this.#tools.onClosed();
  }

  // ── for sync ──────────────────────────────────────────────────────────────────────────────────────────────────────

  get nextSeq(): number {
    return this.#nextSeq;
  }

  get base(): Base {
    return this.#base;
  }

  get unsent(): number {
    return this.#pending.filter(({state}) => state === 'queued' || state === 'sending').length;
  }

  get needsAttention(): number {
    return this.#pending.filter(({answer}) => answer?.status === 'rejected' || answer?.status === 'parked').length;
  }

  /** Reading is locked after the lease, and while the clock stands behind the last time heard from the server. */
  get leaseEnded(): boolean {
    const {leaseUntil, serverTimeSeen} = this.#state;
    const now = this.#tools.now();
    return (leaseUntil !== null && now > Date.parse(leaseUntil)) || (serverTimeSeen !== null && now < Date.parse(serverTimeSeen) - TEN_MINUTES_MS);
  }

  /** Views in the order in which their pages should come: `first` people before the others. */
  views(first: readonly Id[]): View[] {
    const rank = new Map(first.map((person, index) => [person, index]));
    const order = (view: View) => rank.get(this.#base.scopes.get(view.scope)?.person ?? '') ?? first.length;
    return viewsOf(this.#base).toSorted((one, other) => order(one) - order(other));
  }

  /** The next ops to send, marked as on their way. */
  takeBatch = (): Promise<readonly Op[]> =>
    this.#inTurn(async () => {
      const batch = nextBatch(this.#pending);
      if (batch.length > 0) this.#show(this.#base, withState(this.#pending, new Set(batch.map(({op}) => op)), 'sending'));
      return batch;
    });

  /** The network failed: they wait again. */
  putBack = (): Promise<void> =>
    this.#inTurn(async () => {
      const back = new Set(this.#pending.filter(({state}) => state === 'sending').map(({op}) => op.op));
      if (back.size > 0) this.#show(this.#base, withState(this.#pending, back, 'queued'));
    });

  applyAnswers = (answers: readonly Answer[], serverNow: string): Promise<void> =>
    this.#inTurn(async () => {
      const answered = new Set(answers.map(({op}) => op));
      const pending = withAnswers(this.#pending, answers);
      const people = new Set([...this.#base.scopes.values()].map(({person}) => person));
      // What was parked of a person who is no longer ours is with the manager now; it is not kept here [V4].
      const gone = (entry: PendingOp) => entry.answer?.status === 'parked' && entry.op.person !== null && !people.has(entry.op.person);
      const changed = pending.filter(entry => answered.has(entry.op.op));
      await this.#store({outbox: await this.#rows(changed.filter(entry => !gone(entry))), dropOutbox: changed.filter(gone).map(({op}) => op.seq)}, {lastSentAt: serverNow, serverTimeSeen: serverNow});
      this.#show(this.#base, pending.filter(entry => !gone(entry)));
    });

  applyPull = (answer: PullAnswer): Promise<void> =>
    this.#inTurn(async () => {
      const {base, changed, dropped} = applyPull(this.#base, answer);
      const stillHeld = new Set([...base.scopes.values()].map(({person}) => person));
      const lostPeople = new Set([...dropped].map(scope => this.#base.scopes.get(scope)?.person).filter(person => person && !stillHeld.has(person)));
      const lostDrafts = [...this.#drafts.values()].filter(draft => [...lostPeople].some(person => JSON.stringify(draft).includes(must(person, 'a person'))));
      const handedOver = lostDrafts.map((draft, index): PendingOp => ({op: this.#handOver(draft, [...lostPeople].find(person => JSON.stringify(draft).includes(must(person, 'a person'))) ?? null, this.#nextSeq + index), state: 'queued', answer: null}));
      const after = answer.complete ? settled(this.#pending, answer.lastSeq) : this.#pending;
      const purged = new Set([...after.filter(({op, state}) => lostPeople.has(op.person) && (state === 'answered' || state === 'settled')), ...expired(after, this.#tools.now())].map(({op}) => op.op));
      const pending = [...after.filter(({op}) => !purged.has(op.op)), ...handedOver];
      const before = new Map(this.#pending.map(entry => [entry.op.op, entry]));
      const segments: SegmentRow[] = [];
      for (const id of changed) {
        const scope = base.scopes.get(id);
        if (scope) segments.push(await this.#segment(scope, base.cursor));
      }
      await this.#store(
        {
          segments, dropSegments: await Promise.all([...dropped].filter(id => !base.scopes.has(id)).map(id => this.#tools.keys.tag(`scope|${id}`))),
          outbox: await this.#rows(pending.filter(entry => before.get(entry.op.op) !== entry)), dropOutbox: this.#pending.filter(({op}) => purged.has(op.op)).map(({op}) => op.seq),
          dropDrafts: await Promise.all(lostDrafts.map(({key}) => this.#tools.keys.tag(`draft|${key}`))), nextSeq: this.#nextSeq + handedOver.length,
        },
        {epoch: base.epoch, cursor: base.cursor, scopes: [...base.scopes.keys()], lastReceivedAt: new Date(this.#tools.now()).toISOString()},
      );
      this.#nextSeq += handedOver.length;
      this.#drafts = new Map([...this.#drafts].filter(([key]) => !lostDrafts.some(draft => draft.key === key)));
      this.#show(base, pending);
    });

  /** [E1] [E2] */
  startOver = (epoch: Id, lastSeq: number): Promise<void> =>
    this.#inTurn(async () => {
      const base = startOver(this.#base, epoch);
      const pending = requeue(this.#pending, lastSeq);
      const nextSeq = Math.max(lastSeq, ...pending.map(({op}) => op.seq)) + 1;
      const segments: SegmentRow[] = [];
      for (const scope of base.scopes.values()) segments.push(await this.#segment(scope, 0));
      await this.#store({segments, dropOutbox: this.#pending.map(({op}) => op.seq), outbox: await this.#rows(pending), nextSeq}, {epoch, cursor: 0});
      this.#nextSeq = nextSeq;
      this.#show(base, pending);
    });

  /** [P5] The server has not seen a number before these: what it lacks is numbered anew from there. */
  renumber = (lastSeq: number): Promise<void> =>
    this.#inTurn(async () => {
      const pending = requeue(this.#pending, lastSeq);
      const nextSeq = Math.max(lastSeq, ...pending.map(({op}) => op.seq)) + 1;
      await this.#store({dropOutbox: this.#pending.map(({op}) => op.seq), outbox: await this.#rows(pending), nextSeq}, {});
      this.#nextSeq = nextSeq;
      this.#show(this.#base, pending);
    });

  /** [P4] This device's numbers are not its own (copied profile, lost state): a new client, the same op ids. */
  becomeNewClient = (): Promise<void> =>
    this.#inTurn(async () => {
      const device = this.newId();
      const pending = requeue(this.#pending.filter(({state}) => state === 'queued' || state === 'sending'), 0);
      await this.#store({dropOutbox: this.#pending.map(({op}) => op.seq), outbox: await this.#rows(pending), nextSeq: pending.length + 1}, {device});
      this.#nextSeq = pending.length + 1;
      this.#show(this.#base, pending);
    });

  noteServer = (leaseUntil: string, serverNow: string): Promise<void> => this.#inTurn(() => this.#store({}, {leaseUntil, serverTimeSeen: serverNow}));

  noteSession = (session: Session): Promise<void> => this.#inTurn(() => this.#store({}, {session}));

  /** People whose opened file is no longer as the server has it. */
  openedBehind(): readonly Id[] {
    return this.#memory.openedBehind();
  }

  openFile({person, records, scopes}: FileAnswer): void {
    this.#memory.openFile(person, records as readonly DomainRecord[], scopes);
  }

  // ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#turn.then(() => {
      if (this.#isClosed) throw new FencedError('the vault is locked');
      return work();
    });
    this.#turn = mine.catch(error => {
      if (error instanceof FencedError) this.#close();
    });
    return mine;
  }

  #show(base: Base, pending: readonly PendingOp[]): void {
    this.#base = base;
    this.#pending = pending;
    this.#memory.update(base, pending);
  }

  async #store(write: DiskWrite, state: Partial<VaultState>): Promise<void> {
    const next = {...this.#state, ...state};
    await this.#tools.disk.write({...write, state: await seal(await this.#tools.keys.state(), 'state', next)});
    this.#state = next;
  }

  async #rows(pending: readonly PendingOp[]): Promise<OutboxRow[]> {
    const key = await this.#tools.keys.outbox();
    return Promise.all(pending.map(async ({op, state, answer}) => ({seq: op.seq, state, ...(await seal(key, `outbox|${op.seq}`, {op, answer}))})));
  }

  async #segment(scope: BaseScope, version: number): Promise<SegmentRow> {
    const tag = await this.#tools.keys.tag(`scope|${scope.scope}`);
    const stored = {...scope, records: [...scope.records.values()], stale: [...scope.stale]};
    return {tag, version, ...(await seal(await this.#tools.keys.scope(scope.scope), `segment|${tag}|${version}`, stored, true))};
  }

  #opOf(command: NewCommand, seq: number): Op {
    const kind = must(commandNamed(command.kind), 'screens use known commands');
    const {serverTimeSeen} = this.#state;
    return {
      op: this.newId(), seq, kind: command.kind, version: kind.version, record: command.record, person: command.person, scope: this.#memory.scope(command.person, kind.compartment) ?? null,
      at: new Date(this.#tools.now()).toISOString(), sinceServerMs: serverTimeSeen === null ? null : this.#tools.now() - Date.parse(serverTimeSeen),
      ...(command.bases ? {bases: Object.fromEntries(Object.entries(command.bases).map(([field, ops]) => [field, [...ops]]))} : {}), body: command.body,
    };
  }

  #handOver(draft: Draft, person: Id | null, seq: number): Op {
    return {op: this.newId(), seq, kind: HANDED_OVER_DRAFT, version: 1, record: this.newId(), person, scope: null, at: draft.savedAt, sinceServerMs: null, body: draft};
  }
}

function itemOf({op, state, answer}: PendingOp): OutboxItem {
  const shown: Readonly<Record<OutboxRowState, OutboxItem['state']>> = {queued: 'saved_here', sending: 'sending', answered: 'sent', settled: 'accepted'};
  const outcome = answer?.status === 'rejected' || answer?.status === 'parked' ? answer.status : answer?.status === 'conflict' ? 'kept_beside_another' : shown[state];
  return {op: op.op, kind: op.kind as CommandCode, person: op.person, record: op.record, at: op.at, state: outcome, ...(answer?.code ? {code: answer.code} : {})};
}
