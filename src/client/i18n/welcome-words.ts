/** The words of the one screen that speaks both languages at once, before either of the two whole files is loaded. */
import cy from '#locales/cy/welcome.json';
import en from '#locales/en/welcome.json';

/** Welsh first, as on signs and forms. */
export const WELCOME = [
  {language: 'cy', words: cy},
  {language: 'en', words: en},
] as const;
