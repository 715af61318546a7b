/**
 * Somebody's place in an income scheme on one page: what was paid and how its months follow from the dates, what can be put down
 * while it runs, and the check-ins, those that can happen now first. Of a closed scheme there is history and no next payment.
 */
import {useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import type {CheckInDue} from '#domain/income-scheme/check-ins.ts';
import {isClosed} from '#domain/income-scheme/scheme.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {CheckInAnswers} from '#client/case/income/check-in-answers.tsx';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {personOnDevice, staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {AnswerForm} from './answer-form.tsx';
import {EndForm, PaymentsForm, PauseForm, ResumeForm} from './enrolment-forms.tsx';
import {readEnrolment, type EnrolmentCase} from '#client/case/income/read-enrolment.ts';
import {Eligibility} from '#client/case/income/scheme-eligibility.tsx';
import {EnrolmentFacts, MonthsExplained} from './enrolment-facts.tsx';

export function EnrolmentPage() {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const {person: id = '', enrolment = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const found = useMemory(memory => readEnrolment(memory, id, enrolment, today), [id, enrolment, today]);
  if (!person || !found)
    return (
      <Page title={t('income:schemes')} caption={person?.knownAs}>
        <FileNotHere person={person} id={id} part="money" back={t('fund:backToMoney')} />
      </Page>
    );
  const closed = isClosed(found.scheme, today);
  const mayEnrol = may(vault.session.role, 'income-scheme.enrol', true) && !person.died;
  return (
    <Page title={found.scheme.name[language]} windowTitle={t('income:schemes')} caption={person.knownAs}>
      <LinkButton look="quiet" to={`/people/${person.id}/money`}>
        {t('fund:backToMoney')}
      </LinkButton>
      {closed && (
        <Notice title={t('income:closed')}>
          <p>{t('income:closed.words')}</p>
        </Notice>
      )}
      <Section title={t('income:place')}>
        <Eligibility found={found} name={person.knownAs} today={today} />
        <EnrolmentFacts found={found} today={today} />
        <Landlord person={person} found={found} />
        {found.months !== null && (
          <Details summary={t('income:months')}>
            <MonthsExplained found={found} />
          </Details>
        )}
        {mayEnrol && <Doing person={person} found={found} closed={closed} />}
      </Section>
      <Timetable person={person} found={found} />
      {found.checkIns.length > 0 && (
        <Section title={t('income:checkIns.earlier')}>
          <CardList>
            {found.checkIns.map(checkIn => (
              <li key={checkIn.id}>
                <CheckIn checkIn={checkIn} />
              </li>
            ))}
          </CardList>
        </Section>
      )}
      <HistoryLink record={found.enrolment.id} what={t('income:place')} />
    </Page>
  );
}

/** What can be put down now: an answer to an offer, and while it runs a pause, payments and the end. */
function Doing({person, found, closed}: {readonly person: PersonOnDevice; readonly found: EnrolmentCase; readonly closed: boolean}) {
  const {decision, closingReason, pauses = []} = found.enrolment.data;
  const props = {person, found};
  if (decision === null || decision === 'declined') return <AnswerForm {...props} closed={closed} />;
  if (decision !== 'joined' || closingReason !== null) return null;
  return (
    <>
      <PaymentsForm {...props} />
      {!closed && (pauses.some(({until}) => until === null) ? <ResumeForm {...props} /> : <PauseForm {...props} />)}
      <EndForm {...props} />
    </>
  );
}

/** Only whoever holds the money of the file sees it. */
function Landlord({person, found}: {readonly person: PersonOnDevice; readonly found: EnrolmentCase}) {
  const {t, format} = useText();
  const share = useMemory(
    memory => memory.records(person.id, 'income-landlord-share').find(({data}) => data.enrolment === found.enrolment.id),
    [person.id, found.enrolment.id],
  );
  if (!share) return null;
  return <SummaryList facts={[{label: t('income:landlord'), value: format.money(share.data.monthlyPence)}]} />;
}

function Timetable({person, found}: {readonly person: PersonOnDevice; readonly found: EnrolmentCase}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {timetable} = found;
  const open = timetable.find(({state}) => state === 'open');
  const mayAsk = may(vault.session.role, 'income-check-in.answer', true) && !person.died && found.enrolment.data.firstPaymentMonth !== null;
  const title = ({number, month, isAfter}: CheckInDue) =>
    isAfter
      ? t('income:number.after', {month: format.monthAndYear(month)})
      : `${t('income:number', {number})}: ${format.monthAndYear(month)}`;
  return (
    <Section title={t('income:timetable')}>
      <p className="govuk-body">{t(timetable.length === 0 ? 'income:timetable.none' : 'income:timetable.words')}</p>
      {open && (
        <p>
          <StatusText tone="waiting">{`${title(open)}: ${t('income:state.open')}`}</StatusText>
        </p>
      )}
      {mayAsk && (
        <LinkButton look={open ? 'main' : 'second'} to={`/people/${person.id}/income/${found.enrolment.id}/check-in`}>
          {t('income:checkIn.record')}
        </LinkButton>
      )}
      {timetable.length > 0 && (
        <Details summary={t('income:timetable.all')}>
          <dl className="app-facts app-facts--compact">
            {timetable.map(due => (
              <div key={due.number} className="app-facts__row">
                <dt className="app-facts__label">{title(due)}</dt>
                <dd className="app-facts__value">{state(due)}</dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </Section>
  );

  function state({state: stands, checkIn}: CheckInDue): string {
    return checkIn === null ? t(`income:state.${stands}`) : `${t('income:state.held')}: ${format.longDate(checkIn.data.on)}`;
  }
}

function CheckIn({checkIn}: {readonly checkIn: Folded<'income-check-in'>}) {
  const {t, format} = useText();
  const {data} = checkIn;
  const colleague = useMemory(memory => staffName(memory, data.withStaff), [data.withStaff]);
  return (
    <Card level={3} title={heading(data.on)} aside={data.monthNumber === null ? undefined : t('income:number', {number: data.monthNumber})}>
      <CheckInAnswers
        data={data}
        more={[
          {label: t('income:checkIn.with'), value: colleague},
          {label: t('income:checkIn.answers'), value: data.alone === true ? t('income:checkIn.alone') : null},
        ]}
      />
      <HistoryLink record={checkIn.id} what={t('income:checkIn.answers')} />
    </Card>
  );

  function heading(on: CalendarDate): string {
    return format.longDate(on);
  }
}
