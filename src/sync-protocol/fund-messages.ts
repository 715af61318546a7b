/**
 * Wire shapes of what finance does online: requests that are approved and wait to be paid, those paid whose receipt is still
 * out, a payment or what came back of it, the ledger, and what the fund did in a year. Of the young person only their name travels, of the request nothing but facts.
 */
import * as z from 'zod/mini';
import {EVIDENCE, LEDGER_KINDS, PAYMENT_METHODS, SPEND_TYPES, URGENCIES} from '#domain/fund/codes.ts';
import {calendarDateSchema} from '#domain/shared/calendar-date.ts';
import {financialYearSchema, instantSchema, lineSchema, optionalDate, optionalId, optionalLine} from '#domain/shared/fields.ts';
import {idSchema} from '#domain/shared/ids.ts';
import {penceSchema} from '#domain/shared/money.ts';

const requestFacts = {
  request: idSchema,
  person: idSchema,
  name: z.string(),
  spendType: z.nullable(z.enum(SPEND_TYPES)),
  urgency: z.nullable(z.enum(URGENCIES)),
  awardedPence: penceSchema,
  decidedOn: optionalDate,
  decidedBy: optionalId,
  /** Of the budget that it was committed from; null: known to the old system alone. */
  budget: z.nullable(z.object({financialYear: financialYearSchema, fundName: lineSchema})),
};

const payableSchema = z.object({
  ...requestFacts,
  /** Quotes that were entered: from whom, and how much. */
  quotes: z.array(z.object({supplier: lineSchema, pence: z.nullable(penceSchema)})),
  /** Whoever asks has an own part in it, so somebody else pays. */
  isOwn: z.boolean(),
});
export type Payable = z.infer<typeof payableSchema>;

const paidSchema = z.object({
  ...requestFacts,
  payment: idSchema,
  paidOn: optionalDate,
  paidPence: penceSchema,
  refundedPence: penceSchema,
  method: z.nullable(z.enum(PAYMENT_METHODS)),
  reference: optionalLine,
  payee: optionalLine,
  evidence: z.nullable(z.enum(EVIDENCE)),
  /** By when something is to be shown; null: nothing is asked for. */
  evidenceDueOn: optionalDate,
  /** Something can come back of it: it was paid here. */
  canBeRefunded: z.boolean(),
});
export type PaidRequest = z.infer<typeof paidSchema>;

/** The most urgent and then the longest decided first; of what is paid the newest first. */
export const fundWorkSchema = z.object({toPay: z.array(payableSchema), paid: z.array(paidSchema)});
export type FundWork = z.infer<typeof fundWorkSchema>;

/** `op` is made by the device: the same again has no second effect. */
const done = {op: idSchema, record: idSchema, person: idSchema};
export const fundPaymentSchema = z.object({
  ...done,
  body: z.object({
    request: idSchema,
    paidOn: calendarDateSchema,
    method: z.enum(PAYMENT_METHODS),
    reference: lineSchema,
    payee: optionalLine,
    pence: penceSchema,
  }),
});
export type FundPayment = z.infer<typeof fundPaymentSchema>;
export const fundRefundSchema = z.object({
  ...done,
  body: z.object({payment: idSchema, pence: penceSchema, on: calendarDateSchema, reason: lineSchema}),
});
export type FundRefund = z.infer<typeof fundRefundSchema>;

/** Null: done. */
export const fundAnswerSchema = z.object({refused: z.nullable(z.string())});
export type FundAnswer = z.infer<typeof fundAnswerSchema>;

const rowSchema = z.object({
  key: z.string(),
  requests: z.nullable(z.int()),
  awardedPence: z.nullable(z.int()),
  paidPence: z.nullable(z.int()),
});
/** Of a financial year; `years`: those that there is something of, the newest first. */
export const fundReportSchema = z.object({
  years: z.array(financialYearSchema),
  /** Small numbers are taken out already: the asker is not of the team. */
  isReduced: z.boolean(),
  report: z.object({
    financialYear: financialYearSchema,
    requests: z.nullable(z.int()),
    people: z.nullable(z.int()),
    waiting: z.nullable(z.int()),
    askedPence: z.nullable(z.int()),
    awardedPence: z.nullable(z.int()),
    paidPence: z.nullable(z.int()),
    bySpend: z.array(rowSchema),
    byPurpose: z.array(rowSchema),
    byAge: z.array(rowSchema),
    byCategory: z.array(rowSchema),
    byOutcome: z.array(rowSchema),
    refusals: z.array(rowSchema),
    decisionDays: z.object({decided: z.int(), median: z.nullable(z.number()), longest: z.nullable(z.int())}),
    eligible: z.int(),
    neverAsked: z.nullable(z.int()),
  }),
});
export type FundReportAnswer = z.infer<typeof fundReportSchema>;

/** Every entry of every budget, in order: whose request it was is an id, never a name. */
export const fundLedgerSchema = z.object({
  entries: z.array(
    z.object({
      number: z.int(),
      at: instantSchema,
      financialYear: financialYearSchema,
      fundName: lineSchema,
      team: optionalId,
      purpose: z.nullable(z.string()),
      kind: z.enum(LEDGER_KINDS),
      pence: z.int(),
      request: optionalId,
      by: optionalId,
    }),
  ),
});
export type FundLedger = z.infer<typeof fundLedgerSchema>;
