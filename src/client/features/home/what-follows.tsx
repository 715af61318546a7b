/** What comes to be due once a home is as a form says: visits where the authority provides it, and no visits where it does not. */
import {isUnder16OutsideWales} from '#domain/accommodation/outside-wales.ts';
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import type {Deadline, DeadlineWhat} from '#domain/deadline/deadline.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {EntryContext} from '#client/forms/entry-form.ts';
import {useText} from '#client/i18n/text.ts';
import {Notice} from '#client/ui/notice.tsx';

/** What hangs on a home. */
const OF_HOME: readonly DeadlineWhat[] = [
  'first_visit',
  'visit',
  'visit_before_review',
  'accommodation_review',
  'contact',
  'judge_suitability',
  'bed_and_breakfast',
];

interface WhatFollowsProps {
  readonly context: EntryContext;
  /** Records as they would be, new ones among them; the rules are asked as of the day on which the last of them begins. */
  readonly changed: readonly DomainRecord[];
}

function dueWith({vault, person, today}: EntryContext, changed: readonly DomainRecord[]): readonly Deadline[] {
  const ids = changed.map(({id}) => id);
  const file = [...vault.memory.file(person).filter(({id}) => !ids.includes(id)), ...changed];
  const settings = [...vault.memory.records(null, 'setting'), ...vault.memory.records(null, 'income-scheme')];
  return deadlinesOf(file, settings, today).filter(({what, state}) => OF_HOME.includes(what) && state !== 'met');
}

export function WhatFollows({context, changed}: WhatFollowsProps) {
  const {t, format} = useText();
  if (changed.length === 0) return null;
  const begins = changed.at(-1)?.data['startOn'];
  const on = typeof begins === 'string' && begins > context.today ? (begins as typeof context.today) : context.today;
  const due = dueWith({...context, today: on}, changed);
  const born = context.vault.memory.records(context.person, 'young-person')[0]?.data.birthDates.at(-1)?.date;
  const isProvided = changed.at(-1)?.data['providedByAuthority'] ?? null;
  return (
    <Notice title={t('home:follows')} say>
      <p>{t(isProvided === null ? 'home:provided.notSaid' : isProvided === true ? 'home:follows.provided' : 'home:follows.notProvided')}</p>
      {changed.some(each => isKind(each, 'stay') && each.data.endOn === null && isUnder16OutsideWales(each.data, born, on)) && (
        <p>{t('home:under16Outside')}</p>
      )}
      {due.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {due.map(({what, dueOn, subject}) => (
            <li key={`${what} ${subject ?? ''}`}>
              {t('home:follows.due', {what: t(`deadlines:what.${what}`), date: format.longDate(dueOn)})}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
