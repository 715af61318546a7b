/**
 * Finds the code of a list value as somebody wrote it: in either language or both, in any case, with letters that an
 * export lost or scrambled. Nothing is guessed: what could mean two codes means none.
 */
import {LISTS, type ListName} from './code-lists.ts';

/** Letters and figures only, without case and accents: what all writings of one value have in common. */
export function foldValue(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const FOLDED = new Map<ListName, ReadonlyMap<string, string>>(
  (Object.entries(LISTS) as [ListName, ReadonlyMap<string, readonly string[]>][]).map(([name, list]) => [
    name,
    new Map([...list].flatMap(([code, spellings]) => spellings.map(spelling => [foldValue(spelling), code] as const))),
  ]),
);

/** The code of a list value, or null when none or more than one can be meant. */
export function codeOf(list: ListName, text: string): string | null {
  const entries = FOLDED.get(list) ?? new Map<string, string>();
  const known = entries.get(foldValue(text)) ?? entries.get(foldValue(unscrambled(text))) ?? inBothLanguages(entries, text);
  if (known !== undefined || !/[?\ufffd]/.test(text)) return known ?? null;
  return onlyMatch(entries, text);
}

/** One value written in both languages: 'Phone call / Galwad ffôn'. */
function inBothLanguages(entries: ReadonlyMap<string, string>, text: string): string | undefined {
  const parts = text.split(/[/|\n]/);
  for (let at = 1; at < parts.length; at++) {
    const code = entries.get(foldValue(parts.slice(0, at).join('')));
    if (code !== undefined && code === entries.get(foldValue(parts.slice(at).join('')))) return code;
  }
  return undefined;
}

/** A letter that an export could not write stands as '?'; nothing else is guessed. */
function onlyMatch(entries: ReadonlyMap<string, string>, text: string): string | null {
  const pattern = text
    .split(/[?\ufffd]/)
    .map(part => foldValue(part).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.?');
  if (pattern.replaceAll('.?', '').length < 3) return null;
  const form = new RegExp(`^${pattern}$`, 'u');
  const codes = new Set([...entries].filter(([folded]) => form.test(folded)).map(([, code]) => code));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/** UTF-8 that was once read as windows-1252 and saved again: 'Galwad ffÃ´n'. */
function unscrambled(text: string): string {
  if (!/[ÃÅ]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1').toString('utf8');
  return bytes.includes('\ufffd') ? text : bytes;
}
