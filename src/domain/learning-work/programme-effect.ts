/** What the programme in the plan means for the duties from 21 on, by the rule that category and duty follow from. */
import {birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {categoryFacts, careLeaverStanding} from '../young-person/standing.ts';

export interface ProgrammeEffect {
  /** goes_on: R-09; goes_on_interrupted: R-10; ends: nothing in the plan carries them past 21. */
  readonly effect: 'goes_on' | 'goes_on_interrupted' | 'interrupted_without_day' | 'ends' | 'excluded';
  /** The 21st birthday. */
  readonly at21: CalendarDate;
  /** R-ids. */
  readonly rules: readonly string[];
}

/** Null where no duty of category 3 comes into question: another category, or a death. */
export function programmeEffect(whole: readonly DomainRecord[], today: CalendarDate): ProgrammeEffect | null {
  const file = whole.filter(record => !struckOut(record));
  const {dateOfBirth, diedOn, programme} = categoryFacts(file);
  const at21 = birthday(dateOfBirth, 21);
  const {category, dutyStatus, rules} = careLeaverStanding(file, today > at21 ? today : at21);
  if (diedOn !== null || category !== 'C3') return null;
  if (dutyStatus === 'excluded_sch3') return {effect: 'excluded', at21, rules: ['R-14']};
  if (rules.includes('R-10')) return {effect: 'goes_on_interrupted', at21, rules: ['R-09', 'R-10']};
  if (rules.includes('R-09')) return {effect: 'goes_on', at21, rules: ['R-09']};
  const waits = programme.status === 'interrupted' && programme.expectedResumeOn === null;
  return waits ? {effect: 'interrupted_without_day', at21, rules: ['R-08', 'R-10']} : {effect: 'ends', at21, rules: ['R-08', 'R-12']};
}
