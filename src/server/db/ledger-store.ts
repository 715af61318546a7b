/**
 * The ledger in SQL. A line's row is locked until the end of the transaction, so that of two who want the last pounds one
 * waits and is then told; the database's own constraints and triggers guard the same once more (0007_ledger.sql).
 */
import {emptyLine, entered, type BudgetLine, type LedgerEntry, type LedgerRefusal} from '#domain/fund/ledger.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ok, refuse, type Result} from '#domain/shared/result.ts';
import type {Query} from './sql.ts';

/** An entry as it was made. */
export interface KeptEntry extends Omit<LedgerEntry, 'name' | 'from'> {
  readonly number: number;
  readonly op: Id;
  readonly by: Id | null;
  readonly at: string;
}

/** Whose op it is, and when the server took it. */
export interface EnteredBy {
  readonly op: Id;
  readonly by: Id | null;
  readonly at: string;
}

const LINE = `id, financial_year as "financialYear", fund_name as "fundName", team, purpose, allocation, overspend, committed, spent,
  carried_in as "carriedIn", carried_out as "carriedOut", imported_overspend as "importedOverspend"`;
const ENTRY = 'number, line, op, kind, pence, request, person, by_holder as "by", at';

type LineRow = BudgetLine & Record<string, unknown>;
type EntryRow = KeptEntry & Record<string, unknown>;

export const linesOf = (db: Query, authority: string): Promise<readonly BudgetLine[]> =>
  db.query<LineRow>(`select ${LINE} from budget_line where authority = $1 order by financial_year desc, fund_name, id`, [authority]);

/** In the order in which they were made; null: of every line. */
export const entriesOf = (db: Query, authority: string, line: Id | null): Promise<readonly KeptEntry[]> =>
  db.query<EntryRow>(`select ${ENTRY} from budget_entry where authority = $1 and ($2::uuid is null or line = $2) order by number`, [
    authority,
    line,
  ]);

/** All of them or none. @returns the lines as they are now. */
export async function enterInto(
  db: Query,
  authority: string,
  entries: readonly LedgerEntry[],
  {op, by, at}: EnteredBy,
): Promise<Result<readonly BudgetLine[], LedgerRefusal>> {
  await foundLines(db, authority, entries);
  // In the order of their ids: two ops over the same two lines never wait for each other.
  const ids = [...new Set(entries.map(({line}) => line))].toSorted();
  const locked = await db.query<LineRow>(
    `select ${LINE} from budget_line where authority = $1 and id = any($2::uuid[]) order by id for update`,
    [authority, ids],
  );
  const refusal = await alreadyThere(db, authority, entries);
  if (refusal) return refuse(refusal);
  const after = allEntered(new Map(locked.map(line => [line.id, line])), entries);
  if (!after.ok) return after;
  await db.query(
    `insert into budget_entry (authority, line, op, kind, pence, request, person, by_holder, at)
     select $1, line, $3, kind, pence, request, person, $4, $5
       from jsonb_to_recordset($2::jsonb) as e(line uuid, kind text, pence bigint, request uuid, person uuid, n bigint) order by n`,
    [authority, JSON.stringify(entries.map((entry, n) => ({...entry, n}))), op, by, at],
  );
  return ok(
    await db.query<LineRow>(`select ${LINE} from budget_line where authority = $1 and id = any($2::uuid[]) order by id`, [authority, ids]),
  );
}

/** Pure, and the same for the store in memory. */
export function allEntered(
  lines: ReadonlyMap<Id, BudgetLine>,
  entries: readonly LedgerEntry[],
): Result<ReadonlyMap<Id, BudgetLine>, LedgerRefusal> {
  const after = new Map(lines);
  for (const entry of entries) {
    const line = after.get(entry.line);
    if (!line) return refuse('no_budget');
    const next = entered(line, entry);
    if (!next.ok) return next;
    after.set(line.id, next.value);
  }
  return ok(after);
}

export const namedLines = (entries: readonly LedgerEntry[]): readonly BudgetLine[] =>
  entries.flatMap(({line, name}) => (name ? [emptyLine(line, name)] : []));

async function foundLines(db: Query, authority: string, entries: readonly LedgerEntry[]): Promise<void> {
  const lines = namedLines(entries);
  if (lines.length === 0) return;
  await db.query(
    `insert into budget_line (authority, id, financial_year, fund_name, team, purpose)
     select $1, id, "financialYear", "fundName", team, purpose
       from jsonb_to_recordset($2::jsonb) as l(id uuid, "financialYear" text, "fundName" text, team uuid, purpose text) on conflict do nothing`,
    [authority, JSON.stringify(lines)],
  );
}

/** A request is committed for once and paid for once, whoever comes second. */
async function alreadyThere(db: Query, authority: string, entries: readonly LedgerEntry[]): Promise<LedgerRefusal | null> {
  const once = entries.filter(({kind, request}) => request !== null && (kind === 'commit' || kind === 'spend'));
  if (once.length === 0) return null;
  const found = await db.query(
    `select 1 from budget_entry b join jsonb_to_recordset($2::jsonb) as e(kind text, request uuid) on b.kind = e.kind and b.request = e.request
      where b.authority = $1 limit 1`,
    [authority, JSON.stringify(once)],
  );
  return found.length > 0 ? 'paid_already' : null;
}
