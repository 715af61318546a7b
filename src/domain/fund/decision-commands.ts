/**
 * A request decided: approved, in part, refused or put off, with the reason in words that the young person reads. Nobody
 * decides what they asked for, recommended or benefit from; nobody gives more than their limit, the authority's caps or
 * what is left of the budget. The server decides for good; until then nothing is shown as done.
 */
import * as z from 'zod/mini';
import {adviserOn} from '../access/commands.ts';
import type {Team} from '../authority/authority.ts';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {wordsSchema} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {penceSchema, type Pence} from '../shared/money.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import type {DomainRecord} from '../shared/record.ts';
import {assessmentOf, READ_FOR_DUTIES, recommenders, recommendFault} from './assessment-commands.ts';
import {DECISION_LEVELS, FUND_OUTCOMES, FUND_REFUSALS} from './codes.ts';
import {asAuthoritySays, fundEligibility, READ_FOR_ELIGIBILITY} from './eligibility.ts';
import {financialYearOf, lineFor, remaining, type LedgerEntry} from './ledger.ts';
import {requestIn, scopeOf, withData, type FundRequest} from './request-commands.ts';
import {awaitsDecision, latestDecision} from './which-decision.ts';

export type BudgetLineRecord = RecordOf<'budget-line'>;
type Body = z.infer<typeof decisionBody>;

const decisionBody = z.object({
  outcome: z.enum(FUND_OUTCOMES),
  awardedPence: z.nullable(penceSchema.check(z.minimum(1))),
  refusal: z.nullable(z.enum(FUND_REFUSALS)),
  /** The reason for the young person; needed unless all that was asked is given. */
  words: z.nullable(wordsSchema),
  level: z.enum(DECISION_LEVELS),
  panelOn: z.nullable(calendarDateSchema),
  againOn: z.nullable(calendarDateSchema),
});

const blank = (body: Body): boolean => (body.words?.text ?? '').trim() === '';

/** Everybody with a part in a request: who asked it, set the amount that is asked, recommended it, or is the young person's adviser. */
export function partsIn(records: Pick<CaseRecords, 'ofPerson'>, request: FundRequest, today: CalendarDate): readonly (Id | null)[] {
  const assessment = assessmentOf(
    records.ofPerson(request.person, 'fund-assessment') as readonly RecordOf<'fund-assessment'>[],
    request.id,
  );
  const person = must(request.person, 'a request concerns a person');
  return [
    request.made.author,
    request.data.requestedBy,
    ...(request.heads['askedPence'] ?? []).map(({author}) => author),
    ...recommenders(assessment),
    adviserOn(records, person, today)?.data.adviser ?? null,
  ];
}

export const ownPart = (records: CaseRecords, request: FundRequest, {actor, today}: Pick<DecideContext, 'actor' | 'today'>): boolean =>
  partsIn(records, request, today).includes(actor.holder);

/** The most that somebody of this role gives by themselves (pence); null: only the panel's decision is recorded. */
export function limitOf({actor, settings, today}: Pick<DecideContext, 'actor' | 'settings' | 'today'>): Pence | null {
  if (actor.role === 'adviser') return settings('adviserFundLimitPence', today);
  return actor.role === 'manager' || actor.role === 'deputy' ? settings('managerFundLimitPence', today) : null;
}

/** What was awarded to this person in a financial year, without this request (pence). */
export function awardedInYear(records: CaseRecords, request: FundRequest, year: string): Pence {
  const decisions = records.ofPerson(request.person, 'fund-decision') as readonly RecordOf<'fund-decision'>[];
  return (records.ofPerson(request.person, 'fund-request') as readonly FundRequest[])
    .filter(({id, data}) => id !== request.id && (data.status === 'approved' || data.status === 'paid' || data.status === 'closed'))
    .map(({id}) => latestDecision(decisions, id)?.data)
    .reduce((sum, data) => sum + (data?.decidedOn && financialYearOf(data.decidedOn) === year ? (data.awardedPence ?? 0) : 0), 0);
}

/** The budget that an award made today comes from; undefined: none is set, or this device knows of none. */
export function budgetFor(records: CaseRecords, request: FundRequest, on: CalendarDate): BudgetLineRecord | undefined {
  const lines = records.ofPerson(null, 'budget-line') as readonly BudgetLineRecord[];
  const adviser = adviserOn(records, must(request.person, 'a request concerns a person'), on)?.data.adviser;
  const teams = records.ofPerson(null, 'team') as readonly DomainRecord<Team>[];
  const team = teams.find(({data}) => adviser !== undefined && data.members.includes(adviser))?.id ?? null;
  const named = lines.map(record => ({...record.data, record}));
  return lineFor(named, financialYearOf(on), {team, purpose: request.data.purpose})?.record;
}

/** Why this much cannot be given: too much for what was asked, for the caps, for the decider, for the duties, or for the budget. */
function awardFault(records: CaseRecords, request: FundRequest, body: Body, context: DecideContext): Refusal | null {
  const {settings, today} = context;
  const {askedPence, requestedOn} = request.data;
  const award = body.awardedPence;
  const fields = ['awardedPence'];
  if (award === null || (askedPence !== null && award > askedPence)) return {code: 'out_of_range', fields};
  if (askedPence !== null && (body.outcome === 'part') !== award < askedPence) return {code: 'out_of_range', fields};
  const file = READ_FOR_ELIGIBILITY.flatMap(kind => records.ofPerson(request.person, kind));
  // The day of asking counts: a birthday between asking and deciding takes nothing away. Nobody gives to the dead.
  const found = asAuthoritySays(fundEligibility(file, requestedOn), settings('fundCategory6', today));
  if (found.answer === 'no' || fundEligibility(file, today).reason === 'died') return {code: 'not_eligible', fields: []};
  const fault = recommendFault(records, request, settings('fundPlanLink', today) === 'required');
  if (fault) return fault;
  if (award > settings('fundCapRequestPence', today)) return {code: 'over_cap', fields};
  if (award + awardedInYear(records, request, financialYearOf(today)) > settings('fundCapYearPence', today))
    return {code: 'over_cap', fields: ['year']};
  return body.level === 'own' && award > (limitOf(context) ?? 0) ? {code: 'over_limit', fields} : null;
}

function decisionFault(records: CaseRecords, request: FundRequest, body: Body, context: DecideContext): Refusal | null {
  if (ownPart(records, request, context)) return {code: 'own_request', fields: []};
  const isManager = context.actor.role === 'manager' || context.actor.role === 'deputy';
  if (body.level === 'panel' && !isManager) return {code: 'not_permitted', fields: []};
  if (body.level === 'panel' && (body.panelOn === null || body.panelOn > context.today)) return {code: 'out_of_range', fields: ['panelOn']};
  // Whoever may give nothing by themselves decides nothing by themselves.
  if (body.level === 'own' && (limitOf(context) ?? 0) === 0) return {code: 'over_limit', fields: []};
  if (body.outcome !== 'approved' && blank(body)) return {code: 'words_missing', fields: ['words']};
  switch (body.outcome) {
    case 'approved':
    case 'part':
      return awardFault(records, request, body, context);
    case 'refused':
      return body.refusal === null || body.awardedPence !== null ? {code: 'out_of_range', fields: ['refusal']} : null;
    case 'deferred':
      return body.againOn === null || body.againOn <= context.today ? {code: 'date_past', fields: ['againOn']} : null;
  }
}

/** What the ledger is to do: the whole award committed, from the budget of the day of the decision. */
function commitment(
  records: CaseRecords,
  request: FundRequest,
  award: Pence,
  {today}: DecideContext,
): Result<{readonly line: Id | null; readonly entries: readonly LedgerEntry[]}, Refusal> {
  const line = budgetFor(records, request, today);
  // A device that holds no budgets leaves that to the server, which holds them all.
  if (!line) return records.scope(null, 'budgets') === undefined ? ok({line: null, entries: []}) : refuse({code: 'no_budget', fields: []});
  const {allocationPence, overspendPence, committedPence, spentPence} = line.data;
  const left = remaining({allocation: allocationPence, overspend: overspendPence, committed: committedPence, spent: spentPence});
  if (award > left) return refuse({code: 'budget_spent', fields: ['awardedPence']});
  return ok({line: line.id, entries: [{line: line.id, kind: 'commit', pence: award, request: request.id, person: request.person}]});
}

/** One decision of each op, under an id that follows from it. */
const decisionId = (command: Command): Id => partId(command.record, `decision ${command.op}`);

export const decideFund = commandKind({
  kind: 'fund-request.decide',
  version: 1,
  action: 'fund.decide',
  compartment: 'shared',
  movesState: true,
  onePersonAtATime: true,
  audited: true,
  body: decisionBody,
  reads: [...READ_FOR_DUTIES, 'fund-request', 'fund-decision', 'allocation'],
  readsOfAuthority: ['budget-line', 'team'],
  decide(records, command, context) {
    const found = requestIn(records, command.record, command);
    if (!found.ok) return found;
    const request = found.value;
    const before = records.ofPerson(command.person, 'fund-decision') as readonly RecordOf<'fund-decision'>[];
    if (!awaitsDecision(request, before)) return refuse({code: 'state_moved', fields: []});
    const {body} = command;
    const fault = decisionFault(records, request, body, context);
    if (fault) return refuse(fault);
    const award = body.outcome === 'approved' || body.outcome === 'part' ? body.awardedPence : null;
    const committed = award === null ? ok({line: null, entries: []}) : commitment(records, request, award, context);
    if (!committed.ok) return committed;
    const data: DataOf<'fund-decision'> = {
      request: request.id,
      outcome: body.outcome,
      awardedPence: award,
      decidedBy: context.actor.holder,
      decidedOn: context.today,
      reason: null,
      words: body.words,
      refusal: body.outcome === 'refused' ? body.refusal : null,
      level: body.level,
      panelOn: body.level === 'panel' ? body.panelOn : null,
      againOn: body.outcome === 'deferred' ? body.againOn : null,
      line: committed.value.line,
    };
    const decision = newRecord(
      'fund-decision',
      {...command, record: decisionId(command)},
      scopeOf(records, command, 'shared'),
      data,
      context,
    );
    const status = body.outcome === 'part' ? 'approved' : body.outcome;
    return ok({status: 'applied', puts: [withData(request, {status}), decision], grants: [], entries: committed.value.entries});
  },
});
