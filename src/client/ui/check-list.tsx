/** Choosing several of many: large boxes, each with a line that tells two alike apart, and one press for all or none. */
import {FieldError, type FieldProps} from './field.tsx';

export interface CheckChoice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface CheckListProps extends FieldProps {
  readonly choices: readonly CheckChoice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function CheckList({id, label, hint, error, choices, chosen, onChange}: CheckListProps) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <fieldset className="govuk-fieldset" aria-describedby={described}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="govuk-hint">
            {hint}
          </p>
        )}
        <FieldError id={id} error={error} />
        <div className="govuk-checkboxes">
          {choices.map((choice, index) => {
            const own = index === 0 ? id : `${id}-${choice.value}`;
            return (
              <div key={choice.value} className="govuk-checkboxes__item">
                <input
                  className="govuk-checkboxes__input"
                  type="checkbox"
                  id={own}
                  checked={chosen.includes(choice.value)}
                  aria-describedby={choice.hint === undefined ? undefined : `${own}-item-hint`}
                  onChange={event =>
                    onChange(event.target.checked ? [...chosen, choice.value] : chosen.filter(value => value !== choice.value))
                  }
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={own}>
                  {choice.label}
                </label>
                {choice.hint !== undefined && (
                  <p id={`${own}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
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
