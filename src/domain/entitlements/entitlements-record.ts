/**
 * What somebody is entitled to, as the server keeps it for their own phone: worked out of the whole file, of which the phone
 * holds a part. Codes and days, no words of anybody.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';
import {ENTITLEMENT_REASONS, ENTITLEMENT_RULES, ENTITLEMENT_STATES, ENTITLEMENTS} from './codes.ts';

export const entitlementsKind = recordKind({
  kind: 'entitlements',
  compartments: ['shared'],
  schema: z.object({
    items: z.array(
      z.object({
        what: z.enum(ENTITLEMENTS),
        state: z.enum(ENTITLEMENT_STATES),
        why: z.enum(ENTITLEMENT_REASONS),
        from: optionalDate,
        until: optionalDate,
        rules: z.array(z.enum(ENTITLEMENT_RULES)),
      }),
    ),
    councilTax: z.nullable(z.object({from: calendarDateSchema, until: calendarDateSchema})),
  }),
  fields: {items: 'command', councilTax: 'command'},
});
