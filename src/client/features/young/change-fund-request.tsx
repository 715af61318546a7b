/** Changing a request until somebody has decided: only what was changed goes out, with what had been seen of it. */
import {useState, type FormEvent} from 'react';
import {seenOps} from '#domain/shared/record.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {useText} from '#client/i18n/text.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {askOf, CHANGE, changedIn, faultsOf, keyFor, readChangeDraft, TEXTS, type ChangeDraft} from './fund-draft.ts';
import {FundFields, spendTypes} from './fund-fields.tsx';

interface ChangeProps {
  readonly request: Folded<'fund-request'>;
  readonly help: DataOf<'who-helps'> | undefined;
  readonly hasPlan: boolean;
  readonly onClose: () => void;
}

/** As it stands, with the ops that made it so: what comes in meanwhile is not taken for seen. */
function begin(request: Folded<'fund-request'>, language: 'cy' | 'en'): ChangeDraft {
  const began = askOf(request.data, language);
  const fields = ['spendType', 'askedPence', 'urgency', 'section', ...TEXTS];
  return {began, value: began, bases: Object.fromEntries(fields.map(field => [field, seenOps(request, field)]))};
}

export function ChangeFundRequest({request, help, hasPlan, onClose}: ChangeProps) {
  const {t, language} = useText();
  const key = keyFor(CHANGE, request.id);
  const draft = useDraft<ChangeDraft>(key, () => begin(request, language), readChangeDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const changed = changedIn(value);
  const isUnchanged = Object.keys(changed).length === 0;
  // What it was for already stays allowed, also when the council has ceased to pay for such things.
  const allowed = [...new Set([...spendTypes(help), ...(value.began.spendType === null ? [] : [value.began.spendType])])];
  const faults = faultsOf(value.value, [...allowed, value.began.spendType], t);
  const shown = attempt === 0 ? [] : faults;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (isUnchanged || faults.length > 0) return;
    const {spendType, words, ...rest} = changed;
    const body = {...rest, ...(spendType ? {spendType} : {}), ...(words ? {words} : {})};
    const command: NewCommand<'fund-request.change'> = {
      kind: 'fund-request.change',
      record: request.id,
      person: request.person,
      body,
      bases: Object.fromEntries(Object.keys(body).map(field => [field, value.bases[field] ?? []])),
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...shown,
          ...(attempt > 0 && isUnchanged ? [{field: null, message: t('errors:refusal.unchanged')}] : []),
          ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
        ]}
      />
      <FundFields
        value={value.value}
        types={allowed}
        help={help}
        hasPlan={hasPlan}
        error={field => shown.find(each => each.field === field)?.message}
        onChange={change => draft.change({...value, value: {...value.value, ...change}})}
        onLeave={() => void draft.flush()}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('young:change.save')}
        </Button>
        <DiscardDraft label={t('common:cancel')} look="second" asks={!isUnchanged} onDiscard={() => void saving.giveUp()} />
      </ButtonRow>
    </form>
  );
}
