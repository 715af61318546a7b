/**
 * Whether a store is the one that was here before, or an older state of it put back: a restored backup, a copied disk, a
 * replica that lagged. Pure: what the store says of itself and what stands outside it, against each other [E4].
 */
import type {Id} from '#domain/shared/ids.ts';

/** What stands outside the store: how far its versions had come when devices were told of them, and in which epoch. */
export interface Mark {
  readonly epoch: Id;
  readonly versions: Readonly<Record<string, number>>;
}

/** Which database it is, as the engine says; another one after a dump is read back or a replica is promoted. */
export interface StoreIdentity {
  readonly system: string;
  readonly timeline: number;
}

export interface StoreLife {
  /** Null before the first start. */
  readonly epoch: Id | null;
  /** Every epoch that it has had. */
  readonly epochs: ReadonlySet<Id>;
  /** As it was when it was last noted; null when it never was. */
  readonly noted: StoreIdentity | null;
  /** Null when the engine does not tell. */
  readonly identity: StoreIdentity | null;
  readonly versions: ReadonlyMap<string, number>;
}

export interface Evidence {
  readonly store: StoreLife;
  readonly mark: Mark | 'unreadable' | undefined;
  /** An embedded store whose last process did not close it. */
  readonly wasUnclean: boolean;
}

/** Why this store cannot be trusted to remember all that devices were told, in words for the operator; empty: it can. */
export function signsOfLostTime({store, mark, wasUnclean}: Evidence): readonly string[] {
  // Nothing was here before: a new store, or one of a product without marks that has no epoch yet.
  if (store.epoch === null && mark === undefined) return [];
  return [...(wasUnclean ? ['it was not closed'] : []), ...signsOfIdentity(store), ...signsOfMark(store, mark)];
}

function signsOfIdentity({noted, identity}: StoreLife): readonly string[] {
  if (!noted || !identity) return [];
  return [
    ...(noted.system === identity.system ? [] : ['its system identifier is another']),
    ...(noted.timeline === identity.timeline ? [] : [`its timeline was ${noted.timeline} and is ${identity.timeline}`]),
  ];
}

function signsOfMark({epochs, versions}: StoreLife, mark: Evidence['mark']): readonly string[] {
  if (mark === undefined) return [];
  if (mark === 'unreadable') return ['the mark beside it cannot be read'];
  return [
    ...(epochs.has(mark.epoch) ? [] : ['the mark beside it names an epoch that it never had']),
    ...Object.entries(mark.versions)
      .filter(([authority, version]) => version > (versions.get(authority) ?? 0))
      .map(([authority, version]) => `${authority} was at version ${version} and is at ${versions.get(authority) ?? 0}`),
  ];
}
