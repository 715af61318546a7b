/**
 * Periods of being looked after, entered, corrected and ended: the category rests on their days, so no two of them
 * take the same days, none begins before its person, and none is dated far ahead by a slip of the hand.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalLine} from '../shared/fields.ts';
import {struckOut} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {LEGAL_STATUSES, REASONS_CEASED} from './codes.ts';

/** An order can be known to end; further ahead it is a mistyped year. */
const FURTHEST_MONTHS = 24;

interface Days {
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
}

/** One may begin on the day on which another ends, as when the legal status changes: a day in two counts once. */
const overlap = (one: Days, other: Days): boolean =>
  one.startOn === other.startOn ||
  ((other.endOn === null || one.startOn < other.endOn) && (one.endOn === null || other.startOn < one.endOn));

function daysFault(records: CaseRecords, command: Command, {startOn, endOn}: Days, today: CalendarDate): Refusal | null {
  if (startOn > today) return {code: 'date_in_future', fields: ['startOn']};
  if (endOn !== null && endOn < startOn) return {code: 'dates_out_of_order', fields: ['endOn']};
  if (endOn !== null && endOn > addMonths(today, FURTHEST_MONTHS)) return {code: 'out_of_range', fields: ['endOn']};
  const person = records.ofPerson(command.person, 'young-person')[0] as RecordOf<'young-person'> | undefined;
  const bornOn = person?.data.birthDates.at(-1)?.date;
  if (bornOn !== undefined && startOn < bornOn) return {code: 'out_of_range', fields: ['startOn']};
  const others = records
    .ofPerson(command.person, 'looked-after-period')
    .filter(period => period.id !== command.record && !struckOut(period))
    .map(({data}) => data as unknown as Days);
  return others.some(other => overlap({startOn, endOn}, other)) ? {code: 'overlaps', fields: ['startOn', 'endOn']} : null;
}

const described = {
  legalStatus: z.nullable(z.enum(LEGAL_STATUSES)),
  lastPlacement: optionalLine,
  reasonCeased: z.nullable(z.enum(REASONS_CEASED)),
};

export const addLookedAfterPeriod = commandKind({
  kind: 'looked-after-period.add',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({startOn: calendarDateSchema, endOn: optionalDate, authority: lineSchema, ...described}),
  reads: ['young-person', 'looked-after-period'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (command.body.authority.trim() === '') return refuse({code: 'words_missing', fields: ['authority']});
    const fault = daysFault(records, command, command.body, context.today);
    if (fault) return refuse(fault);
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'looked-after-period'> = {...command.body, reviewsHeld: null, lastReviewOn: null};
    return ok({status: 'applied', puts: [newRecord('looked-after-period', command, scope, data, context)], grants: []});
  },
});

/** Its days, also to end it: one person at a time, who has seen the days that stood there. */
export const correctLookedAfterPeriod = commandKind({
  kind: 'looked-after-period.correct',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({startOn: calendarDateSchema, endOn: optionalDate}),
  reads: ['young-person', 'looked-after-period'],
  decide(records, command, context) {
    const period = ownRecord(records.get(command.record), 'looked-after-period', command);
    if (!period.ok) return period;
    const fault = daysFault(records, command, command.body, context.today);
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...period.value, data: {...period.value.data, ...command.body}}], grants: []});
  },
});

/** What is said of it beside its days. Only what is named is changed. */
export const changeLookedAfterPeriod = commandKind({
  kind: 'looked-after-period.change',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({
    legalStatus: z.optional(described.legalStatus),
    lastPlacement: z.optional(described.lastPlacement),
    reasonCeased: z.optional(described.reasonCeased),
  }),
  reads: [],
  decide(records, command, context) {
    const period = ownRecord(records.get(command.record), 'looked-after-period', command);
    if (!period.ok) return period;
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [
      field,
      {way: field === 'lastPlacement' ? 'plain' : 'decision', value},
    ]);
    return ok(writeFields(period.value, Object.fromEntries(writes), command, context));
  },
});
