/**
 * What is kept of a line while somebody writes it, and what it is as a command. Every field is kept as it was typed; an
 * amount becomes pence only when it can be meant in one way.
 */
import * as z from 'zod/mini';
import {groupOfLine, HOW_OFTEN, isFlow, MONEY_LINES, needsWords, type MoneyGroup} from '#domain/money-plan/codes.ts';
import type {MoneyAmount} from '#domain/money-plan/money-plan.ts';
import {sameValue} from '#domain/shared/heads.ts';
import {seenOps} from '#domain/shared/record.ts';
import type {MoneyLine} from '#client/case/money/money-plan-records.ts';
import {penceOf, typedPence} from '#client/forms/typed-pence.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import type {Translate} from '#client/i18n/text.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

const valueSchema = z.object({
  what: z.nullable(z.enum(MONEY_LINES)),
  amount: z.string(),
  every: z.nullable(z.enum(HOW_OFTEN)),
  words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
/** `began`: what stood there when they began, by the ops in `bases`. Only what they changed goes out, also days later. */
const draftSchema = z.object({began: valueSchema, value: valueSchema, bases: z.record(z.string(), z.array(z.string()))});
export type LineValue = z.infer<typeof valueSchema>;
export type LineDraft = z.infer<typeof draftSchema>;
export const readLineDraft = readAs(draftSchema);

export function newLine(lang: 'cy' | 'en'): LineDraft {
  const empty: LineValue = {what: null, amount: '', every: null, words: {text: '', lang}};
  return {began: empty, value: empty, bases: {}};
}

export function lineBegun(line: MoneyLine, language: 'cy' | 'en'): LineDraft {
  const {what, amount, words} = line.data;
  const began: LineValue = {what, amount: typedPence(amount.pence), every: amount.every, words: wordsInHand(words, language)};
  return {began, value: began, bases: {amount: seenOps(line, 'amount'), words: seenOps(line, 'words')}};
}

export function lineIn({what, amount, every, words}: LineValue): {amount: MoneyAmount | null; words: ReturnType<typeof wordsOf>} {
  const pence = penceOf(amount);
  const flows = what !== null && isFlow(groupOfLine(what));
  return {amount: pence === null || (flows && every === null) ? null : {pence, every: flows ? every : null}, words: wordsOf(words)};
}

/** The fields that they changed. */
export function lineChanged({began, value}: LineDraft): {amount?: MoneyAmount; words?: ReturnType<typeof wordsOf>} {
  const [before, now] = [lineIn(began), lineIn(value)];
  return {
    ...(now.amount !== null && !sameValue(before.amount, now.amount) ? {amount: now.amount} : {}),
    ...(sameValue(before.words, now.words) ? {} : {words: now.words}),
  };
}

/** What keeps it from being saved, each at its field. */
export function lineFaults(value: LineValue, group: MoneyGroup, t: Translate): readonly FormError[] {
  const {what, amount, every, words} = value;
  if (what === null || groupOfLine(what) !== group) return [{field: 'what', message: t('money-plan:what.missing')}];
  const faults: FormError[] = [];
  if (amount.trim() === '') faults.push({field: 'amount', message: t('money-plan:amount.missing')});
  else if (penceOf(amount) === null) faults.push({field: 'amount', message: t('money-plan:amount.wrong')});
  if (isFlow(group) && every === null) faults.push({field: 'every', message: t('money-plan:every.missing')});
  if (needsWords(what) && wordsOf(words) === null) faults.push({field: 'words', message: t('money-plan:words.missing')});
  if (isTooLong(words)) faults.push({field: 'words', message: t('common:words.tooLong')});
  return faults;
}
