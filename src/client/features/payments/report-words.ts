/** What the lines of the fund's report are called: the codes of each table in words. */
import type {FundReport} from '#domain/fund/fund-report.ts';
import type {Text, TextKey} from '#client/i18n/text.ts';

/** In the order in which they are read. */
export const TABLES = [
  'bySpend',
  'byPurpose',
  'byAge',
  'byCategory',
  'byOutcome',
  'refusals',
] as const satisfies readonly (keyof FundReport)[];
export type ReportTable = (typeof TABLES)[number];

const KEYS: Readonly<Record<ReportTable, readonly string[]>> = {
  bySpend: ['codes:spend.'],
  byPurpose: ['codes:purpose.'],
  byAge: ['payments:report.age.'],
  byCategory: ['codes:category.'],
  byOutcome: ['payments:report.outcome.', 'codes:fundOutcome.'],
  refusals: ['codes:fundRefusal.'],
};

export function rowWords(table: ReportTable, code: string, {t, has}: Pick<Text, 't' | 'has'>): string {
  const key = KEYS[table].map(start => `${start}${code}`).find(each => has(each));
  return key === undefined ? t('payments:report.notStated') : t(key as TextKey);
}
