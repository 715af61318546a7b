/** Which episode of homelessness goes on, of all in a file. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {struckOut} from '../shared/record.ts';

type Episode = RecordOf<'homeless-episode'>;

/** Of several the latest; undefined where there is none. */
export function openEpisode(episodes: readonly Episode[], on: CalendarDate): Episode | undefined {
  const order = ({data, made, id}: Episode) => [data.presentedOn, made.at, id].join();
  return episodes
    .filter(each => !struckOut(each) && each.data.presentedOn <= on && (each.data.endOn === null || each.data.endOn > on))
    .toSorted((one, other) => (order(one) < order(other) ? 1 : -1))[0];
}
