/** The table of a return's codes while it is being changed: what was typed for each of ours, and the table once it can be read. Pure. */
import * as z from 'zod/mini';
import {returnCodeSchema, type ReturnCode} from '#domain/authority/settings.ts';
import {DEFAULT_RETURN_CODES, theirCodes} from '#domain/statutory-extract/return-codes.ts';
import {codeKey, LIST_NAMES, RETURN_LISTS, type ReturnList} from '#domain/statutory-extract/return-lists.ts';
import type {Translate} from '#client/i18n/text.ts';

export const codesDraftSchema = z.object({
  /** By list and ours: 'home.foyer'. */
  typed: z.record(z.string(), z.string()),
  /** Homes that are followed by whether they are suitable. */
  suffixed: z.array(z.string()),
});
export type CodesDraft = z.infer<typeof codesDraftSchema>;
export const NO_CODES: CodesDraft = {typed: {}, suffixed: []};

export interface OneOfOurs {
  readonly list: ReturnList;
  readonly ours: string;
}
const EVERY_ONE: readonly OneOfOurs[] = LIST_NAMES.flatMap(list => RETURN_LISTS[list].map(ours => ({list, ours})));

/** The first is the setting's own, where its label leads. */
export const codeFieldId = (one: OneOfOurs): string =>
  codeKey(one) === codeKey(EVERY_ONE[0] ?? one) ? 'value' : `value-${one.list}-${one.ours}`;

export function ourWords(t: Translate, list: ReturnList, ours: string): string {
  if (list === 'home') return t(`returns:home.${ours as 'other'}`);
  return list === 'activity' ? t(`codes:activity.${ours as 'F1'}`) : t(`codes:inTouch.${ours as 'yes'}`);
}

/** What holds now: where nothing is set, or of a code that the table does not know yet, the product's. */
export function codesDraftOf(rows: readonly ReturnCode[]): CodesDraft {
  const theirs = theirCodes(rows);
  const whole = DEFAULT_RETURN_CODES.map(({list, ours}) => theirs(list, ours as 'other'));
  return {
    typed: Object.fromEntries(whole.map(row => [codeKey(row), row.theirs])),
    suffixed: whole.filter(({suffix}) => suffix === true).map(({ours}) => ours),
  };
}

/** The table as typed, or which of ours have no code that can be read. Small letters are taken as capitals. */
export function readCodes({typed, suffixed}: CodesDraft): {readonly rows: readonly ReturnCode[]; readonly wrong: readonly OneOfOurs[]} {
  const rows = EVERY_ONE.map((one): ReturnCode => ({
    ...one,
    theirs: (typed[codeKey(one)] ?? '').trim().toUpperCase(),
    ...(one.list === 'home' && suffixed.includes(one.ours) ? {suffix: true} : {}),
  }));
  const wrong = rows.filter(row => !returnCodeSchema.safeParse(row).success).map(({list, ours}) => ({list, ours}));
  // The product's own are set by setting none, so that whatever is put right in them holds.
  const isOurs = JSON.stringify(rows) === JSON.stringify(DEFAULT_RETURN_CODES);
  return {rows: isOurs ? [] : rows, wrong};
}
