/** So much, and how often where it flows: one line of words wherever an amount of a money plan is read. */
import {moneyAmountSchema, type MoneyAmount} from '#domain/money-plan/money-plan.ts';
import type {Text} from '#client/i18n/text.ts';

export const isAmount = (value: unknown): value is MoneyAmount => moneyAmountSchema.safeParse(value).success;

export function amountWords({t, format}: Pick<Text, 't' | 'format'>, {pence, every}: MoneyAmount): string {
  return every === null ? format.money(pence) : `${format.money(pence)}, ${t(`codes:howOften.${every}`)}`;
}
