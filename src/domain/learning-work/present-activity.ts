/** What somebody does on a day, of all the spells in their file. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';

export type Activity = RecordOf<'activity'>;

/** Mainly done, unless somebody said that it goes on beside something else. */
export const isMain = ({data}: Pick<Activity, 'data'>): boolean => data.isMain !== false;

const isOpen = ({data}: Activity, on: CalendarDate): boolean =>
  (data.since === null || data.since <= on) && (data.endOn === null || data.endOn >= on);

/** What is done mainly first; of those, the latest begun, and of one day the one that has the greater id on every device. */
const mainFirst = (one: Activity, other: Activity): number =>
  Number(isMain(other)) - Number(isMain(one)) || (key(one) < key(other) ? 1 : key(one) > key(other) ? -1 : 0);
const key = ({id, data}: Activity): string => `${data.since ?? ''} ${id}`;

/** All that go on on a day. Both ends are counted, what was struck out is not. */
export function activitiesOn(file: readonly DomainRecord[], on: CalendarDate): readonly Activity[] {
  return file
    .filter((record): record is Activity => isKind(record, 'activity') && !struckOut(record))
    .filter(each => isOpen(each, on))
    .toSorted(mainFirst);
}

/** What they mainly do on a day. */
export function presentActivity(file: readonly DomainRecord[], on: CalendarDate): Activity | undefined {
  return activitiesOn(file, on)[0];
}

/**
 * Two or more that each claim to be what they mainly do: of two devices, or of the young person and their adviser; or several of
 * which none is, where two devices each chose another. A person is asked.
 */
export function rivalsOn(file: readonly DomainRecord[], on: CalendarDate): readonly Activity[] {
  const all = activitiesOn(file, on);
  const mains = all.filter(isMain);
  const rivals = mains.length === 0 ? all : mains;
  return rivals.length > 1 ? rivals : [];
}

/** Each time that somebody heard that it is still so, and who, the earliest first. */
export const confirmationsOf = ({confirmations = [], confirmed = null}: Pick<Activity['data'], 'confirmations' | 'confirmed'>) =>
  [...(confirmed === null ? [] : [confirmed]), ...confirmations].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  );

export const lastConfirmed = (data: Pick<Activity['data'], 'confirmations' | 'confirmed'>) => confirmationsOf(data).at(-1);
