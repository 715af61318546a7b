/**
 * What can be done to a record of any kind: two values of a field settled by somebody who saw both, and a record struck out
 * with a reason. Neither deletes anything; what was there stays in its history.
 */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command} from '../command.ts';
import {RECORD_KINDS, type KindCode} from '../record-kinds.ts';
import {lineSchema, wordsSchema} from '../shared/fields.ts';
import type {DomainRecord, Head, RecordKind} from '../shared/record.ts';
import {struckOut} from '../shared/record.ts';
import {ok, refuse} from '../shared/result.ts';
import {fieldClass, settleField} from '../write-field.ts';

const kindOf = (record: DomainRecord): RecordKind => RECORD_KINDS[record.kind as KindCode] as unknown as RecordKind;

function found(records: CaseRecords, command: Command): DomainRecord | undefined {
  const record = records.get(command.record);
  return record?.person === command.person ? record : undefined;
}

/** Keep mine, keep theirs, or a text that somebody has written with both in view. A value that came later stays beside it [T5]. */
export const settleConflict = commandKind({
  kind: 'conflict.settle',
  version: 1,
  action: 'conflict.settle',
  compartment: 'of_record',
  body: z.object({field: lineSchema, value: z.unknown()}),
  reads: [],
  decide(records, command, context) {
    const record = found(records, command);
    if (!record) return refuse({code: 'unknown_record', fields: []});
    const {field, value} = command.body;
    const settled = fieldClass(record.kind, field);
    if (settled !== 'text' && settled !== 'decision' && settled !== 'plain') return refuse({code: 'body_invalid', fields: ['field']});
    const schema = kindOf(record).schema.shape[field] as z.ZodMiniType | undefined;
    if (!schema?.safeParse(value).success) return refuse({code: 'body_invalid', fields: ['value']});
    const written = settleField(record, field, value, command, context);
    return ok({status: written.status, puts: [written.record], grants: []});
  },
});

/** It stays where it is and can be read, struck out, with who did it and why. Whoever changes it after that opens it again. */
export const strikeOut = commandKind({
  kind: 'record.strike-out',
  version: 1,
  action: 'record.strike-out',
  compartment: 'of_record',
  body: z.object({reason: wordsSchema}),
  reads: [],
  decide(records, command, {actor}) {
    const record = found(records, command);
    if (!record || !kindOf(record).mayBeStruckOut) return refuse({code: 'unknown_record', fields: []});
    if (command.body.reason.text.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    if (struckOut(record)) return refuse({code: 'state_moved', fields: []});
    const mine: Head = {ops: [command.op], value: command.body.reason, author: actor.holder, device: actor.device, at: command.at};
    // The reasons of before, if somebody had opened it again.
    const struck = [mine, ...(record.heads['reopened']?.slice(1) ?? [])];
    return ok({status: 'applied', puts: [{...record, heads: {...record.heads, struck, reopened: []}}], grants: []});
  },
});
