/** A message between the young person and those who work with them. Never a substitute for an alarm (domain.md 8). */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import {optionalId, wordsSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';

export const sendMessage = commandKind({
  kind: 'message.send',
  version: 2,
  // Version 2 may name what it is about.
  casters: {1: body => body},
  action: 'message.send',
  compartment: 'shared',
  body: z.object({words: wordsSchema, about: z.optional(optionalId)}),
  reads: [],
  names: ({about}) => (about ? [about] : []),
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (command.body.words.text.trim() === '') return refuse({code: 'words_missing', fields: ['words']});
    const {about} = command.body;
    const named = about ? records.get(about) : undefined;
    if (about && (named?.kind !== 'shared-note' || named.person !== command.person))
      return refuse({code: 'unknown_record', fields: ['about']});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data = {words: command.body.words, sentAt: command.at, ...(about ? {about} : {})};
    return ok({status: 'applied', puts: [newRecord('message', command, scope, data, context)], grants: []});
  },
});
