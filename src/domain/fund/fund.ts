/**
 * St David's Day Fund. Request and decision are seen by the young person, assessment by staff, payee and reference by
 * those who hold `money` (domain.md 8). Money moves only by commands that the server has accepted.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {financialYearSchema, lineSchema, optionalDate, optionalId, optionalLine, optionalText, optionalWords} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';

export const fundRequestKind = recordKind({
  kind: 'fund-request',
  compartments: ['shared'],
  schema: z.object({
    reference: optionalLine,
    requestedOn: calendarDateSchema,
    byYoungPerson: z.boolean(),
    requestedBy: optionalId,
    spendType: z.nullable(z.enum(codes.SPEND_TYPES)),
    purpose: z.nullable(z.enum(codes.PURPOSE_AREAS)),
    askedPence: z.nullable(penceSchema),
    words: optionalWords,
    urgency: z.nullable(z.enum(codes.URGENCIES)),
    status: z.enum(codes.FUND_STATUSES),
    evidence: z.nullable(z.enum(codes.EVIDENCE)),
    financialYear: z.nullable(financialYearSchema),
  }),
  fields: {
    reference: 'fixed',
    requestedOn: 'fixed',
    byYoungPerson: 'fixed',
    requestedBy: 'fixed',
    spendType: 'command',
    purpose: 'command',
    askedPence: 'command',
    words: 'text',
    urgency: 'command',
    status: 'command',
    evidence: 'command',
    financialYear: 'fixed',
  },
});

export const fundDecisionKind = recordKind({
  kind: 'fund-decision',
  compartments: ['shared'],
  schema: z.object({
    request: idSchema,
    awardedPence: z.nullable(penceSchema),
    decidedBy: optionalId,
    decidedOn: optionalDate,
    reason: optionalText,
  }),
  fields: {request: 'fixed', awardedPence: 'fixed', decidedBy: 'fixed', decidedOn: 'fixed', reason: 'fixed'},
});

export const fundAssessmentKind = recordKind({
  kind: 'fund-assessment',
  compartments: ['staff'],
  schema: z.object({request: idSchema, otherSources: optionalText, notes: optionalText}),
  fields: {request: 'fixed', otherSources: 'text', notes: 'text'},
});

export const fundPaymentKind = recordKind({
  kind: 'fund-payment',
  compartments: ['money'],
  schema: z.object({
    request: idSchema,
    paidOn: optionalDate,
    method: z.nullable(z.enum(codes.PAYMENT_METHODS)),
    reference: optionalLine,
    payee: optionalLine,
  }),
  fields: {request: 'fixed', paidOn: 'fixed', method: 'fixed', reference: 'fixed', payee: 'fixed'},
});

/** A budget line of one financial year, 1 April to 31 March. */
export const budgetKind = recordKind({
  kind: 'budget',
  compartments: ['budgets'],
  schema: z.object({
    reference: optionalLine,
    financialYear: financialYearSchema,
    fundName: lineSchema,
    allocationPence: z.nullable(penceSchema),
    broughtForwardPence: z.nullable(penceSchema),
    formerCommittedPence: z.nullable(penceSchema),
    formerSpentPence: z.nullable(penceSchema),
    holder: optionalId,
    notes: optionalText,
    /** Why it is no longer the figure before it; records of before the field was there do not say. */
    reason: z.optional(optionalLine),
  }),
  fields: {
    reference: 'fixed',
    financialYear: 'fixed',
    fundName: 'fixed',
    allocationPence: 'command',
    broughtForwardPence: 'command',
    formerCommittedPence: 'fixed',
    formerSpentPence: 'fixed',
    holder: 'plain',
    notes: 'text',
    reason: 'fixed',
  },
});
