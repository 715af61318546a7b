/**
 * The whole import: judge each row, turn it into records, store both. The report says the same as the store. Running it
 * again over the same extract changes nothing; running it after a crash finishes what was begun.
 */
import type {RecordDraft} from '#domain/import/record-draft.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {AccountStore} from '#server/db/account-store.ts';
import type {AuthorityRow, Storage} from '#server/db/storage.ts';
import {RecordImport, type ImportedRow} from '#server/sync/import-records.ts';
import {foundAuthority} from '#server/sync/scopes.ts';
import {ReportBuilder, type ImportReport} from './import-report.ts';
import {judgeExtract, openExtract} from './judge-extract.ts';
import type {JudgeOptions} from './judged-row.ts';
import {recordId} from './record-drafts.ts';
import {RecordWriter} from './to-records.ts';

/** Rows of one transaction; each makes a handful of records at most. */
const ROWS_PER_BATCH = 60;

export interface ImportOptions {
  readonly folder: string;
  readonly authority: AuthorityRow;
  readonly today: CalendarDate;
  readonly onProgress?: NonNullable<JudgeOptions['onProgress']>;
}

export interface ImportingStore {
  readonly storage: Storage;
  readonly accounts: Pick<AccountStore, 'holdersIn'>;
  readonly clock: () => number;
}

/** @throws ExtractError when the extract as a whole cannot be read; then nothing has been stored. */
export async function importExtract(
  {storage, accounts, clock}: ImportingStore,
  {folder, authority, today, onProgress}: ImportOptions,
): Promise<ImportReport> {
  const extract = await openExtract(folder);
  await foundAuthority(storage, authority);
  const records = new RecordImport(
    storage,
    {authority: authority.code, today, now: new Date(clock()).toISOString()},
    await accounts.holdersIn(authority.code, ['manager', 'deputy']),
  );
  const report = new ReportBuilder(extract);
  const writer = new RecordWriter(authority.code);
  let batch: ImportedRow[] = [];
  for await (const row of judgeExtract({folder, authority: authority.code, today, ...(onProgress ? {onProgress} : {})}, extract)) {
    report.add(row);
    const {file, row: number, key, personKey, outcome, reason, questions, original} = row;
    batch.push({
      kept: {file, row: number, key, personKey, outcome, reason, questions, original},
      drafts: withWhatEveryoneHas(authority.code, writer.draftsOf(row)),
    });
    if (batch.length < ROWS_PER_BATCH) continue;
    await records.take(batch);
    batch = [];
  }
  await records.take(batch);
  await records.finish();
  return report.report();
}

/** Each person has these from the start, one of each: a risk summary nobody has written yet, and the emergency card. */
function withWhatEveryoneHas(authority: string, drafts: readonly RecordDraft[]): readonly RecordDraft[] {
  const person = drafts.find(draft => draft.kind === 'young-person') as RecordDraft<'young-person'> | undefined;
  if (!person) return drafts;
  const {id, data} = person;
  const key = data.legacyId ?? id;
  const risk: RecordDraft<'risk-summary'> = {
    id: recordId(authority, 'young_people.csv', key, 'risk-summary'),
    kind: 'risk-summary',
    person: id,
    compartment: 'staff',
    data: {words: null},
  };
  const card: RecordDraft<'emergency-card'> = {
    id: recordId(authority, 'young_people.csv', key, 'emergency-card'),
    kind: 'emergency-card',
    person: id,
    compartment: 'summary',
    data: {knownAs: data.knownAs ?? data.forename, phone: data.phone, language: data.speak, safeWayToCall: null},
  };
  return [...drafts, risk as RecordDraft, card as RecordDraft];
}
