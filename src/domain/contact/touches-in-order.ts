/** In which order it counts what was said of being in touch; without its schema, since first screens ask. */
import type {RecordOf} from '../record-kinds.ts';
import {struckOut} from '../shared/record.ts';

/** The earliest day first; of one day as it was made, since a mistake is put right by a record of its own. The last holds. */
export function touchesInOrder<Each extends RecordOf<'in-touch'>>(records: readonly Each[]): readonly Each[] {
  const order = ({data, made, id}: Each) => [data.since ?? '', made.at, id].join();
  return records.filter(each => !struckOut(each)).toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}
