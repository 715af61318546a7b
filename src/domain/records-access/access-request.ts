/** Somebody asks for a copy of their records: one month, extended by two when that is said within it. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalText, optionalWords} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';

export const accessRequestKind = recordKind({
  kind: 'access-request',
  compartments: ['shared'],
  schema: z.object({
    askedOn: calendarDateSchema,
    words: optionalWords,
    /** The day on which it was said that two more months are needed, and why. */
    extendedOn: optionalDate,
    extendedBecause: optionalText,
    answeredOn: optionalDate,
  }),
  fields: {askedOn: 'fixed', words: 'fixed', extendedOn: 'command', extendedBecause: 'command', answeredOn: 'command'},
});
