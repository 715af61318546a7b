/** Codes of income schemes, their check-ins and what they ask (domain.md 3.6). Nothing here is true of one scheme only. */
export const ENROLMENT_DECISIONS = ['joined', 'declined', 'left_early'] as const;
export const PAYMENT_FREQUENCIES = ['monthly', 'twice_monthly'] as const;
/** '24_paid' is an old system's word for all of them, however many a scheme pays. */
export const CLOSING_REASONS = ['24_paid', 'left', 'died', 'ineligible', 'other'] as const;
/** Why payments rest for a while. */
export const PAUSE_REASONS = ['prison', 'asked', 'account', 'away', 'other'] as const;
export const SAVINGS_BANDS = ['0', '1-100', '101-500', '501-2000', '2000+'] as const;
export const DEBT_BANDS = ['0', '1-250', '251-1000', '1000+'] as const;
export const RENT_PAID = ['yes', 'no', 'not_applicable'] as const;
/** What a check-in can ask; a scheme asks some of them, in this order, and an authority adds its own. */
export const CHECK_IN_QUESTIONS = [
  'paidOnTime',
  'coversEssentials',
  'rentPaid',
  'arrears',
  'savings',
  'debt',
  'moneyControlled',
  'benefitsChange',
  'activity',
  'home',
  'wellbeing',
  'usedFor',
  'afterEnd',
  'supportWanted',
] as const;
export type CheckInQuestion = (typeof CHECK_IN_QUESTIONS)[number];
/** Of the time in which money comes: afterwards nobody is asked whether it came. */
export const QUESTIONS_WHILE_PAID: readonly CheckInQuestion[] = ['paidOnTime', 'afterEnd'];
/** How the place is where they live, as they say it. */
export const HOME_ANSWERS = ['settled', 'worried', 'moving', 'nowhere'] as const;
/** Whether somebody may be in a scheme, and why. */
export const SCHEME_ANSWERS = ['yes', 'later', 'no'] as const;
export const SCHEME_REASONS = [
  'in_window',
  'before_window',
  'after_window',
  'turns_in_window',
  'other_category',
  'birth_unknown',
  'died',
] as const;
/** Where a check-in of the timetable stands. Nobody is late for one: it is not a condition of anything. */
export const CHECK_IN_STATES = ['held', 'open', 'ahead', 'not_held'] as const;
