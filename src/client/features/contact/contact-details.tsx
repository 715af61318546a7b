/** After the three taps: when, what happened, the words and their language, what was agreed. */
import {useState} from 'react';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField, TimeField} from '#client/ui/date-field.tsx';
import {NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {ActionFields} from './action-fields.tsx';
import {ContactMore} from './contact-more.tsx';
import {asksSeenAlone, newAction, outcomesOf, quickDay, type ContactDraft} from './contact-draft.ts';

interface DetailsProps {
  readonly draft: ContactDraft;
  readonly name: string | null;
  readonly today: CalendarDate;
  readonly errors: readonly FormError[];
  readonly onChange: (draft: ContactDraft) => void;
  readonly onLeave: () => void;
}

export function ContactDetails({draft, name, today, errors, onChange, onLeave}: DetailsProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const error = (field: string) => errors.find(each => each.field === field)?.message;
  const spelling = draft.lang === 'mixed' ? undefined : {lang: draft.lang};

  return (
    <>
      <When draft={draft} today={today} errors={errors} onChange={onChange} />
      <RadioGroup
        id="outcome"
        label={t('contact:outcome.title')}
        legendSize="m"
        value={draft.outcome}
        error={error('outcome')}
        onChange={outcome => onChange({...draft, outcome})}
        choices={(draft.way === null ? [] : outcomesOf(draft.way)).map(outcome => ({value: outcome, label: t(`codes:outcome.${outcome}`)}))}
      />
      {asksSeenAlone(draft) && (
        <RadioGroup
          id="seen-alone"
          label={t('contact:seenAlone.title')}
          look="inline"
          value={draft.seenAlone === null ? null : draft.seenAlone ? 'yes' : 'no'}
          choices={[
            {value: 'yes', label: t('contact:seenAlone.yes')},
            {value: 'no', label: t('contact:seenAlone.no')},
          ]}
          onChange={answer => onChange({...draft, seenAlone: answer === 'yes'})}
        />
      )}
      <TextArea
        id="note"
        label={t('contact:note.title')}
        hint={name === null ? t('contact:note.hintNobody') : t('contact:note.hint', {name})}
        rows={8}
        value={draft.text}
        error={error('note')}
        {...spelling}
        onChange={text => onChange({...draft, text})}
        onLeave={onLeave}
      />
      <RadioGroup
        id="note-language"
        label={t('contact:note.language')}
        look="inline"
        value={draft.lang}
        onChange={lang => onChange({...draft, lang})}
        choices={[
          {value: 'cy', label: t('contact:note.language.cy')},
          {value: 'en', label: t('contact:note.language.en')},
          {value: 'mixed', label: t('contact:note.language.mixed')},
        ]}
      />
      <ContactMore draft={draft} errors={errors} onChange={onChange} onLeave={onLeave} />
      <DateField
        id="next"
        label={t('contact:next.title')}
        hint={t('contact:next.hint')}
        value={draft.next}
        error={error('next')}
        onChange={next => onChange({...draft, next})}
      />
      <h2 className="govuk-heading-m">{t('contact:actions.title')}</h2>
      <Notice>
        <p>{t('contact:actions.visible')}</p>
      </Notice>
      {draft.actions.map((action, index) => (
        <ActionFields
          key={action.key}
          action={action}
          number={index + 1}
          name={name}
          errors={errors}
          {...spelling}
          onChange={changed => onChange({...draft, actions: draft.actions.map(each => (each.key === changed.key ? changed : each))})}
          onRemove={() => onChange({...draft, actions: draft.actions.filter(each => each.key !== action.key)})}
        />
      ))}
      <Button look="second" onPress={() => onChange({...draft, actions: [...draft.actions, newAction(vault.newId())]})}>
        {t('contact:actions.add')}
      </Button>
    </>
  );
}

function When({draft, today, errors, onChange}: Omit<DetailsProps, 'name' | 'onLeave'>) {
  const {t} = useText();
  const [typed, setTyped] = useState(false);
  const error = (field: string) => errors.find(each => each.field === field)?.message;
  const day = typed ? 'other' : quickDay(draft, today);

  function choose(chosen: 'today' | 'yesterday' | 'other') {
    setTyped(chosen === 'other');
    onChange({...draft, date: chosen === 'other' ? NO_DATE : partsFromDate(addDays(today, chosen === 'today' ? 0 : -1))});
  }

  return (
    <>
      <RadioGroup
        id="day"
        label={t('contact:when.title')}
        legendSize="m"
        look="inline"
        value={day}
        onChange={choose}
        choices={[
          {value: 'today', label: t('contact:when.today')},
          {value: 'yesterday', label: t('contact:when.yesterday')},
          {value: 'other', label: t('contact:when.other')},
        ]}
      />
      {day === 'other' && (
        <DateField
          id="date"
          label={t('contact:when.date')}
          value={draft.date}
          error={error('date')}
          onChange={date => onChange({...draft, date})}
        />
      )}
      <TimeField
        id="time"
        label={t('contact:when.time')}
        value={draft.time}
        error={error('time')}
        onChange={time => onChange({...draft, time})}
      />
    </>
  );
}
