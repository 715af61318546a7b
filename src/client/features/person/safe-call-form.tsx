/** How it is safe to call somebody: what the duty worker reads on the emergency contact card, which shows name, telephone and language beside it. */
import * as z from 'zod/mini';
import {emergencyCardId} from '#domain/young-person/emergency-card.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';

const draftSchema = z.object({text: z.string(), bases: z.array(z.string())});
const readDraft = readAs(draftSchema);

export function SafeCall({person}: {readonly person: string}) {
  const {t} = useText();
  const card = useMemory(memory => memory.records(person, 'emergency-card')[0], [person]);
  return (
    <Section title={t('details:safe.title')}>
      <SafeCallForm key={card?.heads['safeWayToCall']?.[0]?.ops.join() ?? ''} person={person} card={card} />
    </Section>
  );
}

interface SafeCallFormProps {
  readonly person: string;
  /** None: nobody has written it yet. */
  readonly card: Folded<'emergency-card'> | undefined;
}

function SafeCallForm({person, card}: SafeCallFormProps) {
  const {t} = useText();
  const start = () => ({text: card?.data.safeWayToCall ?? '', bases: (card?.heads['safeWayToCall'] ?? []).flatMap(({ops}) => [...ops])});
  const form = useKeptForm<z.infer<typeof draftSchema>>(`safe-call/${person}`, start, readDraft, () => undefined);
  const text = keepableWords(form.value.text).trim();
  const faults: FormError[] = isTooLongText(text) ? [{field: 'safe-call', message: t('common:words.tooLong')}] : [];
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('details:safe.save')}
      look="second"
      commands={() =>
        text === (card?.data.safeWayToCall ?? '')
          ? []
          : [
              {
                kind: 'safe-call.write',
                record: card?.id ?? emergencyCardId(person),
                person,
                body: {safeWayToCall: text === '' ? null : text},
                bases: {safeWayToCall: form.value.bases},
              },
            ]
      }
    >
      <TextArea
        id="safe-call"
        label={t('details:safe.label')}
        hint={t('details:safe.hint')}
        rows={3}
        error={error('safe-call')}
        value={form.value.text}
        onChange={typed => form.change({text: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
