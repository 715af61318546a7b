/**
 * Contacts and visits. Notes are append-only: a correction is a new record that names what it amends. A failed attempt
 * is a step under R-47, never a visit. What the young person sees of a note is a record of its own in `shared`.
 */
import * as z from 'zod/mini';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {
  instantSchema,
  optionalDate,
  optionalFlag,
  optionalId,
  optionalLine,
  optionalWords,
  timeOfDaySchema,
  wordsSchema,
} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';
import type {plannedVisitKind} from './planned-visit.ts';

export const contactSchema = z.object({
  on: calendarDateSchema,
  at: z.nullable(timeOfDaySchema),
  worker: optionalId,
  workerAsWritten: optionalLine,
  type: z.enum(codes.CONTACT_TYPES),
  atAccommodation: optionalFlag,
  seen: optionalFlag,
  seenAlone: optionalFlag,
  outcome: z.nullable(z.enum(codes.CONTACT_OUTCOMES)),
  /** Ticked as a visit in an old system; whether it counts is computed. */
  markedAsVisit: optionalFlag,
  note: optionalWords,
  nextContactOn: optionalDate,
  writtenUpOn: optionalDate,
  amends: optionalId,
  // What domain.md 3.3 asks beside it; contacts of before these were asked have none of them.
  direction: z.optional(z.nullable(z.enum(codes.CONTACT_DIRECTIONS))),
  /** Who else was seen or took part, as entered. */
  alsoThere: z.optional(optionalLine),
  purpose: z.optional(optionalLine),
  /** The home itself was looked at. */
  homeSeen: z.optional(optionalFlag),
  /** Still the same as in the file: learning or work, and the home. */
  activityConfirmed: z.optional(optionalFlag),
  homeConfirmed: z.optional(optionalFlag),
  saidByYoungPerson: z.optional(optionalWords),
  wellbeing: z.optional(optionalWords),
  concerns: z.optional(optionalWords),
  service: z.optional(optionalLine),
});
export type Contact = z.infer<typeof contactSchema>;

export const contactKind = recordKind({
  kind: 'contact',
  compartments: ['staff'],
  schema: contactSchema,
  fields: {
    on: 'fixed',
    at: 'fixed',
    worker: 'fixed',
    workerAsWritten: 'fixed',
    type: 'fixed',
    atAccommodation: 'fixed',
    seen: 'fixed',
    seenAlone: 'fixed',
    outcome: 'fixed',
    markedAsVisit: 'fixed',
    note: 'fixed',
    nextContactOn: 'fixed',
    writtenUpOn: 'fixed',
    amends: 'fixed',
    direction: 'fixed',
    alsoThere: 'fixed',
    purpose: 'fixed',
    homeSeen: 'fixed',
    activityConfirmed: 'fixed',
    homeConfirmed: 'fixed',
    saidByYoungPerson: 'fixed',
    wellbeing: 'fixed',
    concerns: 'fixed',
    service: 'fixed',
  },
});

/** The shared version of a staff text: previewed and confirmed by the adviser, never made by itself. */
export const sharedNoteKind = recordKind({
  kind: 'shared-note',
  compartments: ['shared'],
  schema: z.object({about: idSchema, words: wordsSchema, sharedOn: calendarDateSchema}),
  fields: {about: 'fixed', words: 'fixed', sharedOn: 'fixed'},
});

export const messageKind = recordKind({
  kind: 'message',
  compartments: ['shared'],
  /** `about`: what was written for the young person, of which this says something. */
  schema: z.object({words: wordsSchema, sentAt: instantSchema, about: z.optional(optionalId)}),
  fields: {words: 'fixed', sentAt: 'fixed', about: 'fixed'},
});

/** A correction is a new entry that names what it amends: what was amended no longer counts. */
export function standingContacts<Entry extends {readonly id: Id; readonly data: Pick<Contact, 'amends'>}>(
  entries: readonly Entry[],
): readonly Entry[] {
  const amended = new Set(entries.map(({data}) => data.amends));
  return entries.filter(({id}) => !amended.has(id));
}

/** Why a contact is no visit in the sense of R-44, the first thing that stands in its way. */
export type NotAVisitBecause = 'not_a_visit' | 'elsewhere' | 'did_not_meet';

/** a visit is face to face, at the accommodation itself, and somebody was met. Null: it is one. */
export function notAVisitBecause(contact: Pick<Contact, 'type' | 'atAccommodation' | 'seen' | 'outcome'>): NotAVisitBecause | null {
  if (contact.type === 'visit_elsewhere' || (contact.type === 'visit_at_accommodation' && contact.atAccommodation === false))
    return 'elsewhere';
  if (contact.type !== 'visit_at_accommodation') return 'not_a_visit';
  return contact.seen === false || (contact.outcome !== null && contact.outcome !== 'seen') ? 'did_not_meet' : null;
}

/** a visit counts for only face to face at the accommodation itself. */
export const countsAsVisitAtHome = (contact: Pick<Contact, 'type' | 'atAccommodation' | 'seen' | 'outcome'>): boolean =>
  notAVisitBecause(contact) === null;

/** We saw the young person face to face, wherever it was. */
export function wasSeen(contact: Pick<Contact, 'type' | 'seen' | 'outcome'>): boolean {
  return codes.FACE_TO_FACE.includes(contact.type) && contact.seen !== false && contact.outcome !== 'did_not_meet';
}

/** the young person took part (saw us, spoke, answered); never a third party or a failed attempt. */
export function youngPersonTookPart(contact: Pick<Contact, 'type' | 'outcome'>): boolean {
  return (
    contact.type !== 'third_party' &&
    contact.type !== 'attempted' &&
    (contact.outcome === 'seen' || contact.outcome === 'spoke' || contact.outcome === 'replied')
  );
}

/**
 * Whether a contact says of its day that the young person was met, or answered: what nobody can have done after a death. Face to
 * face and with nothing said of it, it says that they were there.
 */
export function saysTheyTookPart(contact: Pick<Contact, 'type' | 'seen' | 'seenAlone' | 'outcome'>): boolean {
  if (contact.type === 'third_party') return false;
  if (contact.seen === true || contact.seenAlone === true || youngPersonTookPart(contact)) return true;
  return codes.FACE_TO_FACE.includes(contact.type) && contact.outcome === null && contact.seen !== false;
}

/**
 * Days on which somebody is expected: agreed at a contact and not met since (no contact with the young person, nor an attempt
 * at one, on that day or after), or planned and neither kept nor cancelled. Soonest first.
 */
export function agreedContacts(
  contacts: readonly Pick<Contact, 'on' | 'type' | 'nextContactOn'>[],
  planned: readonly Planned[],
): readonly CalendarDate[] {
  const own = contacts.filter(({type}) => type !== 'third_party');
  const latest = own.reduce<CalendarDate | null>((newest, {on}) => (newest === null || on > newest ? on : newest), null);
  const agreed = contacts.flatMap(({nextContactOn}) =>
    nextContactOn !== null && (latest === null || latest < nextContactOn) ? [nextContactOn] : [],
  );
  const open = planned.filter(({keptBy, cancelledBecause}) => keptBy === null && cancelledBecause === null);
  return [...new Set([...agreed, ...open.map(({on}) => on)])].toSorted();
}

type Planned = Pick<z.infer<typeof plannedVisitKind.schema>, 'on' | 'keptBy' | 'cancelledBecause'>;
