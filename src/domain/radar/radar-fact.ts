/** A fact behind a signal of the radar: what it is, its day, and more of it as a code (which driver of a risk, which alert). */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema} from '../shared/fields.ts';
import {RADAR_FACTS} from './codes.ts';

const radarFactSchema = z.object({fact: z.enum(RADAR_FACTS), on: calendarDateSchema, code: z.optional(lineSchema)});
export type RadarFact = z.infer<typeof radarFactSchema>;

export const radarFactsSchema = z.array(radarFactSchema).check(z.maxLength(500));
