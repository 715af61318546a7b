/** What the young person wants and how they answered, with their words: an adviser finishes the plan and a manager decides with both in view. */
import {useText} from '#client/i18n/text.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {SIGNATURE_HEIGHT, SIGNATURE_WIDTH} from '#client/forms/signature-field.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {Folded} from '#client/vault/contract.ts';

interface WhatTheySaidProps {
  readonly person: PersonOnDevice;
  readonly views: Folded<'plan-views'> | undefined;
  readonly responses: readonly Folded<'plan-response'>[];
}

export function WhatTheySaid({person, views, responses}: WhatTheySaidProps) {
  const {t, format} = useText();
  if (!views?.data.words && responses.length === 0) return null;
  return (
    <Section title={t('plan:said.title', {name: person.knownAs})}>
      {views?.data.words && (
        <>
          <h3 className="govuk-heading-s">{t('plan:answer.views')}</h3>
          <FreeText quoted words={views.data.words} />
        </>
      )}
      <ul className="app-cards">
        {responses.map(({id, data, delivery}) => (
          <li key={id} className="app-card">
            <p>
              <StatusText>{t(`codes:planResponse.${data.response}`)}</StatusText>
            </p>
            {data.words && <FreeText quoted words={data.words} />}
            {data.signature !== null && (
              <figure className="app-signed">
                <figcaption className="app-quiet">{t('plan:answer.signature')}</figcaption>
                <svg viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`} aria-hidden="true" focusable="false">
                  <path d={data.signature} />
                </svg>
              </figure>
            )}
            {data.given !== null && <p className="app-quiet">{t(`plan:said.given.${data.given}`)}</p>}
            <p className="app-quiet">{format.longDate(data.on)}</p>
            <DeliveryLine delivery={delivery} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
