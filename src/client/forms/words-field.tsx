/** Free text with the language it is written in: the language of the screen until somebody says otherwise (welsh.md 2). */
import {useText} from '#client/i18n/text.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {TextArea, type FieldProps} from '#client/ui/field.tsx';

export interface WordsInHand {
  readonly text: string;
  readonly lang: 'cy' | 'en' | 'mixed';
}

interface WordsFieldProps extends FieldProps {
  readonly value: WordsInHand;
  readonly rows?: number;
  readonly onChange: (value: WordsInHand) => void;
  readonly onLeave?: () => void;
}

export function WordsField({value, rows = 6, onChange, onLeave, ...field}: WordsFieldProps) {
  const {t} = useText();
  return (
    <>
      <TextArea
        {...field}
        rows={rows}
        value={value.text}
        {...(value.lang === 'mixed' ? {} : {lang: value.lang})}
        onChange={text => onChange({...value, text})}
        {...(onLeave === undefined ? {} : {onLeave})}
      />
      <RadioGroup
        id={`${field.id}-language`}
        label={t('common:words.language')}
        look="inline"
        value={value.lang}
        onChange={lang => onChange({...value, lang})}
        choices={[
          {value: 'cy', label: t('codes:language.cy')},
          {value: 'en', label: t('codes:language.en')},
          {value: 'mixed', label: t('common:words.mixed')},
        ]}
      />
    </>
  );
}
