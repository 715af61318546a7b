/**
 * One worry as those who answer it see it: what it is about, everything that has happened to it with its times, and while it is
 * open what they can do: say that they read it, write what is being done, note a call, pass it on, close it. In the file and on
 * duty alike.
 */
import type {ReactNode} from 'react';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isAnswered, presentRound} from '#domain/worry/rounds.ts';
import {isStaffs} from '#domain/worry/open-worry.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {storyOf, type StoryStep} from './worry-story.ts';
import {ActForm, CloseForm, PassOnForm} from './worry-forms.tsx';
import {useText, type Text} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {Card} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';

type Worry = Folded<'worry'>;

interface WorryCardProps {
  readonly worry: Worry;
  /** Known-as of the young person. */
  readonly name: string;
  /** Whether it lies where the young person reads it. */
  readonly isShared: boolean;
  readonly mayAnswer: boolean;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}

export function WorryCard({worry, name, isShared, mayAnswer, level = 3, children}: WorryCardProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {data} = worry;
  const isOpen = data.closedAt === null;
  const isToAnswer = isOpen && mayAnswer;
  const author = useMemory(memory => staffName(memory, worry.made.author), [worry.made.author]);
  const isOwn = worry.made.author === worry.person;
  const round = presentRound(data);
  const since = round?.byHand === true ? Date.parse(round.since) : 0;
  const hasSeen = data.seenBy.some(({holder, at}) => holder === vault.session.holder && Date.parse(at) >= since);
  const isRead = round === null ? data.seenBy.length > 0 : isAnswered(data, round, isStaffs(worry));
  const saidAllRight = data.acts?.some(({what}) => what === 'all_right') === true;
  const see = useSaveNow();
  return (
    <Card
      level={level}
      tone={isOpen ? 'attention' : 'plain'}
      title={t(`codes:worry.${data.about}`)}
      aside={format.longDate(calendarDateInWales(data.raisedAt))}
    >
      <p>{isOwn ? t('person:worry.own', {name}) : t('person:worry.by', {name: author ?? t('person:worry.somebody')})}</p>
      {data.words && <FreeText quoted words={data.words} />}
      {isOpen && (
        <p>
          <StatusText tone={isRead ? 'waiting' : 'attention'}>{t(isRead ? 'person:worry.isRead' : 'person:worry.unread')}</StatusText>
        </p>
      )}
      {isOpen && saidAllRight && <p>{t('person:worry.allRight', {name})}</p>}
      {!isShared && <p className="app-quiet">{t('person:worry.staffOnly', {name})}</p>}
      {children}
      <Story worry={worry} name={name} />
      <DeliveryLine delivery={worry.delivery} />
      {isToAnswer && !hasSeen && (
        <Button
          look="second"
          busy={see.busy}
          onPress={() => void see.save({kind: 'worry.see', record: worry.id, person: worry.person, body: {}})}
        >
          {t('person:worry.see')}
        </Button>
      )}
      {see.refused !== null && <p role="alert">{see.refused}</p>}
      {isToAnswer && (
        <>
          <ActForm worry={worry} isShared={isShared} name={name} />
          <PassOnForm worry={worry} isShared={isShared} name={name} />
          <CloseForm worry={worry} isShared={isShared} name={name} />
        </>
      )}
    </Card>
  );
}

const MINUTE_MS = 60_000;
/** A signal that was away for less than this, and a step that was taken later than this, are worth a word. */
const DELAY_MS = 5 * MINUTE_MS;

function Story({worry, name}: {readonly worry: Worry; readonly name: string}) {
  const text = useText();
  const {t, format} = text;
  const today = useToday();
  const {data} = worry;
  const staff = useMemory(memory => new Map(memory.records(null, 'staff-member').map(({id}) => [id, staffName(memory, id)])), []);
  const nameOf = (holders: readonly Id[]) =>
    format.listNames([
      ...new Set(holders.map(holder => (holder === worry.person ? name : (staff.get(holder) ?? t('common:formerColleague'))))),
    ]);
  const waited = data.receivedAt === null ? 0 : Date.parse(data.receivedAt) - Date.parse(data.raisedAt);
  return (
    <ol className="app-steps">
      {storyOf(data).map((step, index) => (
        <li key={`${step.is}-${step.at}-${index}`}>
          <span className="app-steps__when">{format.moment(step.at, today)}</span>
          <span>{stepWords(text, step, nameOf, name)}</span>
          {step.is === 'received' && waited > DELAY_MS && (
            <span className="app-quiet">
              {' '}
              {t('person:worry.delayed', {minutes: t('counts:minute', {count: Math.round(waited / MINUTE_MS)})})}
            </span>
          )}
          {step.is === 'passed' && Date.parse(step.at) - Date.parse(step.dueAt) > DELAY_MS && (
            <span className="app-quiet"> {t('person:worry.late', {moment: format.moment(step.dueAt, today)})}</span>
          )}
          {'words' in step && step.words && <FreeText quoted words={step.words} />}
          {step.is === 'closed' && <p>{asWritten(data.outcome)}</p>}
        </li>
      ))}
    </ol>
  );
}

function stepWords({t}: Text, step: StoryStep, nameOf: (holders: readonly Id[]) => string, name: string): string {
  switch (step.is) {
    case 'passed':
      return step.holders.length === 0
        ? t(`person:worry.step.passed.${step.to}`)
        : t(`person:worry.step.passedTo.${step.to}`, {names: nameOf(step.holders)});
    case 'seen':
    case 'doing':
    case 'phoned':
      return t(`person:worry.step.${step.is}`, {names: nameOf(step.holders)});
    case 'passed_on':
      return t(`person:worry.step.handed.${step.to ?? 'adviser'}`, {names: nameOf(step.holders)});
    case 'all_right':
      return t('person:worry.step.allRight', {name});
    case 'written':
    case 'received':
    case 'closed':
      return t(`person:worry.step.${step.is}`);
  }
}
