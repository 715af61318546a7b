/**
 * The fund's figures as files for a spreadsheet: the payments, the ledger and what the fund did, with headings in the language of
 * whoever asks. Amounts are pounds with two decimals, days as the world writes them, and nothing is a formula.
 */
import {withoutSmallNumbers, type FundReport} from '#domain/fund/fund-report.ts';
import {csvOf} from '#domain/shared/csv.ts';
import type {Pence} from '#domain/shared/money.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Text} from '#client/i18n/text.ts';
import type {FundLedger, FundReportAnswer, PaidRequest} from '#client/sync/contract.ts';
import {rowWords, TABLES} from './report-words.ts';

type T = Pick<Text, 't' | 'has'>;
type Name = (id: Id | null) => string | null;

/** '119.50': the same in every spreadsheet, whatever it takes for a comma. */
const pounds = (pence: Pence | null): string | null => (pence === null ? null : (pence / 100).toFixed(2));

export function paymentsFile(paid: readonly PaidRequest[], {t}: T, staff: Name): string {
  const heads = [
    t('payments:paid.on'),
    t('payments:csv.name'),
    t('payments:csv.kind'),
    t('payments:award'),
    t('payments:paid.amount'),
    t('payments:paid.refunded'),
    t('payments:form.method'),
    t('payments:form.reference'),
    t('payments:form.payee'),
    t('payments:csv.fund'),
    t('payments:report.year'),
    t('payments:decided'),
    t('payments:decidedBy'),
    t('payments:csv.evidence'),
    t('payments:csv.evidenceDue'),
    t('payments:csv.request'),
  ];
  const rows = paid.map(each => [
    each.paidOn,
    each.name,
    each.spendType === null ? null : t(`codes:spend.${each.spendType}`),
    pounds(each.awardedPence),
    pounds(each.paidPence),
    pounds(each.refundedPence),
    each.method === null ? null : t(`codes:payment.${each.method}`),
    each.reference,
    each.payee,
    each.budget?.fundName ?? null,
    each.budget?.financialYear ?? null,
    each.decidedOn,
    staff(each.decidedBy),
    each.evidence === null ? null : t(`codes:evidence.${each.evidence}`),
    each.evidenceDueOn,
    each.request,
  ]);
  return csvOf([heads, ...rows]);
}

export function ledgerFile({entries}: FundLedger, {t}: T, staff: Name, team: Name): string {
  const heads = [
    t('payments:csv.number'),
    t('payments:csv.at'),
    t('payments:report.year'),
    t('payments:csv.fund'),
    t('payments:csv.team'),
    t('payments:csv.purpose'),
    t('payments:csv.kind'),
    t('payments:csv.pounds'),
    t('payments:csv.request'),
    t('payments:csv.by'),
  ];
  const rows = entries.map(each => [
    each.number,
    each.at,
    each.financialYear,
    each.fundName,
    team(each.team),
    each.purpose === null ? null : t(`codes:purpose.${each.purpose as 'well_being' | 'development' | 'independence'}`),
    t(`payments:ledger.${each.kind}`),
    pounds(each.pence),
    each.request,
    staff(each.by),
  ]);
  return csvOf([heads, ...rows]);
}

/** What leaves the team has its small numbers taken out, whoever asks. */
export function reportFile({report}: FundReportAnswer, text: T): string {
  const {t} = text;
  const reduced = withoutSmallNumbers(report as FundReport);
  const heads = [
    t('payments:report.year'),
    t('payments:report.what'),
    t('payments:report.requests'),
    t('payments:report.awarded'),
    t('payments:report.paid'),
  ];
  const tables = TABLES.flatMap(table =>
    reduced[table].map(row => [
      reduced.financialYear,
      `${t(`payments:report.${table}`)}: ${rowWords(table, row.key, text)}`,
      row.requests,
      pounds(row.awardedPence),
      pounds(row.paidPence),
    ]),
  );
  const all = [reduced.financialYear, t('payments:report.sums'), reduced.requests, pounds(reduced.awardedPence), pounds(reduced.paidPence)];
  return csvOf([heads, all, ...tables]);
}
