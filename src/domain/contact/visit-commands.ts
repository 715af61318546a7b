/** Planning a visit, moving it to another day, saying that it will not be; and putting down that it was kept. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, newRecord, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalLine, optionalWords, timeOfDaySchema, wordsSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {CONTACT_TYPES} from './codes.ts';
import {stateOfPlan} from './planned-visit.ts';

/** Further ahead nobody plans a visit: it is a mistyped year. */
const FURTHEST_MONTHS = 24;

function dayFault(on: CalendarDate, command: Command, context: DecideContext): Refusal | null {
  if (on < dayOfWriting(command, context)) return {code: 'date_past', fields: ['on']};
  return on > addMonths(context.today, FURTHEST_MONTHS) ? {code: 'out_of_range', fields: ['on']} : null;
}

export const planVisit = commandKind({
  kind: 'visit.plan',
  version: 1,
  action: 'contact.record',
  compartment: 'shared',
  body: z.object({
    on: calendarDateSchema,
    at: z.nullable(timeOfDaySchema),
    type: z.enum(CONTACT_TYPES),
    where: optionalLine,
    purpose: optionalWords,
  }),
  reads: ['young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const fault = dayFault(command.body.on, command, context);
    if (fault) return refuse(fault);
    const person = records.ofPerson(command.person, 'young-person')[0] as RecordOf<'young-person'> | undefined;
    // Nobody is reminded of, and nobody else for them (edge case 21).
    if (person && person.data.diedOn !== null) return refuse({code: 'out_of_range', fields: ['on']});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'planned-visit'> = {
      ...command.body,
      worker: context.actor.holder,
      keptBy: null,
      cancelledBecause: null,
      cancelledBy: null,
    };
    return ok({status: 'applied', puts: [newRecord('planned-visit', command, scope, data, context)], grants: []});
  },
});

function stillPlanned(records: CaseRecords, command: Command): Result<RecordOf<'planned-visit'>, Refusal> {
  const found = ownRecord(records.get(command.record), 'planned-visit', command);
  if (!found.ok) return found;
  const plan = found.value as RecordOf<'planned-visit'>;
  return stateOfPlan(plan.data) === 'planned' ? ok(plan) : refuse({code: 'state_moved', fields: []});
}

export const moveVisit = commandKind({
  kind: 'visit.move',
  version: 1,
  action: 'contact.record',
  compartment: 'shared',
  movesState: true,
  body: z.object({on: calendarDateSchema, at: z.nullable(timeOfDaySchema)}),
  reads: [],
  decide(records, command, context) {
    const plan = stillPlanned(records, command);
    if (!plan.ok) return plan;
    const fault = dayFault(command.body.on, command, context);
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...plan.value, data: {...plan.value.data, ...command.body}}], grants: []});
  },
});

export const cancelVisit = commandKind({
  kind: 'visit.cancel',
  version: 1,
  action: 'contact.record',
  compartment: 'shared',
  movesState: true,
  body: z.object({because: wordsSchema, cancelledBy: z.enum(['young_person', 'staff'])}),
  reads: [],
  decide(records, command) {
    const plan = stillPlanned(records, command);
    if (!plan.ok) return plan;
    if (command.body.because.text.trim() === '') return refuse({code: 'words_missing', fields: ['because']});
    const data = {...plan.value.data, cancelledBecause: command.body.because, cancelledBy: command.body.cancelledBy};
    return ok({status: 'applied', puts: [{...plan.value, data}], grants: []});
  },
});

/** Sent together with the contact that was recorded of it, and after it. */
export const keepVisit = commandKind({
  kind: 'visit.keep',
  version: 1,
  action: 'contact.record',
  compartment: 'shared',
  movesState: true,
  body: z.object({contact: idSchema}),
  reads: ['contact'],
  decide(records, command) {
    const plan = stillPlanned(records, command);
    if (!plan.ok) return plan;
    const {contact} = command.body;
    if (!records.ofPerson(command.person, 'contact').some(({id}) => id === contact))
      return refuse({code: 'unknown_record', fields: ['contact']});
    return ok({status: 'applied', puts: [{...plan.value, data: {...plan.value.data, keptBy: contact}}], grants: []});
  },
});
