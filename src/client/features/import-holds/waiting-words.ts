/**
 * Files, reasons, columns and cells of an import in the reader's words. A reason of a newer server gets the general
 * sentence, a file or a column of one stays as it is written.
 */
import {date} from '#domain/shared/calendar-date.ts';
import type {Text, TextKey, Translate} from '#client/i18n/text.ts';
import type {ImportCell} from '#client/sync/contract.ts';

export function fileWords(file: string, {t, has}: Text): string {
  const key = `import-holds:file.${nameOf(file)}`;
  return has(key) ? t(key) : file;
}

export function reasonWords(reason: string, {t, has}: Text): string {
  const key = `import-holds:reason.${reason}`;
  return t(has(key) ? key : 'import-holds:reason.other');
}

/** The name of a column, by its file where the same heading means something else there; null for one that has no name here. */
export function columnWords(file: string, column: string | null, {t, has}: Text): string | null {
  const key = [`import-columns:${nameOf(file)}.${column}`, `import-columns:${column}`].find(has);
  return key === undefined ? null : t(key);
}

const nameOf = (file: string) => file.replace('.csv', '');

/** Lists of the old system and the names of their codes. */
const LISTS: Readonly<Record<string, string>> = {
  category: 'category',
  activity: 'activity',
  accommodation: 'home',
  legalStatus: 'legalStatus',
  reasonCeased: 'reasonCeased',
  planStatus: 'planStatus',
  planSection: 'section',
  planResponse: 'planResponse',
  viewsHow: 'viewsGiven',
  reviewType: 'reviewType',
  programmeStatus: 'programme',
  actionStatus: 'actionStatus',
  contactType: 'contactType',
  outcome: 'outcome',
  spendType: 'spend',
  purpose: 'purpose',
  urgency: 'urgency',
  fundStatus: 'fundStatus',
  paymentMethod: 'payment',
  evidence: 'evidence',
  enrolmentDecision: 'enrolment',
  frequency: 'frequency',
  closingReason: 'closing',
  rentPaid: 'rentPaid',
  savingsBand: 'savings',
  debtBand: 'debt',
  alert: 'alert',
  birthDateStatus: 'birthDate',
  sex: 'sex',
  language: 'language',
  inTouch: 'inTouch',
  immigration: 'immigration',
  suitability: 'suitability',
};

/** The name of a code; what the old system wrote where the app has no name for it. */
export function codeWords(list: string | null, code: string, written: string, t: Translate): string {
  const names = list === null ? undefined : LISTS[list];
  // The old system's answer for somebody who has died is no category of ours.
  if (names === undefined || (names === 'category' && code === 'died')) return written;
  return t(`codes:${names}.${code}` as TextKey);
}

/** What the importer reads in a cell; null where it reads nothing, or only what is written there anyway. */
export function readWords(cell: ImportCell, {t, format}: Text): string | null {
  const {read, reading, list, choices} = cell;
  if (read === null) return null;
  switch (reading) {
    case 'date':
      return format.longDate(date(read));
    case 'list':
      return codeWords(list, read, choices.find(({code}) => code === read)?.written ?? read, t);
    case 'flag':
      return t(read === 'true' ? 'import-holds:flag.true' : 'import-holds:flag.false');
    case 'money':
      return format.money(Number(read));
    case 'staff':
    case 'number':
    case 'text':
    case 'line':
      return null;
  }
}
