/** Being detained: where, since when, and until when. It turns the plan to the matters of Schedule 2. */
import * as z from 'zod/mini';
import {commandKind, newRecord, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';

/** Thirty years: longer than this an expected release is a mistyped year. */
const LONGEST_MONTHS = 30 * 12;

function releaseFault(startOn: CalendarDate, expected: CalendarDate | null | undefined, today: CalendarDate): Refusal | null {
  if (expected === null || expected === undefined) return null;
  if (expected < startOn) return {code: 'dates_out_of_order', fields: ['expectedReleaseOn']};
  return expected > addMonths(today, LONGEST_MONTHS) ? {code: 'out_of_range', fields: ['expectedReleaseOn']} : null;
}

export const enterDetention = commandKind({
  kind: 'detention.enter',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({place: lineSchema, convicted: z.boolean(), startOn: calendarDateSchema, expectedReleaseOn: optionalDate}),
  reads: [],
  decide(records, command, context) {
    const {body} = command;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (body.place.trim() === '') return refuse({code: 'words_missing', fields: ['place']});
    if (body.startOn > context.today) return refuse({code: 'date_in_future', fields: ['startOn']});
    const fault = releaseFault(body.startOn, body.expectedReleaseOn, context.today);
    if (fault) return refuse(fault);
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    const data: DataOf<'detention'> = {...body, releasedOn: null};
    return ok({status: 'applied', puts: [newRecord('detention', command, scope, data, context)], grants: []});
  },
});

/** Only what is named is changed. */
export const changeDetention = commandKind({
  kind: 'detention.change',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({place: z.optional(lineSchema), convicted: z.optional(z.boolean()), expectedReleaseOn: z.optional(optionalDate)}),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'detention', command);
    if (!found.ok) return found;
    const {startOn} = (found.value as RecordOf<'detention'>).data;
    if (command.body.place?.trim() === '') return refuse({code: 'words_missing', fields: ['place']});
    const fault = releaseFault(startOn, command.body.expectedReleaseOn, context.today);
    if (fault) return refuse(fault);
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [
      field,
      {way: field === 'convicted' ? 'decision' : 'plain', value},
    ]);
    return ok(writeFields(found.value, Object.fromEntries(writes), command, context));
  },
});

export const noteRelease = commandKind({
  kind: 'detention.release',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  movesState: true,
  body: z.object({releasedOn: calendarDateSchema}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'detention', command);
    if (!found.ok) return found;
    const detention = found.value as RecordOf<'detention'>;
    const {releasedOn} = command.body;
    if (detention.data.releasedOn !== null) return refuse({code: 'state_moved', fields: []});
    if (releasedOn > today) return refuse({code: 'date_in_future', fields: ['releasedOn']});
    if (releasedOn < detention.data.startOn) return refuse({code: 'dates_out_of_order', fields: ['releasedOn']});
    return ok({status: 'applied', puts: [{...detention, data: {...detention.data, releasedOn}}], grants: []});
  },
});
