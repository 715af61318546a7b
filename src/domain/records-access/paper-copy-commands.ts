/** Noting that something was printed, before the printer has it. Nobody prints for others what they may not see themselves. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import {languageSchema, optionalId} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {PAPER_READERS, PRINTED, type Printed} from './paper-copy.ts';

const ABOUT: Readonly<Partial<Record<Printed, string>>> = {plan: 'pathway-plan', review: 'review', contact: 'contact'};

export const notePaperCopy = commandKind({
  kind: 'paper-copy.note',
  version: 1,
  action: 'paper-copy.note',
  compartment: 'shared',
  audited: true,
  body: z.object({what: z.enum(PRINTED), about: optionalId, reader: z.enum(PAPER_READERS), language: languageSchema}),
  reads: [],
  names: ({about}) => (about === null ? [] : [about]),
  decide(records, command, context) {
    const {what, about, reader, language} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    // What staff see is not the young person's to print.
    if (reader === 'staff' && context.actor.role === 'young_person') return refuse({code: 'not_permitted', fields: ['reader']});
    const shared = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const scope = reader === 'them' ? shared : must(records.scope(command.person, 'staff'), 'staff hold the staff scope');
    if (about !== null) {
      const found = records.get(about);
      // A contact's note is staff's: what they see of it is printed without naming it.
      const isTheirs = found?.person === command.person && found.kind === ABOUT[what] && (reader === 'staff' || found.scope === shared);
      if (!isTheirs) return refuse({code: 'unknown_record', fields: ['about']});
    }
    const data = {what, about, reader, language, printedAt: command.at};
    return ok({status: 'applied', puts: [newRecord('paper-copy', command, scope, data, context)], grants: []});
  },
});
