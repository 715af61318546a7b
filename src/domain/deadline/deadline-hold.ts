/**
 * A deadline held back for a reason, until a day: nothing is held for ever. The due date stays what it was, so being late
 * is not hidden; the list says on hold and why.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalId, wordsSchema} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';
import {DEADLINE_TASKS} from './deadline.ts';

export const deadlineHoldKind = recordKind({
  kind: 'deadline-hold',
  compartments: ['staff'],
  schema: z.object({
    what: z.enum(DEADLINE_TASKS),
    subject: optionalId,
    reason: wordsSchema,
    from: calendarDateSchema,
    /** The last day of the hold. */
    until: calendarDateSchema,
    endedOn: optionalDate,
  }),
  fields: {what: 'fixed', subject: 'fixed', reason: 'fixed', from: 'fixed', until: 'fixed', endedOn: 'command'},
});
