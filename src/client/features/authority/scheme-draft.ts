/** What is kept of an income scheme while it is set up, and what it is as a command. Everything is kept as it was typed. */
import * as z from 'zod/mini';
import {CHECK_IN_QUESTIONS, PAYMENT_FREQUENCIES} from '#domain/income-scheme/codes.ts';
import {OWN_QUESTIONS_LIMIT, type IncomeScheme} from '#domain/income-scheme/income-scheme.ts';
import type {KnownScheme} from '#domain/income-scheme/scheme.ts';
import type {Id} from '#domain/shared/ids.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {CATEGORIES} from '#domain/young-person/codes.ts';
import {keepableWords} from '#client/forms/keepable-words.ts';
import {readAs} from '#client/forms/use-draft.ts';
import type {Translate} from '#client/i18n/text.ts';
import {dateFromParts, isEmptyDate, isEmptyMonth, monthFromParts, NO_DATE, NO_MONTH, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

const datePart = z.object({day: z.string(), month: z.string(), year: z.string()});
const draftSchema = z.object({
  cy: z.string(),
  en: z.string(),
  turns: z.string(),
  from: datePart,
  until: datePart,
  categories: z.array(z.enum(CATEGORIES)),
  gross: z.string(),
  net: z.string(),
  payments: z.string(),
  frequencies: z.array(z.enum(PAYMENT_FREQUENCIES)),
  pauses: z.nullable(z.enum(['move', 'stay'])),
  closedOn: datePart,
  lastMonth: z.object({month: z.string(), year: z.string()}),
  checkIns: z.string(),
  after: z.string(),
  questions: z.array(z.enum(CHECK_IN_QUESTIONS)),
  own: z.array(z.object({cy: z.string(), en: z.string()})),
  reason: z.string(),
  /** The op that had made the scheme what it was when this was begun; null: none, it was not stored yet. */
  seen: z.optional(z.nullable(z.string())),
});
export type SchemeDraft = z.infer<typeof draftSchema>;
export const readSchemeDraft = readAs(draftSchema);
export const SCHEME_DRAFT = 'scheme';

const pounds = (pence: number) => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));

export function draftOf(scheme: KnownScheme | undefined, seen: Id | null): SchemeDraft {
  if (!scheme)
    return {
      cy: '',
      en: '',
      turns: '18',
      from: NO_DATE,
      until: NO_DATE,
      categories: ['C3'],
      gross: '',
      net: '',
      payments: '',
      frequencies: ['monthly'],
      pauses: null,
      closedOn: NO_DATE,
      lastMonth: NO_MONTH,
      checkIns: '',
      after: '3, 6, 12',
      questions: [...CHECK_IN_QUESTIONS],
      own: [],
      reason: '',
      seen,
    };
  const [year = '', month = ''] = scheme.lastPaymentMonth?.split('-') ?? [];
  return {
    cy: scheme.name.cy,
    en: scheme.name.en,
    turns: String(scheme.turns),
    from: partsFromDate(scheme.birthdayFrom),
    until: partsFromDate(scheme.birthdayUntil),
    categories: [...scheme.categories],
    gross: pounds(scheme.grossPence),
    net: pounds(scheme.netPence),
    payments: String(scheme.payments),
    frequencies: [...scheme.frequencies],
    pauses: scheme.pausesMoveEnd ? 'move' : 'stay',
    closedOn: scheme.closedOn === null ? NO_DATE : partsFromDate(scheme.closedOn),
    lastMonth: {month, year},
    checkIns: scheme.checkIns.join(', '),
    after: scheme.checkInsAfter.join(', '),
    questions: [...scheme.questions],
    own: scheme.ownQuestions.map(({cy, en}) => ({cy, en})),
    reason: '',
    seen,
  };
}

const whole = (typed: string, least: number, most: number): number | null => {
  const number = /^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : null;
};

/** "1, 3, 6": numbers in order, each once; null where something else was typed. */
function numbersFrom(typed: string, most: number): number[] | null {
  const parts = typed.split(/[\s,;]+/u).filter(part => part !== '');
  const numbers = parts.map(part => whole(part, 1, most));
  return numbers.every(number => number !== null) && new Set(numbers).size === numbers.length
    ? numbers.toSorted((one, other) => one - other)
    : null;
}

const line = (typed: string): string => keepableWords(typed).trim();
const LINE_LIMIT = 200;
const isLine = (typed: string): boolean => line(typed) !== '' && line(typed).length <= LINE_LIMIT;
const isUnasked = ({cy, en}: {cy: string; en: string}): boolean => line(cy) === '' && line(en) === '';

/** Every field as far as it can be read; what cannot is null. */
function read(draft: SchemeDraft) {
  return {
    turns: whole(draft.turns, 16, 24),
    birthdayFrom: dateFromParts(draft.from),
    birthdayUntil: dateFromParts(draft.until),
    grossPence: penceFromTyped(draft.gross),
    netPence: penceFromTyped(draft.net),
    payments: whole(draft.payments, 1, 60),
    closedOn: dateFromParts(draft.closedOn),
    lastPaymentMonth: monthFromParts(draft.lastMonth),
    checkIns: numbersFrom(draft.checkIns, 60),
    checkInsAfter: numbersFrom(draft.after, 36),
    ownQuestions: draft.own.filter(each => !isUnasked(each)).map(({cy, en}) => ({cy: line(cy), en: line(en)})),
  };
}

/** `isNew`: a change says why. `now`: the op that made the scheme what it is; one that a colleague changed meanwhile is not written over. */
export function schemeFaults(draft: SchemeDraft, {isNew, now}: {isNew: boolean; now: Id | null}, t: Translate): readonly FormError[] {
  const found = read(draft);
  const when = (is: boolean, field: string, message: string): FormError[] => (is ? [{field, message}] : []);
  const {payments, checkIns} = found;
  return [
    ...(draft.seen !== undefined && draft.seen !== now ? [{field: null, message: t('errors:refusal.state_moved')}] : []),
    ...when(!isLine(draft.cy), 'scheme-cy', t('authority:scheme.name.missing')),
    ...when(!isLine(draft.en), 'scheme-en', t('authority:scheme.name.missing')),
    ...when(found.turns === null, 'turns', t('authority:scheme.turns.wrong')),
    ...when(found.birthdayFrom === null, 'from', t('authority:scheme.date.wrong')),
    ...when(found.birthdayUntil === null, 'until', t('authority:scheme.date.wrong')),
    ...when(
      found.birthdayFrom !== null && found.birthdayUntil !== null && found.birthdayUntil < found.birthdayFrom,
      'until',
      t('authority:scheme.until.before'),
    ),
    ...when(draft.categories.length === 0, 'categories', t('authority:scheme.categories.missing')),
    ...when(found.grossPence === null, 'gross', t('authority:form.amount.wrong')),
    ...when(found.netPence === null, 'net', t('authority:form.amount.wrong')),
    ...when(
      found.grossPence !== null && found.netPence !== null && found.netPence > found.grossPence,
      'net',
      t('authority:scheme.net.above'),
    ),
    ...when(payments === null, 'payments', t('authority:scheme.payments.wrong')),
    ...when(draft.frequencies.length === 0, 'frequencies', t('authority:scheme.frequencies.missing')),
    ...when(draft.pauses === null, 'pauses', t('authority:scheme.pauses.missing')),
    ...when(!isEmptyDate(draft.closedOn) && found.closedOn === null, 'closed', t('authority:scheme.date.wrong')),
    ...when(!isEmptyMonth(draft.lastMonth) && found.lastPaymentMonth === null, 'last-month', t('authority:scheme.month.wrong')),
    ...when(checkIns === null, 'check-ins', t('authority:scheme.checkIns.wrong')),
    ...when(
      checkIns !== null && payments !== null && checkIns.some(month => month > payments),
      'check-ins',
      t('authority:scheme.checkIns.beyond'),
    ),
    ...when(found.checkInsAfter === null, 'after', t('authority:scheme.checkIns.wrong')),
    ...draft.own.flatMap((each, at) =>
      when(!isUnasked(each) && !(isLine(each.cy) && isLine(each.en)), `own-${at}`, t('authority:scheme.own.both')),
    ),
    ...when(!isNew && line(draft.reason) === '', 'reason', t('authority:scheme.reason.missing')),
    ...when(line(draft.reason).length > 1_000, 'reason', t('authority:form.reason.tooLong')),
  ];
}

/** Null while something cannot be read. */
export function schemeBody(draft: SchemeDraft): (IncomeScheme & {reason: string | null}) | null {
  const {turns, birthdayFrom, birthdayUntil, grossPence, netPence, payments, checkIns, checkInsAfter, ...rest} = read(draft);
  if (turns === null || birthdayFrom === null || birthdayUntil === null || grossPence === null || netPence === null) return null;
  if (payments === null || checkIns === null || checkInsAfter === null || draft.pauses === null) return null;
  return {
    ...rest,
    name: {cy: line(draft.cy), en: line(draft.en)},
    turns,
    birthdayFrom,
    birthdayUntil,
    grossPence,
    netPence,
    payments,
    checkIns,
    checkInsAfter,
    categories: draft.categories,
    frequencies: draft.frequencies,
    pausesMoveEnd: draft.pauses === 'move',
    questions: CHECK_IN_QUESTIONS.filter(question => draft.questions.includes(question)),
    reason: line(draft.reason) || null,
  };
}

export const mayAddQuestion = ({own}: SchemeDraft): boolean => own.length < OWN_QUESTIONS_LIMIT;
