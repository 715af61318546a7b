/** Vacations of full-time students without their term's home: a home is provided, or its cost paid, before it begins. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema} from '../shared/calendar-date.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';
import {makeNew, refusalOf} from '../young-person/profile-records.ts';
import {VACATION_WAYS} from './codes.ts';

/** No vacation is longer than a summer. */
const LONGEST_MONTHS = 6;
const FURTHEST_MONTHS = 24;

export const enterVacation = commandKind({
  kind: 'vacation.enter',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.object({from: calendarDateSchema, until: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) =>
    makeNew(
      ['vacation', 'shared'],
      records,
      command,
      context,
      {...command.body, how: null, settledOn: null},
      command.body.until < command.body.from && ['dates_out_of_order', 'until'],
      command.body.from > addMonths(context.today, FURTHEST_MONTHS) && ['out_of_range', 'from'],
      command.body.until > addMonths(command.body.from, LONGEST_MONTHS) && ['out_of_range', 'until'],
    ),
});

/** How it is settled, on the day on which somebody wrote it, with no signal too; said again it is settled anew. */
export const settleVacation = commandKind({
  kind: 'vacation.settle',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.object({how: z.enum(VACATION_WAYS)}),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'vacation', command);
    if (!found.ok) return found;
    const {data} = found.value as RecordOf<'vacation'>;
    const fault = refusalOf(data.how === command.body.how && ['unchanged', 'how']);
    if (fault) return refuse(fault);
    const settled = {...found.value, data: {...data, settledOn: data.settledOn ?? dayOfWriting(command, context)}};
    return ok(writeFields(settled, {how: {way: 'decision', value: command.body.how}}, command, context));
  },
});
