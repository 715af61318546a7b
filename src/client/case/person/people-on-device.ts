/**
 * What several screens read of people: the summary that the server keeps, brought up to date with what this device
 * knows better (contacts recorded here and not sent yet). Reads only; the rules are the domain's own.
 */
import {agreedContacts, countsAsVisitAtHome, wasSeen, youngPersonTookPart} from '#domain/contact/contact.ts';
import {careLeaverStanding} from '#domain/young-person/standing.ts';
import {dueHeadlines} from '#domain/young-person/due-headlines.ts';
import {fileQuestions} from '#domain/young-person/file-questions.ts';
import {ageOn, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {PersonSummary} from '#domain/young-person/summary.ts';
import {struckOut} from '#domain/shared/record.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {keptPerFile} from './kept-per-file.ts';
import {foldForSearch} from '#client/i18n/names-and-order.ts';
import type {Delivery, Folded, MemoryStore} from '#client/vault/contract.ts';

export interface PersonOnDevice extends PersonSummary {
  readonly id: Id;
  readonly holdsFile: boolean;
  readonly questions: NonNullable<PersonSummary['questions']>;
}

const later = (one: CalendarDate | null, other: CalendarDate | null) => (one === null || (other !== null && other > one) ? other : one);

/** From the headlines alone: a day that has passed since they were worked out is one that was missed. */
function passed({missedContactOn, nextContactOn}: PersonSummary, today: CalendarDate): CalendarDate | null {
  return nextContactOn !== null && nextContactOn < today ? nextContactOn : (missedContactOn ?? null);
}

type Known = Pick<PersonSummary, 'knownAs' | 'legalName' | 'pronouns' | 'speak' | 'write' | 'bornOn'>;

/** What was changed here and has not come back yet is what is known of them here. */
function knownNow(memory: MemoryStore, id: Id): Partial<Known> {
  const own = memory.records(id, 'young-person')[0];
  if (!own || own.delivery === 'accepted') return {};
  const {knownAs, forename, surname, pronouns, speak, write, birthDates} = own.data;
  const born = birthDates.at(-1);
  return {knownAs: knownAs ?? forename, legalName: `${forename} ${surname}`, pronouns, speak, write, ...(born ? {bornOn: born.date} : {})};
}

/** Kinds that category and duty are worked out of. */
const STANDING_RESTS_ON = [
  'young-person',
  'looked-after-period',
  'category-override',
  'immigration',
  'stay',
  'pathway-plan',
  'detention',
] as const;

/** The category by what was changed here of what it rests on; what has come back is in the summary. */
function standingNow(
  memory: MemoryStore,
  id: Id,
  today: CalendarDate,
): Partial<Pick<PersonSummary, 'category' | 'categorySince' | 'duty'>> {
  const rests = STANDING_RESTS_ON.flatMap((kind): readonly {readonly delivery: Delivery}[] => memory.records(id, kind));
  if (!memory.holdsFile(id) || memory.records(id, 'young-person').length === 0) return {};
  if (rests.every(({delivery}) => delivery === 'accepted')) return {};
  const standing = careLeaverStanding(
    memory.file(id).filter(record => !struckOut(record)),
    today,
  );
  return {category: standing.category, categorySince: standing.since, duty: standing.dutyStatus};
}

/** Null where they are not here: then the headlines tell. */
function alertsNow(memory: MemoryStore, id: Id, today: CalendarDate): PersonSummary['alerts'] | null {
  const alerts = memory.records(id, 'alert');
  const inForce = alerts.filter(alert => !struckOut(alert) && (alert.data.endOn === null || alert.data.endOn >= today));
  return alerts.length === 0 ? null : [...new Set(inForce.map(({data}) => data.code))].toSorted();
}

/** Where the file is here, what is due by it now: what was recorded here a moment ago counts at once. */
function dueNow(memory: MemoryStore, id: Id, today: CalendarDate): Pick<PersonSummary, 'due'> {
  if (!memory.holdsFile(id)) return {};
  return {due: [...dueHeadlines(deadlinesOnDevice(memory, id, today))]};
}

/** The same one until something is another. */
export const personOnDevice = keptPerFile((memory, id, today): PersonOnDevice | null => {
  const stored = memory.records(id, 'summary')[0]?.data;
  if (!stored) return null;
  const known = knownNow(memory, id);
  const contacts = memory.records(id, 'contact').filter(contact => !struckOut(contact));
  const planned = memory.records(id, 'planned-visit').filter(visit => !struckOut(visit));
  const hasContacts = memory.records(id, 'contact').length > 0 || planned.length > 0;
  const agreed = agreedContacts(
    contacts.map(({data}) => data),
    planned.map(({data}) => data),
  );
  const newest = (of: readonly Folded<'contact'>[]) => of.reduce<CalendarDate | null>((best, {data}) => later(best, data.on), null);
  return {
    ...stored,
    id,
    ...known,
    ...standingNow(memory, id, today),
    alerts: alertsNow(memory, id, today) ?? stored.alerts,
    ...dueNow(memory, id, today),
    holdsFile: memory.holdsFile(id),
    age: stored.died ? stored.age : ageOn(known.bornOn ?? stored.bornOn, today),
    lastContactOn: later(stored.lastContactOn, newest(contacts.filter(({data}) => youngPersonTookPart(data)))),
    lastSeenOn: later(stored.lastSeenOn, newest(contacts.filter(({data}) => wasSeen(data)))),
    lastSeenAtHomeOn: later(stored.lastSeenAtHomeOn, newest(contacts.filter(({data}) => countsAsVisitAtHome(data)))),
    // Nothing is still to do for somebody who has died (edge case 21).
    nextContactOn: stored.died ? null : hasContacts ? (agreed.find(on => on >= today) ?? null) : stored.nextContactOn,
    missedContactOn: stored.died ? null : hasContacts ? (agreed.findLast(on => on < today) ?? null) : passed(stored, today),
    twoVersions:
      memory.records(id, 'risk-summary').some(({heads}) => (heads['words']?.length ?? 0) > 1) ||
      (stored.twoVersions && !memory.holdsFile(id)),
    questions: memory.holdsFile(id) ? [...fileQuestions(memory.file(id), today)] : (stored.questions ?? []),
  };
});

export function peopleOnDevice(memory: MemoryStore, today: CalendarDate): readonly PersonOnDevice[] {
  return memory.people().flatMap(id => personOnDevice(memory, id, today) ?? []);
}

/** Known-as and legal name, whole or in part, in any order of parts, with or without accents. */
export function matchesName(person: Pick<PersonSummary, 'knownAs' | 'legalName'>, search: string): boolean {
  const names = foldForSearch(`${person.knownAs} ${person.legalName}`);
  return foldForSearch(search)
    .split(' ')
    .every(part => names.includes(part));
}

/** A colleague's name, or null where the device does not know the person. */
export function staffName(memory: MemoryStore, holder: Id | null): string | null {
  if (holder === null) return null;
  const found = memory.records(null, 'staff-member').find(({id}) => id === holder)?.data;
  return found ? `${found.forename} ${found.surname}` : null;
}

/** How many signals the radar sees across these people, without those that are switched off. */
export const onRadar = (people: readonly PersonOnDevice[]): number =>
  people
    .filter(({died}) => !died)
    .flatMap(({radar}) => radar ?? [])
    .filter(({offUntil}) => offUntil === null).length;
