/**
 * Files about an income scheme. Its figures, in the words of whoever asks, as they may leave the team. And the lines of those who
 * agreed to its evaluation: codes, the same in both languages, so that files of every authority can be put together.
 */
import {SCHEME_SUMS, SCHEME_TABLES, withoutSmallSchemeNumbers, type SchemeReport} from '#domain/income-scheme/scheme-report.ts';
import {csvOf} from '#domain/shared/csv.ts';
import type {Text} from '#client/i18n/text.ts';
import type {EvaluationExport, SchemeReportAnswer} from '#client/sync/contract.ts';
import {checkInWords, lineWords} from './scheme-words.ts';

export function schemeReportFile({report, isReduced}: SchemeReportAnswer, text: Pick<Text, 't' | 'format'>): string {
  const {t} = text;
  // What came without small numbers is rounded already.
  const told: SchemeReport = isReduced ? report : withoutSmallSchemeNumbers(report);
  const sums = SCHEME_SUMS.map(sum => [t(`evaluation:${sum}`), told[sum], null]);
  const checkIns = told.checkIns.map(line => [`${t('evaluation:checkIns')}: ${checkInWords(line, text)}`, line.due, line.held]);
  const tables = SCHEME_TABLES.flatMap(table =>
    told[table].map(({key, people}) => [`${t(`evaluation:${table}`)}: ${lineWords(table, key, text)}`, people, null]),
  );
  return csvOf([[t('evaluation:scheme'), t('evaluation:people'), t('evaluation:checkIns.held')], ...sums, ...checkIns, ...tables]);
}

export const evaluationFile = ({columns, rows}: EvaluationExport): string => csvOf([columns, ...rows]);
