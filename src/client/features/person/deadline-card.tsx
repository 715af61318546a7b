/** One deadline: what, by when, how it stands, and on asking the rule, where it stands in law and the dates behind it. */
import type {Deadline, DeadlineState, DeadlineWhat} from '#domain/deadline/deadline.ts';
import {isEvent} from '#domain/deadline/deadline.ts';
import {RULES, type RuleSource} from '#domain/deadline/rules.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText, type Text} from '#client/i18n/text.ts';
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

/** In words: how it stands, and its day. */
export function deadlineWords({t, format}: Pick<Text, 't' | 'format'>, deadline: Deadline, today: CalendarDate): string {
  const date = format.dateWithDays(deadline.dueOn, today);
  if (deadline.state === 'on_hold' && deadline.hold) return t('deadlines:hold', {date: format.longDate(deadline.hold.until)});
  if (isEvent(deadline.what)) return t('deadlines:on', {date});
  if (deadline.metOn !== null)
    return t(deadline.metOn > deadline.dueOn ? 'deadlines:met.late' : 'deadlines:met', {date: format.longDate(deadline.metOn)});
  if (deadline.state === 'overdue') return t('deadlines:was', {date});
  return deadline.state === 'due_today' ? t('deadlines:state.due_today') : t('deadlines:due', {date});
}

const TO_RECORD: readonly DeadlineWhat[] = ['first_visit', 'visit', 'visit_before_review', 'contact', 'agreed_contact', 'keep_trying'];
const TO_HOME: readonly DeadlineWhat[] = [
  'judge_suitability',
  'vacation_home',
  'bed_and_breakfast',
  'multi_agency_review',
  'check_when_i_am_ready',
  'when_i_am_ready_ends',
];
const TO_OVERVIEW: readonly DeadlineWhat[] = [
  'alert_review',
  'leave_expires',
  'access_request',
  'answer_complaint',
  'investigate_complaint',
];

/** Where it is done: the thing to do, not just the record. */
export function placeOfDeadline({what}: Deadline, person: Id): string | undefined {
  if (TO_RECORD.includes(what)) return `/record?person=${person}`;
  if (TO_HOME.includes(what)) return `/people/${person}/home`;
  if (TO_OVERVIEW.includes(what)) return `/people/${person}`;
  return isEvent(what) ? undefined : `/people/${person}/plan`;
}

interface DeadlineCardProps {
  readonly deadline: Deadline;
  readonly person: Id;
  readonly today: CalendarDate;
}

export function DeadlineCard({deadline, person, today}: DeadlineCardProps) {
  const text = useText();
  const {t} = text;
  const what = t(`deadlines:what.${deadline.what}`);
  const tone = TONES[deadline.state];
  return (
    <Card level={3} tone={tone === 'attention' ? 'attention' : 'plain'} title={what} to={placeOfDeadline(deadline, person)}>
      <p>
        <StatusText tone={tone}>{deadlineWords(text, deadline, today)}</StatusText>
      </p>
      <Details summary={t('deadlines:why')}>
        <Reasons deadline={deadline} />
      </Details>
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
  const {rule, interval, from, setting, frozenOn} = deadline;
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
          {label: t('reasons:interval'), value: interval && t(COUNTS[interval.unit], {count: interval.count})},
          {label: t('reasons:basis'), value: t(setting === null ? `reasons:basis.${basis}` : 'reasons:setting')},
          {label: t('reasons:source'), value: sources.map(source => sourceWords(text, source)).join('; ')},
          {label: t('reasons:ruleNumber'), value: isNumbered ? rule : null},
        ]}
      />
    </>
  );
}
