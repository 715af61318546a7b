/**
 * The category of a care leaver and which duty the authority owes, from dates alone (rules of the domain
 * reference, their ids in the comments and in the answer). Nobody types a category: what an old system said of it is
 * history. Two facts are decided by people and come in: a programme set out in the plan, and the Schedule 3 flag.
 */
import {addDays, addMonths, ageOn, birthday, type CalendarDate, dayNumber, fromDayNumber} from '#domain/shared/calendar-date.ts';
import type {CATEGORIES, DUTY_STATUSES} from './codes.ts';
import {dayOfReaching, type LookedAfterPeriod, type LookedAfterRun, lookedAfterRuns, THIRTEEN_WEEKS_IN_DAYS} from './looked-after-days.ts';

export type Category = (typeof CATEGORIES)[number];
export type DutyStatus = (typeof DUTY_STATUSES)[number];

/** The programme of education or training that the current plan sets out. */
export interface PlanProgramme {
  readonly status: 'active' | 'interrupted' | 'ended' | 'none';
  readonly expectedEndOn: CalendarDate | null;
  readonly expectedResumeOn: CalendarDate | null;
}

export const NO_PROGRAMME: PlanProgramme = {status: 'none', expectedEndOn: null, expectedResumeOn: null};

/** Time at home with a parent or somebody with parental responsibility; `endOn`: the day of leaving, null while it lasts. */
export interface ReturnHome {
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
}

export interface CategoryFacts {
  readonly dateOfBirth: CalendarDate;
  readonly diedOn: CalendarDate | null;
  readonly periods: readonly LookedAfterPeriod[];
  /** The day the person told the authority about education or training, in progress or wanted. */
  readonly toldUsOn: CalendarDate | null;
  readonly programme: PlanProgramme;
  /** A manager has recorded that Schedule 3 of the 2002 Act applies. */
  readonly schedule3: boolean;
  readonly returnsHome: readonly ReturnHome[];
  /** Had the thirteen weeks and was detained or in hospital on the 16th birthday. */
  readonly detainedAt16?: boolean;
}

export interface CareLeaverCategory {
  readonly category: Category;
  /** First day of the category; null while there is none to date (`pre`, `none_yet`, `none` of the living). */
  readonly since: CalendarDate | null;
  readonly dutyStatus: DutyStatus | null;
  /** Ids of the rules that gave the answer, in order. */
  readonly rules: readonly string[];
}

interface Ages {
  readonly at14: CalendarDate;
  readonly at16: CalendarDate;
  readonly at18: CalendarDate;
  readonly at21: CalendarDate;
  readonly at25: CalendarDate;
}

function agesOf(dateOfBirth: CalendarDate): Ages {
  const at = (age: number) => birthday(dateOfBirth, age);
  return {at14: at(14), at16: at(16), at18: at(18), at21: at(21), at25: at(25)};
}

const answer = (category: Category, since: CalendarDate | null, dutyStatus: DutyStatus | null, ...rules: string[]): CareLeaverCategory => ({
  category,
  since,
  dutyStatus,
  rules,
});

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** The category and duty at the start of `today`. */
export function careLeaverCategory(facts: CategoryFacts, today: CalendarDate): CareLeaverCategory {
  if (facts.diedOn !== null && facts.diedOn <= today) return answer('none', facts.diedOn, null);
  const ages = agesOf(facts.dateOfBirth);
  const lastMinorDay = addDays(ages.at18, -1);
  const runs = lookedAfterRuns(facts.dateOfBirth, facts.periods, today < lastMinorDay ? today : lastMinorDay);
  if (today < ages.at16) return isLookedAfter(runs, today) ? answer('pre', null, null) : answer('none', null, null);
  const minor = categoryBefore18(facts, runs, ages, today < lastMinorDay ? today : lastMinorDay);
  return today < ages.at18 ? minor : categoryFrom18(facts, minor, ages, today);
}

function isLookedAfter(runs: readonly LookedAfterRun[], on: CalendarDate): boolean {
  return runs.some(run => run.firstDay <= dayNumber(on) && dayNumber(on) <= run.lastDay);
}

/** the category on a day from the 16th birthday to the day before the 18th. */
function categoryBefore18(facts: CategoryFacts, runs: readonly LookedAfterRun[], ages: Ages, on: CalendarDate): CareLeaverCategory {
  const after16 = runs.filter(run => run.lastDay >= dayNumber(ages.at16));
  const last = after16.at(-1);
  const shortBreaks = facts.periods.some(period => period.isShortBreak) ? ['R-02'] : [];
  if (!last) return beforeCareAt16(facts, runs, ages, shortBreaks);
  // 91 days on or after the 14th birthday, summed, the day that completes them counted in.
  const reached = dayOfReaching(runs, ages.at14, THIRTEEN_WEEKS_IN_DAYS);
  const lookedAfterNow = dayNumber(on) <= last.lastDay;
  if (lookedAfterNow) {
    if (reached === null || reached > on) return answer('none_yet', null, null, ...shortBreaks);
    return answer('C1', later(later(ages.at16, fromDayNumber(last.firstDay)), reached), 'full', 'R-01', ...shortBreaks);
  }
  const leftOn = fromDayNumber(last.lastDay + 1);
  if (reached === null) return sgoOrCategory6(last, leftOn, ages, shortBreaks);
  return afterCategory1(facts, leftOn, ages, on, shortBreaks);
}

/** R-13, first half: a special guardianship order straight after care, made before 16, counts from the 16th birthday. */
function beforeCareAt16(
  facts: CategoryFacts,
  runs: readonly LookedAfterRun[],
  ages: Ages,
  shortBreaks: readonly string[],
): CareLeaverCategory {
  const last = runs.at(-1);
  const reached = dayOfReaching(runs, ages.at14, THIRTEEN_WEEKS_IN_DAYS);
  if (facts.detainedAt16 === true && reached !== null) return answer('C2', ages.at16, 'full', 'R-04', ...shortBreaks);
  if (last && endedInSpecialGuardianship(last)) return answer('C5', ages.at16, null, 'R-13', ...shortBreaks);
  return answer('none', null, null, ...shortBreaks);
}

function endedInSpecialGuardianship(run: LookedAfterRun): boolean {
  const reason = run.lastPeriod.reasonEnded;
  return !run.isOpen && (reason === 'sgo_former_foster_carers' || reason === 'sgo_others');
}

function sgoOrCategory6(last: LookedAfterRun, leftOn: CalendarDate, ages: Ages, shortBreaks: readonly string[]): CareLeaverCategory {
  const category = endedInSpecialGuardianship(last) ? 'C5' : 'C6a';
  return answer(category, later(leftOn, ages.at16), null, 'R-13', ...shortBreaks);
}

/** category 2, taken away by six months at home, given back when that breaks down before 18. */
function afterCategory1(
  facts: CategoryFacts,
  leftOn: CalendarDate,
  ages: Ages,
  on: CalendarDate,
  shortBreaks: readonly string[],
): CareLeaverCategory {
  const home = facts.returnsHome
    .filter(stay => stay.endOn === null || stay.endOn >= leftOn)
    .map(stay => ({startOn: later(stay.startOn, leftOn), endOn: stay.endOn}))
    .toSorted((a, b) => (a.startOn < b.startOn ? -1 : 1));
  let since = leftOn;
  let rules = ['R-03', ...shortBreaks];
  for (const stay of home) {
    const sixMonths = addMonths(stay.startOn, 6);
    if (sixMonths > on || sixMonths >= ages.at18 || (stay.endOn !== null && stay.endOn < sixMonths)) continue;
    if (stay.endOn === null || stay.endOn > on) return answer('C6a', sixMonths, null, 'R-05', 'R-13', ...shortBreaks);
    since = stay.endOn;
    rules = ['R-03', 'R-05', ...shortBreaks];
  }
  return answer('C2', since, 'full', ...rules);
}

/** from the 18th birthday. `minor` is the category on the day before it. */
function categoryFrom18(facts: CategoryFacts, minor: CareLeaverCategory, ages: Ages, today: CalendarDate): CareLeaverCategory {
  if (minor.category === 'C1' || minor.category === 'C2') return category3Or4(facts, ages, today);
  if (today >= ages.at21) return answer('none', null, null, 'R-13');
  if (minor.category === 'none_yet') return answer('C6a', ages.at18, null, 'R-07', 'R-13');
  return minor;
}

/** category 3 has no upper age; category 4 starts on the day the person told us. */
function category3Or4(facts: CategoryFacts, ages: Ages, today: CalendarDate): CareLeaverCategory {
  const told = facts.toldUsOn;
  const isCategory4 = told !== null && told <= today && told >= ages.at21 && told < ages.at25;
  if (isCategory4) {
    if (facts.schedule3) return answer('C4', told, 'excluded_sch3', 'R-11', 'R-14');
    return answer('C4', told, category4Duty(facts.programme, ages, today), 'R-11');
  }
  const {dutyStatus, rules} = category3Duty(facts, ages, today);
  return answer('C3', ages.at18, dutyStatus, 'R-06', ...rules);
}

function category4Duty(programme: PlanProgramme, ages: Ages, today: CalendarDate): DutyStatus {
  if (programme.status !== 'ended') return 'education_only';
  return today < ages.at25 ? 'policy_offer' : 'ended';
}

function category3Duty(
  facts: CategoryFacts,
  ages: Ages,
  today: CalendarDate,
): {readonly dutyStatus: DutyStatus; readonly rules: readonly string[]} {
  if (facts.schedule3) return {dutyStatus: 'excluded_sch3', rules: ['R-14']};
  if (today < ages.at21) return {dutyStatus: 'full', rules: ['R-08']};
  const rule = carriesPast21(facts.programme, ages.at21);
  if (rule !== null) return {dutyStatus: 'education_only', rules: rule};
  if (today < ages.at25) return {dutyStatus: 'policy_offer', rules: ['R-08', 'R-12']};
  return {dutyStatus: 'ended', rules: ['R-08']};
}

/** The rules by which a programme carries the duty past 21; null: none does. R-09 has no age limit (edge case 9); R-10 needs a day on which the programme is expected to go on. */
export function carriesPast21(programme: PlanProgramme, at21: CalendarDate): readonly string[] | null {
  const pastThe21st = programme.expectedEndOn === null || programme.expectedEndOn >= at21;
  if (!pastThe21st) return null;
  if (programme.status === 'active') return ['R-09'];
  if (programme.status === 'interrupted' && programme.expectedResumeOn !== null) return ['R-09', 'R-10'];
  return null;
}

/** The duty that goes with a category which a manager has settled otherwise than the dates would. */
export function dutyOfCategory(category: Category, facts: CategoryFacts, today: CalendarDate): DutyStatus | null {
  const ages = agesOf(facts.dateOfBirth);
  if (category === 'C1' || category === 'C2') return 'full';
  if (category === 'C3') return category3Duty(facts, ages, today).dutyStatus;
  if (category !== 'C4') return null;
  return facts.schedule3 ? 'excluded_sch3' : category4Duty(facts.programme, ages, today);
}

/** Age in whole years and the birthdays on which duties turn. */
export function birthdaysOf(
  dateOfBirth: CalendarDate,
  today: CalendarDate,
): {
  readonly age: number;
  readonly birthday16: CalendarDate;
  readonly birthday18: CalendarDate;
  readonly birthday21: CalendarDate;
  readonly birthday25: CalendarDate;
} {
  const ages = agesOf(dateOfBirth);
  return {age: ageOn(dateOfBirth, today), birthday16: ages.at16, birthday18: ages.at18, birthday21: ages.at21, birthday25: ages.at25};
}
