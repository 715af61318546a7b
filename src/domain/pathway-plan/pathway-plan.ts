/**
 * Pathway plan: header, sections, actions. What the young person wrote and what staff wrote are records of their own,
 * so that a plan not yet given to the young person can keep its needs text in `staff` (R-27 to R-30, domain.md 8).
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {
  languageSchema,
  lineSchema,
  optionalDate,
  optionalFlag,
  optionalId,
  optionalLine,
  optionalText,
  optionalWords,
  textSchema,
  wordsSchema,
} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';

export const pathwayPlanKind = recordKind({
  kind: 'pathway-plan',
  compartments: ['shared', 'staff'],
  schema: z.object({
    version: z.int().check(z.minimum(1)),
    status: z.enum(codes.PLAN_STATUSES),
    categoryAtPlan: optionalLine,
    assessedOn: optionalDate,
    planOn: optionalDate,
    language: z.nullable(languageSchema),
    author: optionalId,
    approvedBy: optionalId,
    approvedOn: optionalDate,
    response: z.nullable(z.enum(codes.PLAN_RESPONSES)),
    copyGivenOn: optionalDate,
    explained: optionalFlag,
    contactEveryWeeks: z.nullable(z.int().check(z.minimum(0), z.maximum(520))),
    lastReviewOn: optionalDate,
    lastReviewType: z.nullable(z.enum(codes.REVIEW_TYPES)),
    lastFullReviewOn: optionalDate,
    formerNextReviewOn: optionalDate,
    programme: optionalText,
    programmeStatus: z.nullable(z.enum(codes.PROGRAMME_STATUSES)),
    programmeEndsOn: optionalDate,
    programmeResumesOn: optionalDate,
    /** The plan that this one was begun from. */
    basedOn: z.optional(optionalId),
    /** Category 1: when and how the authority might cease looking after. */
    careMayEnd: z.optional(optionalWords),
    /** Why the young person's views could not be sought, where that was so. */
    viewsNotPracticable: z.optional(optionalWords),
    copyFormat: z.optional(z.nullable(z.enum(codes.COPY_FORMATS))),
    copyLanguage: z.optional(z.nullable(languageSchema)),
    copyBy: z.optional(optionalId),
    endedBecause: z.optional(optionalWords),
  }),
  fields: {
    version: 'fixed',
    status: 'command',
    categoryAtPlan: 'fixed',
    assessedOn: 'plain',
    planOn: 'plain',
    language: 'plain',
    author: 'fixed',
    approvedBy: 'command',
    approvedOn: 'command',
    response: 'command',
    copyGivenOn: 'plain',
    explained: 'plain',
    contactEveryWeeks: 'decision',
    lastReviewOn: 'command',
    lastReviewType: 'command',
    lastFullReviewOn: 'command',
    formerNextReviewOn: 'fixed',
    programme: 'text',
    programmeStatus: 'decision',
    programmeEndsOn: 'decision',
    programmeResumesOn: 'decision',
    basedOn: 'fixed',
    careMayEnd: 'text',
    viewsNotPracticable: 'text',
    copyFormat: 'plain',
    copyLanguage: 'plain',
    copyBy: 'plain',
    endedBecause: 'command',
  },
});

/** The young person's views of a plan and how they were given: always theirs, always `shared`. */
export const planViewsKind = recordKind({
  kind: 'plan-views',
  compartments: ['shared'],
  schema: z.object({plan: idSchema, words: optionalWords, how: z.nullable(z.enum(codes.VIEWS_GIVEN))}),
  fields: {plan: 'fixed', words: 'text', how: 'plain'},
});

const sectionKey = z.enum(codes.ALL_SECTIONS);

/** Needs and how they will be met, written by staff. */
export const planSectionKind = recordKind({
  kind: 'plan-section',
  compartments: ['shared', 'staff'],
  schema: z.object({
    plan: idSchema,
    section: sectionKey,
    heading: optionalLine,
    needs: optionalWords,
    goingWell: optionalWords,
    outcome: z.optional(optionalWords),
    updatedOn: optionalDate,
  }),
  fields: {plan: 'fixed', section: 'fixed', heading: 'fixed', needs: 'text', goingWell: 'text', outcome: 'text', updatedOn: 'plain'},
});

/** The young person's own words and rating of a section. */
export const ownWordsKind = recordKind({
  kind: 'own-words',
  compartments: ['shared'],
  schema: z.object({
    plan: idSchema,
    section: sectionKey,
    words: optionalWords,
    rating: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  }),
  fields: {plan: 'fixed', section: 'fixed', words: 'text', rating: 'plain'},
});

/**
 * What the young person answers to a section of their plan, whenever they like: append-only and kept unedited, so that
 * nobody's answer can meet or replace another's. It never blocks a plan (R-27, domain.md 3.2).
 */
export const sectionAnswerKind = recordKind({
  kind: 'section-answer',
  compartments: ['shared'],
  schema: z.object({
    plan: idSchema,
    section: sectionKey,
    answer: z.enum(codes.SECTION_ANSWERS),
    words: optionalWords,
    on: calendarDateSchema,
  }),
  fields: {plan: 'fixed', section: 'fixed', answer: 'fixed', words: 'fixed', on: 'fixed'},
});

/** Somebody asks for a review of the plan, in their own words. Open until a review is arranged. */
export const reviewRequestKind = recordKind({
  kind: 'review-request',
  compartments: ['shared'],
  schema: z.object({
    askedOn: calendarDateSchema,
    byYoungPerson: z.boolean(),
    words: optionalWords,
    settledOn: optionalDate,
    answer: optionalWords,
  }),
  fields: {askedOn: 'fixed', byYoungPerson: 'fixed', words: 'fixed', settledOn: 'command', answer: 'command'},
});

/** A promise: what, who, by when. Actions of an approved plan, and those made on a visit, are seen by the young person. */
export const planActionKind = recordKind({
  kind: 'plan-action',
  compartments: ['shared', 'staff'],
  schema: z.object({
    plan: optionalId,
    section: z.nullable(sectionKey),
    fromContact: optionalId,
    what: wordsSchema,
    owner: optionalLine,
    ownerStaff: optionalId,
    dueOn: optionalDate,
    status: z.enum(codes.ACTION_STATUSES),
    statusOn: optionalDate,
    fundRequest: optionalLine,
    costPence: z.optional(z.nullable(penceSchema)),
    whyNotDone: optionalText,
  }),
  fields: {
    plan: 'fixed',
    section: 'fixed',
    fromContact: 'fixed',
    what: 'text',
    owner: 'decision',
    ownerStaff: 'decision',
    dueOn: 'decision',
    status: 'decision',
    statusOn: 'plain',
    fundRequest: 'plain',
    costPence: 'plain',
    whyNotDone: 'text',
  },
});

/** Asked, shared, assessed: the assessment of needs behind the plan. */
export const assessmentKind = recordKind({
  kind: 'assessment',
  compartments: ['shared', 'staff'],
  schema: z.object({completedOn: optionalDate, section: z.nullable(sectionKey), words: optionalWords}),
  fields: {completedOn: 'command', section: 'fixed', words: 'text'},
});

export const reviewKind = recordKind({
  kind: 'review',
  compartments: ['shared'],
  schema: z.object({
    type: z.enum(codes.REVIEW_TYPES),
    dueOn: optionalDate,
    heldOn: optionalDate,
    how: optionalLine,
    chair: optionalLine,
    present: z.array(lineSchema),
    attended: optionalFlag,
    views: z.nullable(z.enum(codes.VIEWS_GIVEN)),
    coversEverySection: z.boolean(),
    copyGivenOn: optionalDate,
    lateReason: optionalText,
    /** The day that was arranged; held on another day, both are kept. */
    plannedOn: z.optional(optionalDate),
    invited: z.optional(z.array(lineSchema)),
    language: z.optional(z.nullable(languageSchema)),
    advocateOffered: z.optional(optionalFlag),
    /** The matters that were talked about; all of them restart the clock (edge case 15). */
    covered: z.optional(z.array(sectionKey)),
    outcome: z.optional(optionalWords),
    cancelledBecause: z.optional(optionalWords),
  }),
  fields: {
    type: 'fixed',
    dueOn: 'plain',
    heldOn: 'command',
    how: 'plain',
    chair: 'plain',
    present: 'set',
    attended: 'plain',
    views: 'plain',
    coversEverySection: 'command',
    copyGivenOn: 'plain',
    lateReason: 'text',
    plannedOn: 'plain',
    invited: 'set',
    language: 'plain',
    advocateOffered: 'plain',
    covered: 'command',
    outcome: 'command',
    cancelledBecause: 'command',
  },
});

export const reviewDecisionKind = recordKind({
  kind: 'review-decision',
  compartments: ['shared'],
  schema: z.object({review: idSchema, words: textSchema, owner: lineSchema, dueOn: calendarDateSchema}),
  fields: {review: 'fixed', words: 'text', owner: 'decision', dueOn: 'decision'},
});
