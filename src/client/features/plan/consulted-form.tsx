/** Somebody who was asked about the plan: who, in what part of the young person's life, and when. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {CONSULTED} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';

const draftSchema = z.object({
  name: z.string(),
  relation: z.enum(['', ...CONSULTED]),
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
type ConsultedDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface ConsultedFormProps {
  readonly person: Id;
  readonly plan: Id;
}

export function ConsultedForm(props: ConsultedFormProps) {
  const {t} = useText();
  const [round, setRound] = useState(0);
  return (
    <Details summary={t('plan:consulted.add')}>
      <OneConsulted key={round} {...props} onClose={() => setRound(count => count + 1)} />
    </Details>
  );
}

function OneConsulted({person, plan, onClose}: ConsultedFormProps & {readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const key = `plan-consulted/${person}/${plan}`;
  const draft = useDraft<ConsultedDraft>(key, () => ({name: '', relation: '', on: partsFromDate(today)}), readDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const name = keepableWords(value.name).trim();
  const on = dateFromParts(value.on);
  const faults: FormError[] = [];
  if (name === '') faults.push({field: 'consulted-name', message: t('plan:consulted.name.missing')});
  else if (isTooLongLine(name)) faults.push({field: 'consulted-name', message: t('common:words.tooLong')});
  if (value.relation === '') faults.push({field: 'relation', message: t('plan:consulted.relation.missing')});
  if (on === null) faults.push({field: 'consulted-on', message: t('plan:consulted.on.wrong')});
  else if (on > today) faults.push({field: 'consulted-on', message: t('plan:consulted.on.future')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || on === null || value.relation === '') return;
    const command: NewCommand<'plan-consulted.note'> = {
      kind: 'plan-consulted.note',
      record: vault.newId(),
      person,
      body: {plan, name, relation: value.relation, on},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <TextInput
        id="consulted-name"
        label={t('plan:consulted.name')}
        error={error('consulted-name')}
        value={value.name}
        onChange={typed => draft.change({...value, name: typed})}
      />
      <Select
        id="relation"
        label={t('plan:consulted.relation')}
        error={error('relation')}
        value={value.relation}
        onChange={chosen => draft.change({...value, relation: CONSULTED.find(each => each === chosen) ?? ''})}
        choices={[
          {value: '', label: t('plan:consulted.choose')},
          ...CONSULTED.map(each => ({value: each, label: t(`codes:consulted.${each}`)})),
        ]}
      />
      <DateField
        id="consulted-on"
        label={t('plan:consulted.on')}
        error={error('consulted-on')}
        value={value.on}
        onChange={changed => draft.change({...value, on: changed})}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('plan:consulted.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
