/** Questions about a request and their answers, each kept as it was said; while a question is open the request waits for its answer. */
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {FoldedForm} from '#client/forms/kept-form.tsx';
import type {FundCase} from './read-request.ts';

interface QuestionsProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
  readonly mayWrite: boolean;
}

export function Questions({person, found, mayWrite}: QuestionsProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {request, notes, isUndecided} = found;
  const form = (what: 'question' | 'answer') => {
    const key = `fund-${what}/${person.id}/${request.id}`;
    return (
      <FoldedForm summary={t(`fund:${what}.write`, {name: person.knownAs})} draftKey={key}>
        {onClose => (
          <WordsForm
            id={what}
            draftKey={key}
            label={t(`fund:${what}.label`)}
            hint={t(`fund:${what}.hint`)}
            submit={t(`fund:${what}.save`)}
            missing={t(`fund:${what}.missing`)}
            command={words =>
              ({
                kind: 'fund-note.write',
                record: vault.newId(),
                person: person.id,
                body: {request: request.id, what, words: words ?? {text: '', lang: 'en'}},
              }) satisfies NewCommand<'fund-note.write'>
            }
            onClose={onClose}
          />
        )}
      </FoldedForm>
    );
  };
  if (notes.length === 0 && !(mayWrite && isUndecided)) return null;
  return (
    <Section title={t('fund:questions.title')}>
      {notes.length === 0 && <p className="govuk-body">{t('fund:questions.none')}</p>}
      {notes.map(note => (
        <Note key={note.id} note={note} person={person} />
      ))}
      {mayWrite && isUndecided && form('question')}
      {mayWrite && isUndecided && notes.length > 0 && form('answer')}
    </Section>
  );
}

function Note({note, person}: {readonly note: Folded<'fund-note'>; readonly person: PersonOnDevice}) {
  const {t, format} = useText();
  const {author} = note.made;
  const colleague = useMemory(memory => staffName(memory, author), [author]) ?? t('common:formerColleague');
  const name = author === person.id ? person.knownAs : colleague;
  return (
    <div>
      <h3 className="govuk-heading-s">{t(`fund:${note.data.what}`)}</h3>
      <FreeText quoted words={note.data.words} />
      <p className="app-quiet">{t('common:words.byWhen', {name, when: format.longDate(note.data.on)})}</p>
      <DeliveryLine delivery={note.delivery} />
    </div>
  );
}
