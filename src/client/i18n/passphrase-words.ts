/**
 * Short everyday words in one language, for suggesting a passphrase. Loaded only on the screen that needs them.
 * Welsh words have no accents and no radical that people mutate by habit into another word on the list.
 */
import type {Language} from './language-choice.ts';

const LISTS = {
  cy: async () => (await import('#locales/cy/passphrase-words.json')).default,
  en: async () => (await import('#locales/en/passphrase-words.json')).default,
} as const;

export const WORDS_SUGGESTED = 4;

/** Four words, each drawn evenly with the browser's own randomness. */
export async function suggestPassphrase(language: Language): Promise<string> {
  const {words} = await LISTS[language]();
  const list = words.split(' ');
  const chosen: string[] = [];
  while (chosen.length < WORDS_SUGGESTED) {
    const [drawn = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
    // Numbers over the last whole multiple would favour the first words of the list.
    if (drawn < Math.floor(2 ** 32 / list.length) * list.length) chosen.push(list[drawn % list.length] ?? '');
  }
  return chosen.join(' ');
}
