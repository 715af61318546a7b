/** Screens on which staff ask the fund for something, work on it, decide it and pay it; and of somebody's money plan. */
import type {ComponentType} from 'react';
import type * as MoneyScreens from '#client/features/money-plan/staff-money-screens.tsx';
import type * as FundScreens from '#client/features/fund/fund-screens.ts';
import {forManagers, forPayers, forStaff, paying, staff, staffFile, staffFund, type AppRoute} from './route.tsx';

/** One file: whoever asks for something goes on to the request. */
function fundPage(pick: (screens: typeof FundScreens) => ComponentType) {
  return staffFund(() => import('#client/features/fund/fund-screens.ts'), pick);
}

function moneyPage(pick: (screens: typeof MoneyScreens) => ComponentType) {
  return staffFile(() => import('#client/features/money-plan/staff-money-screens.tsx'), pick);
}

export const FUND_ROUTES: readonly AppRoute[] = [
  forStaff(
    '/people/:person/new-request',
    'fund:ask.title',
    fundPage(({AskPage}) => AskPage),
    true,
  ),
  forStaff(
    '/people/:person/money/:request',
    'fund:title',
    fundPage(({RequestPage}) => RequestPage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan',
    'money-plan:title.staff',
    moneyPage(({StaffMoneyPlanPage}) => StaffMoneyPlanPage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/add/:group',
    'money-plan:add.income',
    moneyPage(({StaffAddLinePage}) => StaffAddLinePage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/line/:line',
    'money-plan:group.income',
    moneyPage(({StaffLinePage}) => StaffLinePage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/line/:line/action',
    'money-plan:action',
    moneyPage(({StaffActionOfLinePage}) => StaffActionOfLinePage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/benefits',
    'money-plan:benefits',
    moneyPage(({StaffBenefitsPage}) => StaffBenefitsPage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/benefits/:benefit',
    'money-plan:benefits',
    moneyPage(({StaffBenefitPage}) => StaffBenefitPage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/benefits/:benefit/action',
    'money-plan:action',
    moneyPage(({StaffActionOfBenefitPage}) => StaffActionOfBenefitPage),
    true,
  ),
  forStaff(
    '/people/:person/money-plan/helper',
    'money-plan:helper.staff',
    moneyPage(({StaffHelperPage}) => StaffHelperPage),
    true,
  ),
  forManagers(
    '/fund',
    'team:fund.title',
    staff(
      () => import('#client/features/team/requests-page.tsx'),
      ({RequestsPage}) => RequestsPage,
    ),
  ),
  forPayers(
    '/payments',
    'payments:title',
    paying(
      () => import('#client/features/payments/payments-page.tsx'),
      ({PaymentsPage}) => PaymentsPage,
    ),
  ),
  forPayers(
    '/payments/report',
    'payments:report',
    paying(
      () => import('#client/features/payments/fund-report-page.tsx'),
      ({FundReportPage}) => FundReportPage,
    ),
  ),
];
