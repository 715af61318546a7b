/**
 * What screens read again and again of one person's folded file, listed once. A folded file is never changed in place:
 * another takes its place, and has lists of its own. In memory only, and gone with the file.
 */
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {versionsIn} from '#domain/shared/versions.ts';
import type {Clash, Delivery} from './contract.ts';

export type WithDelivery = DomainRecord & {readonly delivery: Delivery};
export type File = ReadonlyMap<Id, WithDelivery>;

interface Lists {
  readonly all: readonly WithDelivery[];
  readonly byKind: ReadonlyMap<string, readonly WithDelivery[]>;
  readonly clashes: readonly Clash[];
}

const NONE: readonly WithDelivery[] = [];
const known = new WeakMap<File, Lists>();

export const listed = (file: File): readonly WithDelivery[] => listsOf(file).all;
export const listedOfKind = (file: File, kind: string): readonly WithDelivery[] => listsOf(file).byKind.get(kind) ?? NONE;
export const clashesIn = (file: File): readonly Clash[] => listsOf(file).clashes;

function listsOf(file: File): Lists {
  const before = known.get(file);
  if (before) return before;
  const all = [...file.values()];
  const byKind = new Map<string, WithDelivery[]>();
  for (const record of all) {
    const alike = byKind.get(record.kind);
    if (alike) alike.push(record);
    else byKind.set(record.kind, [record]);
  }
  const clashes = all.flatMap(record => versionsIn(record).map(versions => ({record, ...versions})));
  const lists = {all, byKind, clashes};
  known.set(file, lists);
  return lists;
}
