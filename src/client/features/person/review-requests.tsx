/** Who asked for a review and waits for an answer; the answer is words that the young person reads. */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {WordsForm} from '#client/forms/words-form.tsx';
import type {PartProps} from './part.ts';

export function ReviewRequests({person}: PartProps) {
  const {t} = useText();
  const open = useMemory(
    memory =>
      memory
        .records(person.id, 'review-request')
        .filter(({data}) => data.settledOn === null)
        .toSorted((one, other) => (one.made.at < other.made.at ? -1 : 1)),
    [person.id],
  );
  if (open.length === 0) return null;
  return (
    <Section title={t('person:requests.title')}>
      <CardList>
        {open.map(request => (
          <li key={request.id}>
            <Request request={request} name={person.knownAs} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Request({request, name}: {readonly request: Folded<'review-request'>; readonly name: string}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const key = `review-answer/${request.id}/${request.person}`;
  const [answering, setAnswering] = useState(() => vault.drafts().some(draft => draft.key === key));
  const {data} = request;
  const asked = format.longDate(data.askedOn);
  return (
    <Card
      level={3}
      tone="attention"
      title={data.byYoungPerson ? t('person:requests.by', {name, date: asked}) : t('person:requests.byStaff', {date: asked})}
    >
      {data.words && <FreeText quoted words={data.words} />}
      {answering ? (
        <WordsForm
          id={`answer-${request.id}`}
          draftKey={key}
          label={t('person:requests.answer')}
          hint={t('person:requests.answer.hint')}
          missing={t('person:requests.answer.missing')}
          submit={t('person:requests.settle')}
          cancels
          command={words => ({kind: 'review.settle-request', record: request.id, person: request.person, body: {answer: words}})}
          onClose={() => setAnswering(false)}
        />
      ) : (
        may(vault.session.role, 'review.settle-request', true) && (
          <Button look="second" onPress={() => setAnswering(true)}>
            {t('person:requests.answer')}
          </Button>
        )
      )}
    </Card>
  );
}
