/**
 * For whom When I am Ready is: whoever was fostered until 18 can stay on with that carer, and nobody whose last placement
 * was residential (domain.md 3.5). Where no placement is known nothing stands against it.
 */
import type {CaseRecords, Command} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {Fault} from '../young-person/profile-records.ts';
import {HOME_GROUPS, type AccommodationType, type HomeGroup} from './codes.ts';

const groupOf = (placement: string | null): HomeGroup | null =>
  placement !== null && Object.hasOwn(HOME_GROUPS, placement) ? HOME_GROUPS[placement as AccommodationType] : null;

/**
 * The kind of home of the last night before 18 (or of today, before that), by the stays, else by the last placement of the
 * last time looked after; null where neither says.
 */
export function homeBefore18(
  bornOn: CalendarDate,
  stays: readonly RecordOf<'stay'>[],
  periods: readonly RecordOf<'looked-after-period'>[],
  today: CalendarDate,
): HomeGroup | null {
  const eve = addDays(birthday(bornOn, 18), -1);
  const on = today < eve ? today : eve;
  // A room was kept until they came back to it; that it was holds also where the day of coming back was struck out.
  const wasKept = ({id}: RecordOf<'stay'>) => stays.some(({data}) => data.backTo === id && data.startOn !== null && data.startOn > on);
  const then = stays
    .filter(each => !struckOut(each) && each.data.startOn !== null && each.data.startOn <= on)
    .filter(each => wasKept(each) || each.data.endOn === null || each.data.endOn >= on)
    .toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? 1 : -1));
  // Where a room was kept for them they were not placed where they were away to (edge case 17).
  const stay = then.find(each => each.data.keptWhileAway === true || wasKept(each)) ?? then[0];
  // Not known says nothing of the kind.
  if (stay?.data.type && stay.data.type !== 'not_known') return HOME_GROUPS[stay.data.type];
  const period = periods.filter(each => !struckOut(each)).toSorted((one, other) => (one.data.startOn < other.data.startOn ? 1 : -1))[0];
  return groupOf(period?.data.lastPlacement ?? null);
}

const of = <Kind extends 'stay' | 'looked-after-period'>(records: CaseRecords, {person}: Command, kind: Kind) =>
  records.ofPerson(person, kind) as readonly DomainRecord[] as readonly RecordOf<Kind>[];

/** The home was another kind than a foster home. A command that asks reads 'young-person', 'stay' and 'looked-after-period'. */
export function fosterCarerFault(records: CaseRecords, command: Command, field: string): Fault {
  const person = records.ofPerson(command.person, 'young-person')[0] as RecordOf<'young-person'> | undefined;
  const born = person?.data.birthDates.at(-1)?.date;
  if (born === undefined) return false;
  const eve = addDays(birthday(born, 18), -1);
  const before = homeBefore18(born, of(records, command, 'stay'), of(records, command, 'looked-after-period'), eve);
  return before !== null && before !== 'foster_care' && ['not_eligible', field];
}
