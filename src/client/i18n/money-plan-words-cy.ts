/** Words of a money plan, on a young person’s phone; staff’s come with those of a file. Loaded as one file. */
import moneyPlan from '#locales/cy/money-plan.json';

export const bundle = {'money-plan': moneyPlan};
