/**
 * What a young person does with a request to St David's Day Fund, or an adviser with them, all of it offline: ask, change it
 * until somebody has decided, answer a question, enter the facts of a quote or a receipt, take it back before money has
 * moved, and tell what became of it.
 */
import * as z from 'zod/mini';
import {
  commandKind,
  dayOfWriting,
  isTheirOwn,
  newRecord,
  type CaseRecords,
  type Command,
  type Decision,
  type DecideContext,
  type Refusal,
} from '../command.ts';
import {ALL_SECTIONS} from '../pathway-plan/codes.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalWords, wordsSchema, type Words} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import * as codes from './codes.ts';
import {fundEligibility, READ_FOR_ELIGIBILITY} from './eligibility.ts';
import {financialYearOf} from './ledger.ts';
import {latestDecision} from './which-decision.ts';

export type FundRequest = RecordOf<'fund-request'>;

const isBlank = (words: Words | null): boolean => (words?.text ?? '').trim() === '';

/** The request, of this person and in one of these states. Somebody else's is none [P7]. */
export function requestIn(
  records: CaseRecords,
  id: Id,
  command: Command,
  states: readonly codes.FundStatus[] = codes.FUND_STATUSES,
): Result<FundRequest, Refusal> {
  const found = ownRecord(records.get(id), 'fund-request', command);
  if (!found.ok) return found;
  const request = found.value as FundRequest;
  return states.includes(request.data.status) ? ok(request) : refuse({code: 'state_moved', fields: []});
}

export const withData = (request: FundRequest, data: Partial<DataOf<'fund-request'>>): FundRequest => ({
  ...request,
  data: {...request.data, ...data},
});

export const scopeOf = (records: CaseRecords, command: Command, compartment: 'shared' | 'staff' | 'money'): Id =>
  must(records.scope(command.person, compartment), 'a person has every scope');

/** A new record beside the request, and the request as it is after it. */
function besideRequest(
  kind: 'fund-note' | 'fund-paper' | 'fund-outcome',
  data: DataOf<typeof kind>,
  after: FundRequest | null,
  records: CaseRecords,
  command: Command,
  context: DecideContext,
): Result<Decision, Refusal> {
  if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
  const made = newRecord(kind, command, scopeOf(records, command, 'shared'), data, context);
  return ok({status: 'applied', puts: after === null ? [made] : [made, after], grants: []});
}

const asked = {
  spendType: z.enum(codes.SPEND_TYPES),
  /** Null: they do not know yet what it costs. */
  askedPence: z.nullable(penceSchema.check(z.minimum(1))),
  words: wordsSchema,
  difference: optionalWords,
  triedElsewhere: optionalWords,
  urgency: z.enum(codes.URGENCIES),
  section: z.nullable(z.enum(ALL_SECTIONS)),
};

export const askFund = commandKind({
  kind: 'fund-request.ask',
  version: 1,
  action: 'fund.ask',
  compartment: 'shared',
  body: z.object({
    ...asked,
    /** Staff who ask with or for them: the young person agreed to it. Null: they ask themselves. */
    agreed: z.nullable(z.boolean()),
  }),
  reads: READ_FOR_ELIGIBILITY,
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {agreed, ...body} = command.body;
    if (isBlank(body.words)) return refuse({code: 'words_missing', fields: ['words']});
    const byYoungPerson = isTheirOwn(command, context);
    // Nobody is asked for behind their back.
    if (!byYoungPerson && agreed !== true) return refuse({code: 'out_of_range', fields: ['agreed']});
    const requestedOn = dayOfWriting(command, context);
    const file = READ_FOR_ELIGIBILITY.flatMap(kind => records.ofPerson(command.person, kind));
    const {category, age, answer, group} = fundEligibility(file, requestedOn);
    const data: DataOf<'fund-request'> = {
      ...body,
      reference: null,
      requestedOn,
      byYoungPerson,
      requestedBy: byYoungPerson ? null : context.actor.holder,
      purpose: codes.PURPOSE_OF[body.spendType],
      standing: {category, age, answer, group},
      status: 'submitted',
      evidence: null,
      financialYear: financialYearOf(requestedOn),
    };
    return ok({
      status: 'applied',
      puts: [newRecord('fund-request', command, scopeOf(records, command, 'shared'), data, context)],
      grants: [],
    });
  },
});

const TEXTS: ReadonlySet<string> = new Set(['words', 'difference', 'triedElsewhere']);

/** Until somebody has decided. Words of two people are both kept; of a number the last to arrive is shown. */
export const changeFundRequest = commandKind({
  kind: 'fund-request.change',
  version: 1,
  action: 'fund.ask',
  compartment: 'shared',
  body: z.partial(z.object({...asked, purpose: z.enum(codes.PURPOSE_AREAS)})),
  reads: [],
  decide(records, command, context) {
    const request = requestIn(records, command.record, command, codes.UNDECIDED);
    if (!request.ok) return request;
    const {words} = command.body;
    if (words !== undefined && isBlank(words)) return refuse({code: 'words_missing', fields: ['words']});
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [
      field,
      {way: TEXTS.has(field) ? 'text' : 'plain', value},
    ]);
    return ok(writeFields(request.value, Object.fromEntries(writes), command, context));
  },
});

/** Before money has moved. What was committed for it is given back to the budget. */
export const withdrawFundRequest = commandKind({
  kind: 'fund-request.withdraw',
  version: 1,
  action: 'fund.ask',
  compartment: 'shared',
  movesState: true,
  body: z.object({words: optionalWords}),
  reads: ['fund-decision'],
  decide(records, command, context) {
    const request = requestIn(records, command.record, command, codes.WITHDRAWABLE);
    if (!request.ok) return request;
    const byYoungPerson = isTheirOwn(command, context);
    const withdrawn = {on: dayOfWriting(command, context), byYoungPerson, words: command.body.words};
    const award = awardOf(records, request.value);
    return ok({
      status: 'applied',
      puts: [withData(request.value, {status: 'withdrawn', withdrawn})],
      grants: [],
      entries:
        award === null ? [] : [{line: award.line, kind: 'release', pence: award.pence, request: command.record, person: command.person}],
    });
  },
});

/** What is committed for a request now; null where nothing is, or where an old system did it and no budget of it is known. */
export function awardOf(records: CaseRecords, request: FundRequest): {readonly line: Id; readonly pence: number} | null {
  if (request.data.status !== 'approved') return null;
  const decision = latestDecision(records.ofPerson(request.person, 'fund-decision') as readonly RecordOf<'fund-decision'>[], request.id);
  const {line = null, awardedPence = null} = decision?.data ?? {};
  return line === null || awardedPence === null ? null : {line, pence: awardedPence};
}

/** A question of staff, or the answer to one. While a question is open the request waits for it; an answer puts it back in line. */
export const writeFundNote = commandKind({
  kind: 'fund-note.write',
  version: 1,
  action: 'fund.ask',
  compartment: 'shared',
  body: z.object({request: idSchema, what: z.enum(codes.FUND_NOTES), words: wordsSchema}),
  reads: [],
  names: body => [body.request],
  decide(records, command, context) {
    const {request: id, what, words} = command.body;
    const request = requestIn(records, id, command, codes.UNDECIDED);
    if (!request.ok) return request;
    if (isBlank(words)) return refuse({code: 'words_missing', fields: ['words']});
    const isYoung = isTheirOwn(command, context);
    if (what === 'question' && isYoung) return refuse({code: 'not_permitted', fields: []});
    const {status} = request.value.data;
    const next = what === 'question' ? 'more_info' : status === 'more_info' ? 'submitted' : status;
    const after = next === status ? null : withData(request.value, {status: next});
    return besideRequest('fund-note', {request: id, what, words, on: dayOfWriting(command, context)}, after, records, command, context);
  },
});

/** The facts of a quote, a receipt or a photograph. `seen`: a colleague has had it in their hand. */
export const addFundPaper = commandKind({
  kind: 'fund-paper.add',
  version: 1,
  action: 'fund.ask',
  compartment: 'shared',
  body: z.object({
    request: idSchema,
    what: z.enum(codes.FUND_PAPERS),
    supplier: lineSchema.check(z.minLength(1)),
    pence: z.nullable(penceSchema),
    on: calendarDateSchema,
    seen: z.boolean(),
  }),
  reads: [],
  names: body => [body.request],
  decide(records, command, context) {
    const {seen, ...paper} = command.body;
    const request = requestIn(records, paper.request, command);
    if (!request.ok) return request;
    if (paper.supplier.trim() === '') return refuse({code: 'words_missing', fields: ['supplier']});
    if (paper.on > context.today) return refuse({code: 'date_in_future', fields: ['on']});
    const isYoung = isTheirOwn(command, context);
    if (seen && isYoung) return refuse({code: 'not_permitted', fields: []});
    const after = paper.what === 'quote' ? null : withEvidence(request.value, paper.what);
    return besideRequest('fund-paper', {...paper, seenBy: seen ? context.actor.holder : null}, after, records, command, context);
  },
});

/** A receipt says more than a photograph; once there, it stays what is known of the request. */
function withEvidence(request: FundRequest, what: 'receipt' | 'photo'): FundRequest | null {
  const {evidence} = request.data;
  return evidence === 'receipt' || evidence === what ? null : withData(request, {evidence: what});
}

/** What became of the money, in their words. Each telling is kept. */
export const tellFundOutcome = commandKind({
  kind: 'fund-outcome.tell',
  version: 1,
  action: 'fund.ask',
  compartment: 'shared',
  body: z.object({request: idSchema, usedAsPlanned: z.nullable(z.enum(codes.USED_AS_PLANNED)), words: optionalWords}),
  reads: [],
  names: body => [body.request],
  decide(records, command, context) {
    const {request: id, usedAsPlanned, words} = command.body;
    const request = requestIn(records, id, command, codes.PAID);
    if (!request.ok) return request;
    if (usedAsPlanned === null && isBlank(words)) return refuse({code: 'words_missing', fields: ['words']});
    const byYoungPerson = isTheirOwn(command, context);
    const data = {request: id, usedAsPlanned, words, on: dayOfWriting(command, context), byYoungPerson};
    return besideRequest('fund-outcome', data, null, records, command, context);
  },
});
