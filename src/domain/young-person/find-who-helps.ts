/**
 * Works out who helps a young person from their shared records and the staff: pure, the day is an argument. Of the staff
 * only those who stand in the shared records are named.
 */
import {adviserOn, coversOn} from '../access/commands.ts';
import {agreedContacts} from '../contact/contact.ts';
import {PILOT_ID, schemesOf} from '../income-scheme/scheme.ts';
import type {RecordOf} from '../record-kinds.ts';
import {isKind} from '../shared/is-kind.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {HelpOfAuthority, WhoHelps} from './who-helps.ts';

type Staff = RecordOf<'staff-member'>;
const nameOf = ({data}: Staff) => `${data.forename} ${data.surname}`;
const helperOf = (member: Staff) => ({id: member.id, name: nameOf(member), phone: member.data.phone});

/** Ids that stand anywhere in a value: authors, owners, deciders, holders of cover. */
function idsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) idsIn(item, found);
  return found;
}

/** Those they have been offered or are in, and nothing of any other. */
function schemesOfFile(shared: readonly DomainRecord[], ofAuthority: readonly DomainRecord[]): NonNullable<WhoHelps['schemes']> {
  const named = new Set(
    shared.flatMap(record => (isKind(record, 'income-enrolment') && !struckOut(record) ? [record.data.scheme ?? PILOT_ID] : [])),
  );
  return schemesOf(ofAuthority)
    .filter(({id}) => named.has(id))
    .map(({id, name, payments, closedOn, lastPaymentMonth, checkIns, checkInsAfter, questions, ownQuestions}) => ({
      id,
      name,
      payments,
      closedOn,
      lastPaymentMonth,
      checkIns: [...checkIns],
      checkInsAfter: [...checkInsAfter],
      questions: [...questions],
      ownQuestions: [...ownQuestions],
    }));
}

/** `file`: all of the person's records; names come from the shared scope alone, of contacts only the next agreed day. */
export function whoHelps(
  file: readonly DomainRecord[],
  person: Id,
  sharedScope: Id,
  ofAuthority: readonly DomainRecord[],
  authority: HelpOfAuthority,
  today: CalendarDate,
): WhoHelps {
  const shared = file.filter(record => record.scope === sharedScope && record.kind !== 'who-helps');
  const members = new Map(
    ofAuthority.filter((record): record is Staff => isKind(record, 'staff-member')).map(member => [member.id, member]),
  );
  const records = {ofPerson: (_: Id | null, kind: string) => shared.filter(record => record.kind === kind)};
  const adviser = members.get(adviserOn(records, person, today)?.data.adviser ?? '');
  const contacts = file
    .filter((record): record is RecordOf<'contact'> => isKind(record, 'contact') && !struckOut(record))
    .map(({data}) => data);
  const planned = file
    .filter((record): record is RecordOf<'planned-visit'> => isKind(record, 'planned-visit') && !struckOut(record))
    .map(({data}) => data);
  return {
    adviser: adviser ? helperOf(adviser) : null,
    cover: coversOn(records, person, today).flatMap(({data: {holder, from, until}}) => {
      const member = members.get(holder);
      return member ? [{...helperOf(member), from, until}] : [];
    }),
    nextContactOn: agreedContacts(contacts, planned).find(on => on >= today) ?? null,
    names: [...idsIn(shared)].toSorted().flatMap(id => {
      const member = members.get(id);
      return member ? [{id, name: nameOf(member)}] : [];
    }),
    ...authority,
    schemes: schemesOfFile(shared, ofAuthority),
  };
}
