/**
 * What a pull answer means for the rest of the vault: pure. People whose last scope is dropped leave with everything
 * that was kept about them, except words that have not been sent: those go up first, a draft as an op of its own [V4].
 */
import type {Id} from '#domain/shared/ids.ts';
import type {PullAnswer} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import {applyPull, type Base} from './base-records.ts';
import type {Draft} from './contract.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {HANDED_OVER_DRAFT, RECOVERED_RECORD} from '#protocol/ops.ts';
import {handedOver} from './handed-over.ts';
import {expendable, settled, type PendingOp} from './pending-ops.ts';

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Worked out by the server itself, from the others. */
const KEPT_BY_SERVER: ReadonlySet<string> = new Set(['summary', 'who-helps', 'entitlements', 'budget-line']);

export interface BeforePull {
  readonly base: Base;
  readonly pending: readonly PendingOp[];
  readonly drafts: readonly Draft[];
  readonly nextSeq: number;
  /** The server's time when last heard. */
  readonly serverTime: string;
  readonly newId: () => Id;
  /** People who have left since the vault was opened. */
  readonly lost: ReadonlySet<Id>;
  /** False of a role that holds nobody: it loses nobody either, and what it writes about whom it sees online stays with it. */
  readonly holdsPeople: boolean;
  /** Up to which version a verified backup holds everything; 0: none is known [E6]. */
  readonly safeVersion: number;
}

export interface PulledVault {
  readonly base: Base;
  /** Scopes whose segment must be written anew; scopes that are gone. */
  readonly changed: ReadonlySet<Id>;
  readonly dropped: readonly Id[];
  readonly pending: readonly PendingOp[];
  /** Ops to be written anew, and numbers of those to be deleted. */
  readonly rewritten: readonly PendingOp[];
  readonly purged: readonly number[];
  readonly lostDrafts: readonly Draft[];
  readonly lost: ReadonlySet<Id>;
  readonly nextSeq: number;
}

export function pulled(before: BeforePull, answer: PullAnswer): PulledVault {
  const {base, changed, dropped, missing} = applyPull(before.base, answer);
  const held = new Set([...base.scopes.values()].map(({person}) => person));
  const left = [...dropped].map(scope => before.base.scopes.get(scope)?.person ?? null);
  // Also those who left earlier: a form that was open then goes on keeping what is typed in it.
  const lostPeople = new Set<Id>(before.lost);
  const written = before.holdsPeople ? before.pending.map(({op}) => op.person) : [];
  for (const person of [...left, ...written]) if (person !== null) lostPeople.add(person);
  for (const person of lostPeople) if (held.has(person)) lostPeople.delete(person);
  const about = namesOf(lostPeople, before);
  const going: PendingOp[] = [];
  const lostDrafts: Draft[] = [];
  const handOver = (kind: string, about: Pick<Op, 'record' | 'person' | 'at' | 'body'>) =>
    going.push(...handedOver(kind, about, {seq: before.nextSeq + going.length, newId: before.newId}));
  for (const draft of before.drafts) {
    const [person] = (JSON.stringify(draft).match(IDS) ?? []).flatMap(id => about.get(id) ?? []);
    if (person === undefined) continue;
    lostDrafts.push(draft);
    handOver(HANDED_OVER_DRAFT, {record: before.newId(), person, at: draft.savedAt, body: draft});
  }
  for (const record of missing.filter(each => isOthers(each, before.pending))) {
    handOver(RECOVERED_RECORD, {record: record.id, person: record.person, at: before.serverTime, body: {record}});
  }
  const after = answer.complete ? settled(before.pending, answer.lastSeq, before.serverTime) : before.pending;
  const purged = new Set(expendable(after, before, person => person === null || held.has(person)).map(({op}) => op.op));
  const pending = [...after.filter(({op}) => !purged.has(op.op)), ...going];
  const known = new Set(before.pending);
  return {
    base,
    changed,
    dropped: [...dropped].filter(scope => !base.scopes.has(scope)),
    pending,
    rewritten: pending.filter(entry => !known.has(entry)),
    purged: before.pending.filter(({op}) => purged.has(op.op)).map(({op}) => op.seq),
    lostDrafts,
    lost: lostPeople,
    nextSeq: before.nextSeq + going.length,
  };
}

/** Whom an id in a draft is about: a draft names its person, or no more than a record of theirs. */
function namesOf(people: ReadonlySet<Id>, {base, pending}: BeforePull): ReadonlyMap<Id, Id> {
  const about = new Map<Id, Id>();
  for (const {person, records} of people.size > 0 ? base.scopes.values() : [])
    if (person !== null && people.has(person)) for (const id of records.keys()) about.set(id, person);
  for (const {op} of pending) if (op.person !== null && people.has(op.person)) about.set(op.record, op.person);
  for (const person of people) about.set(person, person);
  return about;
}

/** [E5] What this device wrote itself is sent again anyway; of the rest, what somebody else wrote. */
function isOthers(record: DomainRecord, pending: readonly PendingOp[]): boolean {
  if (KEPT_BY_SERVER.has(record.kind)) return false;
  const own = new Set(pending.map(({op}) => op.op));
  const ops = [record.made.op, ...Object.values(record.heads).flatMap(heads => heads.flatMap(head => head.ops))];
  return ops.some(op => !own.has(op));
}
