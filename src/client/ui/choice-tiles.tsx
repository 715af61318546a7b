/**
 * One step answered with one tap: large buttons, then the answer in one line with a way back. Buttons and not radios,
 * since a radio is chosen by merely moving through the list with the arrow keys.
 */
import {useEffect, useRef} from 'react';
import {useText} from '#client/i18n/text.ts';
import type {Choice} from './choice-fields.tsx';
import {FieldError} from './field.tsx';

interface ChoiceTilesProps<Value extends string> {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly changeLabel: string;
  readonly error?: string | undefined;
  readonly onChoose: (value: Value | null) => void;
}

export function ChoiceTiles<Value extends string>({id, question, choices, chosen, changeLabel, error, onChoose}: ChoiceTilesProps<Value>) {
  const {t} = useText();
  const answer = choices.find(({value}) => value === chosen);
  const change = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const before = useRef(answer?.value);
  useEffect(() => {
    // The pressed button has gone; the focus goes to what took its place.
    if (before.current !== answer?.value) (answer ? change : first).current?.focus();
    before.current = answer?.value;
  }, [answer]);

  if (answer) {
    return (
      <div className="app-answered">
        <h2 className="app-answered__question">{question}</h2>
        <p className="app-answered__answer">{answer.label}</p>
        <button ref={change} type="button" className="app-button-quiet" aria-label={changeLabel} onClick={() => onChoose(null)}>
          {t('common:change')}
        </button>
      </div>
    );
  }
  return (
    <div className={error === undefined ? 'app-step' : 'app-step govuk-form-group--error'}>
      <h2 className="govuk-heading-m" id={`${id}-question`}>
        {question}
      </h2>
      <FieldError id={id} error={error} />
      <ul className="app-tiles" aria-labelledby={`${id}-question`}>
        {choices.map(({value, label, hint}, index) => (
          <li key={value}>
            <button
              ref={index === 0 ? first : undefined}
              id={index === 0 ? id : undefined}
              type="button"
              className="app-tile"
              onClick={() => onChoose(value)}
            >
              <span className="app-tile__label">{label}</span>
              {hint !== undefined && <span className="app-tile__hint">{hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
