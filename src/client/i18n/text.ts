/**
 * The words of every screen, in the language of the device. Keys are typed from the English files; a key or a value
 * that is missing throws in tests and development and never falls back to the other language.
 */
import {createInstance} from 'i18next';
import {useSyncExternalStore} from 'react';
import {formattersFor, type Formatters} from './formatters.ts';
import {storeLanguage, type Language} from './language-choice.ts';
import type {bundle as englishBundle} from './bundle-en.ts';

type Bundle = typeof englishBundle;
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
  readonly language: Language;
  readonly format: Formatters;
}

const LOADERS = {
  cy: async () => (await import('./bundle-cy.ts')).bundle,
  en: async () => (await import('./bundle-en.ts')).bundle,
} as const satisfies Record<Language, () => Promise<Record<string, Record<string, string>>>>;

const STRICT = import.meta.env.DEV || import.meta.env.MODE === 'test';

const engine = createInstance();
const listeners = new Set<() => void>();
let current: Text | null = null;

async function load(language: Language): Promise<void> {
  const bundle = await LOADERS[language]();
  if (!engine.isInitialized) {
    await engine.init({
      lng: language,
      fallbackLng: false,
      resources: {},
      ns: Object.keys(bundle),
      keySeparator: false,
      nsSeparator: ':',
      returnNull: false,
      returnEmptyString: false,
      interpolation: {escapeValue: false},
      saveMissing: STRICT,
      missingKeyHandler: (languages, namespace, key) => {
        throw new Error(`no text for ${namespace}:${key} in ${languages.join()}`);
      },
      missingInterpolationHandler: (text: string, value: RegExpExecArray) => {
        if (STRICT) throw new Error(`no value for ${value[0]} in "${text}"`);
        return '';
      },
    });
  }
  for (const [namespace, texts] of Object.entries(bundle)) engine.addResourceBundle(language, namespace, texts);
}

function textIn(language: Language): Text {
  const fixed = engine.getFixedT(language);
  const t: Translate = (key, values) => {
    const count = values?.['count'];
    // Welsh counts above ten as "12 o gynlluniau", a form that the plural rules of i18next do not know.
    const overTen = language === 'cy' && typeof count === 'number' && count > 10 ? {context: 'overTen'} : {};
    const found: unknown = fixed(key as never, {...values, ...overTen} as never);
    return typeof found === 'string' ? found : '';
  };
  return {t, language, format: formattersFor(language)};
}

/** Loads one language and makes it the language of the screen. Call once before the first render, then on a change. */
export async function speak(language: Language, remember: 'remember' | 'for-now' = 'remember'): Promise<void> {
  await load(language);
  await engine.changeLanguage(language);
  current = textIn(language);
  if (remember === 'remember') storeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
  for (const listener of listeners) listener();
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

/** The words and formatters of the screen's language; the component is drawn again when the language changes. */
export function useText(): Text {
  return useSyncExternalStore(subscribe, now);
}
