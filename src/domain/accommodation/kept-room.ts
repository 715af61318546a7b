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

/** The day on which a kept room is lost, as far as anybody knows: its end, or that of a notice. Null: none is known. */
function keptUntil({data}: Stay): CalendarDate | null {
  const {endOn, noticeEndsOn = null} = data;
  return endOn === null || (noticeEndsOn !== null && noticeEndsOn < endOn) ? noticeEndsOn : endOn;
}

/** A room that will still be kept for them on a day. */
export const isKeptOn = (stays: readonly Stay[], on: CalendarDate): boolean =>
  keptRooms(stays).some(room => {
    const until = keptUntil(room);
    return until === null || until > on;
  });

/** The day on which they left a kept room: the first on which they lived elsewhere. Null: nothing says that they ever lived in it. */
function leftOn(room: Stay, others: readonly Stay[]): CalendarDate | null {
  const {startOn, endOn} = room.data;
  if (startOn === null) return null;
  // Whoever comes back to it has not left it by that.
  const next = others
    .flatMap(({data}) => (data.startOn !== null && data.startOn > startOn && data.backTo !== room.id ? [data.startOn] : []))
    .toSorted()[0];
  if (next === undefined) return null;
  // A room that was taken to be kept: they lived elsewhere all the while. One that only begins a day too early is asked about.
  const last = endOn !== null && endOn < next ? endOn : next;
  const wasAway = others.some(
    each =>
      !isKept(each) &&
      each.data.startOn !== null &&
      (each.data.startOn === startOn || (each.data.startOn < startOn && (each.data.endOn === null || each.data.endOn >= last))),
  );
  return wasAway ? null : next;
}

/** Stays as they were lived in, without those that were struck out: of a kept room the days before they went, if there are any. */
export function livedIn(stays: readonly Stay[]): readonly Stay[] {
  const standing = stays.filter(stay => !struckOut(stay));
  return standing.flatMap(stay => {
    if (!isKept(stay)) return [stay];
    const left = leftOn(
      stay,
      standing.filter(each => each !== stay),
    );
    if (left === null) return [];
    const {endOn} = stay.data;
    return [{...stay, data: {...stay.data, keptWhileAway: false, endOn: endOn !== null && endOn < left ? endOn : left}}];
  });
}
