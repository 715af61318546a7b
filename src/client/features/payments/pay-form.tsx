/** Recording a payment: how much, when, how and under which reference. Kept from the first key, also without a connection. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {PAYMENT_METHODS} from '#domain/fund/codes.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {useText} from '#client/i18n/text.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Payable} from '#client/sync/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {usePayment} from './use-payment.ts';

const draftSchema = z.object({
  amount: z.string(),
  method: z.nullable(z.enum(PAYMENT_METHODS)),
  reference: z.string(),
  payee: z.string(),
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
type PayDraft = z.infer<typeof draftSchema>;
const readDraft = readAs(draftSchema);

export function PayForm({payable, onDone}: {readonly payable: Payable; readonly onDone: () => void}) {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const today = useToday();
  const {request, person, awardedPence, decidedOn, quotes} = payable;
  const key = `pay/${request}`;
  const only = quotes.length === 1 ? quotes[0] : undefined;
  const draft = useDraft<PayDraft>(
    key,
    () => ({
      amount: (Math.min(only?.pence ?? awardedPence, awardedPence) / 100).toFixed(2),
      method: null,
      reference: '',
      payee: only?.supplier ?? '',
      on: partsFromDate(today),
    }),
    readDraft,
  );
  const {busy, refused, send} = usePayment(draft, key, onDone);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const change = (part: Partial<PayDraft>) => draft.change({...value, ...part});
  const [pence, paidOn] = [penceFromTyped(value.amount), dateFromParts(value.on)];
  const [reference, payee] = [keepableWords(value.reference).trim(), keepableWords(value.payee).trim()];
  const id = (field: string) => `pay-${request}-${field}`;
  const faults: FormError[] = [];
  if (pence === null || pence === 0) faults.push({field: id('amount'), message: t('payments:form.pence.wrong')});
  else if (pence > awardedPence)
    faults.push({field: id('amount'), message: t('payments:form.pence.tooMuch', {amount: format.money(awardedPence)})});
  if (value.method === null) faults.push({field: id('method'), message: t('payments:form.method.missing')});
  if (reference === '') faults.push({field: id('reference'), message: t('payments:form.reference.missing')});
  if (isTooLongLine(reference)) faults.push({field: id('reference'), message: t('payments:form.tooLong')});
  if (isTooLongLine(payee)) faults.push({field: id('payee'), message: t('payments:form.tooLong')});
  if (paidOn === null || paidOn > today || (decidedOn !== null && paidOn < decidedOn))
    faults.push({field: id('on'), message: t('payments:form.on.wrong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === id(field))?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(count => count + 1);
    if (faults.length > 0 || pence === null || paidOn === null || value.method === null) return;
    const body = {request, paidOn, method: value.method, reference, payee: payee === '' ? null : payee, pence};
    await send(JSON.stringify(body), ids => syncing.teamwork.payRequest({...ids, person, body}));
  }

  return (
    <form noValidate autoComplete="off" inert={busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(refused === null ? [] : [{field: null, message: refused}])]} />
      <TextInput
        id={id('amount')}
        label={t('payments:form.pence')}
        hint={t('payments:form.pence.hint')}
        error={error('amount')}
        value={value.amount}
        onChange={amount => change({amount})}
      />
      <RadioGroup
        id={id('method')}
        label={t('payments:form.method')}
        error={error('method')}
        value={value.method}
        onChange={method => change({method})}
        choices={PAYMENT_METHODS.map(method => ({value: method, label: t(`codes:payment.${method}`)}))}
      />
      <TextInput
        id={id('reference')}
        label={t('payments:form.reference')}
        hint={t('payments:form.reference.hint')}
        error={error('reference')}
        value={value.reference}
        onChange={typed => change({reference: typed})}
      />
      <TextInput
        id={id('payee')}
        label={t('payments:form.payee')}
        error={error('payee')}
        value={value.payee}
        onChange={typed => change({payee: typed})}
      />
      <DateField id={id('on')} label={t('payments:form.on')} error={error('on')} value={value.on} onChange={on => change({on})} />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={busy}>
          {t('payments:form.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
