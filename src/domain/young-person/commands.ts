/** What staff change about a young person: the risk summary, and who may read an alert. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {wordsSchema} from '../shared/fields.ts';
import {holdsMoreThanIsShown} from '../shared/record.ts';
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
    if (!record.ok) return record;
    return ok(writeFields(record.value, {words: {way: 'text', value: command.body.words}}, command, context));
  },
});

/**
 * An alert that the young person should not read goes to `restricted`; one that they may read comes to `shared`. What comes is
 * what was shown: none comes that was ever struck out, whose reason stays with it, nor one of which another version stands.
 */
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
    const hasMore = command.body.to === 'shared' && holdsMoreThanIsShown(record.value);
    if (record.value.scope === scope || hasMore) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...record.value, scope}], grants: []});
  },
});
