/** Setting a figure: the fund's own, or a team's or a purpose's part of it. A figure that changes another says why. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {PURPOSE_AREAS} from '#domain/fund/codes.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {keyOf, readBudgets} from './read-budgets.ts';

export const BUDGET_DRAFT = 'budget/new';
/** Drafts of before a fund could be divided have no team and no purpose. */
const draftSchema = z.object({
  year: z.string(),
  fund: z.string(),
  amount: z.string(),
  notes: z.string(),
  reason: z.string(),
  team: z._default(z.string(), ''),
  purpose: z._default(z.enum(['', ...PURPOSE_AREAS]), ''),
});
type BudgetDraft = z.infer<typeof draftSchema>;

const readDraft = readAs<BudgetDraft>(draftSchema);

/** '2026-27', whatever dash was typed; null where the second year does not follow the first. */
function yearFromTyped(typed: string): string | null {
  const [, first = '', second = ''] = /^(\d{4})\s*[-/–]\s*(?:\d{2})?(\d{2})$/u.exec(typed.trim()) ?? [];
  return first !== '' && Number(second) === (Number(first) + 1) % 100 ? `${first}-${second}` : null;
}

export function BudgetForm({onClose}: {readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const budgets = useMemory(readBudgets, []);
  // A fund keeps the name it has: one name for each reader's language would make two funds of it.
  const known = budgets[0]?.name.fundName;
  const draft = useDraft<BudgetDraft>(
    BUDGET_DRAFT,
    () => ({year: '', fund: known ?? t('authority:budgets.fund'), amount: '', notes: '', reason: '', team: '', purpose: ''}),
    readDraft,
  );
  const saving = useSaving(draft, BUDGET_DRAFT, onClose);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const change = (part: Partial<BudgetDraft>) => draft.change({...value, ...part});
  const [year, pence, fund] = [yearFromTyped(value.year), penceFromTyped(value.amount), keepableWords(value.fund).trim()];
  const reason = keepableWords(value.reason).trim();
  const name = {financialYear: year ?? '', fundName: fund, team: value.team || null, purpose: value.purpose || null};
  const changesFigure = budgets.some(each => each.figures.length > 0 && keyOf(each.name) === keyOf(name));
  const faults: FormError[] = [];
  if (year === null) faults.push({field: 'budget-year', message: t('authority:budget.year.wrong')});
  if (fund === '' || isTooLongLine(fund)) faults.push({field: 'budget-fund', message: t('authority:budget.fund.missing')});
  if (pence === null) faults.push({field: 'budget-amount', message: t('authority:form.amount.wrong')});
  if (changesFigure && reason === '') faults.push({field: 'budget-reason', message: t('authority:budget.reason.missing')});
  if (isTooLongLine(reason)) faults.push({field: 'budget-reason', message: t('authority:form.reason.tooLong')});
  if (isTooLongLine(value.notes)) faults.push({field: 'budget-notes', message: t('authority:budget.notes.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || year === null || pence === null) return;
    const notes = keepableWords(value.notes).trim();
    await saving.save({
      kind: 'budget.set',
      record: vault.newId(),
      person: null,
      body: {...name, allocationPence: pence, notes: notes === '' ? null : notes, reason: reason === '' ? null : reason},
    });
  }

  return (
    <Section title={t('authority:budget.set')}>
      <form noValidate autoComplete="off" inert={saving.busy} className="app-action-form" onSubmit={event => void save(event)}>
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
        <TextInput
          id="budget-year"
          label={t('authority:budget.year')}
          hint={t('authority:budget.year.hint')}
          value={value.year}
          error={error('budget-year')}
          onChange={typed => change({year: typed})}
        />
        <TextInput
          id="budget-fund"
          label={t('authority:budget.fund')}
          value={value.fund}
          error={error('budget-fund')}
          onChange={typed => change({fund: typed})}
        />
        <TextInput
          id="budget-amount"
          label={t('authority:budget.allocation')}
          hint={t('authority:form.amount.hint')}
          value={value.amount}
          error={error('budget-amount')}
          onChange={amount => change({amount})}
        />
        <PartOfFund value={value} onChange={change} />
        <TextInput
          id="budget-reason"
          label={t('authority:budget.reason')}
          hint={t('authority:budget.reason.hint')}
          value={value.reason}
          error={error('budget-reason')}
          onChange={typed => change({reason: typed})}
        />
        <TextInput
          id="budget-notes"
          label={t('authority:budget.notes')}
          value={value.notes}
          error={error('budget-notes')}
          onChange={notes => change({notes})}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('authority:form.save')}
          </Button>
          <DiscardDraft label={t('common:cancel')} look="second" asks={value.amount !== ''} onDiscard={() => void saving.giveUp()} />
        </ButtonRow>
      </form>
    </Section>
  );
}

interface PartOfFundProps {
  readonly value: BudgetDraft;
  readonly onChange: (part: Partial<BudgetDraft>) => void;
}

/** Most authorities have one budget for the fund; the few that divide it find it here. */
function PartOfFund({value, onChange}: PartOfFundProps) {
  const {t, language} = useText();
  const teams = useMemory(memory => memory.records(null, 'team'), []);
  return (
    <Details summary={t('authority:budget.divide')} open={value.team !== '' || value.purpose !== ''}>
      <p>{t('authority:budget.divide.words')}</p>
      <Select
        id="budget-team"
        label={t('authority:budget.team')}
        value={value.team}
        onChange={team => onChange({team})}
        choices={[
          {value: '', label: t('authority:budget.team.all')},
          ...teams.map(({id, data}) => ({value: id, label: language === 'cy' ? data.nameCy : data.nameEn})),
        ]}
      />
      <Select
        id="budget-purpose"
        label={t('authority:budget.purpose')}
        value={value.purpose}
        onChange={purpose => onChange({purpose: PURPOSE_AREAS.find(area => area === purpose) ?? ''})}
        choices={[
          {value: '', label: t('authority:budget.purpose.all')},
          ...PURPOSE_AREAS.map(area => ({value: area, label: t(`codes:purpose.${area}`)})),
        ]}
      />
    </Details>
  );
}
