/** Which decision about a request holds, and whether somebody still has to decide: what first screens ask, without the commands. */
import type {RecordOf} from '../record-kinds.ts';
import type {Id} from '../shared/ids.ts';
import {UNDECIDED, type FUND_OUTCOMES} from './codes.ts';

const FINAL: readonly unknown[] = ['approved', 'part', 'refused'] satisfies readonly (typeof FUND_OUTCOMES)[number][];

/**
 * The decision that holds: one that nothing can follow, whatever the clocks of those who decided say; else the last day's, and
 * of two on one day the later made.
 */
export function latestDecision<Decided extends RecordOf<'fund-decision'>>(decisions: readonly Decided[], request: Id): Decided | undefined {
  const order = ({data, made}: Decided) => `${FINAL.includes(data.outcome) ? 1 : 0} ${data.decidedOn ?? ''} ${made.at}`;
  return decisions.filter(({data}) => data.request === request).toSorted((one, other) => (order(one) < order(other) ? 1 : -1))[0];
}

/**
 * Whether somebody still has to decide. So it is also with what an old system called approved without saying how much: no budget
 * can have it, and nobody can pay it, until a decision names an amount.
 */
export function awaitsDecision<Decided extends RecordOf<'fund-decision'>>(
  {id, data}: RecordOf<'fund-request'>,
  decisions: readonly Decided[],
): boolean {
  return UNDECIDED.includes(data.status) || (data.status === 'approved' && !latestDecision(decisions, id)?.data.awardedPence);
}
