/**
 * Where the young person lives: one record a stay, and what they say of it themselves. Suitability and
 * risk are judgements of staff with their reasons, and records of their own, so that what staff wrote of a home does not
 * enter `shared` by itself.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalFlag, optionalLine, optionalText, optionalWords, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';

/** Of fields that came later; records of before have none. */
const later = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));
const pence = z.nullable(penceSchema);

export const stayKind = recordKind({
  kind: 'stay',
  compartments: ['shared'],
  schema: z.object({
    type: z.nullable(z.enum(codes.ACCOMMODATION_TYPES)),
    providedByAuthority: optionalFlag,
    providedUnder: later(z.enum(codes.PROVIDED_UNDER)),
    address: optionalText,
    town: optionalLine,
    postcode: optionalLine,
    /** W06…, a name where it is none of these, or nothing known. */
    area: later(lineSchema),
    landlord: optionalLine,
    /** When the authority last satisfied itself about them. */
    landlordCheckedOn: later(calendarDateSchema),
    /** As an old system said it. */
    tenancyStatus: optionalLine,
    tenancy: later(z.enum(codes.TENANCIES)),
    startOn: optionalDate,
    /** The day of leaving: it is no night there. */
    endOn: optionalDate,
    endReason: optionalLine,
    weeklyRentPence: pence,
    /** What of the rent they pay themselves, a week. */
    weeklyOwnPence: later(penceSchema),
    depositPence: later(penceSchema),
    /** Hours of support a week. */
    supportHours: later(z.int().check(z.minimum(0), z.maximum(168))),
    roomStandard: later(z.enum(codes.ROOM_STANDARDS)),
    noticeOn: later(calendarDateSchema),
    noticeBy: later(z.enum(codes.NOTICE_BY)),
    noticeEndsOn: later(calendarDateSchema),
    moveReason: later(z.enum(codes.MOVE_REASONS)),
    movePlanned: later(z.boolean()),
    moveWanted: later(z.boolean()),
    /** A room held for them while they live elsewhere, as in custody: it is not where they live. */
    keptWhileAway: later(z.boolean()),
    /** The stay in the same room, kept meanwhile, to which they have come back. */
    backTo: later(idSchema),
  }),
  fields: {
    type: 'decision',
    providedByAuthority: 'decision',
    providedUnder: 'plain',
    address: 'plain',
    town: 'plain',
    postcode: 'plain',
    area: 'plain',
    landlord: 'plain',
    landlordCheckedOn: 'plain',
    tenancyStatus: 'plain',
    tenancy: 'plain',
    startOn: 'command',
    endOn: 'command',
    endReason: 'plain',
    weeklyRentPence: 'plain',
    weeklyOwnPence: 'plain',
    depositPence: 'plain',
    supportHours: 'plain',
    roomStandard: 'plain',
    noticeOn: 'plain',
    noticeBy: 'plain',
    noticeEndsOn: 'plain',
    moveReason: 'plain',
    movePlanned: 'plain',
    moveWanted: 'plain',
    keptWhileAway: 'plain',
    backTo: 'plain',
  },
});

export const stayNotesKind = recordKind({
  kind: 'stay-notes',
  compartments: ['staff'],
  schema: z.object({stay: idSchema, words: textSchema}),
  fields: {stay: 'fixed', words: 'text'},
});

/** A judgement of a home on one day; another day's is another record. An unsuitable home is looked at by whoever leads the team. */
export const suitabilityKind = recordKind({
  kind: 'suitability',
  compartments: ['staff'],
  schema: z.object({
    stay: idSchema,
    result: z.enum(codes.SUITABILITY),
    judgedOn: optionalDate,
    reason: optionalText,
    because: later(z.enum(codes.JUDGED_BECAUSE)),
    checks: z.optional(z.array(z.object({check: z.enum(codes.SUITABILITY_CHECKS), answer: z.enum(codes.CHECK_ANSWERS)}))),
    /** Whether the young person agrees, and what they said. */
    theirView: later(z.enum(codes.THEIR_VIEWS)),
    theirWords: z.optional(optionalWords),
    /** What will be done about a home that is not suitable, or only on conditions. */
    plan: later(textSchema),
    decision: z.optional(z.nullable(z.object({agreed: z.boolean(), words: textSchema, by: idSchema, on: calendarDateSchema}))),
  }),
  fields: {
    stay: 'fixed',
    result: 'fixed',
    judgedOn: 'fixed',
    reason: 'fixed',
    because: 'fixed',
    checks: 'fixed',
    theirView: 'fixed',
    theirWords: 'fixed',
    plan: 'fixed',
    decision: 'command',
  },
});

/** What the young person says of their home, alone or with their adviser: that they moved or have to, and how they find it. */
export const homeNewsKind = recordKind({
  kind: 'home-news',
  compartments: ['shared'],
  schema: z.object({
    what: z.enum(codes.HOME_NEWS),
    /** When they moved, move, or have to leave. */
    on: optionalDate,
    view: z.nullable(z.enum(codes.HOME_VIEWS)),
    words: optionalWords,
    saidOn: calendarDateSchema,
    alone: z.boolean(),
    /** Who has taken it in, and when. */
    heardBy: z.nullable(idSchema),
    heardOn: optionalDate,
  }),
  fields: {
    what: 'fixed',
    on: 'fixed',
    view: 'fixed',
    words: 'fixed',
    saidOn: 'fixed',
    alone: 'fixed',
    heardBy: 'command',
    heardOn: 'command',
  },
});

/** What staff say of the risk of losing the home, until they say otherwise. */
export const homeRiskKind = recordKind({
  kind: 'home-risk',
  compartments: ['staff'],
  schema: z.object({
    level: z.enum(codes.HOME_RISKS),
    drivers: z.array(z.enum(codes.SAID_DRIVERS)),
    words: textSchema,
    since: calendarDateSchema,
    lookAgainOn: calendarDateSchema,
    endedOn: optionalDate,
    endedBecause: optionalText,
  }),
  fields: {
    level: 'fixed',
    drivers: 'fixed',
    words: 'fixed',
    since: 'fixed',
    lookAgainOn: 'command',
    endedOn: 'command',
    endedBecause: 'command',
  },
});
