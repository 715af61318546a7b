/**
 * Consent to give what was said at check-ins to those who evaluate an income scheme: a record and a purpose of its own, one for
 * each person and scheme, and no part of any payment, check-in or other consent (domain.md 3.6). What it was before is its history.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';

/** How they said it: on their own device, or to staff, who say in what way they were told. */
export const EVALUATION_WAYS = ['own_device', 'in_person', 'phone', 'in_writing'] as const;
export type EvaluationWay = (typeof EVALUATION_WAYS)[number];

export const evaluationConsentKind = recordKind({
  kind: 'evaluation-consent',
  compartments: ['shared'],
  schema: z.object({
    scheme: idSchema,
    givenOn: calendarDateSchema,
    givenHow: z.enum(EVALUATION_WAYS),
    withdrawnOn: optionalDate,
    withdrawnHow: z.nullable(z.enum(EVALUATION_WAYS)),
  }),
  fields: {scheme: 'fixed', givenOn: 'command', givenHow: 'command', withdrawnOn: 'command', withdrawnHow: 'command'},
});
