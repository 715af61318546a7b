/** Agreed contacts and actions due up to a day, from the files this device holds, the earliest first. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Words} from '#domain/shared/fields.ts';
import {struckOut} from '#domain/shared/record.ts';
import type {PersonOnDevice} from '#client/features/people-on-device.ts';
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

export interface FromYoungPerson {
  readonly person: Id;
  readonly name: string;
  readonly record: Id;
  readonly kind: 'review' | 'message' | 'answer';
}

/** What young people have sent and nobody has dealt with: a request stays until it is answered, the rest until it was seen. */
export function readFromYoungPeople(
  memory: MemoryStore,
  people: readonly PersonOnDevice[],
  lastLook: (person: Id) => Look | null,
): readonly FromYoungPerson[] {
  return people
    .filter(person => !person.died && person.holdsFile)
    .flatMap(({id: person, knownAs: name}) => {
      const requests = memory.records(person, 'review-request').filter(({data}) => data.settledOn === null && data.byYoungPerson);
      const changed = memory.changedSince(person, lastLook(person)).filter(({record}) => record.made.author === person);
      const of = (kind: string) => changed.find(({record}) => record.kind === kind)?.record;
      const [message, answer] = [of('message'), of('section-answer')];
      return [
        ...requests.map(({id: record}) => ({person, name, record, kind: 'review' as const})),
        ...(message ? [{person, name, record: message.id, kind: 'message' as const}] : []),
        ...(answer ? [{person, name, record: answer.id, kind: 'answer' as const}] : []),
      ];
    });
}
