/** What the fund did, on the screen and as files: figures beside their meaning, other years, no formula, no small number. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {FundReportAnswer, PaidRequest, Teamwork} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {givenFiles} from '#client/testing/given-files.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {FundReportPage} from './fund-report-page.tsx';
import {PaymentsPage} from './payments-page.tsx';

const row = (key: string, requests: number | null) => ({
  key,
  requests,
  awardedPence: requests === null ? null : 10_000,
  paidPence: requests === null ? null : 9_000,
});
const answer = (financialYear = '2026-27', more: Partial<FundReportAnswer['report']> = {}): FundReportAnswer => ({
  years: ['2026-27', '2025-26'],
  isReduced: false,
  report: {
    financialYear,
    requests: 59,
    people: 31,
    waiting: 4,
    askedPence: 1_500_000,
    awardedPence: 1_012_609,
    paidPence: 982_590,
    bySpend: [row('driving', 12), row('digital', 3), row('not_stated', 2)],
    byPurpose: [row('independence', 30)],
    byAge: [row('18_20', 40)],
    byCategory: [row('C3', 50)],
    byOutcome: [row('waiting', 9), row('part', 7)],
    refusals: [row('duplicate', 6)],
    decisionDays: {decided: 50, median: 6.5, longest: 31},
    eligible: 70,
    neverAsked: 12,
    ...more,
  },
});
const texts = givenFiles();

const device = (teamwork: Partial<Teamwork>) =>
  new FakeDevice({role: 'manager', records: [staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')], teamwork});

test('every figure stands beside what it counts, in both languages', async () => {
  await renderScreen(<FundReportPage />, {device: device({fundReport: async () => ({ok: true, value: answer()})})});
  expect((await screen.findByText('Young people who asked')).nextElementSibling?.textContent).toBe('31');
  expect(screen.getByText('Of them, never asked').nextElementSibling?.textContent).toBe('12');
  expect(screen.getByText('Days to a decision, in the middle').nextElementSibling?.textContent).toBe('6.5');
  const line = within(screen.getByRole('rowheader', {name: 'Learning to drive'}).closest('tr') as HTMLElement);
  expect(line.getAllByRole('cell').map(({textContent}) => textContent)).toEqual(['12', '£100', '£90']);
  expect(screen.getByRole('rowheader', {name: 'Approved in part'})).toBeTruthy();
  expect(screen.getByRole('rowheader', {name: 'Not stated'})).toBeTruthy();
});

test('another year is asked for', async () => {
  const asked: string[] = [];
  const fundReport = async (year: string) => {
    asked.push(year);
    return {ok: true as const, value: answer(year === 'now' ? '2026-27' : year, year === 'now' ? {} : {requests: 0, bySpend: []})};
  };
  const {user} = await renderScreen(<FundReportPage />, {device: device({fundReport}), language: 'cy'});
  await user.selectOptions(await screen.findByLabelText('Blwyddyn ariannol'), '2025-26');
  expect(await screen.findByText('Ni ofynnwyd am ddim yn y flwyddyn hon.')).toBeTruthy();
  expect(asked).toEqual(['now', '2025-26']);
});

test('the file has the lines without their small numbers, which the screen of the team shows', async () => {
  const {user} = await renderScreen(<FundReportPage />, {device: device({fundReport: async () => ({ok: true, value: answer()})})});
  await user.click(await screen.findByRole('button', {name: 'Download these figures'}));
  await waitFor(() => expect(texts).toHaveLength(1));
  const [file = ''] = texts;
  expect(file).toContain('"2026-27","By kind of spending: Learning to drive",12,"100.00","90.00"');
  expect(file).toContain('"2026-27","By kind of spending: Digital device or connection",,,');
  expect(file).toContain('"2026-27","In all",59,"10126.09","9825.90"');
});

const paid: PaidRequest = {
  person: idFor(1),
  name: 'Cai Gwennol-Hud',
  request: idFor(21),
  payment: idFor(22),
  spendType: 'driving',
  urgency: 'normal',
  awardedPence: 12_000,
  decidedOn: date('2024-05-01'),
  decidedBy: COLLEAGUE,
  budget: {financialYear: '2024-25', fundName: 'Cronfa Dydd Gŵyl Dewi'},
  paidOn: date('2024-06-01'),
  paidPence: 11_950,
  refundedPence: 0,
  method: 'bacs',
  reference: '=HYPERLINK("http://example.org")',
  payee: '@Siop Ffug',
  evidence: 'receipt',
  evidenceDueOn: null,
  canBeRefunded: false,
};

test('the file of payments has those that the page no longer shows, and nothing that a spreadsheet would carry out', async () => {
  const {user} = await renderScreen(<PaymentsPage />, {
    device: device({fundWork: async () => ({ok: true, value: {toPay: [], paid: [paid]}})}),
  });
  expect(await screen.findByText('Nothing has been paid yet.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Download the payments'}));
  await waitFor(() => expect(texts).toHaveLength(1));
  expect(texts[0]).toContain('"2024-06-01","Cai Gwennol-Hud","Learning to drive","120.00","119.50","0.00","Bank transfer"');
  expect(texts[0]).toContain(`"'=HYPERLINK(""http://example.org"")","'@Siop Ffug"`);
});

test('the ledger is read when it is asked for; what cannot be read says so', async () => {
  let tries = 0;
  const fundLedger: Teamwork['fundLedger'] = async () =>
    tries++ === 0
      ? {ok: false, code: 'offline'}
      : {
          ok: true,
          value: {
            entries: [
              {
                number: 1,
                at: '2026-04-01T09:00:00.000Z',
                financialYear: '2026-27',
                fundName: 'Cronfa',
                team: null,
                purpose: null,
                kind: 'allocation',
                pence: 1_400_000,
                request: null,
                by: COLLEAGUE,
              },
              {
                number: 2,
                at: '2026-05-01T09:00:00.000Z',
                financialYear: '2026-27',
                fundName: 'Cronfa',
                team: null,
                purpose: 'development',
                kind: 'spend',
                pence: 11_950,
                request: idFor(21),
                by: null,
              },
            ],
          },
        };
  const {user} = await renderScreen(<PaymentsPage />, {
    device: device({fundWork: async () => ({ok: true, value: {toPay: [], paid: []}}), fundLedger}),
  });
  await user.click(await screen.findByRole('button', {name: 'Download the ledger'}));
  expect(await screen.findByText('It could not be read from the server. Try again.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Download the ledger'}));
  await waitFor(() => expect(texts).toHaveLength(1));
  expect(texts[0]).toContain('1,"2026-04-01T09:00:00.000Z","2026-27","Cronfa",,,"Allocation","14000.00",,"Catrin Hafgan-Price"');
  expect(texts[0]).toContain(`2,"2026-05-01T09:00:00.000Z","2026-27","Cronfa",,"Development","Spent","119.50","${idFor(21)}",`);
});
