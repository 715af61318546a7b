/**
 * What a pull answer means for the rest of the vault: pure. People whose last scope is dropped leave with everything
 * that was kept about them, except words that have not been sent: those go up first, a draft as an op of its own [V4].
 */
import type {Id} from '#domain/shared/ids.ts';
import type {PullAnswer} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import {applyPull, type Base} from './base-records.ts';
import type {Draft} from './contract.ts';
import {expired, settled, type PendingOp} from './pending-ops.ts';

/** A draft whose person is no longer ours goes to the server as an op of this kind, which a manager finds parked. */
export const HANDED_OVER_DRAFT = 'draft.handed-over';

export interface BeforePull {
  readonly base: Base;
  readonly pending: readonly PendingOp[];
  readonly drafts: readonly Draft[];
  readonly nextSeq: number;
  /** The server's time when last heard. */
  readonly serverTime: string;
  readonly newId: () => Id;
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
  readonly nextSeq: number;
}

function handOver(draft: Draft, person: Id, seq: number, newId: () => Id): PendingOp {
  const op: Op = {
    op: newId(),
    seq,
    kind: HANDED_OVER_DRAFT,
    version: 1,
    record: newId(),
    person,
    scope: null,
    at: draft.savedAt,
    sinceServerMs: null,
    body: draft,
  };
  return {op, state: 'queued', answer: null};
}

export function pulled(before: BeforePull, answer: PullAnswer): PulledVault {
  const {base, changed, dropped} = applyPull(before.base, answer);
  const held = new Set([...base.scopes.values()].map(({person}) => person));
  const lostPeople = new Set<Id>();
  for (const scope of dropped) {
    const person = before.base.scopes.get(scope)?.person;
    if (person && !held.has(person)) lostPeople.add(person);
  }
  const handedOver: PendingOp[] = [];
  const lostDrafts: Draft[] = [];
  for (const draft of before.drafts) {
    const words = JSON.stringify(draft);
    const person = [...lostPeople].find(lost => words.includes(lost));
    if (person === undefined) continue;
    lostDrafts.push(draft);
    handedOver.push(handOver(draft, person, before.nextSeq + handedOver.length, before.newId));
  }
  const after = answer.complete ? settled(before.pending, answer.lastSeq, before.serverTime) : before.pending;
  const purged = new Set(expired(after, before.serverTime, person => person === null || held.has(person)).map(({op}) => op.op));
  const pending = [...after.filter(({op}) => !purged.has(op.op)), ...handedOver];
  const known = new Set(before.pending);
  return {
    base,
    changed,
    dropped: [...dropped].filter(scope => !base.scopes.has(scope)),
    pending,
    rewritten: pending.filter(entry => !known.has(entry)),
    purged: before.pending.filter(({op}) => purged.has(op.op)).map(({op}) => op.seq),
    lostDrafts,
    nextSeq: before.nextSeq + handedOver.length,
  };
}
