/**
 * What the fund may not stand in for: it is not instead of other money (domain.md 3.4). Says which duty may owe what was asked,
 * from who they are and what it is for; somebody answers each before the fund pays, and what a duty covers is routed there with
 * the reason. Nothing is decided here: `certain` says that the duty runs for them, not that it covers this purchase.
 */
import {presentActivity} from '../learning-work/present-activity.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import type {DomainRecord} from '../shared/record.ts';
import {PLAN_IN_FORCE} from '../pathway-plan/codes.ts';
import {careLeaverStanding} from '../young-person/standing.ts';
import type {FundDuty, SpendType} from './codes.ts';

export interface DutyHint {
  readonly duty: FundDuty;
  /** R-ids of domain.md 2e. */
  readonly rule: 'R-40' | 'R-51' | 'R-60' | 'R-61' | 'R-64' | null;
  readonly certain: boolean;
}

const LIVING: readonly SpendType[] = ['emergency', 'deposit_rent', 'furniture_white_goods', 'travel'];
const HOME: readonly SpendType[] = ['deposit_rent'];
const LEARNING: readonly SpendType[] = ['learning_equipment', 'course_fee', 'digital', 'travel'];
const WORK: readonly SpendType[] = ['travel', 'work_tools_clothing'];
const IN_HIGHER_EDUCATION: ReadonlySet<string> = new Set(['F1', 'P1']);
const IN_EDUCATION: ReadonlySet<string> = new Set(['F1', 'P1', 'F2', 'P2']);
const IN_WORK: ReadonlySet<string> = new Set(['F4', 'P4', 'F5', 'P5']);

export function dutiesToConsider(file: readonly DomainRecord[], spend: SpendType | null, on: CalendarDate): readonly DutyHint[] {
  if (spend === null) return [];
  const {category, dutyStatus} = careLeaverStanding(file, on);
  const hints: DutyHint[] = [];
  const add = (duty: FundDuty, rule: DutyHint['rule'], certain: boolean) => hints.push({duty, rule, certain});
  // 16 and 17 in category 1 or 2 are maintained by the authority; R-40: category 2 is provided with a home.
  if ((category === 'C1' || category === 'C2') && LIVING.includes(spend)) add('maintenance', 'R-64', true);
  if (category === 'C2' && HOME.includes(spend)) add('accommodation', 'R-40', true);
  const runs = (category === 'C3' && dutyStatus === 'full') || dutyStatus === 'education_only';
  const activity = presentActivity(file, on)?.data.code ?? 'not_known';
  if (runs && LEARNING.includes(spend)) {
    // only what the plan sets out; R-60: a grant for the expenses of education or training.
    if (IN_HIGHER_EDUCATION.has(activity)) add('higher_education', 'R-61', hasProgramme(file));
    if (IN_EDUCATION.has(activity) || hasProgramme(file)) add('learning_grant', 'R-60', IN_EDUCATION.has(activity));
  }
  // living near work, or where work is looked for.
  if (category === 'C3' && dutyStatus === 'full' && (WORK.includes(spend) || HOME.includes(spend)))
    add('living_near_work', 'R-60', IN_WORK.has(activity));
  if ((category === 'C2' || category === 'C3') && spend === 'furniture_white_goods') add('setting_up_home', null, false);
  if (runs && HOME.includes(spend) && IN_EDUCATION.has(activity)) add('vacation_home', 'R-51', false);
  return hints;
}

const hasProgramme = (file: readonly DomainRecord[]): boolean =>
  file.some(record => isKind(record, 'pathway-plan') && PLAN_IN_FORCE.includes(record.data.status) && Boolean(record.data.programme));
