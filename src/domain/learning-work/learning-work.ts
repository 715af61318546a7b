/**
 * What a young person does: learning, work, neither, with the date it began. One record a spell; codes of domain.md 4.2. Several
 * at once are usual, a job beside a course: one of them is what they mainly do, which is what is counted.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalId, optionalLine, optionalWords} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {ACTIVITIES} from '../young-person/codes.ts';
import {ACTIVITY_END_REASONS, MOST_HOURS, MOST_LEVEL, NEET_REASONS} from './codes.ts';

export const weeklyHours = z.nullable(z.int().check(z.minimum(1), z.maximum(MOST_HOURS)));
export const courseLevel = z.nullable(z.int().check(z.minimum(0), z.maximum(MOST_LEVEL)));

/** What was imported, and what was written before these were asked, has only the first three. */
const confirmationSchema = z.object({by: idSchema, on: calendarDateSchema});

export const activityKind = recordKind({
  kind: 'activity',
  compartments: ['shared'],
  schema: z.object({
    code: z.enum(ACTIVITIES),
    since: optionalDate,
    /** The last day of it. */
    endOn: optionalDate,
    /** The course, or what the work is. */
    what: z.optional(optionalLine),
    /** The college, the employer, the place. */
    where: z.optional(optionalLine),
    expectedEndOn: z.optional(optionalDate),
    hours: z.optional(weeklyHours),
    level: z.optional(courseLevel),
    /** Of F5 and P5, which are both: training, or a job. */
    isTraining: z.optional(z.nullable(z.boolean())),
    neetReason: z.optional(z.nullable(z.enum(NEET_REASONS))),
    /** Of what is waited for: the day, and what it will be. */
    startsOn: z.optional(optionalDate),
    startsAs: z.optional(z.nullable(z.enum(ACTIVITIES))),
    /** What they mainly do. Not said: it is. */
    isMain: z.optional(z.boolean()),
    /** The pathway plan that sets it out as a programme. */
    plan: z.optional(optionalId),
    words: z.optional(optionalWords),
    endReason: z.optional(z.nullable(z.enum(ACTIVITY_END_REASONS))),
    /** Somebody heard that it is still so, each time. */
    confirmations: z.optional(z.array(confirmationSchema)),
    /** Of before: the last time alone. It is read, and written no more. */
    confirmed: z.optional(z.nullable(confirmationSchema)),
  }),
  fields: {
    code: 'decision',
    since: 'plain',
    endOn: 'plain',
    what: 'plain',
    where: 'plain',
    expectedEndOn: 'plain',
    hours: 'plain',
    level: 'plain',
    isTraining: 'plain',
    neetReason: 'decision',
    startsOn: 'plain',
    startsAs: 'plain',
    isMain: 'decision',
    plan: 'plain',
    words: 'text',
    endReason: 'plain',
    confirmations: 'set',
    confirmed: 'plain',
  },
});

/** A vacation without the term's home: full-time students get one provided, or its cost paid. */
export const vacationKind = recordKind({
  kind: 'vacation',
  compartments: ['shared'],
  schema: z.object({
    from: calendarDateSchema,
    /** The last day of the vacation. */
    until: calendarDateSchema,
    how: z.nullable(z.enum(['provided', 'paid', 'not_needed'])),
    settledOn: optionalDate,
  }),
  fields: {from: 'fixed', until: 'plain', how: 'decision', settledOn: 'command'},
});
