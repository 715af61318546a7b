/**
 * My money: asking the fund, and where each request stands, the newest first; then what the income scheme paid. Every
 * request says in plain words what was decided and why, and leads to the whole of it.
 */
import {useText} from '#client/i18n/text.ts';
import {useDrafts, useMemory} from '#client/sync/device-context.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {EvaluationLink} from './evaluation-page.tsx';
import {ASK_DRAFT} from './fund-draft.ts';
import {FundStanding} from './fund-standing.tsx';
import {useOwnFile} from './own-file.ts';
import {openQuestion, readRequests, type OwnRequest} from './read-fund.ts';

/** Characters of what was asked for that a card has room for; the whole of it is one press away. */
const SHORT = 200;

export function MoneyPage() {
  const {t} = useText();
  const file = useOwnFile();
  const requests = useMemory(memory => readRequests(memory, file.id), [file.id]);
  const enrolments = useMemory(memory => memory.records(file.id, 'income-enrolment'), [file.id]);
  const hasBegun = useDrafts().some(({key}) => key === ASK_DRAFT);
  return (
    <Page title={t('young:money.title')}>
      <div className="app-next">
        <h2 className="govuk-heading-m">{t('young:money.fund')}</h2>
        <p>{t('young:money.fund.what')}</p>
        <p>{t(hasBegun ? 'young:fund.begun' : 'young:money.fund.how')}</p>
        <LinkButton to="/my-money/ask">{t('young:fund.ask')}</LinkButton>
      </div>
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
      <Section title={t('young:money.income')}>
        {enrolments.length === 0 ? (
          <p>{t('young:money.income.none')}</p>
        ) : (
          enrolments.map(each => <Income key={each.id} enrolment={each} />)
        )}
        <EvaluationLink />
      </Section>
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

function Income({enrolment}: {readonly enrolment: Folded<'income-enrolment'>}) {
  const {t, format} = useText();
  const {data} = enrolment;
  return (
    <>
      <p>{t('young:money.income.ended')}</p>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {
            label: t('young:money.income.from'),
            value: data.firstPaymentMonth === null ? null : format.monthAndYear(data.firstPaymentMonth),
          },
          {
            label: t('young:money.income.until'),
            value: data.finalPaymentMonth === null ? null : format.monthAndYear(data.finalPaymentMonth),
          },
          {label: t('young:money.income.month'), value: data.netMonthPence === null ? null : format.money(data.netMonthPence)},
        ]}
      />
    </>
  );
}
