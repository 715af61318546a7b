/** What is next for a young person, the same on their screen and on paper: the sooner of a planned visit and an agreed day. */
import type {DataOf} from '#domain/record-kinds.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import type {PlanRecords} from '#client/case/plan/read-own-plan.ts';
import type {Folded} from '#client/vault/contract.ts';

export interface NextDay {
  readonly on: CalendarDate;
  /** Null for a day that was agreed at a contact: it is known by its day alone. */
  readonly visit: DataOf<'planned-visit'> | null;
}

const timeOf = ({data}: Folded<'planned-visit'>) => `${data.on} ${data.at ?? ''}`;

/** Planned visits from today on, soonest first, cancelled and kept ones with them. */
export function comingVisits(records: PlanRecords, person: Id, today: CalendarDate): readonly Folded<'planned-visit'>[] {
  return records
    .records(person, 'planned-visit')
    .filter(visit => !struckOut(visit) && visit.data.on >= today)
    .toSorted((one, other) => (timeOf(one) < timeOf(other) ? -1 : 1));
}

export function nextDay(records: PlanRecords, person: Id, today: CalendarDate): NextDay | null {
  const visit = comingVisits(records, person, today).find(({data}) => data.keptBy === null && data.cancelledBecause === null)?.data;
  const agreed = records.records(person, 'who-helps')[0]?.data.nextContactOn ?? null;
  const isAgreedFirst = agreed !== null && agreed >= today && (visit === undefined || agreed < visit.on);
  if (isAgreedFirst) return {on: agreed, visit: null};
  return visit === undefined ? null : {on: visit.on, visit};
}
