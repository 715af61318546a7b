/**
 * A labelled field: label, hint and error belong together for eye and ear. Nothing is checked by the browser, whose
 * messages speak its own language (welsh.md rule 10); errors come as finished sentences.
 */
import {useId, useState, type HTMLInputAutoCompleteAttribute, type ReactNode} from 'react';
import type {Language} from '#client/i18n/language-choice.ts';
import {useText} from '#client/i18n/text.ts';

export interface FieldProps {
  /** Also where the error summary points. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** Ids of hint and error for aria-describedby. */
function describedBy({id, hint, error}: FieldProps): string | undefined {
  return [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(part => part !== false).join(' ') || undefined;
}

export function FieldError({id, error}: {readonly id: string; readonly error: string | undefined}) {
  const {t} = useText();
  if (error === undefined) return null;
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{`${t('common:errorPrefix')} `}</span>
      {error}
    </p>
  );
}

function Frame({id, label, hint, error, children}: FieldProps & {readonly children: ReactNode}) {
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
      {children}
    </div>
  );
}

interface TextInputProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'url';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly lang?: Language;
}

export function TextInput(props: TextInputProps) {
  const {id, value, onChange, type = 'text', autoComplete = 'off', lang, error} = props;
  return (
    <Frame {...props}>
      <input
        id={id}
        name={id}
        type={type}
        lang={lang}
        value={value}
        autoComplete={autoComplete}
        className={error === undefined ? 'govuk-input' : 'govuk-input govuk-input--error'}
        aria-describedby={describedBy(props)}
        aria-invalid={error !== undefined}
        onChange={event => onChange(event.target.value)}
      />
    </Frame>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** Language of what is written, so that spelling help follows it. */
  readonly lang?: Language;
  readonly onLeave?: () => void;
}

export function TextArea(props: TextAreaProps) {
  const {id, value, onChange, rows = 6, lang, error, onLeave} = props;
  return (
    <Frame {...props}>
      <textarea
        id={id}
        name={id}
        rows={rows}
        autoComplete="off"
        lang={lang}
        // Somebody's words: a browser that translates the page leaves them alone.
        translate="no"
        value={value}
        className={error === undefined ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
        aria-describedby={describedBy(props)}
        aria-invalid={error !== undefined}
        onChange={event => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </Frame>
  );
}

interface SecretInputProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
}

/** A password or passphrase: paste and password managers work, and it can be shown while typing (WCAG 3.3.8). */
export function SecretInput(props: SecretInputProps) {
  const {id, value, onChange, autoComplete, error} = props;
  const {t} = useText();
  const [shown, setShown] = useState(false);
  const button = useId();
  return (
    <Frame {...props}>
      <div className="app-secret">
        <input
          id={id}
          name={id}
          type={shown ? 'text' : 'password'}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={error === undefined ? 'govuk-input' : 'govuk-input govuk-input--error'}
          aria-describedby={describedBy(props)}
          aria-invalid={error !== undefined}
          onChange={event => onChange(event.target.value)}
        />
        <button
          id={button}
          type="button"
          className="app-secret__button"
          aria-controls={id}
          aria-label={t(shown ? 'common:password.hideLabel' : 'common:password.showLabel')}
          onClick={() => setShown(now => !now)}
        >
          {t(shown ? 'common:password.hide' : 'common:password.show')}
        </button>
      </div>
    </Frame>
  );
}
