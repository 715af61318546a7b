/** Records for component tests, each with everything its kind asks for and only what a test says different. */
import type {Role} from '#domain/access/roles.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord, Head} from '#domain/shared/record.ts';
import type {KindCode, DataOf} from '#domain/record-kinds.ts';
import type {PersonSummary} from '#domain/young-person/summary.ts';
import type {OpenVault} from '#client/vault/contract.ts';

export type Session = OpenVault['session'];

/** A valid id that is easy to read in a failing test. */
export function idFor(number: number): Id {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const SELF = idFor(900);
export const COLLEAGUE = idFor(901);
export const THIS_DEVICE = idFor(800);
const OTHER_DEVICE = idFor(801);

export function sessionOf(role: Role = 'adviser', sample = false): Session {
  return {
    account: idFor(700),
    holder: SELF,
    role,
    name: 'Lowri Haf',
    signInName: 'lowri.haf@example.org',
    authority: {code: 'W06999999', cy: 'Cyngor Sampl', en: 'Sample Council', sample},
    csrf: 'x',
  };
}

export function recordOf<Kind extends KindCode>(
  kind: Kind,
  id: Id,
  person: Id | null,
  data: DataOf<Kind>,
  heads: Record<string, readonly Head[]> = {},
): DomainRecord {
  return {
    id,
    kind,
    scope: idFor(600),
    person,
    data,
    heads,
    made: {author: SELF, device: THIS_DEVICE, at: '2026-11-20T09:00:00.000Z', op: idFor(500)},
  };
}

export function staffRecord(id: Id, forename: string, surname: string): DomainRecord {
  return recordOf('staff-member', id, null, {
    legacyId: null,
    jobTitle: null,
    forename,
    surname,
    email: null,
    phone: null,
    fullTimeEquivalent: 1,
    welshLevel: 5,
    manager: null,
    startOn: null,
    endOn: null,
  });
}

export function summaryRecord(person: Id, changes: Partial<PersonSummary> & {readonly knownAs: string}): DomainRecord {
  const summary: PersonSummary = {
    legalName: `${changes.knownAs} Fiddlewood`,
    legacyId: null,
    bornOn: date('2007-05-01'),
    age: 19,
    pronouns: null,
    speak: 'cy',
    write: 'cy',
    category: 'C3',
    categorySince: date('2025-05-01'),
    duty: 'full',
    home: 'supported_lodgings',
    homeStatus: 'settled',
    homeSince: date('2025-05-01'),
    homeUnsuitable: false,
    inTouch: 'yes',
    lastContactOn: date('2026-11-01'),
    lastSeenOn: date('2026-11-01'),
    lastSeenAtHomeOn: date('2026-10-01'),
    nextContactOn: null,
    missedContactOn: null,
    openActions: 0,
    nextActionOn: null,
    alerts: [],
    adviser: SELF,
    nextAdviser: null,
    cover: [],
    twoVersions: false,
    died: false,
    asOf: date('2026-11-20'),
    ...changes,
  };
  return recordOf('summary', `${person.slice(0, -4)}9${person.slice(-3)}`, person, summary);
}

export function youngPersonRecord(
  id: Id,
  person: Id,
  changes: Partial<DataOf<'young-person'>> = {},
  heads: Record<string, readonly Head[]> = {},
): DomainRecord {
  const data: DataOf<'young-person'> = {
    legacyId: null,
    forename: 'Ffion',
    surname: 'Fiddlewood',
    knownAs: null,
    pronouns: null,
    birthDates: [{date: date('2008-06-04'), status: 'verified', heldFrom: date('2008-06-04')}],
    sex: null,
    genderNote: null,
    ethnicity: null,
    nationality: null,
    firstLanguage: null,
    speak: null,
    write: null,
    interpreter: null,
    disability: null,
    nhsNumber: null,
    nationalInsuranceNumber: null,
    phone: null,
    email: null,
    address: null,
    town: null,
    postcode: null,
    parent: null,
    toldUsOn: null,
    diedOn: null,
    ...changes,
  };
  return recordOf('young-person', id, person, data, heads);
}

export function riskHead(op: number, author: Id, text: string, lang: 'cy' | 'en' = 'en'): Head {
  return {
    ops: [idFor(op)],
    value: {text, lang},
    author,
    device: author === SELF ? THIS_DEVICE : OTHER_DEVICE,
    at: '2026-11-21T10:42:00.000Z',
  };
}

/** A plan in force that nobody has answered yet. */
export const planRecord = (id: Id, person: Id) =>
  recordOf('pathway-plan', id, person, {
    version: 1,
    status: 'current',
    categoryAtPlan: null,
    assessedOn: null,
    planOn: date('2026-06-01'),
    language: 'cy',
    author: null,
    approvedBy: null,
    approvedOn: null,
    response: null,
    copyGivenOn: null,
    explained: null,
    contactEveryWeeks: null,
    lastReviewOn: null,
    lastReviewType: null,
    lastFullReviewOn: null,
    formerNextReviewOn: null,
    programme: null,
    programmeStatus: null,
    programmeEndsOn: null,
    programmeResumesOn: null,
  });

/** A visit at home on which somebody was met; in staff's scope it is for a test to put it. */
export function contactRecord(id: Id, person: Id, changes: Partial<DataOf<'contact'>> = {}): DomainRecord {
  const data: DataOf<'contact'> = {
    on: date('2026-11-20'),
    at: null,
    worker: SELF,
    workerAsWritten: null,
    type: 'visit_at_accommodation',
    atAccommodation: true,
    seen: true,
    seenAlone: true,
    outcome: 'seen',
    markedAsVisit: null,
    note: null,
    nextContactOn: null,
    writtenUpOn: null,
    amends: null,
    ...changes,
  };
  return recordOf('contact', id, person, data);
}

/** Who helps: nobody yet, and the settings of an authority that has set nothing. */
export function whoHelpsRecord(id: Id, person: Id, changes: Partial<DataOf<'who-helps'>> = {}): DomainRecord {
  const data: DataOf<'who-helps'> = {
    adviser: null,
    cover: [],
    nextContactOn: null,
    names: [],
    numbers: [],
    helpText: null,
    complaintText: null,
    welcomeText: null,
    hiddenLockSeconds: 60,
    idleLockMinutes: 5,
    ...changes,
  };
  return recordOf('who-helps', id, person, data);
}

/** A place in the Basic Income pilot, all of it paid. */
export function enrolmentRecord(id: Id, person: Id, changes: Partial<DataOf<'income-enrolment'>> = {}) {
  return recordOf('income-enrolment', id, person, {
    offeredOn: date('2023-03-01'),
    adviceOn: null,
    decision: 'joined',
    joinedOn: date('2023-03-21'),
    firstPaymentMonth: '2023-04',
    finalPaymentMonth: '2025-03',
    paymentsMade: 24,
    frequency: 'monthly',
    grossMonthPence: 160_000,
    netMonthPence: 128_000,
    accountSetUp: true,
    pauseNote: null,
    closingReason: '24_paid',
    ...changes,
  });
}

/** Raised and not read by anybody yet. */
export function worryRecord(id: Id, person: Id, changes: Partial<DataOf<'worry'>> = {}) {
  return recordOf('worry', id, person, {
    about: 'arrears',
    words: null,
    raisedAt: '2026-11-20T10:00:00.000Z',
    receivedAt: null,
    seenBy: [],
    closedAt: null,
    outcome: null,
    ...changes,
  });
}

/** A rented flat of which nothing more is known. */
export function stayRecord(id: Id, person: Id, changes: Partial<DataOf<'stay'>> = {}) {
  return recordOf('stay', id, person, {
    type: 'private_rented',
    providedByAuthority: null,
    address: null,
    town: null,
    postcode: null,
    landlord: null,
    tenancyStatus: null,
    startOn: null,
    endOn: null,
    endReason: null,
    weeklyRentPence: null,
    ...changes,
  });
}

/** An open episode of homelessness, as it is put down first. */
export function episodeRecord(
  id: Id,
  person: Id,
  data: Partial<DataOf<'homeless-episode'>> & Pick<DataOf<'homeless-episode'>, 'presentedOn' | 'housingAuthority'>,
) {
  return recordOf('homeless-episode', id, person, {
    askedIfCareExperienced: null,
    dutyAccepted: null,
    priorityNeedGround: null,
    reviewHeldOn: null,
    outcome: null,
    endOn: null,
    ...data,
  });
}

/** When I am Ready of which nothing has been said. */
export function readyRecord(id: Id, person: Id, changes: Partial<DataOf<'when-i-am-ready'>> = {}) {
  return recordOf('when-i-am-ready', id, person, {
    youngPersonWants: null,
    carerWants: null,
    agreedOn: null,
    startOn: null,
    plannedEndOn: null,
    endOn: null,
    endReason: null,
    ...changes,
  });
}

/** A time of being looked after by a care order, of which no more is known. */
export function careRecord(
  id: Id,
  person: Id,
  data: Partial<DataOf<'looked-after-period'>> & Pick<DataOf<'looked-after-period'>, 'startOn'>,
) {
  return recordOf('looked-after-period', id, person, {
    endOn: null,
    legalStatus: 'care_order',
    authority: 'W06000015',
    lastPlacement: null,
    reasonCeased: null,
    reviewsHeld: null,
    lastReviewOn: null,
    ...data,
  });
}
