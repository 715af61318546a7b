/**
 * What belongs to a plan beside its sections: what happens if it stops working, who was asked, how the young person
 * answered, and how a manager decided. The last two are append-only: an answer is never taken back by another.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalId, optionalLine, optionalWords, wordsSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';
import {signatureSchema} from './signature.ts';

/** If this happens, then that is done: a tenancy at risk, an income that stops, touch that is lost (Schedule 1 paragraph 4). */
export const contingencyKind = recordKind({
  kind: 'plan-contingency',
  compartments: ['shared', 'staff'],
  schema: z.object({plan: idSchema, trigger: wordsSchema, response: wordsSchema, owner: optionalLine}),
  fields: {plan: 'fixed', trigger: 'text', response: 'text', owner: 'decision'},
});

/** Somebody who was asked about the plan. What they said is staff's text, in the section that it concerns. */
export const consultedKind = recordKind({
  kind: 'plan-consulted',
  compartments: ['shared', 'staff'],
  schema: z.object({plan: idSchema, name: lineSchema, relation: z.enum(codes.CONSULTED), on: calendarDateSchema}),
  fields: {plan: 'fixed', name: 'plain', relation: 'plain', on: 'plain'},
});

/** What the young person says of the whole plan; a refusal is recorded and blocks nothing (domain.md 3.2). */
export const planResponseKind = recordKind({
  kind: 'plan-response',
  compartments: ['shared'],
  schema: z.object({
    plan: idSchema,
    response: z.enum(codes.PLAN_RESPONSES),
    words: optionalWords,
    given: z.nullable(z.enum(codes.WAYS_GIVEN)),
    /** To whom it was said, when it was given aloud or with an adviser. */
    givenTo: optionalId,
    signature: z.nullable(signatureSchema),
    on: calendarDateSchema,
  }),
  fields: {plan: 'fixed', response: 'fixed', words: 'fixed', given: 'fixed', givenTo: 'fixed', signature: 'fixed', on: 'fixed'},
});

/** A manager's decision on a plan that was handed in, with their words to the adviser. */
export const signOffKind = recordKind({
  kind: 'plan-sign-off',
  compartments: ['staff'],
  schema: z.object({plan: idSchema, decision: z.enum(['approved', 'returned']), words: optionalWords, on: calendarDateSchema}),
  fields: {plan: 'fixed', decision: 'fixed', words: 'fixed', on: 'fixed'},
});
