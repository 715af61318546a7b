/** Whether a scheme is for somebody, and why, in one sentence; and what the scheme is in a few lines. */
import {isClosed} from '#domain/income-scheme/scheme.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {SchemeOfPerson} from './read-enrolment.ts';

/** Why it is or is not for them, in one sentence: the birthday that counts and the category on that day. */
export function Eligibility({found, name, today}: {readonly found: SchemeOfPerson; readonly name: string; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const {scheme, eligibility} = found;
  const {answer, reason, birthday, category} = eligibility;
  const heading = answer === 'yes' && isClosed(scheme, today) ? 'was' : answer;
  return (
    <>
      <p className="govuk-body">
        <strong>{t(`income:eligible.${heading}`, {name})}</strong>
      </p>
      <p className="govuk-body">
        {t(`income:reason.${reason}`, {
          age: scheme.turns,
          date: birthday === null ? '' : format.longDate(birthday),
          category: category === null ? '' : t(`codes:category.${category}`),
        })}
      </p>
    </>
  );
}

export function SchemeWindow({found}: {readonly found: SchemeOfPerson}) {
  const {t, format} = useText();
  const {turns, birthdayFrom, birthdayUntil, grossPence, netPence, payments} = found.scheme;
  return (
    <SummaryList
      compact
      facts={[
        {
          label: t('income:window'),
          value: t('income:window.value', {age: turns, from: format.longDate(birthdayFrom), until: format.longDate(birthdayUntil)}),
        },
        {label: t('income:payments'), value: t('income:payments.value', {payments: t('counts:payment', {count: payments})})},
        {label: t('income:gross'), value: format.money(grossPence)},
        {label: t('income:net'), value: format.money(netPence)},
      ]}
    />
  );
}
