/** An action of a plan: what, who and by when, each of which a plan needs before it is signed off. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {PlanSection} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {PersonOnDevice} from '#client/features/people-on-device.ts';
import {DraftLine} from '#client/features/draft-line.tsx';
import {keepableWords} from '#client/features/keepable-words.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {useDraft} from '#client/features/use-draft.ts';
import {useSaving} from '#client/features/use-saving.ts';
import {isTooLong, wordsOf} from '#client/features/words-draft.ts';
import {WordsField} from '#client/features/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';

const draftSchema = z.object({
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
  owner: z.enum(['me', 'young_person', 'other']),
  ownerName: z.string(),
  due: z.object({day: z.string(), month: z.string(), year: z.string()}),
  cost: z.string(),
});
type ActionDraft = z.infer<typeof draftSchema>;

function readDraft(stored: unknown): ActionDraft | null {
  const read = draftSchema.safeParse(stored);
  return read.success ? read.data : null;
}

interface ActionFormProps {
  readonly person: PersonOnDevice;
  readonly plan: Id;
  readonly section: PlanSection;
  readonly onClose: () => void;
}

export function ActionForm({person, plan, section, onClose}: ActionFormProps) {
  // One form after the other: each begins empty once the one before is saved.
  const [round, setRound] = useState(0);
  return (
    <OneAction
      key={round}
      person={person}
      plan={plan}
      section={section}
      onClose={() => {
        setRound(count => count + 1);
        onClose();
      }}
    />
  );
}

function OneAction({person, plan, section, onClose}: ActionFormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = `plan-action/${person.id}/${plan}/${section}`;
  const draft = useDraft<ActionDraft>(
    key,
    () => ({text: '', lang: language, owner: 'me', ownerName: '', due: NO_DATE, cost: ''}),
    readDraft,
  );
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const what = wordsOf(value);
  const dueOn = dateFromParts(value.due);
  const cost = value.cost.trim() === '' ? null : penceFromTyped(value.cost);
  const faults: FormError[] = [];
  if (what === null) faults.push({field: 'action-what', message: t('plan:action.what.missing')});
  else if (isTooLong(value)) faults.push({field: 'action-what', message: t('common:words.tooLong')});
  if (value.owner === 'other' && keepableWords(value.ownerName).trim() === '')
    faults.push({field: 'action-name', message: t('plan:action.name.missing')});
  if (isEmptyDate(value.due)) faults.push({field: 'action-due', message: t('plan:action.due.missing')});
  else if (dueOn === null) faults.push({field: 'action-due', message: t('plan:action.due.wrong')});
  if (value.cost.trim() !== '' && cost === null) faults.push({field: 'action-cost', message: t('plan:action.cost.wrong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || what === null) return;
    const command: NewCommand<'plan-action.add'> = {
      kind: 'plan-action.add',
      record: vault.newId(),
      person: person.id,
      body: {
        what,
        owner: value.owner === 'other' ? keepableWords(value.ownerName).trim() : value.owner === 'young_person' ? person.knownAs : null,
        ownerStaff: value.owner === 'me' ? vault.session.holder : null,
        dueOn,
        fromContact: null,
        plan,
        section,
        costPence: cost,
      },
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <WordsField
        id="action-what"
        label={t('plan:action.what')}
        rows={3}
        error={error('action-what')}
        value={value}
        onChange={changed => draft.change({...value, ...changed})}
        onLeave={() => void draft.flush()}
      />
      <RadioGroup
        id="action-owner"
        label={t('plan:action.owner')}
        value={value.owner}
        onChange={owner => draft.change({...value, owner})}
        choices={[
          {value: 'me', label: t('plan:action.owner.me')},
          {value: 'young_person', label: t('plan:action.owner.young', {name: person.knownAs})},
          {value: 'other', label: t('plan:action.owner.other')},
        ]}
      />
      {value.owner === 'other' && (
        <TextInput
          id="action-name"
          label={t('plan:action.name')}
          error={error('action-name')}
          value={value.ownerName}
          onChange={ownerName => draft.change({...value, ownerName})}
        />
      )}
      <DateField
        id="action-due"
        label={t('plan:action.due')}
        error={error('action-due')}
        value={value.due}
        onChange={due => draft.change({...value, due})}
      />
      <TextInput
        id="action-cost"
        label={t('plan:action.cost')}
        hint={t('plan:action.cost.hint')}
        error={error('action-cost')}
        value={value.cost}
        onChange={typed => draft.change({...value, cost: typed})}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('plan:action.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
