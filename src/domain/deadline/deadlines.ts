/**
 * The deadlines of one person on a day, each with its rule and its reasons. Pure, and the same on a phone and on the
 * server: the same facts give the same dates in any time zone and in any order of records. Nobody who has died is
 * reminded of, and nobody else for them: only how long their records are kept (edge case 21).
 */
import {addDays, daysBetween, type CalendarDate} from '../shared/calendar-date.ts';
import type {RecordOf} from '../record-kinds.ts';
import {must} from '../shared/result.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {assessmentsAndPlans} from './assessments-and-plans.ts';
import {checkInDeadlines} from './check-ins.ts';
import {isEvent, type Deadline, type DeadlineHold, type DeadlineState} from './deadline.ts';
import {birthDateVersions, deadlineFacts, recordsOf, type DeadlineFacts} from './facts.ts';
import {educationSupportDeadlines} from './education-support.ts';
import {fundDeadlines} from './fund.ts';
import {homeDeadlines} from './home.ts';
import type {Versions} from './in-force.ts';
import {promisesAndAlerts} from './promises-and-alerts.ts';
import type {DeadlineDraft} from './reckon.ts';
import {reviewDeadlines} from './reviews.ts';
import {recordsKeptUntil, rightsAndBirthdays} from './rights-and-birthdays.ts';
import {daysSoon} from './rules.ts';
import {visitsAndContact} from './visits-and-contact.ts';

function drafts(facts: DeadlineFacts): readonly DeadlineDraft[] {
  if (facts.diedOn !== null && facts.diedOn <= facts.today) return [recordsKeptUntil(facts)];
  return [
    ...assessmentsAndPlans(facts),
    ...reviewDeadlines(facts),
    ...visitsAndContact(facts),
    ...homeDeadlines(facts),
    ...rightsAndBirthdays(facts),
    ...promisesAndAlerts(facts),
    ...fundDeadlines(facts),
    ...educationSupportDeadlines(facts),
    ...checkInDeadlines(facts),
  ];
}

function holdOf(facts: DeadlineFacts, holds: readonly RecordOf<'deadline-hold'>[], draft: DeadlineDraft): DeadlineHold | null {
  // Category 2 out of touch is looked for without delay and until it succeeds: nobody can hold that back.
  if (draft.what === 'keep_trying' && facts.standing.category === 'C2') return null;
  const hold = holds
    .filter(({data}) => data.what === draft.what && data.subject === draft.subject)
    .find(({data}) => data.from <= facts.today && data.until >= facts.today && data.endedOn === null);
  return hold ? {hold: hold.id, until: hold.data.until} : null;
}

function stateOf(draft: DeadlineDraft, hold: DeadlineHold | null, today: CalendarDate): DeadlineState {
  if (draft.metOn !== null) return 'met';
  if (isEvent(draft.what) && draft.dueOn < today) return 'met';
  if (hold) return 'on_hold';
  if (draft.dueOn < today) return 'overdue';
  if (draft.dueOn === today) return 'due_today';
  return daysBetween(today, draft.dueOn) <= daysSoon(draft.what) ? 'due_soon' : 'not_due';
}

/** How it stands on a day; an event has happened by itself once its day is over. */
function judged(deadline: Omit<Deadline, 'state'>, today: CalendarDate): Deadline {
  const state = stateOf(deadline, deadline.hold, today);
  return {...deadline, metOn: deadline.metOn ?? (state === 'met' ? deadline.dueOn : null), state};
}

function stand(facts: DeadlineFacts, frozenOn: CalendarDate | null): readonly Deadline[] {
  const holds = recordsOf(facts.file, 'deadline-hold');
  return drafts(facts).map(draft => {
    const hold = draft.metOn === null ? holdOf(facts, holds, draft) : null;
    return judged({...draft, hold, frozenOn}, facts.today);
  });
}

const RANK: Readonly<Record<DeadlineState, number>> = {overdue: 0, due_today: 1, due_soon: 2, on_hold: 3, not_due: 4, met: 5};

/**
 * Which obligation it is, whichever date it has; the dates it comes from tell one interval from the next. What was agreed with
 * somebody is one agreement, whichever rule their category puts it under.
 */
const sameObligation = ({rule, what, subject, from}: Deadline): string =>
  [what === 'agreed_contact' ? '' : rule, what, subject, ...(what === 'visit' || what === 'review' ? from.map(({on}) => on) : [])].join();

function inOrder(one: Deadline, other: Deadline): number {
  if (RANK[one.state] !== RANK[other.state]) return RANK[one.state] - RANK[other.state];
  if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? -1 : 1;
  const [a, b] = [sameObligation(one), sameObligation(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const withDate = (deadline: Deadline): string => [sameObligation(deadline), deadline.dueOn].join();

/**
 * A corrected date of birth works forward. What fell due while an earlier date held stays as it was measured then; what
 * the new date would have wanted before it was known falls due on the day it became known.
 */
function acrossBirthDates(
  file: readonly DomainRecord[],
  settings: readonly DomainRecord[],
  versions: Versions<CalendarDate>,
  today: CalendarDate,
): readonly Deadline[] {
  const {value: bornOn, from: knownFrom} = must(versions.at(-1), 'a young person has a date of birth');
  const now = stand(deadlineFacts(file, settings, today, bornOn), null);
  if (versions.length === 1 || knownFrom === null) return now;
  const frozen = acrossBirthDates(file, settings, versions.slice(0, -1), addDays(knownFrom, -1))
    .filter(({dueOn}) => dueOn < knownFrom)
    .map(deadline => (deadline.frozenOn === null ? {...judged(deadline, knownFrom), frozenOn: knownFrom} : deadline));
  const measured = new Set(frozen.map(withDate));
  const forward = now.map(deadline =>
    deadline.dueOn >= knownFrom || measured.has(withDate(deadline)) || isEvent(deadline.what)
      ? deadline
      : judged({...deadline, dueOn: knownFrom}, today),
  );
  const same = new Set(forward.map(withDate));
  return [...forward, ...frozen.filter(deadline => !same.has(withDate(deadline)))];
}

/**
 * @param file one person's records; @param settings the authority's setting rows and income schemes; @param today a day in Wales
 * @returns the most pressing first: overdue, due today, due soon, on hold, not due, met
 * @throws InvariantError when the file has no young-person record
 */
export function deadlinesOf(file: readonly DomainRecord[], settings: readonly DomainRecord[], today: CalendarDate): readonly Deadline[] {
  const standing = file.filter(record => !struckOut(record));
  const person = must(recordsOf(standing, 'young-person')[0], 'a file has a young person');
  return acrossBirthDates(file, settings, birthDateVersions(person, today), today).toSorted(inOrder);
}
