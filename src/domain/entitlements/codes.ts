/** What somebody can be entitled to, in the order in which it is told; each has its words for both readers. */
export const ENTITLEMENTS = [
  'adviser',
  'plan',
  'keep_in_touch',
  'advice',
  'home',
  'home_steps',
  'staying_on',
  'maintenance',
  'living_costs',
  'learning_costs',
  'council_tax',
  'fund',
  'he_amount',
  'he_grant',
  'vacation',
  'return_to_learn',
  'records',
  'advocate',
  'complaint',
  'welsh',
] as const;
export type Entitlement = (typeof ENTITLEMENTS)[number];

/** now: it is owed today. next: from a day that is known. if: on a condition that is told. ask: somebody decides. ended: it was. */
export const ENTITLEMENT_STATES = ['now', 'next', 'if', 'ask', 'ended'] as const;
export type EntitlementState = (typeof ENTITLEMENT_STATES)[number];

/** Why it stands as it does; told in a sentence of its own to each reader. */
export const ENTITLEMENT_REASONS = [
  'looked_after',
  'category_2',
  'category_3',
  'programme',
  'category_4',
  'category_5',
  'category_6',
  'policy_offer',
  'manager_decides',
  'turns_18',
  'fostered',
  'stayed_on',
  'new_duty',
  'in_higher_education',
  'not_in_plan',
  'granted',
  'when_in_higher_education',
  'when_studying',
  'full_time_study',
  'under_25',
  'told_us',
  'everybody',
] as const;
export type EntitlementReason = (typeof ENTITLEMENT_REASONS)[number];

/** Rules that an entitlement rests on; where each stands in law is in entitlement-sources.ts. */
export const ENTITLEMENT_RULES = [
  'R-08',
  'R-09',
  'R-11',
  'R-12',
  'R-13',
  'R-25',
  'R-33',
  'R-40',
  'R-46',
  'R-51',
  'R-52',
  'R-53',
  'R-60',
  'R-61',
  'R-62',
  'R-63',
  'R-64',
  'R-65',
  'R-66',
  'R-69',
  'R-71',
  'R-73',
  'R-74',
  'looked_after',
  'fund',
] as const;
export type EntitlementRule = (typeof ENTITLEMENT_RULES)[number];

/** Who pays the council tax of a home. */
export const BILL_PAYERS = ['young_person', 'somebody_else'] as const;
/** What council tax comes to with a household. */
export const COUNCIL_TAX_EFFECTS = ['exempt', 'half', 'quarter', 'disregarded'] as const;
