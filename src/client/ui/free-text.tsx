/**
 * What somebody wrote, as they wrote it: never translated, with its own language for voice and spelling, and a word
 * that says so where it is not the language of the screen (welsh.md 2).
 */
import {useText} from '#client/i18n/text.ts';

export interface WrittenWords {
  readonly text: string;
  readonly lang: 'cy' | 'en' | 'mixed' | 'not_stated';
}

const WRITTEN_IN = {cy: 'common:writtenIn.cy', en: 'common:writtenIn.en', mixed: 'common:writtenIn.mixed'} as const;

export function FreeText({words, quoted = false}: {readonly words: WrittenWords; readonly quoted?: boolean}) {
  const {t, language} = useText();
  const lang = words.lang === 'not_stated' ? undefined : words.lang === 'mixed' ? 'cy' : words.lang;
  return (
    <div className={quoted ? 'app-words app-words--quoted' : 'app-words'}>
      <p className="app-words__text" lang={lang} translate="no">
        {words.text}
      </p>
      {words.lang !== 'not_stated' && words.lang !== language && <p className="app-words__badge">{t(WRITTEN_IN[words.lang])}</p>}
    </div>
  );
}
