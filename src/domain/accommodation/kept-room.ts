/**
 * A room that is kept for somebody who lives elsewhere for a while (custody, a hospital): it was their home until they went, and
 * is none while they are away. The stay keeps its days; where they lived, and when, is read from all stays together.
 */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {struckOut} from '../shared/record.ts';

type Stay = RecordOf<'stay'>;

const isKept = ({data}: Stay): boolean => data.keptWhileAway === true;

/** Rooms that are, or were, kept for them while they live elsewhere. */
export const keptRooms = <Kept extends Stay>(stays: readonly Kept[]): readonly Kept[] =>
  stays.filter(stay => !struckOut(stay) && isKept(stay));

/** The day on which they left a kept room: the first on which they lived elsewhere. Null: nothing says that they ever lived in it. */
function leftOn(room: Stay, elsewhere: readonly Stay[]): CalendarDate | null {
  const {startOn} = room.data;
  if (startOn === null) return null;
  const wasAway = elsewhere.some(
    ({data}) => data.startOn !== null && data.startOn <= startOn && (data.endOn === null || data.endOn > startOn),
  );
  if (wasAway) return null;
  const next = elsewhere.flatMap(({data}) => (data.startOn !== null && data.startOn > startOn ? [data.startOn] : [])).toSorted()[0];
  return next ?? null;
}

/** Stays as they were lived in, without those that were struck out: of a kept room the days before they went, if there are any. */
export function livedIn(stays: readonly Stay[]): readonly Stay[] {
  const standing = stays.filter(stay => !struckOut(stay));
  const elsewhere = standing.filter(stay => !isKept(stay));
  return standing.flatMap(stay => {
    if (!isKept(stay)) return [stay];
    const left = leftOn(stay, elsewhere);
    if (left === null) return [];
    const {endOn} = stay.data;
    return [{...stay, data: {...stay.data, keptWhileAway: false, endOn: endOn !== null && endOn < left ? endOn : left}}];
  });
}
