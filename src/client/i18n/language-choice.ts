/**
 * Which language this device speaks, kept on the device so that sign-in, lock and offline screens can speak it too.
 * The only module that uses plain browser storage; what it keeps says nothing about a person.
 */
import type {Language} from '#domain/shared/fields.ts';

export type {Language} from '#domain/shared/fields.ts';

const PLACE = 'llwybr.language';

/** The language chosen on this device, or null when nobody has chosen yet (or storage is closed to us). */
export function storedLanguage(): Language | null {
  try {
    const found = globalThis.localStorage.getItem(PLACE);
    return found === 'cy' || found === 'en' ? found : null;
  } catch {
    return null;
  }
}

export function storeLanguage(language: Language): void {
  try {
    globalThis.localStorage.setItem(PLACE, language);
  } catch {
    // A browser that keeps nothing asks again at the next start; the choice still holds now.
  }
}
