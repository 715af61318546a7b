/** Where somebody lives on a day, of all the stays in their file. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';

/** The stay that is open on a day: the latest begun of those not ended. */
export function presentStay(stays: readonly RecordOf<'stay'>[], on: CalendarDate): RecordOf<'stay'> | undefined {
  return stays
    .filter(({data}) => data.startOn !== null && data.startOn <= on && (data.endOn === null || data.endOn > on))
    .toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? 1 : -1))[0];
}
