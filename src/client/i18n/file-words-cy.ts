/** Words of one person’s file that few other screens need: why something is due, and the making of a plan. Loaded as one file. */
import plan from '#locales/cy/plan.json';
import review from '#locales/cy/review.json';
import reasons from '#locales/cy/reasons.json';
import visit from '#locales/cy/visit.json';

export const bundle = {plan, reasons, review, visit};
