/**
 * A request to the fund with all that belongs to it, as its owner's phone holds it, and what is asked of them now. Where
 * nothing was ever decided here (an import) it says no more than the old system did.
 */
import {PAID, type FundStatus} from '#domain/fund/codes.ts';
import {latestDecision} from '#domain/fund/which-decision.ts';
import type {DataOf, KindCode} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Pence} from '#domain/shared/money.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';

export interface OwnRequest {
  readonly request: Folded<'fund-request'>;
  /** The one that holds; those before it are in `decisions` too. */
  readonly decision: Folded<'fund-decision'> | undefined;
  readonly decisions: readonly Folded<'fund-decision'>[];
  readonly notes: readonly Folded<'fund-note'>[];
  readonly papers: readonly Folded<'fund-paper'>[];
  readonly outcomes: readonly Folded<'fund-outcome'>[];
}

function withAll(memory: MemoryStore, person: Id, request: Folded<'fund-request'>): OwnRequest {
  const of = <Kind extends KindCode>(kind: Kind) =>
    memory.records(person, kind).filter(({data}) => (data as {request?: Id}).request === request.id);
  const decisions = of('fund-decision');
  return {
    request,
    decisions,
    decision: latestDecision(decisions, request.id),
    notes: of('fund-note'),
    papers: of('fund-paper'),
    outcomes: of('fund-outcome'),
  };
}

/** Newest first. */
export function readRequests(memory: MemoryStore, person: Id): readonly OwnRequest[] {
  const order = ({data, made}: Folded<'fund-request'>) => `${data.requestedOn} ${made.at}`;
  return memory
    .records(person, 'fund-request')
    .toSorted((one, other) => (order(one) < order(other) ? 1 : -1))
    .map(request => withAll(memory, person, request));
}

/** Undefined for an address of nothing, or of a request that is not here. */
export function readRequest(memory: MemoryStore, person: Id, id: Id): OwnRequest | undefined {
  const request = memory.records(person, 'fund-request').find(each => each.id === id);
  return request && withAll(memory, person, request);
}

/** The question that waits for an answer. */
export function openQuestion({request, notes}: OwnRequest): Folded<'fund-note'> | undefined {
  if (request.data.status !== 'more_info') return undefined;
  return notes.filter(({data}) => data.what === 'question').toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1))[0];
}

/** Less than was asked. */
export function isPart({request, decision}: OwnRequest): boolean {
  const {awardedPence = null, outcome} = decision?.data ?? {};
  const {askedPence} = request.data;
  return outcome === 'part' || (awardedPence !== null && askedPence !== null && awardedPence < askedPence);
}

export function standingOf(own: OwnRequest): FundStatus | 'part' {
  const {status} = own.request.data;
  return status === 'approved' && isPart(own) ? 'part' : status;
}

export interface Paid {
  readonly on: DataOf<'fund-payment'>['paidOn'];
  readonly pence: Pence | null;
}

/** What was paid for it; of a payment in an old system only that there was one, and what had been awarded. */
export function paidFor({request, decision}: OwnRequest): Paid | null {
  const {paid, status} = request.data;
  if (paid) return paid;
  return PAID.includes(status) ? {on: null, pence: decision?.data.awardedPence ?? null} : null;
}

/** What is asked of them now. Of what an old system paid nobody is asked anything. */
export function askedNow({request, outcomes}: OwnRequest, help: DataOf<'who-helps'> | undefined): readonly ('receipt' | 'outcome')[] {
  const {paid, status, evidence} = request.data;
  if (!paid || status === 'reversed') return [];
  const isShown = evidence === 'receipt' || evidence === 'photo';
  const isOverLimit = paid.pence > (help?.fund?.evidenceAbovePence ?? 0);
  return [
    ...(status === 'paid' && !isShown && isOverLimit ? (['receipt'] as const) : []),
    ...(outcomes.length === 0 ? (['outcome'] as const) : []),
  ];
}
