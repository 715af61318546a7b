/** A decision while it is being made: what was chosen, what is written for which cells, the reason in words. Pure. */
import {readAs} from '#client/forms/use-draft.ts';
import * as z from 'zod/mini';
import {dateFromParts, isEmptyDate} from '#client/ui/date-parts.ts';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import type {TextKey} from '#client/i18n/text.ts';
import type {ImportCell, ImportGroupView, ImportRowView, SettleRequest} from '#client/sync/contract.ts';

export type Choice = SettleRequest['kind'];

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});
const draftSchema = z.object({
  choice: z.nullable(z.string()),
  values: z.record(z.string(), z.string()),
  dates: z.record(z.string(), dateParts),
  /** Further cells that somebody wants to correct. */
  added: z.array(z.string()),
  words: z.string(),
});
export type DecisionDraft = z.infer<typeof draftSchema>;
export const EMPTY: DecisionDraft = {choice: null, values: {}, dates: {}, added: [], words: ''};

export const readDecision = readAs(draftSchema);

/** Cells that a reason is about, where no single one is to blame. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  DUPLICATE_PERSON: ['legacy_id', 'dob', 'nhs_no', 'ni_no'],
  SPELL_OVERLAP: ['start_date', 'end_date'],
  TWO_OPEN_SPELLS: ['start_date', 'end_date'],
  TWO_CURRENT_PLANS: ['version', 'status'],
  SELF_APPROVED: ['requested_by', 'decided_by'],
  PAID_BEFORE_DECIDED: ['decided_date', 'paid_date'],
  VISIT_AFTER_DEATH: ['contact_date', 'contact_type'],
};

/** What somebody needs to see first to decide. */
export const columnsInQuestion = ({reason, column}: ImportGroupView['group']): readonly string[] => [
  ...(column === null ? [] : [column]),
  ...(ABOUT[reason] ?? []),
];

/** Whether cells are corrected: a shifted row that comes in as it is has its cells put in their places in the same step. */
export const isCorrecting = (choice: string | null, {reason}: ImportGroupView['group']) =>
  choice === 'correct' || (choice === 'as_it_is' && reason === 'UNKNOWN_COLUMN');

/** The cells that the form shows for this choice, from the start. One answer for many rows is about the one cell they share. */
export function cellsToCorrect(
  {group, rows}: ImportGroupView,
  row: ImportRowView | null,
  {choice, added}: DecisionDraft,
): readonly ImportCell[] {
  if (!isCorrecting(choice, group)) return [];
  const cells = (row ?? rows[0])?.cells ?? [];
  const isDates = group.reason === 'DATE_ORDER' && group.column === null;
  const wanted = group.column !== null ? [group.column] : (ABOUT[group.reason] ?? (isDates ? [] : [cells[0]?.column ?? '']));
  return cells.filter(
    ({column, reading, text}) =>
      column !== null && (wanted.includes(column) || added.includes(column) || (isDates && reading === 'date' && text !== '')),
  );
}

/** Where a row may be corrected in more than one place. */
export const canAddCells = ({group}: ImportGroupView, row: ImportRowView | null) => row !== null && group.kind === 'held';

export const currentText = ({corrected, text}: ImportCell): string => corrected ?? text;

/** Chosen from a list, where the empty choice stands for nothing chosen yet. */
const CHOSEN: readonly ImportCell['reading'][] = ['list', 'staff', 'flag'];

export function writtenFor(cell: ImportCell, draft: DecisionDraft): string | null {
  const {column, reading, read} = cell;
  if (column === null) return null;
  if (reading !== 'date') {
    const value = draft.values[column];
    return value === undefined || (value === '' && CHOSEN.includes(reading)) ? null : keepableWords(value);
  }
  const parts = draft.dates[column];
  // A date that stood there and was emptied is to be empty; one that never stood there has still to be written.
  if (parts === undefined || isEmptyDate(parts)) return parts === undefined || read === null ? null : '';
  const day = dateFromParts(parts);
  if (day === null) return null;
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** Null: the decision about all rows at once. */
export const decisionKey = (group: string, row: number | null) => `import/${group}-${row ?? 'all'}`;

/** What somebody has written in a decision. */
export function writtenIn(stored: unknown): readonly string[] {
  const draft = readDecision(stored);
  if (draft === null) return [];
  const days = Object.values(draft.dates).map(({day, month, year}) => `${day} ${month} ${year}`);
  return [draft.words, ...Object.values(draft.values), ...days];
}

/** What is asked in words: why a row stays out. */
export const needsWords = (choice: string | null) => choice === 'set_aside' || choice === 'keep_this';

export type Fault = readonly [field: string, key: TextKey];

export function faultsOf(draft: DecisionDraft, cells: readonly ImportCell[]): Fault[] {
  const faults: Fault[] = [];
  if (draft.choice === null) return [['choice', 'import-holds:choice.missing']];
  for (const {column, reading} of cells) {
    const parts = column === null ? undefined : draft.dates[column];
    if (reading === 'date' && parts && !isEmptyDate(parts) && dateFromParts(parts) === null)
      faults.push([`cell-${column}`, 'contact:date.wrong']);
    else if (column !== null && isTooLongText(draft.values[column] ?? '')) faults.push([`cell-${column}`, 'contact:note.tooLong']);
  }
  const isWritten = cells.some(cell => writtenFor(cell, draft) !== null && writtenFor(cell, draft) !== currentText(cell));
  if (draft.choice === 'correct' && faults.length === 0 && !isWritten)
    faults.push([`cell-${cells[0]?.column ?? ''}`, 'import-holds:correct.missing']);
  if (needsWords(draft.choice)) {
    if (keepableWords(draft.words).trim() === '') faults.push(['words', 'import-holds:words.missing']);
    else if (isTooLongText(draft.words)) faults.push(['words', 'contact:note.tooLong']);
  }
  return faults;
}

/** What is asked of the server; its id is given when it is sent. */
export function requestOf(
  draft: DecisionDraft,
  {group}: ImportGroupView,
  row: ImportRowView | null,
  cells: readonly ImportCell[],
): Omit<SettleRequest, 'id'> {
  const kind = draft.choice as Choice;
  const corrections = cells.flatMap(cell => {
    const value = writtenFor(cell, draft);
    return cell.column === null || value === null || value === currentText(cell) ? [] : [{column: cell.column, value}];
  });
  return {
    group: group.id,
    mark: group.mark,
    row: row?.row ?? null,
    kind,
    corrections,
    words: needsWords(kind) ? keepableWords(draft.words) : null,
  };
}
