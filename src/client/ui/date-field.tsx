/**
 * A date in three boxes and a time in two. The browser's own pickers speak the browser's language, not the reader's,
 * so they are not used anywhere (welsh.md rules 10 and 11).
 */
import {useText} from '#client/i18n/text.ts';
import type {DateParts, MonthParts, TimeParts} from './date-parts.ts';
import {FieldError, type FieldProps} from './field.tsx';

interface BoxesProps<Part extends string> extends FieldProps {
  readonly boxes: readonly {readonly part: Part; readonly label: string; readonly width: 2 | 4; readonly value: string}[];
  readonly onType: (part: Part, value: string) => void;
}

function Boxes<Part extends string>({id, label, hint, error, boxes, onType}: BoxesProps<Part>) {
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
        <div className="govuk-date-input">
          {boxes.map((box, index) => {
            const own = index === 0 ? id : `${id}-${box.part}`;
            return (
              <div key={box.part} className="govuk-date-input__item">
                <label className="govuk-label govuk-date-input__label" htmlFor={own}>
                  {box.label}
                </label>
                <input
                  id={own}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  value={box.value}
                  maxLength={box.width}
                  className={`govuk-input govuk-date-input__input govuk-input--width-${box.width}${error === undefined ? '' : ' govuk-input--error'}`}
                  aria-invalid={error !== undefined}
                  onChange={event => onType(box.part, event.target.value)}
                />
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

interface DateFieldProps extends FieldProps {
  readonly value: DateParts;
  readonly onChange: (value: DateParts) => void;
}

export function DateField(props: DateFieldProps) {
  const {t} = useText();
  const {value, onChange} = props;
  return (
    <Boxes
      {...props}
      hint={props.hint ?? t('common:date.hint')}
      boxes={[
        {part: 'day', label: t('common:date.day'), width: 2, value: value.day},
        {part: 'month', label: t('common:date.month'), width: 2, value: value.month},
        {part: 'year', label: t('common:date.year'), width: 4, value: value.year},
      ]}
      onType={(part, typed) => onChange({...value, [part]: typed})}
    />
  );
}

interface MonthFieldProps extends FieldProps {
  readonly value: MonthParts;
  readonly onChange: (value: MonthParts) => void;
}

export function MonthField(props: MonthFieldProps) {
  const {t} = useText();
  const {value, onChange} = props;
  return (
    <Boxes
      {...props}
      hint={props.hint ?? t('common:month.hint')}
      boxes={[
        {part: 'month', label: t('common:date.month'), width: 2, value: value.month},
        {part: 'year', label: t('common:date.year'), width: 4, value: value.year},
      ]}
      onType={(part, typed) => onChange({...value, [part]: typed})}
    />
  );
}

interface TimeFieldProps extends FieldProps {
  readonly value: TimeParts;
  readonly onChange: (value: TimeParts) => void;
}

export function TimeField(props: TimeFieldProps) {
  const {t} = useText();
  const {value, onChange} = props;
  return (
    <Boxes
      {...props}
      hint={props.hint ?? t('common:time.hint')}
      boxes={[
        {part: 'hour', label: t('common:time.hour'), width: 2, value: value.hour},
        {part: 'minute', label: t('common:time.minute'), width: 2, value: value.minute},
      ]}
      onType={(part, typed) => onChange({...value, [part]: typed})}
    />
  );
}
