/** Worries of the people on this device, open, or closed with something new: for the first screen, and for the line above every other. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import {alarmHeadline, openWorry, type AlarmHeadline} from '#domain/worry/open-worry.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import type {Look, MemoryStore} from '#client/vault/contract.ts';

export interface OpenWorry {
  readonly person: Id;
  readonly name: string;
  /** Somebody of the team has said of each that they read it. */
  readonly isSeen: boolean;
  /** How far the furthest has come that nobody has read since it went its way. */
  readonly alarm: AlarmHeadline | null;
}

/**
 * People with worries that nobody has closed: what cannot wait first, then what nobody has read. Of files that are not here the headlines
 * tell, of what has yet to be read or of whom nobody has: a worry does not wait for somebody who is away.
 */
export function readWorries(memory: MemoryStore, people: readonly PersonOnDevice[], today: CalendarDate): readonly OpenWorry[] {
  const urgentKinds = memory.settings()('alarmUrgentKinds', today);
  const rank = ({alarm, isSeen}: OpenWorry) => (alarm?.urgent === true ? 0 : alarm !== null || !isSeen ? 1 : 2);
  return people
    .filter(person => !person.died)
    .flatMap(({id: person, knownAs: name, holdsFile, worry: told, alarm: toldAlarm, adviser}) => {
      const here = holdsFile ? memory.records(person, 'worry').filter(each => !struckOut(each)) : [];
      const worry = holdsFile ? openWorry(here) : told;
      const alarm = holdsFile ? alarmHeadline(here, urgentKinds) : (toldAlarm ?? null);
      if (!worry || (!holdsFile && worry === 'open' && alarm === null && adviser !== null)) return [];
      return [{person, name, isSeen: worry === 'open' && alarm === null, alarm}];
    })
    .toSorted((one, other) => rank(one) - rank(other));
}

/**
 * Those that wait for this reader: what nobody has read of the files that are here, and what has been passed on of those that are not.
 */
export const waitingFor = (worries: readonly OpenWorry[], holdsFile: (person: Id) => boolean): readonly OpenWorry[] =>
  worries.filter(({person, isSeen, alarm}) => !isSeen && (holdsFile(person) || (alarm !== null && alarm.to !== null)));

/** People of whose worries somebody else closed one since their file was last looked at, or added to one that was closed. */
export function closedWithNews(
  memory: MemoryStore,
  people: readonly PersonOnDevice[],
  lastLook: (person: Id) => Look | null,
): readonly PersonOnDevice[] {
  return people.filter(({id, died, holdsFile}) => {
    if (died || !holdsFile) return false;
    const closed = memory.records(id, 'worry').filter(worry => worry.data.closedAt !== null && !struckOut(worry));
    if (closed.length === 0) return false;
    const changed = memory.changedSince(id, lastLook(id));
    return closed.some(worry => changed.some(({record}) => record.id === worry.id));
  });
}
