/** The risk summary: one text a person, written by everyone who works with them; two versions are both kept. */
import * as z from 'zod/mini';
import {commandKind, type Command, type DecideContext, type Refusal, type Decision} from '../command.ts';
import {wordsSchema} from '../shared/fields.ts';
import {resolveHeads, writeHead, type HeadsAfter} from '../shared/heads.ts';
import type {Id} from '../shared/ids.ts';
import type {DomainRecord, Head} from '../shared/record.ts';
import {ok, refuse, type Result} from '../shared/result.ts';

const body = z.object({words: wordsSchema});
type Write = (heads: readonly Head[], mine: Head, bases: readonly Id[]) => HeadsAfter;

/** Writes one text field of an existing record by its heads; `data` mirrors the first head. */
export function writeTextField(
  record: DomainRecord | undefined,
  kind: string,
  field: string,
  value: unknown,
  command: Command,
  context: DecideContext,
  write: Write,
): Result<Decision, Refusal> {
  // Somebody else's record and none at all are the same answer.
  if (!record || record.kind !== kind || record.person !== command.person) return refuse({code: 'unknown_record', fields: []});
  const mine: Head = {ops: [command.op], value, author: context.actor.holder, device: context.actor.device, at: command.at};
  const after = write(record.heads[field] ?? [], mine, command.bases?.[field] ?? []);
  const put = {...record, data: {...record.data, [field]: after.heads[0]?.value ?? null}, heads: {...record.heads, [field]: after.heads}};
  return ok({status: after.status, puts: [put], grants: []});
}

export const writeRiskSummary = commandKind({
  kind: 'risk-summary.write',
  version: 1,
  action: 'risk-summary.write',
  compartment: 'staff',
  body,
  reads: [],
  decide: (records, command, context) =>
    writeTextField(records.get(command.record), 'risk-summary', 'words', command.body.words, command, context, writeHead),
});

export const resolveRiskSummary = commandKind({
  kind: 'risk-summary.resolve',
  version: 1,
  action: 'risk-summary.resolve',
  compartment: 'staff',
  body,
  reads: [],
  decide: (records, command, context) =>
    writeTextField(records.get(command.record), 'risk-summary', 'words', command.body.words, command, context, resolveHeads),
});
