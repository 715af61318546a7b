/** What a young person does: learning, work, neither, with the date it began. One record a spell; codes of domain.md 4.2. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';
import {ACTIVITIES} from '../young-person/codes.ts';

export const activityKind = recordKind({
  kind: 'activity',
  compartments: ['shared'],
  schema: z.object({code: z.enum(ACTIVITIES), since: optionalDate, endOn: optionalDate}),
  fields: {code: 'decision', since: 'plain', endOn: 'command'},
});

/** A vacation without the term's home: full-time students get one provided, or its cost paid. */
export const vacationKind = recordKind({
  kind: 'vacation',
  compartments: ['shared'],
  schema: z.object({
    from: calendarDateSchema,
    /** The last day of the vacation. */
    until: calendarDateSchema,
    how: z.nullable(z.enum(['provided', 'paid', 'not_needed'])),
    settledOn: optionalDate,
  }),
  fields: {from: 'fixed', until: 'plain', how: 'decision', settledOn: 'command'},
});
