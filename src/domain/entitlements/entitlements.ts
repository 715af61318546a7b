/**
 * What somebody is entitled to now and next, from dates and records alone: each with the reason, from when and until when, and
 * the rules that it rests on. The same answer for the young person and for whoever works with them; the words differ. It
 * promises nothing that a person has still to decide: that is called 'ask', and what hangs on a condition 'if'.
 */
import {homeBefore18} from '../accommodation/ready-eligibility.ts';
import {readyQuestion} from '../accommodation/ready-question.ts';
import {readyLastDay} from '../accommodation/ready-end.ts';
import {arrangementOf, type Ready} from '../accommodation/ready-record.ts';
import {settingsInForce} from '../authority/settings.ts';
import {deadlineFacts, recordsOf, type DeadlineFacts} from '../deadline/facts.ts';
import {isForCourse, relevantAmounts} from '../education-support/granted-before.ts';
import {planWithProgramme} from '../education-support/programme-in-plan.ts';
import {asAuthoritySays, fundEligibility} from '../fund/eligibility.ts';
import {presentActivity} from '../learning-work/present-activity.ts';
import {addDays, ageOn, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import type {Entitlement, EntitlementReason, EntitlementRule, EntitlementState} from './codes.ts';
import {programmeOf} from '../young-person/programme.ts';
import {councilTaxDaysOf, type CouncilTaxDays} from './council-tax.ts';

export interface EntitlementItem {
  readonly what: Entitlement;
  readonly state: EntitlementState;
  readonly why: EntitlementReason;
  readonly from: CalendarDate | null;
  /** The last day. */
  readonly until: CalendarDate | null;
  readonly rules: readonly EntitlementRule[];
}

export interface Entitlements {
  readonly items: readonly EntitlementItem[];
  /** Days of care-leaver status for council tax, now or from 18 on; null where there is none. */
  readonly councilTax: CouncilTaxDays | null;
}

interface Reading {
  readonly facts: DeadlineFacts;
  readonly settings: readonly DomainRecord[];
  readonly today: CalendarDate;
  readonly age: number;
  readonly at: (age: number) => CalendarDate;
}

type Row = EntitlementItem | null;

const item = (
  what: Entitlement,
  state: EntitlementState,
  why: EntitlementReason,
  [from, until]: readonly [CalendarDate | null, CalendarDate | null],
  ...rules: readonly EntitlementRule[]
): EntitlementItem => ({what, state, why, from, until, rules});

/** The last day of the main duty: the day before 21, or the end of the programme that the plan sets out. */
function dutyUntil({facts, at}: Reading): {
  readonly on: CalendarDate | null;
  readonly why: EntitlementReason;
  readonly rule: EntitlementRule;
} {
  const {category, dutyStatus} = facts.standing;
  const plan = facts.currentPlan?.data;
  const runs = !!plan && plan.programme !== null && plan.programmeStatus !== 'ended';
  const ends = runs ? (plan.programmeEndsOn ?? null) : null;
  const by21 = addDays(at(21), -1);
  if (category === 'C4') return {on: ends, why: 'category_4', rule: 'R-11'};
  if (runs && (dutyStatus === 'education_only' || (ends !== null && ends > by21))) return {on: ends, why: 'programme', rule: 'R-09'};
  return {on: by21, why: category === 'C3' ? 'category_3' : category === 'C2' ? 'category_2' : 'looked_after', rule: 'R-08'};
}

const OWED = ['full', 'education_only'];

function support(reading: Reading): readonly Row[] {
  const {facts, at} = reading;
  const {category, dutyStatus, since} = facts.standing;
  const duty = dutyUntil(reading);
  const days = [since, duty.on] as const;
  const until25 = addDays(at(25), -1);
  if (isExcluded(reading)) return [item('adviser', 'ask', 'manager_decides', [null, null], 'R-08')];
  if (['C1', 'C2', 'C3', 'C4'].includes(category) && dutyStatus !== null && OWED.includes(dutyStatus))
    return [
      item('adviser', 'now', duty.why, days, duty.rule),
      item('plan', 'now', duty.why, days, 'R-25', 'R-33'),
      category === 'C2' || category === 'C3' ? item('keep_in_touch', 'now', duty.why, days, 'R-46') : null,
    ];
  // Of the main duties nothing: advice and support, until 21.
  if (category === 'C5') return [item('advice', 'now', 'category_5', [since, addDays(at(21), -1)], 'R-13')];
  if (category === 'C6' || category === 'C6a') return [item('advice', 'now', 'category_6', [since, addDays(at(21), -1)], 'R-13')];
  // Also of whoever came back to learn and whose programme has ended: they can come back again.
  if (dutyStatus === 'policy_offer')
    return [
      item('adviser', 'now', 'policy_offer', [at(21), until25], 'R-12'),
      category === 'C4'
        ? item('plan', 'ended', 'category_4', [null, null], 'R-11')
        : item('plan', 'ended', 'category_3', [null, addDays(at(21), -1)], 'R-08'),
      item('return_to_learn', 'if', 'told_us', [null, until25], 'R-11'),
    ];
  return [];
}

/** Its last day: the day before 21, or the one that was set, or the programme's; one that went by and was not ended is over all the same. */
function stayingOn({facts, today}: Reading, ready: Ready['data']): Row {
  // What is written down of it cannot be so: staff are asked on the file.
  if (readyQuestion(ready, facts.bornOn, recordsOf(facts.file, 'stay'), recordsOf(facts.file, 'looked-after-period')) !== null)
    return item('staying_on', 'ask', 'manager_decides', [null, null], 'R-52');
  const last = readyLastDay(ready.plannedEndOn, facts.bornOn, programmeOf(facts.plans));
  return item('staying_on', last !== null && last < today ? 'ended' : 'now', 'stayed_on', [ready.startOn, last], 'R-52');
}

/** Sections 105 to 116 are excluded for an adult within Schedule 3: what is owed all the same a manager decides. */
const isExcluded = ({facts}: Reading): boolean => facts.standing.dutyStatus === 'excluded_sch3';
const asDecided = (reading: Reading, row: Row): Row =>
  row && row.state !== 'ended' && isExcluded(reading) ? {...row, state: 'ask', why: 'manager_decides', from: null, until: null} : row;

function home(reading: Reading): readonly Row[] {
  const {facts, settings, today, age, at} = reading;
  const {category, dutyStatus} = facts.standing;
  const until18 = addDays(at(18), -1);
  const until21 = addDays(at(21), -1);
  const newDuty = settingsInForce(settings)('suitableHomeDuty', today) === 'in_force' && age >= 18 && age < 21;
  const ready = arrangementOf(recordsOf(facts.file, 'when-i-am-ready'))?.data;
  const before = homeBefore18(facts.bornOn, recordsOf(facts.file, 'stay'), recordsOf(facts.file, 'looked-after-period'), today);
  const rows: Row[] = [];
  if (category === 'C1') rows.push(item('home', 'now', 'looked_after', [null, until18], 'looked_after'));
  else if (category === 'C2') rows.push(item('home', 'now', 'category_2', [facts.standing.since, until18], 'R-40', 'R-64'));
  else if (newDuty && ['C3', 'C5', 'C6', 'C6a'].includes(category))
    rows.push(asDecided(reading, item('home_steps', 'now', 'new_duty', [at(18), until21], 'R-53')));
  if (ready?.startOn && ready.endOn === null) rows.push(asDecided(reading, stayingOn(reading, ready)));
  else if (category === 'C1' && age >= 16 && age < 18 && before === 'foster_care')
    rows.push(item('staying_on', 'next', 'fostered', [at(18), until21], 'R-52'));
  if (category === 'C2') rows.push(item('maintenance', 'now', 'category_2', [facts.standing.since, until18], 'R-64'));
  else if (category === 'C3' && dutyStatus === 'full') rows.push(item('living_costs', 'now', 'category_3', [at(18), until21], 'R-60'));
  else if (dutyStatus === 'education_only') {
    // R-09 carries it on for learning alone, and category 4 has it while the programme runs.
    const {on, why, rule} = dutyUntil(reading);
    rows.push(item('learning_costs', 'now', why, [null, on], 'R-60', rule));
  }
  return rows;
}

function councilTaxOf({facts, today, age, at}: Reading): readonly [Row, CouncilTaxDays | null] {
  const {category} = facts.standing;
  const days = councilTaxDaysOf(category, facts.bornOn);
  if (days !== null) {
    const state = today > days.until ? 'ended' : 'now';
    return [item('council_tax', state, 'under_25', [days.from, days.until], 'R-62', 'R-63'), days];
  }
  // Whoever is category 1 or 2 on the day before 18 is category 3 from it.
  // A manager can have settled either for somebody older, whom no 18th birthday is to come for.
  if ((category !== 'C1' && category !== 'C2') || age >= 18) return [null, null];
  const next = councilTaxDaysOf('C3', facts.bornOn);
  return [item('council_tax', 'next', 'turns_18', [at(18), next?.until ?? null], 'R-62', 'R-63'), next];
}

const HIGHER = ['F1', 'P1'];
const FULL_TIME_LEARNING = ['F1', 'F2'];

function learning(reading: Reading): readonly Row[] {
  const {facts, today} = reading;
  const {category, dutyStatus} = facts.standing;
  if (!['C3', 'C4'].includes(category) || dutyStatus === null || !OWED.includes(dutyStatus)) return [];
  const doing = presentActivity(facts.file, today);
  const code = doing?.data.code ?? '';
  const duty = dutyUntil(reading);
  const inHigher = HIGHER.includes(code);
  const granted = doing !== undefined && relevantAmounts(recordsOf(facts.file, 'education-support')).some(each => isForCourse(each, doing));
  // It is owed for a course that the plan sets out, and once for it.
  const inPlan = planWithProgramme(recordsOf(facts.file, 'pathway-plan')) !== undefined;
  const amount = !inHigher ? 'when_in_higher_education' : granted ? 'granted' : inPlan ? 'in_higher_education' : 'not_in_plan';
  return [
    item('he_amount', amount === 'granted' || amount === 'in_higher_education' ? 'now' : 'if', amount, [null, duty.on], 'R-61'),
    item('he_grant', inHigher ? 'now' : 'if', inHigher ? 'in_higher_education' : 'when_in_higher_education', [null, null], 'R-65'),
    FULL_TIME_LEARNING.includes(code)
      ? item('vacation', 'now', 'full_time_study', [null, duty.on], 'R-51')
      : item('vacation', 'if', 'when_studying', [null, duty.on], 'R-51'),
  ];
}

function fund({facts, settings, today, at}: Reading): Row {
  const found = asAuthoritySays(fundEligibility(facts.file, today), settingsInForce(settings)('fundCategory6', today));
  const days = [null, addDays(at(25), -1)] as const;
  if (found.answer === 'yes') return item('fund', 'now', 'under_25', days, 'fund');
  return found.answer === 'decide' ? item('fund', 'ask', 'manager_decides', days, 'fund') : null;
}

const RECORDS_AGE = 75;

/** What is everybody's who has been in care. */
function rights({facts, age, at}: Reading): readonly Row[] {
  const wasInCare = facts.runs.length > 0 || facts.standing.category !== 'none';
  if (!wasInCare) return [];
  return [
    item('records', 'now', 'everybody', [null, at(RECORDS_AGE)], 'R-69', 'R-66'),
    item('advocate', 'now', 'everybody', [null, null], 'R-73'),
    age < 25 ? item('complaint', 'now', 'under_25', [null, addDays(at(25), -1)], 'R-71') : null,
    item('welsh', 'now', 'everybody', [null, null], 'R-74'),
  ];
}

/** A category that a manager has settled beside the ages promises nothing until a day that is over, and nothing now that has yet to begin. */
function withDaysOf(today: CalendarDate, row: EntitlementItem): EntitlementItem {
  if (row.state === 'now' && row.from !== null && row.from > today) return {...row, state: 'next'};
  return row.state !== 'ended' && row.until !== null && row.until < today ? {...row, until: null} : row;
}

/** @throws InvariantError when the file has no young-person record */
export function entitlementsOf(file: readonly DomainRecord[], settings: readonly DomainRecord[], today: CalendarDate): Entitlements {
  const facts = deadlineFacts(file, settings, today);
  if (facts.diedOn !== null && facts.diedOn <= today) return {items: [], councilTax: null};
  const {bornOn} = facts;
  const reading: Reading = {facts, settings, today, age: ageOn(bornOn, today), at: age => birthday(bornOn, age)};
  const [tax, councilTax] = councilTaxOf(reading);
  const rows = [...support(reading), ...home(reading), tax, fund(reading), ...learning(reading), ...rights(reading)];
  return {items: rows.filter(row => row !== null).map(row => withDaysOf(today, row)), councilTax};
}
