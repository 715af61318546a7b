/**
 * What became of something that a young person told the council: each step with its time and by whom, the words of staff, and a
 * way of saying that they are all right now. What it is about is not named: others see a phone too (decision 023).
 */
import {useState} from 'react';
import type {DataOf} from '#domain/record-kinds.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {storyOf, type StoryStep} from '#client/case/worry/worry-story.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import {useText, type Text} from '#client/i18n/text.ts';
import {useSyncState} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Card} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {helperName} from './own-file.ts';

interface AlarmCardProps {
  readonly worry: Folded<'worry'>;
  readonly help: DataOf<'who-helps'> | undefined;
}

export function AlarmCard({worry, help}: AlarmCardProps) {
  const text = useText();
  const {t, format} = text;
  const today = useToday();
  const {data} = worry;
  const steps = storyOf(data);
  const isOpen = data.closedAt === null;
  const isTheirs = worry.made.author === worry.person;
  const saidAllRight = data.acts?.some(({what}) => what === 'all_right') === true;
  const nameOf = (holders: readonly Id[]) => namesOf(text, help, holders);
  return (
    <Card level={3} title={t('young:alarm.card', {date: format.longDate(calendarDateInWales(data.raisedAt))})}>
      <Sending worry={worry} />
      <ol className="app-steps">
        {steps.map((step, index) => (
          <li key={`${step.is}-${step.at}-${index}`}>
            <span className="app-steps__when">{format.moment(step.at, today)}</span>
            <span>{stepWords(text, step, nameOf, isTheirs)}</span>
            {'words' in step && step.words && <FreeText quoted words={step.words} />}
            {step.is === 'closed' && <p>{asWritten(data.outcome)}</p>}
          </li>
        ))}
      </ol>
      {data.words && isTheirs && (
        <Details summary={t('young:alarm.wrote')}>
          <FreeText quoted words={data.words} />
        </Details>
      )}
      {isOpen && !saidAllRight && <AllRight worry={worry} />}
    </Card>
  );
}

/** Until the council has it, plainly that it has not. */
function Sending({worry: {delivery, data}}: {readonly worry: Folded<'worry'>}) {
  const {t} = useText();
  const {connection} = useSyncState();
  if (delivery === 'needs_attention') return <Said tone="attention">{t('young:alarm.state.refused')}</Said>;
  if (data.receivedAt !== null) return null;
  if (delivery === 'accepted') return <Said tone="waiting">{t('young:alarm.state.sent')}</Said>;
  return <Said tone="attention">{t(connection === 'offline' ? 'young:alarm.state.offline' : 'young:alarm.state.sending')}</Said>;
}

function Said({tone, children}: {readonly tone: 'attention' | 'waiting'; readonly children: string}) {
  return (
    <p role="status">
      <StatusText tone={tone}>{children}</StatusText>
    </p>
  );
}

function namesOf({t, format}: Text, help: DataOf<'who-helps'> | undefined, holders: readonly Id[]): string {
  return format.listNames([...new Set(holders.map(holder => helperName(help, holder) ?? t('young:someone')))]);
}

function stepWords({t}: Text, step: StoryStep, nameOf: (holders: readonly Id[]) => string, isTheirs: boolean): string {
  switch (step.is) {
    case 'written':
      return t(isTheirs ? 'young:alarm.step.written' : 'young:alarm.step.writtenForYou');
    case 'passed':
      return step.holders.length === 0
        ? t(`young:alarm.step.passed.${step.to}`)
        : t(`young:alarm.step.passedTo.${step.to}`, {names: nameOf(step.holders)});
    case 'seen':
    case 'doing':
    case 'phoned':
      return t(`young:alarm.step.${step.is}`, {names: nameOf(step.holders)});
    case 'passed_on':
      return t(`young:alarm.step.handed.${step.to ?? 'adviser'}`, {names: nameOf(step.holders)});
    case 'received':
    case 'all_right':
    case 'closed':
      return t(`young:alarm.step.${step.is}`);
  }
}

/** Kept beside what was asked; somebody of the team still looks. */
function AllRight({worry}: {readonly worry: Folded<'worry'>}) {
  const {t} = useText();
  const [round, setRound] = useState(0);
  return (
    <Details key={round} summary={t('young:alarm.allRight')}>
      <WordsForm
        id={`all-right-${worry.id}`}
        draftKey={`all-right/${worry.id}`}
        label={t('young:alarm.allRight.words')}
        hint={t('young:alarm.allRight.hint')}
        submit={t('young:alarm.allRight.send')}
        missing={null}
        command={words => ({kind: 'worry.all-right', record: worry.id, person: worry.person, body: {words}})}
        onClose={() => setRound(count => count + 1)}
      />
    </Details>
  );
}
