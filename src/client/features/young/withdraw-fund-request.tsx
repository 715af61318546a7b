/** Taking a request back before money has moved: with or without a word why, and asked about once. */
import {useState} from 'react';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, readWordsDraft, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField, type WordsInHand} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {ButtonRow} from '#client/ui/button.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {keyFor, WITHDRAW} from './fund-draft.ts';

export function WithdrawFundRequest({request, onClose}: {readonly request: Folded<'fund-request'>; readonly onClose: () => void}) {
  const {t, language} = useText();
  const key = keyFor(WITHDRAW, request.id);
  const draft = useDraft<WordsInHand>(key, () => ({text: '', lang: language}), readWordsDraft);
  const saving = useSaving(draft, key, onClose);
  const [attempt, setAttempt] = useState(0);
  const words = wordsOf(draft.value);
  const error = attempt > 0 && isTooLong(draft.value) ? t('common:words.tooLong') : undefined;

  async function withdraw() {
    setAttempt(count => count + 1);
    saving.forget();
    if (isTooLong(draft.value)) return;
    await saving.save({kind: 'fund-request.withdraw', record: request.id, person: request.person, body: {words}});
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => event.preventDefault()}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(error === undefined ? [] : [{field: 'withdraw-words', message: error}]),
          ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
        ]}
      />
      <WordsField
        id="withdraw-words"
        label={t('young:withdraw.words')}
        hint={t('young:leaveOut')}
        rows={3}
        error={error}
        value={draft.value}
        onChange={draft.change}
        onLeave={() => void draft.flush()}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <ConfirmedButton
          look="second"
          action={t('young:withdraw.open')}
          label={t('young:withdraw.open')}
          question={t('young:withdraw.sure')}
          words={t('young:withdraw.sure.words')}
          yes={t('young:withdraw.yes')}
          busy={saving.busy}
          onYes={() => void withdraw()}
        />
        <DiscardDraft label={t('common:cancel')} look="quiet" asks={words !== null} onDiscard={() => void saving.giveUp()} />
      </ButtonRow>
    </form>
  );
}
