/** The form in which a manager corrects a date of birth, with what it moves in view before it is saved. */
import {SETTLED_BIRTH_DATES} from '#domain/young-person/profile-codes.ts';
import {ageOn, birthday} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {useText} from '#client/i18n/text.ts';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {codesOf} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryContext, type EntryForm} from '#client/forms/entry-form.ts';
import {NowAndThen, PreviewBox, standingWith} from './preview.tsx';

/** On these birthdays duties turn. */
const TURNING_AGES = [16, 18, 21, 25];

function Preview({entry, context}: {readonly entry: Entry; readonly context: EntryContext}) {
  const {t, format} = useText();
  const {own, today} = context;
  const bornOn = entry.date('date');
  const present = must(own.data.birthDates.at(-1), 'a young person has a date of birth');
  if (bornOn === null || bornOn > today || bornOn === present.date) return null;
  const changed = {
    ...own,
    data: {...own.data, birthDates: [...own.data.birthDates, {date: bornOn, status: 'verified' as const, heldFrom: today}]},
  };
  const on = own.data.diedOn ?? today;
  const ahead = TURNING_AGES.filter(age => birthday(bornOn, age) >= today);
  return (
    <PreviewBox>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {
            label: t('profile:preview.age'),
            value: <NowAndThen now={t('common:age', {age: ageOn(present.date, on)})} then={t('common:age', {age: ageOn(bornOn, on)})} />,
          },
          {
            label: t('person:identity.category'),
            value: (
              <NowAndThen
                now={t(`codes:category.${standingWith(context, null).category}`)}
                then={t(`codes:category.${standingWith(context, changed).category}`)}
              />
            ),
          },
          {
            label: t('profile:preview.birthdays'),
            value:
              ahead.length === 0 ? null : (
                <ul className="govuk-list">
                  {ahead.map(age => (
                    <li key={age}>{t('profile:preview.turns', {age, date: format.longDate(birthday(bornOn, age))})}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <p>{t('profile:preview.measured')}</p>
    </PreviewBox>
  );
}

export const BIRTH_DATE_FORM: EntryForm = {
  action: 'birth-date.correct',
  changes: 'young-person',
  fields: [
    {name: 'date', as: 'date', label: 'birthDate', needed: true},
    {name: 'status', as: 'radio', label: 'birthStatus', needed: true, choices: codesOf('birthDate', SETTLED_BIRTH_DATES)},
  ],
  begin: ({own}) => {
    const present = must(own.data.birthDates.at(-1), 'a young person has a date of birth');
    return {date: present.date, status: SETTLED_BIRTH_DATES.find(status => status === present.status) ?? null};
  },
  commands: (entry, {person, own}) => [
    send<'birth-date.correct'>({
      kind: 'birth-date.correct',
      record: own.id,
      person,
      // Only what they changed: another manager's date, set meanwhile, is not turned back by who saw a certificate.
      body: entry.changes({
        date: must(entry.date('date'), 'the form asks for a date'),
        status: must(entry.code('status', SETTLED_BIRTH_DATES), 'the form asks for it'),
      }).body,
    }),
  ],
  refusals: {
    'date_in_future date': 'profile:refusal.bornInFuture',
    'out_of_range date': 'profile:refusal.bornLongAgo',
    'dates_out_of_order date': 'profile:refusal.bornAfterDeath',
  },
  Preview,
};
