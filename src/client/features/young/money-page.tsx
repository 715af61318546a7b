/** My money: what was asked for, the answer with its reason and how to ask again, and what the income scheme paid. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useOwnFile} from './own-file.ts';

export function MoneyPage() {
  const {t} = useText();
  const file = useOwnFile();
  const requests = useMemory(
    memory => memory.records(file.id, 'fund-request').toSorted((one, other) => (one.data.requestedOn < other.data.requestedOn ? 1 : -1)),
    [file.id],
  );
  const enrolments = useMemory(memory => memory.records(file.id, 'income-enrolment'), [file.id]);
  return (
    <Page title={t('young:money.title')}>
      <Section title={t('young:money.fund')}>
        <p>{t('young:money.fund.what')}</p>
        {requests.length === 0 ? (
          <p>{t('young:money.fund.none')}</p>
        ) : (
          <CardList>
            {requests.map(request => (
              <li key={request.id}>
                <Request request={request} />
              </li>
            ))}
          </CardList>
        )}
        <p>{t('young:money.fund.how')}</p>
      </Section>
      <Section title={t('young:money.income')}>
        {enrolments.length === 0 ? (
          <p>{t('young:money.income.none')}</p>
        ) : (
          enrolments.map(each => <Income key={each.id} enrolment={each} />)
        )}
      </Section>
    </Page>
  );
}

function Request({request}: {readonly request: Folded<'fund-request'>}) {
  const {t, format} = useText();
  const {data} = request;
  const decision = useMemory(
    memory => memory.records(request.person, 'fund-decision').find(({data: each}) => each.request === request.id)?.data,
    [request.id, request.person],
  );
  const pounds = (pence: number | null | undefined) => (pence === null || pence === undefined ? null : format.money(pence));
  return (
    <Card
      level={3}
      title={data.spendType === null ? t('young:money.fund') : t(`codes:spend.${data.spendType}`)}
      aside={format.longDate(data.requestedOn)}
    >
      <p>
        <StatusText tone={data.status === 'approved' || data.status === 'paid' ? 'good' : 'calm'}>
          {t(`young:money.status.${data.status}`)}
        </StatusText>
      </p>
      {data.words !== null && <FreeText quoted words={data.words} />}
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('young:money.asked'), value: pounds(data.askedPence)},
          {label: t('young:money.agreed'), value: data.status === 'refused' ? null : pounds(decision?.awardedPence)},
          {label: t('young:money.decided'), value: decision?.decidedOn ? format.longDate(decision.decidedOn) : null},
          {label: t('young:money.why'), value: asWritten(decision?.reason)},
        ]}
      />
      {data.status === 'refused' && <p>{t('young:money.again')}</p>}
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
