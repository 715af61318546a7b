/** Which judgement of a home counts, and whether somebody still has to decide about it. */
import type {RecordOf} from '../record-kinds.ts';
import {struckOut} from '../shared/record.ts';

/** Whether somebody who leads the team still has to look at what will be done about a home: the newest judgement of it decides. */
export const awaitsDecision = ({result, decision}: RecordOf<'suitability'>['data']): boolean =>
  result === 'unsuitable' && (decision ?? null) === null;

/**
 * The newest judgement of a stay that stands: of one day the later made. Not suitable, as somebody else found on the same day, goes before
 * it until it is decided about: two who judged apart are not weighed by their clocks.
 */
export function judgementOf(judgements: readonly RecordOf<'suitability'>[], stay: string): RecordOf<'suitability'> | undefined {
  const order = ({data, made, id}: RecordOf<'suitability'>) => [data.judgedOn ?? '', made.at, id].join();
  const [newest, ...older] = judgements
    .filter(each => each.data.stay === stay && !struckOut(each))
    .toSorted((one, other) => (order(one) < order(other) ? 1 : -1));
  const undecided = older.find(
    ({data, made}) => data.judgedOn === newest?.data.judgedOn && made.author !== newest.made.author && awaitsDecision(data),
  );
  return undecided ?? newest;
}
