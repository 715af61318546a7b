/** What a person is asked about an arrangement that is written down as begun, and cannot have: records that came in the other order, or a date of birth that was corrected since. */
import {addDays, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import type {RecordOf} from '../record-kinds.ts';
import {homeBefore18} from './ready-eligibility.ts';

/** not_fostered: the home of the night before 18 is known, and was none of foster carers (domain.md 3.5). before_18: it begins on a day on which they were younger. */
export type ReadyQuestion = 'not_fostered' | 'before_18';

export function readyQuestion(
  {startOn}: RecordOf<'when-i-am-ready'>['data'],
  bornOn: CalendarDate,
  stays: readonly RecordOf<'stay'>[],
  periods: readonly RecordOf<'looked-after-period'>[],
): ReadyQuestion | null {
  if (startOn === null) return null;
  if (startOn < birthday(bornOn, 18)) return 'before_18';
  const before = homeBefore18(bornOn, stays, periods, addDays(birthday(bornOn, 18), -1));
  return before === null || before === 'foster_care' ? null : 'not_fostered';
}
