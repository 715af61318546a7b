/**
 * Losing touch and getting it back: each change of it is a record of its own, and so is each step that was taken to
 * find somebody again, so that a file shows how long nobody knew, and what was done.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {wordsSchema} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';

export const touchStepKind = recordKind({
  kind: 'touch-step',
  compartments: ['staff'],
  schema: z.object({on: calendarDateSchema, words: wordsSchema}),
  fields: {on: 'fixed', words: 'fixed'},
});

/** What a person of flesh says of it; died is said by the date of death. */
export const TOUCH_SAID = ['yes', 'no', 'refused', 'no_longer_requires', 'returned_home'] as const;
