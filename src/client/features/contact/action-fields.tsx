/** One promise made on a visit: what, who, by when. The young person will see it. */
import type {Language} from '#client/i18n/language-choice.ts';
import {useText} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import type {ActionDraft} from './contact-draft.ts';

interface ActionFieldsProps {
  readonly action: ActionDraft;
  readonly number: number;
  readonly name: string | null;
  readonly errors: readonly FormError[];
  readonly lang?: Language;
  readonly onChange: (action: ActionDraft) => void;
  readonly onRemove: () => void;
}

export function ActionFields({action, number, name, errors, lang, onChange, onRemove}: ActionFieldsProps) {
  const {t} = useText();
  const error = (part: string) => errors.find(each => each.field === `${action.key}-${part}`)?.message;
  return (
    <fieldset className="govuk-fieldset app-action-form">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t('contact:actions.number', {number})}</legend>
      <TextArea
        id={`${action.key}-what`}
        label={t('contact:actions.what')}
        rows={3}
        value={action.what}
        error={error('what')}
        {...(lang === undefined ? {} : {lang})}
        onChange={what => onChange({...action, what})}
      />
      <RadioGroup
        id={`${action.key}-owner`}
        label={t('contact:actions.owner')}
        value={action.owner}
        onChange={owner => onChange({...action, owner})}
        choices={[
          {value: 'me', label: t('contact:actions.owner.me')},
          {
            value: 'young_person',
            label: name === null ? t('contact:actions.owner.youngPersonNobody') : t('contact:actions.owner.youngPerson', {name}),
          },
          {value: 'other', label: t('contact:actions.owner.other')},
        ]}
      />
      {action.owner === 'other' && (
        <TextInput
          id={`${action.key}-owner-name`}
          label={t('contact:actions.owner.name')}
          value={action.ownerName}
          error={error('owner-name')}
          onChange={ownerName => onChange({...action, ownerName})}
        />
      )}
      <DateField
        id={`${action.key}-due`}
        label={t('contact:actions.due')}
        value={action.due}
        error={error('due')}
        onChange={due => onChange({...action, due})}
      />
      <Button look="quiet" onPress={onRemove}>
        {t('contact:actions.remove', {number})}
      </Button>
    </fieldset>
  );
}
