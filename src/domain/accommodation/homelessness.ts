/**
 * Homelessness: an episode from the day somebody came to a housing authority, or had nowhere to go, to its end (domain.md
 * 3.5), and the meeting of everybody who has to act.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalFlag, optionalLine, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';

const later = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));

export const homelessEpisodeKind = recordKind({
  kind: 'homeless-episode',
  compartments: ['shared'],
  schema: z.object({
    presentedOn: calendarDateSchema,
    housingAuthority: lineSchema,
    askedIfCareExperienced: optionalFlag,
    dutyAccepted: optionalFlag,
    priorityNeedGround: optionalLine,
    reviewHeldOn: optionalDate,
    outcome: optionalText,
    endOn: optionalDate,
    /** There is nowhere to sleep on the night of the day it was said. */
    nowhereTonight: later(z.boolean()),
    because: later(z.enum(codes.HOMELESS_REASONS)),
    /** The day on which they applied to the housing authority; which ground applies is judged on it. */
    appliedOn: later(calendarDateSchema),
    /** The first night without a home, where it is known to come. */
    homelessFrom: later(calendarDateSchema),
    duty: later(z.enum(codes.HOUSING_DUTIES)),
    /** What the housing authority decided of priority need. */
    ground: later(z.enum(codes.PRIORITY_DECISIONS)),
    /** Where they stay meanwhile, in words; the nights are stays. */
    interim: later(textSchema),
    endedHow: later(z.enum(codes.HOMELESS_OUTCOMES)),
  }),
  fields: {
    presentedOn: 'fixed',
    housingAuthority: 'plain',
    askedIfCareExperienced: 'plain',
    dutyAccepted: 'decision',
    priorityNeedGround: 'plain',
    reviewHeldOn: 'plain',
    outcome: 'text',
    endOn: 'command',
    nowhereTonight: 'plain',
    because: 'plain',
    appliedOn: 'plain',
    homelessFrom: 'plain',
    duty: 'decision',
    ground: 'decision',
    interim: 'text',
    endedHow: 'command',
  },
});

/** Housing, the adviser and others met about it, with the young person where they wanted to be. */
export const multiAgencyReviewKind = recordKind({
  kind: 'multi-agency-review',
  compartments: ['shared'],
  schema: z.object({
    episode: idSchema,
    heldOn: calendarDateSchema,
    attendees: z.array(z.object({name: lineSchema, from: lineSchema})),
    /** Whether the young person took part; null: not recorded. */
    theyTookPart: optionalFlag,
    decisions: z.array(z.object({what: textSchema, who: lineSchema, by: optionalDate})),
    words: optionalText,
  }),
  fields: {episode: 'fixed', heldOn: 'fixed', attendees: 'fixed', theyTookPart: 'fixed', decisions: 'fixed', words: 'fixed'},
});
