/** Messages between a young person and those who work with them, the newest last, with a place to write the next one. */
import {useState} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {WordsForm} from '#client/forms/words-form.tsx';

interface MessagesProps {
  readonly person: Id;
  /** The name of whoever wrote, as this reader knows them. */
  readonly nameOf: (holder: Id) => string;
  readonly none: string;
  readonly label: string;
  readonly submit: string;
  readonly missing: string;
  readonly writes: boolean;
  /** The line above a message about something that was written for the young person, by its day. */
  readonly aboutLine: (date: string) => string;
}

const SHOWN = 30;

export function Messages({person, nameOf, none, label, submit, missing, writes, aboutLine}: MessagesProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const [sent, setSent] = useState(0);
  const messages = useMemory(
    memory => memory.records(person, 'message').toSorted((one, other) => (one.data.sentAt < other.data.sentAt ? -1 : 1)),
    [person],
  );
  const notes = useMemory(memory => memory.records(person, 'shared-note'), [person]);
  const sharedOn = (about: Id | null | undefined): string | null => {
    const note = notes.find(({id}) => id === about);
    return note ? format.longDate(note.data.sharedOn) : null;
  };
  return (
    <>
      {messages.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ol className="app-messages">
          {messages.slice(-SHOWN).map(({id, data, made, delivery}) => (
            <li key={id} className={made.author === vault.session.holder ? 'app-message app-message--own' : 'app-message'}>
              <p className="app-quiet">
                {t('common:words.byWhen', {
                  name: made.author === vault.session.holder ? t('common:words.you') : nameOf(made.author),
                  when: format.moment(data.sentAt, today),
                })}
              </p>
              {sharedOn(data.about) !== null && <p className="app-quiet">{aboutLine(sharedOn(data.about) ?? '')}</p>}
              <FreeText words={data.words} />
              {delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${delivery}`)}</StatusText>}
            </li>
          ))}
        </ol>
      )}
      {writes && (
        <WordsForm
          key={sent}
          id="message"
          draftKey={`message/${person}`}
          label={label}
          submit={submit}
          missing={missing}
          command={(words, newId) => ({kind: 'message.send', record: newId(), person, body: {words: words ?? {text: '', lang: 'en'}}})}
          onClose={() => setSent(count => count + 1)}
        />
      )}
    </>
  );
}
