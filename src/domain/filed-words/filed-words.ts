/**
 * Words that reached the council after their author no longer held the file, or in a form that nobody can carry out any
 * more. A manager puts them into the file as they stand; who wrote them and when stays with them.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {instantSchema, TEXT_LIMIT_BYTES, wordsSchema, type Words} from '../shared/fields.ts';
import {idSchema, isId} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';

export const filedWordsKind = recordKind({
  kind: 'filed-words',
  compartments: ['staff'],
  schema: z.object({
    author: idSchema,
    writtenAt: instantSchema,
    /** What it was meant to be: the kind of the command, or a draft. */
    from: z.string().check(z.maxLength(80)),
    words: z.array(wordsSchema),
    filedBy: idSchema,
    filedOn: calendarDateSchema,
  }),
  fields: {author: 'fixed', writtenAt: 'fixed', from: 'fixed', words: 'fixed', filedBy: 'fixed', filedOn: 'fixed'},
});

/** Fields in which people write, whatever is in them. */
const WRITTEN: ReadonlySet<string> = new Set(['text', 'what', 'note', 'words', 'reason', 'ownerName', 'answer', 'amount']);
const LANGS = ['cy', 'en', 'mixed', 'not_stated'] as const;
/** A character has four bytes at most. */
const PIECE = TEXT_LIMIT_BYTES / 4;

/** Every text that somebody wrote in the body of a command or a draft, in its order, and amounts of their money; codes, dates and ids are none. */
export function textsIn(body: unknown): readonly Words[] {
  const found: Words[] = [];
  collect(body, '', found);
  return found;
}

function collect(value: unknown, field: string, found: Words[]): void {
  if (typeof value === 'string') {
    if (isWritten(value, field)) found.push(...pieces(value, 'not_stated'));
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, field, found);
  } else if (value !== null && typeof value === 'object') {
    const {pence} = value as {pence?: unknown};
    if (typeof pence === 'number') found.push({text: inPounds(pence), lang: 'not_stated'});
    const {text, lang} = value as {text?: unknown; lang?: unknown};
    const language = LANGS.find(each => each === lang);
    const isWords = typeof text === 'string' && language !== undefined;
    if (isWords && text.trim() !== '') found.push(...pieces(text, language));
    for (const [name, item] of Object.entries(value)) if (!(isWords && (name === 'text' || name === 'lang'))) collect(item, name, found);
  }
}

/** As somebody would write it, in either language. */
const inPounds = (pence: number): string => `£${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;

function isWritten(text: string, field: string): boolean {
  if (text.trim() === '' || isId(text)) return false;
  if (WRITTEN.has(field)) return true;
  return !/^\d[\d:T.Z-]*$/.test(text) && (/\s/.test(text.trim()) || /[^\u0020-\u007e]/.test(text));
}

/** Longer than a field holds: piece after piece, nothing cut. What no store gives back byte for byte stands as a mark. */
function pieces(text: string, lang: Words['lang']): Words[] {
  const characters = [...text.replaceAll('\u0000', '\ufffd').replaceAll(/[\ud800-\udfff]/gu, '\ufffd')];
  const all: Words[] = [];
  for (let start = 0; start < characters.length; start += PIECE) all.push({text: characters.slice(start, start + PIECE).join(''), lang});
  return all;
}
