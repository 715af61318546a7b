/**
 * The very first screen: which language? Both at once, equal, with neither chosen for the reader (welsh.md 3). It is
 * the one screen that speaks two languages, so it takes its words from both files.
 */
import {useEffect, useState} from 'react';
import type {Language} from '#client/i18n/language-choice.ts';
import {speak, wordsIn, type Text} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';
import {useFocusOnOpen} from '#client/ui/page.tsx';

export function WelcomePage({onChosen}: {readonly onChosen: () => void}) {
  const [words, setWords] = useState<readonly Text[]>([]);
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  useEffect(() => {
    void Promise.all([wordsIn('cy'), wordsIn('en')]).then(setWords);
  }, []);

  async function choose(language: Language) {
    await speak(language);
    onChosen();
  }

  useEffect(() => {
    const titles = words.map(({t}) => t('sign-in:welcome.title'));
    if (titles.length > 0) document.title = titles.join(' / ');
  }, [words]);

  return (
    <main className="app-main" id="main">
      <div className="app-welcome">
        <img className="app-welcome__mark" src="/icon.svg" alt="" width="88" height="88" />
        <h1 ref={heading} tabIndex={-1} className="govuk-heading-xl app-heading">
          {words.map(({t, language}) => (
            <span key={language} lang={language} className="app-welcome__line">
              {t('sign-in:welcome.title')}
            </span>
          ))}
        </h1>
        {words.map(({t, language}) => (
          <p key={language} lang={language} className="govuk-body-l">
            {t('sign-in:welcome.question')}
          </p>
        ))}
        <div className="app-welcome__choices">
          {words.map(({t, language}) => (
            <span key={language} lang={language}>
              <Button onPress={() => void choose(language)}>{t(language === 'cy' ? 'common:language.cy' : 'common:language.en')}</Button>
            </span>
          ))}
        </div>
        {words.map(({t, language}) => (
          <p key={language} lang={language} className="govuk-body app-quiet">
            {t('sign-in:welcome.later')}
          </p>
        ))}
      </div>
    </main>
  );
}
