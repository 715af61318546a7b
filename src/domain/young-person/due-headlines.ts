/** Of all that is due of a person, what a list needs: the open duties by their day. Events, promises and what is on hold are left out. */
import {isEvent, type Deadline, type DeadlineTask} from '../deadline/deadline.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';

export interface DueHeadline {
  readonly what: DeadlineTask;
  readonly on: CalendarDate;
}

const MOST = 20;
/** Actions and agreed contacts have counts and days of their own in the headlines. */
const ELSEWHERE: readonly string[] = ['action', 'agreed_contact'];

/** @param deadlines of one person on a day; @returns the earliest first, what is not due yet too */
export function dueHeadlines(deadlines: readonly Deadline[]): readonly DueHeadline[] {
  return deadlines
    .flatMap(({what, dueOn, state, frozenOn}): DueHeadline[] =>
      isEvent(what) || ELSEWHERE.includes(what) || state === 'met' || state === 'on_hold' || frozenOn !== null ? [] : [{what, on: dueOn}],
    )
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.what < other.what ? -1 : 1))
    .slice(0, MOST);
}
