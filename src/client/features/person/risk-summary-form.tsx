/** Writing the risk summary. The draft remembers which words its author had in view, so that nobody's are overwritten. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import type {PersonOnDevice} from '#client/features/people-on-device.ts';
import {DraftLine} from '#client/features/draft-line.tsx';
import {refusalMessage} from '#client/features/refusal-message.ts';
import {useDraft} from '#client/features/use-draft.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';

const draftSchema = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed']), bases: z.array(z.string())});
type RiskDraft = z.infer<typeof draftSchema>;

function readRiskDraft(stored: unknown): RiskDraft | null {
  const read = draftSchema.safeParse(stored);
  return read.success ? read.data : null;
}

interface FormProps {
  readonly person: PersonOnDevice;
  readonly record: Id;
  readonly start: string;
  readonly bases: readonly Id[];
  readonly onClose: () => void;
}

export function RiskSummaryForm({person, record, start, bases, onClose}: FormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = `risk/${person.id}`;
  const draft = useDraft<RiskDraft>(key, () => ({text: start, lang: language, bases: [...bases]}), readRiskDraft);
  const {value} = draft;
  const [refused, setRefused] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const error = missing ? t('person:risk.missing') : undefined;

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(count => count + 1);
    setMissing(value.text.trim() === '');
    setRefused(null);
    if (value.text.trim() === '') return;
    const command: NewCommand<'risk-summary.write'> = {kind: 'risk-summary.write', record, person: person.id, body: {words: {text: value.text, lang: value.lang}}, bases: {words: value.bases}};
    try {
      await draft.flush();
      const done = await vault.save([command], key);
      if (!done.ok) return setRefused(refusalMessage(done.code, t));
      draft.stop();
      onClose();
    } catch {
      setRefused(t('errors:notSaved'));
    }
  }

  async function cancel() {
    draft.stop();
    await draft.flush();
    await vault.discardDraft(key);
    onClose();
  }

  return (
    <form noValidate onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...(error === undefined ? [] : [{field: 'risk', message: error}]), ...(refused === null ? [] : [{field: null, message: refused}])]} />
      <TextArea
        id="risk" label={t('person:risk.label')} hint={t('person:risk.hint')} rows={8} value={value.text} error={error} {...(value.lang === 'mixed' ? {} : {lang: value.lang})}
        onChange={text => draft.change({...value, text})} onLeave={() => void draft.flush()}
      />
      <RadioGroup
        id="risk-language" label={t('contact:note.language')} look="inline" value={value.lang} onChange={lang => draft.change({...value, lang})}
        choices={[{value: 'cy', label: t('contact:note.language.cy')}, {value: 'en', label: t('contact:note.language.en')}, {value: 'mixed', label: t('contact:note.language.mixed')}]}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits>{t('person:risk.save')}</Button>
        <Button look="second" onPress={() => void cancel()}>{t('common:cancel')}</Button>
      </ButtonRow>
    </form>
  );
}
