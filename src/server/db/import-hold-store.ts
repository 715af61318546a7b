/**
 * What waits of an import and what people decided about it, in SQL. The rows themselves are written by the import
 * (`keepImportRows`); here corrections and decisions are added, never changed, and read back with the rows.
 */
import type {Id} from '#domain/shared/ids.ts';
import type {Query} from './sql.ts';
import type {ImportRow} from './storage.ts';

export interface KeptRow extends Omit<ImportRow, 'records' | 'facts'> {
  readonly facts: {others: string[]; doubled: string[]; isTooLong: boolean; isCutOff: boolean} | null;
}

interface OfRow {
  readonly file: string;
  readonly row: number;
  /** The row's key when it was settled: another row that later stands at this number is not meant. */
  readonly key: string;
}
export interface Correction extends OfRow {
  readonly column: string;
  readonly was: string;
  readonly value: string;
}
export type DecisionKind = 'stands' | 'blank' | 'keeps' | 'set_aside' | 'taken_up';
export interface RowDecision extends OfRow {
  readonly decision: DecisionKind;
  /** The reason that no longer counts, or the column. */
  readonly about: string | null;
}
export interface Settlings {
  readonly corrections: readonly Correction[];
  readonly decisions: readonly RowDecision[];
}

export interface Settling {
  readonly id: Id;
  readonly at: string;
  readonly account: Id;
  readonly holder: Id;
  readonly kind: string;
  readonly words: string | null;
  readonly bodyHash: string;
}

export interface PastSettling extends Settling {
  readonly answer: unknown;
}

export interface ImportHolds {
  /** One settling at a time in an authority: whoever comes second sees what the first has done. */
  lock(): Promise<void>;
  rowsOf(file: string): Promise<readonly KeptRow[]>;
  /** Held rows, and imported ones with an open question. */
  waiting(): Promise<readonly KeptRow[]>;
  row(file: string, row: number): Promise<KeptRow | undefined>;
  settlings(): Promise<Settlings>;
  settling(id: Id): Promise<PastSettling | undefined>;
  /** Settlings of one row, the newest first. */
  historyOf(file: string, row: number): Promise<readonly (Pick<Settling, 'at' | 'holder' | 'kind' | 'words'> & {values: string[]})[]>;
  add(settling: Settling, corrections: readonly Correction[], decisions: readonly RowDecision[]): Promise<void>;
  answer(id: Id, answer: object): Promise<void>;
  firstImportAt(): Promise<string | null>;
}

const ROW =
  'file, row_number as "row", key, person_key as "personKey", outcome, reason, questions, original, held_column as "column", held_because as because, with_row as "withRow", facts';
type Found = KeptRow & Record<string, unknown>;

export function importHolds(db: Query, authority: string): ImportHolds {
  return {
    lock: async () => void (await db.query('select code from authority where code = $1 for no key update', [authority])),
    rowsOf: file =>
      db.query<Found>(`select ${ROW} from import_row where authority = $1 and file = $2 order by row_number`, [authority, file]),
    waiting: () =>
      db.query<Found>(
        `select ${ROW} from import_row where authority = $1 and (outcome = 'held' or (outcome = 'imported' and questions <> '[]'::jsonb)) order by file, row_number`,
        [authority],
      ),
    row: async (file, row) =>
      (
        await db.query<Found>(`select ${ROW} from import_row where authority = $1 and file = $2 and row_number = $3`, [
          authority,
          file,
          row,
        ])
      )[0],
    settlings: async () => ({
      corrections: await db.query<Correction & Record<string, unknown>>(
        'select file, row_number as "row", key, column_name as "column", was, value from import_correction where authority = $1 order by id',
        [authority],
      ),
      decisions: await db.query<RowDecision & Record<string, unknown>>(
        'select file, row_number as "row", key, decision, about from import_decision where authority = $1 order by id',
        [authority],
      ),
    }),
    settling: async id =>
      (
        await db.query<PastSettling & Record<string, unknown>>(
          'select id, at, account, holder, kind, words, body_hash as "bodyHash", answer from import_settling where authority = $1 and id = $2',
          [authority, id],
        )
      )[0],
    historyOf: (file, row) =>
      db.query(
        `select s.at, s.holder, s.kind, s.words,
            coalesce((select jsonb_agg(c.value order by c.id) from import_correction c where c.authority = $1 and c.settling = s.id and c.file = $2 and c.row_number = $3), '[]'::jsonb) as values
           from import_settling s
          where s.authority = $1 and (exists (select 1 from import_correction c where c.authority = $1 and c.settling = s.id and c.file = $2 and c.row_number = $3)
             or exists (select 1 from import_decision d where d.authority = $1 and d.settling = s.id and d.file = $2 and d.row_number = $3))
          order by s.at desc`,
        [authority, file, row],
      ),
    add: async (settling, corrections, decisions) => {
      await db.query(
        'insert into import_settling (authority, id, at, account, holder, kind, words, body_hash) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [authority, settling.id, settling.at, settling.account, settling.holder, settling.kind, settling.words, settling.bodyHash],
      );
      await db.query(
        `insert into import_correction (authority, settling, file, row_number, key, column_name, was, value)
         select $1, $2, file, "row", key, "column", was, value from jsonb_to_recordset($3::jsonb) as c(file text, "row" integer, key text, "column" text, was text, value text)`,
        [authority, settling.id, JSON.stringify(corrections)],
      );
      await db.query(
        `insert into import_decision (authority, settling, file, row_number, key, decision, about)
         select $1, $2, file, "row", key, decision, about from jsonb_to_recordset($3::jsonb) as d(file text, "row" integer, key text, decision text, about text)`,
        [authority, settling.id, JSON.stringify(decisions)],
      );
    },
    answer: async (id, answer) =>
      void (await db.query('update import_settling set answer = $3 where authority = $1 and id = $2', [
        authority,
        id,
        JSON.stringify(answer),
      ])),
    firstImportAt: async () =>
      (await db.query<{at: string | null}>('select min(first_import_at) as at from import_row where authority = $1', [authority]))[0]?.at ??
      null,
  };
}
