/**
 * A young person's first screen: what happens next, what they said they want, what others promised them, what they said
 * they would do, and somebody to talk to. Nothing counts, scores or shames (welsh.md 16).
 */
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {ProgressBar} from '#client/ui/progress-bar.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {NewPlanCard} from './new-plan-card.tsx';
import {NewSinceLook} from './new-since-look.tsx';
import {NextVisit} from './next-visit.tsx';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {newPlan, readPromises, useOwnFile, type OwnFile} from './own-file.ts';
import {readOwnIncome} from './own-income.ts';
import {PromiseList} from './promise-card.tsx';

/** Promises whose day passed longer ago fold away. */
const EARLIER_DAYS = 28;

export function HomePage() {
  const {t} = useText();
  const today = useToday();
  const {vault} = useOpenVault();
  const {firstSync} = useSyncState();
  const file = useOwnFile();
  const [look] = useState(() => vault.lastLook(file.id));
  const promises = useMemory(memory => readPromises(memory, file, addDays(today, -EARLIER_DAYS)), [file.id, file.person, today]);
  const said = useMemory(
    memory => {
      const plan = presentPlan(memory, file.id) ?? newPlan(memory, file.id);
      return memory.records(file.id, 'plan-views').find(({data}) => data.plan === plan?.id)?.data.words ?? null;
    },
    [file.id],
  );
  const twoVersions = useMemory(memory => memory.clashes().some(({how}) => how === 'both_kept'), []);
  const alarm = useMemory(
    memory => memory.records(file.id, 'worry').findLast(worry => !struckOut(worry) && worry.data.closedAt === null),
    [file.id],
  );
  if (file.person === undefined && firstSync === null) return <Closed />;
  const adviser = file.help?.adviser ?? null;
  return (
    <Page title={t('young:home.title', {name: file.name})} windowTitle={t('young:nav.home')}>
      {firstSync !== null && (
        <ProgressBar id="first-sync" label={t('device:first.title')} done={0} total={null} words={t('device:first.waiting')} />
      )}
      <NewPlanCard person={file.id} />
      <div className="app-next">
        <h2 className="govuk-heading-m">{t('young:home.next')}</h2>
        <NextVisit file={file} today={today} />
        <LinkButton to="/talk">{adviser === null ? t('young:home.talk.nobody') : t('young:home.talk', {name: adviser.name})}</LinkButton>
        <LinkButton look="second" to="/help-now">
          {t('young:home.helpNow')}
        </LinkButton>
      </div>
      {alarm && (
        <CardList>
          <li>
            <Card tone="attention" title={t('young:home.alarm')} to="/help-now">
              <p>{t(alarm.delivery === 'accepted' ? 'young:home.alarm.words' : 'young:home.alarm.unsent')}</p>
            </Card>
          </li>
        </CardList>
      )}
      {twoVersions && (
        <CardList>
          <li>
            <Card tone="attention" title={t('young:home.together')} to="/together">
              <p>{t('young:home.together.words')}</p>
            </Card>
          </li>
        </CardList>
      )}
      <CheckInOpen file={file} today={today} />
      <NewSinceLook person={file.id} look={look} />
      <Section title={t('young:home.said')}>
        {said === null ? <p>{t('young:home.said.none')}</p> : <FreeText quoted words={said} />}
      </Section>
      <Section title={t('young:home.promised')}>
        {promises.others.length === 0 ? (
          <p>{t('young:home.promised.none')}</p>
        ) : (
          <PromiseList promises={promises.others} file={file} mine={false} />
        )}
        {promises.earlier.length > 0 && (
          <Details summary={t('young:home.earlier')}>
            <PromiseList promises={promises.earlier} file={file} mine={false} />
          </Details>
        )}
      </Section>
      <Section title={t('young:home.mine')}>
        {promises.mine.length === 0 ? <p>{t('young:home.mine.none')}</p> : <PromiseList promises={promises.mine} file={file} mine />}
      </Section>
      <LinkButton look="quiet" to="/my-learning">
        {t('young:home.learning')}
      </LinkButton>
      <LinkButton look="quiet" to="/my-details">
        {t('young:home.details')}
      </LinkButton>
    </Page>
  );
}

/** A check-in that can be answered now, if they like. */
function CheckInOpen({file, today}: {readonly file: OwnFile; readonly today: CalendarDate}) {
  const {t} = useText();
  const open = useMemory(
    memory => readOwnIncome(memory, file.id, file.help, today).find(own => own.open !== null),
    [file.id, file.help, today],
  );
  if (!open) return null;
  return (
    <CardList>
      <li>
        <Card title={t('young:home.checkIn')} to={`/my-money/income/${open.enrolment.id}/check-in`}>
          <p>{t('young:home.checkIn.words')}</p>
        </Card>
      </li>
    </CardList>
  );
}

/** Access was ended: nothing of the file is here any more. */
function Closed() {
  const {t} = useText();
  return (
    <Page title={t('young:closed.title')}>
      <p>{t('young:closed.words')}</p>
      <LinkButton look="second" to="/help">
        {t('common:nav.help')}
      </LinkButton>
    </Page>
  );
}
