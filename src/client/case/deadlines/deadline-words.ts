/** A deadline in a few words, and where it is done: for the file, for Today and for lists. */
import {isEvent, type Deadline, type DeadlineWhat} from '#domain/deadline/deadline.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Text} from '#client/i18n/text.ts';

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

/** The same of what a list knows: its day alone. */
export function dueWords({on}: {readonly on: CalendarDate}, {t, format}: Pick<Text, 't' | 'format'>, today: CalendarDate): string {
  const date = format.dateWithDays(on, today);
  return on < today ? t('deadlines:was', {date}) : on === today ? t('deadlines:state.due_today') : t('deadlines:due', {date});
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
/** Forms of the profile, over the record that the deadline is about. */
const TO_PROFILE: Partial<Readonly<Record<DeadlineWhat, string>>> = {
  alert_review: 'alert',
  access_request: 'request-answer',
  answer_complaint: 'complaint',
  investigate_complaint: 'complaint',
};

/** Where it is done: the thing to do, not just the record. */
export function placeOfDeadline({what, subject}: Pick<Deadline, 'what' | 'subject'>, person: Id): string | undefined {
  if (TO_RECORD.includes(what)) return `/record?person=${person}`;
  if (TO_HOME.includes(what)) return `/people/${person}/home`;
  const form = TO_PROFILE[what];
  if (form !== undefined && subject !== null) return `/people/${person}/profile/${form}?of=${subject}`;
  if ((what === 'fund_decision' || what === 'fund_evidence') && subject !== null) return `/people/${person}/money/${subject}`;
  if (what === 'check_in' && subject !== null) return `/people/${person}/income/${subject}/check-in`;
  if (what === 'programme_in_plan' || what === 'education_support') return `/people/${person}/learning`;
  if (what === 'leave_expires') return `/people/${person}/profile`;
  return isEvent(what) ? undefined : `/people/${person}/plan`;
}
