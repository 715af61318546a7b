/** Pieces of which the drafts of the fund's forms are made, and what is wrong with an amount as it was typed. */
import * as z from 'zod/mini';
import {penceFromTyped, type Pence} from '#domain/shared/money.ts';
import type {Translate} from '#client/i18n/text.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

export const wordsPart = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
export const datePart = z.object({day: z.string(), month: z.string(), year: z.string()});

/** Nothing typed and nothing meant are different from an amount that cannot be read. */
export const amountOf = (typed: string): Pence | null => (typed.trim() === '' ? null : penceFromTyped(typed));

/** As it would be typed: "120" or "120.50". */
export const typedFrom = (pence: Pence | null): string =>
  pence === null ? '' : pence % 100 === 0 ? String(pence / 100) : `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;

export function amountFault(field: string, typed: string, t: Translate): FormError | null {
  if (typed.trim() === '') return {field, message: t('fund:amount.missing')};
  const pence = penceFromTyped(typed);
  if (pence === null) return {field, message: t('fund:amount.wrong')};
  return pence === 0 ? {field, message: t('fund:amount.nothing')} : null;
}
