/** One field of a form about a person's file, drawn by what it is, and what is wrong with it. */
import {useText, type Text, type TextKey} from '#client/i18n/text.ts';
import {isWrongEmail} from './keepable-words.ts';
import {isTooLongLine, isTooLongText} from './keepable-words.ts';
import {WordsField} from './words-field.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {langOf, listOfText, partsOfText, textOfList, textOfParts, type Entry} from './entry.ts';
import type {EntryContext, EntryField, FormKeys} from './entry-form.ts';

const LINES = ['line', 'tel', 'email'];

export function faultOf(field: EntryField, entry: Entry, keys: FormKeys, {t}: Pick<Text, 't'>): string | null {
  const raw = entry.raw(field.name);
  const label = field.label ?? field.name;
  if (field.as === 'date' && entry.isWrongDate(field.name)) return t('profile:date.wrong');
  const isNeeded = typeof field.needed === 'function' ? field.needed(entry) : field.needed === true;
  if (isNeeded && raw.trim() === '') return t('profile:missing', {what: t(keys.field(label) as TextKey)});
  if ((field.as === 'amount' || field.as === 'count') && entry.isWrongNumber(field.name, field.as)) return t(`profile:${field.as}.wrong`);
  if (field.most !== undefined && (entry.count(field.name) ?? 0) > field.most) return t('profile:count.most', {most: field.most});
  if (LINES.includes(field.as) ? isTooLongLine(raw) : isTooLongText(raw)) return t('common:words.tooLong');
  return field.as === 'email' && isWrongEmail(raw) ? t('profile:email.wrong') : null;
}

interface FieldProps {
  readonly field: EntryField;
  readonly keys: FormKeys;
  readonly entry: Entry;
  readonly context: EntryContext;
  readonly error: string | undefined;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
  readonly onLeave: () => void;
}

export function FieldOfEntry({field, keys, entry, context, error, onChange, onLeave}: FieldProps) {
  const {t, has} = useText();
  const label = field.label ?? field.name;
  const hint = keys.hint(label);
  const value = entry.raw(field.name);
  const change = (text: string) => onChange({[field.name]: text});
  const props = {id: field.name, label: t(keys.field(label) as TextKey), hint: has(hint) ? t(hint) : undefined, error};
  const choices = (field.choices?.(context) ?? []).map(choice => ({
    value: choice.value,
    label: typeof choice.label === 'string' ? t(choice.label) : choice.label.written,
  }));
  switch (field.as) {
    case 'date':
      return <DateField {...props} value={partsOfText(value)} onChange={parts => change(textOfParts(parts))} />;
    case 'radio':
      return <RadioGroup {...props} choices={choices} value={value} onChange={change} />;
    case 'select':
      return <Select {...props} choices={[{value: '', label: t('profile:choose')}, ...choices]} value={value} onChange={change} />;
    case 'text':
      return <TextArea {...props} rows={4} value={value} onChange={change} onLeave={onLeave} />;
    case 'words':
      return (
        <WordsField
          {...props}
          rows={4}
          value={{text: value, lang: entry.code(langOf(field.name), ['cy', 'en', 'mixed']) ?? context.language}}
          onChange={({text, lang}) => onChange({[field.name]: text, [langOf(field.name)]: lang})}
          onLeave={onLeave}
        />
      );
    case 'checks':
      return <CheckList {...props} choices={choices} chosen={listOfText(value)} onChange={chosen => change(textOfList(chosen))} />;
    case 'amount':
    case 'count':
    case 'line':
      return <TextInput {...props} value={value} onChange={change} />;
    case 'tel':
    case 'email':
      return <TextInput {...props} type={field.as} value={value} onChange={change} />;
  }
}
