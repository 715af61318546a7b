/** The columns of an evaluation's export, and in which of them somebody could be known from outside. */

/** What is known of a person, in the order in which it is given up where a combination is rare. */
export const OF_PERSON = ['ended', 'category', 'began', 'sex'] as const;
export const OF_CHECK_IN = ['activity', 'period'] as const;
export const ANSWERS = [
  'paid_on_time',
  'covers_essentials',
  'rent_paid',
  'arrears',
  'savings',
  'debt',
  'home',
  'benefits_change',
  'wellbeing',
] as const;
/** What somebody outside might know of a person, and in combination know them by. */
export const QUASI_IDENTIFIERS = [...OF_PERSON, ...OF_CHECK_IN] as const;
export const EVALUATION_COLUMNS = ['pseudonym', ...QUASI_IDENTIFIERS, ...ANSWERS] as const;

/** With fewer who agreed nothing is exported. */
export const LEAST_PEOPLE = 10;
