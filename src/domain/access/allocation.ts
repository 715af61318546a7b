/**
 * Who works with whom. An allocation gives an adviser a young person's scopes from a date; a cover gives them to a
 * colleague for dated days. Both are records the young person may see; grants follow from them and from nothing else.
 */
import * as z from 'zod/mini';
import {addDays, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, wordsSchema} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {recordKind, type AnyCompartment, type DomainRecord} from '../shared/record.ts';
import {ADVISER_COMPARTMENTS, YOUNG_PERSON_COMPARTMENTS} from './roles.ts';

export const allocationKind = recordKind({
  kind: 'allocation',
  compartments: ['shared'],
  schema: z.object({adviser: idSchema, from: calendarDateSchema, until: optionalDate}),
  fields: {adviser: 'fixed', from: 'fixed', until: 'command'},
});

export const coverKind = recordKind({
  kind: 'cover',
  compartments: ['shared'],
  schema: z.object({holder: idSchema, from: calendarDateSchema, until: calendarDateSchema, endedOn: optionalDate}),
  fields: {holder: 'fixed', from: 'fixed', until: 'command', endedOn: 'command'},
});
/** A note from the person who hands over to the colleague who takes on: staff's own words, never in `shared`. */
export const handOverKind = recordKind({
  kind: 'hand-over',
  compartments: ['staff'],
  schema: z.object({to: idSchema, words: wordsSchema, on: calendarDateSchema}),
  fields: {to: 'fixed', words: 'fixed', on: 'fixed'},
});

export type Cover = z.infer<typeof coverKind.schema>;
export type Allocation = z.infer<typeof allocationKind.schema>;

/** Whether it has not ended by the end of a day: whose it is still works with the young person after it. */
export const goesOnAfter = ({until}: Pick<Allocation, 'until'>, day: CalendarDate): boolean => until === null || until > day;

/**
 * That the young person has the app: who invited them and since when. From it follows their own right to their `shared`
 * records, and to nothing else. Ended by them or by staff, it can be given anew.
 */
export const youngPersonAccessKind = recordKind({
  kind: 'young-person-access',
  compartments: ['shared'],
  schema: z.object({from: calendarDateSchema, endedOn: optionalDate}),
  fields: {from: 'fixed', endedOn: 'command'},
});
export type YoungPersonAccess = z.infer<typeof youngPersonAccessKind.schema>;

/** A holder's right to one scope, from the start of `from` to the end of `until` (null: open), both days in Wales. */
export interface GrantWanted {
  readonly cause: Id;
  readonly holder: Id;
  readonly person: Id;
  readonly compartments: readonly AnyCompartment[];
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** The grant that an allocation or a cover stands for; null when it has ended before it began. */
export function grantOf(record: DomainRecord): GrantWanted | null {
  if (record.person === null) return null;
  if (record.kind === 'young-person-access') {
    const {from, endedOn} = record.data as YoungPersonAccess;
    const until = endedOn === null ? null : addDays(endedOn, -1);
    return {cause: record.id, holder: record.person, person: record.person, compartments: YOUNG_PERSON_COMPARTMENTS, from, until};
  }
  if (record.kind === 'allocation') {
    const {adviser, from, until} = record.data as Allocation;
    return {cause: record.id, holder: adviser, person: record.person, compartments: ADVISER_COMPARTMENTS, from, until};
  }
  if (record.kind === 'cover') {
    const {holder, from, until, endedOn} = record.data as Cover;
    // A cover that a manager ends stops at once, not at the end of that day: the day before is its last.
    const last = endedOn === null || endedOn > until ? until : addDays(endedOn, -1);
    return last < from ? null : {cause: record.id, holder, person: record.person, compartments: ADVISER_COMPARTMENTS, from, until: last};
  }
  return null;
}
