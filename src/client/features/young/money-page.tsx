/**
 * My money: asking the fund, and where each request stands, the newest first; then the income schemes that they are in. Every
 * request says in plain words what was decided and why, and leads to the whole of it.
 */
import {useText} from '#client/i18n/text.ts';
import {useDrafts, useMemory} from '#client/sync/device-context.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {EvaluationLink} from './evaluation-page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {ASK_DRAFT} from './fund-draft.ts';
import {FundStanding} from './fund-standing.tsx';
import {IncomeStanding} from './income-page.tsx';
import {useOwnFile, type OwnFile} from './own-file.ts';
import {readOwnIncome} from './own-income.ts';
import {openQuestion, readRequests, type OwnRequest} from './read-fund.ts';

/** Characters of what was asked for that a card has room for; the whole of it is one press away. */
const SHORT = 200;

export function MoneyPage() {
  const {t} = useText();
  const file = useOwnFile();
  const requests = useMemory(memory => readRequests(memory, file.id), [file.id]);
  const hasBegun = useDrafts().some(({key}) => key === ASK_DRAFT);
  return (
    <Page title={t('young:money.title')}>
      <div className="app-next">
        <h2 className="govuk-heading-m">{t('young:money.fund')}</h2>
        <p>{t('young:money.fund.what')}</p>
        <p>{t(hasBegun ? 'young:fund.begun' : 'young:money.fund.how')}</p>
        <LinkButton to="/my-money/ask">{t('young:fund.ask')}</LinkButton>
      </div>
      <Section title={t('young:week.title')}>
        <p>{t('young:week.what')}</p>
        <LinkButton look="second" to="/my-money/week">
          {t('young:week.open')}
        </LinkButton>
      </Section>
      <Section title={t('young:fund.requests')}>
        {requests.length === 0 && <p>{t('young:money.fund.none')}</p>}
        <CardList>
          {requests.map(own => (
            <li key={own.request.id}>
              <Request own={own} help={file.help} />
            </li>
          ))}
        </CardList>
      </Section>
      <OwnSchemes file={file} />
    </Page>
  );
}

function Request({own, help}: {readonly own: OwnRequest; readonly help: DataOf<'who-helps'> | undefined}) {
  const {t, format} = useText();
  const {id, data} = own.request;
  return (
    <Card
      level={3}
      title={data.spendType === null ? t('young:money.fund') : t(`young:spend.${data.spendType}`)}
      to={`/my-money/${id}`}
      aside={format.longDate(data.requestedOn)}
    >
      {data.words !== null && data.words.text.length <= SHORT && <FreeText quoted words={data.words} />}
      {data.askedPence !== null && <SummaryList compact facts={[{label: t('young:money.asked'), value: format.money(data.askedPence)}]} />}
      <FundStanding own={own} help={help} />
      {openQuestion(own) && (
        <LinkButton look="second" to={`/my-money/${id}`}>
          {t('young:fund.question.answer')}
        </LinkButton>
      )}
    </Card>
  );
}

/** A scheme that they were offered or are in; whoever never was is not told of it. */
function OwnSchemes({file}: {readonly file: OwnFile}) {
  const {t, language} = useText();
  const today = useToday();
  const schemes = useMemory(memory => readOwnIncome(memory, file.id, file.help, today), [file.id, file.help, today]);
  if (schemes.length === 0) return null;
  return (
    <Section title={t('income:own.title')}>
      <CardList>
        {schemes.map(own => (
          <li key={own.enrolment.id}>
            <Card level={3} title={own.name[language]} to={`/my-money/income/${own.enrolment.id}`}>
              <IncomeStanding own={own} />
              {own.open && (
                <LinkButton look="second" to={`/my-money/income/${own.enrolment.id}/check-in`}>
                  {t('income:own.checkIn.start')}
                </LinkButton>
              )}
            </Card>
          </li>
        ))}
      </CardList>
      <EvaluationLink />
    </Section>
  );
}
