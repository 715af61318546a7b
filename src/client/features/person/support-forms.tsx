/** Deciding on help with the costs of learning, and noting what was paid of it. */
import * as z from 'zod/mini';
import {paidSoFar} from '#domain/education-support/where-it-stands.ts';
import {SUPPORT_OUTCOMES} from '#domain/education-support/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {datePart} from '#client/case/learning-work/activity-draft.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {penceOf, typedPence} from '#client/forms/typed-pence.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';

interface SupportProps {
  readonly support: Folded<'education-support'>;
  readonly today: CalendarDate;
}
interface OpenProps {
  readonly draftKey: string;
  readonly onClose: () => void;
}

const decideDraft = z.object({
  outcome: z.enum(['', ...SUPPORT_OUTCOMES]),
  amount: z.string(),
  reason: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
const readDecide = readAs(decideDraft);

export function DecideSupport(props: SupportProps) {
  const {t} = useText();
  const draftKey = `support-decide/${props.support.person}/${props.support.id}`;
  return (
    <FoldedForm summary={t('learning:decide')} draftKey={draftKey} open>
      {onClose => <DecideForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function DecideForm({support, today, draftKey, onClose}: SupportProps & OpenProps) {
  const {t, language, format} = useText();
  const {data} = support;
  const fixed = useMemory(memory => memory.settings()('higherEducationAmountPence', today), [today]);
  const isFixed = data.what === 'relevant_amount';
  const id = (field: string) => `decide-${support.id}-${field}`;
  const form = useKeptForm<z.infer<typeof decideDraft>>(
    draftKey,
    () => ({outcome: '', amount: data.askedPence === null ? '' : typedPence(data.askedPence), reason: {text: '', lang: language}}),
    readDecide,
    onClose,
  );
  const {value, change} = form;
  const pence = isFixed ? fixed : penceOf(value.amount);
  const reason = wordsOf(value.reason);
  const faults: FormError[] = [];
  if (value.outcome === '') faults.push({field: id('outcome'), message: t('learning:decide.missing')});
  if (value.outcome === 'granted' && pence === null) faults.push({field: id('amount'), message: t('learning:support.amount.wrong')});
  if (reason === null) faults.push({field: id('reason'), message: t('learning:decide.reason.missing')});
  else if (isTooLong(value.reason)) faults.push({field: id('reason'), message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:decide.save')}
      commands={() =>
        value.outcome === '' || reason === null
          ? []
          : [
              {
                kind: 'education-support.decide',
                record: support.id,
                person: support.person,
                body: {outcome: value.outcome, pence: value.outcome === 'granted' ? pence : null, reason},
              },
            ]
      }
    >
      <RadioGroup
        id={id('outcome')}
        label={t('learning:decide.outcome')}
        error={error(id('outcome'))}
        value={value.outcome === '' ? null : value.outcome}
        onChange={outcome => change({outcome})}
        choices={SUPPORT_OUTCOMES.map(each => ({
          value: each,
          label: t(`learning:decide.${each}`),
          hint: each === 'granted' && isFixed ? t('learning:decide.fixed', {amount: format.money(fixed)}) : undefined,
        }))}
      />
      {value.outcome === 'granted' && !isFixed && (
        <TextInput
          id={id('amount')}
          label={t('learning:decide.amount')}
          error={error(id('amount'))}
          value={value.amount}
          onChange={amount => change({amount})}
        />
      )}
      <WordsField
        id={id('reason')}
        label={t('learning:decide.reason')}
        hint={t('learning:decide.reason.hint')}
        rows={3}
        error={error(id('reason'))}
        value={value.reason}
        onChange={typed => change({reason: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}

const payDraft = z.object({on: datePart, amount: z.string(), how: z.string()});
const readPay = readAs(payDraft);

/** Nothing once all of it is paid. */
export function PaySupport(props: SupportProps) {
  const {t} = useText();
  const {data, person, id} = props.support;
  const left = (data.decision?.pence ?? 0) - paidSoFar(data);
  const draftKey = `support-pay/${person}/${id}`;
  if (left <= 0) return null;
  return (
    <FoldedForm summary={t('learning:pay')} draftKey={draftKey}>
      {onClose => <PayForm {...props} left={left} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function PayForm({support, today, left, draftKey, onClose}: SupportProps & OpenProps & {readonly left: number}) {
  const {t, format} = useText();
  const id = (field: string) => `pay-${support.id}-${field}`;
  const form = useKeptForm<z.infer<typeof payDraft>>(
    draftKey,
    () => ({on: partsFromDate(today), amount: typedPence(left), how: ''}),
    readPay,
    onClose,
  );
  const {value, change} = form;
  const on = dateFromParts(value.on);
  const pence = penceOf(value.amount);
  const granted = support.data.decision?.on ?? today;
  const faults: FormError[] = [];
  if (on === null) faults.push({field: id('on'), message: t('learning:date.missing')});
  else if (on > today) faults.push({field: id('on'), message: t('learning:since.ahead')});
  else if (on < granted) faults.push({field: id('on'), message: t('learning:pay.early')});
  if (pence === null) faults.push({field: id('amount'), message: t('learning:support.amount.wrong')});
  else if (pence > left) faults.push({field: id('amount'), message: t('learning:pay.over', {amount: format.money(left)})});
  if (isTooLongLine(value.how)) faults.push({field: id('how'), message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:pay.save')}
      commands={() =>
        on === null || pence === null
          ? []
          : [
              {
                kind: 'education-support.note-payment',
                record: support.id,
                person: support.person,
                body: {on, pence, how: keepableWords(value.how).trim() || null},
              },
            ]
      }
    >
      <DateField
        id={id('on')}
        label={t('learning:pay.on')}
        error={error(id('on'))}
        value={value.on}
        onChange={typed => change({on: typed})}
      />
      <TextInput
        id={id('amount')}
        label={t('learning:pay.amount')}
        error={error(id('amount'))}
        value={value.amount}
        onChange={amount => change({amount})}
      />
      <TextInput
        id={id('how')}
        label={t('learning:pay.how')}
        hint={t('learning:optional')}
        error={error(id('how'))}
        value={value.how}
        onChange={how => change({how})}
      />
    </KeptForm>
  );
}
