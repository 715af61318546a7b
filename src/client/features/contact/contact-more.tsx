/** More about a contact, for whoever wants to say it: closed at first, so that three taps and words are enough. */
import {CONTACT_DIRECTIONS} from '#domain/contact/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Details} from '#client/ui/details.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {asksHomeSeen, MORE_TEXTS, NO_MORE, type ContactDraft, type MoreDraft} from './contact-draft.ts';

interface ContactMoreProps {
  readonly draft: ContactDraft;
  readonly errors: readonly FormError[];
  readonly onChange: (draft: ContactDraft) => void;
  readonly onLeave: () => void;
}

const FLAGS = ['homeSeen', 'homeConfirmed', 'activityConfirmed'] as const;

export function ContactMore({draft, errors, onChange, onLeave}: ContactMoreProps) {
  const {t} = useText();
  const more = draft.more ?? NO_MORE;
  const error = (field: string) => errors.find(each => each.field === field)?.message;
  const change = (changes: Partial<MoreDraft>) => onChange({...draft, more: {...more, ...changes}});
  const spelling = draft.lang === 'mixed' ? {} : {lang: draft.lang};
  const line = (field: 'alsoThere' | 'purpose' | 'service') => (
    <TextInput
      id={field}
      label={t(`contact:more.${field}`)}
      error={error(field)}
      value={more[field]}
      onChange={value => change({[field]: value})}
    />
  );
  // What was begun stays open, and so does what has a fault in it.
  const isBegun = Object.values(more).some(value => value !== null && value !== '');
  return (
    <Details summary={t('contact:more.title')} open={isBegun}>
      {line('purpose')}
      <RadioGroup
        id="direction"
        label={t('contact:more.direction')}
        look="inline"
        value={more.direction}
        onChange={direction => change({direction})}
        choices={CONTACT_DIRECTIONS.map(each => ({value: each, label: t(`codes:direction.${each}`)}))}
      />
      {line('alsoThere')}
      {FLAGS.filter(flag => flag !== 'homeSeen' || asksHomeSeen(draft)).map(flag => (
        <RadioGroup
          key={flag}
          id={flag}
          label={t(`contact:more.${flag}`)}
          look="inline"
          value={more[flag] === null ? null : more[flag] ? 'yes' : 'no'}
          onChange={answer => change({[flag]: answer === 'yes'})}
          choices={[
            {value: 'yes', label: t(`contact:more.${flag}.yes`)},
            {value: 'no', label: t(`contact:more.${flag}.no`)},
          ]}
        />
      ))}
      {MORE_TEXTS.map(field => (
        <TextArea
          key={field}
          id={field}
          label={t(`contact:more.${field}`)}
          rows={3}
          value={more[field]}
          error={error(field)}
          {...spelling}
          onChange={text => change({[field]: text})}
          onLeave={onLeave}
        />
      ))}
      {line('service')}
    </Details>
  );
}
