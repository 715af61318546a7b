/** Words of one person’s file and of all that is written in it: staff load them when they open the first. Loaded as one file. */
import chronology from '#locales/cy/chronology.json';
import codes from '#locales/cy/codes-profile.json';
import contact from '#locales/cy/contact.json';
import history from '#locales/cy/history.json';
import income from '#locales/cy/income.json';
import learning from '#locales/cy/learning.json';
import moneyPlan from '#locales/cy/money-plan.json';
import person from '#locales/cy/person.json';
import plan from '#locales/cy/plan.json';
import profile from '#locales/cy/profile.json';
import reasons from '#locales/cy/reasons.json';
import review from '#locales/cy/review.json';
import visit from '#locales/cy/visit.json';

export const bundle = {
  chronology,
  codes,
  contact,
  history,
  income,
  learning,
  'money-plan': moneyPlan,
  person,
  plan,
  profile,
  reasons,
  review,
  visit,
};
