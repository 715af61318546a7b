/**
 * A contact while it is being written, and what becomes of it: faults by field, or the commands that record it and its
 * actions. Pure, so that every rule of the form is tested without a screen.
 */
import {readAs} from '#client/forms/use-draft.ts';
import * as z from 'zod/mini';
import {CONTACT_DIRECTIONS, CONTACT_OUTCOMES, CONTACT_TYPES, type ContactOutcome, type ContactType} from '#domain/contact/codes.ts';
import type {Contact} from '#domain/contact/contact.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {TextKey} from '#client/i18n/text.ts';
import {isTooLongLine, isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {dateFromParts, isEmptyDate, isEmptyTime, NO_DATE, NO_TIME, partsFromDate, timeFromParts} from '#client/ui/date-parts.ts';

/** The steps of the form, in which both kinds of visit are one way of being in touch. */
export const WAYS = ['visit', 'phone', 'message', 'video', 'office', 'letter_email', 'prison_visit', 'third_party', 'attempted'] as const;
export type Way = (typeof WAYS)[number];

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});
const actionSchema = z.object({
  key: z.string(),
  what: z.string(),
  owner: z.enum(['me', 'young_person', 'other']),
  ownerName: z.string(),
  due: dateParts,
});
/** What may be said beside it; nobody has to. */
const moreSchema = z.object({
  direction: z.nullable(z.enum(CONTACT_DIRECTIONS)),
  alsoThere: z.string(),
  purpose: z.string(),
  homeSeen: z.nullable(z.boolean()),
  activityConfirmed: z.nullable(z.boolean()),
  homeConfirmed: z.nullable(z.boolean()),
  said: z.string(),
  wellbeing: z.string(),
  concerns: z.string(),
  service: z.string(),
});
export type MoreDraft = z.infer<typeof moreSchema>;
export const NO_MORE: MoreDraft = {
  direction: null,
  alsoThere: '',
  purpose: '',
  homeSeen: null,
  activityConfirmed: null,
  homeConfirmed: null,
  said: '',
  wellbeing: '',
  concerns: '',
  service: '',
};
export const MORE_LINES = ['alsoThere', 'purpose', 'service'] as const;
export const MORE_TEXTS = ['said', 'wellbeing', 'concerns'] as const;

const draftSchema = z.object({
  person: z.nullable(z.string()),
  way: z.nullable(z.enum(WAYS)),
  where: z.nullable(z.enum(['home', 'elsewhere'])),
  date: dateParts,
  time: z.object({hour: z.string(), minute: z.string()}),
  outcome: z.nullable(z.enum(CONTACT_OUTCOMES)),
  seenAlone: z.nullable(z.boolean()),
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
  next: dateParts,
  actions: z.array(actionSchema),
  more: z.optional(moreSchema),
  /** The contact that this one corrects. */
  amends: z.optional(z.string()),
  /** The planned visit that it keeps. */
  plan: z.optional(z.string()),
});
export type ContactDraft = z.infer<typeof draftSchema>;
export type ActionDraft = z.infer<typeof actionSchema>;

export function emptyDraft(person: Id | null, today: CalendarDate, lang: 'cy' | 'en'): ContactDraft {
  return {
    person,
    way: null,
    where: null,
    date: partsFromDate(today),
    time: NO_TIME,
    outcome: null,
    seenAlone: null,
    text: '',
    lang,
    next: NO_DATE,
    actions: [],
  };
}

/** A contact of a planned visit begins with what was planned. */
export function draftOfPlan(id: Id, person: Id, planned: DataOf<'planned-visit'>, today: CalendarDate, lang: 'cy' | 'en'): ContactDraft {
  return {
    ...emptyDraft(person, today, lang),
    way: WAY_OF[planned.type] ?? WAYS.find(way => way === planned.type) ?? null,
    where: planned.type === 'visit_at_accommodation' ? 'home' : planned.type === 'visit_elsewhere' ? 'elsewhere' : null,
    plan: id,
  };
}

const WAY_OF: Partial<Record<ContactType, Way>> = {visit_at_accommodation: 'visit', visit_elsewhere: 'visit'};

/** A correction begins with what was recorded; it is an entry of its own, and the first one stays. */
export function draftOfContact(id: Id, person: Id, contact: Contact, lang: 'cy' | 'en'): ContactDraft {
  const [hour = '', minute = ''] = contact.at?.split(':') ?? [];
  return {
    person,
    way: WAY_OF[contact.type] ?? WAYS.find(way => way === contact.type) ?? null,
    where: contact.type === 'visit_at_accommodation' ? 'home' : contact.type === 'visit_elsewhere' ? 'elsewhere' : null,
    date: partsFromDate(contact.on),
    time: {hour, minute},
    outcome: contact.outcome,
    seenAlone: contact.seenAlone,
    text: contact.note?.text ?? '',
    lang: contact.note === null || contact.note.lang === 'not_stated' ? lang : contact.note.lang,
    next: contact.nextContactOn === null ? NO_DATE : partsFromDate(contact.nextContactOn),
    actions: [],
    more: moreOf(contact),
    amends: id,
  };
}

function moreOf(contact: Contact): MoreDraft {
  return {
    direction: contact.direction ?? null,
    alsoThere: contact.alsoThere ?? '',
    purpose: contact.purpose ?? '',
    homeSeen: contact.homeSeen ?? null,
    activityConfirmed: contact.activityConfirmed ?? null,
    homeConfirmed: contact.homeConfirmed ?? null,
    said: contact.saidByYoungPerson?.text ?? '',
    wellbeing: contact.wellbeing?.text ?? '',
    concerns: contact.concerns?.text ?? '',
    service: contact.service ?? '',
  };
}

export const readDraft = readAs(draftSchema);

const OUTCOMES: Readonly<Record<Way, readonly ContactOutcome[]>> = {
  visit: ['seen', 'did_not_meet', 'refused', 'cancelled_yp', 'cancelled_pa'],
  office: ['seen', 'did_not_meet', 'refused', 'cancelled_yp', 'cancelled_pa'],
  prison_visit: ['seen', 'did_not_meet', 'refused', 'cancelled_yp', 'cancelled_pa'],
  phone: ['spoke', 'no_reply', 'refused', 'cancelled_yp', 'cancelled_pa'],
  video: ['spoke', 'no_reply', 'refused', 'cancelled_yp', 'cancelled_pa'],
  message: ['replied', 'no_reply', 'info_only'],
  letter_email: ['replied', 'no_reply', 'info_only'],
  third_party: ['spoke', 'info_only'],
  attempted: ['no_reply', 'did_not_meet', 'refused'],
};

export function outcomesOf(way: Way): readonly ContactOutcome[] {
  return OUTCOMES[way];
}

/** Whether they were alone is asked only where somebody was seen. */
export function asksSeenAlone({way, outcome}: ContactDraft): boolean {
  return outcome === 'seen' || (way === 'video' && outcome === 'spoke');
}

/** Whether the home itself was looked at is asked of a visit there. */
export const asksHomeSeen = ({way, where}: ContactDraft): boolean => way === 'visit' && where === 'home';

function typeOf({way, where}: ContactDraft): ContactType | null {
  if (way === 'visit') return where === null ? null : where === 'home' ? 'visit_at_accommodation' : 'visit_elsewhere';
  return CONTACT_TYPES.find(type => type === way) ?? null;
}

export interface Fault {
  readonly field: string;
  readonly key: TextKey;
}

export function faultsOf(draft: ContactDraft, today: CalendarDate): readonly Fault[] {
  const faults: Fault[] = [];
  const wrong = (field: string, key: TextKey) => faults.push({field, key});
  const on = dateFromParts(draft.date);
  const next = dateFromParts(draft.next);
  if (draft.person === null) wrong('who', 'contact:who.missing');
  if (draft.way === null) wrong('how', 'contact:how.missing');
  if (draft.way === 'visit' && draft.where === null) wrong('where', 'contact:where.missing');
  if (on === null) wrong('date', isEmptyDate(draft.date) ? 'contact:when.date.missing' : 'contact:date.wrong');
  else if (on > today) wrong('date', 'contact:when.date.future');
  if (!isEmptyTime(draft.time) && timeFromParts(draft.time) === null) wrong('time', 'contact:when.time.wrong');
  if (draft.way !== null && (draft.outcome === null || !OUTCOMES[draft.way].includes(draft.outcome)))
    wrong('outcome', 'contact:outcome.missing');
  if (isTooLongText(draft.text)) wrong('note', 'contact:note.tooLong');
  if (!isEmptyDate(draft.next) && next === null) wrong('next', 'contact:date.wrong');
  else if (next !== null && next < today && draft.amends === undefined) wrong('next', 'contact:next.past');
  const more = draft.more ?? NO_MORE;
  for (const field of MORE_LINES) if (isTooLongLine(more[field])) wrong(field, 'contact:more.tooLong');
  for (const field of MORE_TEXTS) if (isTooLongText(more[field])) wrong(field, 'contact:note.tooLong');
  for (const action of draft.actions) {
    if (keepableWords(action.what).trim() === '') wrong(`${action.key}-what`, 'contact:actions.what.missing');
    else if (isTooLongText(action.what)) wrong(`${action.key}-what`, 'contact:actions.what.tooLong');
    if (action.owner === 'other' && keepableWords(action.ownerName).trim() === '')
      wrong(`${action.key}-owner-name`, 'contact:actions.owner.missing');
    else if (action.owner === 'other' && isTooLongLine(action.ownerName))
      wrong(`${action.key}-owner-name`, 'contact:actions.owner.tooLong');
    if (!isEmptyDate(action.due) && dateFromParts(action.due) === null) wrong(`${action.key}-due`, 'contact:actions.due.wrong');
  }
  return faults;
}

interface Maker {
  readonly holder: Id;
  readonly today: CalendarDate;
  readonly youngPersonName: string;
  readonly newId: () => Id;
  /** What is corrected: who made it stays who made it, and words that nobody touched stay in their own language. */
  readonly amended?: Contact | undefined;
}

/** The commands of a draft without faults: the contact, then its actions, which name it. */
export function commandsOf(draft: ContactDraft, {holder, today, youngPersonName, newId, amended}: Maker): readonly NewCommand[] {
  const on = dateFromParts(draft.date);
  const type = typeOf(draft);
  if (draft.person === null || on === null || type === null || draft.outcome === null) return [];
  const contact = newId();
  const faceToFace = draft.way === 'visit' || draft.way === 'office' || draft.way === 'prison_visit';
  const more = draft.more ?? NO_MORE;
  const line = (text: string) => keepableWords(text).trim() || null;
  const words = (text: string, before?: Words | null) => {
    const kept = keepableWords(text);
    if (before && before.text === kept) return before;
    return kept.trim() === '' ? null : {text: kept, lang: draft.lang};
  };
  const record: NewCommand<'contact.record'> = {
    kind: 'contact.record',
    record: contact,
    person: draft.person,
    body: {
      on,
      at: isEmptyTime(draft.time) ? null : timeFromParts(draft.time),
      worker: amended ? amended.worker : holder,
      workerAsWritten: amended?.workerAsWritten ?? null,
      type,
      atAccommodation: draft.way === 'visit' ? draft.where === 'home' : null,
      seen: faceToFace ? draft.outcome === 'seen' : null,
      seenAlone: asksSeenAlone(draft) ? draft.seenAlone : null,
      outcome: draft.outcome,
      markedAsVisit: amended?.markedAsVisit ?? null,
      note: words(draft.text, amended?.note),
      nextContactOn: dateFromParts(draft.next),
      writtenUpOn: today,
      amends: draft.amends ?? null,
      direction: more.direction,
      alsoThere: line(more.alsoThere),
      purpose: line(more.purpose),
      homeSeen: asksHomeSeen(draft) ? more.homeSeen : null,
      activityConfirmed: more.activityConfirmed,
      homeConfirmed: more.homeConfirmed,
      saidByYoungPerson: words(more.said, amended?.saidByYoungPerson),
      wellbeing: words(more.wellbeing, amended?.wellbeing),
      concerns: words(more.concerns, amended?.concerns),
      service: line(more.service),
    },
  };
  const actions = draft.actions.map((action): NewCommand<'plan-action.add'> => ({
    kind: 'plan-action.add',
    record: newId(),
    person: draft.person,
    body: {
      what: {text: keepableWords(action.what), lang: draft.lang},
      owner: action.owner === 'other' ? keepableWords(action.ownerName).trim() : action.owner === 'young_person' ? youngPersonName : null,
      ownerStaff: action.owner === 'me' ? holder : null,
      dueOn: dateFromParts(action.due),
      fromContact: contact,
      plan: null,
      section: null,
      costPence: null,
    },
  }));
  const kept: NewCommand<'visit.keep'>[] =
    draft.plan === undefined ? [] : [{kind: 'visit.keep', record: draft.plan, person: draft.person, body: {contact}}];
  return [record, ...kept, ...actions];
}

export function newAction(key: string): ActionDraft {
  return {key, what: '', owner: 'me', ownerName: '', due: NO_DATE};
}

/** Which of the quick days a date is; anything else is typed. */
export function quickDay(draft: ContactDraft, today: CalendarDate): 'today' | 'yesterday' | 'other' {
  const on = dateFromParts(draft.date);
  return on === today ? 'today' : on === addDays(today, -1) ? 'yesterday' : 'other';
}
