/**
 * A visit or another contact that is planned: the young person sees the day, who comes and where. Planned, then kept by the
 * contact that was recorded of it, or cancelled with a reason; a contact itself is locked from the first (3.3).
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalId, optionalLine, optionalWords, timeOfDaySchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {CONTACT_TYPES} from './codes.ts';

export const plannedVisitKind = recordKind({
  kind: 'planned-visit',
  compartments: ['shared'],
  schema: z.object({
    on: calendarDateSchema,
    at: z.nullable(timeOfDaySchema),
    type: z.enum(CONTACT_TYPES),
    where: optionalLine,
    purpose: optionalWords,
    worker: idSchema,
    /** The contact that was recorded of it. */
    keptBy: optionalId,
    cancelledBecause: optionalWords,
    cancelledBy: z.nullable(z.enum(['young_person', 'staff'])),
  }),
  fields: {
    on: 'command',
    at: 'command',
    type: 'fixed',
    where: 'plain',
    purpose: 'text',
    worker: 'plain',
    keptBy: 'command',
    cancelledBecause: 'command',
    cancelledBy: 'command',
  },
});

export type PlannedVisitState = 'planned' | 'kept' | 'cancelled';

export function stateOfPlan({
  keptBy,
  cancelledBecause,
}: Pick<z.infer<typeof plannedVisitKind.schema>, 'keptBy' | 'cancelledBecause'>): PlannedVisitState {
  return keptBy !== null ? 'kept' : cancelledBecause !== null ? 'cancelled' : 'planned';
}
