/**
 * The very first screen: which language? Both at once, equal, with neither chosen for the reader (welsh.md 3). It is
 * the one screen that speaks two languages, so it takes its words from both files.
 */
import {useEffect} from 'react';
import type {Language} from '#client/i18n/language-choice.ts';
import {speak} from '#client/i18n/text.ts';
import {WELCOME} from '#client/i18n/welcome-words.ts';
import {Button} from '#client/ui/button.tsx';
import {useFocusOnOpen} from '#client/ui/page.tsx';

export function WelcomePage({onChosen}: {readonly onChosen: () => void}) {
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  async function choose(language: Language) {
    await speak(language);
    onChosen();
  }

  useEffect(() => {
    document.title = WELCOME.map(({words}) => words.title).join(' / ');
  }, []);

  return (
    <main className="app-main" id="main">
      <div className="app-welcome">
        <img className="app-welcome__mark" src="/icon.svg" alt="" width="88" height="88" />
        <h1 ref={heading} tabIndex={-1} className="govuk-heading-xl app-heading">
          {WELCOME.map(({words, language}) => (
            <span key={language} lang={language} className="app-welcome__line">
              {words.title}
            </span>
          ))}
        </h1>
        {WELCOME.map(({words, language}) => (
          <p key={language} lang={language} className="govuk-body-l">
            {words.question}
          </p>
        ))}
        <div className="app-welcome__choices">
          {WELCOME.map(({words, language}) => (
            <span key={language} lang={language}>
              <Button onPress={() => void choose(language)}>{words.choose}</Button>
            </span>
          ))}
        </div>
        {WELCOME.map(({words, language}) => (
          <p key={language} lang={language} className="govuk-body app-quiet">
            {words.later}
          </p>
        ))}
      </div>
    </main>
  );
}
