/** What a worry is about, the most pressing first. */
export const WORRY_KINDS = [
  'no_home_tonight',
  'unsafe',
  'money_controlled',
  'no_food',
  'essentials',
  'arrears',
  'home',
  'health',
  'other',
] as const;
export type WorryKind = (typeof WORRY_KINDS)[number];
/** Codes of complaints, in the order in which one goes through them. */
export const COMPLAINT_STAGES = ['local', 'investigation', 'closed'] as const;
