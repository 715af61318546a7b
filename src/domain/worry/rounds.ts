/** Where a worry is on its way: since when, whether somebody has taken it on, and to whom it has gone. Enough for lists. */
import {millisecondsOf} from '../shared/calendar-date.ts';
import type {Addressee} from './codes.ts';
import type {PassedOn, Worry} from './worry.ts';

/** A worry goes its way anew whenever somebody passes it on by hand. */
export interface Round {
  readonly since: string;
  readonly first: Addressee;
  readonly byHand: boolean;
}

/** Null until the council has it. */
export function presentRound({receivedAt, acts}: Pick<Worry, 'receivedAt' | 'acts'>): Round | null {
  if (receivedAt === null) return null;
  const handed = (acts ?? [])
    .filter(({what}) => what === 'passed_on')
    .toSorted((one, other) => millisecondsOf(one.at) - millisecondsOf(other.at))
    .at(-1);
  return handed ? {since: handed.at, first: handed.to ?? 'adviser', byHand: true} : {since: receivedAt, first: 'adviser', byHand: false};
}

/** Of a round: somebody has read it, or is doing something about it. */
export function isAnswered({seenBy, acts}: Pick<Worry, 'seenBy' | 'acts'>, {since, byHand}: Round, isStaffs: boolean): boolean {
  const counts = (at: string) => !byHand || millisecondsOf(at) > millisecondsOf(since);
  return (
    (isStaffs && !byHand) ||
    seenBy.some(({at}) => counts(at)) ||
    (acts ?? []).some(({what, at}) => (what === 'doing' || what === 'phoned') && counts(at))
  );
}

/** Steps of the present round that have been taken. */
export function goneIn({passed}: Pick<Worry, 'passed'>, {since}: Round): readonly PassedOn[] {
  return (passed ?? []).filter(({dueAt}) => millisecondsOf(dueAt) >= millisecondsOf(since));
}

type WithDuty = Pick<Worry, 'receivedAt' | 'acts' | 'passed' | 'closedAt'>;

function hasComeToDuty(worry: WithDuty): boolean {
  const round = presentRound(worry);
  return round !== null && goneIn(worry, round).some(({to}) => to === 'duty');
}

/** Whether it has come to the duty worker, and nobody has taken it on from there or closed it. */
export const isWithDuty = (worry: WithDuty): boolean => worry.closedAt === null && hasComeToDuty(worry);

/** Whether it was with duty when something was written: what was passed on or closed after it was. */
export function wasWithDuty(worry: WithDuty, written: string): boolean {
  const isOver = (at: string) => millisecondsOf(at) < millisecondsOf(written);
  const acts = (worry.acts ?? []).filter(({at}) => millisecondsOf(at) <= millisecondsOf(written));
  return (worry.closedAt === null || !isOver(worry.closedAt)) && hasComeToDuty({...worry, acts});
}
