/** What was answered at a check-in, words first; a number is never shown back as a score (welsh.md 16). */
import type {DataOf} from '#domain/record-kinds.ts';
import {useText} from '#client/i18n/text.ts';
import {FreeText} from '#client/ui/free-text.tsx';
import {SummaryList, type Fact} from '#client/ui/summary-list.tsx';

/** `more`: facts that only some readers have, as whose doing it was. */
export function CheckInAnswers({data, more = []}: {readonly data: DataOf<'income-check-in'>; readonly more?: readonly Fact[]}) {
  const {t, language, format} = useText();
  const flag = (answer: boolean | null | undefined, yes = t('income:form.yes'), no = t('income:form.no')) =>
    answer === null || answer === undefined ? null : answer ? yes : no;
  // Who wrote in which language is known of what was answered here; of what an old system had it is not.
  const words = (text: string | null | undefined) =>
    text === null || text === undefined ? null : <FreeText words={{text, lang: data.lang ?? 'not_stated'}} />;
  const facts: readonly Fact[] = [
    {label: t('income:ask.usedFor'), value: words(data.usedFor)},
    {label: t('income:ask.supportWanted'), value: words(data.supportWanted)},
    {label: t('income:ask.afterEnd'), value: words(data.afterEnd)},
    {label: t('income:ask.paidOnTime'), value: flag(data.paidOnTime)},
    {label: t('income:ask.coversEssentials'), value: flag(data.coversEssentials)},
    {
      label: t('income:ask.rentPaid'),
      value:
        data.rentPaid === 'not_applicable' ? t('income:ask.rentPaid.na') : flag(data.rentPaid === null ? null : data.rentPaid === 'yes'),
    },
    {label: t('income:ask.arrears'), value: data.arrearsPence === null ? null : format.money(data.arrearsPence)},
    {
      label: t('income:ask.savings'),
      value: data.savings === null ? null : t(data.savings === '0' ? 'income:amount.0' : `income:savings.${data.savings}`),
    },
    {label: t('income:ask.debt'), value: data.debt === null ? null : t(data.debt === '0' ? 'income:amount.0' : `income:debt.${data.debt}`)},
    {
      label: t('income:ask.benefitsChange'),
      value: flag(data.benefitsChange, t('income:ask.benefitsChange.yes'), t('income:ask.benefitsChange.no')),
    },
    {label: t('income:ask.activity'), value: data.activity === null ? null : t(`income:activity.${data.activity}`)},
    {label: t('income:ask.home'), value: data.home ? t(`income:home.${data.home}`) : null},
    ...(data.own ?? []).map(({answer, ...question}) => ({label: question[language], value: words(answer)})),
    ...more,
  ];
  return <SummaryList onlyKnown compact facts={facts} />;
}
