/** So much, and how often where it flows: one line of words wherever an amount of a money plan is read, also in work that has not arrived. */
import {textsIn} from '#domain/filed-words/filed-words.ts';
import {moneyAmountSchema, type MoneyAmount} from '#domain/money-plan/money-plan.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Text} from '#client/i18n/text.ts';

export const isAmount = (value: unknown): value is MoneyAmount => moneyAmountSchema.safeParse(value).success;

export function amountWords({t, format}: Pick<Text, 't' | 'format'>, {pence, every}: MoneyAmount): string {
  return every === null ? format.money(pence) : `${format.money(pence)}, ${t(`codes:howOften.${every}`)}`;
}

interface Said {
  /** What the money is, how much and how often, in words of the screen; null where the work is of no amount. */
  readonly line: string | null;
  readonly texts: readonly Words[];
}

/** What somebody wrote in a piece of work: a code is not their words, and an amount is theirs like any. */
export function saidIn(text: Pick<Text, 't' | 'has' | 'format'>, body: unknown): Said {
  const {what, amount} = (body ?? {}) as {readonly what?: unknown; readonly amount?: unknown};
  if (!isAmount(amount)) return {line: null, texts: textsIn(body)};
  const key = `codes:moneyLine.${String(what)}`;
  const named = text.has(key) ? [text.t(key)] : [];
  return {line: [...named, amountWords(text, amount)].join(': '), texts: textsIn({...(body as object), what: null, amount: null})};
}
