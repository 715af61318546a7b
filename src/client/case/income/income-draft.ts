/** Pieces of which the drafts about a place in a scheme are made, and what is wrong with a day or a month as it was typed. */
import * as z from 'zod/mini';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Translate} from '#client/i18n/text.ts';
import {dateFromParts, monthFromParts, type DateParts, type MonthParts} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

export const datePart = z.object({day: z.string(), month: z.string(), year: z.string()});
export const monthPart = z.object({month: z.string(), year: z.string()});

export function dayFaults(field: string, typed: DateParts, today: CalendarDate, t: Translate): readonly FormError[] {
  const on = dateFromParts(typed);
  if (on === null) return [{field, message: t('income:date.missing')}];
  return on > today ? [{field, message: t('income:date.ahead')}] : [];
}

export const monthFaults = (field: string, typed: MonthParts, t: Translate): readonly FormError[] =>
  monthFromParts(typed) === null ? [{field, message: t('income:month.missing')}] : [];

export const countFrom = (typed: string): number | null => (/^\d{1,3}$/u.test(typed.trim()) ? Number(typed) : null);
export const countFaults = (field: string, typed: string, t: Translate): readonly FormError[] =>
  countFrom(typed) === null ? [{field, message: t('income:payments.made.wrong')}] : [];
