/** Screens of money: the fund from asking to paying, and income schemes. */
import type {ComponentType} from 'react';
import type * as FundScreens from '#client/features/fund/fund-screens.ts';
import type * as IncomeScreens from '#client/features/income/income-screens.ts';
import {forManagers, forPayers, forReporters, forStaff, paying, staff, staffFund, type AppRoute} from './route.tsx';

/** One file: whoever asks for something goes on to the request. */
function fundPage(pick: (screens: typeof FundScreens) => ComponentType) {
  return staffFund(() => import('#client/features/fund/fund-screens.ts'), pick);
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
  forReporters(
    '/schemes',
    'evaluation:title',
    paying(
      () => import('#client/features/payments/scheme-report-page.tsx'),
      ({SchemeReportPage}) => SchemeReportPage,
    ),
  ),
];
