/** St David's Day Fund (domain.md 3.4, 4.5). Labels in both languages live in locales/. */
export const SPEND_TYPES = [
  'learning_equipment',
  'course_fee',
  'digital',
  'travel',
  'driving',
  'work_tools_clothing',
  'furniture_white_goods',
  'deposit_rent',
  'hobby_activity',
  'health_wellbeing',
  'identity_docs',
  'culture_faith',
  'parenting',
  'emergency',
  'celebration',
  'other',
] as const;
export type SpendType = (typeof SPEND_TYPES)[number];
export const PURPOSE_AREAS = ['well_being', 'development', 'independence'] as const;
export type PurposeArea = (typeof PURPOSE_AREAS)[number];
/** The area that a kind of spending belongs to, unless somebody says otherwise (list I of the old system). */
export const PURPOSE_OF: Readonly<Record<SpendType, PurposeArea>> = {
  learning_equipment: 'development',
  course_fee: 'development',
  digital: 'development',
  travel: 'independence',
  driving: 'independence',
  work_tools_clothing: 'development',
  furniture_white_goods: 'independence',
  deposit_rent: 'independence',
  hobby_activity: 'well_being',
  health_wellbeing: 'well_being',
  identity_docs: 'independence',
  culture_faith: 'well_being',
  parenting: 'independence',
  emergency: 'well_being',
  celebration: 'well_being',
  other: 'independence',
};

/**
 * Where a request stands. `approved` with an award below what was asked is a part approval, and the decision says so;
 * `reversed`: the supplier gave the whole amount back.
 */
export const FUND_STATUSES = [
  'draft',
  'submitted',
  'more_info',
  'recommended',
  'deferred',
  'approved',
  'refused',
  'withdrawn',
  'paid',
  'closed',
  'reversed',
] as const;
export type FundStatus = (typeof FUND_STATUSES)[number];
/** Nobody has decided yet: its words can change, and it can be decided. */
export const UNDECIDED: readonly FundStatus[] = ['submitted', 'more_info', 'recommended', 'deferred'];
/** Before money has moved: the young person can take it back. */
export const WITHDRAWABLE: readonly FundStatus[] = [...UNDECIDED, 'approved'];
/** Money has moved for it. */
export const PAID: readonly FundStatus[] = ['paid', 'closed', 'reversed'];

export const FUND_OUTCOMES = ['approved', 'part', 'refused', 'deferred'] as const;
/** Why not, as a code beside the words (domain.md 4.5). `withdrawn` is no decision and is not among them. */
export const FUND_REFUSALS = [
  'not_eligible',
  'statutory_duty',
  'other_fund',
  'over_limit',
  'not_enough_information',
  'budget_exhausted',
  'duplicate',
  'excluded_item',
] as const;
/** By whose authority: within one's own limit, or recorded for the panel above it. */
export const DECISION_LEVELS = ['own', 'panel'] as const;

export const PAYMENT_METHODS = ['purchase_card', 'bacs', 'supplier_invoice', 'voucher', 'cash'] as const;
export const EVIDENCE = ['receipt', 'photo', 'none_yet'] as const;
/** What is said about a request while it waits. */
export const FUND_NOTES = ['question', 'answer'] as const;
/** What a paper about a request is. */
export const FUND_PAPERS = ['quote', 'receipt', 'photo'] as const;
export const USED_AS_PLANNED = ['yes', 'partly', 'no'] as const;
export const URGENCIES = ['normal', 'urgent'] as const;

/** `decide`: the fund does not name the group, so the authority decides each time. */
export const ELIGIBILITY = ['yes', 'decide', 'no'] as const;
/** Whom the fund is for. */
export const ELIGIBLE_GROUPS = [
  'looked_after_16_17',
  'care_leaver_under_18',
  'care_leaver_18_plus',
  'returning_to_learn',
  'special_guardianship',
  'independent_21_24',
] as const;
export const ELIGIBILITY_REASONS = [
  ...ELIGIBLE_GROUPS,
  'category_6',
  'under_16',
  'over_25',
  'left_before_16',
  'not_care_experienced',
  'in_learning_21_24',
  'activity_unknown',
  'died',
  'birth_unknown',
] as const;
/** What may be owed anyway, so that the fund is not its source. */
export const FUND_DUTIES = [
  'maintenance',
  'accommodation',
  'learning_grant',
  'higher_education',
  'living_near_work',
  'setting_up_home',
  'vacation_home',
] as const;
export type FundDuty = (typeof FUND_DUTIES)[number];

/** What an entry does to a budget (ledger.ts). */
export const LEDGER_KINDS = [
  'allocation',
  'carried_in',
  'carried_out',
  'overspend',
  'imported_overspend',
  'commit',
  'release',
  'spend',
  'refund',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];
