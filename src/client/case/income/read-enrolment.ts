/** One place in an income scheme with all that belongs to it, worked out on this device. */
import {checkInsOf, checkInTimetable, type CheckInDue} from '#domain/income-scheme/check-ins.ts';
import {paymentMonths, paysFor, type PaymentMonths} from '#domain/income-scheme/payment-months.ts';
import {schemeEligibility, type SchemeEligibility} from '#domain/income-scheme/scheme-eligibility.ts';
import {PILOT_ID, schemesOf, type KnownScheme} from '#domain/income-scheme/scheme.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';

type Enrolment = Folded<'income-enrolment'>;

export interface SchemeOfPerson {
  readonly scheme: KnownScheme;
  readonly eligibility: SchemeEligibility;
  readonly enrolment: Enrolment | undefined;
}

const schemes = (memory: MemoryStore): readonly KnownScheme[] => schemesOf(memory.records(null, 'income-scheme'));
const enrolments = (memory: MemoryStore, person: Id): readonly Enrolment[] =>
  memory.records(person, 'income-enrolment').filter(record => !struckOut(record));

/** Every scheme of the authority, whether it is for this person, and their place in it; once for each place, where an import brought several. */
export function schemesOfPerson(memory: MemoryStore, person: Id, today: CalendarDate): readonly SchemeOfPerson[] {
  const file = memory.file(person);
  return schemes(memory).flatMap((scheme): readonly SchemeOfPerson[] => {
    const eligibility = schemeEligibility(scheme, file, today);
    const places = enrolments(memory, person).filter(({data}) => (data.scheme ?? PILOT_ID) === scheme.id);
    return places.length === 0
      ? [{scheme, eligibility, enrolment: undefined}]
      : places.map(enrolment => ({scheme, eligibility, enrolment}));
  });
}

export interface EnrolmentCase extends SchemeOfPerson {
  readonly enrolment: Enrolment;
  /** The months that the dates give; null where nothing is paid. */
  readonly months: PaymentMonths | null;
  readonly timetable: readonly CheckInDue[];
  /** The newest first. */
  readonly checkIns: readonly Folded<'income-check-in'>[];
}

export function readEnrolment(memory: MemoryStore, person: Id, id: Id, today: CalendarDate): EnrolmentCase | null {
  const found = schemesOfPerson(memory, person, today).find(({enrolment}) => enrolment?.id === id);
  if (!found?.enrolment) return null;
  const {scheme, enrolment, eligibility} = found;
  const {joinedOn, pauses} = enrolment.data;
  const checkIns = checkInsOf(enrolment, memory.records(person, 'income-check-in')) as readonly Folded<'income-check-in'>[];
  const diedOn = memory.records(person, 'young-person')[0]?.data.diedOn ?? null;
  return {
    ...found,
    enrolment,
    months:
      joinedOn === null || eligibility.birthday === null
        ? null
        : paymentMonths(paysFor(scheme, enrolment.data), eligibility.birthday, joinedOn, pauses),
    timetable: checkInTimetable(scheme, enrolment, checkIns, today, diedOn),
    checkIns: checkIns.toReversed(),
  };
}
