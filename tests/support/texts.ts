/** The app's own words by key, so that browser tests find things as a reader of that language does. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Language} from '#domain/shared/fields.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'locales');

function read(language: Language): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const file of readdirSync(join(FOLDER, language)).filter(name => name.endsWith('.json'))) {
    const keys = JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Record<string, string>;
    for (const [key, value] of Object.entries(keys))
      words.set(`${file.replace(/(?:-staff|-page|-fund|-evaluation|-profile|-file)?\.json$/u, '')}:${key}`, value);
  }
  return words;
}

const WORDS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {cy: read('cy'), en: read('en')};

/** @throws when the key is unknown: a renamed key must not make a test pass. */
export function textsOf(language: Language): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  return (key, values = {}) => {
    const found = WORDS[language].get(key);
    if (found === undefined) throw new Error(`no text ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
