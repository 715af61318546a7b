/** Requests to the fund for tests of the screens: each with everything its kind asks for and what a test says different. */
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {idFor, recordOf} from '#client/testing/fake-records.test-support.ts';

export const FFION = idFor(1);
export const REQUEST = idFor(70);

export function requestRecord(changes: Partial<DataOf<'fund-request'>> = {}, id: Id = REQUEST) {
  const data: DataOf<'fund-request'> = {
    reference: null,
    requestedOn: date('2026-11-02'),
    byYoungPerson: true,
    requestedBy: null,
    spendType: 'travel',
    purpose: 'independence',
    askedPence: 6_000,
    words: {text: 'Tocyn bws i’r coleg', lang: 'cy'},
    difference: null,
    triedElsewhere: null,
    urgency: 'normal',
    section: null,
    status: 'submitted',
    evidence: null,
    financialYear: '2026-27',
    ...changes,
  };
  const head = {ops: [idFor(500)], value: data.words, author: FFION, device: null, at: '2026-11-02T09:00:00.000Z'};
  return recordOf('fund-request', id, FFION, data, {words: [head]});
}

export function decisionRecord(changes: Partial<DataOf<'fund-decision'>> = {}, id: Id = idFor(80)) {
  return recordOf('fund-decision', id, FFION, {
    request: REQUEST,
    awardedPence: null,
    decidedBy: idFor(901),
    decidedOn: date('2026-11-10'),
    reason: null,
    ...changes,
  });
}

export const questionRecord = (text: string, id: Id = idFor(85)) =>
  recordOf('fund-note', id, FFION, {request: REQUEST, what: 'question', words: {text, lang: 'en'}, on: date('2026-11-05')});
