/** Which episodes of homelessness go on, of all in a file. Of two devices that each opened one both are kept, and a person says which stands. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {struckOut} from '../shared/record.ts';

/** Until somebody has said, the most serious counts: it is first, and of those as serious the latest. */
export function openEpisodes<Episode extends RecordOf<'homeless-episode'>>(
  episodes: readonly Episode[],
  on: CalendarDate,
): readonly Episode[] {
  const order = ({data, made, id}: Episode) => [data.nowhereTonight === true ? 1 : 0, data.presentedOn, made.at, id].join();
  return episodes
    .filter(each => !struckOut(each) && each.data.presentedOn <= on && (each.data.endOn === null || each.data.endOn > on))
    .toSorted((one, other) => (order(one) < order(other) ? 1 : -1));
}
