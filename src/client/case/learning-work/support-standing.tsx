/** Where a request for help with the costs of learning stands: what was asked, what was decided and why, and what has been paid. The same for the young person and for staff. */
import {ruleOfSupport} from '#domain/education-support/codes.ts';
import {paidSoFar} from '#domain/education-support/where-it-stands.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

interface StandingProps {
  readonly support: Folded<'education-support'>;
  /** Who decided, where this device knows the name. */
  readonly decidedBy: string | null;
  /** For staff: under which rule. */
  readonly rule?: boolean;
}

export type SupportState = 'withdrawn' | 'waiting' | 'granted' | 'refused' | 'paid';
export function stateOf({data}: Folded<'education-support'>): SupportState {
  if (data.withdrawnOn !== null) return 'withdrawn';
  if (data.decision === null) return 'waiting';
  if (data.decision.outcome === 'refused') return 'refused';
  return paidSoFar(data) >= (data.decision.pence ?? 0) ? 'paid' : 'granted';
}
const TONES = {withdrawn: 'calm', waiting: 'waiting', granted: 'good', refused: 'calm', paid: 'good'} as const;

export function SupportStanding({support, decidedBy, rule = false}: StandingProps) {
  const {t, format} = useText();
  const {data, delivery} = support;
  const {decision} = data;
  const state = stateOf(support);
  return (
    <>
      <DeliveryLine delivery={delivery} />
      <p>
        <StatusText tone={TONES[state]}>{t(`learning:support.state.${state}`)}</StatusText>
      </p>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('learning:support.course'), value: asWritten(data.course)},
          {label: t('learning:support.amount'), value: data.askedPence === null ? null : format.money(data.askedPence)},
          {label: t('learning:support.granted'), value: decision?.pence ? format.money(decision.pence) : null},
          {label: t('learning:support.paid'), value: data.payments.length === 0 ? null : format.money(paidSoFar(data))},
          {label: t('learning:support.rule'), value: rule ? ruleOfSupport(data.what) : null},
        ]}
      />
      {data.words && <FreeText quoted words={data.words} />}
      {decision && (
        <>
          <p className="app-quiet">
            {decidedBy === null
              ? t('learning:support.decided', {date: format.longDate(decision.on)})
              : t('learning:support.decidedBy', {name: decidedBy, date: format.longDate(decision.on)})}
          </p>
          <FreeText words={decision.reason} />
        </>
      )}
      {data.payments.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {data.payments
            .toSorted((one, other) => (one.on < other.on ? -1 : 1))
            .map(({id, on, pence, how}) => (
              <li key={id}>
                {t('learning:support.instalment', {amount: format.money(pence), date: format.longDate(on)})}
                {how !== null && <span className="app-quiet">{asWritten(how)}</span>}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
