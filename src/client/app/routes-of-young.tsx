/** A young person's own screens. */
import {forYoung, young, youngBoth, youngFirst, youngPrinting, type AppRoute} from './route.tsx';

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
    young(
      () => import('#client/features/young/money-page.tsx'),
      ({MoneyPage}) => MoneyPage,
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
