/**
 * A judged row to the drafts of the records it becomes. Pure: the same row gives the same drafts with the same ids.
 * Only imported rows become records; every filled column that does not wait lands in one, save the few listed here.
 */
import type {RecordDraft} from '#domain/import/record-draft.ts';
import {unreachable} from '#domain/shared/result.ts';
import {type ExtractFile, FILES} from './extract-columns.ts';
import type {JudgedRow} from './judged-row.ts';
import {budgetRecords, checkInRecords, enrolmentRecords, fundRequestRecords} from './money-records.ts';
import {alertRecords, periodRecords, personRecords, staffRecords, stayRecords} from './person-records.ts';
import {actionRecords, contactRecords, planContextOf, planRecords, sectionRecords} from './plan-records.ts';
import {type DraftContext, type PlanContext, RowDrafts} from './record-drafts.ts';

/** Columns that are in no record's data, and why nothing is lost. The original of every row is kept beside it. */
export const COLUMNS_WITHOUT_DATA: Readonly<Partial<Record<ExtractFile, Readonly<Record<string, string>>>>> = {
  'looked_after_periods.csv': {period_id: 'the id of the record follows from it'},
  'accommodation.csv': {
    spell_id: 'the id of the record follows from it',
    suitability_date: 'waits with a suitability that waits',
    suitability_reason: 'waits with a suitability that waits',
  },
  'pathway_plans.csv': {plan_id: 'the id of the record follows from it'},
  'plan_sections.csv': {section_id: 'the id of the record follows from it', lang: 'the language of words, where there are words'},
  'plan_actions.csv': {action_id: 'the id of the record follows from it'},
  'contacts.csv': {contact_id: 'the id of the record follows from it', lang: 'the language of the note, where there is a note'},
  'income_scheme.csv': {enrol_id: 'the id of the record follows from it'},
  'income_checkins.csv': {checkin_id: 'the id of the record follows from it'},
  'alerts.csv': {alert_id: 'the id of the record follows from it', yp_can_see: 'it decides the compartment'},
  'young_people.csv': {
    pa_staff_id: 'an adviser without a day of allocation is nobody’s adviser yet',
    allocated_date: 'a day without an adviser allocates nobody',
    eet_since: 'waits with an activity that waits',
  },
};

/** Turns rows into drafts in the order of an extract: of a plan it remembers what its sections and actions need. */
export class RecordWriter {
  readonly #authority: string;
  readonly #plans = new Map<string, PlanContext>();

  constructor(authority: string) {
    this.#authority = authority;
  }

  draftsOf(row: JudgedRow): readonly RecordDraft[] {
    if (row.file === 'pathway_plans.csv' && row.outcome === 'imported') this.#plans.set(row.key, planContextOf(row));
    return recordDrafts(row, {authority: this.#authority, plan: planKey => this.#plans.get(planKey) ?? null});
  }
}

export function recordDrafts(row: JudgedRow, context: DraftContext): readonly RecordDraft[] {
  const file = FILES.find(name => name === row.file);
  if (row.outcome !== 'imported' || file === undefined) return [];
  const [by, on] = AUTHORS[file];
  const drafts = new RowDrafts(row, context, by, on);
  addRecords(file, row, drafts);
  return drafts.drafts;
}

/** Which columns say who wrote a row and when. */
const AUTHORS: Readonly<Record<ExtractFile, readonly [string | null, string | null]>> = {
  'staff.csv': [null, null],
  'young_people.csv': ['pa_staff_id', 'last_updated'],
  'looked_after_periods.csv': [null, null],
  'accommodation.csv': [null, null],
  'pathway_plans.csv': ['author_staff_id', 'plan_date'],
  'plan_sections.csv': [null, 'updated_date'],
  'plan_actions.csv': ['owner_staff_id', 'status_date'],
  'contacts.csv': ['staff_id', 'contact_date'],
  'fund_requests.csv': ['requested_by', 'requested_date'],
  'fund_budgets.csv': ['holder_staff_id', null],
  'income_scheme.csv': [null, 'offered_date'],
  'income_checkins.csv': ['with_staff_id', 'checkin_date'],
  'alerts.csv': ['entered_by', 'start_date'],
};

function addRecords(file: ExtractFile, row: JudgedRow, drafts: RowDrafts): void {
  switch (file) {
    case 'staff.csv':
      return staffRecords(drafts);
    case 'young_people.csv':
      return personRecords(drafts);
    case 'looked_after_periods.csv':
      return periodRecords(drafts);
    case 'accommodation.csv':
      return stayRecords(drafts);
    case 'pathway_plans.csv':
      return planRecords(drafts, planContextOf(row));
    case 'plan_sections.csv':
      return sectionRecords(drafts);
    case 'plan_actions.csv':
      return actionRecords(drafts);
    case 'contacts.csv':
      return contactRecords(drafts);
    case 'fund_requests.csv':
      return fundRequestRecords(drafts);
    case 'fund_budgets.csv':
      return budgetRecords(drafts);
    case 'income_scheme.csv':
      return enrolmentRecords(drafts);
    case 'income_checkins.csv':
      return checkInRecords(drafts);
    case 'alerts.csv':
      return alertRecords(drafts);
    default:
      return unreachable(file, 'every file of an extract has its records');
  }
}
