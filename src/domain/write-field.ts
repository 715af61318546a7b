/**
 * One field of a record written by a command, in the way of its class (sync.md B5): words and decisions of two people are
 * both kept (T1 to T6), of two plain values the last to arrive is shown and the other listed (T7), a set takes members in
 * and lets them go (T8). `data` always mirrors what is shown.
 */
import type {Command, DecideContext, Decision, Refusal} from './command.ts';
import {RECORD_KINDS, type KindCode} from './record-kinds.ts';
import {resolveHeads, sameValue, writeHead, writePlain, writeSet, type HeadsAfter, type WriteStatus} from './shared/heads.ts';
import {seenOps, type DomainRecord, type FieldClass, type Head} from './shared/record.ts';
import {InvariantError, ok, refuse, type Result} from './shared/result.ts';

export function fieldClass(kind: string, field: string): FieldClass | undefined {
  if (!Object.hasOwn(RECORD_KINDS, kind)) return undefined;
  const fields: Readonly<Record<string, FieldClass>> = RECORD_KINDS[kind as KindCode].fields;
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

function mineOf(command: Command, {actor}: DecideContext): Omit<Head, 'value'> {
  return {ops: [command.op], author: actor.holder, device: actor.device, at: command.at};
}

/** Puts the heads of a field in place; `data` mirrors the first, or all of a set. */
function withHeads(record: DomainRecord, field: string, heads: readonly Head[]): DomainRecord {
  const value = fieldClass(record.kind, field) === 'set' ? heads.map(head => head.value) : (heads[0]?.value ?? null);
  return {...record, data: {...record.data, [field]: value}, heads: {...record.heads, [field]: heads}};
}

interface Written {
  readonly record: DomainRecord;
  readonly status: WriteStatus;
}

export function writeField(record: DomainRecord, field: string, value: unknown, command: Command, context: DecideContext): Written {
  const mine = mineOf(command, context);
  const before = record.heads[field] ?? [];
  const seen = command.bases?.[field] ?? [];
  const written = (after: HeadsAfter): Written => ({record: withHeads(record, field, after.heads), status: after.status});
  const how = fieldClass(record.kind, field);
  if (how === 'text' || how === 'decision') return written(writeHead(before, {...mine, value}, seen));
  if (how === 'plain') return written(writePlain(before, {...mine, value}, seen));
  if (how === 'set') return written(writeSet(membersOf(record, field), value as readonly unknown[], mine, seen));
  throw new InvariantError(`${record.kind}.${field} is not written by a field`);
}

/** T5: exactly the values that were seen make way for this one. */
export function settleField(record: DomainRecord, field: string, value: unknown, command: Command, context: DecideContext): Written {
  const after = resolveHeads(record.heads[field] ?? [], {...mineOf(command, context), value}, command.bases?.[field] ?? []);
  return {record: withHeads(record, field, after.heads), status: after.status};
}

/** Members that came with the record are known by the op that made it. */
function membersOf(record: DomainRecord, field: string): readonly Head[] {
  const {author, device, at} = record.made;
  return (
    record.heads[field] ??
    (record.data[field] as readonly unknown[]).map(value => ({ops: seenOps(record, field), value, author, device, at}))
  );
}

/** Several fields at once, those that would change; the answer is that of the field that fared worst. */
export function writeFields(
  record: DomainRecord,
  values: Readonly<Record<string, unknown>>,
  command: Command,
  context: DecideContext,
): Result<Decision, Refusal> {
  const rank: readonly WriteStatus[] = ['applied', 'merged', 'conflict'];
  let status: WriteStatus = 'applied';
  let put = record;
  for (const [field, value] of Object.entries(values)) {
    if (fieldClass(record.kind, field) === 'plain' && sameValue(record.data[field], value)) continue;
    const written = writeField(put, field, value, command, context);
    put = written.record;
    if (rank.indexOf(written.status) > rank.indexOf(status)) status = written.status;
  }
  return ok({status, puts: [put], grants: []});
}

/** Somebody else's record and none at all are the same answer. */
export function ownRecord(record: DomainRecord | undefined, kind: string, command: Command): Result<DomainRecord, Refusal> {
  return record && record.kind === kind && record.person === command.person ? ok(record) : refuse({code: 'unknown_record', fields: []});
}
