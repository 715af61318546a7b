/** The rows of an import that the store keeps, as the judge reads them: with no file, and the same verdicts. */
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {ImportHolds, KeptRow} from '#server/db/import-hold-store.ts';
import {COLUMNS, type ExtractFile, FILES, foldHeading} from './extract-columns.ts';
import type {ExtractRows} from './extract-rows.ts';
import type {RawRow} from './extract-source.ts';

/** Which column a heading of a row fills; null for one that fills none. */
export function columnOf(file: ExtractFile, heading: string): string | null {
  const folded = foldHeading(heading);
  return COLUMNS[file].find(({name}) => foldHeading(name) === folded)?.name ?? null;
}

export function rawRowOf(file: ExtractFile, kept: KeptRow): RawRow {
  const facts = kept.facts ?? {
    others: [],
    doubled: [],
    isTooLong: kept.reason === 'UNKNOWN_COLUMN',
    isCutOff: kept.reason === 'ROW_CUT_OFF',
  };
  const cells = new Map<string, string>();
  for (const [heading, text] of Object.entries(kept.original)) {
    const column = facts.doubled.includes(heading) ? null : columnOf(file, heading);
    if (column !== null) cells.set(column, text);
  }
  return {row: kept.row, cells, original: kept.original, ...facts};
}

/** The day of the import stands for that of the export, where only that decides what was true then. */
export async function storedRows(holds: ImportHolds): Promise<ExtractRows> {
  const importedAt = await holds.firstImportAt();
  // Each file is looked at twice, by the register and by the judge: read once.
  const files = new Map<ExtractFile, readonly KeptRow[]>();
  for (const file of FILES) {
    const rows = await holds.rowsOf(file);
    if (rows.length > 0) files.set(file, rows);
  }
  return {
    files: FILES.filter(file => files.has(file)),
    exportedOn: importedAt === null ? null : calendarDateInWales(importedAt),
    rows: async function* (file) {
      for (const kept of files.get(file) ?? []) yield rawRowOf(file, kept);
    },
  };
}
