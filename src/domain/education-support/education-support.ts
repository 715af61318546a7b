/**
 * Help with the costs of learning that somebody asked for under a duty: what for, which course, how it was decided and
 * why, and what has been paid. In `shared`: the young person sees where it stands and the reasons.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalId, optionalLine, optionalWords, wordsSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {EDUCATION_SUPPORTS, SUPPORT_OUTCOMES} from './codes.ts';

export const amountSchema = penceSchema.check(z.minimum(1));

export const educationSupportKind = recordKind({
  kind: 'education-support',
  compartments: ['shared'],
  schema: z.object({
    what: z.enum(EDUCATION_SUPPORTS),
    /** The course, as it was called. */
    course: lineSchema,
    /** The activity that it is for, where that is in the file. */
    activity: optionalId,
    words: optionalWords,
    /** Null: the relevant amount, which the authority sets, or not known yet. */
    askedPence: z.nullable(amountSchema),
    askedOn: calendarDateSchema,
    withdrawnOn: z.nullable(calendarDateSchema),
    decision: z.nullable(
      z.object({
        outcome: z.enum(SUPPORT_OUTCOMES),
        pence: z.nullable(amountSchema),
        reason: wordsSchema,
        by: idSchema,
        on: calendarDateSchema,
        /** The plan that set the programme out, where the rule asks for one. */
        plan: optionalId,
      }),
    ),
    payments: z.array(z.object({id: idSchema, on: calendarDateSchema, pence: amountSchema, how: optionalLine})),
  }),
  fields: {
    what: 'fixed',
    course: 'fixed',
    activity: 'fixed',
    words: 'fixed',
    askedPence: 'fixed',
    askedOn: 'fixed',
    withdrawnOn: 'command',
    decision: 'command',
    payments: 'set',
  },
});
export type EducationSupportData = z.infer<typeof educationSupportKind.schema>;
