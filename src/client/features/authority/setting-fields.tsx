/** The fields of a setting by what it is: a number, an amount, a text in both languages, some of a list of codes, a time of day, one choice out of a few, a list of numbers, pages about benefits, codes of a return. */
import {PHONE_NUMBERS_LIMIT, SETTINGS, type ChoiceName, type SettingName} from '#domain/authority/settings.ts';
import {SPEND_TYPES} from '#domain/fund/codes.ts';
import {WEEKDAYS} from '#domain/shared/calendar-date.ts';
import {WORRY_KINDS} from '#domain/worry/codes.ts';
import {BENEFITS} from '#domain/money-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {boundsOf, linkFieldId, NO_NUMBER, NUMBER_PARTS, numberFieldId, type NumberDraft, type SettingDraft} from './setting-draft.ts';
import {NO_CODES} from './return-codes-draft.ts';
import {ReturnCodeFields} from './return-code-fields.tsx';
import {choicesOf, codeWords, isChoice, type CodesUnit} from './setting-choices.ts';

interface SettingFieldsProps {
  readonly name: SettingName;
  readonly draft: SettingDraft;
  /** What is wrong, by the id of its field. */
  readonly error: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingDraft>) => void;
}

export function SettingFields({name, draft, error, onChange}: SettingFieldsProps) {
  const {t} = useText();
  const {unit} = SETTINGS[name];
  switch (unit) {
    case 'pence':
      return (
        <TextInput
          id="value"
          label={t('authority:form.amount')}
          hint={t('authority:form.amount.hint')}
          value={draft.typed}
          error={error('value')}
          onChange={typed => onChange({typed})}
        />
      );
    case 'text':
      return (
        <>
          <TextArea
            id="value"
            label={t('authority:form.cy')}
            lang="cy"
            value={draft.cy}
            error={error('value')}
            onChange={cy => onChange({cy})}
          />
          <TextArea
            id="value-en"
            label={t('authority:form.en')}
            lang="en"
            value={draft.en}
            error={error('value-en')}
            onChange={en => onChange({en})}
          />
        </>
      );
    case 'spendTypes':
    case 'weekdays':
    case 'worryKinds':
      return <CodesField unit={unit} chosen={draft.types} error={error('value')} onChange={onChange} />;
    case 'time':
      return (
        <TextInput
          id="value"
          label={t('authority:form.time')}
          hint={t('authority:form.time.hint')}
          value={draft.typed}
          error={error('value')}
          onChange={typed => onChange({typed})}
        />
      );
    case 'choice':
      return isChoice(name) ? <ChoiceField name={name} chosen={draft.typed} error={error('value')} onChange={onChange} /> : null;
    case 'numbers':
      return <NumberFields numbers={draft.numbers} error={error} onChange={numbers => onChange({numbers})} />;
    case 'returnCodes':
      return <ReturnCodeFields codes={draft.codes ?? NO_CODES} error={error} onChange={codes => onChange({codes})} />;
    case 'links':
      return <LinkFields links={draft.links ?? {}} error={error} onChange={links => onChange({links})} />;
    case 'days':
    case 'workingDays':
    case 'weeks':
    case 'months':
    case 'moves':
    case 'times':
    case 'hours':
    case 'minutes':
    case 'seconds':
      return (
        <TextInput
          id="value"
          label={t(`authority:form.number.${unit}`)}
          hint={t('authority:form.number.hint', {...boundsOf(name)})}
          value={draft.typed}
          error={error('value')}
          onChange={typed => onChange({typed})}
        />
      );
  }
}

interface CodesFieldProps {
  readonly unit: CodesUnit;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: SettingFieldsProps['onChange'];
}

/** Some of a list of codes. */
function CodesField({unit, chosen, error, onChange}: CodesFieldProps) {
  const {t} = useText();
  const codes = {spendTypes: SPEND_TYPES, weekdays: WEEKDAYS, worryKinds: WORRY_KINDS}[unit];
  const label = {spendTypes: 'authority:form.types', weekdays: 'authority:form.weekdays', worryKinds: 'authority:form.worryKinds'} as const;
  return (
    <CheckList
      id="value"
      label={t(label[unit])}
      error={error}
      chosen={chosen}
      onChange={types => onChange({types: [...types]})}
      choices={codes.map(code => ({value: code, label: codeWords(t, unit, code)}))}
    />
  );
}

interface ChoiceFieldProps {
  readonly name: ChoiceName;
  readonly chosen: string;
  readonly error: string | undefined;
  readonly onChange: SettingFieldsProps['onChange'];
}

function ChoiceField({name, chosen, error, onChange}: ChoiceFieldProps) {
  const {t} = useText();
  return (
    <RadioGroup<string>
      id="value"
      label={t(`authority:form.choice.${name}`)}
      error={error}
      value={chosen}
      onChange={typed => onChange({typed})}
      choices={choicesOf(name).map(({code, words}) => ({value: code, label: t(words)}))}
    />
  );
}

interface LinkFieldsProps {
  readonly links: NonNullable<SettingDraft['links']>;
  readonly error: SettingFieldsProps['error'];
  readonly onChange: (links: SettingDraft['links']) => void;
}

/** Every benefit that a young person is shown, and its page in both languages. */
function LinkFields({links, error, onChange}: LinkFieldsProps) {
  const {t} = useText();
  return BENEFITS.map(benefit => {
    const page = links[benefit] ?? {cy: '', en: ''};
    return (
      <fieldset key={benefit} className="govuk-fieldset app-action-form">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t(`codes:benefit.${benefit}`)}</legend>
        {(['cy', 'en'] as const).map(language => {
          const id = linkFieldId(benefit, language);
          return (
            <TextInput
              key={language}
              id={id}
              type="url"
              label={t(`authority:form.links.${language}`)}
              value={page[language]}
              error={error(id)}
              onChange={typed => onChange({...links, [benefit]: {...page, [language]: typed}})}
            />
          );
        })}
      </fieldset>
    );
  });
}

interface NumberFieldsProps {
  readonly numbers: readonly NumberDraft[];
  readonly error: SettingFieldsProps['error'];
  readonly onChange: (numbers: NumberDraft[]) => void;
}

/** The words of a number's parts, by their keys. */
export const NUMBER_LABELS = {cy: 'nameCy', en: 'nameEn', number: 'number', whenCy: 'whenCy', whenEn: 'whenEn'} as const;
const LANGUAGES = {cy: 'cy', en: 'en', whenCy: 'cy', whenEn: 'en'} as const;

function NumberFields({numbers, error, onChange}: NumberFieldsProps) {
  const {t} = useText();
  return (
    <>
      {numbers.map((each, index) => (
        // A number has no name of its own while it is typed: its place is what it is known by.
        <fieldset key={index} className="govuk-fieldset app-action-form">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            {t('authority:form.numbers.one', {place: index + 1})}
          </legend>
          {NUMBER_PARTS.map(part => {
            const id = numberFieldId(index, part);
            return (
              <TextInput
                key={part}
                id={id}
                label={t(`authority:form.numbers.${NUMBER_LABELS[part]}`)}
                {...(part === 'number' ? {type: 'tel'} : {lang: LANGUAGES[part]})}
                value={each[part]}
                error={error(id)}
                onChange={typed => onChange(numbers.map((other, at) => (at === index ? {...other, [part]: typed} : other)))}
              />
            );
          })}
          <Button look="quiet" onPress={() => onChange(numbers.filter((_, at) => at !== index))}>
            {t('authority:form.numbers.remove', {place: index + 1})}
          </Button>
        </fieldset>
      ))}
      {numbers.length < PHONE_NUMBERS_LIMIT && (
        <Button look="second" onPress={() => onChange([...numbers, NO_NUMBER])}>
          {t('authority:form.numbers.add')}
        </Button>
      )}
    </>
  );
}
