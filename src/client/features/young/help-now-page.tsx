/**
 * "I need help now": whether anybody is watching and whom to phone stands before anything can be typed (domain.md 8). Then what
 * it is about, words if they like, and what has become of it: every step as it happened, and none that has not.
 */
import {useEffect, useState} from 'react';
import {WORRY_KINDS, type WorryKind} from '#domain/worry/codes.ts';
import {struckOut} from '#domain/shared/record.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {useNow} from '#client/ui/use-now.ts';
import {isNews} from '#client/case/worry/worry-story.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useDrafts, useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {CardList, Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Details} from '#client/ui/details.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {alarmCommand, alarmFaults, alarmKey, readAlarmDraft, type AlarmDraft} from './alarm-draft.ts';
import {AlarmCard} from './alarm-card.tsx';
import {CallLink, CallList} from './call-list.tsx';
import {useOwnFile, type OwnFile} from './own-file.ts';
import {HowSoon, WhoIsWatching} from './who-is-watching.tsx';

export function HelpNowPage() {
  return <HelpNow about={null} />;
}

/** Where it is known what it is about: somebody has nowhere to stay. */
export function HelpTonightPage() {
  return <HelpNow about="no_home_tonight" />;
}

function HelpNow({about}: {readonly about: WorryKind | null}) {
  const {t} = useText();
  const file = useOwnFile();
  const now = useNow();
  const [sent, setSent] = useState(0);
  const isBegun = useDrafts().some(({key}) => key === alarmKey(about));
  const worries = useMemory(
    memory =>
      memory
        .records(file.id, 'worry')
        .filter(worry => !struckOut(worry))
        .toSorted((one, other) => (one.data.raisedAt < other.data.raisedAt ? 1 : -1)),
    [file.id],
  );
  const open = worries.filter(({data}) => data.closedAt === null);
  const inView = worries.filter(({data}) => isNews(data, now));
  const before = worries.filter(({data}) => !isNews(data, now));
  const form = <AlarmForm key={sent} file={file} about={about} onClose={() => setSent(count => count + 1)} />;
  return (
    <Page title={t('young:alarm.title')} windowTitle={t('young:help.title')}>
      <WhoIsWatching help={file.help} />
      {inView.length > 0 && (
        <Section title={t('young:alarm.open')}>
          <CardList>
            {inView.map(worry => (
              <li key={worry.id}>
                <AlarmCard worry={worry} help={file.help} />
              </li>
            ))}
          </CardList>
        </Section>
      )}
      <p>{t('young:help.999')}</p>
      <CallLink number="999" />
      <p>{t('young:help.111')}</p>
      <CallLink number="111" />
      <CallList help={file.help} numbersFirst />
      {open.length === 0 ? (
        <Section title={t('young:alarm.tell')}>{form}</Section>
      ) : (
        // What was sent is in view; another one is one press away.
        <Details summary={t('young:alarm.another')} open={isBegun || (about !== null && !open.some(({data}) => data.about === about))}>
          {form}
        </Details>
      )}
      {before.length > 0 && (
        <Details summary={t('young:alarm.before')}>
          <CardList>
            {before.map(worry => (
              <li key={worry.id}>
                <AlarmCard worry={worry} help={file.help} />
              </li>
            ))}
          </CardList>
        </Details>
      )}
    </Page>
  );
}

interface AlarmFormProps {
  readonly file: OwnFile;
  readonly about: WorryKind | null;
  readonly onClose: () => void;
}

function AlarmForm({file, about, onClose}: AlarmFormProps) {
  const {t, language} = useText();
  const {vault, syncing} = useOpenVault();
  const {connection} = useSyncState();
  // Whether there is a connection is asked now: what was heard a minute ago may not hold.
  useEffect(() => void syncing.syncNow(), [syncing]);
  const form = useKeptForm<AlarmDraft>(alarmKey(about), () => ({about, words: {text: '', lang: language}}), readAlarmDraft, onClose);
  const faults = alarmFaults(form.value, t);
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('young:alarm.send')}
      cancels={form.draft.keeping !== 'nothing-yet'}
      commands={() => alarmCommand(form.value, file.id, vault.newId())}
    >
      <RadioGroup<WorryKind>
        id="about"
        label={t('young:alarm.about')}
        error={error('about')}
        value={form.value.about}
        onChange={chosen => form.change({about: chosen})}
        choices={WORRY_KINDS.map(kind => ({value: kind, label: t(`young:alarm.about.${kind}`)}))}
      />
      <WordsField
        id="words"
        label={t('young:alarm.words')}
        hint={t('young:alarm.words.hint')}
        rows={4}
        error={error('words')}
        value={form.value.words}
        onChange={words => form.change({words})}
        onLeave={() => void form.draft.flush()}
      />
      <p>{t('young:alarm.who')}</p>
      {connection === 'offline' ? (
        <Notice tone="attention">
          <p>{t('young:alarm.offline')}</p>
        </Notice>
      ) : (
        form.value.about !== null && <HowSoon help={file.help} about={form.value.about} />
      )}
    </KeptForm>
  );
}
