/** What somebody does on a day, of all the spells in their file. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';

/** The spell that is open on a day: the latest begun of those not ended. Both ends are counted. */
export function presentActivity(file: readonly DomainRecord[], on: CalendarDate): RecordOf<'activity'> | undefined {
  return file
    .filter((record): record is RecordOf<'activity'> => isKind(record, 'activity') && !struckOut(record))
    .filter(({data}) => (data.since === null || data.since <= on) && (data.endOn === null || data.endOn >= on))
    .toSorted((one, other) => ((one.data.since ?? '') < (other.data.since ?? '') ? 1 : -1))[0];
}
