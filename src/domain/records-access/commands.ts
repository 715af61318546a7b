/** Somebody asks for a copy of their records: asked, extended once with a reason that they read, answered. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalWords, textSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';

export const recordAccessRequest = commandKind({
  kind: 'access-request.record',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  body: z.object({askedOn: calendarDateSchema, words: optionalWords}),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (command.body.askedOn > context.today) return refuse({code: 'date_in_future', fields: ['askedOn']});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'access-request'> = {...command.body, extendedOn: null, extendedBecause: null, answeredOn: null};
    return ok({status: 'applied', puts: [newRecord('access-request', command, scope, data, context)], grants: []});
  },
});

export const extendAccessRequest = commandKind({
  kind: 'access-request.extend',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({extendedOn: calendarDateSchema, extendedBecause: textSchema}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'access-request', command);
    if (!found.ok) return found;
    const request = found.value as RecordOf<'access-request'>;
    const {extendedOn, extendedBecause} = command.body;
    if (request.data.extendedOn !== null || request.data.answeredOn !== null) return refuse({code: 'state_moved', fields: []});
    if (extendedBecause.trim() === '') return refuse({code: 'words_missing', fields: ['extendedBecause']});
    if (extendedOn > today) return refuse({code: 'date_in_future', fields: ['extendedOn']});
    if (extendedOn < request.data.askedOn) return refuse({code: 'dates_out_of_order', fields: ['extendedOn']});
    return ok({status: 'applied', puts: [{...request, data: {...request.data, ...command.body}}], grants: []});
  },
});

export const answerAccessRequest = commandKind({
  kind: 'access-request.answer',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({answeredOn: calendarDateSchema}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'access-request', command);
    if (!found.ok) return found;
    const request = found.value as RecordOf<'access-request'>;
    const {answeredOn} = command.body;
    if (request.data.answeredOn !== null) return refuse({code: 'state_moved', fields: []});
    if (answeredOn > today) return refuse({code: 'date_in_future', fields: ['answeredOn']});
    if (answeredOn < request.data.askedOn) return refuse({code: 'dates_out_of_order', fields: ['answeredOn']});
    return ok({status: 'applied', puts: [{...request, data: {...request.data, answeredOn}}], grants: []});
  },
});
