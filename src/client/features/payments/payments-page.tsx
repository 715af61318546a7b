/**
 * What finance does: approved requests that wait to be paid, the most urgent first, and what has been paid, with the receipts
 * that are still out. Online by nature, since money is never shown as moved before the server said so.
 */
import {useCallback, useState} from 'react';
import {addDays} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {giveFile} from '#client/ui/give-file.ts';
import {OnlinePart} from '#client/online/online-part.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useAsked} from '#client/online/use-asked.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {FundWork, PaidRequest, Payable} from '#client/sync/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {ledgerFile, paymentsFile} from './fund-exports.ts';
import {PayForm} from './pay-form.tsx';
import {RefundForm} from './refund-form.tsx';

type Done = 'paid' | 'refunded';

export function PaymentsPage() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  /** `turn` tells one payment from the next. */
  const [said, setSaid] = useState<{done: Done; turn: number} | null>(null);
  const ask = useCallback(() => syncing.teamwork.fundWork(), [syncing]);
  const {asked, again} = useAsked(ask);

  function end(done: Done) {
    setSaid(before => ({done, turn: (before?.turn ?? 0) + 1}));
    again();
  }

  return (
    <Page title={t('payments:title')}>
      <p>{t('payments:intro')}</p>
      {said !== null && <Notice key={said.turn} tone="good" title={t(`payments:done.${said.done}`)} say />}
      <OnlinePart asked={asked} offlineWords={t('payments:offline')} onAgain={again}>
        {work => <Work work={work} onDone={end} />}
      </OnlinePart>
    </Page>
  );
}

/** Paid ones are shown this long after; what lacks its receipt is shown until it has it. All of them are in the file. */
const SHOWN_DAYS = 366;

function Work({work, onDone}: {readonly work: FundWork; readonly onDone: (done: Done) => void}) {
  const {t} = useText();
  const today = useToday();
  const {toPay} = work;
  const since = addDays(today, -SHOWN_DAYS);
  const paid = work.paid.filter(({paidOn, evidenceDueOn}) => evidenceDueOn !== null || (paidOn ?? '') >= since);
  const without = paid.filter(({evidenceDueOn}) => evidenceDueOn !== null).length;
  return (
    <>
      <Section title={t('payments:toPay')}>
        {toPay.length === 0 ? (
          <p>{t('payments:toPay.none')}</p>
        ) : (
          <CardList>
            {toPay.map(each => (
              <li key={each.request}>
                <ToPay payable={each} onDone={() => onDone('paid')} />
              </li>
            ))}
          </CardList>
        )}
      </Section>
      <Section title={t('payments:paid')}>
        {without > 0 && <p>{t('payments:evidence.count', {count: without})}</p>}
        {paid.length === 0 ? (
          <p>{t('payments:paid.none')}</p>
        ) : (
          <CardList>
            {paid.map(each => (
              <li key={each.payment}>
                <Paid paid={each} onDone={() => onDone('refunded')} />
              </li>
            ))}
          </CardList>
        )}
      </Section>
      <Exports paid={work.paid} />
    </>
  );
}

/** Files for a spreadsheet. The ledger is read when it is asked for. */
function Exports({paid}: {readonly paid: FundWork['paid']}) {
  const text = useText();
  const {t, language} = text;
  const {vault, syncing} = useOpenVault();
  const today = useToday();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const staff = (id: Id | null) => staffName(vault.memory, id);
  const team = (id: Id | null) => {
    const found = vault.memory.records(null, 'team').find(each => each.id === id)?.data;
    return found === undefined ? null : language === 'cy' ? found.nameCy : found.nameEn;
  };

  async function ledger() {
    setBusy(true);
    setFailed(false);
    const answer = await syncing.teamwork.fundLedger();
    setBusy(false);
    if (answer.ok) giveFile(`${t('authority:budgets')} ${today}.csv`, 'text/csv', ledgerFile(answer.value, text, staff, team));
    else setFailed(true);
  }

  return (
    <Section title={t('payments:export.title')}>
      <p className="app-quiet">{t('payments:export.words')}</p>
      {failed && (
        <p role="alert" className="govuk-error-message">
          {t('payments:export.failed')}
        </p>
      )}
      <ButtonRow>
        <Button look="second" onPress={() => giveFile(`${t('payments:title')} ${today}.csv`, 'text/csv', paymentsFile(paid, text, staff))}>
          {t('payments:export.payments')}
        </Button>
        <Button look="second" busy={isBusy} onPress={() => void ledger()}>
          {t('payments:export.ledger')}
        </Button>
        <LinkButton look="quiet" to="/payments/report">
          {t('payments:report')}
        </LinkButton>
      </ButtonRow>
    </Section>
  );
}

/** What is told of a request, paid or not. */
function useFacts({decidedOn, decidedBy, budget, awardedPence}: Payable | PaidRequest) {
  const {t, format} = useText();
  const decider = useMemory(memory => staffName(memory, decidedBy), [decidedBy]);
  return [
    {label: t('payments:award'), value: format.money(awardedPence)},
    {label: t('payments:decided'), value: decidedOn === null ? null : format.longDate(decidedOn)},
    {label: t('payments:decidedBy'), value: decider},
    {label: t('payments:budget'), value: budget === null ? null : asWritten(`${budget.fundName}, ${budget.financialYear}`)},
  ];
}

function ToPay({payable, onDone}: {readonly payable: Payable; readonly onDone: () => void}) {
  const {t, format} = useText();
  const facts = useFacts(payable);
  const {name, spendType, urgency, quotes, isOwn, budget, awardedPence} = payable;
  return (
    <Card
      level={3}
      title={<span translate="no">{name}</span>}
      aside={spendType === null ? undefined : t(`codes:spend.${spendType}`)}
      tone={urgency === 'urgent' ? 'attention' : 'plain'}
    >
      {urgency === 'urgent' && <StatusText tone="attention">{t('payments:urgent')}</StatusText>}
      <SummaryList
        compact
        onlyKnown
        facts={[
          ...facts,
          ...quotes.map(({supplier, pence}) => ({
            label: t('payments:quote'),
            written: null,
            value: asWritten(pence === null ? supplier : `${supplier}, ${format.money(pence)}`),
          })),
        ]}
      />
      {isOwn ? (
        <p className="app-quiet">{t('payments:own')}</p>
      ) : budget === null ? (
        <p className="app-quiet">{t('payments:oldSystem')}</p>
      ) : (
        <Details
          summary={
            <>
              <span aria-hidden="true">{t('payments:pay')}</span>
              <span className="govuk-visually-hidden">{t('payments:payFor', {name, amount: format.money(awardedPence)})}</span>
            </>
          }
        >
          <PayForm payable={payable} onDone={onDone} />
        </Details>
      )}
    </Card>
  );
}

function Paid({paid, onDone}: {readonly paid: PaidRequest; readonly onDone: () => void}) {
  const {t, format} = useText();
  const today = useToday();
  const facts = useFacts(paid);
  const {name, spendType, paidOn, paidPence, refundedPence, method, reference, payee, evidenceDueOn, canBeRefunded} = paid;
  return (
    <Card level={3} title={<span translate="no">{name}</span>} aside={spendType === null ? undefined : t(`codes:spend.${spendType}`)}>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('payments:paid.amount'), value: format.money(paidPence)},
          {label: t('payments:paid.on'), value: paidOn === null ? null : format.longDate(paidOn)},
          {label: t('payments:form.method'), value: method === null ? null : t(`codes:payment.${method}`)},
          {label: t('payments:form.reference'), value: reference === null ? null : <span translate="no">{reference}</span>},
          {label: t('payments:form.payee'), value: payee === null ? null : <span translate="no">{payee}</span>},
          {label: t('payments:paid.refunded'), value: refundedPence === 0 ? null : format.money(refundedPence)},
          ...facts.slice(1),
        ]}
      />
      {evidenceDueOn !== null && (
        <StatusText tone={evidenceDueOn < today ? 'attention' : 'waiting'}>
          {t(evidenceDueOn < today ? 'payments:evidence.late' : 'payments:evidence.due', {date: format.longDate(evidenceDueOn)})}
        </StatusText>
      )}
      {canBeRefunded && (
        <Details summary={t('payments:refund')}>
          <RefundForm paid={paid} onDone={onDone} />
        </Details>
      )}
    </Card>
  );
}
