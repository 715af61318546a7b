/** What is due of a person: what presses first; what comes later and what was done fold away. Actions stand with the promises. */
import {addMonths} from '#domain/shared/calendar-date.ts';
import type {Deadline} from '#domain/deadline/deadline.ts';
import {isEvent} from '#domain/deadline/deadline.ts';
import {useText} from '#client/i18n/text.ts';
import {CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {DeadlineCard} from './deadline-card.tsx';
import type {PartProps} from './part.ts';
import {useDeadlines} from './use-deadlines.ts';

const DONE_SHOWN_MONTHS = 24;

export function Deadlines({person, today}: PartProps) {
  const {t} = useText();
  const all = useDeadlines(person.id, today).filter(({what}) => what !== 'action');
  const pressing = all.filter(({state, what}) => ['overdue', 'due_today', 'due_soon', 'on_hold'].includes(state) && !isEvent(what));
  const later = all.filter(deadline => deadline.state !== 'met' && !pressing.includes(deadline));
  const since = addMonths(today, -DONE_SHOWN_MONTHS);
  const done = all.filter(({state, what, metOn}) => state === 'met' && !isEvent(what) && metOn !== null && metOn >= since);
  const list = (deadlines: readonly Deadline[]) => (
    <CardList>
      {deadlines.map(deadline => (
        <li key={[deadline.rule, deadline.what, deadline.subject, deadline.dueOn, deadline.frozenOn].join()}>
          <DeadlineCard deadline={deadline} person={person.id} today={today} />
        </li>
      ))}
    </CardList>
  );
  return (
    <Section title={t('deadlines:title')}>
      {pressing.length === 0 ? <p className="govuk-body">{t('deadlines:none', {name: person.knownAs})}</p> : list(pressing)}
      {later.length > 0 && <Details summary={t('deadlines:later')}>{list(later.toSorted(byDate))}</Details>}
      {done.length > 0 && <Details summary={t('deadlines:done')}>{list(done.toSorted(byDate).toReversed())}</Details>}
    </Section>
  );
}

const byDate = (one: Deadline, other: Deadline): number => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0);
