/**
 * What waits of an import, in groups that one decision can serve: the same reason in the same file and column, and where
 * the cell decides (a staff number, a code, a person), the same cell. Which decisions a group allows follows from its
 * reason: nothing may be brought in that the records could not hold.
 */
import {createHash} from 'node:crypto';
import type {ImportGroup, SettleRequest} from '#protocol/import-messages.ts';
import type {KeptRow, Settlings} from '#server/db/import-hold-store.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {COLUMNS, type ExtractFile, FILES} from './extract-columns.ts';
import {tidy} from './read-cell.ts';
import {rawRowOf} from './stored-rows.ts';

export interface WaitingGroup extends ImportGroup {
  readonly file: ExtractFile;
  readonly members: readonly KeptRow[];
}
type SettleKind = SettleRequest['kind'];
type Named = Omit<WaitingGroup, 'rows' | 'mark' | 'members'>;

/** True all the same, if a person says so: a contradiction between rows or a control that was broken. */
const CAN_STAND: ReadonlySet<string> = new Set([
  'DUPLICATE_PERSON',
  'SPELL_OVERLAP',
  'TWO_OPEN_SPELLS',
  'TWO_CURRENT_PLANS',
  'SELF_APPROVED',
  'PAID_BEFORE_DECIDED',
  'VISIT_AFTER_DEATH',
  'BI_OUTSIDE_WINDOW',
  'BI_NOT_ELIGIBLE',
  'UNKNOWN_COLUMN',
]);
/** What leads nowhere or says nothing cannot be kept as it is. */
const CANNOT_BE_KEPT: ReadonlySet<string> = new Set(['UNKNOWN_STAFF', 'UNKNOWN_REQUEST', 'UNKNOWN_CODE', 'TEXT_TOO_LONG']);
/** Cells that mean the same in every row. */
const SHARED_READINGS: ReadonlySet<string> = new Set(['staff', 'staff or YP', 'person', 'plan', 'request', 'list', 'flag']);

const columnNamed = (file: ExtractFile, name: string | null) => COLUMNS[file].find(column => column.name === name);

function sharedCell(file: ExtractFile, column: string | null, cells: ReadonlyMap<string, string>): string | null {
  const known = columnNamed(file, column);
  return known && SHARED_READINGS.has(known.reading.as) ? tidy(cells.get(known.name) ?? '') : null;
}

/** The groups that one row belongs to: a held row to one, an imported row to one for each of its questions. */
function groupsOfRow(authority: string, file: ExtractFile, row: KeptRow, cells: ReadonlyMap<string, string>): Named[] {
  const named = (group: Omit<Named, 'id'>): Named => {
    const {kind, reason, column, value, because} = group;
    return {...group, id: idNamed('import-group', authority, kind, file, reason, column ?? '', value ?? '', because ?? '')};
  };
  if (row.outcome !== 'held')
    return row.questions.map(({column, reason}) =>
      named({kind: 'question', file, reason, column, value: sharedCell(file, column, cells), because: null}),
    );
  const because = row.because === 'person' || row.because === 'plan' ? row.because : null;
  const column = because === 'plan' ? 'plan_id' : because === 'person' ? 'legacy_id' : (row.column ?? null);
  const reason = row.reason ?? '';
  const kind = reason === 'SET_ASIDE' ? 'set_aside' : 'held';
  return [named({kind, file, reason, column, value: sharedCell(file, column, cells), because})];
}

/** Groups in the order of the files, the largest of a file first. */
export function waitingGroups(authority: string, rows: readonly KeptRow[], settlings: Settlings): readonly WaitingGroup[] {
  const corrections = newestCorrections(settlings);
  const times = settledTimes(settlings);
  const groups = new Map<string, {group: Named; members: KeptRow[]}>();
  for (const row of rows) {
    const file = FILES.find(name => name === row.file);
    if (!file) continue;
    const cells = new Map([...rawRowOf(file, row).cells, ...(corrections.get(`${row.file} ${row.row}`) ?? [])]);
    for (const group of groupsOfRow(authority, file, row, cells)) {
      const known = groups.get(group.id) ?? {group, members: []};
      groups.set(group.id, known);
      known.members.push(row);
    }
  }
  return [...groups.values()]
    .map(({group, members}) => ({...group, members, rows: members.length, mark: markOf(members, times)}))
    .toSorted((a, b) => FILES.indexOf(a.file) - FILES.indexOf(b.file) || b.rows - a.rows || (a.id < b.id ? -1 : 1));
}

export function wireGroup({members: _members, ...group}: WaitingGroup): ImportGroup {
  return group;
}

function settledTimes({corrections, decisions}: Settlings): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const {file, row} of [...corrections, ...decisions]) times.set(`${file} ${row}`, (times.get(`${file} ${row}`) ?? 0) + 1);
  return times;
}

/** Changes when a row comes, goes or is settled in part: who looked at an older state is told. */
function markOf(members: readonly KeptRow[], times: ReadonlyMap<string, number>): string {
  const state = members.map(({file, row, reason, questions}) => [row, reason, questions, times.get(`${file} ${row}`) ?? 0]);
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22);
}

/** By file and row, the newest value that somebody wrote for each column. */
export function newestCorrections({corrections}: Settlings): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const newest = new Map<string, Map<string, string>>();
  for (const {file, row, column, value} of corrections) {
    const name = `${file} ${row}`;
    newest.set(name, (newest.get(name) ?? new Map<string, string>()).set(column, value));
  }
  return newest;
}

/** `isReadable`: the cell has a value that could be kept. `other`: the other half of a pair, where there is one. */
export function choicesFor(group: WaitingGroup, isReadable: boolean, other: Pick<KeptRow, 'outcome' | 'key'> | undefined): SettleKind[] {
  if (group.kind === 'set_aside') return ['take_up'];
  if (group.kind === 'question') {
    const isNeeded = columnNamed(group.file, group.column)?.need === 'value';
    return [
      'correct',
      ...(isReadable && !CANNOT_BE_KEPT.has(group.reason) ? (['as_it_is'] as const) : []),
      ...(isNeeded ? [] : (['blank'] as const)),
    ];
  }
  if (group.because !== null) return ['correct', 'set_aside'];
  // Two rows under one key are one record: the second can only take the place of the first, or be set aside.
  const isSameKey = other !== undefined && group.members.some(({key}) => key === other.key);
  return [
    'correct',
    ...(CAN_STAND.has(group.reason) && !isSameKey ? (['as_it_is'] as const) : []),
    ...(other?.outcome === 'held' ? (['keep_this'] as const) : []),
    'set_aside',
  ];
}
