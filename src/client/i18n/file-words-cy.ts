/** Words of one person’s file and of all that is written in it: staff load them when they open the first. Loaded as one file. */
import chronology from '#locales/cy/chronology.json';
import codes from '#locales/cy/codes-profile.json';
import contact from '#locales/cy/contact.json';
import entitlements from '#locales/cy/entitlements.json';
import history from '#locales/cy/history.json';
import home from '#locales/cy/home.json';
import income from '#locales/cy/income.json';
import learning from '#locales/cy/learning.json';
import moneyPlan from '#locales/cy/money-plan.json';
import person from '#locales/cy/person.json';
import plan from '#locales/cy/plan.json';
import profile from '#locales/cy/profile.json';
import radar from '#locales/cy/radar.json';
import reasons from '#locales/cy/reasons.json';
import review from '#locales/cy/review.json';
import visit from '#locales/cy/visit.json';

export const bundle = {
  chronology,
  codes,
  contact,
  entitlements,
  history,
  home,
  income,
  learning,
  'money-plan': moneyPlan,
  person,
  plan,
  profile,
  radar,
  reasons,
  review,
  visit,
};
