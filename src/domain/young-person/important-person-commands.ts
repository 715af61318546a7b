/** Important people and professionals: put down, changed, and with a last day when they are no longer there. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalFlag, optionalLine, optionalText} from '../shared/fields.ts';
import {struckOut} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {RELATIONS} from './profile-codes.ts';

const known = {
  name: lineSchema,
  relation: z.enum(RELATIONS),
  relationWords: optionalLine,
  organisation: optionalLine,
  phone: optionalLine,
  email: optionalLine,
  mayContact: optionalFlag,
  notes: optionalText,
  startOn: optionalDate,
};

/** `to`: staff alone, or the young person as well. */
export const addImportantPerson = commandKind({
  kind: 'important-person.add',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({...known, to: z.enum(['staff', 'shared'])}),
  reads: [],
  decide(records, command, context) {
    const {to, ...said} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (said.name.trim() === '') return refuse({code: 'words_missing', fields: ['name']});
    if (said.startOn !== null && said.startOn > context.today) return refuse({code: 'date_in_future', fields: ['startOn']});
    const scope = must(records.scope(command.person, to), 'a person has both scopes');
    const data: DataOf<'important-person'> = {...said, endOn: null};
    return ok({status: 'applied', puts: [newRecord('important-person', command, scope, data, context)], grants: []});
  },
});

const wayOf = (field: string): FieldWrite['way'] => (field === 'notes' ? 'text' : field === 'mayContact' ? 'decision' : 'plain');

/** Only what is named is changed. */
export const changeImportantPerson = commandKind({
  kind: 'important-person.change',
  version: 1,
  action: 'profile.write',
  compartment: 'of_record',
  body: z.object({
    name: z.optional(known.name),
    relation: z.optional(known.relation),
    relationWords: z.optional(known.relationWords),
    organisation: z.optional(known.organisation),
    phone: z.optional(known.phone),
    email: z.optional(known.email),
    mayContact: z.optional(known.mayContact),
    notes: z.optional(known.notes),
    startOn: z.optional(known.startOn),
  }),
  reads: [],
  decide(records, command, context) {
    const person = ownRecord(records.get(command.record), 'important-person', command);
    if (!person.ok) return person;
    const {name, startOn} = command.body;
    if (name?.trim() === '') return refuse({code: 'words_missing', fields: ['name']});
    if (startOn && startOn > context.today) return refuse({code: 'date_in_future', fields: ['startOn']});
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [field, {way: wayOf(field), value}]);
    return ok(writeFields(person.value, Object.fromEntries(writes), command, context));
  },
});

/**
 * Who sees them is corrected: it leaves the young person's device, or comes to it. One that is struck out does not come: the
 * reason, which stays with it, was written where they do not read.
 */
export const moveImportantPerson = commandKind({
  kind: 'important-person.move',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  movesState: true,
  body: z.object({to: z.enum(['staff', 'shared'])}),
  reads: [],
  decide(records, command) {
    const person = ownRecord(records.get(command.record), 'important-person', command);
    if (!person.ok) return person;
    const scope = must(records.scope(command.person, command.body.to), 'a person has both scopes');
    const hasReason = command.body.to === 'shared' && struckOut(person.value) !== undefined;
    if (person.value.scope === scope || hasReason) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...person.value, scope}], grants: []});
  },
});

export const endImportantPerson = commandKind({
  kind: 'important-person.end',
  version: 1,
  action: 'profile.write',
  compartment: 'of_record',
  movesState: true,
  body: z.object({endOn: calendarDateSchema}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'important-person', command);
    if (!found.ok) return found;
    const person = found.value as RecordOf<'important-person'>;
    const {endOn} = command.body;
    if (person.data.endOn !== null) return refuse({code: 'state_moved', fields: []});
    if (endOn > today) return refuse({code: 'date_in_future', fields: ['endOn']});
    if (person.data.startOn !== null && endOn < person.data.startOn) return refuse({code: 'dates_out_of_order', fields: ['endOn']});
    return ok({status: 'applied', puts: [{...person, data: {...person.data, endOn}}], grants: []});
  },
});
