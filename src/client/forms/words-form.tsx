/**
 * A small form of one text: kept as it is typed, saved as one command, thrown away only when asked. Messages, requests
 * for a meeting and answers to them are all this form.
 */
import {useState, type FormEvent} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {DiscardDraft} from './discard-draft.tsx';
import {DraftLine} from './draft-line.tsx';
import {useDraft} from './use-draft.ts';
import {useSaving} from './use-saving.ts';
import {isTooLong, readWordsDraft, wordsOf} from './words-draft.ts';
import {WordsField, type WordsInHand} from './words-field.tsx';

interface WordsFormProps {
  readonly id: string;
  readonly draftKey: string;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  /** The sentence when nothing was written; null where words are not needed. */
  readonly missing: string | null;
  readonly command: (words: WordsInHand | null, newId: () => Id) => NewCommand;
  readonly onClose: () => void;
  readonly cancels?: boolean;
}

export function WordsForm({id, draftKey, label, hint, submit, missing, command, onClose, cancels = false}: WordsFormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const draft = useDraft<WordsInHand>(draftKey, () => ({text: '', lang: language}), readWordsDraft);
  const saving = useSaving(draft, draftKey, onClose);
  const [attempt, setAttempt] = useState(0);
  const words = wordsOf(draft.value);
  const fault = missing !== null && words === null ? missing : isTooLong(draft.value) ? t('common:words.tooLong') : undefined;
  const error = attempt === 0 ? undefined : fault;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (fault === undefined) await saving.save(command(words, vault.newId));
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(error === undefined ? [] : [{field: id, message: error}]),
          ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
        ]}
      />
      <WordsField
        id={id}
        label={label}
        hint={hint}
        error={error}
        value={draft.value}
        onChange={draft.change}
        onLeave={() => void draft.flush()}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {submit}
        </Button>
        {cancels && <DiscardDraft label={t('common:cancel')} look="second" asks={words !== null} onDiscard={() => void saving.giveUp()} />}
      </ButtonRow>
    </form>
  );
}
