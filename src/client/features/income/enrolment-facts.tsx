/** Somebody's place in a scheme as the record has it, and how its months follow from the dates. */
import {isClosed} from '#domain/income-scheme/scheme.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList, type Fact} from '#client/ui/summary-list.tsx';
import type {EnrolmentCase} from '#client/case/income/read-enrolment.ts';

/** The facts of a place, those that are known; a planned last payment is called that only while the scheme runs. */
export function EnrolmentFacts({found, today}: {readonly found: EnrolmentCase; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const {data} = found.enrolment;
  const day = (on: CalendarDate | null | undefined) => (on ? format.longDate(on) : null);
  const month = (of: string | null) => (of === null ? null : format.monthAndYear(of));
  const isRunning = data.decision === 'joined' && data.closingReason === null && !isClosed(found.scheme, today);
  const facts: readonly Fact[] = [
    {label: t('income:place'), value: t(data.decision === null ? 'income:decision.offered' : `codes:enrolment.${data.decision}`)},
    {label: t('income:offered'), value: day(data.offeredOn)},
    {label: t('income:advice'), value: day(data.adviceOn)},
    {label: t('income:joined'), value: day(data.joinedOn)},
    {label: t('income:declined'), value: day(data.declinedOn)},
    {label: t('income:first'), value: month(data.firstPaymentMonth)},
    {label: t(isRunning ? 'income:final.planned' : 'income:final'), value: month(data.finalPaymentMonth)},
    {label: t('income:made'), value: data.paymentsMade === null ? null : t('counts:payment', {count: data.paymentsMade})},
    {label: t('income:gross'), value: data.grossMonthPence === null ? null : format.money(data.grossMonthPence)},
    {label: t('income:net'), value: data.netMonthPence === null ? null : format.money(data.netMonthPence)},
    {label: t('income:frequency'), value: data.frequency === null ? null : t(`codes:frequency.${data.frequency}`)},
    {
      label: t('income:account'),
      value: data.accountSetUp === null ? null : t(data.accountSetUp ? 'income:account.yes' : 'income:account.no'),
    },
    ...(data.pauses ?? []).map(({from, until, reason}) => ({
      label: t('income:pause'),
      value: t(until === null ? 'income:pause.open' : 'income:pause.value', {
        from: format.monthAndYear(from),
        until: until === null ? '' : format.monthAndYear(until),
        reason: t(`codes:pause.${reason}`),
      }),
    })),
    {label: t('income:pause'), value: asWritten(data.pauseNote)},
    {label: t('income:closing'), value: data.closingReason === null ? null : t(`codes:closing.${data.closingReason}`)},
    {label: t('income:ended'), value: day(data.closedOn)},
  ];
  return <SummaryList onlyKnown facts={facts} />;
}

/** How the months follow from the dates, and where the record says something else than they do. */
export function MonthsExplained({found}: {readonly found: EnrolmentCase}) {
  const {t, format} = useText();
  const {months, enrolment} = found;
  const {firstPaymentMonth: first, finalPaymentMonth: last, decision, closingReason} = enrolment.data;
  if (months === null || first === null) return null;
  const span = (from: string, until: string) => `${format.monthAndYear(from)} – ${format.monthAndYear(until)}`;
  // Whoever left, or has not had them all, ended at another month than the dates alone would give.
  const isWhole = decision === 'joined' && (closingReason === null || closingReason === '24_paid');
  const differs = first !== months.first || (isWhole && last !== null && last !== months.last);
  return (
    <>
      <p className="govuk-body">{t('income:months.words')}</p>
      {months.isLate && <p className="govuk-body">{t('income:months.late')}</p>}
      {differs && last !== null && (
        <p>
          <StatusText tone="attention">
            {t('income:months.differs', {said: span(first, last), computed: span(months.first, months.last)})}
          </StatusText>
        </p>
      )}
    </>
  );
}
