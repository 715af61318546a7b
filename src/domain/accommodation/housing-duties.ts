/**
 * What a housing authority may owe somebody on the day of their application, and why (Housing (Wales) Act 2014, Part 2;
 * It is the housing authority that decides: this says what to ask of it, from the dates that are known, each
 * with its reason. Rules that are not yet in force apply from the day that the authority has set, and not before.
 */
import {addDays, addMonths, ageOn, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import type {CATEGORIES} from '../young-person/codes.ts';
import type {HousingDuty} from './codes.ts';

/** s.70(1)(f), (g) and (h). */
export type PriorityGround = 'under_18' | 'was_looked_after' | 'exploitation';

export interface PriorityNeed {
  readonly ground: PriorityGround;
  /** The day on which it no longer applies to a new application. */
  readonly endsOn: CalendarDate;
}

export interface PriorityFacts {
  readonly bornOn: CalendarDate;
  readonly wasLookedAfter: boolean;
  /** At particular risk of sexual or financial exploitation. */
  readonly isAtRisk?: boolean;
}

const FULL_AGE = 18;
const GROUNDS_END = 21;
const YOUNGEST = 16;

/** every ground that age and care give on a day. Others, as for a child or a vulnerability, are not known here. */
export function priorityNeeds({bornOn, wasLookedAfter, isAtRisk = false}: PriorityFacts, on: CalendarDate): readonly PriorityNeed[] {
  const age = ageOn(bornOn, on);
  if (age < YOUNGEST || age >= GROUNDS_END) return [];
  if (age < FULL_AGE) return [{ground: 'under_18', endsOn: birthday(bornOn, FULL_AGE)}];
  const endsOn = birthday(bornOn, GROUNDS_END);
  return [
    ...(wasLookedAfter ? [{ground: 'was_looked_after' as const, endsOn}] : []),
    ...(isAtRisk ? [{ground: 'exploitation' as const, endsOn}] : []),
  ];
}

/** The test of being threatened with homelessness: within 56 days, or, once it is in force, within six months or on notice. */
export type ThreatenedRule = 'days_56' | 'months_6';

export function threatenedUntil(rule: ThreatenedRule, on: CalendarDate): CalendarDate {
  return rule === 'days_56' ? addDays(on, 56) : addMonths(on, 6);
}

export interface HousingFacts extends PriorityFacts {
  readonly category: (typeof CATEGORIES)[number];
  /** The day of the application; the day they came, where none is known. */
  readonly appliedOn: CalendarDate;
  /** The first night without a home; null: there is none on that day. Undefined: there is one, and nobody has said until when. */
  readonly homelessFrom: CalendarDate | null | undefined;
  readonly hasNotice: boolean;
  readonly threatenedRule: ThreatenedRule;
  /** Whether the new duty to care leavers is in force on that day. */
  readonly newDuty: boolean;
}

export type Situation = 'homeless' | 'threatened' | 'not_yet' | 'not_said';
/** What children's services owe beside it: category 2 is accommodated by them, and R-53 once it is in force. */
export type ServicesDuty = 'accommodate_child' | 'accommodate_category_2' | 'steps_three_years';

export interface HousingAnswer {
  readonly situation: Situation;
  /** Until when a first night without a home counts as a threat. */
  readonly threatenedUntil: CalendarDate;
  readonly grounds: readonly PriorityNeed[];
  /** In the order in which one comes to them. */
  readonly duties: readonly Exclude<HousingDuty, 'refused'>[];
  readonly services: readonly ServicesDuty[];
}

const CATEGORIES_OF_NEW_DUTY = ['C1', 'C2', 'C3', 'C5', 'C6a', 'C6'];
const NEW_DUTY_ENDS = 21;

function servicesDuties({category, bornOn, appliedOn, newDuty}: HousingFacts): readonly ServicesDuty[] {
  const age = ageOn(bornOn, appliedOn);
  return [
    ...(category === 'C1' ? ['accommodate_child' as const] : []),
    ...(category === 'C2' ? ['accommodate_category_2' as const] : []),
    ...(newDuty && CATEGORIES_OF_NEW_DUTY.includes(category) && age >= FULL_AGE && age < NEW_DUTY_ENDS
      ? ['steps_three_years' as const]
      : []),
  ];
}

export function housingDuties(facts: HousingFacts): HousingAnswer {
  const {appliedOn, homelessFrom, threatenedRule} = facts;
  const until = threatenedUntil(threatenedRule, appliedOn);
  const situation: Situation =
    homelessFrom === undefined
      ? 'not_said'
      : homelessFrom === null || homelessFrom <= appliedOn
        ? 'homeless'
        : homelessFrom <= until || (threatenedRule === 'months_6' && facts.hasNotice)
          ? 'threatened'
          : 'not_yet';
  const grounds = priorityNeeds(facts, appliedOn);
  const isInNeed = grounds.length > 0;
  const duties: HousingAnswer['duties'] =
    situation === 'not_said'
      ? ['advice', 'assess']
      : situation === 'not_yet'
        ? ['advice']
        : situation === 'threatened'
          ? ['advice', 'assess', 'prevent']
          : ['advice', 'assess', ...(isInNeed ? (['interim'] as const) : []), 'relieve', ...(isInNeed ? (['secure'] as const) : [])];
  return {situation, threatenedUntil: until, grounds, duties, services: servicesDuties(facts)};
}
