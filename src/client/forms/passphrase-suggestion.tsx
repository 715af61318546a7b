/** Four words to use as a passphrase, in either language: people who must invent one on a phone invent a weak one. */
import {useEffect, useState} from 'react';
import type {Language} from '#client/i18n/language-choice.ts';
import {suggestPassphrase} from '#client/i18n/passphrase-words.ts';
import {useText} from '#client/i18n/text.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';

export function PassphraseSuggestion({onUse}: {readonly onUse: (words: string) => void}) {
  const {t, language} = useText();
  const [wanted, setWanted] = useState<Language>(language);
  const [words, setWords] = useState('');
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    void suggestPassphrase(wanted).then(setWords);
  }, [wanted, drawn]);
  return (
    <div className="app-suggestion">
      <h2 className="govuk-heading-s">{t('device:protect.suggestion')}</h2>
      <p className="govuk-hint">{t('device:protect.suggestion.words')}</p>
      <p className="app-suggestion__words" lang={wanted} translate="no" aria-live="polite">
        {words}
      </p>
      <RadioGroup
        id="words-language"
        label={t('device:protect.suggestion.wordLanguage')}
        look="inline"
        value={wanted}
        onChange={setWanted}
        choices={[
          {value: 'cy', label: t('codes:language.cy')},
          {value: 'en', label: t('codes:language.en')},
        ]}
      />
      <ButtonRow>
        <Button look="second" onPress={() => onUse(words)}>
          {t('device:protect.suggestion.use')}
        </Button>
        <Button look="quiet" onPress={() => setDrawn(count => count + 1)}>
          {t('device:protect.suggestion.other')}
        </Button>
      </ButtonRow>
    </div>
  );
}
