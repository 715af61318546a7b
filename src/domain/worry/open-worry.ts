/** How things stand with somebody's worries, and nothing of what they are about: enough for a list. */
import type {RecordOf} from '../record-kinds.ts';

/** Null: nobody has to look. 'open': somebody has said of each that they read it. Without what was struck out. */
export function openWorry(worries: readonly RecordOf<'worry'>[]): 'unread' | 'open' | null {
  const open = worries.filter(({data}) => data.closedAt === null);
  if (open.length === 0) return null;
  return open.every(({data}) => data.seenBy.length > 0) ? 'open' : 'unread';
}
