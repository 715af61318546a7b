/** Which of our codes have one in a statutory return, and whether a table has exactly one for each. */
import {HOME_GROUP_CODES} from '../accommodation/codes.ts';
import type {ReturnCode} from '../authority/settings.ts';
import {ACTIVITIES, IN_TOUCH} from '../young-person/codes.ts';

/** Of a home of which nothing was heard there is a code too. */
export const RETURN_LISTS = {home: [...HOME_GROUP_CODES, 'nothing_heard'], activity: ACTIVITIES, inTouch: IN_TOUCH} as const;
export type ReturnList = keyof typeof RETURN_LISTS;
export type OurCode<List extends ReturnList = ReturnList> = (typeof RETURN_LISTS)[List][number];
export const LIST_NAMES = Object.keys(RETURN_LISTS) as readonly ReturnList[];

export const codeKey = ({list, ours}: {readonly list: ReturnList; readonly ours: string}): string => `${list}.${ours}`;

/** Each of our codes has exactly one, and only a home is suitable or not. An empty one is the product's. */
export function isWholeTable(rows: readonly ReturnCode[]): boolean {
  if (rows.length === 0) return true;
  const keys = new Set(rows.map(codeKey));
  const all = LIST_NAMES.flatMap(list => RETURN_LISTS[list].map(ours => codeKey({list, ours})));
  return (
    rows.length === all.length && all.every(key => keys.has(key)) && rows.every(({list, suffix}) => list === 'home' || suffix !== true)
  );
}
