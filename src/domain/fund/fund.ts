/**
 * St David's Day Fund. Request, questions, papers, decision and outcome are seen by the young person; assessment by staff;
 * payee and reference by those who hold `money` (domain.md 8). Money moves only by commands that the server has accepted.
 */
import * as z from 'zod/mini';
import {ALL_SECTIONS} from '../pathway-plan/codes.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {
  financialYearSchema,
  lineSchema,
  optionalDate,
  optionalFlag,
  optionalId,
  optionalLine,
  optionalText,
  optionalWords,
  wordsSchema,
} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {CATEGORIES} from '../young-person/codes.ts';
import * as codes from './codes.ts';

/** Fields that came after the import was built are optional: records of before say nothing of them. */
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
    /** What it is for and why, in the young person's words. */
    words: optionalWords,
    /** What difference it will make. */
    difference: z.optional(optionalWords),
    /** Where they tried to get the money first, as the young person tells it. */
    triedElsewhere: z.optional(optionalWords),
    urgency: z.nullable(z.enum(codes.URGENCIES)),
    /** The part of the pathway plan that it belongs to. */
    section: z.optional(z.nullable(z.enum(ALL_SECTIONS))),
    /** Who they were on the day they asked: kept, since age and category go on. */
    standing: z.optional(
      z.object({
        category: z.enum(CATEGORIES),
        age: z.int(),
        answer: z.enum(codes.ELIGIBILITY),
        group: z.nullable(z.enum(codes.ELIGIBLE_GROUPS)),
      }),
    ),
    status: z.enum(codes.FUND_STATUSES),
    /** When money moved for it, and how much; nothing of payee or reference. */
    paid: z.optional(z.object({on: calendarDateSchema, pence: penceSchema})),
    withdrawn: z.optional(z.object({on: calendarDateSchema, byYoungPerson: z.boolean(), words: optionalWords})),
    evidence: z.nullable(z.enum(codes.EVIDENCE)),
    /** Why it was closed without a receipt. */
    closedWithout: z.optional(optionalWords),
    financialYear: z.nullable(financialYearSchema),
  }),
  fields: {
    reference: 'fixed',
    requestedOn: 'fixed',
    byYoungPerson: 'fixed',
    requestedBy: 'fixed',
    spendType: 'plain',
    purpose: 'plain',
    askedPence: 'plain',
    words: 'text',
    difference: 'text',
    triedElsewhere: 'text',
    urgency: 'plain',
    section: 'plain',
    standing: 'fixed',
    status: 'command',
    paid: 'command',
    withdrawn: 'command',
    evidence: 'command',
    closedWithout: 'command',
    financialYear: 'fixed',
  },
});

/** A question about a request, or the answer to one: each a record of its own, so that nothing asked or said is lost. */
export const fundNoteKind = recordKind({
  kind: 'fund-note',
  compartments: ['shared'],
  schema: z.object({request: idSchema, what: z.enum(codes.FUND_NOTES), words: wordsSchema, on: calendarDateSchema}),
  fields: {request: 'fixed', what: 'fixed', words: 'fixed', on: 'fixed'},
});

/** The facts of a quote, a receipt or a photograph of what was bought. The picture itself comes later, beside these. */
export const fundPaperKind = recordKind({
  kind: 'fund-paper',
  compartments: ['shared'],
  schema: z.object({
    request: idSchema,
    what: z.enum(codes.FUND_PAPERS),
    supplier: lineSchema,
    pence: z.nullable(penceSchema),
    /** The day on the paper. */
    on: calendarDateSchema,
    /** The colleague who has had it in their hand; null: nobody of the team has seen it yet. */
    seenBy: optionalId,
  }),
  fields: {request: 'fixed', what: 'fixed', supplier: 'fixed', pence: 'fixed', on: 'fixed', seenBy: 'command'},
});

/** One decision a record; a deferred one is followed by another. The newest holds. */
export const fundDecisionKind = recordKind({
  kind: 'fund-decision',
  compartments: ['shared'],
  schema: z.object({
    request: idSchema,
    /** Of before this was kept: what the request's status says. */
    outcome: z.optional(z.enum(codes.FUND_OUTCOMES)),
    awardedPence: z.nullable(penceSchema),
    decidedBy: optionalId,
    decidedOn: optionalDate,
    /** As an old system kept it, without a language. */
    reason: optionalText,
    /** The reason for the young person, in the language in which it was written. */
    words: z.optional(optionalWords),
    refusal: z.optional(z.nullable(z.enum(codes.FUND_REFUSALS))),
    level: z.optional(z.nullable(z.enum(codes.DECISION_LEVELS))),
    /** The day on which the panel met. */
    panelOn: z.optional(optionalDate),
    /** When a deferred one is looked at again. */
    againOn: z.optional(optionalDate),
    /** The budget that the award is committed from. */
    line: z.optional(optionalId),
  }),
  fields: {
    request: 'fixed',
    outcome: 'fixed',
    awardedPence: 'fixed',
    decidedBy: 'fixed',
    decidedOn: 'fixed',
    reason: 'fixed',
    words: 'fixed',
    refusal: 'fixed',
    level: 'fixed',
    panelOn: 'fixed',
    againOn: 'fixed',
    line: 'fixed',
  },
});

/** What staff find out and think; one of each request. A duty that might owe the money is answered, never passed over. */
export const fundAssessmentKind = recordKind({
  kind: 'fund-assessment',
  compartments: ['staff'],
  schema: z.object({
    request: idSchema,
    otherSources: optionalText,
    notes: optionalText,
    recommendation: z.optional(
      z.nullable(
        z.object({outcome: z.enum(['approved', 'part', 'refused']), pence: z.nullable(penceSchema), by: idSchema, on: calendarDateSchema}),
      ),
    ),
    /** Everybody who ever recommended: a later recommendation takes the place of one, not of who made it. */
    recommendedBy: z.optional(z.array(idSchema)),
    duties: z.optional(
      z.array(z.object({duty: z.enum(codes.FUND_DUTIES), covers: z.boolean(), reason: lineSchema, by: idSchema, on: calendarDateSchema})),
    ),
  }),
  fields: {request: 'fixed', otherSources: 'text', notes: 'text', recommendation: 'command', recommendedBy: 'command', duties: 'command'},
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
    /** Of before this was kept: the whole award. */
    pence: z.optional(penceSchema),
    /** The budget that it was spent from, which may be of the year after the decision's. */
    line: z.optional(optionalId),
    paidBy: z.optional(optionalId),
  }),
  fields: {
    request: 'fixed',
    paidOn: 'fixed',
    method: 'fixed',
    reference: 'fixed',
    payee: 'fixed',
    pence: 'fixed',
    line: 'fixed',
    paidBy: 'fixed',
  },
});

/** Money that a supplier gave back: the only way in which a payment is undone. */
export const fundRefundKind = recordKind({
  kind: 'fund-refund',
  compartments: ['money'],
  schema: z.object({request: idSchema, payment: idSchema, pence: penceSchema, on: calendarDateSchema, reason: lineSchema}),
  fields: {request: 'fixed', payment: 'fixed', pence: 'fixed', on: 'fixed', reason: 'fixed'},
});

/** What became of it, in the young person's words. */
export const fundOutcomeKind = recordKind({
  kind: 'fund-outcome',
  compartments: ['shared'],
  schema: z.object({
    request: idSchema,
    usedAsPlanned: z.nullable(z.enum(codes.USED_AS_PLANNED)),
    words: optionalWords,
    on: calendarDateSchema,
    byYoungPerson: z.boolean(),
  }),
  fields: {request: 'fixed', usedAsPlanned: 'fixed', words: 'fixed', on: 'fixed', byYoungPerson: 'fixed'},
});

/** A figure that was set for a fund and financial year, 1 April to 31 March, as it was set. What holds is the budget line. */
export const budgetKind = recordKind({
  kind: 'budget',
  compartments: ['budgets'],
  schema: z.object({
    reference: optionalLine,
    financialYear: financialYearSchema,
    fundName: lineSchema,
    /** Where an authority divides a fund: one team's part of it, or one purpose's. */
    team: z.optional(optionalId),
    purpose: z.optional(z.nullable(z.enum(codes.PURPOSE_AREAS))),
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
    team: 'fixed',
    purpose: 'fixed',
    allocationPence: 'command',
    broughtForwardPence: 'command',
    formerCommittedPence: 'fixed',
    formerSpentPence: 'fixed',
    holder: 'plain',
    notes: 'text',
    reason: 'fixed',
  },
});

/** What is done to a budget beside setting it: money carried over to the next year, or overspending allowed; with the reason. */
export const budgetActKind = recordKind({
  kind: 'budget-act',
  compartments: ['budgets'],
  schema: z.object({
    what: z.enum(['carry_over', 'allow_overspend']),
    line: idSchema,
    /** Where it is carried to. */
    to: optionalId,
    pence: penceSchema,
    on: calendarDateSchema,
    reason: lineSchema,
  }),
  fields: {what: 'fixed', line: 'fixed', to: 'fixed', pence: 'fixed', on: 'fixed', reason: 'fixed'},
});

/** Where a budget stands: kept by the server from the ledger's entries alone (`ledger.ts`). */
export const budgetLineKind = recordKind({
  kind: 'budget-line',
  compartments: ['budgets'],
  schema: z.object({
    financialYear: financialYearSchema,
    fundName: lineSchema,
    team: optionalId,
    purpose: z.nullable(z.enum(codes.PURPOSE_AREAS)),
    allocationPence: penceSchema,
    overspendPence: penceSchema,
    committedPence: penceSchema,
    spentPence: penceSchema,
    /** What came from the year before, or went to the year after: part of the allocation already. */
    carriedInPence: penceSchema,
    carriedOutPence: penceSchema,
    /** The overspending of an old system: nobody allowed it here. */
    importedOverspend: optionalFlag,
  }),
  fields: {
    financialYear: 'fixed',
    fundName: 'fixed',
    team: 'fixed',
    purpose: 'fixed',
    allocationPence: 'command',
    overspendPence: 'command',
    committedPence: 'command',
    spentPence: 'command',
    carriedInPence: 'command',
    carriedOutPence: 'command',
    importedOverspend: 'command',
  },
});
