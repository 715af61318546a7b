/**
 * An extract as the judge sees it: rows by file, wherever they lie. In a folder they are read in streams; rows that the
 * store keeps can be judged again without their files. What people have decided since is laid over them in both.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {type ExtractFile, FILES} from './extract-columns.ts';
import {type ExtractSource, type RawRow, rowsOf} from './extract-source.ts';
import type {JudgeOptions} from './judged-row.ts';
import type {ReadmeFacts} from './readme-row-counts.ts';

export interface ExtractRows {
  /** In the order of dependence. */
  readonly files: readonly ExtractFile[];
  readonly exportedOn: CalendarDate | null;
  readonly rows: (file: ExtractFile, onProgress?: JudgeOptions['onProgress']) => AsyncIterable<RawRow>;
}

interface OpenFolder {
  readonly sources: ReadonlyMap<ExtractFile, ExtractSource>;
  readonly readme: ReadmeFacts;
}

export function rowsOfFolder({sources, readme}: OpenFolder): ExtractRows {
  return {
    files: FILES.filter(file => sources.has(file)),
    exportedOn: readme.exportedOn,
    rows: async function* (file, onProgress) {
      const source = sources.get(file);
      if (source) yield* rowsOf(source, done => onProgress?.(file, done, source.bytes));
    },
  };
}

/** The same rows with something laid over each. */
export function overlaid(extract: ExtractRows, lay: (file: ExtractFile, raw: RawRow) => RawRow): ExtractRows {
  return {
    ...extract,
    rows: async function* (file, onProgress) {
      for await (const raw of extract.rows(file, onProgress)) yield lay(file, raw);
    },
  };
}
