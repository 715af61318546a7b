/** Who helps with money, in their own words, to be written on or written anew. */
import {useState, type FormEvent} from 'react';
import {useNavigate} from 'react-router';
import * as z from 'zod/mini';
import {moneyHelpId} from '#domain/money-plan/money-plan.ts';
import {sameValue} from '#domain/shared/heads.ts';
import {seenOps} from '#domain/shared/record.ts';
import {DiscardDraft} from '#client/features/discard-draft.tsx';
import {DraftLine} from '#client/features/draft-line.tsx';
import {readAs, useDraft} from '#client/features/use-draft.ts';
import {useSaving} from '#client/features/use-saving.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/features/words-draft.ts';
import {WordsField} from '#client/features/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {Back} from './line-pages.tsx';
import {captionOf, type Whose} from './whose.ts';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const readHelperDraft = readAs(z.object({began: words, value: words, bases: z.array(z.string())}));

export function HelperPage({whose}: {readonly whose: Whose}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const stands = useMemory(memory => memory.records(whose.id, 'money-help')[0], [whose.id]);
  const key = `money-help/${whose.id}`;
  const draft = useDraft(
    key,
    () => {
      const began = wordsInHand(stands?.data.words, language);
      return {began, value: began, bases: stands ? seenOps(stands, 'words') : []};
    },
    readHelperDraft,
  );
  const saving = useSaving(draft, key, () => void navigate(whose.base));
  const {began, value, bases} = draft.value;
  const [attempt, setAttempt] = useState(0);
  const error = attempt > 0 && isTooLong(value) ? t('common:words.tooLong') : undefined;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (isTooLong(value)) return;
    if (sameValue(wordsOf(began), wordsOf(value))) return saving.giveUp();
    const command: NewCommand<'money-help.write'> = {
      kind: 'money-help.write',
      record: moneyHelpId(whose.id),
      person: whose.id,
      body: {words: wordsOf(value)},
      bases: {words: bases},
    };
    await saving.save(command);
  }

  return (
    <Page title={t(whose.isOwn ? 'money-plan:helper' : 'money-plan:helper.staff')} {...captionOf(whose)}>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <ErrorSummary
          attempt={attempt}
          errors={[
            ...(error === undefined ? [] : [{field: 'helper', message: error}]),
            ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
          ]}
        />
        <WordsField
          id="helper"
          label={t('money-plan:helper.label')}
          error={error}
          value={value}
          onChange={now => draft.change({...draft.value, value: now})}
          onLeave={() => void draft.flush()}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('money-plan:save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={!sameValue(wordsOf(began), wordsOf(value))}
            onDiscard={() => void saving.giveUp()}
          />
        </ButtonRow>
      </form>
      <Back whose={whose} />
    </Page>
  );
}
