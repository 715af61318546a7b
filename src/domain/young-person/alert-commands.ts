/**
 * Alerts from the first word to the last day. Who may read one is said when it is written and can be moved (commands.ts);
 * its review date falls due with everything else, and one that is over stays in the file with its last day.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, textSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {ALERTS} from './codes.ts';

/** An alert that nobody looks at again for longer is a mistyped year. */
const FURTHEST_MONTHS = 24;

function reviewFault(on: CalendarDate | null | undefined, today: CalendarDate) {
  if (on === null || on === undefined) return null;
  if (on < today) return {code: 'date_past', fields: ['reviewOn']} as const;
  return on > addMonths(today, FURTHEST_MONTHS) ? ({code: 'out_of_range', fields: ['reviewOn']} as const) : null;
}

export const writeAlert = commandKind({
  kind: 'alert.write',
  version: 1,
  action: 'alert.write',
  compartment: 'restricted',
  body: z.object({
    code: z.enum(ALERTS),
    text: textSchema,
    startOn: calendarDateSchema,
    reviewOn: calendarDateSchema,
    to: z.enum(['shared', 'restricted']),
  }),
  reads: [],
  decide(records, command, context) {
    const {to, ...said} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (said.text.trim() === '') return refuse({code: 'words_missing', fields: ['text']});
    if (said.startOn > context.today) return refuse({code: 'date_in_future', fields: ['startOn']});
    const fault = reviewFault(said.reviewOn, context.today);
    if (fault) return refuse(fault);
    const scope = must(records.scope(command.person, to), 'a person has both scopes');
    const data: DataOf<'alert'> = {...said, endOn: null, enteredBy: context.actor.holder};
    return ok({status: 'applied', puts: [newRecord('alert', command, scope, data, context)], grants: []});
  },
});

/** Only what is named is changed. */
export const changeAlert = commandKind({
  kind: 'alert.change',
  version: 1,
  action: 'alert.write',
  compartment: 'of_record',
  body: z.object({text: z.optional(textSchema), reviewOn: z.optional(optionalDate)}),
  reads: [],
  decide(records, command, context) {
    const alert = ownRecord(records.get(command.record), 'alert', command);
    if (!alert.ok) return alert;
    const {text, reviewOn} = command.body;
    if (text?.trim() === '') return refuse({code: 'words_missing', fields: ['text']});
    const fault = reviewFault(reviewOn, context.today);
    if (fault) return refuse(fault);
    const writes: Record<string, FieldWrite> = {
      ...(text === undefined ? {} : {text: {way: 'text', value: text}}),
      ...(reviewOn === undefined ? {} : {reviewOn: {way: 'plain', value: reviewOn}}),
    };
    return ok(writeFields(alert.value, writes, command, context));
  },
});

/** Its last day: until then it is in force, and it stays in the file. */
export const endAlert = commandKind({
  kind: 'alert.end',
  version: 1,
  action: 'alert.write',
  compartment: 'of_record',
  movesState: true,
  body: z.object({endOn: calendarDateSchema}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'alert', command);
    if (!found.ok) return found;
    const alert = found.value as RecordOf<'alert'>;
    const {endOn} = command.body;
    if (alert.data.endOn !== null) return refuse({code: 'state_moved', fields: []});
    if (endOn > today) return refuse({code: 'date_in_future', fields: ['endOn']});
    if (alert.data.startOn !== null && endOn < alert.data.startOn) return refuse({code: 'dates_out_of_order', fields: ['endOn']});
    return ok({status: 'applied', puts: [{...alert, data: {...alert.data, endOn}}], grants: []});
  },
});
