/** An op as it goes into the outbox: the command, where its record lies, what its author had seen, and what they knew of the time. */
import type {CommandKind} from '#domain/command.ts';
import type {Id} from '#domain/shared/ids.ts';
import {stateOp} from '#domain/shared/record.ts';
import type {Op} from '#protocol/ops.ts';
import type {MemoryStore, NewCommand} from './contract.ts';
import type {PendingOp} from './pending-ops.ts';

export function newOp(
  {record, person, body, bases, seen, ...command}: NewCommand,
  kind: CommandKind,
  named: Pick<Op, 'op' | 'seq'>,
  {now, serverNow, heardAt}: {readonly now: number; readonly serverNow: number; readonly heardAt: string | null},
  memory: Pick<MemoryStore, 'record' | 'scope'>,
  pending: readonly PendingOp[],
): Op {
  const before = memory.record(record);
  const scope = kind.compartment === 'of_record' ? (seen?.scope ?? before?.scope) : memory.scope(person, kind.compartment);
  const after = unsettledMakers(pending, [record, ...(kind.names?.(body as never, record) ?? [])], memory);
  return {
    ...named,
    kind: command.kind,
    version: kind.version,
    record,
    person,
    scope: scope ?? null,
    at: new Date(now).toISOString(),
    ...(heardAt === null ? {sinceServerMs: null} : {heardAt, sinceServerMs: serverNow - Date.parse(heardAt)}),
    ...(bases ? {bases: Object.fromEntries(Object.entries(bases).map(([field, ops]) => [field, [...ops]]))} : {}),
    ...(kind.movesState && before ? {expect: seen?.state ?? stateOp(before)} : {}),
    ...(after.length > 0 ? {after} : {}),
    body,
  };
}

/**
 * [P10] Own ops that made these records and that the server may not have, or has only parked. An op that changed one is not
 * needed: what is written after it stands by itself, even when that one still waits for a manager.
 */
function unsettledMakers(pending: readonly PendingOp[], records: readonly Id[], memory: Pick<MemoryStore, 'record'>): Id[] {
  const isThere = ({state, answer}: PendingOp) => state === 'settled' && answer?.status !== 'parked';
  const made = new Set(records.flatMap(id => memory.record(id)?.made.op ?? []));
  return pending.filter(entry => made.has(entry.op.op) && !isThere(entry)).map(({op}) => op.op);
}
