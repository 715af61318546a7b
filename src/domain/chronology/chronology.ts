/**
 * What happened to a young person, in the order of its days, out of every kind of record that has a day (domain.md 3.3). Only
 * what is given to it can be in it: of the records of one scope it makes that reader's chronology. What was struck out and
 * what was corrected later stay in it and say so.
 */
import {standingContacts} from '../contact/contact.ts';
import {PLAN_IN_MAKING} from '../pathway-plan/codes.ts';
import {calendarDateInWales, type CalendarDate} from '../shared/calendar-date.ts';
import type {Words} from '../shared/fields.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {HOME_TOLD} from './home-told.ts';
import {LEARNING_TOLD} from './learning-told.ts';

export const CHRONOLOGY_GROUPS = ['contact', 'plan', 'review', 'home', 'learning', 'money', 'safety', 'care', 'people'] as const;
export type ChronologyGroup = (typeof CHRONOLOGY_GROUPS)[number];

/** What happened, and the part of life that it belongs to. Screens say it with `chronology:event.<code>`. */
export const CHRONOLOGY_EVENTS = {
  contact: 'contact',
  shared_note: 'contact',
  message: 'contact',
  visit_planned: 'contact',
  visit_cancelled: 'contact',
  in_touch: 'contact',
  touch_step: 'contact',
  assessment: 'plan',
  plan_made: 'plan',
  plan_approved: 'plan',
  plan_copy: 'plan',
  plan_answer: 'plan',
  plan_returned: 'plan',
  part_answered: 'plan',
  consulted: 'plan',
  action_settled: 'plan',
  hold: 'plan',
  review_held: 'review',
  review_arranged: 'review',
  review_cancelled: 'review',
  review_asked: 'review',
  moved_in: 'home',
  moved_out: 'home',
  home_judged: 'home',
  home_decided: 'home',
  home_news: 'home',
  home_risk: 'home',
  home_risk_ended: 'home',
  radar_off: 'safety',
  notice: 'home',
  multi_agency: 'home',
  homeless: 'home',
  homeless_ended: 'home',
  ready_began: 'home',
  ready_ended: 'home',
  ready_agreed: 'home',
  ready_checked: 'home',
  vacation: 'home',
  activity: 'learning',
  activity_ended: 'learning',
  snapshot_corrected: 'learning',
  support_asked: 'learning',
  support_decided: 'learning',
  support_withdrawn: 'learning',
  support_paid: 'learning',
  fund_asked: 'money',
  fund_decided: 'money',
  fund_paid: 'money',
  fund_question: 'money',
  fund_answer: 'money',
  fund_paper: 'money',
  fund_withdrawn: 'money',
  fund_refunded: 'money',
  fund_outcome: 'money',
  income_offered: 'money',
  income_joined: 'money',
  income_declined: 'money',
  income_ended: 'money',
  check_in: 'money',
  alert_set: 'safety',
  alert_ended: 'safety',
  worry: 'safety',
  worry_closed: 'safety',
  complaint: 'safety',
  detained: 'safety',
  released: 'safety',
  care_began: 'care',
  care_ended: 'care',
  category_decided: 'care',
  birth_date_corrected: 'care',
  died: 'care',
  advocate_offered: 'people',
  person_came: 'people',
  person_left: 'people',
  consent_given: 'people',
  consent_withdrawn: 'people',
  evaluation_given: 'people',
  evaluation_withdrawn: 'people',
  document_noted: 'people',
  records_asked: 'people',
  adviser_began: 'people',
  cover_began: 'people',
  hand_over: 'people',
  app_began: 'people',
  app_ended: 'people',
  printed: 'people',
  words_filed: 'people',
} as const satisfies Readonly<Record<string, ChronologyGroup>>;
export type ChronologyEvent = keyof typeof CHRONOLOGY_EVENTS;

interface Told {
  readonly event: ChronologyEvent;
  readonly on: CalendarDate | null;
  /** '14:05' in Wales, where a time is known. */
  readonly at?: string | null;
  /** Names of fields of the record whose code says more: the type of a contact, its outcome. */
  readonly codes?: readonly string[];
  readonly words?: Words | null;
  /** Further texts of the same record. */
  readonly more?: readonly (Words | null | undefined)[];
  /** A short fact or a text exactly as somebody entered it. */
  readonly line?: string | null;
  /** Whose doing it was, where that is not the author of the record. */
  readonly by?: Id | null;
  readonly byAsWritten?: string | null;
}

export interface ChronologyEntry extends Told {
  readonly on: CalendarDate;
  readonly group: ChronologyGroup;
  readonly record: DomainRecord;
  readonly isStruck: boolean;
  /** A later entry took its place. */
  readonly isAmended: boolean;
}

type Tells = {readonly [Kind in KindCode]?: (data: RecordOf<Kind>['data'], record: RecordOf<Kind>) => readonly Told[]};

const dayOf = (instant: string) => calendarDateInWales(instant);

/** By kind: what a record tells. A kind that is not here tells of nothing that happened on a day (`chronology.test.ts`). */
const TELLS: Tells = {
  contact: data => [
    {
      event: 'contact',
      on: data.on,
      at: data.at,
      codes: ['type', 'outcome'],
      words: data.note,
      more: [data.saidByYoungPerson, data.wellbeing, data.concerns],
      by: data.worker,
      byAsWritten: data.workerAsWritten,
    },
  ],
  'shared-note': data => [{event: 'shared_note', on: data.sharedOn, words: data.words}],
  message: data => [{event: 'message', on: dayOf(data.sentAt), words: data.words}],
  'planned-visit': data => [
    data.cancelledBecause === null
      ? {
          event: 'visit_planned',
          on: data.keptBy === null ? data.on : null,
          at: data.at,
          codes: ['type'],
          words: data.purpose,
          by: data.worker,
        }
      : {event: 'visit_cancelled', on: data.on, at: data.at, codes: ['type'], words: data.cancelledBecause, by: data.worker},
  ],
  'in-touch': data => [{event: 'in_touch', on: data.since, codes: ['status'], words: data.words ?? null}],
  'touch-step': data => [{event: 'touch_step', on: data.on, words: data.words}],
  assessment: data => [{event: 'assessment', on: data.completedOn, words: data.words}],
  'pathway-plan': data =>
    PLAN_IN_MAKING.includes(data.status)
      ? []
      : [
          {event: 'plan_made', on: data.planOn, by: data.author},
          {event: 'plan_approved', on: data.approvedOn, by: data.approvedBy},
          {event: 'plan_copy', on: data.copyGivenOn, by: data.copyBy ?? null},
        ],
  'plan-response': data => [{event: 'plan_answer', on: data.on, codes: ['response'], words: data.words}],
  'plan-sign-off': data => [{event: 'plan_returned', on: data.decision === 'returned' ? data.on : null, words: data.words}],
  'section-answer': data => [{event: 'part_answered', on: data.on, codes: ['section', 'answer'], words: data.words}],
  'plan-consulted': data => [{event: 'consulted', on: data.on, codes: ['relation'], line: data.name}],
  'plan-action': data => [
    {
      event: 'action_settled',
      on: data.status === 'not_started' || data.status === 'in_progress' ? null : data.statusOn,
      codes: ['status'],
      words: data.what,
      line: data.whyNotDone,
    },
  ],
  'deadline-hold': data => [{event: 'hold', on: data.from, words: data.reason}],
  review: data =>
    (data.cancelledBecause ?? null) !== null
      ? [{event: 'review_cancelled', on: data.plannedOn ?? null, codes: ['type'], words: data.cancelledBecause ?? null}]
      : data.heldOn === null
        ? [{event: 'review_arranged', on: data.plannedOn ?? null, codes: ['type']}]
        : [{event: 'review_held', on: data.heldOn, codes: ['type'], words: data.outcome ?? null, byAsWritten: data.chair}],
  'review-request': data => [{event: 'review_asked', on: data.askedOn, words: data.words}],
  ...HOME_TOLD,
  ...LEARNING_TOLD,
  'fund-request': data => [
    {event: 'fund_asked', on: data.requestedOn, codes: ['spendType', 'status'], words: data.words, by: data.requestedBy},
    {event: 'fund_withdrawn', on: data.withdrawn?.on ?? null, codes: ['spendType'], words: data.withdrawn?.words ?? null},
  ],
  'fund-note': data => [{event: data.what === 'question' ? 'fund_question' : 'fund_answer', on: data.on, words: data.words}],
  'fund-paper': data => [{event: 'fund_paper', on: data.on, codes: ['what'], line: data.supplier, by: data.seenBy}],
  'fund-decision': data => [
    {
      event: 'fund_decided',
      on: data.decidedOn,
      codes: ['outcome', 'refusal'],
      line: data.reason,
      words: data.words ?? null,
      by: data.decidedBy,
    },
  ],
  'fund-refund': data => [{event: 'fund_refunded', on: data.on, line: data.reason}],
  'fund-outcome': data => [{event: 'fund_outcome', on: data.on, codes: ['usedAsPlanned'], words: data.words}],
  'fund-payment': data => [{event: 'fund_paid', on: data.paidOn, codes: ['method']}],
  'income-enrolment': data => [
    {event: 'income_offered', on: data.offeredOn},
    {event: 'income_joined', on: data.joinedOn},
    {event: 'income_declined', on: data.declinedOn ?? null},
    {event: 'income_ended', on: data.closedOn ?? null, codes: ['closingReason']},
  ],
  'income-check-in': data => [{event: 'check_in', on: data.on, line: data.supportWanted, by: data.withStaff}],
  alert: data => [
    {event: 'alert_set', on: data.startOn, codes: ['code'], line: data.text, by: data.enteredBy},
    {event: 'alert_ended', on: data.endOn, codes: ['code']},
  ],
  worry: data => [
    {event: 'worry', on: dayOf(data.raisedAt), codes: ['about'], words: data.words},
    {event: 'worry_closed', on: data.closedAt === null ? null : dayOf(data.closedAt), codes: ['about'], line: data.outcome},
  ],
  complaint: data => [{event: 'complaint', on: data.raisedOn, words: data.words, line: data.outcome}],
  detention: data => [
    {event: 'detained', on: data.startOn, line: data.place},
    {event: 'released', on: data.releasedOn, line: data.place},
  ],
  'looked-after-period': data => [
    {event: 'care_began', on: data.startOn, codes: ['legalStatus'], line: data.authority},
    {event: 'care_ended', on: data.endOn, codes: ['reasonCeased'], line: data.authority},
  ],
  'category-override': data => [{event: 'category_decided', on: data.since, codes: ['category'], line: data.reason}],
  'young-person': data => [
    // The first one was not a correction.
    ...data.birthDates.slice(1).map(({heldFrom}): Told => ({event: 'birth_date_corrected', on: heldFrom})),
    {event: 'died', on: data.diedOn},
  ],
  'advocacy-offer': data => [{event: 'advocate_offered', on: data.offeredOn, codes: ['response'], by: data.offeredBy}],
  'important-person': data => [
    {event: 'person_came', on: data.startOn, codes: ['relation'], line: data.name},
    {event: 'person_left', on: data.endOn, codes: ['relation'], line: data.name},
  ],
  consent: data => [
    {event: 'consent_given', on: data.givenOn, line: data.purpose},
    {event: 'consent_withdrawn', on: data.withdrawnOn, line: data.purpose},
  ],
  'evaluation-consent': data => [
    {event: 'evaluation_given', on: data.givenOn, codes: ['givenHow']},
    {event: 'evaluation_withdrawn', on: data.withdrawnOn, codes: ['withdrawnHow']},
  ],
  'identity-document': data => [{event: 'document_noted', on: data.held ? data.notedOn : null, codes: ['document']}],
  'access-request': data => [{event: 'records_asked', on: data.askedOn, words: data.words}],
  allocation: data => [{event: 'adviser_began', on: data.from, by: data.adviser}],
  cover: data => [{event: 'cover_began', on: data.from, by: data.holder}],
  'hand-over': data => [{event: 'hand_over', on: data.on, words: data.words}],
  'young-person-access': data => [
    {event: 'app_began', on: data.from},
    {event: 'app_ended', on: data.endedOn},
  ],
  'paper-copy': data => [{event: 'printed', on: dayOf(data.printedAt), codes: ['what']}],
  'filed-words': data => [{event: 'words_filed', on: data.filedOn, words: data.words[0] ?? null, by: data.author}],
};
export const TOLD_KINDS = Object.keys(TELLS) as readonly KindCode[];

/** Newest first; of one day, those with a time before those without, and then in the order in which they were written down. */
const newestFirst = (one: ChronologyEntry, other: ChronologyEntry): number =>
  one.on === other.on ? compare(key(other), key(one)) : compare(other.on, one.on);
const key = ({at, record}: ChronologyEntry) => `${at ?? ''} ${record.made.at} ${record.id}`;
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** @param file records of one person, in any order. */
export function chronologyOf(file: readonly DomainRecord[]): readonly ChronologyEntry[] {
  const contacts = file.filter((record): record is RecordOf<'contact'> => isKind(record, 'contact'));
  const standing = new Set(standingContacts(contacts).map(({id}) => id));
  const told = new Set(contacts.map(({id}) => id));
  return file
    .flatMap(record => {
      // What was shared of a contact stands with the contact, where that is in view.
      if (isKind(record, 'shared-note') && told.has(record.data.about)) return [];
      const tells = TELLS[record.kind as KindCode] as ((data: unknown, record: DomainRecord) => readonly Told[]) | undefined;
      return (tells?.(record.data, record) ?? []).flatMap((each): ChronologyEntry[] =>
        each.on === null
          ? []
          : [
              {
                ...each,
                on: each.on,
                group: CHRONOLOGY_EVENTS[each.event],
                record,
                isStruck: struckOut(record) !== undefined,
                isAmended: record.kind === 'contact' && !standing.has(record.id),
              },
            ],
      );
    })
    .toSorted(newestFirst);
}
