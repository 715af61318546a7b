/** What staff say of the risk of losing a home: how great, what drives it, and when somebody looks again. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema} from '../shared/calendar-date.ts';
import {textSchema} from '../shared/fields.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {isBlank, makeNew, refusalOf} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';

/** Nobody puts off looking again for longer than a plan stands. */
const LONGEST_MONTHS = 6;

export const setHomeRisk = commandKind({
  kind: 'home-risk.set',
  version: 1,
  action: 'home.write',
  compartment: 'staff',
  body: z.object({
    level: z.enum(codes.HOME_RISKS),
    drivers: z.array(z.enum(codes.SAID_DRIVERS)).check(z.refine(drivers => new Set(drivers).size === drivers.length)),
    words: textSchema,
    lookAgainOn: calendarDateSchema,
  }),
  reads: [],
  decide(records, command, context) {
    // Written offline, it may arrive after the day on which somebody was to look again: colleagues need it all the more.
    const since = dayOfWriting(command, context);
    const {words, lookAgainOn} = command.body;
    return makeNew(
      ['home-risk', 'staff'],
      records,
      command,
      context,
      {...command.body, since, endedOn: null, endedBecause: null},
      isBlank(words, 'words'),
      lookAgainOn < since && ['date_past', 'lookAgainOn'],
      lookAgainOn > addMonths(context.today, LONGEST_MONTHS) && ['out_of_range', 'lookAgainOn'],
    );
  },
});

export const endHomeRisk = commandKind({
  kind: 'home-risk.end',
  version: 1,
  action: 'home.write',
  compartment: 'staff',
  movesState: true,
  body: z.object({because: textSchema}),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'home-risk', command);
    if (!found.ok) return found;
    const {data} = found.value as RecordOf<'home-risk'>;
    const written = dayOfWriting(command, context);
    const endedOn = written < data.since ? data.since : written;
    const fault = refusalOf(data.endedOn !== null && ['state_moved', 'because'], isBlank(command.body.because, 'because'));
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...found.value, data: {...data, endedOn, endedBecause: command.body.because}}], grants: []});
  },
});
