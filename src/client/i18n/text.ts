/**
 * The words of every screen, in the language of the device. Keys are typed from the English files; a key or a value
 * that is missing throws in tests and development and never falls back to the other language.
 */
import {createContext, useContext, useSyncExternalStore} from 'react';
import {countedForm} from './counted-form.ts';
import {formattersFor, type Formatters} from './formatters.ts';
import {storeLanguage, type Language} from './language-choice.ts';
import type {bundle as authority} from './authority-words-en.ts';
import type {bundle as both} from './both-words-en.ts';
import type {bundle as codes} from './codes-words-en.ts';
import type {bundle as core} from './core-words-en.ts';
import type {bundle as file} from './file-words-en.ts';
import type {bundle as fund} from './fund-words-en.ts';
import type {bundle as imports} from './import-words-en.ts';
import type {bundle as learning} from './learning-words-en.ts';
import type {bundle as moneyPlan} from './money-plan-words-en.ts';
import type {bundle as notifications} from './notifications-words-en.ts';
import type {bundle as print} from './print-words-en.ts';
import type {bundle as staff} from './staff-words-en.ts';
import type {bundle as young} from './young-words-en.ts';
import type {bundle as youngFund} from './young-fund-words-en.ts';
import type {bundle as youngPage} from './young-page-words-en.ts';

type Bundle = typeof core &
  typeof codes &
  typeof both &
  typeof staff &
  typeof young &
  typeof imports &
  typeof file &
  typeof fund &
  typeof moneyPlan &
  typeof learning &
  typeof youngPage &
  typeof youngFund &
  typeof authority &
  typeof notifications &
  typeof print;
/** Who reads decides what is loaded: the frame first, then the words of one side, and those that few screens need. */
export type WordsOf =
  | 'core'
  | 'both'
  | 'staff'
  | 'young'
  | 'youngPage'
  | 'youngFund'
  | 'import'
  | 'file'
  | 'fund'
  | 'moneyPlan'
  | 'learning'
  | 'authority'
  | 'notifications'
  | 'print'
  | 'codes';
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<Key> = Key extends `${infer Name}_${PluralForm}` ? Name : Key;
/** Names of codes are never counted, and one code ends in "_other". */
type KeysOf<Namespace extends keyof Bundle> =
  `${Namespace}:${(Namespace extends 'codes' ? keyof Bundle[Namespace] : Base<keyof Bundle[Namespace] & string>) & string}`;

/** Every key there is: `namespace:name`. Counted keys are named without their plural ending. */
export type TextKey = {[Namespace in keyof Bundle]: KeysOf<Namespace>}[keyof Bundle];
export type TextValues = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: TextValues) => string;

export interface Text {
  readonly t: Translate;
  /** Whether there is a text for what the app does not name itself: a code or a column of a newer server. */
  readonly has: (key: string) => key is TextKey;
  readonly language: Language;
  readonly format: Formatters;
}

type Namespaces = Record<string, Record<string, string>>;
const LOADERS: Readonly<Record<Language, Readonly<Record<WordsOf, () => Promise<{readonly bundle: Namespaces}>>>>> = {
  cy: {
    core: () => import('./core-words-cy.ts'),
    both: () => import('./both-words-cy.ts'),
    staff: () => import('./staff-words-cy.ts'),
    young: () => import('./young-words-cy.ts'),
    youngPage: () => import('./young-page-words-cy.ts'),
    youngFund: () => import('./young-fund-words-cy.ts'),
    import: () => import('./import-words-cy.ts'),
    file: () => import('./file-words-cy.ts'),
    fund: () => import('./fund-words-cy.ts'),
    moneyPlan: () => import('./money-plan-words-cy.ts'),
    learning: () => import('./learning-words-cy.ts'),
    authority: () => import('./authority-words-cy.ts'),
    notifications: () => import('./notifications-words-cy.ts'),
    print: () => import('./print-words-cy.ts'),
    codes: () => import('./codes-words-cy.ts'),
  },
  en: {
    core: () => import('./core-words-en.ts'),
    both: () => import('./both-words-en.ts'),
    staff: () => import('./staff-words-en.ts'),
    young: () => import('./young-words-en.ts'),
    youngPage: () => import('./young-page-words-en.ts'),
    youngFund: () => import('./young-fund-words-en.ts'),
    import: () => import('./import-words-en.ts'),
    file: () => import('./file-words-en.ts'),
    fund: () => import('./fund-words-en.ts'),
    moneyPlan: () => import('./money-plan-words-en.ts'),
    learning: () => import('./learning-words-en.ts'),
    authority: () => import('./authority-words-en.ts'),
    notifications: () => import('./notifications-words-en.ts'),
    print: () => import('./print-words-en.ts'),
    codes: () => import('./codes-words-en.ts'),
  },
};

const STRICT = import.meta.env.DEV || import.meta.env.MODE === 'test';

const listeners = new Set<() => void>();
/** By language: every text that has been loaded, by `namespace:key`. */
const texts: Readonly<Record<Language, Map<string, string>>> = {cy: new Map(), en: new Map()};
let current: Text | null = null;
/** What has been needed so far; a change of language loads all of it in the new one. */
const needed = new Set<WordsOf>(
  import.meta.env.MODE === 'test'
    ? [
        'core',
        'both',
        'staff',
        'young',
        'youngPage',
        'youngFund',
        'import',
        'file',
        'fund',
        'moneyPlan',
        'learning',
        'authority',
        'notifications',
        'print',
        'codes',
      ]
    : ['core'],
);

async function load(language: Language): Promise<void> {
  const bundles = await Promise.all([...needed].map(async part => (await LOADERS[language][part]()).bundle));
  for (const bundle of bundles)
    for (const [namespace, words] of Object.entries(bundle))
      for (const [key, text] of Object.entries(words)) texts[language].set(`${namespace}:${key}`, text);
}

/** A key or a value that is missing is a bug: it throws where tests see it, and never shows the other language. */
function missing(what: string): string {
  if (STRICT) throw new Error(what);
  return '';
}

const PLACEHOLDER = /\{\{(\w+)\}\}/gu;

/** None may have words of its own, also in English: "Nobody found". */
function counted(known: ReadonlyMap<string, string>, key: string, count: number, language: Language): string | undefined {
  const none = count === 0 ? known.get(`${key}_zero`) : undefined;
  return none ?? known.get(`${key}_${countedForm(count, language)}`) ?? known.get(key);
}

function textIn(language: Language): Text {
  const known = texts[language];
  const t: Translate = (key, values = {}) => {
    const {count} = values;
    const found = typeof count === 'number' ? counted(known, key, count, language) : known.get(key);
    if (found === undefined) return missing(`no text for ${key} in ${language}`);
    return found.replaceAll(PLACEHOLDER, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? missing(`no value for ${whole} in "${found}"`) : String(value);
    });
  };
  const has = (key: string): key is TextKey => known.has(key);
  return {t, has, language, format: formattersFor(language)};
}

/** Loads one language and makes it the language of the screen. Call once before the first render, then on a change. */
export async function speak(language: Language): Promise<void> {
  await load(language);
  current = textIn(language);
  storeLanguage(language);
  if (typeof document !== 'undefined') markDocument(language);
  for (const listener of listeners) listener();
}

/** The page says which language it speaks, and links the manifest whose words are in it (one id: it is one app). */
function markDocument(language: Language): void {
  document.documentElement.lang = language;
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest-${language}.webmanifest`);
}

/** Screens of one side ask for their words before they are drawn; what is there already costs nothing. */
export async function needWords(part: WordsOf): Promise<void> {
  if (needed.has(part)) return;
  needed.add(part);
  if (current) await load(current.language);
}

/** The words in one language whatever the screen speaks: prints and letters go out in the reader's language. */
export async function wordsIn(language: Language): Promise<Text> {
  await load(language);
  return textIn(language);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function now(): Text {
  if (!current) throw new Error('no language is loaded: call speak() before the first render');
  return current;
}

/** What is drawn inside speaks another language than the screen: paper goes out in its reader's (welsh.md 1, 8). */
export const InLanguage = createContext<Text | null>(null);

/** The words and formatters of the screen's language; the component is drawn again when the language changes. */
export function useText(): Text {
  const spoken = useSyncExternalStore(subscribe, now);
  return useContext(InLanguage) ?? spoken;
}
