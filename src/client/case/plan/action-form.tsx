/** An action of a plan: what, who and by when, each of which a plan needs before it is signed off. */
import {useState} from 'react';
import * as z from 'zod/mini';
import type {PlanSection} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {NO_OWNER_YET, OWNER_AND_DAY, OwnerAndDayFields, ownerFaults, ownerNamed} from '#client/forms/owner-and-day.tsx';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {dateFromParts, isEmptyDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';

const draftSchema = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed']), ...OWNER_AND_DAY, cost: z.string()});
type ActionDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface ActionFormProps {
  readonly person: PersonOnDevice;
  /** Null: it stands beside the plan. */
  readonly plan: Id | null;
  readonly section: PlanSection;
  /** What it is about, to begin with, and the key that its draft then has. */
  readonly about?: string;
  readonly draftKey?: string;
  /** Saved with it or not at all. */
  readonly also?: NewCommand;
  readonly onClose: () => void;
}

export function ActionForm({onClose, ...form}: ActionFormProps) {
  // One form after the other: each begins empty once the one before is saved.
  const [round, setRound] = useState(0);
  return (
    <OneAction
      key={round}
      {...form}
      onClose={() => {
        setRound(count => count + 1);
        onClose();
      }}
    />
  );
}

function OneAction({person, plan, section, about = '', draftKey, also, onClose}: ActionFormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = draftKey ?? `plan-action/${person.id}/${plan}/${section}`;
  const form = useKeptForm<ActionDraft>(key, () => ({text: about, lang: language, ...NO_OWNER_YET, cost: ''}), readDraft, onClose);
  const {value} = form;
  const what = wordsOf(value);
  const dueOn = dateFromParts(value.due);
  const cost = value.cost.trim() === '' ? null : penceFromTyped(value.cost);
  const faults: FormError[] = [];
  if (what === null) faults.push({field: 'action-what', message: t('plan:action.what.missing')});
  else if (isTooLong(value)) faults.push({field: 'action-what', message: t('common:words.tooLong')});
  faults.push(...ownerFaults('action', value, t));
  if (isEmptyDate(value.due)) faults.push({field: 'action-due', message: t('plan:action.due.missing')});
  else if (dueOn === null) faults.push({field: 'action-due', message: t('plan:action.due.wrong')});
  if (value.cost.trim() !== '' && cost === null) faults.push({field: 'action-cost', message: t('plan:action.cost.wrong')});
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand[] {
    if (what === null) return [];
    const command: NewCommand<'plan-action.add'> = {
      kind: 'plan-action.add',
      record: vault.newId(),
      person: person.id,
      body: {
        what,
        owner: value.owner === 'other' ? ownerNamed(value) : value.owner === 'young_person' ? person.knownAs : null,
        ownerStaff: value.owner === 'me' ? vault.session.holder : null,
        dueOn,
        fromContact: null,
        plan,
        section,
        costPence: cost,
      },
    };
    return also ? [command, also] : [command];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('plan:action.save')} commands={commands}>
      <WordsField
        id="action-what"
        label={t('plan:action.what')}
        rows={3}
        error={error('action-what')}
        value={value}
        onChange={form.change}
        onLeave={() => void form.draft.flush()}
      />
      <OwnerAndDayFields id="action" value={value} youngPerson={person.knownAs} error={error} onChange={form.change} />
      <TextInput
        id="action-cost"
        label={t('plan:action.cost')}
        hint={t('plan:action.cost.hint')}
        error={error('action-cost')}
        value={value.cost}
        onChange={typed => form.change({cost: typed})}
      />
    </KeptForm>
  );
}
