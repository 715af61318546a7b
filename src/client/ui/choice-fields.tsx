/** Radios and a list to choose from. Large targets; the group's question is its legend. */
import {FieldError, type FieldProps} from './field.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly look?: 'list' | 'inline';
  readonly legendSize?: 's' | 'm';
}

/** The first radio carries the group's id, so that the error summary leads to it. */
export function RadioGroup<Value extends string>({
  id,
  label,
  hint,
  error,
  choices,
  value,
  onChange,
  look = 'list',
  legendSize = 's',
}: RadioGroupProps<Value>) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <fieldset className="govuk-fieldset" aria-describedby={described}>
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${legendSize}`}>{label}</legend>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="govuk-hint">
            {hint}
          </p>
        )}
        <FieldError id={id} error={error} />
        <div className={`govuk-radios app-radios--${look}`}>
          {choices.map((choice, index) => {
            const own = index === 0 ? id : `${id}-${choice.value}`;
            return (
              <div key={choice.value} className="govuk-radios__item">
                <input
                  className="govuk-radios__input"
                  type="radio"
                  id={own}
                  name={id}
                  value={choice.value}
                  checked={value === choice.value}
                  aria-describedby={choice.hint === undefined ? undefined : `${own}-item-hint`}
                  onChange={() => onChange(choice.value)}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={own}>
                  {choice.label}
                </label>
                {choice.hint !== undefined && (
                  <p id={`${own}-item-hint`} className="govuk-hint govuk-radios__hint">
                    {choice.hint}
                  </p>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

interface SelectProps extends FieldProps {
  readonly choices: readonly Choice<string>[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Only where there are more than about seven to choose from. */
export function Select({id, label, hint, error, choices, value, onChange}: SelectProps) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="govuk-hint">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <select
        id={id}
        className="govuk-select app-select"
        autoComplete="off"
        value={value}
        aria-describedby={described}
        aria-invalid={error !== undefined}
        onChange={event => onChange(event.target.value)}
      >
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
