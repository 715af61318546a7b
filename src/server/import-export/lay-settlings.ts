/**
 * What people decided about rows, laid over the rows before they are judged: in the operator's import and when rows are
 * judged again. The cells as they came stay beside it. A decision counts only for the row it was made about: the same
 * place, the same key, and for a correction the same cell.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Correction, RowDecision, Settlings} from '#server/db/import-hold-store.ts';
import type {ExtractFile} from './extract-columns.ts';
import {type ExtractRows, overlaid} from './extract-rows.ts';
import type {RawRow} from './extract-source.ts';
import {readRow} from './read-row.ts';

interface OfOneRow {
  readonly corrections: Correction[];
  readonly decisions: RowDecision[];
}

export function withSettlings(extract: ExtractRows, settlings: Settlings, today: CalendarDate): ExtractRows {
  const byRow = new Map<string, OfOneRow>();
  const of = (file: string, row: number): OfOneRow => {
    const name = `${file} ${row}`;
    const found = byRow.get(name) ?? {corrections: [], decisions: []};
    byRow.set(name, found);
    return found;
  };
  for (const correction of settlings.corrections) of(correction.file, correction.row).corrections.push(correction);
  for (const decision of settlings.decisions) of(decision.file, decision.row).decisions.push(decision);
  return overlaid(extract, (file, raw) => {
    const settled = byRow.get(`${file} ${raw.row}`);
    return settled ? laidOver(file, raw, settled, today) : raw;
  });
}

function laidOver(file: ExtractFile, raw: RawRow, {corrections, decisions}: OfOneRow, today: CalendarDate): RawRow {
  const {key} = readRow(file, raw, today);
  const cells = new Map(raw.cells);
  for (const {key: of, column, was, value} of corrections)
    if (of === key && was === (raw.cells.get(column) ?? '')) cells.set(column, value);
  const mine = decisions.filter(decision => decision.key === key);
  const about = (kind: RowDecision['decision']) =>
    new Set(mine.flatMap(({decision, about: what}) => (decision === kind && what !== null ? [what] : [])));
  const last = mine.findLast(({decision}) => decision === 'set_aside' || decision === 'taken_up');
  const settled = {
    asItCame: raw,
    stands: about('stands'),
    blank: about('blank'),
    keeps: about('keeps'),
    isSetAside: last?.decision === 'set_aside',
  };
  return {...raw, cells, settled};
}
