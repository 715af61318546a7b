/** The text that takes the place of all that stand above it, kept as it is typed. */
import type {FormEvent} from 'react';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import type {Keeping} from '#client/forms/use-draft.ts';
import type {Saving} from '#client/forms/use-saving.ts';
import {wordsOf} from '#client/forms/words-draft.ts';
import {WordsField, type WordsInHand} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';

interface NewVersionProps {
  readonly value: WordsInHand;
  readonly error: string | undefined;
  readonly saving: Saving;
  readonly keeping: Keeping;
  readonly onChange: (value: WordsInHand) => void;
  readonly onLeave: () => void;
  readonly onSave: (event: FormEvent) => void;
  readonly onGiveUp: () => void;
}

export function NewVersion({value, error, saving, keeping, onChange, onLeave, onSave, onGiveUp}: NewVersionProps) {
  const {t} = useText();
  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={onSave}>
      <WordsField
        id="new-version"
        label={t('together:words.label')}
        hint={t('together:words.hint')}
        rows={8}
        error={error}
        value={value}
        onChange={({text, lang}) => onChange({text, lang})}
        onLeave={onLeave}
      />
      <DraftLine keeping={keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('together:save')}
        </Button>
        <DiscardDraft label={t('common:cancel')} look="second" asks={wordsOf(value) !== null} onDiscard={onGiveUp} />
      </ButtonRow>
    </form>
  );
}
