/** The facts of a price, a receipt or a photograph: the paper itself stays with its owner, and the team looks at it. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {FUND_PAPERS} from '#domain/fund/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {useText, type Translate} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {keyFor, PAPER} from './fund-draft.ts';

const draftSchema = z.object({
  what: z.nullable(z.enum(FUND_PAPERS)),
  supplier: z.string(),
  amount: z.string(),
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
type PaperDraft = z.infer<typeof draftSchema>;
const readPaperDraft = readAs(draftSchema);
const NOTHING: PaperDraft = {what: null, supplier: '', amount: '', on: NO_DATE};

function faultsOf({what, supplier, amount, on}: PaperDraft, today: CalendarDate, t: Translate): readonly FormError[] {
  const faults: FormError[] = [];
  const day = dateFromParts(on);
  if (what === null) faults.push({field: 'paper-what', message: t('young:paper.what.missing')});
  if (keepableWords(supplier).trim() === '') faults.push({field: 'paper-supplier', message: t('young:paper.supplier.missing')});
  else if (isTooLongLine(supplier)) faults.push({field: 'paper-supplier', message: t('young:paper.supplier.tooLong')});
  if (amount.trim() !== '' && penceFromTyped(amount) === null) faults.push({field: 'paper-amount', message: t('young:ask.amount.wrong')});
  if (isEmptyDate(on)) faults.push({field: 'paper-on', message: t('young:paper.on.missing')});
  else if (day === null || day > today) faults.push({field: 'paper-on', message: t('young:paper.on.wrong')});
  return faults;
}

export function FundPaperForm({request, onClose}: {readonly request: Folded<'fund-request'>; readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const key = keyFor(PAPER, request.id);
  const draft = useDraft<PaperDraft>(key, () => NOTHING, readPaperDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const change = (changed: Partial<PaperDraft>) => draft.change({...value, ...changed});
  const [attempt, setAttempt] = useState(0);
  const faults = faultsOf(value, today, t);
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    const on = dateFromParts(value.on);
    if (faults.length > 0 || value.what === null || on === null) return;
    const supplier = keepableWords(value.supplier).trim();
    const pence = value.amount.trim() === '' ? null : penceFromTyped(value.amount);
    const body = {request: request.id, what: value.what, supplier, pence, on, seen: false};
    await saving.save({kind: 'fund-paper.add', record: vault.newId(), person: request.person, body});
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <p>{t('young:paper.intro')}</p>
      <RadioGroup
        id="paper-what"
        label={t('young:paper.what')}
        error={error('paper-what')}
        value={value.what}
        onChange={what => change({what})}
        choices={FUND_PAPERS.map(what => ({value: what, label: t(`young:paper.what.${what}`)}))}
      />
      <TextInput
        id="paper-supplier"
        label={t('young:paper.supplier')}
        error={error('paper-supplier')}
        value={value.supplier}
        onChange={supplier => change({supplier})}
      />
      <TextInput
        id="paper-amount"
        label={t('young:ask.amount')}
        hint={t('young:paper.amount.hint')}
        error={error('paper-amount')}
        value={value.amount}
        onChange={amount => change({amount})}
      />
      <DateField id="paper-on" label={t('young:paper.on')} error={error('paper-on')} value={value.on} onChange={on => change({on})} />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('young:paper.save')}
        </Button>
        <DiscardDraft
          label={t('common:cancel')}
          look="second"
          asks={draft.keeping !== 'nothing-yet'}
          onDiscard={() => void saving.giveUp()}
        />
      </ButtonRow>
    </form>
  );
}
