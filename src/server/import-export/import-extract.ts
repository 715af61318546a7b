/**
 * The whole import: judge each row, turn it into records, store both. The report says the same as the store. Running it
 * again over the same extract changes nothing; running it after a crash finishes what was begun.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {AccountStore} from '#server/db/account-store.ts';
import type {AuthorityRow, Storage} from '#server/db/storage.ts';
import type {TeamStore} from '#server/db/team-store.ts';
import {RecordImport, type ImportedRow} from '#server/sync/import-records.ts';
import {foundAuthority} from '#server/sync/scopes.ts';
import {ReportBuilder, type ImportReport} from './import-report.ts';
import {rowsOfFolder} from './extract-rows.ts';
import {judgeRows, openExtract} from './judge-extract.ts';
import {keptRow, withWhatEveryoneHas} from './kept-row.ts';
import {withSettlings} from './lay-settlings.ts';
import type {JudgeOptions} from './judged-row.ts';
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
  /** What people have decided about rows of earlier imports; nothing where the store keeps none. */
  readonly team?: Pick<TeamStore, 'settlings'>;
  readonly clock: () => number;
}

/** @throws ExtractError when the extract as a whole cannot be read; then nothing has been stored. */
export async function importExtract(
  {storage, accounts, clock, team}: ImportingStore,
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
  const settlings = (await team?.settlings(authority.code)) ?? {corrections: [], decisions: []};
  for await (const row of judgeRows(withSettlings(rowsOfFolder(extract), settlings, today), today, onProgress)) {
    report.add(row);
    batch.push({kept: keptRow(row), drafts: withWhatEveryoneHas(authority.code, writer.draftsOf(row))});
    if (batch.length < ROWS_PER_BATCH) continue;
    await records.take(batch);
    batch = [];
  }
  await records.take(batch);
  await records.finish();
  return report.report();
}
