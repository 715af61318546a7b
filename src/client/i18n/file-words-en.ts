/** Words of one person’s file and of all that is written in it: staff load them when they open the first. Loaded as one file. */
import chronology from '#locales/en/chronology.json';
import codes from '#locales/en/codes-profile.json';
import contact from '#locales/en/contact.json';
import entitlements from '#locales/en/entitlements.json';
import history from '#locales/en/history.json';
import home from '#locales/en/home.json';
import income from '#locales/en/income.json';
import learning from '#locales/en/learning.json';
import moneyPlan from '#locales/en/money-plan.json';
import person from '#locales/en/person.json';
import plan from '#locales/en/plan.json';
import profile from '#locales/en/profile.json';
import radar from '#locales/en/radar.json';
import reasons from '#locales/en/reasons.json';
import review from '#locales/en/review.json';
import visit from '#locales/en/visit.json';

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
