/**
 * What the young person may read of a contact (domain.md 3.3): words that an adviser writes for them, never the note itself.
 * Append-only, like the contact: a second one is written beside the first, and what was wrong is struck out with its reason.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {wordsSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {struckOut} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {isBlank, refusalOf} from '../young-person/profile-records.ts';

export const writeSharedNote = commandKind({
  kind: 'shared-note.write',
  version: 1,
  action: 'contact.record',
  compartment: 'staff',
  body: z.object({about: idSchema, words: wordsSchema}),
  reads: [],
  names: ({about}) => [about],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {about, words} = command.body;
    const contact = records.get(about);
    if (contact?.kind !== 'contact' || contact.person !== command.person || struckOut(contact))
      return refuse({code: 'unknown_record', fields: ['about']});
    const fault = refusalOf(isBlank(words.text, 'words'));
    if (fault) return refuse(fault);
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'shared-note'> = {about, words, sharedOn: context.today};
    return ok({status: 'applied', puts: [newRecord('shared-note', command, scope, data, context)], grants: []});
  },
});
