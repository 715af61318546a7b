/** Reviews of a plan in the file: what is arranged, what was held, and the ways to arrange one or to say that one is needed. */
import {may} from '#domain/access/permissions.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {PartProps} from './part.ts';

export function Reviews({person}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const reviews = useMemory(
    memory =>
      memory
        .records(person.id, 'review')
        .filter(each => !struckOut(each))
        .toSorted((one, other) =>
          (one.data.heldOn ?? one.data.plannedOn ?? '') < (other.data.heldOn ?? other.data.plannedOn ?? '') ? 1 : -1,
        ),
    [person.id],
  );
  const mayHold = may(vault.session.role, 'review.hold', true);
  return (
    <Section title={t('review:list')}>
      {reviews.length === 0 && <p className="govuk-body">{t('review:list.none')}</p>}
      <CardList>
        {reviews.map(({id, data}) => {
          const on = data.heldOn ?? data.plannedOn ?? null;
          const isCancelled = (data.cancelledBecause ?? null) !== null;
          return (
            <li key={id}>
              <Card level={3} title={t(`codes:reviewType.${data.type}`)} to={`/people/${person.id}/review/${id}`}>
                <p>
                  <StatusText tone={data.heldOn !== null ? 'good' : isCancelled ? 'calm' : 'waiting'}>
                    {t(data.heldOn !== null ? 'review:state.held' : isCancelled ? 'review:state.cancelled' : 'review:state.arranged')}
                  </StatusText>
                </p>
                {on !== null && <p className="app-quiet">{format.longDate(on)}</p>}
              </Card>
            </li>
          );
        })}
      </CardList>
      {mayHold && (
        <>
          <LinkButton look="second" to={`/people/${person.id}/new-review`}>
            {t('review:arrange')}
          </LinkButton>
          <Details summary={t('review:ask')}>
            <WordsForm
              id="ask-review"
              draftKey={`review-ask/${person.id}`}
              label={t('review:ask.label')}
              hint={t('review:ask.hint')}
              submit={t('review:ask.send')}
              missing={t('review:ask.missing')}
              command={(words, newId) => ({kind: 'review.ask', record: newId(), person: person.id, body: {words}})}
              onClose={() => undefined}
            />
          </Details>
        </>
      )}
    </Section>
  );
}
