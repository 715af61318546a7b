/**
 * The report of an import: how many rows of each file ended how, and one item for everything that a person has to look
 * at. Built row by row; it holds no cell of any row, so that it may be shown to an operator who sees no case content.
 */
import {COLUMNS, type ExtractFile, FILES} from './extract-columns.ts';
import type {OpenExtract} from './judge-extract.ts';
import type {JudgedRow} from './judged-row.ts';

export interface FileTotals {
  rows: number;
  imported: number;
  held: number;
  rejected: number;
  expectedRows?: number;
  incomplete?: true;
}

export interface ReportItem {
  readonly file: string;
  readonly row: number;
  /** Null for a whole row. */
  readonly column: string | null;
  readonly outcome: 'held' | 'rejected' | 'question';
  readonly reason: string;
  /** The other half of a pair. */
  readonly withRow?: number;
}

export interface ImportReport {
  readonly files: Readonly<Record<string, FileTotals>>;
  readonly items: readonly ReportItem[];
}

export class ReportBuilder {
  readonly #files = new Map<string, FileTotals>();
  readonly #items: ReportItem[] = [];

  /** Files that are there, and files that the README counts and that never came. */
  constructor({sources, readme}: OpenExtract) {
    for (const file of FILES) {
      const expectedRows = readme.rows.get(file);
      if (!sources.has(file) && expectedRows === undefined) continue;
      this.#files.set(file, {rows: 0, imported: 0, held: 0, rejected: 0, ...(expectedRows === undefined ? {} : {expectedRows})});
    }
  }

  add(row: JudgedRow): void {
    const totals = this.#files.get(row.file) ?? {rows: 0, imported: 0, held: 0, rejected: 0};
    this.#files.set(row.file, totals);
    totals.rows++;
    totals[row.outcome]++;
    if (row.outcome === 'imported') {
      for (const {column, reason} of row.questions) this.#items.push({file: row.file, row: row.row, column, outcome: 'question', reason});
    } else {
      const pair = row.withRow === undefined ? {} : {withRow: row.withRow};
      this.#items.push({file: row.file, row: row.row, column: null, outcome: row.outcome, reason: row.reason ?? '', ...pair});
    }
  }

  report(): ImportReport {
    for (const totals of this.#files.values()) {
      if (totals.expectedRows !== undefined && totals.rows < totals.expectedRows) totals.incomplete = true;
    }
    return {files: Object.fromEntries(this.#files), items: this.#items.toSorted(compareItems)};
  }
}

function compareItems(a: ReportItem, b: ReportItem): number {
  return (
    FILES.findIndex(file => file === a.file) - FILES.findIndex(file => file === b.file) || a.row - b.row || columnPlace(a) - columnPlace(b)
  );
}

function columnPlace({file, column}: ReportItem): number {
  return COLUMNS[file as ExtractFile].findIndex(({name}) => name === column);
}
