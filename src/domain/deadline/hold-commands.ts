/** Holding a deadline back for a reason until a day, and letting it go again. Never for ever, and never against the law's own urgency. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, newRecord} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalId, wordsSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {DEADLINE_TASKS} from './deadline.ts';

/** A hold is looked at again within this time. */
const LONGEST_MONTHS = 6;

export const holdDeadline = commandKind({
  kind: 'deadline.hold',
  version: 1,
  action: 'deadline.hold',
  compartment: 'staff',
  body: z.object({what: z.enum(DEADLINE_TASKS), subject: optionalId, reason: wordsSchema, until: calendarDateSchema}),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {until, reason} = command.body;
    if (reason.text.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    if (until < dayOfWriting(command, context)) return refuse({code: 'date_past', fields: ['until']});
    if (until > addMonths(context.today, LONGEST_MONTHS)) return refuse({code: 'out_of_range', fields: ['until']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    // One that was over before it arrived held nothing here.
    const from = until < context.today ? until : context.today;
    const data: DataOf<'deadline-hold'> = {...command.body, from, endedOn: null};
    return ok({status: 'applied', puts: [newRecord('deadline-hold', command, scope, data, context)], grants: []});
  },
});

export const endHold = commandKind({
  kind: 'deadline.end-hold',
  version: 1,
  action: 'deadline.hold',
  compartment: 'staff',
  movesState: true,
  body: z.object({}),
  reads: [],
  decide(records, command, context) {
    const hold = ownRecord(records.get(command.record), 'deadline-hold', command);
    if (!hold.ok) return hold;
    if (hold.value.data['endedOn'] !== null) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...hold.value, data: {...hold.value.data, endedOn: context.today}}], grants: []});
  },
});
