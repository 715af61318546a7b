/** Files, reasons and cells of an import in the reader's words. A reason of a newer server gets the general sentence. */
import {date} from '#domain/shared/calendar-date.ts';
import type {Text, TextKey, Translate} from '#client/i18n/text.ts';
import type {ImportCell} from '#client/sync/contract.ts';

const FILES = [
  'staff',
  'young_people',
  'looked_after_periods',
  'accommodation',
  'pathway_plans',
  'plan_sections',
  'plan_actions',
  'contacts',
  'fund_requests',
  'fund_budgets',
  'income_scheme',
  'income_checkins',
  'alerts',
] as const;

export const REASONS = [
  'DOB_MISSING',
  'DOB_FUTURE',
  'DATE_MISSING',
  'DATE_IMPOSSIBLE',
  'DATE_UNREADABLE',
  'DATE_FUTURE',
  'DATE_ORDER',
  'DUPLICATE_PERSON',
  'DUPLICATE_ROW',
  'UNKNOWN_PERSON',
  'UNKNOWN_PLAN',
  'UNKNOWN_STAFF',
  'UNKNOWN_REQUEST',
  'UNKNOWN_CODE',
  'UNKNOWN_COLUMN',
  'CATEGORY_CONFLICT',
  'SPELL_OVERLAP',
  'SPELL_GAP',
  'TWO_OPEN_SPELLS',
  'TWO_CURRENT_PLANS',
  'PHONE_AS_VISIT',
  'VISIT_AFTER_DEATH',
  'SELF_APPROVED',
  'PAID_BEFORE_DECIDED',
  'AMOUNT_UNREADABLE',
  'AMOUNT_NEGATIVE',
  'BI_OUTSIDE_WINDOW',
  'BI_NOT_ELIGIBLE',
  'TEXT_TOO_LONG',
  'ROW_CUT_OFF',
  'SET_ASIDE',
] as const;

export function fileWords(file: string, t: Translate): string {
  const known = FILES.find(name => `${name}.csv` === file);
  return known ? t(`import-holds:file.${known}`) : file;
}

export function reasonWords(reason: string, t: Translate): string {
  const known = REASONS.find(code => code === reason);
  return t(known ? `import-holds:reason.${known}` : 'import-holds:reason.other');
}

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
