/**
 * Works out a person's summary record from their file: the server alone stores it, so lists, managers and reports all
 * see the same. Pure: the day it is true of is an argument.
 */
import {adviserOn, nextAdviserAfter} from '../access/commands.ts';
import {homeStatus, presentStay} from '../accommodation/present-stay.ts';
import {judgementOf} from '../accommodation/suitability.ts';
import {agreedContacts, countsAsVisitAtHome, standingContacts, wasSeen, youngPersonTookPart} from '../contact/contact.ts';
import {touchesInOrder} from '../contact/touches-in-order.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {isKind} from '../shared/is-kind.ts';
import {ageOn, type CalendarDate} from '../shared/calendar-date.ts';
import {settingsInForce} from '../authority/settings.ts';
import {alarmHeadline, openWorry} from '../worry/open-worry.ts';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {fieldsToChoose} from '../shared/versions.ts';
import {radarOf} from '../radar/radar.ts';
import {dueHeadlines} from './due-headlines.ts';
import {fileQuestions} from './file-questions.ts';
import {careLeaverStanding} from './standing.ts';
import type {PersonSummary} from './summary.ts';

const latest = (dates: readonly (CalendarDate | null)[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>((best, on) => (on !== null && (best === null || on > best) ? on : best), null);
const soonest = (dates: readonly (CalendarDate | null)[], from: CalendarDate): CalendarDate | null =>
  dates.reduce<CalendarDate | null>((best, on) => (on !== null && on >= from && (best === null || on < best) ? on : best), null);

/** Null while the file has no young-person record (nothing to summarise). */
export function summarise(
  whole: readonly DomainRecord[],
  today: CalendarDate,
  settings: readonly DomainRecord[] = [],
): PersonSummary | null {
  // What was struck out stays in the file and counts for nothing.
  const file = whole.filter(record => !struckOut(record));
  const of = <Kind extends KindCode>(kind: Kind) => file.filter((record): record is RecordOf<Kind> => isKind(record, kind));
  const person = of('young-person')[0];
  const birth = person?.data.birthDates.at(-1);
  if (!person || !birth) return null;
  const {data} = person;
  const contacts = standingContacts(of('contact')).map(({data: contact}) => contact);
  const expected = agreedContacts(
    contacts,
    of('planned-visit').map(({data: planned}) => planned),
  );
  const stay = presentStay(of('stay'), today);
  const unsuitable = stay && judgementOf(of('suitability'), stay.id)?.data.result;
  const touch = touchesInOrder(of('in-touch'));
  const actions = of('plan-action')
    .map(({data: action}) => action)
    .filter(action => action.status === 'not_started' || action.status === 'in_progress');
  const standing = careLeaverStanding(file, today);
  const records = {ofPerson: (_: unknown, kind: string) => file.filter(record => record.kind === kind)};
  const deadlines = deadlinesOf(whole, settings, today);
  const lastContactOn = latest(contacts.filter(youngPersonTookPart).map(({on}) => on));
  return {
    knownAs: data.knownAs ?? data.forename,
    legalName: `${data.forename} ${data.surname}`,
    legacyId: data.legacyId,
    bornOn: birth.date,
    age: ageOn(birth.date, data.diedOn ?? today),
    pronouns: data.pronouns,
    speak: data.speak,
    write: data.write,
    category: standing.category,
    categorySince: standing.since,
    duty: standing.dutyStatus,
    home: stay?.data.type ?? null,
    homeStatus: homeStatus(stay?.data.type ?? null),
    homeSince: stay?.data.startOn ?? null,
    homeUnsuitable: unsuitable ? unsuitable === 'unsuitable' : null,
    inTouch: touch.at(-1)?.data.status ?? null,
    lastContactOn,
    lastSeenOn: latest(contacts.filter(wasSeen).map(({on}) => on)),
    lastSeenAtHomeOn: latest(contacts.filter(countsAsVisitAtHome).map(({on}) => on)),
    nextContactOn: data.diedOn !== null ? null : (expected.find(on => on >= today) ?? null),
    missedContactOn: data.diedOn !== null ? null : (expected.findLast(on => on < today) ?? null),
    due: [...dueHeadlines(deadlines)],
    openActions: actions.length,
    nextActionOn:
      data.diedOn !== null
        ? null
        : soonest(
            actions.map(({dueOn}) => dueOn),
            today,
          ),
    alerts: [
      ...new Set(
        of('alert')
          .filter(({data: alert}) => alert.endOn === null || alert.endOn >= today)
          .map(({data: alert}) => alert.code),
      ),
    ].toSorted(),
    worry: data.diedOn === null ? openWorry(of('worry')) : null,
    radar: radarOf(whole, settings, today, deadlines).map(({signal, who, by, hold, facts}) => ({
      signal,
      who,
      by,
      offUntil: hold?.until ?? null,
      facts: [...facts],
    })),
    alarm: data.diedOn === null ? alarmHeadline(of('worry'), settingsInForce(settings)('alarmUrgentKinds', today)) : null,
    adviser: adviserOn(records, person.id, today)?.data.adviser ?? null,
    nextAdviser: nextAdviserAfter(records, person.id, today),
    cover: of('cover')
      .map(({data: cover}) => cover)
      .filter(cover => cover.until >= today && (cover.endedOn === null || cover.endedOn > today))
      .map(({holder, from, until}) => ({holder, from, until})),
    twoVersions: file.some(record => fieldsToChoose(record).length > 0),
    questions: [...fileQuestions(file, today)],
    died: data.diedOn !== null,
    asOf: today,
  };
}
