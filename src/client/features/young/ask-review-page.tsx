/** Asking for a meeting about the plan: at any time, with or without a reason; and what came of it. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {WordsForm} from '#client/forms/words-form.tsx';
import {useState} from 'react';
import {useOwnFile} from './own-file.ts';

export function AskReviewPage() {
  const {t, format} = useText();
  const file = useOwnFile();
  const [asked, setAsked] = useState(0);
  const requests = useMemory(
    memory => memory.records(file.id, 'review-request').toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    [file.id],
  );
  return (
    <Page title={t('young:review.title')}>
      <p>{t('young:review.intro')}</p>
      <WordsForm
        key={asked}
        id="review-words"
        draftKey="ask-review/own"
        label={t('young:review.words')}
        submit={t('young:review.send')}
        missing={null}
        command={(words, newId) => ({kind: 'review.ask', record: newId(), person: file.id, body: {words}})}
        onClose={() => setAsked(count => count + 1)}
      />
      {requests.length > 0 && (
        <Section title={t('young:review.before')}>
          <CardList>
            {requests.map(({id, data, delivery}) => (
              <li key={id}>
                <Card level={3} title={t('young:review.asked', {date: format.longDate(data.askedOn)})}>
                  {data.words && <FreeText quoted words={data.words} />}
                  {delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${delivery}`)}</StatusText>}
                  {data.settledOn === null ? (
                    <p>{t('young:review.waiting')}</p>
                  ) : (
                    <p>{t('young:review.answered', {date: format.longDate(data.settledOn)})}</p>
                  )}
                  {data.answer && <FreeText words={data.answer} />}
                </Card>
              </li>
            ))}
          </CardList>
        </Section>
      )}
    </Page>
  );
}
