/** Where somebody lives on a day, of all the stays in their file. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {livedIn} from './kept-room.ts';
import {HOME_GROUPS, type AccommodationType, type HOME_STATUSES} from './codes.ts';

/**
 * The stay that is open on a day: the latest begun of those not ended, of two begun on one day the later made. A room that is kept
 * for them is one until they go.
 */
export function presentStay<Stay extends RecordOf<'stay'>>(stays: readonly Stay[], on: CalendarDate): Stay | undefined {
  const order = ({data, made, id}: RecordOf<'stay'>) => [data.startOn ?? '', made.at, id].join();
  const [found] = livedIn(stays)
    .filter(({data}) => data.startOn !== null && data.startOn <= on && (data.endOn === null || data.endOn > on))
    .toSorted((one, other) => (order(one) < order(other) ? 1 : -1));
  return stays.find(({id}) => id === found?.id);
}

/** How things stand with a home of this type, for lists and reports. */
export function homeStatus(type: AccommodationType | null): (typeof HOME_STATUSES)[number] {
  if (type === null) return 'not_known';
  const group = HOME_GROUPS[type];
  if (group === 'no_fixed_abode') return 'homeless';
  if (group === 'bed_breakfast' || group === 'emergency') return 'temporary';
  return group === 'custody' ? 'custody' : group === 'not_known' || group === 'deported' ? 'not_known' : 'settled';
}
