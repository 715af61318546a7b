/** Who lives in the home beside the young person, as far as council tax asks: numbers, and nobody's name. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {partId, type Id} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import {BILL_PAYERS} from './codes.ts';

const people = z.int().check(z.minimum(0), z.maximum(20));

export const householdKind = recordKind({
  kind: 'household',
  compartments: ['shared'],
  schema: z.object({
    /** Others of 18 or over: care leavers up to 24, students, people with a severe mental impairment; further ones who are not counted; and all else. */
    careLeavers: people,
    students: people,
    severelyImpaired: people,
    notCounted: people,
    adults: people,
    payer: z.enum(BILL_PAYERS),
    /** The day as of which it was said. */
    asOf: calendarDateSchema,
  }),
  fields: {
    careLeavers: 'decision',
    students: 'decision',
    severelyImpaired: 'decision',
    notCounted: 'decision',
    adults: 'decision',
    payer: 'decision',
    asOf: 'plain',
  },
});

/** One for each person, under an id that every device works out alike. */
export const householdId = (person: Id): Id => partId(person, 'household');
