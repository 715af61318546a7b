/**
 * The sample's own rows as a stock of names, addresses and words: invented, varied and dignified already, so that whoever
 * needs more invented people need not invent them again.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {must} from '#domain/shared/result.ts';
import {recordsOf} from '#server/import-export/read-csv.ts';

export type Row = Readonly<Record<string, string>>;

/** The sample's words, each to be had again and again in its order. */
export class SampleStock {
  readonly #tables = new Map<string, readonly Row[]>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  rows(file: string): readonly Row[] {
    const known = this.#tables.get(file);
    if (known) return known;
    const [headings = [], ...records] = recordsOf(readFileSync(join(this.#folder, `${file}.csv`), 'utf8'), ',').map(({cells}) => cells);
    const rows = records
      .filter(cells => cells.some(cell => cell !== ''))
      .map(cells => Object.fromEntries(headings.map((name, at) => [name, cells[at] ?? ''])));
    this.#tables.set(file, rows);
    return rows;
  }

  row(file: string, at: number): Row {
    const rows = this.rows(file);
    return must(rows[at % rows.length], 'the sample has rows');
  }

  /** So many texts of one column, one after the other, about somebody of this name. */
  words(file: string, column: string, at: number, count: number, name: string): string {
    const texts = this.rows(file).filter(row => (row[column] ?? '') !== '');
    return Array.from({length: count}, (_, more) => {
      const row = must(texts[(at + more) % texts.length], 'the sample has words');
      return this.#about(row, row[column] ?? '', name);
    }).join(' ');
  }

  /** Whoever the sample's text is about is somebody else here. */
  #about(row: Row, text: string, name: string): string {
    const key = row['legacy_id'] ?? this.rows('pathway_plans').find(plan => plan['plan_id'] === row['plan_id'])?.['legacy_id'];
    const person = this.rows('young_people').find(each => each['legacy_id'] === key);
    const names = [person?.['known_as'], person?.['forename']].filter(each => each);
    return names.reduce<string>((words, each) => words.replaceAll(each ?? '', name), text);
  }
}
