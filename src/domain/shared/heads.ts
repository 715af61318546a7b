/**
 * Words of two people are never merged and never chosen between by a machine. A text or decision field is a set of
 * heads: values that nobody has replaced. Pure, and the same on the phone's fold and on the server (rules T1 to T6 of
 * docs/sync-protocol.md). Bases are op ids, not clocks and not revision numbers, so the rule survives a restored backup.
 */
import {canonical} from './canonical.ts';
import type {Id} from './ids.ts';
import type {Head} from './record.ts';

export type WriteStatus = 'applied' | 'merged' | 'conflict';
export interface HeadsAfter {
  readonly heads: readonly Head[];
  readonly status: WriteStatus;
}

const sees = (head: Head, bases: readonly Id[]) => head.ops.some(op => bases.includes(op));

/** Same words: values are JSON, compared by their canonical writing. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** T1 known op: nothing. T2 same words: one head, both ops. T3 base is a head: replaces it. T4 otherwise: kept beside. */
export function writeHead(heads: readonly Head[], mine: Head, bases: readonly Id[]): HeadsAfter {
  if (heads.some(head => head.ops.some(op => mine.ops.includes(op)))) return {heads, status: 'applied'};
  const twin = heads.find(head => sameValue(head.value, mine.value) && !sees(head, bases));
  if (twin) {
    const merged = heads
      .filter(head => head === twin || !sees(head, bases))
      .map(head => (head === twin ? {...head, ops: [...head.ops, ...mine.ops]} : head));
    return {heads: merged, status: merged.length > 1 ? 'conflict' : 'merged'};
  }
  const at = heads.findIndex(head => sees(head, bases));
  if (at >= 0) {
    const replaced = heads.map((head, index) => (index === at ? mine : head));
    return {heads: replaced, status: replaced.length > 1 ? 'conflict' : 'applied'};
  }
  return {heads: [...heads, mine], status: heads.length > 0 ? 'conflict' : 'applied'};
}

/** T5: a resolution replaces exactly the heads its author saw; one that came later stays. */
export function resolveHeads(heads: readonly Head[], mine: Head, bases: readonly Id[]): HeadsAfter {
  if (heads.some(head => head.ops.some(op => mine.ops.includes(op)))) return {heads, status: 'applied'};
  const kept = heads.filter(head => !sees(head, bases));
  return {heads: [mine, ...kept], status: kept.length > 0 ? 'conflict' : 'applied'};
}

/** T7, plain fields: the last to arrive wins; values that its author had not seen stay behind it, until somebody has seen them. */
export function writePlain(heads: readonly Head[], mine: Head, bases: readonly Id[]): HeadsAfter {
  if (heads.some(head => head.ops.some(op => mine.ops.includes(op)))) return {heads, status: 'applied'};
  const unseen = (some: readonly Head[]) => some.filter(head => !sees(head, bases)).map((head): Head => ({...head, overtaken: true}));
  const [shown, ...others] = heads;
  if (shown && sameValue(shown.value, mine.value))
    return {heads: [{...shown, ops: [...shown.ops, ...mine.ops]}, ...unseen(others)], status: 'merged'};
  return {heads: [mine, ...unseen(heads)], status: 'applied'};
}

/**
 * T8, sets: the author's list is what they saw, changed. What is new in it is added; what they saw and left out is taken
 * away; what somebody else added meanwhile stays. `items`: one head for each member; `seen`: their ops as the author saw them.
 */
export function writeSet(items: readonly Head[], members: readonly unknown[], mine: Omit<Head, 'value'>, seen: readonly Id[]): HeadsAfter {
  if (items.some(item => item.ops.some(op => mine.ops.includes(op)))) return {heads: items, status: 'applied'};
  const isWanted = (item: Head) => members.some(member => sameValue(member, item.value));
  const kept = items
    .map(item => (isWanted(item) ? item : {...item, ops: item.ops.filter(op => !seen.includes(op))}))
    .filter(item => item.ops.length > 0);
  const added = members.filter(member => !items.some(item => sameValue(member, item.value))).map(value => ({...mine, value}));
  return {heads: [...kept, ...added], status: 'applied'};
}
