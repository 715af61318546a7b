/** The decision with its reason as the young person reads it, and the money as it moved; nothing before the server has said so. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {FundCase} from './read-request.ts';

export function WhatWasDecided({found}: {readonly found: FundCase}) {
  const {t} = useText();
  const onItsWay = found.decisions.find(({delivery}) => delivery !== 'accepted');
  const [holding, ...earlier] = found.decisions.filter(({delivery}) => delivery === 'accepted');
  return (
    <>
      {onItsWay && (
        <Notice title={t(onItsWay.delivery === 'saved_here' ? 'person:money.decision.here' : 'person:money.decision.sent')}>
          <p>{t('fund:decided.notYet')}</p>
          <Decision decision={onItsWay} found={found} />
        </Notice>
      )}
      {holding && (
        <Section title={t('fund:decided.title')}>
          <Decision decision={holding} found={found} />
          {earlier.length > 0 && (
            <Details summary={t('fund:decided.earlier')}>
              {earlier.map(each => (
                <Decision key={each.id} decision={each} found={found} />
              ))}
            </Details>
          )}
        </Section>
      )}
      <Payment found={found} />
    </>
  );
}

function Decision({decision, found}: {readonly decision: Folded<'fund-decision'>; readonly found: FundCase}) {
  const {t, format} = useText();
  const {data} = decision;
  const by = useMemory(memory => staffName(memory, data.decidedBy), [data.decidedBy]);
  return (
    <>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {
            label: t('fund:decided.outcome'),
            value: data.outcome ? t(`codes:fundOutcome.${data.outcome}`) : t(`codes:fundStatus.${found.request.data.status}`),
          },
          {label: t('person:money.approved'), value: data.awardedPence === null ? null : format.money(data.awardedPence)},
          {label: t('fund:decided.refusal'), value: data.refusal ? t(`codes:fundRefusal.${data.refusal}`) : null},
          {label: t('person:money.decidedOn'), value: data.decidedOn === null ? null : format.longDate(data.decidedOn)},
          {label: t('fund:decided.by'), value: asWritten(by)},
          {label: t('fund:decided.level'), value: data.level ? t(`codes:fundLevel.${data.level}`) : null},
          {label: t('fund:decide.panel'), value: data.panelOn ? format.longDate(data.panelOn) : null},
          {label: t('fund:decide.again'), value: data.againOn ? format.longDate(data.againOn) : null},
          {label: t('person:money.reason'), value: data.words ? null : asWritten(data.reason)},
        ]}
      />
      {data.words && (
        <>
          <h3 className="govuk-heading-s">{t('person:money.reason')}</h3>
          <FreeText quoted words={data.words} />
        </>
      )}
    </>
  );
}

/** What the request itself says of money, and beside it what only those who hold money know. */
function Payment({found}: {readonly found: FundCase}) {
  const {t, format} = useText();
  const {paid, evidence, closedWithout, status} = found.request.data;
  const payment = found.payments.find(({delivery}) => delivery === 'accepted')?.data;
  const back = found.refunds.filter(({delivery}) => delivery === 'accepted').reduce((sum, {data}) => sum + data.pence, 0);
  if (!paid && !payment && status !== 'paid' && status !== 'closed' && status !== 'reversed') return null;
  const on = paid?.on ?? payment?.paidOn ?? null;
  const pence = paid?.pence ?? payment?.pence ?? null;
  return (
    <Section title={t('fund:paid.title')}>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('fund:paid.amount'), value: pence === null ? null : format.money(pence)},
          {label: t('fund:paid.on'), value: on === null ? null : format.longDate(on)},
          {label: t('fund:paid.how'), value: payment?.method ? t(`codes:payment.${payment.method}`) : null},
          {label: t('fund:paid.payee'), value: asWritten(payment?.payee)},
          {label: t('fund:paid.reference'), value: asWritten(payment?.reference)},
          {label: t('fund:paid.back'), value: back === 0 ? null : format.money(back)},
          {label: t('person:money.evidence'), value: evidence === null ? null : t(`codes:evidence.${evidence}`)},
        ]}
      />
      {closedWithout && (
        <>
          <h3 className="govuk-heading-s">{t('fund:close.without')}</h3>
          <FreeText words={closedWithout} />
        </>
      )}
    </Section>
  );
}
