/**
 * Summary record: one per person, kept by the server from this function alone, held by adviser, cover and manager.
 * It feeds lists and reports, so it holds codes and dates, no words from the file (domain.md 8).
 */
import * as z from 'zod/mini';
import {DEADLINE_TASKS} from '../deadline/deadline.ts';
import {ACCOMMODATION_TYPES, HOME_STATUSES} from '../accommodation/codes.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {instantSchema, languageSchema, lineSchema, optionalDate, optionalFlag, optionalId, optionalLine} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {RADAR_SIGNALS, RADAR_WHO} from '../radar/codes.ts';
import {radarFactsSchema} from '../radar/radar-fact.ts';
import {PASSED_TO} from '../worry/codes.ts';
import {ALERTS, CATEGORIES, DUTY_STATUSES, FILE_QUESTIONS, IN_TOUCH} from './codes.ts';

export const summaryKind = recordKind({
  kind: 'summary',
  compartments: ['summary'],
  schema: z.object({
    knownAs: lineSchema,
    legalName: lineSchema,
    legacyId: optionalLine,
    bornOn: calendarDateSchema,
    age: z.int(),
    pronouns: optionalLine,
    speak: z.nullable(languageSchema),
    write: z.nullable(languageSchema),
    category: z.enum(CATEGORIES),
    categorySince: optionalDate,
    duty: z.nullable(z.enum(DUTY_STATUSES)),
    home: z.nullable(z.enum(ACCOMMODATION_TYPES)),
    homeStatus: z.enum(HOME_STATUSES),
    homeSince: optionalDate,
    homeUnsuitable: optionalFlag,
    inTouch: z.nullable(z.enum(IN_TOUCH)),
    lastContactOn: optionalDate,
    lastSeenOn: optionalDate,
    lastSeenAtHomeOn: optionalDate,
    nextContactOn: optionalDate,
    /** An agreed contact whose day has passed without a contact since. */
    missedContactOn: optionalDate,
    /** What is open by the rules, the earliest first: codes and days, so that a list says what is due without the file. */
    due: z.optional(z.array(z.object({what: z.enum(DEADLINE_TASKS), on: calendarDateSchema}))),
    openActions: z.int(),
    nextActionOn: optionalDate,
    alerts: z.array(z.enum(ALERTS)),
    /** That a worry is open, and whether somebody of the team has read each. What it is about stays in the file, but that there is nowhere to stay tonight, which is the radar's to say. */
    worry: z.optional(z.nullable(z.enum(['unread', 'open']))),
    /** What the radar sees, in its order, with the facts behind it: codes and days, and until when one is switched off. */
    radar: z.optional(
      z.array(
        z.object({
          signal: z.enum(RADAR_SIGNALS),
          who: z.enum(RADAR_WHO),
          by: calendarDateSchema,
          offUntil: optionalDate,
          /** Summaries of before the field was there have none until the next is made. */
          facts: z.optional(radarFactsSchema),
        }),
      ),
    ),
    /** Of the open worries that nobody has read since they went their way: how far the furthest has come, when, and whether it can wait. */
    alarm: z.optional(
      z.nullable(
        z.object({to: z.nullable(z.enum(PASSED_TO)), at: instantSchema, urgent: z.boolean(), nobody: z.optional(z.literal(true))}),
      ),
    ),
    adviser: optionalId,
    /** Who is planned to come, and from which day. */
    nextAdviser: z.nullable(z.object({adviser: idSchema, from: calendarDateSchema})),
    cover: z.array(z.object({holder: lineSchema, from: calendarDateSchema, until: calendarDateSchema})),
    twoVersions: z.boolean(),
    /** What of the file waits to be put together beside fields with two versions: that there is a question, and not its records. */
    questions: z.optional(z.array(z.enum(FILE_QUESTIONS))),
    died: z.boolean(),
    asOf: calendarDateSchema,
  }),
  fields: {
    knownAs: 'command',
    legalName: 'command',
    legacyId: 'command',
    bornOn: 'command',
    age: 'command',
    pronouns: 'command',
    speak: 'command',
    write: 'command',
    category: 'command',
    categorySince: 'command',
    duty: 'command',
    home: 'command',
    homeStatus: 'command',
    homeSince: 'command',
    homeUnsuitable: 'command',
    inTouch: 'command',
    lastContactOn: 'command',
    lastSeenOn: 'command',
    lastSeenAtHomeOn: 'command',
    nextContactOn: 'command',
    missedContactOn: 'command',
    due: 'command',
    openActions: 'command',
    nextActionOn: 'command',
    alerts: 'command',
    worry: 'command',
    radar: 'command',
    alarm: 'command',
    adviser: 'command',
    nextAdviser: 'command',
    cover: 'command',
    twoVersions: 'command',
    questions: 'command',
    died: 'command',
    asOf: 'command',
  },
});
export type PersonSummary = z.infer<typeof summaryKind.schema>;
