/** The team as its headlines tell it: per adviser how many people, who has not been seen, whose home is not settled. */
import type {DeadlineTask} from '#domain/deadline/deadline.ts';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';

export interface AdviserHeadlines {
  readonly adviser: Id;
  readonly people: number;
  readonly missed: number;
  readonly notSeen: number;
  readonly homeNotSettled: number;
  readonly twoVersions: number;
  /** People of whom a visit, a review or something else that the rules ask for is late. */
  readonly visitsLate: number;
  readonly reviewsLate: number;
  readonly othersLate: number;
}

const VISITS: readonly DeadlineTask[] = ['first_visit', 'visit', 'visit_before_review'];
const REVIEWS: readonly DeadlineTask[] = ['review', 'requested_review', 'accommodation_review', 'looked_after_review'];
const isLate = ({due}: PersonOnDevice, today: CalendarDate, of: readonly DeadlineTask[]): boolean =>
  (due ?? []).some(({what, on}) => on < today && of.includes(what));

/** People with an alarm that nobody has read, what cannot wait first. */
export function withAlarms(people: readonly PersonOnDevice[]): readonly PersonOnDevice[] {
  const isUrgent = ({alarm}: PersonOnDevice) => Number(alarm?.urgent === true);
  return people.filter(({alarm, died}) => alarm && !died).toSorted((one, other) => isUrgent(other) - isUrgent(one));
}

export function unallocated(people: readonly PersonOnDevice[]): readonly PersonOnDevice[] {
  return people.filter(person => person.adviser === null && !person.died);
}

/**
 * Advisers with people, most people first. Those who have died are nobody's work. `weeks`: after how many "not seen" is
 * said, the authority's default interval of contact.
 */
export function headlinesByAdviser(people: readonly PersonOnDevice[], today: CalendarDate, weeks: number): readonly AdviserHeadlines[] {
  const living = people.filter(person => !person.died);
  const advisers = new Set(living.flatMap(({adviser}) => adviser ?? []));
  const since = addDays(today, -7 * weeks);
  return [...advisers]
    .map(adviser => {
      const own = living.filter(person => person.adviser === adviser);
      const count = (is: (person: PersonOnDevice) => boolean) => own.filter(is).length;
      return {
        adviser,
        people: own.length,
        missed: count(({missedContactOn}) => missedContactOn !== null),
        notSeen: count(({lastSeenOn}) => lastSeenOn === null || lastSeenOn < since),
        homeNotSettled: count(
          ({homeStatus, homeUnsuitable}) => homeStatus === 'homeless' || homeStatus === 'temporary' || homeUnsuitable === true,
        ),
        twoVersions: count(({twoVersions}) => twoVersions),
        visitsLate: count(person => isLate(person, today, VISITS)),
        reviewsLate: count(person => isLate(person, today, REVIEWS)),
        othersLate: count(person =>
          (person.due ?? []).some(({what, on}) => on < today && !VISITS.includes(what) && !REVIEWS.includes(what)),
        ),
      };
    })
    .toSorted((one, other) => other.people - one.people || (one.adviser < other.adviser ? -1 : 1));
}

/** A request to the fund, or for help with the costs of learning, which is a duty. */
const DECIDED_FOR_TEAM = ['fund_decision', 'education_support'] as const;
type ToDecide = (typeof DECIDED_FOR_TEAM)[number];

export interface RequestToDecide {
  readonly what: ToDecide;
  readonly person: PersonOnDevice;
  readonly on: CalendarDate;
  readonly key: string;
}

/** Requests that wait for a decision, by their days in the headlines: the one that is due first stands first. */
export function requestsToDecide(people: readonly PersonOnDevice[]): readonly RequestToDecide[] {
  return people
    .filter(person => !person.died)
    .flatMap(person =>
      DECIDED_FOR_TEAM.flatMap(what =>
        (person.due ?? [])
          .filter(each => each.what === what)
          .map(({on}, index) => ({what, person, on, key: [person.id, what, index].join(' ')})),
      ),
    )
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
