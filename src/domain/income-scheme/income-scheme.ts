/**
 * A scheme that pays young people an income, as data of an authority: who can join, what it pays and how long, when people are
 * asked how it goes and what. And what somebody's time in one leaves in their file: one record an offer, one a check-in. Fields that came after the
 * import was built are optional: records of before say nothing of them, and belong to the pilot.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, monthSchema, optionalDate, optionalFlag, optionalId, optionalLine, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {ACTIVITIES, CATEGORIES} from '../young-person/codes.ts';
import * as codes from './codes.ts';

const line = lineSchema.check(z.minLength(1), z.maxLength(200));
const bothLanguages = z.object({cy: line, en: line});
const allDifferent = <Item>(items: readonly Item[]): boolean => new Set(items).size === items.length;
const months = (least: number, most: number, count: number) =>
  z.array(z.int().check(z.minimum(least), z.maximum(most))).check(z.maxLength(count), z.refine(allDifferent));

export const OWN_QUESTIONS_LIMIT = 10;

export const incomeSchemeFacts = z.object({
  name: bothLanguages,
  /** The birthday that counts, and the first and last day on which it may fall. */
  turns: z.int().check(z.minimum(16), z.maximum(24)),
  birthdayFrom: calendarDateSchema,
  birthdayUntil: calendarDateSchema,
  /** The categories of whom it is for, on that birthday. */
  categories: z.array(z.enum(CATEGORIES)).check(z.minLength(1), z.refine(allDifferent)),
  /** A month, before and after tax: both are kept, the second is never worked out from a tax rate of today (edge case 5). */
  grossPence: penceSchema,
  netPence: penceSchema,
  /** Months of payment. */
  payments: z.int().check(z.minimum(1), z.maximum(60)),
  frequencies: z.array(z.enum(codes.PAYMENT_FREQUENCIES)).check(z.minLength(1), z.refine(allDifferent)),
  /** Whether a month that was not paid in a pause is paid at the end. */
  pausesMoveEnd: z.boolean(),
  /** From this day on nobody joins. */
  closedOn: optionalDate,
  /** No payment was or will be made for a later month. */
  lastPaymentMonth: z.nullable(monthSchema),
  /** Months of payment with a check-in, the first is 1; and months after the last payment. */
  checkIns: months(1, 60, 60),
  checkInsAfter: months(1, 36, 36),
  questions: z.array(z.enum(codes.CHECK_IN_QUESTIONS)).check(z.refine(allDifferent)),
  /** The authority's own, answered in words. */
  ownQuestions: z.array(bothLanguages).check(z.maxLength(OWN_QUESTIONS_LIMIT)),
});
export type IncomeScheme = z.infer<typeof incomeSchemeFacts>;
export type OwnQuestion = IncomeScheme['ownQuestions'][number];

export const incomeSchemeKind = recordKind({
  kind: 'income-scheme',
  compartments: ['settings'],
  /** With the reason for which it was last changed. */
  schema: z.extend(incomeSchemeFacts, {reason: optionalLine}),
  fields: {
    name: 'command',
    turns: 'command',
    birthdayFrom: 'command',
    birthdayUntil: 'command',
    categories: 'command',
    grossPence: 'command',
    netPence: 'command',
    payments: 'command',
    frequencies: 'command',
    pausesMoveEnd: 'command',
    closedOn: 'command',
    lastPaymentMonth: 'command',
    checkIns: 'command',
    checkInsAfter: 'command',
    questions: 'command',
    ownQuestions: 'command',
    reason: 'command',
  },
});

export const incomeEnrolmentKind = recordKind({
  kind: 'income-enrolment',
  compartments: ['shared'],
  schema: z.object({
    /** Null or absent: the Basic Income pilot. */
    scheme: z.optional(optionalId),
    offeredOn: optionalDate,
    /** The day of advice on whether they would be better off. */
    adviceOn: optionalDate,
    decision: z.nullable(z.enum(codes.ENROLMENT_DECISIONS)),
    joinedOn: optionalDate,
    declinedOn: z.optional(optionalDate),
    firstPaymentMonth: z.nullable(monthSchema),
    finalPaymentMonth: z.nullable(monthSchema),
    /** Transfers: two for each of a scheme's months at most. */
    paymentsMade: z.nullable(z.int().check(z.minimum(0), z.maximum(120))),
    /** Months of payment that the scheme had when they joined. */
    monthsPromised: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
    frequency: z.nullable(z.enum(codes.PAYMENT_FREQUENCIES)),
    grossMonthPence: z.nullable(penceSchema),
    netMonthPence: z.nullable(penceSchema),
    accountSetUp: optionalFlag,
    pauseNote: optionalText,
    /** Months in which nothing is paid, both ends counted; until null: it has not ended. */
    pauses: z.optional(z.array(z.object({from: monthSchema, until: z.nullable(monthSchema), reason: z.enum(codes.PAUSE_REASONS)}))),
    closingReason: z.nullable(z.enum(codes.CLOSING_REASONS)),
    closedOn: z.optional(optionalDate),
  }),
  fields: {
    scheme: 'fixed',
    offeredOn: 'fixed',
    adviceOn: 'plain',
    decision: 'command',
    joinedOn: 'command',
    declinedOn: 'command',
    firstPaymentMonth: 'command',
    finalPaymentMonth: 'command',
    paymentsMade: 'command',
    monthsPromised: 'command',
    frequency: 'plain',
    grossMonthPence: 'fixed',
    netMonthPence: 'fixed',
    accountSetUp: 'plain',
    pauseNote: 'text',
    pauses: 'command',
    closingReason: 'command',
    closedOn: 'command',
  },
});

export const incomeLandlordShareKind = recordKind({
  kind: 'income-landlord-share',
  compartments: ['money'],
  schema: z.object({enrolment: idSchema, monthlyPence: penceSchema}),
  fields: {enrolment: 'fixed', monthlyPence: 'plain'},
});

export const incomeCheckInKind = recordKind({
  kind: 'income-check-in',
  compartments: ['shared'],
  schema: z.object({
    /** Absent: before enrolments were named, the person's only one. */
    enrolment: z.optional(optionalId),
    on: calendarDateSchema,
    monthNumber: z.nullable(z.int().check(z.minimum(0), z.maximum(120))),
    withStaff: optionalId,
    paidOnTime: optionalFlag,
    coversEssentials: optionalFlag,
    rentPaid: z.nullable(z.enum(codes.RENT_PAID)),
    arrearsPence: z.nullable(penceSchema),
    savings: z.nullable(z.enum(codes.SAVINGS_BANDS)),
    debt: z.nullable(z.enum(codes.DEBT_BANDS)),
    activity: z.nullable(z.enum(ACTIVITIES)),
    wellbeing: z.nullable(z.int().check(z.minimum(0), z.maximum(10))),
    usedFor: optionalText,
    supportWanted: optionalText,
    benefitsChange: z.optional(optionalFlag),
    home: z.optional(z.nullable(z.enum(codes.HOME_ANSWERS))),
    afterEnd: z.optional(optionalText),
    /** The authority's own questions as they stood that day, each with what was answered. */
    own: z.optional(z.array(z.object({cy: lineSchema, en: lineSchema, answer: textSchema}))),
    /** Answered without anybody of the team. */
    alone: z.optional(z.boolean()),
    lang: z.optional(z.enum(['cy', 'en', 'mixed', 'not_stated'])),
  }),
  fields: {
    enrolment: 'fixed',
    on: 'fixed',
    monthNumber: 'fixed',
    withStaff: 'fixed',
    paidOnTime: 'fixed',
    coversEssentials: 'fixed',
    rentPaid: 'fixed',
    arrearsPence: 'fixed',
    savings: 'fixed',
    debt: 'fixed',
    activity: 'fixed',
    wellbeing: 'fixed',
    usedFor: 'fixed',
    supportWanted: 'fixed',
    benefitsChange: 'fixed',
    home: 'fixed',
    afterEnd: 'fixed',
    own: 'fixed',
    alone: 'fixed',
    lang: 'fixed',
  },
});

/** Somebody else controls the money: a safeguarding answer, so it lies in `restricted`, beside its check-in. */
export const moneyControlledKind = recordKind({
  kind: 'money-controlled',
  compartments: ['restricted'],
  schema: z.object({checkIn: idSchema, answer: z.boolean()}),
  fields: {checkIn: 'fixed', answer: 'fixed'},
});
