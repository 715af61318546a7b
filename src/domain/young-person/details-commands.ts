/** How somebody is called and reached. Plain fields: the last to arrive is shown, what it went past is listed (T7). */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {languageSchema, optionalLine, optionalText} from '../shared/fields.ts';
import {ok} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';

/** By themselves or by those who work with them. Only what is named is changed. */
export const changeDetails = commandKind({
  kind: 'details.change',
  version: 2,
  /** The second can also say in which language somebody wants to be spoken and written to. */
  casters: {1: body => body},
  action: 'details.change',
  compartment: 'shared',
  body: z.object({
    knownAs: z.optional(optionalLine),
    pronouns: z.optional(optionalLine),
    speak: z.optional(z.nullable(languageSchema)),
    write: z.optional(z.nullable(languageSchema)),
    phone: z.optional(optionalLine),
    email: z.optional(optionalLine),
    address: z.optional(optionalText),
    town: z.optional(optionalLine),
    postcode: z.optional(optionalLine),
  }),
  reads: [],
  decide(records, command, context) {
    const record = ownRecord(records.get(command.record), 'young-person', command);
    if (!record.ok) return record;
    const writes = Object.entries(command.body).map(([field, value]) => [field, {way: 'plain', value}] as const);
    return ok(writeFields(record.value, Object.fromEntries(writes), command, context));
  },
});
