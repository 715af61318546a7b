/**
 * What the importer says of one row, and the promise behind it: every row ends in exactly one of imported, held for a
 * person, rejected; nothing is repaired, cut, doubled or dropped in silence, and every cell is kept as it came.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Reason} from './read-cell.ts';

/** Dates, months, times, references and codes are text, money is pence; null is blank or waiting. */
export type CellValue = string | number | boolean | null;

export interface Question {
  readonly column: string;
  readonly reason: Reason;
}

export interface JudgedRow {
  readonly file: string;
  /** Record number with the heading as 1. */
  readonly row: number;
  readonly key: string;
  readonly personKey: string | null;
  readonly planKey?: string | null;
  readonly outcome: 'imported' | 'held' | 'rejected';
  /** Why it is held or rejected; null when imported. */
  readonly reason: Reason | null;
  /** The other half of a pair that cannot both be true. */
  readonly withRow?: number;
  /** The cell for which it is held, where one is to blame. */
  readonly column?: string;
  /** Set where the row waits for another to be settled: its person, its plan. */
  readonly because?: 'person' | 'plan';
  /** Columns that wait for a person while the row is imported. */
  readonly questions: readonly Question[];
  /** By column; a waiting column is null, save SPELL_GAP, whose date is readable and stands until somebody decides. */
  readonly values: Readonly<Record<string, CellValue>>;
  /** Every cell as it came, by its heading, unknown columns too. */
  readonly original: Readonly<Record<string, string>>;
  /** What the cells do not tell of how the row stood in its file. */
  readonly facts: RowFacts;
}

/** Kept with a row, so that it can be judged again without its file. */
export interface RowFacts {
  readonly others: readonly string[];
  readonly doubled: readonly string[];
  readonly isTooLong: boolean;
  readonly isCutOff: boolean;
}

export interface JudgeOptions {
  readonly folder: string;
  readonly authority: string;
  readonly today: CalendarDate;
  /** Bytes of the file done so far and in all. */
  readonly onProgress?: (file: string, done: number, total: number | null) => void;
}
