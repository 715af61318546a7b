/** What the import stores of a judged row: the row as it came with its verdict, and the records that every person has. */
import type {RecordDraft} from '#domain/import/record-draft.ts';
import type {ImportedRow} from '#server/sync/import-records.ts';
import type {JudgedRow} from './judged-row.ts';
import {recordId} from './record-drafts.ts';

export function keptRow(judged: JudgedRow): ImportedRow['kept'] {
  const {file, row, key, personKey, outcome, reason, questions, original, facts} = judged;
  const {column = null, because = null, withRow = null} = judged;
  return {file, row, key, personKey, outcome, reason, questions, original, column, because, withRow, facts};
}

/** Each person has these from the start, one of each: a risk summary nobody has written yet, and the emergency card. */
export function withWhatEveryoneHas(authority: string, drafts: readonly RecordDraft[]): readonly RecordDraft[] {
  const person = drafts.find(draft => draft.kind === 'young-person') as RecordDraft<'young-person'> | undefined;
  if (!person) return drafts;
  const {id, data} = person;
  const key = data.legacyId ?? id;
  const risk: RecordDraft<'risk-summary'> = {
    id: recordId(authority, 'young_people.csv', key, 'risk-summary'),
    kind: 'risk-summary',
    person: id,
    compartment: 'staff',
    data: {words: null},
  };
  const card: RecordDraft<'emergency-card'> = {
    id: recordId(authority, 'young_people.csv', key, 'emergency-card'),
    kind: 'emergency-card',
    person: id,
    compartment: 'summary',
    data: {knownAs: data.knownAs ?? data.forename, phone: data.phone, language: data.speak, safeWayToCall: null},
  };
  return [...drafts, risk as RecordDraft, card as RecordDraft];
}
