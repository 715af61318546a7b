/** Reads the words of both languages as files, so that tests see what is shipped and not what the compiler thinks of it. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

export type Words = Readonly<Record<string, string>>;
const ROOT = join(import.meta.dirname, '../../locales');

/** Lists of words to draw from, not text of a screen. */
const NOT_TEXT = new Set(['passphrase-words.json']);

export const NAMESPACES = readdirSync(join(ROOT, 'en'))
  .filter(file => file.endsWith('.json') && !NOT_TEXT.has(file))
  .toSorted();

/** Names of codes that only staff read lie in a file of their own and are one namespace with the others. */
const namespaceOf = (file: string): string => file.replace(/(?:-staff|-page|-fund|-evaluation|-profile|-file)?\.json$/u, '');

export function words(language: 'cy' | 'en', namespace: string): Words {
  return JSON.parse(readFileSync(join(ROOT, language, namespace), 'utf8')) as Words;
}

export function everyWord(language: 'cy' | 'en'): ReadonlyMap<string, string> {
  return new Map(
    NAMESPACES.flatMap(namespace =>
      Object.entries(words(language, namespace)).map(([key, text]) => [`${namespaceOf(namespace)}:${key}`, text] as const),
    ),
  );
}

export const PLURAL_ENDING = /_(zero|one|two|few|many|other)$/u;
