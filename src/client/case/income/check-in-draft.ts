/** What is kept of a check-in while it is answered, and what it is as a command. A question that was passed over has no answer. */
import * as z from 'zod/mini';
import * as codes from '#domain/income-scheme/codes.ts';
import type {CheckInQuestion} from '#domain/income-scheme/codes.ts';
import type {OwnQuestion} from '#domain/income-scheme/income-scheme.ts';
import type {Id} from '#domain/shared/ids.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {ACTIVITIES} from '#domain/young-person/codes.ts';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs} from '#client/forms/use-draft.ts';
import type {Translate} from '#client/i18n/text.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {dateFromParts, isEmptyDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

const yesOrNo = z.nullable(z.enum(['yes', 'no']));
const draftSchema = z.object({
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
  paidOnTime: yesOrNo,
  coversEssentials: yesOrNo,
  rentPaid: z.nullable(z.enum(codes.RENT_PAID)),
  arrears: z.string(),
  savings: z.nullable(z.enum(codes.SAVINGS_BANDS)),
  debt: z.nullable(z.enum(codes.DEBT_BANDS)),
  moneyControlled: yesOrNo,
  benefitsChange: yesOrNo,
  activity: z.nullable(z.enum(ACTIVITIES)),
  home: z.nullable(z.enum(codes.HOME_ANSWERS)),
  wellbeing: z.nullable(z.int()),
  usedFor: z.string(),
  afterEnd: z.string(),
  supportWanted: z.string(),
  /** By the question's place in the scheme's list, with the words in which it was put. */
  own: z.array(z.object({cy: z.string(), en: z.string(), answer: z.string()})),
  lang: z.enum(['cy', 'en', 'mixed']),
});
export type CheckInDraft = z.infer<typeof draftSchema>;
export const readCheckInDraft = readAs(draftSchema);
export const CHECK_IN = 'check-in';

export const emptyCheckIn = (lang: 'cy' | 'en'): CheckInDraft => ({
  on: {day: '', month: '', year: ''},
  paidOnTime: null,
  coversEssentials: null,
  rentPaid: null,
  arrears: '',
  savings: null,
  debt: null,
  moneyControlled: null,
  benefitsChange: null,
  activity: null,
  home: null,
  wellbeing: null,
  usedFor: '',
  afterEnd: '',
  supportWanted: '',
  own: [],
  lang,
});

export const ownAnswer = ({own}: CheckInDraft, {cy, en}: OwnQuestion): string =>
  own.find(each => each.cy === cy && each.en === en)?.answer ?? '';
export const withOwnAnswer = ({own}: CheckInDraft, {cy, en}: OwnQuestion, answer: string): CheckInDraft['own'] => [
  ...own.filter(each => each.cy !== cy || each.en !== en),
  {cy, en, answer},
];

/** What is put to somebody: what the scheme asks. */
export interface Asked {
  readonly questions: readonly CheckInQuestion[];
  readonly ownQuestions: readonly OwnQuestion[];
}

/**
 * What the scheme asks, and what was answered before it stopped asking, or before it was said that payments have ended: nothing
 * goes out that is not in view, and nothing that is wrong is out of reach. The same words twice are one question.
 */
export function inView({questions, ownQuestions}: Asked, draft: CheckInDraft, isAfter: boolean): Asked {
  const asks = questions.filter(question => !(isAfter && codes.QUESTIONS_WHILE_PAID.includes(question)));
  const isAnswered = (question: CheckInQuestion) => draft[question] !== null && draft[question] !== '';
  const own = [...ownQuestions, ...draft.own.filter(({answer}) => answer !== '')];
  return {
    questions: [...asks, ...codes.CHECK_IN_QUESTIONS.filter(question => isAnswered(question) && !asks.includes(question))],
    ownQuestions: own.filter((each, at) => own.findIndex(({cy, en}) => cy === each.cy && en === each.en) === at),
  };
}

const TEXTS = ['usedFor', 'afterEnd', 'supportWanted'] as const;
const flag = (answer: 'yes' | 'no' | null): boolean | null => (answer === null ? null : answer === 'yes');
const textOf = (typed: string): string | null => {
  const kept = keepableWords(typed);
  return kept.trim() === '' ? null : kept;
};

const isEmpty = ({on: _on, lang: _lang, ...draft}: CheckInDraft): boolean =>
  draft.own.every(({answer}) => textOf(answer) === null) &&
  draft.arrears.trim() === '' &&
  TEXTS.every(field => textOf(draft[field]) === null) &&
  Object.values(draft).every(value => value === null || typeof value === 'string' || Array.isArray(value));

/** What keeps it from being saved, each at its question of those in view. */
export function checkInFaults(
  draft: CheckInDraft,
  ownQuestions: readonly OwnQuestion[],
  today: string,
  t: Translate,
): readonly FormError[] {
  const faults: FormError[] = [];
  if (!isEmptyDate(draft.on)) {
    const on = dateFromParts(draft.on);
    if (on === null) faults.push({field: 'check-in-on', message: t('income:date.missing')});
    else if (on > today) faults.push({field: 'check-in-on', message: t('income:date.ahead')});
  }
  if (isEmpty(draft)) faults.push({field: null, message: t('income:form.empty')});
  if (draft.arrears.trim() !== '' && penceFromTyped(draft.arrears) === null)
    faults.push({field: 'arrears', message: t('income:amount.wrong')});
  for (const field of TEXTS) if (isTooLongText(draft[field])) faults.push({field, message: t('common:words.tooLong')});
  ownQuestions.forEach((question, at) => {
    if (isTooLongText(ownAnswer(draft, question))) faults.push({field: `own-${at}`, message: t('common:words.tooLong')});
  });
  return faults;
}

export function checkInCommand(draft: CheckInDraft, record: Id, person: Id, enrolment: Id): NewCommand<'income-check-in.answer'> {
  const {
    on,
    arrears,
    own,
    lang,
    moneyControlled,
    paidOnTime,
    coversEssentials,
    benefitsChange,
    usedFor,
    afterEnd,
    supportWanted,
    ...chosen
  } = draft;
  return {
    kind: 'income-check-in.answer',
    record,
    person,
    body: {
      ...chosen,
      enrolment,
      on: isEmptyDate(on) ? null : dateFromParts(on),
      paidOnTime: flag(paidOnTime),
      coversEssentials: flag(coversEssentials),
      benefitsChange: flag(benefitsChange),
      moneyControlled: flag(moneyControlled),
      arrearsPence: arrears.trim() === '' ? null : penceFromTyped(arrears),
      usedFor: textOf(usedFor),
      afterEnd: textOf(afterEnd),
      supportWanted: textOf(supportWanted),
      own: own.flatMap(({cy, en, answer}) => {
        const kept = textOf(answer);
        return kept === null ? [] : [{cy, en, answer: kept}];
      }),
      lang,
    },
  };
}
