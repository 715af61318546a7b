/** The draft of a form about an activity: what is kept of it, what is wrong with it, and what of it is said to the domain. What its code does not take is not sent. */
import * as z from 'zod/mini';
import {isTrainingOrWork, MOST_HOURS, MOST_LEVEL, NEET_REASONS, takesNeetReason, type NeetReason} from '#domain/learning-work/codes.ts';
import {ACTIVITIES, type ActivityCode} from '#domain/young-person/codes.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Translate} from '#client/i18n/text.ts';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate, type DateParts} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {isTooLongLine, isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {wordsInHand, wordsOf} from '#client/forms/words-draft.ts';

export const datePart = z.object({day: z.string(), month: z.string(), year: z.string()});
const code = z.enum(['', ...ACTIVITIES]);

export const activityDraft = z.object({
  code,
  since: datePart,
  what: z.string(),
  where: z.string(),
  expectedEnd: datePart,
  hours: z.string(),
  level: z.string(),
  training: z.enum(['', 'yes', 'no']),
  neetReason: z.enum(['', ...NEET_REASONS]),
  startsOn: datePart,
  startsAs: code,
  words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
export type ActivityDraft = z.infer<typeof activityDraft>;

const parts = (on: CalendarDate | null | undefined): DateParts => (on ? partsFromDate(on) : NO_DATE);
const numeral = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

export function startOfDraft(data: Partial<DataOf<'activity'>>, language: 'cy' | 'en'): ActivityDraft {
  return {
    code: data.code ?? '',
    since: parts(data.since),
    what: data.what ?? '',
    where: data.where ?? '',
    expectedEnd: parts(data.expectedEndOn),
    hours: numeral(data.hours),
    level: numeral(data.level),
    training: data.isTraining === true ? 'yes' : data.isTraining === false ? 'no' : '',
    neetReason: data.neetReason ?? '',
    startsOn: parts(data.startsOn),
    startsAs: data.startsAs ?? '',
    words: wordsInHand(data.words, language),
  };
}

const EDUCATION: ReadonlySet<string> = new Set(['F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'custody_education']);
/** Which questions a code asks. */
export const asksCourse = (chosen: ActivityCode | ''): boolean => chosen !== '' && EDUCATION.has(chosen);
export const asksPlace = (chosen: ActivityCode | ''): boolean =>
  asksCourse(chosen) || (chosen !== '' && (isTrainingOrWork(chosen) || chosen === 'volunteering' || chosen === 'awaiting_start'));

const whole = (typed: string, least: number, most: number): number | null => {
  const number = /^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : null;
};
const line = (typed: string): string | null => keepableWords(typed).trim() || null;

export interface SaidOfActivity {
  readonly code: ActivityCode;
  readonly since: CalendarDate;
  readonly what: string | null;
  readonly where: string | null;
  readonly expectedEndOn: CalendarDate | null;
  readonly hours: number | null;
  readonly level: number | null;
  readonly isTraining: boolean | null;
  readonly neetReason: NeetReason | null;
  readonly startsOn: CalendarDate | null;
  readonly startsAs: ActivityCode | null;
  readonly words: (DataOf<'activity'>['words'] & object) | null;
}

/** Null while there is something wrong with it. */
export function saidIn(draft: ActivityDraft): SaidOfActivity | null {
  const since = dateFromParts(draft.since);
  const {code: chosen} = draft;
  if (chosen === '' || since === null) return null;
  const place = asksPlace(chosen);
  const waits = chosen === 'awaiting_start';
  return {
    code: chosen,
    since,
    what: place ? line(draft.what) : null,
    where: place ? line(draft.where) : null,
    expectedEndOn: place && !waits ? dateFromParts(draft.expectedEnd) : null,
    hours: place && !waits ? whole(draft.hours, 1, MOST_HOURS) : null,
    level: asksCourse(chosen) ? whole(draft.level, 0, MOST_LEVEL) : null,
    isTraining: isTrainingOrWork(chosen) && draft.training !== '' ? draft.training === 'yes' : null,
    neetReason: takesNeetReason(chosen) && draft.neetReason !== '' ? draft.neetReason : null,
    startsOn: waits ? dateFromParts(draft.startsOn) : null,
    startsAs: waits && draft.startsAs !== '' ? draft.startsAs : null,
    words: wordsOf(draft.words),
  };
}

/** `id`: several forms of the kind stand on one screen. */
export function faultsIn(draft: ActivityDraft, today: CalendarDate, t: Translate, id: (field: string) => string): readonly FormError[] {
  const faults: FormError[] = [];
  const fault = (field: string, message: string) => faults.push({field: id(field), message});
  const {code: chosen} = draft;
  if (chosen === '') fault('code', t('learning:code.missing'));
  const since = dateFromParts(draft.since);
  if (since === null) fault('since', t('learning:date.missing'));
  else if (since > today) fault('since', t('learning:since.ahead'));
  if (asksPlace(chosen)) {
    if (isTooLongLine(draft.what)) fault('what', t('common:words.tooLong'));
    if (isTooLongLine(draft.where)) fault('where', t('common:words.tooLong'));
    if (chosen === 'awaiting_start') {
      const starts = dateFromParts(draft.startsOn);
      if (starts === null) fault('startsOn', t('learning:date.missing'));
      else if (since !== null && starts <= since) fault('startsOn', t('learning:startsOn.order'));
      if (draft.startsAs === '') fault('startsAs', t('learning:code.missing'));
    } else {
      const ends = dateFromParts(draft.expectedEnd);
      if (!isEmptyDate(draft.expectedEnd) && ends === null) fault('expectedEnd', t('learning:date.missing'));
      else if (since !== null && ends !== null && ends < since) fault('expectedEnd', t('learning:expectedEnd.order'));
      if (draft.hours.trim() !== '' && whole(draft.hours, 1, MOST_HOURS) === null) fault('hours', t('learning:hours.wrong'));
    }
    if (asksCourse(chosen) && draft.level.trim() !== '' && whole(draft.level, 0, MOST_LEVEL) === null)
      fault('level', t('learning:level.wrong'));
  }
  if (chosen === 'G5' && draft.neetReason === '') fault('neetReason', t('learning:neetReason.missing'));
  if (isTooLongText(draft.words.text)) fault('words', t('common:words.tooLong'));
  return faults;
}
