/**
 * What there is to do now, from what this device holds: what needs settling, drafts, agreed contacts, actions due and
 * unsent work. Each line leads to doing it. When there is nothing, it says so in full.
 */
import type {ReactNode} from 'react';
import {Link} from '#client/ui/link.tsx';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {AlarmHeadlineWords} from '#client/case/worry/alarm-headline.tsx';
import {deadlineWords, placeOfDeadline} from '#client/case/deadlines/deadline-words.ts';
import {closedWithNews, readWorries} from '#client/case/worry/open-worries.ts';
import {onRadar, peopleOnDevice} from '#client/case/person/people-on-device.ts';
import {FileQuestionCard} from '#client/case/records/file-question-card.tsx';
import {useDrafts, useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {ProgressBar} from '#client/ui/progress-bar.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {placeOfDraft} from './draft-places.ts';
import {LoneVisits} from './lone-visits.tsx';
import {readDuties, readFromYoungPeople, readTasks, type AgreedContact, type DueAction, type Duty} from './read-tasks.ts';

const SOON_DAYS = 7;
/** Actions that passed longer ago fold away: they are still to do, but not what today is about. */
const LONG_PASSED_DAYS = 28;
/** So many duties are in view at once; what presses most comes first. */
const DUTIES_IN_VIEW = 8;

/** Of what young people have sent, where it is read. */
const PLACE_OF = {review: '', message: '', answer: '/plan', checkIn: '/money', money: '/money', home: '/home'} as const;

export function TodayPage() {
  const {t, format} = useText();
  const today = useToday();
  const people = useMemory(memory => peopleOnDevice(memory, today), [today]);
  const tasks = useMemory(memory => readTasks(memory, people, addDays(today, SOON_DAYS)), [people, today]);
  const duties = useMemory(memory => readDuties(memory, people, today, addDays(today, SOON_DAYS)), [people, today]);
  const {vault} = useOpenVault();
  const fromYoung = useMemory(memory => readFromYoungPeople(memory, people, vault.lastLook), [people, vault]);
  const worries = useMemory(memory => readWorries(memory, people, today), [people, today]);
  const closedWorries = useMemory(memory => closedWithNews(memory, people, vault.lastLook), [people, vault]);
  const drafts = useDrafts();
  const sync = useSyncState();
  const due = <Item extends {readonly on: CalendarDate}>(items: readonly Item[]) => items.filter(({on}) => on <= today);
  const soon = <Item extends {readonly on: CalendarDate}>(items: readonly Item[]) => items.filter(({on}) => on > today);
  const together = useMemory(memory => memory.clashes().filter(({how}) => how === 'both_kept').length, []);
  // Of files that are not here only their headlines tell.
  const twoVersions = people.filter(person => person.twoVersions && !person.holdsFile);
  const questions = people.flatMap(person => person.questions.map(question => ({person, question})));
  const contactsNow = due(tasks.contacts);
  const actionsNow = due(tasks.actions).filter(({on}) => on >= addDays(today, -LONG_PASSED_DAYS));
  const actionsBefore = due(tasks.actions).filter(({on}) => on < addDays(today, -LONG_PASSED_DAYS));
  const holdsFiles = people.length === 0 || people.some(person => person.holdsFile);
  const calm =
    worries.length +
      closedWorries.length +
      fromYoung.length +
      together +
      twoVersions.length +
      questions.length +
      contactsNow.length +
      actionsNow.length +
      actionsBefore.length +
      drafts.length +
      duties.length +
      sync.unsent +
      sync.needsAttention ===
    0;

  return (
    <Page title={t('today:title')} caption={format.dateWithWeekday(today)}>
      {sync.firstSync !== null && (
        <ProgressBar
          id="first-sync"
          label={t('device:first.people')}
          done={sync.firstSync.received}
          total={sync.firstSync.expected || null}
          words={t('device:first.progress', {done: sync.firstSync.received, total: sync.firstSync.expected})}
        />
      )}
      {worries.length + closedWorries.length > 0 && (
        <Part title={t('today:worries')}>
          {worries.map(worry => (
            <Card key={worry.person} level={3} tone="attention" title={worry.name} to={`/people/${worry.person}`}>
              <AlarmHeadlineWords alarm={worry.alarm} words={t(worry.isSeen ? 'today:worry.open' : 'today:worry.unread')} />
            </Card>
          ))}
          {closedWorries.map(person => (
            <Card key={`closed ${person.id}`} level={3} title={person.knownAs} to={`/people/${person.id}`}>
              <p>{t('today:worry.closed')}</p>
            </Card>
          ))}
        </Part>
      )}
      <LoneVisits />
      {calm && sync.firstSync === null && (
        <EmptyState title={t('today:calm.title')}>
          <p>{t(holdsFiles ? 'today:calm.words' : 'today:calm.manager')}</p>
        </EmptyState>
      )}
      {together + twoVersions.length + questions.length + sync.needsAttention > 0 && (
        <Part title={t('today:attention.title')}>
          {together > 0 && (
            <Card level={3} tone="attention" title={t('today:attention.together', {number: together})} to="/together">
              <p>{t('today:attention.together.words')}</p>
            </Card>
          )}
          {twoVersions.map(person => (
            <Card key={person.id} level={3} tone="attention" title={person.knownAs} to={`/people/${person.id}`}>
              <p>{t('today:attention.twoVersions')}</p>
            </Card>
          ))}
          {questions.map(each => (
            <FileQuestionCard key={each.person.id + each.question} {...each} level={3} />
          ))}
          {sync.needsAttention > 0 && (
            <Card level={3} tone="attention" title={t('sync:attention', {count: sync.needsAttention})} to="/sync" />
          )}
        </Part>
      )}
      {fromYoung.length > 0 && (
        <Part title={t('today:young.title')}>
          {fromYoung.map(item => (
            <Card
              key={item.record}
              level={3}
              tone={item.kind === 'review' ? 'attention' : 'plain'}
              title={item.name}
              to={`/people/${item.person}${PLACE_OF[item.kind]}`}
            >
              <p>{t(`today:young.${item.kind}`)}</p>
            </Card>
          ))}
        </Part>
      )}
      {onRadar(people) > 0 && (
        <LinkButton look="second" to="/radar">
          {t('today:radar', {number: onRadar(people)})}
        </LinkButton>
      )}
      {drafts.length > 0 && (
        <Part title={t('today:drafts.title')}>
          {drafts.map(draft => (
            <DraftCard key={draft.key} draftKey={draft.key} value={draft.value} savedAt={draft.savedAt} today={today} />
          ))}
        </Part>
      )}
      {duties.length > 0 && (
        <Part title={t('today:duties.title')}>
          {duties.slice(0, DUTIES_IN_VIEW).map(duty => (
            <DutyCard key={keyOf(duty)} duty={duty} today={today} />
          ))}
        </Part>
      )}
      {duties.length > DUTIES_IN_VIEW && (
        <Details summary={t('today:duties.more', {number: duties.length - DUTIES_IN_VIEW})}>
          <CardList>
            {duties.slice(DUTIES_IN_VIEW).map(duty => (
              <li key={keyOf(duty)}>
                <DutyCard duty={duty} today={today} />
              </li>
            ))}
          </CardList>
        </Details>
      )}
      {contactsNow.length > 0 && (
        <Part title={t('today:contacts.title')}>
          {contactsNow.map(item => (
            <ContactCard key={item.person + item.on} item={item} today={today} />
          ))}
        </Part>
      )}
      {actionsNow.length > 0 && (
        <Part title={t('today:actions.title')}>
          {actionsNow.map(item => (
            <ActionCard key={item.id} item={item} today={today} />
          ))}
        </Part>
      )}
      {actionsBefore.length > 0 && (
        <Details summary={t('today:actions.before', {count: actionsBefore.length})}>
          <CardList>
            {actionsBefore.map(item => (
              <li key={item.id}>
                <ActionCard item={item} today={today} />
              </li>
            ))}
          </CardList>
        </Details>
      )}
      {sync.unsent > 0 && (
        <Part title={t('sync:unsent.title')}>
          <Card level={3} title={t('sync:unsent', {count: sync.unsent})} to="/sync">
            <p>{t('sync:line.saved')}</p>
          </Card>
        </Part>
      )}
      {soon(tasks.contacts).length + soon(tasks.actions).length > 0 && (
        <Part title={t('today:later.title')}>
          {soon(tasks.contacts).map(item => (
            <ContactCard key={item.person + item.on} item={item} today={today} />
          ))}
          {soon(tasks.actions).map(item => (
            <ActionCard key={item.id} item={item} today={today} />
          ))}
        </Part>
      )}
    </Page>
  );
}

function Part({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <Section title={title}>
      <CardList>
        {[children]
          .flat(2)
          .filter(Boolean)
          .map((card, index) => (
            <li key={(card as {key?: string | null}).key ?? index}>{card}</li>
          ))}
      </CardList>
    </Section>
  );
}

const keyOf = ({person, deadline}: Duty): string => [person, deadline.rule, deadline.what, deadline.subject, deadline.dueOn].join();

function DutyCard({duty, today}: {readonly duty: Duty; readonly today: CalendarDate}) {
  const text = useText();
  const {t} = text;
  const {deadline, person, name} = duty;
  const late = deadline.state === 'overdue' || deadline.state === 'due_today';
  return (
    <Card level={3} tone={late ? 'attention' : 'plain'} title={name} to={placeOfDeadline(deadline, person) ?? `/people/${person}`}>
      <p>{t(`deadlines:what.${deadline.what}`)}</p>
      <p>
        <StatusText tone={late ? 'attention' : 'waiting'}>{deadlineWords(text, deadline, today)}</StatusText>
      </p>
    </Card>
  );
}

function ContactCard({item, today}: {readonly item: AgreedContact; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const date = format.dateWithDays(item.on, today);
  const words = item.on === today ? t('today:contacts.today') : t(item.on < today ? 'today:contacts.passed' : 'today:contacts.on', {date});
  return (
    <Card level={3} title={item.name} to={`/people/${item.person}`}>
      <p>
        <StatusText tone={item.on <= today ? 'attention' : 'calm'}>{words}</StatusText>
      </p>
      <Link className="app-button-quiet" to={`/record?person=${item.person}`}>
        {t('today:contacts.record')}
      </Link>
    </Card>
  );
}

function ActionCard({item, today}: {readonly item: DueAction; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const date = format.dateWithDays(item.on, today);
  return (
    <Card level={3} title={item.name} to={`/people/${item.person}/plan`}>
      <FreeText words={item.what} />
      <p>
        <StatusText tone={item.on <= today ? 'attention' : 'calm'}>
          {t(item.on < today ? 'today:actions.passed' : 'today:actions.by', {date})}
        </StatusText>
      </p>
    </Card>
  );
}

interface DraftCardProps {
  readonly draftKey: string;
  readonly value: unknown;
  readonly savedAt: string;
  readonly today: CalendarDate;
}

function DraftCard({draftKey, value, savedAt, today}: DraftCardProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const place = useMemory(memory => placeOfDraft(memory, draftKey, value), [draftKey, value, vault]);
  const {name} = place;
  const title =
    name === null
      ? t(place.kind === 'contact' ? 'today:drafts.contactNobody' : 'today:drafts.words')
      : t(`today:drafts.${place.kind}`, {name});
  return (
    <Card level={3} title={title} to={place.to}>
      <p className="app-quiet">{t('today:drafts.startedAt', {when: format.moment(savedAt, today)})}</p>
    </Card>
  );
}
