/**
 * Worries (alarms) and complaints. The young person always sees what has happened to a worry: sent, received, seen, passed on,
 * acted on, closed (domain.md 8). When it was received and whom it was passed to is written by the server alone
 * (keep-alarms.ts). Complaints run under.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {instantSchema, optionalDate, optionalText, optionalWords, wordsSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {ADDRESSEES, COMPLAINT_STAGES, PASSED_TO, WORRY_ACTS, WORRY_KINDS} from './codes.ts';

const actSchema = z.object({
  what: z.enum(WORRY_ACTS),
  /** To whom it was passed on by hand; of any other act null. */
  to: z.nullable(z.enum(ADDRESSEES)),
  by: idSchema,
  at: instantSchema,
  words: optionalWords,
});

/** To whom it has gone, when it was due to go there, and when it did: a server that was away takes its steps late. */
const passedSchema = z.object({to: z.enum(PASSED_TO), holders: z.array(idSchema), dueAt: instantSchema, at: instantSchema});

export const worryKind = recordKind({
  kind: 'worry',
  compartments: ['shared', 'staff'],
  schema: z.object({
    about: z.enum(WORRY_KINDS),
    words: optionalWords,
    raisedAt: instantSchema,
    receivedAt: z.nullable(instantSchema),
    seenBy: z.array(z.object({holder: idSchema, at: instantSchema})),
    closedAt: z.nullable(instantSchema),
    outcome: optionalText,
    /** What was done, by whom, for the young person to read. Records of before the field was there have none. */
    acts: z.optional(z.array(actSchema)),
    passed: z.optional(z.array(passedSchema)),
  }),
  fields: {
    about: 'fixed',
    words: 'fixed',
    raisedAt: 'fixed',
    receivedAt: 'command',
    seenBy: 'set',
    closedAt: 'command',
    outcome: 'text',
    acts: 'set',
    passed: 'command',
  },
});
export type Worry = z.infer<typeof worryKind.schema>;
export type WorryAct = z.infer<typeof actSchema>;
export type PassedOn = z.infer<typeof passedSchema>;

export const complaintKind = recordKind({
  kind: 'complaint',
  compartments: ['shared'],
  schema: z.object({
    raisedOn: calendarDateSchema,
    raisedBy: idSchema,
    words: wordsSchema,
    stage: z.enum(COMPLAINT_STAGES),
    dueOn: optionalDate,
    outcome: optionalText,
    advocateOffered: z.boolean(),
  }),
  fields: {
    raisedOn: 'fixed',
    raisedBy: 'fixed',
    words: 'fixed',
    stage: 'command',
    dueOn: 'command',
    outcome: 'text',
    advocateOffered: 'plain',
  },
});
