/**
 * What a deadline says: what is to be done, by when, how it stands, under which rule, and the dates it was worked out
 * from. Codes and dates only: the words are in locales/, and no name or note from a file can enter it.
 */
import type {SettingName} from '../authority/settings.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';

/** What is to be done or what turns, each with its words in both languages. */
export const DEADLINE_TASKS = [
  'assessment',
  'prepare_plan',
  'plan_owed',
  'give_copy',
  'plan_for_detained',
  'ask_about_when_i_am_ready',
  'review',
  'requested_review',
  'accommodation_review',
  'looked_after_review',
  'judge_suitability',
  'first_visit',
  'visit',
  'visit_before_review',
  'contact',
  'agreed_contact',
  'keep_trying',
  'home_for_release',
  'vacation_home',
  'check_when_i_am_ready',
  'bed_and_breakfast',
  'multi_agency_review',
  'access_request',
  'answer_complaint',
  'investigate_complaint',
  'programme_in_plan',
  'action',
  'alert_review',
  'education_support',
  'fund_decision',
  'fund_evidence',
  'check_in',
  'leave_expires',
] as const;
/** Days on which something changes by itself: nobody is late for them. */
export const DEADLINE_EVENTS = [
  'turns_16',
  'turns_18',
  'turns_21',
  'turns_25',
  'when_i_am_ready_ends',
  'priority_need_ends',
  'council_tax_ends',
  'records_kept_until',
] as const;
export type DeadlineTask = (typeof DEADLINE_TASKS)[number];
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number];
export type DeadlineWhat = DeadlineTask | DeadlineEvent;

/** A date that a deadline was worked out from. */
export const DATES_FROM = [
  'born',
  'turned_16',
  'category_since',
  'told_us',
  'assessed',
  'plan_made',
  'plan_approved',
  'last_full_review',
  'last_looked_after_review',
  'looked_after_since',
  'review_asked',
  'review_held',
  'home_since',
  'provided_since',
  'last_visit',
  'last_contact',
  'agreed_on',
  'touch_lost',
  'last_step',
  'detained_since',
  'release_expected',
  'vacation_starts',
  'programme_ends',
  'presented',
  'night_count_since',
  'asked_for_records',
  'complained',
  'died',
  'support_asked',
  'fund_asked',
  'fund_answered',
  'fund_paid',
  'check_in_month',
  'set_on',
] as const;
export type DateFrom = (typeof DATES_FROM)[number];

export const DEADLINE_STATES = ['not_due', 'due_soon', 'due_today', 'overdue', 'on_hold', 'met'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export type IntervalUnit = 'days' | 'working_days' | 'weeks' | 'months' | 'years';
export interface Interval {
  readonly count: number;
  readonly unit: IntervalUnit;
}

/** Held back for a reason that somebody gave, and until when; the due date stays what it was. */
export interface DeadlineHold {
  readonly hold: Id;
  readonly until: CalendarDate;
}

export interface Deadline {
  /** The R-id of the rule, or the product's own name of it where no rule of law or policy stands behind it. */
  readonly rule: RuleId;
  readonly what: DeadlineWhat;
  /** The record that it is about, for example the action or the stay; null: the person as a whole. */
  readonly subject: Id | null;
  readonly dueOn: CalendarDate;
  readonly state: DeadlineState;
  /** The day on which it was done; late when after the due date. */
  readonly metOn: CalendarDate | null;
  readonly hold: DeadlineHold | null;
  readonly from: readonly {readonly what: DateFrom; readonly on: CalendarDate}[];
  readonly interval: Interval | null;
  /** The authority's setting that the interval comes from. */
  readonly setting: SettingName | null;
  /** Judged by a date of birth that held until this day, and frozen as it was measured then (edge case 18). */
  readonly frozenOn: CalendarDate | null;
}

/** Rules that give deadlines; where they stand in law is in rules.ts. */
export const RULE_IDS = [
  'R-09',
  'R-12',
  'R-20',
  'R-21',
  'R-22',
  'R-23',
  'R-24',
  'R-25',
  'R-29',
  'R-31',
  'R-32',
  'R-33',
  'R-34',
  'R-35',
  'R-36',
  'R-37',
  'R-38',
  'R-40',
  'R-41',
  'R-42',
  'R-43',
  'R-45',
  'R-46',
  'R-47',
  'R-48',
  'R-51',
  'R-52',
  'R-55',
  'R-56',
  'R-57',
  'R-60',
  'R-61',
  'R-62',
  'R-66',
  'R-69',
  'R-72',
  'birthday',
  'action',
  'alert-review',
  'fund-decision',
  'fund-evidence',
  'check-in',
  'leave-expiry',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export const isEvent = (what: DeadlineWhat): what is DeadlineEvent => (DEADLINE_EVENTS as readonly string[]).includes(what);
