/** What a scheme is, in a few lines. */
import type {IncomeScheme} from '#domain/income-scheme/income-scheme.ts';
import {useText} from '#client/i18n/text.ts';
import {SummaryList} from '#client/ui/summary-list.tsx';

export function SchemeFacts({scheme}: {readonly scheme: IncomeScheme}) {
  const {t, format} = useText();
  return (
    <SummaryList
      compact
      onlyKnown
      facts={[
        {
          label: t('authority:scheme.window'),
          value: t('authority:scheme.window.value', {
            age: scheme.turns,
            from: format.longDate(scheme.birthdayFrom),
            until: format.longDate(scheme.birthdayUntil),
          }),
        },
        {label: t('authority:scheme.categories'), value: scheme.categories.map(each => t(`codes:category.${each}`)).join('; ')},
        {label: t('authority:scheme.gross'), value: format.money(scheme.grossPence)},
        {label: t('authority:scheme.net'), value: format.money(scheme.netPence)},
        {label: t('authority:scheme.payments'), value: t('counts:payment', {count: scheme.payments})},
        {label: t('authority:scheme.frequencies'), value: scheme.frequencies.map(each => t(`codes:frequency.${each}`)).join('; ')},
        {label: t('authority:scheme.closedOn'), value: scheme.closedOn === null ? null : format.longDate(scheme.closedOn)},
        {
          label: t('authority:scheme.lastMonth'),
          value: scheme.lastPaymentMonth === null ? null : format.monthAndYear(scheme.lastPaymentMonth),
        },
      ]}
    />
  );
}
