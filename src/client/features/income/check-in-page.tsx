/** A check-in that somebody of the team answers together with the young person, offline, now or put down afterwards. */
import {useNavigate, useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {emptyCheckIn, CHECK_IN, readCheckInDraft, type CheckInDraft} from '#client/case/income/check-in-draft.ts';
import {CheckInForm} from '#client/case/income/check-in-form.tsx';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {useKeptForm, errorsOf} from '#client/forms/kept-form.tsx';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {dayFaults} from '#client/case/income/income-draft.ts';
import {readEnrolment, type EnrolmentCase} from '#client/case/income/read-enrolment.ts';

export function CheckInPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {person: id = '', enrolment = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const found = useMemory(memory => readEnrolment(memory, id, enrolment, today), [id, enrolment, today]);
  const isJoined = found !== null && found.enrolment.data.firstPaymentMonth !== null;
  if (person && isJoined && may(vault.session.role, 'income-check-in.answer', true))
    return <Ask person={person} found={found} today={today} />;
  return (
    <Page title={t('income:checkIn.title')} caption={person?.knownAs}>
      <FileNotHere person={person} id={id} part="money" back={t('fund:backToMoney')} />
    </Page>
  );
}

function Ask({person, found, today}: {readonly person: PersonOnDevice; readonly found: EnrolmentCase; readonly today: CalendarDate}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const {enrolment, scheme} = found;
  const back = `/people/${person.id}/income/${enrolment.id}`;
  const form = useKeptForm<CheckInDraft>(
    `${CHECK_IN}/${person.id}/${enrolment.id}`,
    () => ({...emptyCheckIn(person.speak ?? language), on: partsFromDate(today)}),
    readCheckInDraft,
    () => void navigate(back),
  );
  const {error} = errorsOf(form, dayFaults('check-in-on', form.value.on, today, t));
  const on = dateFromParts(form.value.on) ?? today;
  return (
    <Page title={t('income:checkIn.title')} caption={person.knownAs} hasError={form.attempt > 0 && error('check-in-on') !== undefined}>
      <LinkButton look="quiet" to={back}>
        {scheme.name[language]}
      </LinkButton>
      <p className="govuk-body">{t('income:form.intro.with')}</p>
      <CheckInForm form={form} person={person.id} enrolment={enrolment.id} asked={scheme} isAfter={isAfterEnd(found, on)}>
        <DateField
          id="check-in-on"
          label={t('income:form.on')}
          error={error('check-in-on')}
          value={form.value.on}
          onChange={typed => form.change({on: typed})}
        />
      </CheckInForm>
    </Page>
  );
}

/** The last payment has been made by that day. */
const isAfterEnd = ({enrolment}: EnrolmentCase, on: CalendarDate): boolean =>
  enrolment.data.finalPaymentMonth !== null && on.slice(0, 7) > enrolment.data.finalPaymentMonth;
