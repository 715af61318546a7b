/** Money carried over to the next year, or overspending allowed: by a manager, with an amount and who agreed it. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {leftOf} from '#domain/fund/budget-commands.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';

export type BudgetAct = 'carryOver' | 'allowOverspend';
const KINDS = {carryOver: 'budget.carry-over', allowOverspend: 'budget.allow-overspend'} as const;

const draftSchema = z.object({amount: z.string(), reason: z.string()});
const readDraft = readAs(draftSchema);

interface BudgetActFormProps {
  readonly act: BudgetAct;
  readonly line: Folded<'budget-line'>;
}

const keyFor = (act: BudgetAct, line: Folded<'budget-line'>) => `budget-act/${act}/${line.id}`;

export function BudgetActForm({act, line}: BudgetActFormProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [round, setRound] = useState(0);
  const isBegun = vault.drafts().some(({key}) => key === keyFor(act, line));
  return (
    <Details summary={t(`authority:budget.${act}`)} open={isBegun}>
      <OneAct key={round} act={act} line={line} onClose={() => setRound(count => count + 1)} />
    </Details>
  );
}

function OneAct({act, line, onClose}: BudgetActFormProps & {readonly onClose: () => void}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const key = keyFor(act, line);
  const draft = useDraft(key, () => ({amount: '', reason: ''}), readDraft);
  const saving = useSaving(draft, key, onClose);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const id = `${act}-${line.id}`;
  const [pence, reason] = [penceFromTyped(value.amount), keepableWords(value.reason).trim()];
  const left = leftOf(line) - line.data.overspendPence;
  const faults: FormError[] = [];
  if (pence === null || pence === 0) faults.push({field: `${id}-amount`, message: t('authority:form.amount.wrong')});
  else if (act === 'carryOver' && pence > left)
    faults.push({field: `${id}-amount`, message: t('authority:budget.act.tooMuch', {left: format.money(Math.max(0, left))})});
  if (reason === '') faults.push({field: `${id}-reason`, message: t('authority:budget.act.reason.missing')});
  if (isTooLongLine(reason)) faults.push({field: `${id}-reason`, message: t('authority:form.reason.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || pence === null) return;
    await saving.save({kind: KINDS[act], record: vault.newId(), person: null, body: {line: line.id, pence, reason}});
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <p>{t(`authority:budget.${act}.words`, {year: line.data.financialYear})}</p>
      <TextInput
        id={`${id}-amount`}
        label={t('authority:form.amount')}
        hint={t('authority:form.amount.hint')}
        value={value.amount}
        error={error(`${id}-amount`)}
        onChange={amount => draft.change({...value, amount})}
      />
      <TextInput
        id={`${id}-reason`}
        label={t('authority:budget.act.reason')}
        value={value.reason}
        error={error(`${id}-reason`)}
        onChange={typed => draft.change({...value, reason: typed})}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t(`authority:budget.${act}.save`)}
        </Button>
        <DiscardDraft label={t('common:cancel')} look="second" asks={value.amount !== ''} onDiscard={() => void saving.giveUp()} />
      </ButtonRow>
    </form>
  );
}
