/** A young person's own screens. */
import type {ComponentType} from 'react';
import type * as MoneyScreens from '#client/features/money-plan/own-money-screens.tsx';
import type * as FundScreens from '#client/features/young/fund-screens.ts';
import {forYoung, young, youngBoth, youngFirst, youngFund, youngLearning, youngMoney, youngPrinting, type AppRoute} from './route.tsx';

/** Their money: one file, since whoever asks goes on to see where it stands. */
function fundPage(pick: (screens: typeof FundScreens) => ComponentType) {
  return youngFund(() => import('#client/features/young/fund-screens.ts'), pick);
}

function weekPage(pick: (screens: typeof MoneyScreens) => ComponentType) {
  return youngMoney(() => import('#client/features/money-plan/own-money-screens.tsx'), pick);
}

export const YOUNG_ROUTES: readonly AppRoute[] = [
  forYoung(
    '/home',
    'young:nav.home',
    youngFirst(
      () => import('#client/features/young/home-page.tsx'),
      ({HomePage}) => HomePage,
    ),
  ),
  forYoung(
    '/my-plan',
    'young:plan.title',
    young(
      () => import('#client/features/young/plan-page.tsx'),
      ({PlanPage}) => PlanPage,
    ),
  ),
  forYoung(
    '/my-plan/:section',
    'young:answer.title',
    young(
      () => import('#client/features/young/answer-page.tsx'),
      ({AnswerPage}) => AnswerPage,
    ),
  ),
  forYoung(
    '/my-plan/new',
    'young:newPlan.title',
    young(
      () => import('#client/features/young/new-plan-page.tsx'),
      ({NewPlanPage}) => NewPlanPage,
    ),
  ),
  forYoung(
    '/my-plan/new/answer',
    'young:myAnswer.title',
    young(
      () => import('#client/features/young/my-answer-page.tsx'),
      ({MyAnswerPage}) => MyAnswerPage,
    ),
  ),
  forYoung(
    '/my-plan/new/:section',
    'young:own.title',
    young(
      () => import('#client/features/young/own-words-page.tsx'),
      ({OwnWordsPage}) => OwnWordsPage,
    ),
  ),
  forYoung(
    '/print',
    'print:title',
    youngPrinting(
      () => import('#client/features/print/own-print-page.tsx'),
      ({OwnPrintPage}) => OwnPrintPage,
    ),
  ),
  forYoung(
    '/ask-review',
    'young:review.title',
    young(
      () => import('#client/features/young/ask-review-page.tsx'),
      ({AskReviewPage}) => AskReviewPage,
    ),
  ),
  forYoung(
    '/my-money',
    'young:money.title',
    fundPage(({MoneyPage}) => MoneyPage),
  ),
  forYoung(
    '/my-money/ask',
    'young:fund.ask',
    fundPage(({AskFundPage}) => AskFundPage),
  ),
  forYoung(
    '/my-money/week',
    'young:week.title',
    weekPage(({OwnMoneyPlanPage}) => OwnMoneyPlanPage),
  ),
  forYoung(
    '/my-money/week/add/:group',
    'money-plan:add.income',
    weekPage(({OwnAddLinePage}) => OwnAddLinePage),
  ),
  forYoung(
    '/my-money/week/line/:line',
    'money-plan:group.income',
    weekPage(({OwnLinePage}) => OwnLinePage),
  ),
  forYoung(
    '/my-money/week/benefits',
    'money-plan:benefits',
    weekPage(({OwnBenefitsPage}) => OwnBenefitsPage),
  ),
  forYoung(
    '/my-money/week/benefits/:benefit',
    'money-plan:benefits',
    weekPage(({OwnBenefitPage}) => OwnBenefitPage),
  ),
  forYoung(
    '/my-money/week/helper',
    'money-plan:helper',
    weekPage(({OwnHelperPage}) => OwnHelperPage),
  ),
  forYoung(
    '/my-money/evaluation',
    'young:evaluation.title',
    fundPage(({EvaluationPage}) => EvaluationPage),
  ),
  forYoung(
    '/my-money/income/:enrolment',
    'income:own.title',
    fundPage(({IncomePage}) => IncomePage),
  ),
  forYoung(
    '/my-money/income/:enrolment/check-in',
    'income:checkIn.title',
    fundPage(({OwnCheckInPage}) => OwnCheckInPage),
  ),
  forYoung(
    '/my-money/:request',
    'young:fund.request.title',
    fundPage(({FundRequestPage}) => FundRequestPage),
  ),
  forYoung(
    '/my-rights',
    'entitlements:title.own',
    young(
      () => import('#client/features/entitlements/own-entitlements-page.tsx'),
      ({OwnEntitlementsPage}) => OwnEntitlementsPage,
    ),
  ),
  forYoung(
    '/my-learning',
    'learning:own.title',
    youngLearning(
      () => import('#client/features/young/learning-page.tsx'),
      ({LearningPage}) => LearningPage,
    ),
  ),
  forYoung(
    '/my-home',
    'young:myHome.title',
    young(
      () => import('#client/features/young/where-i-live-page.tsx'),
      ({WhereILivePage}) => WhereILivePage,
    ),
  ),
  forYoung(
    '/my-details',
    'details:young.title',
    youngBoth(
      () => import('#client/features/young/my-details-page.tsx'),
      ({MyDetailsPage}) => MyDetailsPage,
    ),
  ),
  forYoung(
    '/talk',
    'young:talk.title',
    young(
      () => import('#client/features/young/talk-page.tsx'),
      ({TalkPage}) => TalkPage,
    ),
  ),
  {
    ...forYoung(
      '/help-now',
      'young:help.title',
      young(
        () => import('#client/features/young/help-now-page.tsx'),
        ({HelpNowPage}) => HelpNowPage,
      ),
    ),
    // Whatever has ended, whoever is in danger is told whom to phone.
    reads: false,
  },
  {
    ...forYoung(
      '/help-now/tonight',
      'young:help.title',
      young(
        () => import('#client/features/young/help-now-page.tsx'),
        ({HelpTonightPage}) => HelpTonightPage,
      ),
    ),
    reads: false,
  },
  {
    ...forYoung(
      '/help',
      'young:help.title',
      young(
        () => import('#client/features/young/help-page.tsx'),
        ({HelpPage}) => HelpPage,
      ),
    ),
    // Numbers to call are shown whatever has ended.
    reads: false,
  },
];
