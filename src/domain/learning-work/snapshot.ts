/**
 * A snapshot: what was known of somebody on a day that is counted, with the day of the information and where it came from. It is
 * written once and never changed: the server freezes the first when the window about the day has closed, and what came to light
 * later is a further version with its reason, beside the one that stood (domain.md 7).
 */
import * as z from 'zod/mini';
import {ACCOMMODATION_TYPES, SUITABILITY} from '../accommodation/codes.ts';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, optionalId, optionalText} from '../shared/fields.ts';
import {idSchema, partId, type Id} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {ACTIVITIES, CATEGORIES, IN_TOUCH} from '../young-person/codes.ts';

/** The birthdays that a return asks of, and 12 and 24 months after leaving care (PM34a, PM34b). */
export const SNAPSHOT_MOMENTS = [
  'birthday_17',
  'birthday_18',
  'birthday_19',
  'birthday_20',
  'birthday_21',
  'after_care_12',
  'after_care_24',
] as const;
export type SnapshotMoment = (typeof SNAPSHOT_MOMENTS)[number];

/** Where a piece of information came from. `nothing_heard`: from nowhere, within the window. */
export const INFORMATION_SOURCES = [
  'recorded',
  'said_by_young_person',
  'confirmed',
  'contact',
  'visit',
  'check_in',
  'judgement',
  'in_touch_record',
  'message',
  'correction',
  'nothing_heard',
] as const;
export type InformationSource = (typeof INFORMATION_SOURCES)[number];

/** The day of the information and its source; with `nothing_heard` there is neither day nor record. */
const information = {on: optionalDate, source: z.enum(INFORMATION_SOURCES), record: optionalId};

/** Null codes: not known as of that day. Nothing is carried into the window from before it. */
export const activityThen = z.object({
  ...information,
  code: z.nullable(z.enum(ACTIVITIES)),
  isTraining: z.nullable(z.boolean()),
  /** Which of several was the main one nobody had settled. */
  disputed: z.boolean(),
});
export const inTouchThen = z.object({...information, status: z.enum(IN_TOUCH)});
export const homeThen = z.object({
  ...information,
  type: z.nullable(z.enum(ACCOMMODATION_TYPES)),
  suitability: z.nullable(z.enum(SUITABILITY)),
});

export const snapshotKind = recordKind({
  kind: 'snapshot',
  compartments: ['staff'],
  schema: z.object({
    moment: z.enum(SNAPSHOT_MOMENTS),
    /** The birthday, or the day so many months after leaving care. */
    on: calendarDateSchema,
    /** First and last day on which information counted. */
    from: calendarDateSchema,
    until: calendarDateSchema,
    version: z.int().check(z.minimum(1)),
    frozenOn: calendarDateSchema,
    /** Worked out of history that came later, and not kept as it happened. */
    reconstructed: z.boolean(),
    category: z.enum(CATEGORIES),
    activity: activityThen,
    inTouch: inTouchThen,
    home: homeThen,
    /** Of a later version: the one that it corrects, and why. */
    corrects: optionalId,
    /** Others of the same day that its author had read as well: this one stands in place of them too. Absent: an app of before wrote it, which did not say. */
    settles: z.optional(z.array(idSchema)),
    reason: optionalText,
  }),
  fields: {
    moment: 'fixed',
    on: 'fixed',
    from: 'fixed',
    until: 'fixed',
    version: 'fixed',
    frozenOn: 'fixed',
    reconstructed: 'fixed',
    category: 'fixed',
    activity: 'fixed',
    inTouch: 'fixed',
    home: 'fixed',
    corrects: 'fixed',
    settles: 'fixed',
    reason: 'fixed',
  },
});
export type Snapshot = z.infer<typeof snapshotKind.schema>;
/** What was known, without who froze it and when. */
export type KnownThen = Pick<Snapshot, 'category' | 'activity' | 'inTouch' | 'home'>;

/** One a person, moment and day: where a date of birth or of leaving care is corrected, the day has a snapshot of its own. */
export const snapshotId = (person: Id, moment: SnapshotMoment, on: CalendarDate): Id => partId(person, `snapshot ${moment} ${on}`);
