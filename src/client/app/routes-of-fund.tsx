/** Screens of money and of what is returned: the fund from asking to paying, income schemes, and somebody’s income and outgoings. */
import type {ComponentType} from 'react';
import type * as MoneyScreens from '#client/features/money-plan/staff-money-screens.tsx';
import type * as FundScreens from '#client/features/fund/fund-screens.ts';
import type * as IncomeScreens from '#client/features/income/income-screens.ts';
import {forManagers, forPayers, forReporters, forStaff, paying, staff, staffFund, type AppRoute} from './route.tsx';

/** One file: whoever asks for something goes on to the request. */
function fundPage(pick: (screens: typeof FundScreens) => ComponentType) {
  return staffFund(() => import('#client/features/fund/fund-screens.ts'), pick);
}

function moneyPage(pick: (screens: typeof MoneyScreens) => ComponentType) {
  return staffFund(() => import('#client/features/money-plan/staff-money-screens.tsx'), pick);
}

function incomePage(pick: (screens: typeof IncomeScreens) => ComponentType) {
  return staffFund(() => import('#client/features/income/income-screens.ts'), pick);
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
  forStaff(
    '/people/:person/income/:enrolment',
    'income:schemes',
    incomePage(({EnrolmentPage}) => EnrolmentPage),
    true,
  ),
  forStaff(
    '/people/:person/income/:enrolment/check-in',
    'income:checkIn.title',
    incomePage(({CheckInPage}) => CheckInPage),
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
  {
    ...forStaff(
      '/returns',
      'returns:title',
      paying(
        () => import('#client/features/returns/returns-page.tsx'),
        ({ReturnsPage}) => ReturnsPage,
      ),
    ),
    action: 'statutory.export',
  },
  forReporters(
    '/schemes',
    'evaluation:title',
    paying(
      () => import('#client/features/payments/scheme-report-page.tsx'),
      ({SchemeReportPage}) => SchemeReportPage,
    ),
  ),
];
