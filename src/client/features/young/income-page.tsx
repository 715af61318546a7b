/** What a scheme paid and for how long, what was said at each check-in, and what the team does about what was hard. */
import {useParams} from 'react-router';
import type {DataOf} from '#domain/record-kinds.ts';
import {struckOut} from '#domain/shared/record.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {CheckInAnswers} from '#client/case/income/check-in-answers.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {helperName, useOwnFile} from './own-file.ts';
import {readOwnIncome, type OwnIncome} from './own-income.ts';

export function useOwnIncome(): {readonly own: OwnIncome | undefined; readonly file: ReturnType<typeof useOwnFile>} {
  const {enrolment = ''} = useParams();
  const file = useOwnFile();
  const today = useToday();
  const own = useMemory(
    memory => readOwnIncome(memory, file.id, file.help, today).find(each => each.enrolment.id === enrolment),
    [file.id, file.help, today, enrolment],
  );
  return {own, file};
}

export function IncomePage() {
  const {t, language, format} = useText();
  const {own, file} = useOwnIncome();
  if (!own) return <NoIncome />;
  const {data} = own.enrolment;
  return (
    <Page title={t('income:own.title')} caption={own.name[language]}>
      <LinkButton look="quiet" to="/my-money">
        {t('young:money.title')}
      </LinkButton>
      <IncomeStanding own={own} />
      <SummaryList
        onlyKnown
        facts={[
          {label: t('income:first'), value: data.firstPaymentMonth === null ? null : format.monthAndYear(data.firstPaymentMonth)},
          {
            label: t(own.hasEnded ? 'income:final' : 'income:final.planned'),
            value: data.finalPaymentMonth === null ? null : format.monthAndYear(data.finalPaymentMonth),
          },
          {label: t('income:made'), value: data.paymentsMade === null ? null : String(data.paymentsMade)},
          {label: t('income:gross'), value: data.grossMonthPence === null ? null : format.money(data.grossMonthPence)},
          {label: t('income:net'), value: data.netMonthPence === null ? null : format.money(data.netMonthPence)},
        ]}
      />
      {data.firstPaymentMonth !== null && (
        <Section title={t('income:own.checkIn')}>
          <p>{t('income:own.checkIn.words')}</p>
          <LinkButton look={own.open ? 'main' : 'second'} to={`/my-money/income/${own.enrolment.id}/check-in`}>
            {t('income:own.checkIn.start')}
          </LinkButton>
        </Section>
      )}
      <Worries person={file.id} help={file.help} />
      <Section title={t('income:own.before')}>
        {own.checkIns.length === 0 && <p>{t('income:own.before.none')}</p>}
        <CardList>
          {own.checkIns.map(checkIn => (
            <li key={checkIn.id}>
              <Card level={3} title={format.longDate(checkIn.data.on)}>
                {checkIn.delivery !== 'accepted' && <p>{t('income:own.unsent')}</p>}
                <CheckInAnswers data={checkIn.data} />
              </Card>
            </li>
          ))}
        </CardList>
      </Section>
    </Page>
  );
}

/** Where it stands in a sentence; never "your next payment". */
export function IncomeStanding({own}: {readonly own: OwnIncome}) {
  const {t} = useText();
  const {decision} = own.enrolment.data;
  if (decision === 'declined') return <p>{t('income:own.declined')}</p>;
  if (decision === null) return <p>{t('income:own.offered')}</p>;
  return <p>{t(own.hasEnded ? 'income:own.ended' : 'income:own.running')}</p>;
}

export function NoIncome() {
  const {t} = useText();
  return (
    <Page title={t('income:own.title')}>
      <p>{t('income:own.before.none')}</p>
      <LinkButton look="second" to="/my-money">
        {t('young:money.title')}
      </LinkButton>
    </Page>
  );
}

interface WorriesProps {
  readonly person: string;
  readonly help: DataOf<'who-helps'> | undefined;
}

/** Whether it has been sent, who has read it, and what came of it. What it is about is not said: somebody may look over the shoulder. */
function Worries({person, help}: WorriesProps) {
  const {t} = useText();
  const worries = useMemory(
    memory =>
      memory
        .records(person, 'worry')
        .filter(worry => !struckOut(worry))
        .toSorted((one, other) => (one.data.raisedAt < other.data.raisedAt ? 1 : -1)),
    [person],
  );
  if (worries.length === 0) return null;
  return (
    <Section title={t('income:own.worries')}>
      <CardList>
        {worries.map(worry => (
          <li key={worry.id}>
            <Worry worry={worry} help={help} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Worry({worry, help}: {readonly worry: Folded<'worry'>; readonly help: DataOf<'who-helps'> | undefined}) {
  const {t, format} = useText();
  const {data, delivery} = worry;
  const names = data.seenBy.flatMap(({holder}) => helperName(help, holder) ?? []);
  const standing =
    delivery !== 'accepted'
      ? t('income:own.worry.waiting')
      : data.seenBy.length === 0
        ? t('income:own.worry.sent')
        : names.length === 0
          ? t('income:own.worry.seen.somebody')
          : t('income:own.worry.seen', {names: format.listNames(names)});
  return (
    <Card level={3} title={t('income:own.worry.said', {date: format.longDate(calendarDateInWales(data.raisedAt))})}>
      <p>{standing}</p>
      {data.closedAt !== null && <SummaryList compact facts={[{label: t('income:own.worry.closed'), value: asWritten(data.outcome)}]} />}
    </Card>
  );
}
