/** Words of one person’s file that few other screens need: why something is due, and the making of a plan. Loaded as one file. */
import plan from '#locales/en/plan.json';
import review from '#locales/en/review.json';
import reasons from '#locales/en/reasons.json';
import visit from '#locales/en/visit.json';

export const bundle = {plan, reasons, review, visit};
