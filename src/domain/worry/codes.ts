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
/** What was done about a worry. `all_right`: the young person says that they are; staff close it all the same. */
export const WORRY_ACTS = ['doing', 'phoned', 'passed_on', 'all_right'] as const;
/** To whom somebody can pass a worry on, in the order in which it goes by itself. */
export const ADDRESSEES = ['adviser', 'manager', 'duty'] as const;
export type Addressee = (typeof ADDRESSEES)[number];
/** To whom it has gone: a colleague who covers is told beside the adviser. */
export const PASSED_TO = ['adviser', 'cover', 'manager', 'duty'] as const;
/** Codes of complaints, in the order in which one goes through them. */
export const COMPLAINT_STAGES = ['local', 'investigation', 'closed'] as const;
