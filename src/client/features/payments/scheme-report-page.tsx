/**
 * What an income scheme did: whole for whoever leads the team, without small numbers for who answers for information. And the file
 * for its evaluation, with what it has and leaves out said before it is made. Online by nature.
 */
import {useCallback, useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {SCHEME_SUMS} from '#domain/income-scheme/scheme-report.ts';
import {PILOT_ID, schemesOf} from '#domain/income-scheme/scheme.ts';
import type {Id} from '#domain/shared/ids.ts';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {giveFile} from '#client/ui/give-file.ts';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {SchemeReportAnswer} from '#client/sync/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {evaluationFile, schemeReportFile} from './scheme-exports.ts';
import {checkInWords, lineWords, type SchemeTable} from './scheme-words.ts';

export function SchemeReportPage() {
  const {t, language} = useText();
  const {vault, syncing} = useOpenVault();
  const [scheme, setScheme] = useState<Id>(PILOT_ID);
  const schemes = useMemory(memory => schemesOf(memory.records(null, 'income-scheme')), []);
  const ask = useCallback(() => syncing.teamwork.schemeReport(scheme), [syncing, scheme]);
  const {asked, again} = useAsked(ask);
  return (
    <Page title={t('evaluation:title')}>
      <p>{t('evaluation:intro')}</p>
      {schemes.length === 1 && <h2 className="govuk-heading-m">{schemes[0]?.name[language]}</h2>}
      {schemes.length > 1 && (
        <Select
          id="scheme"
          label={t('evaluation:scheme')}
          value={scheme}
          onChange={setScheme}
          choices={schemes.map(({id, name}) => ({value: id, label: name[language]}))}
        />
      )}
      <OnlinePart asked={asked} offlineWords={t('evaluation:offline')} onAgain={again}>
        {answer => (
          <>
            <Report answer={answer} />
            {may(vault.session.role, 'evaluation.export', false) && <Export key={scheme} scheme={scheme} />}
          </>
        )}
      </OnlinePart>
    </Page>
  );
}

function useCount(): (people: number | null) => string {
  const {t, format} = useText();
  return people => (people === null ? t('evaluation:few') : format.number(people));
}

function Report({answer}: {readonly answer: SchemeReportAnswer}) {
  const text = useText();
  const {t} = text;
  const today = useToday();
  const count = useCount();
  const {report, isReduced} = answer;
  return (
    <>
      {isReduced && <p className="app-quiet">{t('evaluation:reduced')}</p>}
      <Section title={t('evaluation:sums')}>
        <SummaryList compact figures facts={SCHEME_SUMS.map(sum => ({label: t(`evaluation:${sum}`), value: count(report[sum])}))} />
      </Section>
      <PeopleTable table="finalMonths" report={report} />
      <CheckIns report={report} />
      <p>{t('evaluation:position')}</p>
      <PeopleTable table="activity" report={report} />
      <PeopleTable table="arrears" report={report} words={t('evaluation:arrears.words')} />
      <PeopleTable table="home" report={report} />
      <p className="app-quiet">{t('evaluation:figures.words')}</p>
      <Button look="second" onPress={() => giveFile(`${today}.csv`, 'text/csv', schemeReportFile(answer, text))}>
        {t('payments:export.report')}
      </Button>
    </>
  );
}

interface PeopleTableProps {
  readonly table: SchemeTable;
  readonly report: SchemeReportAnswer['report'];
  readonly words?: string;
}

function PeopleTable({table, report, words}: PeopleTableProps) {
  const text = useText();
  const {t} = text;
  const count = useCount();
  const lines = report[table];
  if (lines.length === 0) return null;
  return (
    <Section title={t(`evaluation:${table}`)}>
      {words !== undefined && <p className="app-quiet">{words}</p>}
      <SummaryList compact figures facts={lines.map(({key, people}) => ({label: lineWords(table, key, text), value: count(people)}))} />
    </Section>
  );
}

/** A real table: it has two figures to a line. */
function CheckIns({report: {checkIns}}: Pick<PeopleTableProps, 'report'>) {
  const text = useText();
  const {t} = text;
  const count = useCount();
  if (checkIns.length === 0) return null;
  return (
    <Section title={t('evaluation:checkIns')}>
      <p className="app-quiet">{t('evaluation:checkIns.words')}</p>
      <div className="app-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('evaluation:checkIns.when')}</th>
              <th scope="col">{t('evaluation:checkIns.due')}</th>
              <th scope="col">{t('evaluation:checkIns.held')}</th>
            </tr>
          </thead>
          <tbody>
            {checkIns.map(line => (
              <tr key={`${line.month} ${line.isAfter}`}>
                <th scope="row">{checkInWords(line, text)}</th>
                <td data-label={t('evaluation:checkIns.due')}>{count(line.due)}</td>
                <td data-label={t('evaluation:checkIns.held')}>{count(line.held)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const HAS = ['lines', 'person', 'checkIn', 'answers'] as const;
const LACKS = ['names', 'words', 'control', 'few', 'least'] as const;

function Export({scheme}: {readonly scheme: Id}) {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{readonly words: string; readonly isDone: boolean} | null>(null);

  async function make() {
    setBusy(true);
    setSaid(null);
    const answer = await syncing.teamwork.exportEvaluation(scheme);
    setBusy(false);
    if (!answer.ok) setSaid({words: exchangeMessage(answer, t), isDone: false});
    else if (answer.value.people === null) setSaid({words: t('evaluation:export.few'), isDone: false});
    else {
      giveFile(`${today}.csv`, 'text/csv', evaluationFile(answer.value));
      setSaid({words: t('evaluation:export.done', {number: format.number(answer.value.people)}), isDone: true});
    }
  }

  return (
    <Section title={t('evaluation:export')}>
      <p>{t('evaluation:export.who')}</p>
      <h3 className="govuk-heading-s">{t('evaluation:export.has')}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {HAS.map(each => (
          <li key={each}>{t(`evaluation:export.has.${each}`)}</li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">{t('evaluation:export.lacks')}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {LACKS.map(each => (
          <li key={each}>{t(`evaluation:export.lacks.${each}`)}</li>
        ))}
      </ul>
      <p>{t('evaluation:export.noted')}</p>
      <p>{t('evaluation:export.still')}</p>
      {said !== null && (
        <Notice tone={said.isDone ? 'good' : 'calm'} say>
          <p>{said.words}</p>
        </Notice>
      )}
      <Button look="second" busy={busy} onPress={() => void make()}>
        {t('evaluation:export.make')}
      </Button>
    </Section>
  );
}
