/** If this happens, then that is done (Schedule 1, paragraph 4). */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const draftSchema = z.object({trigger: words, response: words, owner: z.string()});
type ContingencyDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface ContingencyFormProps {
  readonly person: Id;
  readonly plan: Id;
}

export function ContingencyForm(props: ContingencyFormProps) {
  const {t} = useText();
  const [round, setRound] = useState(0);
  return (
    <Details summary={t('plan:contingency.add')}>
      <OneContingency key={round} {...props} onClose={() => setRound(count => count + 1)} />
    </Details>
  );
}

function OneContingency({person, plan, onClose}: ContingencyFormProps & {readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = `plan-contingency/${person}/${plan}`;
  const empty = {text: '', lang: language};
  const draft = useDraft<ContingencyDraft>(key, () => ({trigger: empty, response: empty, owner: ''}), readDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const [trigger, response] = [wordsOf(value.trigger), wordsOf(value.response)];
  const faults: FormError[] = [];
  if (trigger === null) faults.push({field: 'trigger', message: t('plan:contingency.trigger.missing')});
  if (response === null) faults.push({field: 'response', message: t('plan:contingency.response.missing')});
  for (const field of ['trigger', 'response'] as const)
    if (isTooLong(value[field])) faults.push({field, message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || trigger === null || response === null) return;
    const owner = keepableWords(value.owner).trim();
    const command: NewCommand<'plan-contingency.write'> = {
      kind: 'plan-contingency.write',
      record: vault.newId(),
      person,
      body: {plan, trigger, response, owner: owner === '' ? null : owner},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      {(['trigger', 'response'] as const).map(field => (
        <WordsField
          key={field}
          id={field}
          label={t(`plan:contingency.${field}`)}
          hint={t(`plan:contingency.${field}.hint`)}
          rows={3}
          error={error(field)}
          value={value[field]}
          onChange={changed => draft.change({...value, [field]: changed})}
          onLeave={() => void draft.flush()}
        />
      ))}
      <TextInput id="owner" label={t('plan:contingency.owner')} value={value.owner} onChange={owner => draft.change({...value, owner})} />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('plan:contingency.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
