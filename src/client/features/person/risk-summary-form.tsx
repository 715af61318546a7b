/** Writing the risk summary. The draft remembers which words its author had in view, so that nobody's are overwritten. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';

const draftSchema = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed']), bases: z.array(z.string())});
type RiskDraft = z.infer<typeof draftSchema>;

const readRiskDraft = readAs(draftSchema);

interface FormProps {
  readonly person: PersonOnDevice;
  readonly record: Id;
  readonly start: string;
  readonly bases: readonly Id[];
  readonly onClose: () => void;
}

export function RiskSummaryForm({person, record, start, bases, onClose}: FormProps) {
  const {t, language} = useText();
  const key = `risk/${person.id}`;
  const draft = useDraft<RiskDraft>(key, () => ({text: start, lang: language, bases: [...bases]}), readRiskDraft);
  const saving = useSaving(draft, key, onClose);
  const {busy, refused} = saving;
  const {value} = draft;
  const [fault, setFault] = useState<'missing' | 'tooLong' | null>(null);
  const [attempt, setAttempt] = useState(0);
  const error = fault === null ? undefined : t(`person:risk.${fault}`);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const text = keepableWords(value.text);
    const found = text.trim() === '' ? 'missing' : isTooLongText(text) ? 'tooLong' : null;
    setAttempt(count => count + 1);
    setFault(found);
    saving.forget();
    if (found !== null) return;
    const command: NewCommand<'risk-summary.write'> = {
      kind: 'risk-summary.write',
      record,
      person: person.id,
      body: {words: {text, lang: value.lang}},
      bases: {words: value.bases},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={busy} onSubmit={event => void save(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(error === undefined ? [] : [{field: 'risk', message: error}]),
          ...(refused === null ? [] : [{field: null, message: refused}]),
        ]}
      />
      <TextArea
        id="risk"
        label={t('person:risk.label')}
        hint={t('person:risk.hint')}
        rows={8}
        value={value.text}
        error={error}
        {...(value.lang === 'mixed' ? {} : {lang: value.lang})}
        onChange={text => draft.change({...value, text})}
        onLeave={() => void draft.flush()}
      />
      <RadioGroup
        id="risk-language"
        label={t('contact:note.language')}
        look="inline"
        value={value.lang}
        onChange={lang => draft.change({...value, lang})}
        choices={[
          {value: 'cy', label: t('contact:note.language.cy')},
          {value: 'en', label: t('contact:note.language.en')},
          {value: 'mixed', label: t('contact:note.language.mixed')},
        ]}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={busy}>
          {t('person:risk.save')}
        </Button>
        <DiscardDraft
          label={t('common:cancel')}
          look="second"
          asks={value.text.trim() !== '' && value.text !== start}
          onDiscard={() => void saving.giveUp()}
        />
      </ButtonRow>
    </form>
  );
}
