/**
 * What money comes from and goes to, in the groups in which somebody thinks of it, how often, and which benefits a young
 * person in Wales may look into. Codes only: a group follows from what a line is of, so that the two never disagree.
 */

/** By group. The first two flow, so much every so often; of the others there is one sum today. */
export const LINES_OF = {
  income: ['wages', 'universal_credit_paid', 'other_benefit', 'learning_money', 'council_money', 'family_money', 'other_income'],
  outgoing: [
    'rent',
    'council_tax_bill',
    'energy',
    'water',
    'food',
    'phone',
    'travel',
    'clothes',
    'child_costs',
    'free_time',
    'paying_back',
    'other_outgoing',
  ],
  arrears: ['rent_behind', 'council_tax_behind', 'energy_behind', 'other_behind'],
  debt: ['bank_debt', 'loan', 'shop_debt', 'benefit_debt', 'friend_debt', 'fine', 'other_debt'],
  saving: ['bank_saving', 'child_trust_fund', 'credit_union', 'other_saving'],
} as const;

export type MoneyGroup = keyof typeof LINES_OF;
export const MONEY_GROUPS = Object.keys(LINES_OF) as readonly MoneyGroup[];
export type MoneyLineCode = (typeof LINES_OF)[MoneyGroup][number];
export const MONEY_LINES = [
  ...LINES_OF.income,
  ...LINES_OF.outgoing,
  ...LINES_OF.arrears,
  ...LINES_OF.debt,
  ...LINES_OF.saving,
] as const satisfies readonly MoneyLineCode[];

export const groupOfLine = (what: MoneyLineCode): MoneyGroup =>
  MONEY_GROUPS.find(group => (LINES_OF[group] as readonly MoneyLineCode[]).includes(what)) ?? 'outgoing';

const FLOWS: readonly MoneyGroup[] = ['income', 'outgoing'];
export const isFlow = (group: MoneyGroup): boolean => FLOWS.includes(group);

/** Named by nothing but their own words. */
const OTHERS: readonly MoneyLineCode[] = ['other_income', 'other_outgoing', 'other_behind', 'other_debt', 'other_saving'];
export const needsWords = (what: MoneyLineCode): boolean => OTHERS.includes(what);

export const HOW_OFTEN = ['week', 'two_weeks', 'four_weeks', 'month', 'year'] as const;
export type HowOften = (typeof HOW_OFTEN)[number];

export const BENEFITS = [
  'universal_credit',
  'housing_benefit',
  'housing_payment',
  'council_tax_help',
  'assistance_fund',
  'pip',
  'carers_allowance',
  'child_benefit',
  'healthy_start',
  'ema',
  'student_finance',
] as const;
export type Benefit = (typeof BENEFITS)[number];

export const BENEFIT_STATES = ['get', 'asked', 'not_yet', 'not_for_me'] as const;

/** What a young person wants done about something: it in their plan, or help with it; and that it has become an action. */
export const MONEY_WISHES = ['plan', 'help', 'planned'] as const;
export type MoneyWish = (typeof MONEY_WISHES)[number];
