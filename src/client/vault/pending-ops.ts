/**
 * What this device has written and the server has not yet confirmed in a pull: pure, no storage. The states go queued,
 * sending, answered, settled; nothing leaves the list because it failed.
 */
import type {Id} from '#domain/shared/ids.ts';
import {OPS_PER_PUSH, RECOVERED_RECORD, type Answer, type Op} from '#protocol/ops.ts';
import type {OutboxRowState} from './vault-database.ts';

export interface PendingOp {
  readonly op: Op;
  readonly state: OutboxRowState;
  readonly answer: Pick<Answer, 'status' | 'code'> | null;
  /** The store's version when it was answered: what is no higher in a verified backup holds it [E6]. Of the epoch it was answered in. */
  readonly version?: number;
  /** The server's time when it was settled: a device's own clock may stand in another year. */
  readonly settledAt?: string;
  /** Its author has read the refusal and needs it no more: it stays to be read, and asks for nothing. */
  readonly putAway?: true;
}

/** Bytes of one push; a larger op goes alone. */
const BATCH_BYTES = 262_144;

export function nextBatch(pending: readonly PendingOp[]): readonly Op[] {
  const batch: Op[] = [];
  let bytes = 0;
  for (const {op, state} of pending) {
    if (state !== 'queued' && state !== 'sending') continue;
    const size = JSON.stringify(op).length;
    if (batch.length === OPS_PER_PUSH || (batch.length > 0 && bytes + size > BATCH_BYTES)) break;
    batch.push(op);
    bytes += size;
  }
  return batch;
}

export function withState(pending: readonly PendingOp[], ops: ReadonlySet<Id>, state: OutboxRowState): PendingOp[] {
  return pending.map(entry => (ops.has(entry.op.op) ? {...entry, state} : entry));
}

export function withAnswers(pending: readonly PendingOp[], answers: readonly Answer[], version: number): PendingOp[] {
  const byOp = new Map(answers.map(answer => [answer.op, answer]));
  return pending.map(entry => {
    const answer = byOp.get(entry.op.op);
    return answer
      ? {...entry, state: 'answered', answer: {status: answer.status, ...(answer.code ? {code: answer.code} : {})}, version}
      : entry;
  });
}

/** [P8] Answered ops are settled once a complete pull shows that the server has come as far. */
export function settled(pending: readonly PendingOp[], lastSeq: number, serverTime: string): PendingOp[] {
  return pending.map(entry =>
    entry.state === 'answered' && entry.op.seq <= lastSeq ? {...entry, state: 'settled', settledAt: serverTime} : entry,
  );
}

/** [P5] Within one life of the store: what the server has stays; what it lacks is sent under the next numbers, with the same ids. */
export function requeue(pending: readonly PendingOp[], lastSeq: number): PendingOp[] {
  const isKnown = ({op, state}: PendingOp) => op.seq <= lastSeq && (state === 'answered' || state === 'settled');
  return [
    ...pending.filter(isKnown),
    ...requeueAll(
      pending.filter(entry => !isKnown(entry)),
      lastSeq,
    ),
  ];
}

/**
 * [E2] [P4] Numbers of another life of the store, or of another client, prove nothing: everything that is kept is sent
 * again in its order. What the server knows it answers as before; what it has forgotten comes in.
 */
export function requeueAll(pending: readonly PendingOp[], lastSeq: number): PendingOp[] {
  return pending
    .toSorted((one, other) => one.op.seq - other.op.seq)
    .map(({op, putAway}, index) => ({op: {...op, seq: lastSeq + 1 + index}, state: 'queued', answer: null, ...(putAway ? {putAway} : {})}));
}

/** As read from disk: what was on its way when the app ended waits again. */
export function afterRestart(pending: readonly PendingOp[]): PendingOp[] {
  return pending
    .map((entry): PendingOp => (entry.state === 'sending' ? {...entry, state: 'queued'} : entry))
    .toSorted((one, other) => one.op.seq - other.op.seq);
}

/** Settled ops are kept this long by the server's clock, so that a restored backup can be healed from the devices. */
const KEEP_MS = 35 * 86_400_000;

/** [E6] Carried out, and in a backup that was tried: no restored store will lack it. Its epoch is this one, since another sends everything again. */
const isSafe = ({answer, version}: PendingOp, safeVersion: number) =>
  version !== undefined && version <= safeVersion && answer !== null && answer.status !== 'rejected' && answer.status !== 'parked';

/** What its author has still to see to stays; of people no longer held that is only what nobody else has. */
export function expendable(
  pending: readonly PendingOp[],
  {serverTime, safeVersion}: {readonly serverTime: string; readonly safeVersion: number},
  isHeld: (person: Id | null) => boolean,
): readonly PendingOp[] {
  const isOld = ({settledAt}: PendingOp) => settledAt !== undefined && Date.parse(serverTime) - Date.parse(settledAt) > KEEP_MS;
  return pending.filter(
    entry =>
      entry.state === 'settled' &&
      (isSafe(entry, safeVersion) || (isOld(entry) && !(needsAttention(entry) && (isHeld(entry.op.person) || staysHere(entry))))),
  );
}

const PARKED_FULL = 'parked_full';

/** Refused, or kept for a manager: the author has to know. */
export const needsAttention = ({op, answer, putAway}: PendingOp): boolean =>
  op.kind !== RECOVERED_RECORD && ((answer?.status === 'rejected' && !putAway) || answer?.status === 'parked');

/** Refused by the server, which has kept the words where they can be found: only that can be put away. */
export const canPutAway = ({state, answer}: PendingOp): boolean =>
  answer?.status === 'rejected' && answer.code !== PARKED_FULL && (state === 'answered' || state === 'settled');

export function withPutAway(pending: readonly PendingOp[], op: Id): PendingOp[] {
  return pending.map(entry => (entry.op.op === op && canPutAway(entry) ? {...entry, putAway: true} : entry));
}

/** [P11] No manager's list took it: its words are here and nowhere else that anybody looks, whoever holds their person by now. */
export const staysHere = ({answer}: PendingOp): boolean => answer?.code === PARKED_FULL;
