/**
 * An open vault: the one place that joins memory, disk and keys. Every change is sealed first, then stored in one
 * transaction, then shown. "Saved" means that the transaction is complete on disk.
 */
import {holdsPeople} from '#domain/access/roles.ts';
import {timeOrderedId, type Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {FileAnswer, HelloAnswer, PullAnswer, PushAnswer, View} from '#protocol/messages.ts';
import {isCarried, type Op} from '#protocol/ops.ts';
import {loadAnew, startOver, viewsOf, type Base} from './base-records.ts';
import type {Draft, Look, MemoryStore, NewCommand, OpenVault, OutboxItem, Saved} from './contract.ts';
import {FoldedMemory} from './folded-memory.ts';
import {LastWords} from './last-words.ts';
import {newOp} from './new-op.ts';
import {outboxItems} from './outbox-item.ts';
import {
  afterRestart,
  needsAttention,
  nextBatch,
  requeue,
  requeueAll,
  staysHere,
  withAnswers,
  withPutAway,
  withState,
  type PendingOp,
} from './pending-ops.ts';
import {pulled} from './pulled-vault.ts';
import {
  FencedError,
  firstDigests,
  hasLeaseEnded,
  heard,
  isDigestDue,
  lookKey,
  lookOf,
  looksOn,
  type VaultChange,
  type VaultContents,
  type VaultState,
  type VaultTools,
} from './vault-state.ts';

export class Vault implements OpenVault {
  readonly #tools: VaultTools;
  readonly #memory: FoldedMemory;
  readonly #lastWords = new LastWords();
  #state: VaultState;
  #base: Base;
  #pending: readonly PendingOp[];
  #drafts: ReadonlyMap<string, Draft>;
  #nextSeq: number;
  #lost: ReadonlySet<Id> = new Set();
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** [E6] Of the epoch that the server named last. */
  #safeVersion = 0;
  /** Told after each save, so that sync starts at once. */
  onSaved: () => void = () => undefined;

  constructor(contents: VaultContents, tools: VaultTools) {
    this.#tools = tools;
    this.#state = contents.state;
    const {epoch, cursor, session, device} = contents.state;
    this.#base = {epoch, cursor, scopes: new Map(contents.scopes.map(scope => [scope.scope, scope]))};
    this.#pending = afterRestart(contents.pending);
    this.#drafts = new Map(contents.drafts.map(draft => [draft.key, draft]));
    this.#nextSeq = contents.nextSeq;
    this.#memory = new FoldedMemory(
      {holder: session.holder, role: session.role, device},
      {...tools, now: this.#serverTime},
      this.#base,
      this.#pending,
    );
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

  /** What the app has to load for it is waited for outside the turn: drafts and pulls go on meanwhile. */
  save = (commands: readonly NewCommand[], draftKey?: string): Promise<Saved> => {
    const started = performance.now();
    const enter = () => this.#inTurn(() => this.#save(commands, draftKey, started));
    return this.#tools.loadCommands?.()?.then(enter) ?? enter();
  };

  async #save(commands: readonly NewCommand[], draftKey: string | undefined, started: number): Promise<Saved> {
    const ops = commands.map((command, index) => this.#opOf(command, this.#nextSeq + index));
    const refusal = ops.every(isCarried) ? this.#memory.tryOut(ops) : {code: 'body_invalid', fields: []};
    if (refusal) return {ok: false, ...refusal};
    const pending = ops.map((op): PendingOp => ({op, state: 'queued', answer: null}));
    try {
      await this.#tools.store.write({outbox: pending, dropDrafts: draftKey ? [draftKey] : [], nextSeq: this.#nextSeq + ops.length});
    } catch (error) {
      if ((error as Error).name === 'FencedError') throw error;
      return {ok: false, code: 'storage_full', fields: []};
    }
    // Read by `npm run bench`: from the command to its transaction complete on the disk.
    performance.measure('llwybr:save', {start: started});
    this.#nextSeq += ops.length;
    if (draftKey !== undefined) this.#drafts = new Map([...this.#drafts].filter(([key]) => key !== draftKey));
    this.#show(this.#base, [...this.#pending, ...pending]);
    this.onSaved();
    return {ok: true};
  }

  /** What is with a manager now is not shown [V4]. */
  outbox = (): readonly OutboxItem[] => outboxItems(this.#pending.filter(entry => !this.#isHandedOn(entry)));

  putAway = (op: Id): Promise<void> =>
    this.#inTurn(async () => {
      const pending = withPutAway(this.#pending, op);
      await this.#tools.store.write({outbox: pending.filter(each => each.op.op === op)});
      this.#show(this.#base, pending);
    });

  drafts = (): readonly Draft[] => [...this.#drafts.values()];

  saveDraft = (key: string, value: unknown): Promise<void> =>
    this.#inTurn(async () => {
      const draft: Draft = {key, value, savedAt: new Date(this.#tools.now()).toISOString()};
      await this.#tools.store.write({drafts: [draft]});
      this.#drafts = new Map(this.#drafts).set(key, draft);
      this.#memory.touch();
    });

  discardDraft = (key: string): Promise<void> =>
    this.#inTurn(async () => {
      await this.#tools.store.write({dropDrafts: [key]});
      this.#drafts = new Map([...this.#drafts].filter(([known]) => known !== key));
      this.#memory.touch();
    });

  lastLook = (person: Id, part?: 'plan'): Look | null => lookOf(this.#state, this.#base, lookKey(person, part));

  noteLook = (person: Id, part?: 'plan'): Promise<void> =>
    this.#inTurn(async () => {
      const {epoch, cursor: version} = this.#base;
      if (epoch === null) return;
      const look = {at: new Date(this.#serverTime()).toISOString(), epoch, version};
      await this.#store({}, {looks: {...looksOn(this.#base, this.#state), [lookKey(person, part)]: look}});
    });

  onLocking = this.#lastWords.ask;

  lock = async (): Promise<void> => {
    if (this.#isClosed) return;
    await this.#lastWords.given(() => this.#turn);
    this.#close();
  };

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#tools.store.close();
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
    return this.#pending.filter(entry => needsAttention(entry) && !this.#isHandedOn(entry)).length;
  }

  /** Answered, about a person who is no longer ours: kept sealed for a restored server [E2], and for nobody's eyes. */
  #isHandedOn(entry: PendingOp): boolean {
    const {person} = entry.op;
    return entry.answer !== null && !staysHere(entry) && person !== null && this.#memory.scope(person, 'shared') === undefined;
  }

  /** By how much this device's clock is ahead of the server's (behind: below 0), as last measured; 0 before. */
  get clockAheadMs(): number {
    return this.#state.clockAheadMs ?? 0;
  }

  /** [B2] The server's time as this device reckons it: a clock that stands in another year is out by the same all the time. */
  #serverTime = (): number => this.#tools.now() - this.clockAheadMs;

  /** [B3] Reading is locked after the lease, and while the clock stands behind the last time heard from the server. */
  get leaseEnded(): boolean {
    return hasLeaseEnded(this.#state, this.#serverTime());
  }

  /** Views in the order in which their pages should come: `first` people before the others. */
  views(first: readonly Id[]): View[] {
    return viewsOf(this.#base, first);
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

  applyAnswers = ({answers, version, serverNow}: Pick<PushAnswer, 'answers' | 'version' | 'serverNow'>): Promise<void> =>
    this.#inTurn(async () => {
      const answered = new Set(answers.map(({op}) => op));
      const pending = withAnswers(this.#pending, answers, version);
      await this.#store(
        {outbox: pending.filter(({op}) => answered.has(op.op))},
        {lastSentAt: serverNow, ...heard(serverNow, this.#tools.now())},
      );
      this.#show(this.#base, pending);
    });

  applyPull = (answer: PullAnswer): Promise<void> =>
    this.#inTurn(async () => {
      const {base, changed, dropped, pending, rewritten, purged, lostDrafts, lost, nextSeq} = pulled(
        {
          base: this.#base,
          pending: this.#pending,
          drafts: this.drafts(),
          nextSeq: this.#nextSeq,
          serverTime: must(this.#state.serverTimeSeen, 'hello comes before a pull'),
          newId: this.newId,
          lost: this.#lost,
          holdsPeople: holdsPeople(this.session.role),
          safeVersion: this.#safeVersion,
        },
        answer,
      );
      await this.#store(
        {
          scopes: [...changed].flatMap(id => base.scopes.get(id) ?? []),
          dropScopes: dropped,
          outbox: rewritten,
          dropOutbox: purged,
          dropDrafts: lostDrafts.map(({key}) => key),
          nextSeq,
        },
        {
          epoch: base.epoch,
          cursor: base.cursor,
          scopes: [...base.scopes.keys()],
          ...(this.#state.looks ? {looks: looksOn(base, this.#state)} : {}),
          lastReceivedAt: new Date(this.#tools.now()).toISOString(),
        },
      );
      this.#nextSeq = nextSeq;
      this.#lost = lost;
      this.#drafts = new Map([...this.#drafts].filter(([, draft]) => !lostDrafts.includes(draft)));
      this.#show(base, pending);
    });

  /** [E1] [E2] */
  startOver = (epoch: Id, lastSeq: number): Promise<void> =>
    this.#inTurn(async () => {
      const base = startOver(this.#base, epoch);
      const {epoch: before, serverTimeSeen} = this.#state;
      const state = {
        epoch,
        cursor: 0,
        ...(before === null && serverTimeSeen !== null ? {digests: firstDigests(epoch, serverTimeSeen)} : {}),
      };
      await this.#replaceQueue(requeueAll(this.#pending, lastSeq), lastSeq, state, base);
    });

  /** [P5] The server has not seen a number before these: what it lacks is numbered anew from there. */
  renumber = (lastSeq: number): Promise<void> =>
    this.#inTurn(() => this.#replaceQueue(requeue(this.#pending, lastSeq), lastSeq, {}, this.#base));

  /** [P4] This device's numbers are not its own (copied profile, lost state): a new client, the same op ids. */
  becomeNewClient = (): Promise<void> =>
    this.#inTurn(() => this.#replaceQueue(requeueAll(this.#pending, 0), 0, {device: this.newId()}, this.#base));

  get isDigestDue(): boolean {
    return isDigestDue(this.#state);
  }

  /** [D1] What differs is asked for from the beginning; compared again after `waitMs`. */
  settleDigests = (differ: readonly Id[], waitMs: number): Promise<void> =>
    this.#inTurn(async () => {
      const base = loadAnew(this.#base, differ);
      const next = new Date(Date.parse(must(this.#state.serverTimeSeen, 'hello comes before a digest')) + waitMs).toISOString();
      const digests = {epoch: must(base.epoch, 'a pull comes before a digest'), next};
      await this.#store({scopes: differ.flatMap(id => base.scopes.get(id) ?? [])}, {digests});
      this.#show(base, this.#pending);
    });

  noteServer = ({leaseUntil, serverNow, safeVersion = 0}: Pick<HelloAnswer, 'leaseUntil' | 'serverNow' | 'safeVersion'>): Promise<void> =>
    this.#inTurn(async () => {
      this.#safeVersion = safeVersion;
      await this.#store({}, {leaseUntil, ...heard(serverNow, this.#tools.now())});
    });

  /** People whose opened file is no longer as the server has it. */
  openedBehind = (): readonly Id[] => this.#memory.openedBehind();

  openFile({person, records, scopes}: FileAnswer): void {
    this.#memory.openFile(person, records as readonly DomainRecord[], scopes);
  }

  closeFile = (person: Id): void => this.#memory.closeFile(person);

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

  async #store(change: VaultChange, state: Partial<VaultState>): Promise<void> {
    const next = {...this.#state, ...state};
    await this.#tools.store.write({...change, state: next});
    this.#state = next;
  }

  /** The whole outbox under other numbers; segments too when the base is another one. */
  async #replaceQueue(pending: readonly PendingOp[], lastSeq: number, state: Partial<VaultState>, base: Base): Promise<void> {
    const nextSeq = Math.max(lastSeq, ...pending.map(({op}) => op.seq)) + 1;
    const scopes = base === this.#base ? [] : [...base.scopes.values()];
    await this.#store({scopes, dropOutbox: this.#pending.map(({op}) => op.seq), outbox: pending, nextSeq}, state);
    this.#nextSeq = nextSeq;
    this.#show(base, pending);
  }

  #opOf(command: NewCommand, seq: number): Op {
    const kind = must(this.#tools.commandNamed(command.kind), 'screens use known commands');
    const times = {now: this.#tools.now(), serverNow: this.#serverTime(), heardAt: this.#state.serverTimeSeen};
    return newOp(command, kind, {op: this.newId(), seq}, times, this.#memory, this.#pending);
  }
}
