/** What a supplier gave back of a payment: how much, when and why. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {penceFromTyped} from '#domain/shared/money.ts';
import {useText} from '#client/i18n/text.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {PaidRequest} from '#client/sync/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {usePayment} from './use-payment.ts';

const draftSchema = z.object({
  amount: z.string(),
  reason: z.string(),
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
const readDraft = readAs(draftSchema);

export function RefundForm({paid, onDone}: {readonly paid: PaidRequest; readonly onDone: () => void}) {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const today = useToday();
  const {payment, person, paidOn} = paid;
  const most = paid.paidPence - paid.refundedPence;
  const key = `refund/${payment}`;
  const draft = useDraft(key, () => ({amount: '', reason: '', on: partsFromDate(today)}), readDraft);
  const {busy, refused, send} = usePayment(draft, key, onDone);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const [pence, on, reason] = [penceFromTyped(value.amount), dateFromParts(value.on), keepableWords(value.reason).trim()];
  const id = (field: string) => `refund-${payment}-${field}`;
  const faults: FormError[] = [];
  if (pence === null || pence === 0) faults.push({field: id('amount'), message: t('payments:form.pence.wrong')});
  else if (pence > most) faults.push({field: id('amount'), message: t('payments:refund.pence.tooMuch', {amount: format.money(most)})});
  if (reason === '') faults.push({field: id('reason'), message: t('payments:refund.reason.missing')});
  if (isTooLongLine(reason)) faults.push({field: id('reason'), message: t('payments:form.tooLong')});
  if (on === null || on > today || (paidOn !== null && on < paidOn)) faults.push({field: id('on'), message: t('payments:refund.on.wrong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === id(field))?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(count => count + 1);
    if (faults.length > 0 || pence === null || on === null) return;
    const body = {payment, pence, on, reason};
    await send(JSON.stringify(body), ids => syncing.teamwork.refundPayment({...ids, person, body}));
  }

  return (
    <form noValidate autoComplete="off" inert={busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(refused === null ? [] : [{field: null, message: refused}])]} />
      <p>{t('payments:refund.words')}</p>
      <TextInput
        id={id('amount')}
        label={t('payments:refund.pence')}
        error={error('amount')}
        value={value.amount}
        onChange={amount => draft.change({...value, amount})}
      />
      <TextInput
        id={id('reason')}
        label={t('payments:refund.reason')}
        error={error('reason')}
        value={value.reason}
        onChange={typed => draft.change({...value, reason: typed})}
      />
      <DateField
        id={id('on')}
        label={t('payments:refund.on')}
        error={error('on')}
        value={value.on}
        onChange={day => draft.change({...value, on: day})}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={busy}>
          {t('payments:refund.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
