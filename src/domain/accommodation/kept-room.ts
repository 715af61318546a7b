/**
 * A room that is kept for somebody who lives elsewhere for a while (custody, a hospital): it was their home until they went, and
 * is none while they are away. The stay keeps its days; where they lived, and when, is read from all stays together.
 */
import type {RecordOf} from '../record-kinds.ts';
import {addDays, type CalendarDate} from '../shared/calendar-date.ts';
import {struckOut} from '../shared/record.ts';

type Stay = RecordOf<'stay'>;

const isKept = ({data}: Stay): boolean => data.keptWhileAway === true;

/** Rooms that are, or were, kept for them while they live elsewhere. */
export const keptRooms = <Kept extends Stay>(stays: readonly Kept[]): readonly Kept[] =>
  stays.filter(stay => !struckOut(stay) && isKept(stay));

/** The stays in one room, the latest first: this one, the one that it goes back to, and so on. */
export function staysInRoom<Kept extends Stay>(stays: readonly Kept[], stay: Kept): readonly Kept[] {
  const {startOn, backTo = null} = stay.data;
  const before = stays.find(each => each.id === backTo && !struckOut(each) && (each.data.startOn ?? '') < (startOn ?? ''));
  return before ? [stay, ...staysInRoom(stays, before)] : [stay];
}

/** Somebody has written of a notice there, or taken one back: then it answers for itself, whatever stood with the room before. */
const hasSaidOfNotice = ({heads}: Stay): boolean => 'noticeOn' in heads || 'noticeEndsOn' in heads;

/** The stay with which the notice of a home stands: this one, or one in the same room from before they were away, whoever wrote of it when. */
export const noticeOf = <Kept extends Stay>(stays: readonly Kept[], stay: Kept): Kept =>
  staysInRoom(stays, stay).find(each => each.data.noticeOn || each.data.noticeEndsOn || hasSaidOfNotice(each)) ?? stay;

/** Whether notice had been given of a home that they had on a day. */
export const hadNotice = (stays: readonly Stay[], on: CalendarDate): boolean =>
  stays.some(stay => {
    const {noticeOn} = noticeOf(stays, stay).data;
    return !struckOut(stay) && (stay.data.endOn === null || stay.data.endOn >= on) && !!noticeOn && noticeOn <= on;
  });

/** Rooms that will still be kept for them on a day, as far as anybody knows: they have not ended by then, and no notice of them has. */
export const roomsKeptOn = <Kept extends Stay>(stays: readonly Kept[], on: CalendarDate): readonly Kept[] =>
  keptRooms(stays).filter(room => {
    const {noticeEndsOn = null} = noticeOf(stays, room).data;
    return [room.data.endOn, noticeEndsOn].every(until => until === null || until > on);
  });

/** The day on which they left a kept room: the first on which they lived elsewhere. Null: none is known. Undefined: they never lived in it. */
function leftOn(room: Stay, standing: readonly Stay[]): CalendarDate | null | undefined {
  const {startOn, endOn} = room.data;
  if (startOn === null) return undefined;
  const others = standing.filter(each => each !== room);
  // Whoever comes back to it has not left it by that.
  const next = others
    .flatMap(({data}) => (data.startOn !== null && data.startOn > startOn && data.backTo !== room.id ? [data.startOn] : []))
    .toSorted()[0];
  // A room that was taken to be kept: they lived elsewhere all the while. One that only begins a day too early is asked about.
  const last = next === undefined ? addDays(startOn, 2) : endOn !== null && endOn < next ? endOn : next;
  const wasAway = others.some(
    each =>
      !isKept(each) &&
      each.data.startOn !== null &&
      (each.data.startOn === startOn || (each.data.startOn < startOn && (each.data.endOn === null || each.data.endOn >= last))),
  );
  return wasAway ? undefined : (next ?? null);
}

/** Stays as they were lived in, without those that were struck out: of a kept room the days before they went, if there are any. */
export function livedIn(stays: readonly Stay[]): readonly Stay[] {
  const standing = stays.filter(stay => !struckOut(stay));
  return standing.flatMap(stay => {
    if (!isKept(stay)) return [stay];
    const left = leftOn(stay, standing);
    if (left === undefined) return [];
    const {endOn} = stay.data;
    const until = left === null || (endOn !== null && endOn < left) ? endOn : left;
    return [{...stay, data: {...stay.data, keptWhileAway: false, endOn: until}}];
  });
}

/**
 * Rooms that are said to be kept on a day while nothing says that they went elsewhere, as where that was struck out: as far as
 * the file tells they live there, and a person is asked.
 */
export function keptWithNobodyAway(stays: readonly Stay[], on: CalendarDate): readonly Stay[] {
  const standing = stays.filter(stay => !struckOut(stay));
  return standing.filter(stay => {
    const {startOn, endOn} = stay.data;
    return isKept(stay) && startOn !== null && startOn <= on && (endOn === null || endOn > on) && leftOn(stay, standing) === null;
  });
}
