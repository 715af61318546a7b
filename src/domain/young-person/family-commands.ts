/** Own children, who are people of their own and never lie where others read, and the right to stay, which is restricted. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {addMonths, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, optionalFlag, optionalLine, optionalText} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {IMMIGRATION_STATUSES} from './codes.ts';

/** A child is expected within the year; further ahead the year is mistyped. */
const FURTHEST_BIRTH_MONTHS = 12;
const isTooFar = (on: CalendarDate | null | undefined, today: CalendarDate): boolean =>
  on !== null && on !== undefined && on > addMonths(today, FURTHEST_BIRTH_MONTHS);

const child = {name: optionalLine, bornOrDueOn: optionalDate, socialWorker: optionalLine, note: optionalText};

export const addOwnChild = commandKind({
  kind: 'own-child.add',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object(child),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {name, bornOrDueOn} = command.body;
    if ((name ?? '').trim() === '' && bornOrDueOn === null) return refuse({code: 'words_missing', fields: ['name']});
    if (isTooFar(bornOrDueOn, context.today)) return refuse({code: 'out_of_range', fields: ['bornOrDueOn']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    const data: DataOf<'own-child'> = command.body;
    return ok({status: 'applied', puts: [newRecord('own-child', command, scope, data, context)], grants: []});
  },
});

/** Only what is named is changed. */
export const changeOwnChild = commandKind({
  kind: 'own-child.change',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({
    name: z.optional(child.name),
    bornOrDueOn: z.optional(child.bornOrDueOn),
    socialWorker: z.optional(child.socialWorker),
    note: z.optional(child.note),
  }),
  reads: [],
  decide(records, command, context) {
    const known = ownRecord(records.get(command.record), 'own-child', command);
    if (!known.ok) return known;
    if (isTooFar(command.body.bornOrDueOn, context.today)) return refuse({code: 'out_of_range', fields: ['bornOrDueOn']});
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [
      field,
      {way: field === 'note' ? 'text' : 'plain', value},
    ]);
    return ok(writeFields(known.value, Object.fromEntries(writes), command, context));
  },
});

/** One record a person, on every device alike. What came with an import has an id of its own. */
export const immigrationId = (person: Id): Id => partId(person, 'immigration');

const NOTHING_KNOWN: DataOf<'immigration'> = {
  unaccompanied: null,
  status: null,
  leaveExpiresOn: null,
  appealRightsExhaustedOn: null,
  schedule3: null,
};

/** Only what is named is changed. The status and whether Schedule 3 stands in the way are decisions: two are both kept. */
export const writeImmigration = commandKind({
  kind: 'immigration.write',
  version: 1,
  action: 'profile.write',
  compartment: 'restricted',
  makesPart: true,
  body: z.object({
    unaccompanied: z.optional(optionalFlag),
    status: z.optional(z.nullable(z.enum(IMMIGRATION_STATUSES))),
    leaveExpiresOn: z.optional(optionalDate),
    appealRightsExhaustedOn: z.optional(optionalDate),
    schedule3: z.optional(optionalFlag),
  }),
  reads: [],
  decide(records, command, context) {
    const before = records.get(command.record);
    if (before === undefined) {
      if (command.person === null || command.record !== immigrationId(command.person)) return refuse({code: 'unknown_record', fields: []});
      const scope = must(records.scope(command.person, 'restricted'), 'a person has a restricted scope');
      const named = Object.fromEntries(Object.entries(command.body).filter(([, value]) => value !== undefined));
      const data: DataOf<'immigration'> = {...NOTHING_KNOWN, ...named};
      return ok({status: 'applied', puts: [newRecord('immigration', command, scope, data, context)], grants: []});
    }
    const known = ownRecord(before, 'immigration', command);
    if (!known.ok) return known;
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [
      field,
      {way: field === 'status' || field === 'schedule3' ? 'decision' : 'plain', value},
    ]);
    return ok(writeFields(known.value, Object.fromEntries(writes), command, context));
  },
});
