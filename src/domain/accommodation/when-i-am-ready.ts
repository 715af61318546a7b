/** When I am Ready: staying with the former foster carers from 18, from the first talk of it at 16 to its end. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalFlag, optionalLine, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {READY_ENDS} from './codes.ts';

const later = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));

export const whenIAmReadyKind = recordKind({
  kind: 'when-i-am-ready',
  compartments: ['shared'],
  schema: z.object({
    youngPersonWants: optionalFlag,
    carerWants: optionalFlag,
    agreedOn: optionalDate,
    startOn: optionalDate,
    plannedEndOn: optionalDate,
    endOn: optionalDate,
    /** As an old system said it. */
    endReason: optionalLine,
    /** What the young person or the carers still need to know before they can say. */
    toDecide: later(textSchema),
    carer: later(lineSchema),
    /** What the carers are paid, and what the young person pays, a week. */
    allowancePence: later(penceSchema),
    contributionPence: later(penceSchema),
    houseRules: later(textSchema),
    endedBecause: later(z.enum(READY_ENDS)),
  }),
  fields: {
    youngPersonWants: 'decision',
    carerWants: 'decision',
    agreedOn: 'plain',
    startOn: 'command',
    plannedEndOn: 'plain',
    endOn: 'command',
    endReason: 'plain',
    toDecide: 'text',
    carer: 'plain',
    allowancePence: 'plain',
    contributionPence: 'plain',
    houseRules: 'text',
    endedBecause: 'command',
  },
});

/** The arrangement is looked after: how it goes, and the support that the carers have, money among it. */
export const readyCheckKind = recordKind({
  kind: 'ready-check',
  compartments: ['shared'],
  schema: z.object({arrangement: idSchema, on: calendarDateSchema, goesOn: z.boolean(), words: textSchema, support: optionalText}),
  fields: {arrangement: 'fixed', on: 'fixed', goesOn: 'fixed', words: 'fixed', support: 'fixed'},
});
