/** Who does what was agreed, and by when: asked alike for an action of a plan and for a decision of a review. */
import * as z from 'zod/mini';
import {useText, type Translate} from '#client/i18n/text.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {NO_DATE} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {keepableWords} from './keepable-words.ts';

/** What a draft keeps of it. */
export const OWNER_AND_DAY = {
  owner: z.enum(['me', 'young_person', 'other']),
  ownerName: z.string(),
  due: z.object({day: z.string(), month: z.string(), year: z.string()}),
};
const schema = z.object(OWNER_AND_DAY);
type OwnerAndDay = z.infer<typeof schema>;

export const NO_OWNER_YET: OwnerAndDay = {owner: 'me', ownerName: '', due: NO_DATE};

/** As it is saved, for an owner who is neither of the two that have a name already. */
export const ownerNamed = ({ownerName}: OwnerAndDay): string => keepableWords(ownerName).trim();

/** `id`: of the form; its fields are `<id>-name` and `<id>-due`. */
export function ownerFaults(id: string, value: OwnerAndDay, t: Translate): readonly FormError[] {
  return value.owner === 'other' && ownerNamed(value) === '' ? [{field: `${id}-name`, message: t('plan:action.name.missing')}] : [];
}

interface OwnerAndDayFieldsProps {
  readonly id: string;
  readonly value: OwnerAndDay;
  readonly youngPerson: string;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (changed: Partial<OwnerAndDay>) => void;
}

export function OwnerAndDayFields({id, value, youngPerson, error, onChange}: OwnerAndDayFieldsProps) {
  const {t} = useText();
  return (
    <>
      <RadioGroup
        id={`${id}-owner`}
        label={t('plan:action.owner')}
        value={value.owner}
        onChange={owner => onChange({owner})}
        choices={[
          {value: 'me', label: t('plan:action.owner.me')},
          {value: 'young_person', label: t('plan:action.owner.young', {name: youngPerson})},
          {value: 'other', label: t('plan:action.owner.other')},
        ]}
      />
      {value.owner === 'other' && (
        <TextInput
          id={`${id}-name`}
          label={t('plan:action.name')}
          error={error(`${id}-name`)}
          value={value.ownerName}
          onChange={ownerName => onChange({ownerName})}
        />
      )}
      <DateField
        id={`${id}-due`}
        label={t('plan:action.due')}
        error={error(`${id}-due`)}
        value={value.due}
        onChange={due => onChange({due})}
      />
    </>
  );
}
