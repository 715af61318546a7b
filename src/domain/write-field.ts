/**
 * Fields of a record written by a command, each in the way of its class (sync.md B5): words and decisions of two people are
 * both kept (T1 to T6), of two plain values the last to arrive is shown and the other listed (T7), a set takes members in
 * and lets them go (T8). `data` always mirrors what is shown. The class is named by the command and not looked up, so that a
 * phone need not load every kind of record there is; write-field.test.ts holds the commands to the classes of their kinds.
 */
import type {Command, DecideContext, Decision, Refusal} from './command.ts';
import {resolveHeads, sameValue, writeHead, writePlain, writeSet, type HeadsAfter, type WriteStatus} from './shared/heads.ts';
import {seenOps, type DomainRecord, type FieldClass, type Head} from './shared/record.ts';
import {ok, refuse, type Result} from './shared/result.ts';

export interface FieldWrite {
  readonly way: Exclude<FieldClass, 'fixed' | 'command'>;
  readonly value: unknown;
}

export interface Written {
  readonly record: DomainRecord;
  readonly status: WriteStatus;
}

function mineOf(command: Command, {actor}: DecideContext): Omit<Head, 'value'> {
  return {ops: [command.op], author: actor.holder, device: actor.device, at: command.at};
}

function withHeads(record: DomainRecord, field: string, {heads, status}: HeadsAfter, value: unknown): Written {
  return {record: {...record, data: {...record.data, [field]: value}, heads: {...record.heads, [field]: heads}}, status};
}

export function writeField(
  record: DomainRecord,
  field: string,
  {way, value}: FieldWrite,
  command: Command,
  context: DecideContext,
): Written {
  const mine = mineOf(command, context);
  const before = record.heads[field] ?? [];
  const seen = command.bases?.[field] ?? [];
  if (way === 'set') {
    const after = writeSet(membersOf(record, field), value as readonly unknown[], mine, seen);
    return withHeads(
      record,
      field,
      after,
      after.heads.map(head => head.value),
    );
  }
  const after = (way === 'plain' ? writePlain : writeHead)(before, {...mine, value}, seen);
  return withHeads(record, field, after, after.heads[0]?.value ?? null);
}

/** T5: exactly the values that were seen make way for this one. */
export function settleField(record: DomainRecord, field: string, value: unknown, command: Command, context: DecideContext): Written {
  const after = resolveHeads(record.heads[field] ?? [], {...mineOf(command, context), value}, command.bases?.[field] ?? []);
  return withHeads(record, field, after, after.heads[0]?.value ?? null);
}

/** Members that came with the record are known by the op that made it. */
function membersOf(record: DomainRecord, field: string): readonly Head[] {
  const {author, device, at} = record.made;
  return (
    record.heads[field] ??
    ((record.data[field] ?? []) as readonly unknown[]).map(value => ({ops: seenOps(record, field), value, author, device, at}))
  );
}

const RANK: readonly WriteStatus[] = ['applied', 'merged', 'conflict'];

/** Several fields at once, those that would change; the answer is that of the field that fared worst. */
export function writeFields(
  record: DomainRecord,
  writes: Readonly<Record<string, FieldWrite>>,
  command: Command,
  context: DecideContext,
): Decision {
  let status: WriteStatus = 'applied';
  let put = record;
  for (const [field, write] of Object.entries(writes)) {
    if (write.way === 'plain' && sameValue(record.data[field], write.value)) continue;
    const written = writeField(put, field, write, command, context);
    put = written.record;
    if (RANK.indexOf(written.status) > RANK.indexOf(status)) ({status} = written);
  }
  return {status, puts: [put], grants: []};
}

/** New members of sets. Nothing that stands there goes for them, whatever the command says that its author saw. */
export function addMembers(
  record: DomainRecord,
  added: Readonly<Record<string, readonly unknown[]>>,
  command: Command,
  context: DecideContext,
): Decision {
  const writes = Object.entries(added).map(([field, value]): [string, FieldWrite] => [field, {way: 'set', value}]);
  return writeFields(record, Object.fromEntries(writes), {...command, bases: {}}, context);
}

/** Somebody else's record and none at all are the same answer. */
export function ownRecord(record: DomainRecord | undefined, kind: string, command: Command): Result<DomainRecord, Refusal> {
  return record && record.kind === kind && record.person === command.person ? ok(record) : refuse({code: 'unknown_record', fields: []});
}
