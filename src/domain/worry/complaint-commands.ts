/** A complaint is put down as it was said, goes from local resolution to an investigation, and is closed with its outcome. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalText, wordsSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';
import {isAhead, isBlank, makeNew} from '../young-person/profile-records.ts';
import {COMPLAINT_STAGES} from './codes.ts';

export const recordComplaint = commandKind({
  kind: 'complaint.record',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  body: z.object({raisedOn: calendarDateSchema, words: wordsSchema, advocateOffered: z.boolean()}),
  reads: [],
  decide(records, command, context) {
    const {body} = command;
    return makeNew(
      ['complaint', 'shared'],
      records,
      command,
      context,
      {...body, raisedBy: must(command.person, 'a complaint is somebody’s'), stage: 'local', dueOn: null, outcome: null},
      isBlank(body.words.text, 'words'),
      isAhead(body.raisedOn, context.today, 'raisedOn'),
    );
  },
});

/** Onwards only: what has been investigated is not local again, and what is closed stays closed. */
export const moveComplaint = commandKind({
  kind: 'complaint.move',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({stage: z.enum(['investigation', 'closed']), outcome: optionalText}),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'complaint', command);
    if (!found.ok) return found;
    const complaint = found.value as RecordOf<'complaint'>;
    const {stage, outcome} = command.body;
    if (COMPLAINT_STAGES.indexOf(stage) <= COMPLAINT_STAGES.indexOf(complaint.data.stage))
      return refuse({code: 'state_moved', fields: ['stage']});
    if (stage === 'closed' && (outcome ?? '').trim() === '') return refuse({code: 'words_missing', fields: ['outcome']});
    const moved = {...complaint, data: {...complaint.data, stage}};
    return ok(
      outcome === null
        ? {status: 'applied', puts: [moved], grants: []}
        : writeFields(moved, {outcome: {way: 'text', value: outcome}}, command, context),
    );
  },
});
