/** Taking a record out of use, with a reason. Nothing is deleted: it stays where it is, struck out. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {wordsSchema} from '../shared/fields.ts';
import {struckOut, type Head} from '../shared/record.ts';
import {ok, refuse} from '../shared/result.ts';

/** What staff may take out of use; everything else is history, or is ended by a command of its own. */
const STRIKEABLE: ReadonlySet<string> = new Set([
  'contact',
  'shared-note',
  'plan-action',
  'alert',
  'looked-after-period',
  'important-person',
  'own-child',
  'consent',
  'advocacy-offer',
  'detention',
  'stay',
  'stay-notes',
  'suitability',
  'home-news',
  'homeless-episode',
  'multi-agency-review',
  'when-i-am-ready',
  'ready-check',
  'vacation',
  'access-request',
  'complaint',
  'activity',
]);

/** It stays where it is and can be read, struck out, with who did it and why. Whoever changes it after that opens it again. */
export const strikeOut = commandKind({
  kind: 'record.strike-out',
  version: 1,
  action: 'record.strike-out',
  compartment: 'of_record',
  body: z.object({reason: wordsSchema}),
  reads: [],
  decide(records, command, {actor}) {
    const record = records.get(command.record);
    if (!record || record.person !== command.person || !STRIKEABLE.has(record.kind)) return refuse({code: 'unknown_record', fields: []});
    if (command.body.reason.text.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    if (struckOut(record)) return refuse({code: 'state_moved', fields: []});
    const mine: Head = {ops: [command.op], value: command.body.reason, author: actor.holder, device: actor.device, at: command.at};
    // The reasons of before, if somebody had opened it again.
    const struck = [mine, ...(record.heads['reopened']?.slice(1) ?? [])];
    return ok({status: 'applied', puts: [{...record, heads: {...record.heads, struck, reopened: []}}], grants: []});
  },
});
