/**
 * What the server has said, as this device holds it: pure, no storage, no clock, so that the simulator runs it. Applies
 * pull answers by the rules V1 to V6: a dropped scope leaves at once, an added scope replaces, the cursor never moves
 * backwards.
 */
import type {Id} from '#domain/shared/ids.ts';
import type {AnyCompartment, DomainRecord} from '#domain/shared/record.ts';
import type {GrantedScope, PullAnswer, View} from '#protocol/messages.ts';

/** One scope: what a sealed segment holds. */
export interface BaseScope extends GrantedScope {
  readonly done: boolean;
  readonly pageKey: string | null;
  readonly records: ReadonlyMap<Id, DomainRecord>;
  /** The server's version in which each record last changed: what is new since a look is told by it. */
  readonly versions: ReadonlyMap<Id, number>;
  /** Ids held from an earlier grant that the new one has not sent yet; swept when the scope is complete [V2]. */
  readonly stale: ReadonlySet<Id>;
  /** As it was held when the store began another life, or when it differed; compared with what comes, so that nothing is lost with it [E5]. */
  readonly before?: ReadonlyMap<Id, DomainRecord>;
}

export interface Base {
  readonly epoch: Id | null;
  readonly cursor: number;
  readonly scopes: ReadonlyMap<Id, BaseScope>;
}

export interface Pulled {
  readonly base: Base;
  readonly changed: ReadonlySet<Id>;
  readonly dropped: ReadonlySet<Id>;
  /** Records that this device held and that the store, restored, no longer has in full [E5]. */
  readonly missing: readonly DomainRecord[];
}

/** In the order in which their pages should come: `first` people before the others. */
export function viewsOf(base: Base, first: readonly Id[]): View[] {
  const rank = new Map<Id | null, number>(first.map((person, index) => [person, index]));
  return [...base.scopes.values()]
    .toSorted((one, other) => (rank.get(one.person) ?? first.length) - (rank.get(other.person) ?? first.length))
    .map(({scope, grant, done, pageKey}) => ({scope, grant, done, pageKey}));
}

export function applyPull(base: Base, answer: PullAnswer): Pulled {
  const scopes = new Map(base.scopes);
  const changed = new Set<Id>();
  const dropped = new Set(answer.drop.filter(scope => scopes.has(scope)));
  const missing: DomainRecord[] = [];
  for (const scope of dropped) {
    missing.push(...(scopes.get(scope)?.before?.values() ?? []));
    scopes.delete(scope);
  }
  for (const granted of answer.add) {
    const before = scopes.get(granted.scope);
    scopes.set(granted.scope, {
      ...granted,
      done: false,
      pageKey: null,
      records: before?.records ?? new Map(),
      versions: before?.versions ?? new Map(),
      stale: new Set(before?.records.keys()),
      ...(before?.before ? {before: before.before} : {}),
    });
    changed.add(granted.scope);
  }
  const touched = new Map<Id, {records: Map<Id, DomainRecord>; versions: Map<Id, number>; stale: Set<Id>}>();
  for (const change of answer.changes) {
    const scope = scopes.get(change.scope);
    if (!scope) continue;
    const open = touched.get(change.scope) ?? {
      records: new Map(scope.records),
      versions: new Map(scope.versions),
      stale: new Set(scope.stale),
    };
    touched.set(change.scope, open);
    open.stale.delete(change.id);
    open.versions.set(change.id, change.version);
    if (change.record === null) open.records.delete(change.id);
    else open.records.set(change.id, change.record as DomainRecord);
  }
  for (const [id, {records, versions, stale}] of touched) {
    const scope = scopes.get(id);
    if (scope) scopes.set(id, {...scope, records, versions, stale});
    changed.add(id);
  }
  for (const {scope: id, pageKey} of answer.pages) {
    const scope = scopes.get(id);
    if (!scope) continue;
    scopes.set(id, pageKey === null ? finished(scope) : {...scope, pageKey});
    if (pageKey === null) missing.push(...missingIn(scope));
    changed.add(id);
  }
  return {base: {epoch: answer.epoch, cursor: Math.max(base.cursor, answer.cursor), scopes}, changed, dropped, missing};
}

function finished({before: _before, ...scope}: BaseScope): BaseScope {
  const records = new Map([...scope.records].filter(([id]) => !scope.stale.has(id)));
  return {...scope, done: true, pageKey: null, records, stale: new Set()};
}

/** Of what was held before, what did not come again: the record, or somebody's words in it. */
function missingIn({before, records, stale}: BaseScope): readonly DomainRecord[] {
  return [...(before?.values() ?? [])].filter(old => {
    const now = stale.has(old.id) ? undefined : records.get(old.id);
    return !now || headOps(old).some(op => !headOps(now).includes(op));
  });
}

const headOps = ({heads}: DomainRecord): readonly Id[] => Object.values(heads).flatMap(all => all.flatMap(({ops}) => ops));

/** [E2] Another epoch: everything is asked for again, what is held stays readable until the new answer replaces it. */
export function startOver(base: Base, epoch: Id): Base {
  return {epoch, cursor: 0, scopes: new Map([...base.scopes].map(([id, scope]) => [id, anew(scope)]))};
}

/** [D1] The same for some scopes: the server adds them again, since no grant has the id that is said. */
export function loadAnew(base: Base, differ: readonly Id[]): Base {
  const held = differ.flatMap(id => base.scopes.get(id) ?? []);
  return {...base, scopes: new Map([...base.scopes, ...held.map(scope => [scope.scope, anew(scope)] as const)])};
}

const anew = (scope: BaseScope): BaseScope => ({
  ...scope,
  grant: scope.scope,
  done: false,
  pageKey: null,
  stale: new Set(scope.records.keys()),
  before: new Map([...(scope.before ?? []), ...scope.records]),
});

export function scopeOf(base: Base, person: Id | null, compartment: AnyCompartment): Id | undefined {
  for (const scope of base.scopes.values()) if (scope.person === person && scope.compartment === compartment) return scope.scope;
  return undefined;
}
