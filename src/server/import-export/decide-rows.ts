/** A request to settle rows, as what is kept of it: corrections of cells and decisions about rows. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {SettleAnswer, SettleRequest} from '#protocol/import-messages.ts';
import type {Correction, ImportHolds, KeptRow, RowDecision} from '#server/db/import-hold-store.ts';
import {COLUMNS, type ExtractFile} from './extract-columns.ts';
import {readRow} from './read-row.ts';
import {rawRowOf} from './stored-rows.ts';
import {choicesOf} from './view-waiting.ts';
import type {WaitingGroup} from './waiting-groups.ts';

/** Undoes what was begun and becomes an answer. */
export class Refused extends Error {
  override name = 'Refused';
  readonly answer: SettleAnswer;
  constructor(refused: NonNullable<SettleAnswer['refused']>, reason: string | null = null) {
    super(refused);
    this.answer = {refused, reason, imported: 0, waiting: 0};
  }
}

interface Decided {
  readonly corrections: readonly Correction[];
  readonly decisions: readonly RowDecision[];
}

/** The key that the row came with: a corrected number names the same row still. */
const keyAsItCame = (file: ExtractFile, row: KeptRow, today: CalendarDate) => readRow(file, rawRowOf(file, row), today).key;

/** @throws Refused when the group does not allow it, or a reason in words is missing. */
export async function decideRows(
  holds: ImportHolds,
  request: SettleRequest,
  group: WaitingGroup,
  rows: readonly KeptRow[],
  today: CalendarDate,
): Promise<Decided> {
  const {kind, words} = request;
  if ((kind === 'set_aside' || kind === 'keep_this') && (words ?? '').trim() === '') throw new Refused('words_missing');
  if (!(await choicesOf(holds, group, rows, today)).includes(kind)) throw new Refused('not_possible');
  const {file} = group;
  const decision = (row: KeptRow, what: RowDecision['decision'], about: string | null): RowDecision => ({
    file,
    row: row.row,
    key: keyAsItCame(file, row, today),
    decision: what,
    about,
  });
  const each = (what: RowDecision['decision'], about: string | null) => rows.map(row => decision(row, what, about));
  switch (kind) {
    case 'correct':
      return {corrections: correctionsOf(request, group, rows, today), decisions: []};
    case 'as_it_is':
      return {
        // Cells may be put right in the same step: a shifted row stands only with its cells in their places.
        corrections: request.corrections.length > 0 ? correctionsOf(request, group, rows, today) : [],
        decisions: group.kind === 'question' ? each('keeps', group.column) : each('stands', group.reason),
      };
    case 'blank':
      return {corrections: [], decisions: each('blank', group.column)};
    case 'set_aside':
      return {corrections: [], decisions: each('set_aside', null)};
    case 'take_up':
      return {corrections: [], decisions: each('taken_up', null)};
    case 'keep_this':
      return {corrections: [], decisions: (await othersHeld(holds, rows)).map(other => decision(other, 'set_aside', null))};
  }
}

/** The other halves, each still held. */
async function othersHeld(holds: ImportHolds, rows: readonly KeptRow[]): Promise<KeptRow[]> {
  const others: KeptRow[] = [];
  for (const {file, withRow} of rows) {
    const other = withRow === null || withRow === undefined ? undefined : await holds.row(file, withRow);
    if (other?.outcome !== 'held') throw new Refused('not_possible');
    others.push(other);
  }
  return others;
}

function correctionsOf(
  {corrections, row: oneRow}: SettleRequest,
  group: WaitingGroup,
  rows: readonly KeptRow[],
  today: CalendarDate,
): Correction[] {
  const known = corrections.every(({column}) => COLUMNS[group.file].some(({name}) => name === column));
  const onlyItsColumn = corrections.every(({column}) => column === group.column);
  // One answer for many rows, or for a question, is about the one column that all of them ask about.
  const mustBeItsColumn = group.kind === 'question' || (rows.length > 1 && oneRow === null);
  if (corrections.length === 0 || !known || (mustBeItsColumn && !onlyItsColumn)) throw new Refused('not_possible');
  return rows.flatMap(row => {
    const {cells} = rawRowOf(group.file, row);
    const key = keyAsItCame(group.file, row, today);
    return corrections.map(({column, value}) => ({file: row.file, row: row.row, key, column, was: cells.get(column) ?? '', value}));
  });
}
