/** Who helps with money, in their own words, to be written on or written anew. */
import {useNavigate} from 'react-router';
import * as z from 'zod/mini';
import {moneyHelpId} from '#domain/money-plan/money-plan.ts';
import {sameValue} from '#domain/shared/heads.ts';
import {seenOps} from '#domain/shared/record.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Page} from '#client/ui/page.tsx';
import {Back} from './line-pages.tsx';
import {captionOf, type Whose} from './whose.ts';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const draftSchema = z.object({began: words, value: words, bases: z.array(z.string())});
const readHelperDraft = readAs(draftSchema);

export function HelperPage({whose}: {readonly whose: Whose}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const stands = useMemory(memory => memory.records(whose.id, 'money-help')[0], [whose.id]);
  const begin = () => {
    const began = wordsInHand(stands?.data.words, language);
    return {began, value: began, bases: stands ? seenOps(stands, 'words') : []};
  };
  const form = useKeptForm<z.infer<typeof draftSchema>>(`money-help/${whose.id}`, begin, readHelperDraft, () => void navigate(whose.base));
  const {began, value, bases} = form.value;
  const faults = isTooLong(value) ? [{field: 'helper', message: t('common:words.tooLong')}] : [];

  function commands(): readonly NewCommand[] {
    if (sameValue(wordsOf(began), wordsOf(value))) return [];
    return [
      {kind: 'money-help.write', record: moneyHelpId(whose.id), person: whose.id, body: {words: wordsOf(value)}, bases: {words: bases}},
    ];
  }

  return (
    <Page title={t(whose.isOwn ? 'money-plan:helper' : 'money-plan:helper.staff')} {...captionOf(whose)}>
      <KeptForm form={form} faults={faults} submit={t('money-plan:save')} cancels commands={commands}>
        <WordsField
          id="helper"
          label={t('money-plan:helper.label')}
          error={errorsOf(form, faults).error('helper')}
          value={value}
          onChange={now => form.change({value: now})}
          onLeave={() => void form.draft.flush()}
        />
      </KeptForm>
      <Back whose={whose} />
    </Page>
  );
}
