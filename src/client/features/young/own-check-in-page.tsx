/** A check-in answered alone, offline: what it is for and who reads it stands before the first question, and who to phone tonight. */
import {useNavigate} from 'react-router';
import {CHECK_IN, emptyCheckIn, readCheckInDraft, type CheckInDraft} from '#client/case/income/check-in-draft.ts';
import {CheckInForm} from '#client/case/income/check-in-form.tsx';
import {useKeptForm} from '#client/forms/kept-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {NoIncome, useOwnIncome} from './income-page.tsx';
import type {OwnIncome} from './own-income.ts';

export function OwnCheckInPage() {
  const {own, file} = useOwnIncome();
  return own && own.enrolment.data.firstPaymentMonth !== null ? <Answer own={own} person={file.id} /> : <NoIncome />;
}

function Answer({own, person}: {readonly own: OwnIncome; readonly person: string}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const back = `/my-money/income/${own.enrolment.id}`;
  const form = useKeptForm<CheckInDraft>(
    `${CHECK_IN}/own/${own.enrolment.id}`,
    () => emptyCheckIn(language),
    readCheckInDraft,
    () => void navigate(back),
  );
  return (
    <Page title={t('income:checkIn.title')}>
      <p>{t('income:form.intro')}</p>
      <p>{t('income:form.seen')}</p>
      <p>{t('income:form.worry')}</p>
      <Notice>
        <p>{t('income:form.now')}</p>
        <LinkButton look="quiet" to="/talk">
          {t('income:form.now.link')}
        </LinkButton>
      </Notice>
      <CheckInForm form={form} person={person} enrolment={own.enrolment.id} asked={own.asked} isAfter={own.isAfter} />
    </Page>
  );
}
