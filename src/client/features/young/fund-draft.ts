/**
 * What is kept of asking the fund while somebody writes, and what it is as a command. Every field is kept as it was typed;
 * an amount becomes pence only when it can be meant in one way.
 */
import * as z from 'zod/mini';
import {SPEND_TYPES, URGENCIES, type SpendType} from '#domain/fund/codes.ts';
import {ALL_SECTIONS} from '#domain/pathway-plan/codes.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Pence} from '#domain/shared/money.ts';
import {penceOf, typedPence} from '#client/forms/typed-pence.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import type {WordsInHand} from '#client/forms/words-field.tsx';
import type {Translate} from '#client/i18n/text.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

/** The key of the one request that is being written. */
export const ASK_DRAFT = 'fund-ask/own';
/** The first word of the other forms' keys; the request is the second. */
export const CHANGE = 'fund-change';
export const ANSWER = 'fund-answer';
export const PAPER = 'fund-paper';
export const WITHDRAW = 'fund-withdraw';
export const OUTCOME = 'fund-outcome';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const askSchema = z.object({
  spendType: z.nullable(z.enum(SPEND_TYPES)),
  words,
  difference: words,
  triedElsewhere: words,
  knows: z.nullable(z.enum(['known', 'unknown'])),
  amount: z.string(),
  urgency: z.enum(URGENCIES),
  section: z.nullable(z.enum(ALL_SECTIONS)),
});
export type AskDraft = z.infer<typeof askSchema>;
export const readAskDraft = readAs(askSchema);

/** `began`: what stood there when they began, by the ops in `bases`. Only what they changed themselves goes out, also days later. */
const changeSchema = z.object({began: askSchema, value: askSchema, bases: z.record(z.string(), z.array(z.string()))});
export type ChangeDraft = z.infer<typeof changeSchema>;
export const readChangeDraft = readAs(changeSchema);

export const TEXTS = ['words', 'difference', 'triedElsewhere'] as const;

export function emptyAsk(lang: 'cy' | 'en'): AskDraft {
  const none: WordsInHand = {text: '', lang};
  return {spendType: null, words: none, difference: none, triedElsewhere: none, knows: null, amount: '', urgency: 'normal', section: null};
}

/** As the request stands, to be written on. */
export function askOf(data: DataOf<'fund-request'>, language: 'cy' | 'en'): AskDraft {
  return {
    spendType: data.spendType,
    words: wordsInHand(data.words, language),
    difference: wordsInHand(data.difference, language),
    triedElsewhere: wordsInHand(data.triedElsewhere, language),
    knows: data.askedPence === null ? 'unknown' : 'known',
    amount: data.askedPence === null ? '' : typedPence(data.askedPence),
    urgency: data.urgency ?? 'normal',
    section: data.section ?? null,
  };
}

/** Nobody asks for nothing. */
const amountOf = ({knows, amount}: AskDraft): Pence | null => (knows === 'known' ? penceOf(amount) : null);

/** The fields of the command, as far as they are there. */
export function askedIn(draft: AskDraft) {
  return {
    spendType: draft.spendType,
    askedPence: amountOf(draft),
    words: wordsOf(draft.words),
    difference: wordsOf(draft.difference),
    triedElsewhere: wordsOf(draft.triedElsewhere),
    urgency: draft.urgency,
    section: draft.section,
  };
}

type Asked = ReturnType<typeof askedIn>;

/** The fields that they changed. */
export function changedIn({began, value}: ChangeDraft): Partial<Asked> {
  const before: Asked = askedIn(began);
  return Object.fromEntries(
    Object.entries(askedIn(value)).filter(([field, now]) => JSON.stringify(now) !== JSON.stringify(before[field as keyof Asked])),
  );
}

/** What keeps it from being sent, each at its field. `allowed`: what the authority pays for. */
export function faultsOf(draft: AskDraft, allowed: readonly (SpendType | null)[], t: Translate): readonly FormError[] {
  const faults: FormError[] = [];
  if (!allowed.includes(draft.spendType)) faults.push({field: 'type', message: t('young:ask.type.missing')});
  if (wordsOf(draft.words) === null) faults.push({field: 'words', message: t('young:ask.words.missing')});
  if (draft.knows === null) faults.push({field: 'cost', message: t('young:ask.cost.missing')});
  if (draft.knows === 'known' && draft.amount.trim() === '') faults.push({field: 'amount', message: t('young:ask.amount.missing')});
  else if (draft.knows === 'known' && amountOf(draft) === null) faults.push({field: 'amount', message: t('young:ask.amount.wrong')});
  for (const field of TEXTS) if (isTooLong(draft[field])) faults.push({field, message: t('common:words.tooLong')});
  return faults;
}

/** What was written and would be missed, of any form about a request. */
export function writtenIn(form: string, stored: unknown): readonly string[] {
  const value = stored as {readonly text?: unknown; readonly supplier?: unknown; readonly words?: {readonly text?: unknown}} | null;
  const change = form === CHANGE ? readChangeDraft(stored) : null;
  const texts: readonly unknown[] = change
    ? TEXTS.filter(field => change.value[field].text !== change.began[field].text).map(field => change.value[field].text)
    : [value?.text, value?.supplier, value?.words?.text];
  return texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}

export const keyFor = (form: string, request: Id): string => `${form}/${request}`;
