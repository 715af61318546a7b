/**
 * Where the young person lives: one record a stay. Suitability is a judgement of staff with its reason,
 * and a record of its own, so that what staff wrote of it does not enter `shared` by itself.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalFlag, optionalLine, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {ACCOMMODATION_TYPES, SUITABILITY} from './codes.ts';

export const stayKind = recordKind({
  kind: 'stay',
  compartments: ['shared'],
  schema: z.object({
    type: z.nullable(z.enum(ACCOMMODATION_TYPES)),
    providedByAuthority: optionalFlag,
    address: optionalText,
    town: optionalLine,
    postcode: optionalLine,
    landlord: optionalLine,
    tenancyStatus: optionalLine,
    startOn: optionalDate,
    endOn: optionalDate,
    endReason: optionalLine,
    weeklyRentPence: z.nullable(penceSchema),
  }),
  fields: {
    type: 'decision',
    providedByAuthority: 'decision',
    address: 'plain',
    town: 'plain',
    postcode: 'plain',
    landlord: 'plain',
    tenancyStatus: 'plain',
    startOn: 'command',
    endOn: 'command',
    endReason: 'plain',
    weeklyRentPence: 'plain',
  },
});

export const stayNotesKind = recordKind({
  kind: 'stay-notes',
  compartments: ['staff'],
  schema: z.object({stay: idSchema, words: textSchema}),
  fields: {stay: 'fixed', words: 'text'},
});

export const suitabilityKind = recordKind({
  kind: 'suitability',
  compartments: ['staff'],
  schema: z.object({stay: idSchema, result: z.enum(SUITABILITY), judgedOn: optionalDate, reason: optionalText}),
  fields: {stay: 'fixed', result: 'fixed', judgedOn: 'fixed', reason: 'fixed'},
});

export const homelessEpisodeKind = recordKind({
  kind: 'homeless-episode',
  compartments: ['shared'],
  schema: z.object({
    presentedOn: calendarDateSchema,
    housingAuthority: lineSchema,
    askedIfCareExperienced: optionalFlag,
    dutyAccepted: optionalFlag,
    priorityNeedGround: optionalLine,
    reviewHeldOn: optionalDate,
    outcome: optionalText,
    endOn: optionalDate,
  }),
  fields: {
    presentedOn: 'fixed',
    housingAuthority: 'plain',
    askedIfCareExperienced: 'plain',
    dutyAccepted: 'decision',
    priorityNeedGround: 'plain',
    reviewHeldOn: 'plain',
    outcome: 'text',
    endOn: 'command',
  },
});

/** When I am Ready: staying with the former foster carers from 18. */
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
    endReason: optionalLine,
  }),
  fields: {
    youngPersonWants: 'decision',
    carerWants: 'decision',
    agreedOn: 'command',
    startOn: 'command',
    plannedEndOn: 'plain',
    endOn: 'command',
    endReason: 'plain',
  },
});
