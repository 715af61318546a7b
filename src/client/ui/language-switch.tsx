/**
 * Cymraeg | English, each in its own language, on every screen. A change keeps the address, what is typed and the
 * focus, and is said aloud once in the new language (welsh.md 3).
 */
import {useRef, useState} from 'react';
import type {Language} from '#client/i18n/language-choice.ts';
import {speak, useText} from '#client/i18n/text.ts';
import {LiveRegion} from './live-region.tsx';

const NAMES = {cy: 'common:language.cy', en: 'common:language.en'} as const;
const CHANGE = {cy: 'common:language.changeToCy', en: 'common:language.changeToEn'} as const;

export function LanguageSwitch() {
  const {t, language} = useText();
  const [changed, setChanged] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  async function change(to: Language) {
    await speak(to);
    setChanged(true);
    // The pressed button is now text; its place in the list keeps the focus.
    requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
  }

  return (
    <nav className="govuk-language-navigation app-language" aria-label={t('common:language.label')}>
      <ul className="govuk-language-navigation__list" ref={list}>
        {(['cy', 'en'] as const).map(each => (
          <li key={each} className="govuk-language-navigation__list-item">
            {each === language ? (
              <span className="govuk-language-navigation__text" aria-current="true" lang={each}>
                {t(NAMES[each])}
              </span>
            ) : (
              <button type="button" className="app-language__button" lang={each} onClick={() => void change(each)}>
                {t(NAMES[each])}
                <span className="govuk-visually-hidden">{` ${t(CHANGE[each])}`}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <LiveRegion>{changed ? t('common:language.changed') : ''}</LiveRegion>
    </nav>
  );
}
