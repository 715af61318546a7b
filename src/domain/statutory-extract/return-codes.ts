/**
 * How what is recorded is written in a statutory return: for each of our codes one of theirs. The table is the authority's
 * (setting `returnCodes`); where it has set none, or a later version of the product has a code that its table does not know,
 * the English codes of domain.md 4.1 to 4.3 stand in. The Welsh Government's own table was not found.
 */
import type {ReturnCode} from '../authority/settings.ts';
import {returnCode} from '../learning-work/codes.ts';
import {must} from '../shared/result.ts';
import type {ActivityCode} from '../young-person/codes.ts';
import {codeKey, RETURN_LISTS, type OurCode, type ReturnList} from './return-lists.ts';

/** With `*`: whether the home is suitable follows it, as 1 or 2. */
const HOMES: Readonly<Record<OurCode<'home'>, string>> = {
  parents_relatives: 'B*',
  residential: 'C*',
  // Theirs has no code for it, since whoever has left care lives in no foster home: the checks ask what it is.
  foster_care: 'Y*',
  semi_independent: 'D*',
  supported_lodgings: 'E*',
  abroad: 'G*',
  deported: 'H*',
  lodgings: 'K*',
  not_known: 'R*',
  no_fixed_abode: 'S2',
  foyer: 'T*',
  independent: 'U*',
  emergency: 'V*',
  bed_breakfast: 'W*',
  custody: 'X2',
  other: 'Y*',
  former_foster_wir: 'Z*',
  nothing_heard: '0',
};
const IN_TOUCH_CODES: Readonly<Record<OurCode<'inTouch'>, string>> = {
  yes: 'YES',
  no: 'NO',
  refused: 'REFU',
  no_longer_requires: 'NREQ',
  returned_home: 'RHOM',
  died: 'DIED',
};
const activityCode = (ours: ActivityCode): string => (ours === 'not_known' ? '0' : returnCode(ours));

const starred = (list: ReturnList, ours: OurCode, theirs: string): ReturnCode =>
  theirs.endsWith('*') ? {list, ours, theirs: theirs.slice(0, -1), suffix: true} : {list, ours, theirs};

/** What holds where the authority has set nothing. */
export const DEFAULT_RETURN_CODES: readonly ReturnCode[] = [
  ...RETURN_LISTS.home.map(ours => starred('home', ours, HOMES[ours])),
  ...RETURN_LISTS.activity.map(ours => starred('activity', ours, activityCode(ours))),
  ...RETURN_LISTS.inTouch.map(ours => starred('inTouch', ours, IN_TOUCH_CODES[ours])),
];

export type TheirCode = <List extends ReturnList>(list: List, ours: OurCode<List>) => ReturnCode;

/** Which of theirs each of ours is. */
export function theirCodes(rows: readonly ReturnCode[]): TheirCode {
  const table = new Map([...DEFAULT_RETURN_CODES, ...rows].map(row => [codeKey(row), row]));
  return (list, ours) => must(table.get(codeKey({list, ours})), 'every code of every list has one');
}
