/**
 * What looks like the same request asked before: a hint for whoever decides, never a refusal. The same kind within a year, the
 * same amount under another heading within three months, the same supplier and amount on a paper of another request.
 */
import type {RecordOf} from '../record-kinds.ts';
import {daysBetween} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';

export interface DuplicateHint {
  readonly request: Id;
  readonly because: 'same_kind' | 'same_amount' | 'same_paper';
}

type Request = RecordOf<'fund-request'>;
type Paper = RecordOf<'fund-paper'>;

const KIND_WITHIN_DAYS = 365;
const AMOUNT_WITHIN_DAYS = 91;
const GONE: readonly Request['data']['status'][] = ['withdrawn', 'refused', 'reversed'];

const apart = (one: Request, other: Request): number => Math.abs(daysBetween(one.data.requestedOn, other.data.requestedOn));

export function duplicateHints(request: Request, all: readonly Request[], papers: readonly Paper[] = []): readonly DuplicateHint[] {
  const {askedPence, spendType} = request.data;
  const own = papers.filter(({data}) => data.request === request.id);
  const isSamePaper = ({data}: Paper) =>
    own.some(
      mine =>
        mine.data.supplier.trim().toLowerCase() === data.supplier.trim().toLowerCase() &&
        mine.data.pence === data.pence &&
        data.pence !== null,
    );
  return all
    .filter(other => other.id !== request.id && !GONE.includes(other.data.status))
    .flatMap((other): DuplicateHint[] => {
      if (papers.some(paper => paper.data.request === other.id && isSamePaper(paper))) return [{request: other.id, because: 'same_paper'}];
      if (spendType !== null && other.data.spendType === spendType && apart(request, other) <= KIND_WITHIN_DAYS)
        return [{request: other.id, because: 'same_kind'}];
      if (askedPence !== null && other.data.askedPence === askedPence && apart(request, other) <= AMOUNT_WITHIN_DAYS)
        return [{request: other.id, because: 'same_amount'}];
      return [];
    });
}
