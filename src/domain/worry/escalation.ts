/**
 * To whom a worry goes, and when: to the adviser and whoever covers as soon as the council has it; unless somebody reads it, to
 * the manager, and then to the duty worker, after the minutes that the authority has set for what it is about and for the hours
 * (domain.md 8). What cannot wait is counted by the clock, anything else in office hours alone. Pure: who is there and the time
 * are arguments. A step is taken once, in order, never before its time; one that is taken late says when it was due.
 */
import {instantOf, millisecondsOf} from '../shared/calendar-date.ts';
import {hoursFrom} from '../shared/office-hours.ts';
import type {Id} from '../shared/ids.ts';
import type {AlarmTimes} from './alarm-times.ts';
import {goneIn, isAnswered, presentRound} from './rounds.ts';
import type {PassedOn, Worry} from './worry.ts';

const MINUTE_MS = 60_000;

/** Who could be told now, and by which times it is judged. */
export interface EscalationFacts {
  readonly times: AlarmTimes;
  readonly adviser: Id | null;
  /** Who covers today: the adviser is away. */
  readonly cover: readonly Id[];
  readonly managers: readonly Id[];
  /** Duty workers on shift. */
  readonly onDuty: readonly Id[];
  /** Said by somebody of the team, who knows of it. */
  readonly isStaffs: boolean;
}

/** When it goes to the manager or to duty if nobody reads it; null where the office never opens again. */
export function dueFrom(times: AlarmTimes, about: Worry['about'], since: number, to: 'manager' | 'duty'): number | null {
  return times.urgentKinds.includes(about)
    ? dueByTheClock(times, since, times.urgent[to] * MINUTE_MS, times.night[to] * MINUTE_MS)
    : dueInHours(times, since, times.other[to] * MINUTE_MS);
}

/** The first instant at which it has waited for as long as the hours of that instant allow. */
function dueByTheClock({hours}: AlarmTimes, since: number, byDay: number, byNight: number): number {
  let at = since;
  for (const office of hoursFrom(hours, since)) {
    const atNight = Math.max(at, since + byNight);
    if (atNight < office.from) return atNight;
    const inHours = Math.max(at, office.from, since + byDay);
    if (inHours <= office.to) return inHours;
    at = office.to;
  }
  return Math.max(at, since + byNight);
}

function dueInHours({hours}: AlarmTimes, since: number, minutes: number): number | null {
  let left = minutes;
  for (const office of hoursFrom(hours, since)) {
    const from = Math.max(office.from, since);
    if (from + left <= office.to) return from + left;
    left -= office.to - from;
  }
  return null;
}

/** Steps that are to be taken now, in order. Asked again at once it has none. */
export function stepsDue(worry: Worry, facts: EscalationFacts, now: string): readonly PassedOn[] {
  const round = presentRound(worry);
  if (worry.closedAt !== null || round === null) return [];
  const gone = goneIn(worry, round);
  const isAnsweredNow = isAnswered(worry, round, facts.isStaffs);
  const told = (to: PassedOn['to']) => new Set(gone.filter(step => step.to === to).flatMap(({holders}) => holders));
  const steps: PassedOn[] = [];
  const add = (to: PassedOn['to'], holders: readonly Id[], dueAt: string) => steps.push({to, holders: [...holders], dueAt, at: now});

  // Whoever is told first is told whatever has been done meanwhile; who comes later, while nobody has read it.
  const isFirst = gone.length === 0;
  if (round.first === 'adviser' && (isFirst || !isAnsweredNow)) {
    const when = isFirst ? round.since : now;
    const adviser = facts.adviser === null || told('adviser').has(facts.adviser) ? [] : [facts.adviser];
    const cover = facts.cover.filter(holder => !told('cover').has(holder));
    if (adviser.length > 0) add('adviser', adviser, when);
    if (cover.length > 0) add('cover', cover, when);
  }
  const hasAdviser = round.first !== 'adviser' || steps.length > 0 || gone.some(({to}) => to === 'adviser' || to === 'cover');
  const since = millisecondsOf(round.since);
  let before = since;
  for (const to of ['manager', 'duty'] as const) {
    if (round.first === 'duty' && to === 'manager') continue;
    const isAddressed = round.first === to;
    // Without an adviser nobody is waited for.
    const due = isAddressed || (to === 'manager' && !hasAdviser) ? since : dueFrom(facts.times, worry.about, since, to);
    if (due === null) break;
    before = Math.max(before, due);
    const holders = to === 'manager' ? facts.managers : facts.onDuty;
    const hasGone = gone.some(step => step.to === to);
    if (!hasGone && (isAddressed || !isAnsweredNow) && before <= millisecondsOf(now)) add(to, holders, instantOf(before));
    else if (hasGone && !isAnsweredNow) {
      const relief = holders.filter(holder => !told(to).has(holder));
      if (relief.length > 0) add(to, relief, now);
    }
  }
  return steps;
}
