/**
 * What staff do before a decision: what they found out, whether a statutory duty owes what was asked (each one answered with
 * a reason, so that nothing is routed away in silence), and what they recommend. And after it: the paper seen, the request closed.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {lineSchema, optionalText, optionalWords} from '../shared/fields.ts';
import {idSchema, partId, type Id} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {FUND_DUTIES, type FundDuty} from './codes.ts';
import {dutiesToConsider} from './duties.ts';
import {READ_FOR_ELIGIBILITY} from './eligibility.ts';
import {requestIn, scopeOf, withData, type FundRequest} from './request-commands.ts';
import {awaitsDecision} from './which-decision.ts';

type Assessment = RecordOf<'fund-assessment'>;

/** One of each request, on every device; what came with an import has an id of its own. */
export const assessmentId = (request: Id): Id => partId(request, 'fund assessment');

export const assessmentOf = (assessments: readonly Assessment[], request: Id): Assessment | undefined =>
  assessments.find(({data}) => data.request === request);

/** Everybody who recommended, though another may have done so since. */
export const recommenders = (assessment: Assessment | undefined): readonly Id[] => [
  ...(assessment?.data.recommendedBy ?? []),
  ...(assessment?.data.recommendation ? [assessment.data.recommendation.by] : []),
];

/** The assessment that stands, or an empty one where it will stand. `named`: under which id the command would write it. */
function assessmentFor(records: CaseRecords, command: Command, context: DecideContext, request: Id): Assessment {
  const known = assessmentOf(records.ofPerson(command.person, 'fund-assessment') as readonly Assessment[], request);
  if (known) return known;
  const data: DataOf<'fund-assessment'> = {request, otherSources: null, notes: null, recommendation: null, duties: []};
  const id = assessmentId(request);
  return {
    ...newRecord('fund-assessment', {...command, record: id}, scopeOf(records, command, 'staff'), data, context),
    kind: 'fund-assessment',
  };
}

/** `record` is the request's assessment, wherever it is or will be. */
function assessing(
  records: CaseRecords,
  command: Command,
  context: DecideContext,
  request: Id,
): Result<{readonly request: FundRequest; readonly assessment: Assessment}, Refusal> {
  const found = requestIn(records, request, command);
  if (!found.ok) return found;
  const assessment = assessmentFor(records, command, context, request);
  if (assessment.id !== command.record) return refuse({code: 'unknown_record', fields: []});
  return ok({request: found.value, assessment});
}

export const writeFundAssessment = commandKind({
  kind: 'fund-assessment.write',
  version: 1,
  action: 'fund.assess',
  compartment: 'staff',
  makesPart: true,
  /** Only what was changed: a field left alone says nothing about what a colleague wrote in it meanwhile. */
  body: z.object({request: idSchema, otherSources: z.optional(optionalText), notes: z.optional(optionalText)}),
  reads: ['fund-assessment'],
  names: body => [body.request],
  decide(records, command, context) {
    const {request, ...texts} = command.body;
    const found = assessing(records, command, context, request);
    if (!found.ok) return found;
    const writes = Object.entries(texts).map(([field, value]): [string, FieldWrite] => [field, {way: 'text', value}]);
    return ok(writeFields(found.value.assessment, Object.fromEntries(writes), command, context));
  },
});

/** Whether a duty owes this, and why. The newest answer of each duty counts; those before it stay in the history. */
export const answerFundDuty = commandKind({
  kind: 'fund-duty.answer',
  version: 1,
  action: 'fund.assess',
  compartment: 'staff',
  makesPart: true,
  body: z.object({request: idSchema, duty: z.enum(FUND_DUTIES), covers: z.boolean(), reason: lineSchema.check(z.minLength(1))}),
  reads: ['fund-assessment'],
  names: body => [body.request],
  decide(records, command, context) {
    const {request, duty, covers, reason} = command.body;
    const found = assessing(records, command, context, request);
    if (!found.ok) return found;
    if (reason.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    const {assessment} = found.value;
    const answered = {duty, covers, reason, by: context.actor.holder, on: context.today};
    const duties = [...(assessment.data.duties ?? []).filter(each => each.duty !== duty), answered];
    return ok({status: 'applied', puts: [{...assessment, data: {...assessment.data, duties}}], grants: []});
  },
});

/** Kinds that `dutyFault` looks through. */
export const READ_FOR_DUTIES = [...READ_FOR_ELIGIBILITY, 'fund-assessment'] as const;

/** Money is not given while a duty that may owe it is unanswered, nor where it was said that the duty covers it. */
export function dutyFault(records: CaseRecords, request: FundRequest): Refusal | null {
  const file = READ_FOR_DUTIES.flatMap(kind => records.ofPerson(request.person, kind));
  const answers = assessmentOf(records.ofPerson(request.person, 'fund-assessment') as readonly Assessment[], request.id)?.data.duties ?? [];
  const hints = dutiesToConsider(file, request.data.spendType, request.data.requestedOn);
  const open = hints.map(({duty}): FundDuty => duty).filter(duty => !answers.some(each => each.duty === duty));
  if (open.length > 0) return {code: 'duty_unanswered', fields: open};
  const covering = answers.filter(({covers}) => covers).map(({duty}) => duty);
  return covering.length > 0 ? {code: 'duty_covers', fields: covering} : null;
}

/** What is missing before money can be given: a part of the plan (where the authority asks for one), and every duty's answer. */
export function recommendFault(records: CaseRecords, request: FundRequest, needsSection: boolean): Refusal | null {
  if (needsSection && (request.data.section ?? null) === null) return {code: 'words_missing', fields: ['section']};
  return dutyFault(records, request);
}

export const recommendFund = commandKind({
  kind: 'fund-request.recommend',
  version: 1,
  action: 'fund.assess',
  compartment: 'staff',
  body: z.object({outcome: z.enum(['approved', 'part', 'refused']), pence: z.nullable(penceSchema.check(z.minimum(1)))}),
  reads: [...READ_FOR_DUTIES, 'fund-decision'],
  decide(records, command, context) {
    const request = requestIn(records, command.record, command);
    if (!request.ok) return request;
    const before = records.ofPerson(command.person, 'fund-decision') as readonly RecordOf<'fund-decision'>[];
    if (!awaitsDecision(request.value, before)) return refuse({code: 'state_moved', fields: []});
    const {outcome, pence} = command.body;
    const {askedPence} = request.value.data;
    if (outcome !== 'refused') {
      if (pence === null || (askedPence !== null && pence > askedPence)) return refuse({code: 'out_of_range', fields: ['pence']});
      if (outcome === 'part' && pence === askedPence) return refuse({code: 'out_of_range', fields: ['pence']});
      const fault = recommendFault(records, request.value, context.settings('fundPlanLink', context.today) === 'required');
      if (fault) return refuse(fault);
    }
    const assessment = assessmentFor(records, command, context, command.record);
    const recommendation = {outcome, pence: outcome === 'refused' ? null : pence, by: context.actor.holder, on: context.today};
    const recommendedBy = [...new Set([...recommenders(assessment), context.actor.holder])];
    return ok({
      status: 'applied',
      puts: [withData(request.value, {status: 'recommended'}), {...assessment, data: {...assessment.data, recommendation, recommendedBy}}],
      grants: [],
    });
  },
});

/** A paper that the young person entered, now in a colleague's hand. */
export const seeFundPaper = commandKind({
  kind: 'fund-paper.see',
  version: 1,
  action: 'fund.assess',
  compartment: 'shared',
  body: z.object({}),
  reads: [],
  decide(records, command, context) {
    const paper = ownRecord(records.get(command.record), 'fund-paper', command);
    if (!paper.ok) return paper;
    if (paper.value.data['seenBy'] !== null) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...paper.value, data: {...paper.value.data, seenBy: context.actor.holder}}], grants: []});
  },
});

/** Done with: what was bought has been seen, or it says why nothing was. Below the authority's limit nobody need show anything. */
export const closeFundRequest = commandKind({
  kind: 'fund-request.close',
  version: 1,
  action: 'fund.assess',
  compartment: 'shared',
  movesState: true,
  body: z.object({without: optionalWords}),
  reads: [],
  decide(records, command, context) {
    const request = requestIn(records, command.record, command, ['paid']);
    if (!request.ok) return request;
    const {evidence, paid} = request.value.data;
    const {without} = command.body;
    const isShown = evidence === 'receipt' || evidence === 'photo';
    const isAskedFor = (paid?.pence ?? 0) > context.settings('fundEvidenceAbovePence', paid?.on ?? context.today);
    if (!isShown && isAskedFor && (without?.text ?? '').trim() === '') return refuse({code: 'words_missing', fields: ['without']});
    return ok({
      status: 'applied',
      puts: [withData(request.value, {status: 'closed', closedWithout: isShown ? null : without})],
      grants: [],
    });
  },
});
