/** Switching a signal off with a reason and a last day, and on again. Nobody switches off that somebody has nowhere to stay tonight, nor the search for category 2. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting} from '../command.ts';
import {addMonths, calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalId, wordsSchema} from '../shared/fields.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {isBlank, makeNew} from '../young-person/profile-records.ts';
import type {CareLeaverCategory} from '../young-person/care-leaver-category.ts';
import {careLeaverStanding, READ_FOR_STANDING} from '../young-person/standing.ts';
import {RADAR_SIGNALS, type RadarSignal} from './codes.ts';
import {radarFactsSchema} from './radar-fact.ts';

/** A signal that is off is looked at again within this time. */
export const LONGEST_OFF_MONTHS = 3;
/** What is a matter of tonight. */
const NEVER_OFF: readonly RadarSignal[] = ['nowhere_tonight', 'worry_unread'];

/** Nor is category 2 out of touch, as its deadline is not: it is looked for without delay and until it succeeds. */
export const isNeverOff = (signal: RadarSignal, category: CareLeaverCategory['category']): boolean =>
  NEVER_OFF.includes(signal) || (signal === 'out_of_touch' && category === 'C2');

export const holdRadar = commandKind({
  kind: 'radar.hold',
  version: 1,
  action: 'radar.hold',
  compartment: 'staff',
  body: z.object({
    signal: z.enum(RADAR_SIGNALS),
    subject: optionalId,
    reason: wordsSchema,
    until: calendarDateSchema,
    seen: z.optional(radarFactsSchema),
  }),
  reads: READ_FOR_STANDING,
  decide(records, command, context) {
    const {signal, reason, until} = command.body;
    const file = READ_FOR_STANDING.flatMap(kind => records.ofPerson(command.person, kind));
    const {category} = careLeaverStanding(file, context.today);
    // One that was over before it arrived held nothing back.
    const from = until < context.today ? until : context.today;
    return makeNew(
      ['radar-hold', 'staff'],
      records,
      command,
      context,
      {...command.body, from, endedOn: null},
      isNeverOff(signal, category) && [NEVER_OFF.includes(signal) ? 'out_of_range' : 'stays_open', 'signal'],
      isBlank(reason.text, 'reason'),
      until < dayOfWriting(command, context) && ['date_past', 'until'],
      until > addMonths(context.today, LONGEST_OFF_MONTHS) && ['out_of_range', 'until'],
    );
  },
});

export const endRadarHold = commandKind({
  kind: 'radar.end-hold',
  version: 1,
  action: 'radar.hold',
  compartment: 'staff',
  movesState: true,
  body: z.object({}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'radar-hold', command);
    if (!found.ok) return found;
    const {data} = found.value;
    if (data['endedOn'] !== null) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...found.value, data: {...data, endedOn: today}}], grants: []});
  },
});
