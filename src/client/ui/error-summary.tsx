/** What is wrong with a form, at the top, in words; takes the focus when it appears and leads to each field. */
import {useEffect, useRef} from 'react';
import {useText} from '#client/i18n/text.ts';

export interface FormError {
  /** Id of the field, or null for an error of the whole form. */
  readonly field: string | null;
  readonly message: string;
}

/**
 * `attempt` changes with every press of save, so that the same errors are read out again. It takes the focus once an attempt:
 * what turns wrong while somebody goes on typing takes them out of no field.
 */
export function ErrorSummary({errors, attempt}: {readonly errors: readonly FormError[]; readonly attempt?: number}) {
  const {t} = useText();
  const ref = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  const told = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!shown || (attempt !== undefined && told.current === attempt)) return;
    told.current = attempt;
    ref.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;

  return (
    <div className="govuk-error-summary" ref={ref} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{t('common:errorSummary.title')}</h2>
        <ul className="govuk-list govuk-error-summary__list">
          {errors.map(error => (
            <li key={`${error.field ?? ''}${error.message}`}>
              {error.field === null ? error.message : <FieldLink field={error.field} message={error.message} />}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function FieldLink({field, message}: {readonly field: string; readonly message: string}) {
  return (
    <a
      href={`#${field}`}
      onClick={event => {
        event.preventDefault();
        document.getElementById(field)?.focus();
      }}
    >
      {message}
    </a>
  );
}
