/** What the lines of a scheme's report are called. */
import type {SCHEME_TABLES} from '#domain/income-scheme/scheme-report.ts';
import type {Text, TextKey} from '#client/i18n/text.ts';
import type {SchemeReportAnswer} from '#client/sync/contract.ts';

export type SchemeTable = (typeof SCHEME_TABLES)[number];

export const lineWords = (table: SchemeTable, key: string, {t, format}: Pick<Text, 't' | 'format'>): string =>
  table === 'finalMonths' ? format.monthAndYear(key) : t(`evaluation:${table}.${key}` as TextKey);

export const checkInWords = (
  {month, isAfter}: Pick<SchemeReportAnswer['report']['checkIns'][number], 'month' | 'isAfter'>,
  {t, format}: Pick<Text, 't' | 'format'>,
): string =>
  isAfter
    ? t('evaluation:checkIns.after', {months: t('counts:month', {count: month})})
    : t('evaluation:checkIns.month', {number: format.number(month)});
