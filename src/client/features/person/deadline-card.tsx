/** One deadline: what, by when, how it stands, and on asking the rule, where it stands in law and the dates behind it. */
import type {Deadline, DeadlineState} from '#domain/deadline/deadline.ts';
import {RULES, type RuleSource} from '#domain/deadline/rules.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {may} from '#domain/access/permissions.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {deadlineWords, placeOfDeadline} from '#client/case/deadlines/deadline-words.ts';
import {Held, HoldForm} from './hold-form.tsx';
import {Card} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

const TONES: Readonly<Record<DeadlineState, Tone>> = {
  overdue: 'attention',
  due_today: 'attention',
  due_soon: 'waiting',
  on_hold: 'calm',
  not_due: 'calm',
  met: 'good',
};

interface DeadlineCardProps {
  readonly deadline: Deadline;
  readonly person: Id;
  readonly today: CalendarDate;
}

export function DeadlineCard({deadline, person, today}: DeadlineCardProps) {
  const text = useText();
  const {t} = text;
  const {vault} = useOpenVault();
  const what = t(`deadlines:what.${deadline.what}`);
  const tone = TONES[deadline.state];
  return (
    <Card level={3} tone={tone === 'attention' ? 'attention' : 'plain'} title={what} to={placeOfDeadline(deadline, person)}>
      <p>
        <StatusText tone={tone}>{deadlineWords(text, deadline, today)}</StatusText>
      </p>
      {deadline.state === 'on_hold' && <Held deadline={deadline} person={person} />}
      <Details summary={t('deadlines:why')}>
        <Reasons deadline={deadline} />
      </Details>
      {(deadline.state === 'overdue' || deadline.state === 'due_today' || deadline.state === 'due_soon') &&
        deadline.what !== 'keep_trying' &&
        may(vault.session.role, 'deadline.hold', true) && (
          <Details summary={t('reasons:hold')}>
            <HoldForm deadline={deadline} person={person} today={today} />
          </Details>
        )}
    </Card>
  );
}

function sourceWords({t}: Pick<Text, 't'>, {instrument, kind, number}: RuleSource): string {
  const title = t(`reasons:instrument.${instrument}`);
  return kind === 'whole' ? title : `${title}, ${t(`reasons:provision.${kind}`, {number})}`;
}

const COUNTS = {
  days: 'counts:day',
  working_days: 'counts:workingDay',
  weeks: 'counts:week',
  months: 'counts:month',
  years: 'counts:year',
} as const;

function Reasons({deadline}: {readonly deadline: Deadline}) {
  const text = useText();
  const {t, format} = text;
  const {rule, interval, from, frozenOn} = deadline;
  const {basis, sources} = RULES[rule];
  const isNumbered = rule.startsWith('R-');
  return (
    <>
      <p>{t(`reasons:rule.${rule}`)}</p>
      {frozenOn !== null && <p>{t('reasons:frozen', {date: format.longDate(frozenOn)})}</p>}
      <SummaryList
        compact
        onlyKnown
        facts={[
          ...from.map(({what, on}) => ({label: t(`reasons:from.${what}`), value: format.longDate(on)})),
          {
            label: t('reasons:interval'),
            value: interval && interval.unit !== 'years' ? t(COUNTS[interval.unit], {count: interval.count}) : null,
          },
          {label: t('reasons:basis'), value: t(`reasons:basis.${basis}`)},
          {label: t('reasons:source'), value: sources.map(source => sourceWords(text, source)).join('; ')},
          {label: t('reasons:ruleNumber'), value: isNumbered ? rule : null},
        ]}
      />
    </>
  );
}
