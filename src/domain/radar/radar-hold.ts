/** A signal of the radar switched off: by whom, why, and until when. Nothing is off for ever, and the list says what is off. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalId, wordsSchema} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';
import {RADAR_SIGNALS} from './codes.ts';
import {radarFactsSchema} from './radar-fact.ts';

export const radarHoldKind = recordKind({
  kind: 'radar-hold',
  compartments: ['staff'],
  schema: z.object({
    signal: z.enum(RADAR_SIGNALS),
    /** The record that the signal is about; null: the person as a whole. Another that comes later is not held back with it. */
    subject: optionalId,
    reason: wordsSchema,
    /** The facts that whoever switched it off saw. Holds of before the field was there have none. */
    seen: z.optional(radarFactsSchema),
    from: calendarDateSchema,
    until: calendarDateSchema,
    endedOn: optionalDate,
  }),
  fields: {signal: 'fixed', subject: 'fixed', reason: 'fixed', seen: 'fixed', from: 'fixed', until: 'fixed', endedOn: 'command'},
});
