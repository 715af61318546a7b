/** Agreed contacts and actions due up to a day, from the files this device holds, the earliest first. */
import {isEvent, type Deadline, type DeadlineTask} from '#domain/deadline/deadline.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Words} from '#domain/shared/fields.ts';
import {struckOut} from '#domain/shared/record.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {moneyWishes} from '#client/case/money/money-plan-records.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import type {Look, MemoryStore} from '#client/vault/contract.ts';

export interface AgreedContact {
  readonly person: Id;
  readonly name: string;
  readonly on: CalendarDate;
}

export interface DueAction extends AgreedContact {
  readonly id: Id;
  readonly what: Words;
}

export interface Tasks {
  readonly contacts: readonly AgreedContact[];
  readonly actions: readonly DueAction[];
}

const byDate = (one: AgreedContact, other: AgreedContact): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

export function readTasks(memory: MemoryStore, people: readonly PersonOnDevice[], until: CalendarDate): Tasks {
  const living = people.filter(person => !person.died && person.holdsFile);
  const contacts = living.flatMap(({id, knownAs, nextContactOn, missedContactOn}) =>
    [missedContactOn, nextContactOn].flatMap(on => (on !== null && on <= until ? [{person: id, name: knownAs, on}] : [])),
  );
  const actions = living.flatMap(({id: person, knownAs: name}) =>
    memory
      .records(person, 'plan-action')
      .filter(action => !struckOut(action))
      .flatMap(({id, data}) =>
        data.dueOn !== null && data.dueOn <= until && (data.status === 'not_started' || data.status === 'in_progress')
          ? [{id, person, name, on: data.dueOn, what: data.what}]
          : [],
      ),
  );
  return {contacts: contacts.toSorted(byDate), actions: actions.toSorted(byDate)};
}

export interface Duty {
  readonly person: Id;
  readonly name: string;
  readonly deadline: Deadline;
}

/** What bears on somebody's safety comes before everything else; the rest by its day. */
const SAFETY_FIRST: readonly DeadlineTask[] = [
  'multi_agency_review',
  'bed_and_breakfast',
  'keep_trying',
  'first_visit',
  'visit',
  'visit_before_review',
  'judge_suitability',
];
/** Of these none presses as the others do, however long they have waited. */
const LAST: readonly string[] = ['alert_review', 'give_copy'];
/** Listed elsewhere on Today, with their own words. */
const ELSEWHERE: readonly string[] = ['action', 'agreed_contact', 'requested_review'];

function byUrgency(one: Duty, other: Duty): number {
  const rank = ({deadline}: Duty) => {
    const at = SAFETY_FIRST.indexOf(deadline.what as DeadlineTask);
    return at >= 0 ? at : SAFETY_FIRST.length + (LAST.includes(deadline.what) ? 1 : 0);
  };
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return one.deadline.dueOn < other.deadline.dueOn ? -1 : one.deadline.dueOn > other.deadline.dueOn ? 1 : 0;
}

/** What the rules say is due or late by a day, of everybody whose file is here. */
export function readDuties(
  memory: MemoryStore,
  people: readonly PersonOnDevice[],
  today: CalendarDate,
  until: CalendarDate,
): readonly Duty[] {
  return people
    .filter(person => !person.died && person.holdsFile)
    .flatMap(({id, knownAs}) =>
      deadlinesOnDevice(memory, id, today)
        .filter(({what, state, dueOn}) => !isEvent(what) && !ELSEWHERE.includes(what) && isOpen(state) && dueOn <= until)
        .map(deadline => ({person: id, name: knownAs, deadline})),
    )
    .toSorted(byUrgency);
}

const isOpen = (state: Deadline['state']): boolean => state === 'overdue' || state === 'due_today' || state === 'due_soon';

export interface FromYoungPerson {
  readonly person: Id;
  readonly name: string;
  readonly record: Id;
  readonly kind: 'review' | 'message' | 'answer' | 'checkIn' | 'money' | 'home';
}

/** What young people have sent and nobody has dealt with: a request stays until it is answered, a wish until it is an action, the rest until it was seen. */
export function readFromYoungPeople(
  memory: MemoryStore,
  people: readonly PersonOnDevice[],
  lastLook: (person: Id) => Look | null,
): readonly FromYoungPerson[] {
  return people
    .filter(person => !person.died && person.holdsFile)
    .flatMap(({id: person, knownAs: name}) => {
      const requests = memory.records(person, 'review-request').filter(({data}) => data.settledOn === null && data.byYoungPerson);
      // What they want done about their money stays until it has become an action, or they want it no more.
      const money = moneyWishes(memory, person).find(({heads}) => heads['wish']?.[0]?.author === person);
      const changed = memory.changedSince(person, lastLook(person)).filter(({record}) => record.made.author === person);
      const of = (kind: string) => changed.find(({record}) => record.kind === kind)?.record;
      const home = memory.records(person, 'home-news').find(({data, heads}) => data.alone && data.heardBy === null && !struckOut({heads}));
      const [message, answer, checkIn] = [of('message'), of('section-answer'), of('income-check-in')];
      return [
        ...requests.map(({id: record}) => ({person, name, record, kind: 'review' as const})),
        ...(money ? [{person, name, record: money.id, kind: 'money' as const}] : []),
        ...(home ? [{person, name, record: home.id, kind: 'home' as const}] : []),
        ...(message ? [{person, name, record: message.id, kind: 'message' as const}] : []),
        ...(answer ? [{person, name, record: answer.id, kind: 'answer' as const}] : []),
        ...(checkIn ? [{person, name, record: checkIn.id, kind: 'checkIn' as const}] : []),
      ];
    });
}
