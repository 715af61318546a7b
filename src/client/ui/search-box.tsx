/** A search that finds while typing; how many are found is said aloud once typing pauses. */
import {useEffect, useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button} from './button.tsx';
import {LiveRegion} from './live-region.tsx';

interface SearchBoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly found: string;
  readonly onChange: (value: string) => void;
}

export function SearchBox({id, label, hint, value, found, onChange}: SearchBoxProps) {
  const {t} = useText();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(value === '' ? '' : found), 700);
    return () => clearTimeout(timer);
  }, [value, found]);
  return (
    <search className="app-search">
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      <p id={`${id}-hint`} className="govuk-hint">
        {hint}
      </p>
      <div className="app-search__row">
        <input
          id={id}
          className="govuk-input"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-describedby={`${id}-hint`}
          onChange={event => onChange(event.target.value)}
        />
        {value !== '' && (
          <Button look="quiet" onPress={() => onChange('')}>
            {t('common:clearSearch')}
          </Button>
        )}
      </div>
      <LiveRegion>{said}</LiveRegion>
    </search>
  );
}
