/** What is changed about a young person: the risk summary, how to reach them, and who may read an alert. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {optionalLine, optionalText, wordsSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';

/** One text a person, written by everyone who works with them; two versions are both kept. */
export const writeRiskSummary = commandKind({
  kind: 'risk-summary.write',
  version: 1,
  action: 'risk-summary.write',
  compartment: 'staff',
  body: z.object({words: wordsSchema}),
  reads: [],
  decide(records, command, context) {
    const record = ownRecord(records.get(command.record), 'risk-summary', command);
    return record.ok ? writeFields(record.value, command.body, command, context) : record;
  },
});

export const DETAIL_FIELDS = ['knownAs', 'pronouns', 'phone', 'email', 'address', 'town', 'postcode'] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** How somebody is called and reached: by themselves or by those who work with them. Only what is named is changed. */
export const changeDetails = commandKind({
  kind: 'details.change',
  version: 1,
  action: 'details.change',
  compartment: 'shared',
  body: z.object({
    knownAs: z.optional(optionalLine),
    pronouns: z.optional(optionalLine),
    phone: z.optional(optionalLine),
    email: z.optional(optionalLine),
    address: z.optional(optionalText),
    town: z.optional(optionalLine),
    postcode: z.optional(optionalLine),
  }),
  reads: [],
  decide(records, command, context) {
    const record = ownRecord(records.get(command.record), 'young-person', command);
    return record.ok ? writeFields(record.value, command.body, command, context) : record;
  },
});

/** An alert that the young person should not read goes to `restricted`; one that they may read comes to `shared`. */
export const moveAlert = commandKind({
  kind: 'alert.move',
  version: 1,
  action: 'alert.move',
  compartment: 'restricted',
  movesState: true,
  body: z.object({to: z.enum(['shared', 'restricted'])}),
  reads: [],
  decide(records, command) {
    const record = ownRecord(records.get(command.record), 'alert', command);
    if (!record.ok) return record;
    const scope = must(records.scope(command.person, command.body.to), 'a person has both scopes');
    if (record.value.scope === scope) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...record.value, scope}], grants: []});
  },
});
