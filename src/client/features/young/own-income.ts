/** A young person's place in an income scheme as their own phone knows it: their record, and what they were told of the scheme. */
import {checkInsOf, checkInTimetable, type CheckInDue} from '#domain/income-scheme/check-ins.ts';
import {CHECK_IN_QUESTIONS} from '#domain/income-scheme/codes.ts';
import {BASIC_INCOME_PILOT, isClosed, PILOT_ID} from '#domain/income-scheme/scheme.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {monthOf} from '#domain/shared/month.ts';
import {struckOut} from '#domain/shared/record.ts';
import type {Asked} from '#client/case/income/check-in-draft.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';

export interface OwnIncome {
  readonly enrolment: Folded<'income-enrolment'>;
  readonly name: {readonly cy: string; readonly en: string};
  readonly asked: Asked;
  /** Nothing more will be paid: the scheme, or their place in it, has ended. */
  readonly hasEnded: boolean;
  /** The last month that was paid has passed. */
  readonly isAfter: boolean;
  readonly open: CheckInDue | null;
  /** The newest first. */
  readonly checkIns: readonly Folded<'income-check-in'>[];
}

type Told = Pick<
  NonNullable<DataOf<'who-helps'>['schemes']>[number],
  'name' | 'closedOn' | 'checkIns' | 'checkInsAfter' | 'questions' | 'ownQuestions'
>;

/** A phone that has not heard of schemes yet knows the pilot, which was there before. */
function toldOf(help: DataOf<'who-helps'> | undefined, id: Id): Told {
  const told = help?.schemes?.find(scheme => scheme.id === id);
  if (told) return told;
  return id === PILOT_ID
    ? BASIC_INCOME_PILOT
    : {...BASIC_INCOME_PILOT, checkIns: [], checkInsAfter: [], questions: [...CHECK_IN_QUESTIONS]};
}

export function readOwnIncome(
  memory: MemoryStore,
  person: Id,
  help: DataOf<'who-helps'> | undefined,
  today: CalendarDate,
): readonly OwnIncome[] {
  return memory
    .records(person, 'income-enrolment')
    .filter(record => !struckOut(record))
    .map(enrolment => {
      const {data} = enrolment;
      const scheme = toldOf(help, data.scheme ?? PILOT_ID);
      const checkIns = checkInsOf(enrolment, memory.records(person, 'income-check-in')) as readonly Folded<'income-check-in'>[];
      const {finalPaymentMonth: last, closingReason, decision} = data;
      return {
        enrolment,
        name: scheme.name,
        asked: scheme,
        hasEnded: isClosed(scheme, today) || closingReason !== null || decision === 'left_early',
        isAfter: last !== null && monthOf(today) > last,
        open: checkInTimetable(scheme, enrolment, checkIns, today).find(({state}) => state === 'open') ?? null,
        checkIns: checkIns.toReversed(),
      };
    });
}
