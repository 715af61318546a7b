/**
 * Allocation and cover: commands of a manager, decided for good by the server only. A cover's days are calendar days in
 * Wales, both ends counted; ending it takes effect at once.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext} from '../command.ts';
import {addDays, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {wordsSchema} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {grantOf, type Allocation, type Cover, type GrantWanted} from './allocation.ts';

const shared = (records: CaseRecords, person: Id | null) => must(records.scope(person, 'shared'), 'a person has a shared scope');
const grants = (...puts: DomainRecord[]): GrantWanted[] => puts.flatMap(put => grantOf(put) ?? []);
const isStaff = (records: CaseRecords, holder: Id) => records.get(holder)?.kind === 'staff-member';

export const giveCover = commandKind({
  kind: 'cover.give',
  version: 1,
  action: 'cover.give',
  compartment: 'shared',
  body: z.object({holder: idSchema, from: calendarDateSchema, until: calendarDateSchema}),
  reads: ['allocation'],
  names: body => [body.holder],
  decide(records, command, context) {
    const {holder, from, until} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!isStaff(records, holder)) return refuse({code: 'holder_unknown', fields: ['holder']});
    if (until < from) return refuse({code: 'dates_out_of_order', fields: ['from', 'until']});
    if (until < context.today) return refuse({code: 'date_past', fields: ['until']});
    if (adviserOn(records, must(command.person, 'cover concerns a person'), context.today)?.data.adviser === holder)
      return refuse({code: 'holder_already', fields: ['holder']});
    const cover: DomainRecord<Cover> = newRecord(
      'cover',
      command,
      shared(records, command.person),
      {...command.body, endedOn: null},
      context,
    );
    return ok({status: 'applied', puts: [cover], grants: grants(cover)});
  },
});

export const endCover = commandKind({
  kind: 'cover.end',
  version: 1,
  action: 'cover.end',
  compartment: 'shared',
  movesState: true,
  body: z.object({on: calendarDateSchema}),
  reads: [],
  decide(records, command, context) {
    const cover = records.get(command.record);
    if (!cover || cover.kind !== 'cover' || cover.person !== command.person) return refuse({code: 'unknown_record', fields: []});
    if (cover.data['endedOn'] !== null) return refuse({code: 'state_moved', fields: []});
    const put = {...cover, data: {...cover.data, endedOn: command.body.on < context.today ? context.today : command.body.on}};
    return ok({status: 'applied', puts: [put], grants: [endedGrant(put, context)]});
  },
});

/** A grant whose last day is before its first is one that the server takes back. */
function endedGrant(cover: DomainRecord, context: DecideContext): GrantWanted {
  const data = cover.data as Cover;
  return (
    grantOf(cover) ?? {
      cause: cover.id,
      holder: data.holder,
      person: must(cover.person, 'cover has a person'),
      compartments: [],
      from: data.from,
      until: addDays(context.today, -1),
    }
  );
}

/** The adviser allocated on a day; of two open allocations the later. */
export function adviserOn(records: Pick<CaseRecords, 'ofPerson'>, person: Id, on: CalendarDate): DomainRecord<Allocation> | undefined {
  return (records.ofPerson(person, 'allocation') as readonly DomainRecord<Allocation>[])
    .filter(({data}) => data.from <= on && (data.until === null || data.until >= on))
    .toSorted((one, other) => (one.data.from < other.data.from ? 1 : -1))[0];
}

/** Covers that count on a day or will: those ended before it are history. Soonest first. */
export function coversOn(records: Pick<CaseRecords, 'ofPerson'>, person: Id, on: CalendarDate): readonly DomainRecord<Cover>[] {
  return (records.ofPerson(person, 'cover') as readonly DomainRecord<Cover>[])
    .filter(({data}) => data.until >= on && (data.endedOn === null || data.endedOn > on))
    .toSorted((one, other) => (one.data.from < other.data.from ? -1 : 1));
}

/** The first adviser to come after a day; null where none is planned. */
export function nextAdviserAfter(
  records: Pick<CaseRecords, 'ofPerson'>,
  person: Id,
  on: CalendarDate,
): Pick<Allocation, 'adviser' | 'from'> | null {
  const [next] = (records.ofPerson(person, 'allocation') as readonly DomainRecord<Allocation>[])
    .filter(({data}) => data.from > on && (data.until === null || data.until >= data.from))
    .toSorted((one, other) => (one.data.from < other.data.from ? -1 : 1));
  return next === undefined ? null : {adviser: next.data.adviser, from: next.data.from};
}

/**
 * From a day on, until the day before the next one that is planned (a 15-year-old's adviser from their 16th birthday):
 * what was arranged for later stands. One planned for that very day is replaced, and never begins.
 */
export const giveAllocation = commandKind({
  kind: 'allocation.give',
  version: 1,
  action: 'allocation.give',
  compartment: 'shared',
  body: z.object({adviser: idSchema, from: calendarDateSchema}),
  reads: ['allocation'],
  names: body => [body.adviser],
  decide(records, command: Command<{adviser: Id; from: CalendarDate}>, context) {
    const {adviser, from} = command.body;
    const person = must(command.person, 'an allocation concerns a person');
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!isStaff(records, adviser)) return refuse({code: 'holder_unknown', fields: ['adviser']});
    // Whoever works with them on that day or later, or is to: an allocation that has ended, or never began, is history.
    const lasting = (records.ofPerson(person, 'allocation') as readonly DomainRecord<Allocation>[]).filter(
      ({data}) => data.until === null || (data.until >= from && data.until >= data.from),
    );
    const planned = lasting.filter(({data}) => data.from > from && data.from > context.today);
    const followed = lasting.filter(record => !planned.includes(record));
    if (followed.some(({data}) => data.adviser === adviser)) return refuse({code: 'holder_already', fields: ['adviser']});
    if (followed.some(({data}) => data.from > from || (data.from === from && from <= context.today)))
      return refuse({code: 'dates_out_of_order', fields: ['from']});
    const ended = followed.map(record => ({...record, data: {...record.data, until: addDays(from, -1)}}));
    const next = planned.map(({data}) => data.from).toSorted()[0];
    const until = next === undefined ? null : addDays(next, -1);
    const given = newRecord('allocation', command, shared(records, person), {adviser, from, until}, context);
    return ok({status: 'applied', puts: [...ended, given], grants: grants(...ended, given)});
  },
});

/** What the next adviser, or a colleague who covers, must know. It lies in `staff`: the young person is not its reader. */
export const writeHandOver = commandKind({
  kind: 'hand-over.write',
  version: 1,
  action: 'hand-over.write',
  compartment: 'staff',
  body: z.object({to: idSchema, words: wordsSchema}),
  reads: [],
  names: body => [body.to],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!isStaff(records, command.body.to)) return refuse({code: 'holder_unknown', fields: ['to']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    const data = {...command.body, on: context.today};
    return ok({status: 'applied', puts: [newRecord('hand-over', command, scope, data, context)], grants: []});
  },
});
