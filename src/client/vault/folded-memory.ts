/**
 * What the screens see: the server's records with this device's own pending commands folded in, by the same `decide`
 * that the server runs. Folding is per person and lazy; a write or a pull makes only the people concerned fold again.
 */
import type {SettingsInForce} from '#domain/authority/settings.ts';
import {HOLDINGS} from '#domain/access/roles.ts';
import type {Actor, CaseRecords, Decision, Refusal} from '#domain/command.ts';
import {decideCommand} from '#domain/decide.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {AnyCompartment, DomainRecord} from '#domain/shared/record.ts';
import {refuse, type Result} from '#domain/shared/result.ts';
import type {GrantedScope} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import {scopeOf, type Base} from './base-records.ts';
import type {Changed, Clash, Delivery, Folded, Look, MemoryStore} from './contract.ts';
import {clashesIn, listed, listedOfKind, type File, type WithDelivery} from './file-lists.ts';
import type {PendingOp} from './pending-ops.ts';
import type {VaultTools} from './vault-state.ts';

const AUTHORITY = '';
/** Worked out from the others: what has changed in them has changed elsewhere. */
const KEPT_BY_SERVER: ReadonlySet<string> = new Set(['summary', 'who-helps', 'entitlements']);

const deliveryOf = ({state, answer}: PendingOp): Delivery => {
  if (answer?.status === 'rejected' || answer?.status === 'parked') return 'needs_attention';
  return ({queued: 'saved_here', sending: 'sending', answered: 'sent', settled: 'accepted'} as const)[state];
};

interface OpenedFile {
  readonly records: ReadonlyMap<Id, DomainRecord>;
  readonly scopes: readonly GrantedScope[];
  /** Own ops that the server had when the file was opened: they are in it. */
  readonly included: ReadonlySet<Id>;
  readonly summary: DomainRecord | undefined;
}

const newestOf = ({heads}: Clash): string => heads.reduce((newest, {at}) => (at > newest ? at : newest), '');

/** By owner: the scopes and the waiting ops that their file is made of. Neither is ever changed in place. */
function madeOf({scopes}: Base, pending: readonly PendingOp[]): ReadonlyMap<Id, readonly unknown[]> {
  const parts = new Map<Id, unknown[]>();
  const add = (owner: Id, part: unknown) => {
    const known = parts.get(owner);
    if (known) known.push(part);
    else parts.set(owner, [part]);
  };
  for (const scope of scopes.values()) add(scope.person ?? AUTHORITY, scope);
  for (const entry of pending) add(entry.op.person ?? AUTHORITY, entry);
  return parts;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

type FoldTools = Pick<VaultTools, 'now' | 'commandNamed' | 'commandsLoaded' | 'settingsOf'>;

export class FoldedMemory implements MemoryStore {
  readonly #actor: Actor;
  readonly #tools: FoldTools;
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #base: Base;
  #pending: readonly PendingOp[];
  /** Files opened online (manager): in memory only, gone at lock. */
  readonly #opened = new Map<Id, OpenedFile>();
  readonly #files = new Map<Id, File>();
  /** What each file was folded from, as the parts stood. */
  #parts: ReadonlyMap<Id, readonly unknown[]> | undefined;
  #owners: ReadonlyMap<Id, ReadonlyMap<Id, DomainRecord>> | undefined;

  constructor(actor: Actor, tools: FoldTools, base: Base, pending: readonly PendingOp[]) {
    this.#actor = actor;
    this.#tools = tools;
    this.#base = base;
    this.#pending = pending;
    void tools.commandsLoaded?.then(() => {
      this.#files.clear();
      this.touch();
    });
  }

  version = (): number => this.#version;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Puts new base or pending in place and tells the screens once. */
  update(base: Base, pending: readonly PendingOp[]): void {
    const before = this.#parts ?? madeOf(this.#base, this.#pending);
    this.#parts = madeOf(base, pending);
    if (base !== this.#base) this.#owners = undefined;
    this.#base = base;
    this.#pending = pending;
    // [V1] A file stays open for as long as its person is held.
    for (const [person, {summary}] of this.#opened) if (summary && !this.#summary(person)) this.#opened.delete(person);
    this.#forgetFiles(before, this.#parts);
    this.touch();
  }

  /** What the authority has set bears on every file; otherwise only those fold again of which a part is another. */
  #forgetFiles(before: ReadonlyMap<Id, readonly unknown[]>, after: ReadonlyMap<Id, readonly unknown[]>): void {
    const isSame = (owner: Id) => isSameList(before.get(owner) ?? [], after.get(owner) ?? []);
    const all = !isSame(AUTHORITY);
    for (const owner of this.#files.keys()) if (all || !isSame(owner) || this.#opened.has(owner)) this.#files.delete(owner);
  }

  /** Something else that screens list (drafts) has changed. */
  touch(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  openFile(person: Id, records: readonly DomainRecord[], scopes: readonly GrantedScope[]): void {
    const included = new Set(this.#pending.filter(({op, state}) => op.person === person && state === 'settled').map(({op}) => op.op));
    this.#opened.set(person, {
      records: new Map(records.map(record => [record.id, record])),
      scopes,
      included,
      summary: this.#summary(person),
    });
    this.#files.delete(person);
    this.touch();
  }

  /** The server has it for this person no more. */
  closeFile(person: Id): void {
    if (!this.#opened.delete(person)) return;
    this.#files.delete(person);
    this.touch();
  }

  /** Opened files that have changed since, by own ops or by their summary: to be opened again. */
  openedBehind(): readonly Id[] {
    return [...this.#opened]
      .filter(
        ([person, file]) =>
          file.summary !== this.#summary(person) ||
          this.#pending.some(({op, state}) => op.person === person && state === 'settled' && !file.included.has(op.op)),
      )
      .map(([person]) => person);
  }

  #summary(person: Id): DomainRecord | undefined {
    return [...(this.#byOwner().get(person)?.values() ?? [])].find(record => record.kind === 'summary');
  }

  people = (): readonly Id[] => [...this.#byOwner().keys()].filter(owner => owner !== AUTHORITY);

  records = <Kind extends Folded['kind']>(person: Id | null, kind: Kind): readonly Folded<Kind>[] =>
    listedOfKind(this.#file(person ?? AUTHORITY), kind) as unknown as readonly Folded<Kind>[];

  file = (person: Id | null): readonly DomainRecord[] => listed(this.#file(person ?? AUTHORITY));

  record = (id: Id): WithDelivery | undefined => {
    for (const owner of this.#byOwner().keys()) {
      const found = this.#file(owner).get(id);
      if (found) return found;
    }
    for (const owner of this.#opened.keys()) {
      const found = this.#file(owner).get(id);
      if (found) return found;
    }
    return undefined;
  };

  holdsFile = (person: Id): boolean =>
    this.#opened.has(person) ||
    [...this.#base.scopes.values()].some(scope => scope.person === person && scope.compartment === 'shared' && scope.done);

  settings = (): SettingsInForce => this.#tools.settingsOf(this.records(null, 'setting'));

  clashes = (): readonly Clash[] => {
    const owners = new Set([...this.#byOwner().keys(), ...this.#opened.keys()]);
    const clashes = [...owners].flatMap(owner => clashesIn(this.#file(owner)));
    return clashes.toSorted((one, other) => (newestOf(one) < newestOf(other) ? 1 : -1));
  };

  changedSince = (person: Id, look: Look | null): readonly Changed[] => {
    if (look === null || look.epoch !== this.#base.epoch) return [];
    const own = this.#actor.holder;
    const changed: (Changed & {readonly version: number})[] = [];
    for (const scope of this.#base.scopes.values()) {
      if (scope.person !== person) continue;
      for (const [id, version] of scope.versions) {
        const record = scope.records.get(id);
        // What is frozen on its day is nobody's writing either: it is its own author.
        if (version <= look.version || !record || KEPT_BY_SERVER.has(record.kind) || record.made.author === id) continue;
        const isNew = record.made.at > look.at;
        const newest = Object.values(record.heads)
          .flat()
          .toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
        const by = newest && newest.at > record.made.at ? newest.author : isNew ? record.made.author : null;
        if (by !== own) changed.push({record, isNew, by, version});
      }
    }
    return changed.toSorted((one, other) => other.version - one.version);
  };

  scope = (person: Id | null, compartment: AnyCompartment): Id | undefined =>
    scopeOf(this.#base, person, compartment) ??
    (person === null ? undefined : this.#opened.get(person)?.scopes.find(scope => scope.compartment === compartment)?.scope) ??
    this.#onDemandScope(person, compartment);

  /**
   * A manager decides about people whose files are not here (who works with whom): the scope is the server's to name, and
   * until it does the person's own id stands for it. Only people whose summary is here, so only the team's.
   */
  #onDemandScope(person: Id | null, compartment: AnyCompartment): Id | undefined {
    if (person === null || HOLDINGS[this.#actor.role][compartment] !== 'on_demand') return undefined;
    return this.#byOwner().has(person) ? person : undefined;
  }

  /**
   * What `decide` says of ops that are saved together, each on what those before it have made; provisional, the server says
   * it for good. Null: all of them can be.
   */
  tryOut(ops: readonly Op[]): Refusal | null {
    const files = new Map<Id, Map<Id, WithDelivery>>();
    for (const op of ops) {
      const owner = op.person ?? AUTHORITY;
      const file = files.get(owner) ?? new Map(this.#file(owner));
      // [K1] Words written for those who read it where it lay when their author began.
      const isOfRecord = this.#tools.commandNamed(op.kind)?.compartment === 'of_record';
      if (isOfRecord && op.scope !== null && file.get(op.record)?.scope !== op.scope) return {code: 'state_moved', fields: []};
      const tried = this.#decide(op, file);
      if (!tried.ok) return tried.refusal;
      for (const put of tried.value.puts) file.set(put.id, {...put, delivery: 'saved_here'});
      files.set(owner, file);
    }
    return null;
  }

  #byOwner(): ReadonlyMap<Id, ReadonlyMap<Id, DomainRecord>> {
    if (this.#owners) return this.#owners;
    const owners = new Map<Id, Map<Id, DomainRecord>>();
    for (const scope of this.#base.scopes.values()) {
      const owner = scope.person ?? AUTHORITY;
      const records = owners.get(owner) ?? new Map<Id, DomainRecord>();
      for (const [id, record] of scope.records) records.set(id, record);
      owners.set(owner, records);
    }
    this.#owners = owners;
    return owners;
  }

  #file(owner: Id): File {
    const known = this.#files.get(owner);
    if (known) return known;
    const file = new Map<Id, WithDelivery>();
    const opened = this.#opened.get(owner);
    const base = [...(opened?.records.values() ?? []), ...(this.#byOwner().get(owner)?.values() ?? [])];
    for (const record of base) file.set(record.id, {...record, delivery: 'accepted'});
    for (const entry of this.#pending) {
      if ((entry.op.person ?? AUTHORITY) !== owner) continue;
      if (entry.state === 'settled' && (!opened || opened.included.has(entry.op.op))) continue;
      const delivery = deliveryOf(entry);
      if (delivery === 'needs_attention') continue;
      const decision = this.#folded(entry.op, file);
      if (decision.ok) for (const put of decision.value.puts) file.set(put.id, {...put, delivery});
    }
    this.#files.set(owner, file);
    return file;
  }

  /** [P6] A fault with one of the ops that wait takes neither the others nor the file from the screens. */
  #folded(op: Op, file: File): Result<Decision, Refusal> {
    try {
      return this.#decide(op, file);
    } catch {
      return refuse({code: 'unknown_kind', fields: []});
    }
  }

  #decide(op: Op, file: File): Result<Decision, Refusal> {
    const kind = this.#tools.commandNamed(op.kind);
    if (!kind) return refuse({code: 'unknown_kind', fields: []});
    const scope = kind.compartment === 'of_record' ? file.get(op.record)?.scope : this.scope(op.person, kind.compartment);
    if (scope === undefined) return refuse({code: 'not_permitted', fields: []});
    const nowMs = this.#tools.now();
    const ofAuthority = this.#byOwner().get(AUTHORITY);
    const records: CaseRecords = {
      get: id => file.get(id) ?? ofAuthority?.get(id),
      ofPerson: (person, wanted) => {
        const looked = person === op.person ? file : person === null ? ofAuthority : undefined;
        return [...(looked?.values() ?? [])].filter(record => record.kind === wanted);
      },
      scope: (person, compartment) => this.scope(person, compartment),
    };
    const settings = this.#tools.settingsOf([...(ofAuthority?.values() ?? [])]);
    const context = {actor: this.#actor, now: new Date(nowMs).toISOString(), today: calendarDateInWales(nowMs), settings};
    const command = {
      op: op.op,
      kind: op.kind,
      version: op.version,
      record: op.record,
      person: op.person,
      at: op.at,
      body: op.body,
      ...(op.bases ? {bases: op.bases} : {}),
      ...(op.expect ? {expect: op.expect} : {}),
    };
    return decideCommand(kind, records, command, context, true);
  }
}
