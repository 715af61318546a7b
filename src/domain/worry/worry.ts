/**
 * Worries (alarms) and complaints. The young person always sees what has happened to a worry: sent, received, seen,
 * acted on (domain.md 8). Complaints run under.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {instantSchema, optionalDate, optionalText, optionalWords, wordsSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {COMPLAINT_STAGES, WORRY_KINDS} from './codes.ts';

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
  }),
  fields: {about: 'fixed', words: 'fixed', raisedAt: 'fixed', receivedAt: 'command', seenBy: 'set', closedAt: 'command', outcome: 'text'},
});

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
