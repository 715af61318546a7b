/** What the team wrote for them of their contacts, newest first, and a way to say something about each: to add to it, or that it is not right. */
import {useState} from 'react';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {helperName, useOwnFile} from './own-file.ts';

export function NotesForThem() {
  const {t, format} = useText();
  const {id: person, help} = useOwnFile();
  const notes = useMemory(
    memory =>
      memory
        .records(person, 'shared-note')
        .filter(note => !struckOut(note))
        .toSorted((one, other) => (one.data.sharedOn < other.data.sharedOn ? 1 : -1)),
    [person],
  );
  if (notes.length === 0) return null;
  return (
    <Section title={t('young:talk.notes')}>
      <p>{t('young:talk.notes.words')}</p>
      <CardList>
        {notes.map(note => (
          <li key={note.id}>
            <Card level={3} title={format.longDate(note.data.sharedOn)}>
              <p className="app-quiet">{helperName(help, note.made.author) ?? t('young:someone')}</p>
              <FreeText words={note.data.words} />
              <SayAbout note={note} />
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function SayAbout({note}: {readonly note: Folded<'shared-note'>}) {
  const {t, format} = useText();
  const [sent, setSent] = useState(0);
  return (
    <Details summary={t('young:talk.notes.sayFor', {date: format.longDate(note.data.sharedOn)})}>
      <WordsForm
        key={sent}
        id={`about-${note.id}`}
        draftKey={`message/${note.person ?? ''}/${note.id}`}
        label={t('young:talk.write')}
        submit={t('young:talk.send')}
        missing={t('young:talk.write.missing')}
        command={(words, newId) => ({
          kind: 'message.send',
          record: newId(),
          person: note.person,
          body: {words: words ?? {text: '', lang: 'en'}, about: note.id},
        })}
        onClose={() => setSent(count => count + 1)}
      />
    </Details>
  );
}
