/** What the money did, in their words first; whether it went on what was planned can be said too, or left out. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {USED_AS_PLANNED} from '#domain/fund/codes.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {keyFor, OUTCOME} from './fund-draft.ts';

const USED = [...USED_AS_PLANNED, 'none'] as const;
const draftSchema = z.object({words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}), used: z.nullable(z.enum(USED))});
type OutcomeDraft = z.infer<typeof draftSchema>;
const readOutcomeDraft = readAs(draftSchema);

export function FundOutcomeForm({request, onClose}: {readonly request: Folded<'fund-request'>; readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = keyFor(OUTCOME, request.id);
  const draft = useDraft<OutcomeDraft>(key, () => ({words: {text: '', lang: language}, used: null}), readOutcomeDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const words = wordsOf(value.words);
  const usedAsPlanned = value.used === 'none' ? null : value.used;
  const faults: FormError[] = [];
  if (words === null && usedAsPlanned === null) faults.push({field: 'outcome-words', message: t('young:outcome.missing')});
  if (isTooLong(value.words)) faults.push({field: 'outcome-words', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    const body = {request: request.id, usedAsPlanned, words};
    await saving.save({kind: 'fund-outcome.tell', record: vault.newId(), person: request.person, body});
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <WordsField
        id="outcome-words"
        label={t('young:outcome.words')}
        error={shown[0]?.message}
        value={value.words}
        onChange={changed => draft.change({...value, words: changed})}
        onLeave={() => void draft.flush()}
      />
      <RadioGroup
        id="outcome-used"
        label={t('young:fund.used')}
        hint={t('young:leaveOut')}
        value={value.used}
        onChange={used => draft.change({...value, used})}
        choices={USED.map(used => ({value: used, label: t(`young:fund.used.${used}`)}))}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('young:outcome.send')}
        </Button>
        <DiscardDraft
          label={t('common:cancel')}
          look="second"
          asks={draft.keeping !== 'nothing-yet'}
          onDiscard={() => void saving.giveUp()}
        />
      </ButtonRow>
    </form>
  );
}
