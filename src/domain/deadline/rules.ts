/**
 * Where each rule stands and how sure that is: one total table. `law` was read in the text; `law_unread` is law whose
 * words were not read here, so its number is a setting of the authority; `policy` is funded or guided, not statute;
 * `local` is the authority's own number; `product` is this product's own help.
 */
import type {DeadlineWhat, RuleId} from './deadline.ts';

/** Instruments by code; their titles in both languages are in locales/. */
export const INSTRUMENTS = [
  'ssw_act',
  'care_leavers_regs',
  'care_planning_regs',
  'housing_act',
  'homelessness_order',
  'council_tax_regs',
  'homelessness_act_2026',
  'language_standards',
  'uk_gdpr',
  'representations_regs',
  'legacy_report',
  'immigration_rules',
  'family_law_act',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];
export type ProvisionKind = 'section' | 'regulation' | 'article' | 'schedule' | 'whole';

export interface RuleSource {
  readonly instrument: Instrument;
  readonly kind: ProvisionKind;
  readonly number: string;
}

export type RuleBasis = 'law' | 'law_unread' | 'policy' | 'local' | 'product';

export interface Rule {
  readonly basis: RuleBasis;
  readonly sources: readonly RuleSource[];
}

const at = (instrument: Instrument, kind: ProvisionKind, number = ''): RuleSource => ({instrument, kind, number});
const rule = (basis: RuleBasis, ...sources: readonly RuleSource[]): Rule => ({basis, sources});

export const RULES: Readonly<Record<RuleId, Rule>> = {
  'R-09': rule('product', at('ssw_act', 'section', '111(2)')),
  'R-12': rule('policy', at('legacy_report', 'whole')),
  'R-20': rule('law', at('care_planning_regs', 'regulation', '49(1)')),
  'R-21': rule('law', at('care_leavers_regs', 'regulation', '5(2)(a)')),
  'R-22': rule('law', at('care_leavers_regs', 'regulation', '5(2)(b)')),
  'R-23': rule('law', at('care_leavers_regs', 'regulation', '5(2)(c)')),
  'R-24': rule('local', at('care_leavers_regs', 'regulation', '6')),
  'R-25': rule('law', at('ssw_act', 'section', '107(3)')),
  'R-29': rule('local', at('care_leavers_regs', 'regulation', '4(2)')),
  'R-31': rule('law_unread', at('care_leavers_regs', 'schedule', '2')),
  'R-32': rule('law', at('care_planning_regs', 'regulation', '49(2)(e)'), at('ssw_act', 'section', '108')),
  'R-33': rule('law_unread', at('care_leavers_regs', 'regulation', '7')),
  'R-34': rule('local', at('care_leavers_regs', 'regulation', '7')),
  'R-35': rule('local', at('care_leavers_regs', 'regulation', '7')),
  'R-36': rule('law_unread', at('care_leavers_regs', 'regulation', '7(3)')),
  'R-37': rule('law', at('care_planning_regs', 'regulation', '39')),
  'R-38': rule('local', at('care_planning_regs', 'regulation', '39(3)')),
  'R-40': rule('local', at('ssw_act', 'section', '109'), at('care_leavers_regs', 'regulation', '9')),
  'R-41': rule('law', at('care_leavers_regs', 'regulation', '8(2)(a)')),
  'R-42': rule('law', at('care_leavers_regs', 'regulation', '8(2)(c)')),
  'R-43': rule('law', at('care_leavers_regs', 'regulation', '8(2)(b)')),
  'R-45': rule('local', at('care_leavers_regs', 'schedule', '1')),
  'R-46': rule('law', at('ssw_act', 'section', '105(1)')),
  'R-47': rule('local', at('ssw_act', 'section', '105(2)')),
  'R-48': rule('law', at('ssw_act', 'section', '105(5)')),
  'R-51': rule('law', at('ssw_act', 'section', '112(4)'), at('ssw_act', 'section', '110')),
  'R-52': rule('law', at('ssw_act', 'section', '110(2)')),
  'R-55': rule('law', at('housing_act', 'section', '70(1)')),
  'R-56': rule('law', at('homelessness_order', 'article', '7')),
  'R-57': rule('policy', at('legacy_report', 'whole')),
  'R-60': rule('local', at('ssw_act', 'section', '110(1)')),
  'R-61': rule('local', at('ssw_act', 'section', '110(6)'), at('ssw_act', 'section', '112(2)')),
  'R-62': rule('law', at('council_tax_regs', 'whole')),
  'R-66': rule('law', at('care_planning_regs', 'regulation', '64(1)')),
  'R-69': rule('law_unread', at('uk_gdpr', 'article', '12')),
  'R-72': rule('law_unread', at('representations_regs', 'whole')),
  birthday: rule('law', at('family_law_act', 'section', '9')),
  action: rule('product', at('care_leavers_regs', 'schedule', '1')),
  'alert-review': rule('product'),
  'fund-decision': rule('local'),
  'fund-evidence': rule('local'),
  'check-in': rule('local'),
  'leave-expiry': rule('product', at('immigration_rules', 'whole')),
};

/** From how many days before its date something counts as due soon. */
const DAYS_SOON: Partial<Record<DeadlineWhat, number>> = {
  first_visit: 7,
  visit: 14,
  visit_before_review: 14,
  contact: 7,
  agreed_contact: 7,
  keep_trying: 2,
  action: 7,
  give_copy: 7,
  education_support: 14,
  fund_decision: 10,
  fund_evidence: 14,
  // It waits for a season at most, and is shown from its first day.
  check_in: 92,
  prepare_plan: 7,
  leave_expires: 90,
  turns_16: 90,
  turns_18: 182,
  turns_21: 182,
  turns_25: 182,
  when_i_am_ready_ends: 182,
  programme_in_plan: 60,
  ask_about_when_i_am_ready: 182,
  vacation_home: 42,
  bed_and_breakfast: 7,
  council_tax_ends: 90,
  records_kept_until: 0,
};
const DAYS_SOON_OTHERWISE = 28;

export const daysSoon = (what: DeadlineWhat): number => DAYS_SOON[what] ?? DAYS_SOON_OTHERWISE;
