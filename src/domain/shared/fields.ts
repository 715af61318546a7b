/** Schema pieces that several kinds share. Limits: 64 KB of text a field (sync.md B4); nothing is cut to fit. */
import * as z from 'zod/mini';
import {calendarDateSchema} from './calendar-date.ts';
import {idSchema} from './ids.ts';

export const LANGUAGES = ['cy', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema = z.enum(LANGUAGES);

/** 65,536 bytes of UTF-8 at most; a lone surrogate or NUL cannot be kept byte for byte and is refused at entry. */
export const TEXT_LIMIT_BYTES = 65_536;

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** True when the text can be stored and given back byte for byte. */
export function isKeepableText(text: string): boolean {
  return !text.includes('\u0000') && !/[\ud800-\udfff]/u.test(text) && utf8Length(text) <= TEXT_LIMIT_BYTES;
}

export const textSchema = z.string().check(z.refine(isKeepableText));
export const lineSchema = z.string().check(z.maxLength(1_000), z.refine(isKeepableText));
/** `not_stated`: imported words whose language the old system did not keep; nobody guesses it. */
export const wordsSchema = z.object({text: textSchema, lang: z.enum(['cy', 'en', 'mixed', 'not_stated'])});
/** Free text with the language it was written in; never machine-translated (welsh.md 2). */
export type Words = z.infer<typeof wordsSchema>;

export const optionalText = z.nullable(textSchema);
export const optionalLine = z.nullable(lineSchema);
export const optionalWords = z.nullable(wordsSchema);
export const optionalDate = z.nullable(calendarDateSchema);
export const optionalId = z.nullable(idSchema);
/** Yes, no, or not recorded. */
export const optionalFlag = z.nullable(z.boolean());
export const timeOfDaySchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const instantSchema = z.iso.datetime();
/** A month as 'YYYY-MM'. */
export const monthSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
/** A financial year, 1 April to 31 March, as '2026-27'. */
export const financialYearSchema = z.string().check(z.regex(/^\d{4}-\d{2}$/));
