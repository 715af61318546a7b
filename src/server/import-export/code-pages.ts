/**
 * Code pages of one byte a letter, and which of them a file was written in. Windows writes windows-1252; old consoles,
 * old Macs and Welsh ISO tables differ in the bytes of accented letters and of the pound sign, so what stands between
 * two letters or before a figure tells them apart. Where nothing tells, it is windows-1252.
 */
import {TextDecoder} from 'node:util';

export type CodePage = 'windows-1252' | 'iso-8859-14' | 'macintosh' | 'ibm850';

const HIGH_BYTES = Uint8Array.from({length: 128}, (_, at) => 0x80 + at);
const table = (label: string): readonly string[] => [...new TextDecoder(label).decode(HIGH_BYTES)];
const LATIN_1 = Array.from(HIGH_BYTES, byte => String.fromCharCode(byte));

/** The 128 high bytes of each page. */
export const CODE_PAGES: Readonly<Record<CodePage, readonly string[]>> = {
  'windows-1252': [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', ...LATIN_1.slice(32)],
  'iso-8859-14': table('iso-8859-14'),
  macintosh: table('macintosh'),
  ibm850: [
    ...'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
};
const PAGES = Object.keys(CODE_PAGES) as CodePage[];

/** How often each high byte stands inside a word, and before a figure. */
export interface ByteContexts {
  readonly inWord: number[];
  readonly beforeFigure: number[];
}

export const noContexts = (): ByteContexts => ({inWord: Array.from(HIGH_BYTES, () => 0), beforeFigure: Array.from(HIGH_BYTES, () => 0)});

/** The Welsh letters of ISO-8859-14 often end a word (tŷ); in windows-1252 their bytes are Icelandic letters. */
const IN_WORD = /(?<=[A-Za-z])[\x80-\xff](?=[A-Za-z])|(?<=[A-Za-z])[\xd0\xde\xf0\xfe]|[\xd0\xde\xf0\xfe](?=[A-Za-z])/g;
const BEFORE_FIGURE = /(?<![A-Za-z0-9])[\x80-\xff](?=[0-9])/g;

export function noteContexts(latin1: string, {inWord, beforeFigure}: ByteContexts): void {
  const note = (counts: number[], form: RegExp) => {
    for (const [byte] of latin1.matchAll(form)) counts[byte.charCodeAt(0) - 0x80] = (counts[byte.charCodeAt(0) - 0x80] ?? 0) + 1;
  };
  note(inWord, IN_WORD);
  note(beforeFigure, BEFORE_FIGURE);
}

const LETTER = /^[àáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿñçÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜẀẂŴẄỲÝŶŸÑÇ]$/u;
const MARK = /^[’–—…]$/u;

/** Typographic marks weigh a little more than letters: an apostrophe is commoner in Welsh than any accent. */
const weightInWord = (character: string): number => (LETTER.test(character) ? 1 : MARK.test(character) ? 1.2 : -1);

export function codePageOf({inWord, beforeFigure}: ByteContexts): CodePage {
  const score = (page: CodePage) =>
    CODE_PAGES[page].reduce(
      (sum, character, at) => sum + (inWord[at] ?? 0) * weightInWord(character) + (character === '£' ? (beforeFigure[at] ?? 0) : 0),
      0,
    );
  return PAGES.reduce((best, page) => (score(page) > score(best) ? page : best), 'windows-1252');
}
