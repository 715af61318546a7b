/**
 * What the fund did in a financial year: for whoever leads the team the whole, for finance without small numbers. Every figure
 * stands beside what it counts; the file for a spreadsheet has the same lines, without small numbers.
 */
import {useCallback, useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {giveFile} from '#client/ui/give-file.ts';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {FundReportAnswer} from '#client/sync/contract.ts';
import {Bar} from '#client/ui/bar.tsx';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {reportFile} from './fund-exports.ts';
import {rowWords, TABLES, type ReportTable} from './report-words.ts';

export function FundReportPage() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const [year, setYear] = useState('now');
  const ask = useCallback(() => syncing.teamwork.fundReport(year), [syncing, year]);
  const {asked, again} = useAsked(ask);
  return (
    <Page title={t('payments:report')}>
      <LinkButton look="quiet" to="/payments">
        {t('payments:title')}
      </LinkButton>
      <p>{t('payments:report.intro')}</p>
      <OnlinePart asked={asked} offlineWords={t('payments:report.offline')} onAgain={again}>
        {answer => <Report answer={answer} onYear={setYear} />}
      </OnlinePart>
    </Page>
  );
}

function Report({answer, onYear}: {readonly answer: FundReportAnswer; readonly onYear: (year: string) => void}) {
  const text = useText();
  const {t} = text;
  const {report, years, isReduced} = answer;
  return (
    <>
      <Select
        id="report-year"
        label={t('payments:report.year')}
        value={report.financialYear}
        onChange={onYear}
        choices={years.map(each => ({value: each, label: each}))}
      />
      {isReduced && <p className="app-quiet">{t('payments:report.reduced')}</p>}
      {report.requests === 0 && <p>{t('payments:report.none')}</p>}
      <Sums answer={answer} />
      {TABLES.map(table => (
        <Table key={table} table={table} answer={answer} />
      ))}
      <p className="app-quiet">{t('payments:export.words')}</p>
      <Button look="second" onPress={() => giveFile(`${report.financialYear}.csv`, 'text/csv', reportFile(answer, text))}>
        {t('payments:export.report')}
      </Button>
    </>
  );
}

function Sums({answer: {report}}: {readonly answer: FundReportAnswer}) {
  const {t, format} = useText();
  const {decisionDays} = report;
  const number = (count: number | null) => (count === null ? t('payments:report.few') : format.number(count));
  const pounds = (pence: number | null) => (pence === null ? null : format.money(pence));
  return (
    <Section title={t('payments:report.sums')}>
      <SummaryList
        compact
        figures
        onlyKnown
        facts={[
          {label: t('payments:report.requests'), value: number(report.requests)},
          {label: t('payments:report.people'), value: number(report.people)},
          {label: t('payments:report.waiting'), value: number(report.waiting)},
          {label: t('payments:report.asked'), value: pounds(report.askedPence)},
          {label: t('payments:report.awarded'), value: pounds(report.awardedPence)},
          {label: t('payments:report.paid'), value: pounds(report.paidPence)},
          {label: t('payments:report.median'), value: decisionDays.median === null ? null : format.number(decisionDays.median)},
          {label: t('payments:report.longest'), value: decisionDays.longest === null ? null : format.number(decisionDays.longest)},
          {label: t('payments:report.eligible'), value: format.number(report.eligible)},
          {label: t('payments:report.neverAsked'), value: number(report.neverAsked)},
        ]}
      />
    </Section>
  );
}

/** A real table: it has three figures to a line, and is read line by line or column by column; what was awarded is drawn beside. */
function Table({table, answer: {report}}: {readonly table: ReportTable; readonly answer: FundReportAnswer}) {
  const text = useText();
  const {t, format} = text;
  const rows = report[table];
  if (rows.length === 0) return null;
  const pounds = (pence: number | null) => (pence === null ? '' : format.money(pence));
  const most = Math.max(...rows.map(({awardedPence}) => awardedPence ?? 0));
  return (
    <Section title={t(`payments:report.${table}`)}>
      <div className="app-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('payments:report.what')}</th>
              <th scope="col">{t('payments:report.requests')}</th>
              <th scope="col">{t('payments:report.awarded')}</th>
              <th scope="col">{t('payments:report.paid')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({key, requests, awardedPence, paidPence}) => (
              <tr key={key}>
                <th scope="row">
                  {rowWords(table, key, text)}
                  {awardedPence !== null && <Bar part={awardedPence} most={most} />}
                </th>
                <td data-label={t('payments:report.requests')}>{requests === null ? t('payments:report.few') : format.number(requests)}</td>
                <td data-label={t('payments:report.awarded')}>{pounds(awardedPence)}</td>
                <td data-label={t('payments:report.paid')}>{pounds(paidPence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
