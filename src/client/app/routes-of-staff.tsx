/** Screens of those who work with young people, lead a team or look after the authority's settings. */
import type {ComponentType} from 'react';
import type * as PlanScreens from '#client/features/plan/plan-screens.ts';
import type * as ProfileScreens from '#client/features/profile/profile-screens.ts';
import type * as ReviewScreens from '#client/features/review/review-screens.ts';
import type * as VisitScreens from '#client/features/visit/visit-screens.ts';
import type {PartName} from '#client/features/person/person-page.tsx';
import {TEAM_ROUTES} from './routes-of-team.tsx';
import {HOME_ROUTES} from './routes-of-homes.tsx';
import {DUTY_ROUTES} from './routes-of-duty.tsx';
import {FUND_ROUTES} from './routes-of-fund.tsx';
import {administering, forManagers, forStaff, importing, printing, staff, staffBoth, staffFile, type AppRoute} from './route.tsx';

function part(name: PartName) {
  return staffFile(
    () => import('#client/features/person/person-page.tsx'),
    ({PersonPage}) =>
      () => <PersonPage key={name} part={name} />,
  );
}

/** The screens on which a plan is made: one file, since whoever makes a plan goes from one to the next. */
function planPage(pick: (screens: typeof PlanScreens) => ComponentType) {
  return staffFile(() => import('#client/features/plan/plan-screens.ts'), pick);
}

function reviewPage(pick: (screens: typeof ReviewScreens) => ComponentType) {
  return staffFile(() => import('#client/features/review/review-screens.ts'), pick);
}

function profilePage(pick: (screens: typeof ProfileScreens) => ComponentType) {
  return staffFile(() => import('#client/features/profile/profile-screens.ts'), pick);
}

function visitPage(pick: (screens: typeof VisitScreens) => ComponentType) {
  return staffFile(() => import('#client/features/visit/visit-screens.ts'), pick);
}

const Print = printing(
  () => import('#client/features/print/print-page.tsx'),
  ({PrintPage}) => PrintPage,
);

const RecordContact = staffFile(
  () => import('#client/features/contact/record-contact-page.tsx'),
  ({RecordContactPage}) => RecordContactPage,
);

export const STAFF_ROUTES: readonly AppRoute[] = [
  forStaff(
    '/today',
    'today:title',
    staff(
      () => import('#client/features/today/today-page.tsx'),
      ({TodayPage}) => TodayPage,
    ),
    true,
  ),
  forStaff(
    '/people',
    'people:title',
    staff(
      () => import('#client/features/people/people-page.tsx'),
      ({PeoplePage}) => PeoplePage,
    ),
    true,
  ),
  forStaff('/people/:person', 'person:tab.overview', part('overview'), true),
  forStaff('/people/:person/plan', 'person:tab.plan', part('plan'), true),
  forStaff(
    '/people/:person/new-plan',
    'plan:start.title',
    planPage(({StartPlanPage}) => StartPlanPage),
    true,
  ),
  forStaff(
    '/people/:person/plan/:plan',
    'plan:title',
    planPage(({PlanInMakingPage}) => PlanInMakingPage),
    true,
  ),
  forStaff(
    '/people/:person/plan/:plan/details',
    'plan:details.title',
    planPage(({PlanDetailsPage}) => PlanDetailsPage),
    true,
  ),
  forStaff(
    '/people/:person/plan/:plan/share',
    'plan:share.title',
    planPage(({SharePage}) => SharePage),
    true,
  ),
  forStaff(
    '/people/:person/plan/:plan/answer',
    'plan:answer.title',
    planPage(({PlanAnswerPage}) => PlanAnswerPage),
    true,
  ),
  forStaff(
    '/people/:person/plan/:plan/:section',
    'plan:section.title',
    planPage(({SectionPage}) => SectionPage),
    true,
  ),
  forStaff(
    '/people/:person/new-review',
    'review:start.title',
    reviewPage(({StartReviewPage}) => StartReviewPage),
    true,
  ),
  forStaff(
    '/people/:person/review/:review',
    'review:title',
    reviewPage(({ReviewPage}) => ReviewPage),
    true,
  ),
  forStaff(
    '/people/:person/new-visit',
    'visit:plan.title',
    visitPage(({PlanVisitPage}) => PlanVisitPage),
    true,
  ),
  forStaff(
    '/people/:person/visit/:visit',
    'visit:title',
    visitPage(({PlannedVisitPage}) => PlannedVisitPage),
    true,
  ),
  forStaff(
    '/people/:person/go-out',
    'visit:out.title',
    visitPage(({GoOutPage}) => GoOutPage),
    true,
  ),
  forStaff(
    '/people/:person/action/:action',
    'plan:action.title',
    planPage(({ActionPage}) => ActionPage),
    true,
  ),
  forStaff('/people/:person/contacts', 'person:tab.contacts', part('contacts'), true),
  forStaff(
    '/people/:person/chronology',
    'chronology:title',
    staffFile(
      () => import('#client/features/chronology/chronology-page.tsx'),
      ({ChronologyPage}) => ChronologyPage,
    ),
    true,
  ),
  forStaff('/people/:person/print', 'print:title', Print, true),
  forStaff('/people/:person/print/:what', 'print:title', Print, true),
  forStaff('/people/:person/print/:what/:about', 'print:title', Print, true),
  forStaff('/people/:person/home', 'person:tab.home', part('home'), true),
  ...HOME_ROUTES,
  forStaff('/people/:person/learning', 'person:tab.learning', part('learning'), true),
  forStaff('/people/:person/money', 'person:tab.money', part('money'), true),
  ...FUND_ROUTES,
  forStaff(
    '/people/:person/details',
    'details:title',
    staffBoth(
      () => import('#client/features/person/details-page.tsx'),
      ({DetailsPage}) => DetailsPage,
    ),
    true,
  ),
  forStaff(
    '/people/:person/profile',
    'profile:title',
    profilePage(({ProfilePage}) => ProfilePage),
    true,
  ),
  forStaff(
    '/people/:person/profile/:form',
    'profile:form.title',
    profilePage(({EntryPage}) => EntryPage),
    true,
  ),
  forStaff('/record', 'contact:title', RecordContact),
  forStaff('/record/:draft', 'contact:title', RecordContact),
  forStaff(
    '/history/:record',
    'history:title',
    staffFile(
      () => import('#client/features/history/history-page.tsx'),
      ({HistoryPage}) => HistoryPage,
    ),
    true,
  ),
  ...TEAM_ROUTES,
  forManagers(
    '/import',
    'import-holds:title',
    importing(
      () => import('#client/features/import-holds/import-holds-page.tsx'),
      ({ImportHoldsPage}) => ImportHoldsPage,
    ),
  ),
  forManagers(
    '/import/:group',
    'import-holds:group.title',
    importing(
      () => import('#client/features/import-holds/import-group-page.tsx'),
      ({ImportGroupPage}) => ImportGroupPage,
    ),
  ),
  forManagers(
    '/parked',
    'parked:title',
    importing(
      () => import('#client/features/parked-work/parked-page.tsx'),
      ({ParkedPage}) => ParkedPage,
    ),
  ),
  forStaff(
    '/authority',
    'authority:title',
    administering(
      () => import('#client/features/authority/authority-page.tsx'),
      ({AuthorityPage}) => AuthorityPage,
    ),
  ),
  forStaff(
    '/authority/budgets',
    'authority:budgets',
    administering(
      () => import('#client/features/authority/budgets-page.tsx'),
      ({BudgetsPage}) => BudgetsPage,
    ),
  ),
  forStaff(
    '/authority/schemes',
    'authority:schemes',
    administering(
      () => import('#client/features/authority/schemes-page.tsx'),
      ({SchemesPage}) => SchemesPage,
    ),
  ),
  forStaff(
    '/authority/schemes/:scheme',
    'authority:schemes',
    administering(
      () => import('#client/features/authority/scheme-page.tsx'),
      ({SchemePage}) => SchemePage,
    ),
  ),
  forStaff(
    '/authority/teams',
    'authority:teams',
    administering(
      () => import('#client/features/authority/teams-page.tsx'),
      ({TeamsPage}) => TeamsPage,
    ),
  ),
  forStaff(
    '/authority/people',
    'authority:people',
    administering(
      () => import('#client/features/authority/staff-page.tsx'),
      ({StaffPage}) => StaffPage,
    ),
  ),
  forStaff(
    '/authority/setting/:name',
    'authority:title',
    administering(
      () => import('#client/features/authority/setting-page.tsx'),
      ({SettingPage}) => SettingPage,
    ),
  ),
  forStaff(
    '/authority/:group',
    'authority:group.limits',
    administering(
      () => import('#client/features/authority/setting-group-page.tsx'),
      ({SettingGroupPage}) => SettingGroupPage,
    ),
  ),
  ...DUTY_ROUTES,
  forStaff(
    '/more',
    'more:title',
    importing(
      () => import('#client/features/more/more-page.tsx'),
      ({MorePage}) => MorePage,
    ),
  ),
  forStaff(
    '/guide',
    'more:guide.title',
    importing(
      () => import('#client/features/more/guide-page.tsx'),
      ({GuidePage}) => GuidePage,
    ),
  ),
];
