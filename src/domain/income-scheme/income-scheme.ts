/** Basic income pilot: one record an offer, one a check-in; landlord share and pauses are facts about money. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {monthSchema, optionalDate, optionalFlag, optionalId, optionalText} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {ACTIVITIES} from '../young-person/codes.ts';
import * as codes from './codes.ts';

export const incomeEnrolmentKind = recordKind({
  kind: 'income-enrolment',
  compartments: ['shared'],
  schema: z.object({
    offeredOn: optionalDate,
    adviceOn: optionalDate,
    decision: z.nullable(z.enum(codes.ENROLMENT_DECISIONS)),
    joinedOn: optionalDate,
    firstPaymentMonth: z.nullable(monthSchema),
    finalPaymentMonth: z.nullable(monthSchema),
    paymentsMade: z.nullable(z.int().check(z.minimum(0), z.maximum(60))),
    frequency: z.nullable(z.enum(codes.PAYMENT_FREQUENCIES)),
    grossMonthPence: z.nullable(penceSchema),
    netMonthPence: z.nullable(penceSchema),
    accountSetUp: optionalFlag,
    pauseNote: optionalText,
    closingReason: z.nullable(z.enum(codes.CLOSING_REASONS)),
  }),
  fields: {
    offeredOn: 'fixed',
    adviceOn: 'plain',
    decision: 'command',
    joinedOn: 'command',
    firstPaymentMonth: 'command',
    finalPaymentMonth: 'command',
    paymentsMade: 'command',
    frequency: 'plain',
    grossMonthPence: 'fixed',
    netMonthPence: 'fixed',
    accountSetUp: 'plain',
    pauseNote: 'text',
    closingReason: 'command',
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
  }),
  fields: {
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
  },
});

/** Somebody else controls the money: a safeguarding answer, so it lies in `restricted`, beside its check-in. */
export const moneyControlledKind = recordKind({
  kind: 'money-controlled',
  compartments: ['restricted'],
  schema: z.object({checkIn: idSchema, answer: z.boolean()}),
  fields: {checkIn: 'fixed', answer: 'fixed'},
});
