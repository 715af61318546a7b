/** Basic Income for Care Leavers in Wales pilot: closed, so history and after-pilot check-ins only (domain.md 3.6). */
export const ENROLMENT_DECISIONS = ['joined', 'declined', 'left_early'] as const;
export const PAYMENT_FREQUENCIES = ['monthly', 'twice_monthly'] as const;
export const CLOSING_REASONS = ['24_paid', 'left', 'died', 'ineligible', 'other'] as const;
export const SAVINGS_BANDS = ['0', '1-100', '101-500', '501-2000', '2000+'] as const;
export const DEBT_BANDS = ['0', '1-250', '251-1000', '1000+'] as const;
export const RENT_PAID = ['yes', 'no', 'not_applicable'] as const;
