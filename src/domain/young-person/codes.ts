/** Codes about a young person (domain.md 4.2, 4.3, 4.6, 4.7). Labels in both languages live in locales/. */
export const CATEGORIES = ['pre', 'none_yet', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6a', 'C6', 'none'] as const;
export const DUTY_STATUSES = ['full', 'education_only', 'ended', 'policy_offer', 'excluded_sch3'] as const;
export const BIRTH_DATE_STATUSES = ['verified', 'stated', 'assessed', 'disputed'] as const;
export const SEXES = ['F', 'M'] as const;
export const IN_TOUCH = ['yes', 'no', 'refused', 'no_longer_requires', 'returned_home', 'died'] as const;
export const ACTIVITIES = [
  'F1',
  'P1',
  'F2',
  'P2',
  'F4',
  'P4',
  'F5',
  'P5',
  'G4',
  'G5',
  'G6',
  'asylum_no_work',
  'volunteering',
  'carer',
  'custody_education',
  'awaiting_start',
  'not_known',
] as const;
export type ActivityCode = (typeof ACTIVITIES)[number];
export const IMMIGRATION_STATUSES = [
  'british_settled_euss',
  'refugee',
  'humanitarian_protection',
  'limited_leave',
  'asylum_pending',
  'appeal_pending',
  'appeal_rights_exhausted',
  'not_known',
] as const;
export const LEGAL_STATUSES = [
  'care_order',
  'interim_care_order',
  'accommodated_s76',
  'placement_order',
  'remand',
  'short_breaks',
] as const;
export const REASONS_CEASED = [
  'turned_18_wir',
  'turned_18',
  'home_to_parents',
  'sgo_former_foster_carers',
  'sgo_others',
  'independent_with_support',
  'independent_no_support',
  'custody',
  'died',
  'other_uk_authority',
  'other',
  'legal_status_change',
] as const;
export const ALERTS = ['risk_to', 'risk_from', 'health', 'contact', 'exploitation', 'missing', 'dog', 'communication'] as const;

/** What of a whole file waits for somebody to put it together, the most pressing first. */
export const FILE_QUESTIONS = ['two_episodes', 'two_homes', 'main_activity'] as const;
export type FileQuestion = (typeof FILE_QUESTIONS)[number];
