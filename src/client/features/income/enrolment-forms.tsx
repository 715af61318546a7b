/** What staff put down of a place in a scheme that runs. Each form is folded away until it is wanted, and keeps what was typed. */
import * as z from 'zod/mini';
import {CLOSING_REASONS, PAUSE_REASONS} from '#domain/income-scheme/codes.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField, MonthField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyMonth, monthFromParts, NO_MONTH, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {countFaults, countFrom, datePart, dayFaults, monthFaults, monthPart} from '#client/case/income/income-draft.ts';
import {Folded, target, type FormProps, type OpenProps} from './folded-form.tsx';

export function PauseForm(props: FormProps) {
  const {t} = useText();
  return (
    <Folded name="pause" summary={t('income:pause.add')} {...props}>
      {open => <Pause {...open} />}
    </Folded>
  );
}

const pauseSchema = z.object({from: monthPart, until: monthPart, reason: z.nullable(z.enum(PAUSE_REASONS))});
const readPause = readAs(pauseSchema);

function Pause(props: OpenProps) {
  const {t} = useText();
  const form = useKeptForm<z.infer<typeof pauseSchema>>(
    props.draftKey,
    () => ({from: NO_MONTH, until: NO_MONTH, reason: null}),
    readPause,
    props.onClose,
  );
  const {value, change} = form;
  const faults: FormError[] = [
    ...monthFaults('pause-from', value.from, t),
    ...(isEmptyMonth(value.until) ? [] : monthFaults('pause-until', value.until, t)),
    ...(value.reason === null ? [{field: 'pause-reason', message: t('income:pause.reason.missing')}] : []),
  ];
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'income-enrolment.pause'>[] {
    const from = monthFromParts(value.from);
    if (from === null || value.reason === null) return [];
    return [{kind: 'income-enrolment.pause', ...target(props), body: {from, until: monthFromParts(value.until), reason: value.reason}}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('income:save')} commands={commands}>
      <MonthField
        id="pause-from"
        label={t('income:pause.from')}
        error={error('pause-from')}
        value={value.from}
        onChange={from => change({from})}
      />
      <MonthField
        id="pause-until"
        label={t('income:pause.until')}
        hint={t('income:pause.until.hint')}
        error={error('pause-until')}
        value={value.until}
        onChange={until => change({until})}
      />
      <RadioGroup
        id="pause-reason"
        label={t('income:pause.reason')}
        error={error('pause-reason')}
        value={value.reason}
        onChange={reason => change({reason})}
        choices={PAUSE_REASONS.map(each => ({value: each, label: t(`codes:pause.${each}`)}))}
      />
    </KeptForm>
  );
}

export function ResumeForm(props: FormProps) {
  const {t} = useText();
  return (
    <Folded name="resume" summary={t('income:pause.end')} {...props}>
      {open => <Resume {...open} />}
    </Folded>
  );
}

const resumeSchema = z.object({until: monthPart});
const readResume = readAs(resumeSchema);

function Resume(props: OpenProps) {
  const {t} = useText();
  const form = useKeptForm<z.infer<typeof resumeSchema>>(props.draftKey, () => ({until: NO_MONTH}), readResume, props.onClose);
  const {value, change} = form;
  const faults = monthFaults('resume-until', value.until, t);
  const {error} = errorsOf(form, faults);
  const until = monthFromParts(value.until);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('income:save')}
      commands={() => (until === null ? [] : [{kind: 'income-enrolment.resume', ...target(props), body: {until}}])}
    >
      <MonthField
        id="resume-until"
        label={t('income:pause.until')}
        error={error('resume-until')}
        value={value.until}
        onChange={typed => change({until: typed})}
      />
    </KeptForm>
  );
}

export function PaymentsForm(props: FormProps) {
  const {t} = useText();
  return (
    <Folded name="payments" summary={t('income:payments.note')} {...props}>
      {open => <Payments {...open} />}
    </Folded>
  );
}

const paymentsSchema = z.object({made: z.string(), last: monthPart});
const readPayments = readAs(paymentsSchema);

function Payments(props: OpenProps) {
  const {t} = useText();
  const form = useKeptForm<z.infer<typeof paymentsSchema>>(props.draftKey, () => ({made: '', last: NO_MONTH}), readPayments, props.onClose);
  const {value, change} = form;
  const faults = [...countFaults('made', value.made, t), ...monthFaults('last', value.last, t)];
  const {error} = errorsOf(form, faults);
  const [made, lastMonth] = [countFrom(value.made), monthFromParts(value.last)];
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('income:save')}
      commands={() =>
        made === null || lastMonth === null ? [] : [{kind: 'income-enrolment.note-payments', ...target(props), body: {made, lastMonth}}]
      }
    >
      <TextInput
        id="made"
        label={t('income:payments.made')}
        hint={t('income:payments.made.hint')}
        error={error('made')}
        value={value.made}
        onChange={typed => change({made: typed})}
      />
      <MonthField id="last" label={t('income:payments.last')} error={error('last')} value={value.last} onChange={last => change({last})} />
    </KeptForm>
  );
}

export function EndForm(props: FormProps) {
  const {t} = useText();
  return (
    <Folded name="end" summary={t('income:end')} {...props}>
      {open => <End {...open} />}
    </Folded>
  );
}

const endSchema = z.object({reason: z.nullable(z.enum(CLOSING_REASONS)), on: datePart, made: z.string(), last: monthPart});
const readEnd = readAs(endSchema);

function End(props: OpenProps) {
  const {t} = useText();
  const today = useToday();
  const noted = props.found.enrolment.data.paymentsMade;
  const form = useKeptForm<z.infer<typeof endSchema>>(
    props.draftKey,
    () => ({reason: null, on: partsFromDate(today), made: noted === null ? '' : String(noted), last: NO_MONTH}),
    readEnd,
    props.onClose,
  );
  const {value, change} = form;
  const faults: FormError[] = [
    ...(value.reason === null ? [{field: 'end-reason', message: t('income:end.reason.missing')}] : []),
    ...dayFaults('end-on', value.on, today, t),
    ...countFaults('end-made', value.made, t),
    ...(isEmptyMonth(value.last) && countFrom(value.made) === 0 ? [] : monthFaults('end-last', value.last, t)),
  ];
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'income-enrolment.end'>[] {
    const [on, made] = [dateFromParts(value.on), countFrom(value.made)];
    if (value.reason === null || on === null || made === null) return [];
    return [
      {kind: 'income-enrolment.end', ...target(props), body: {reason: value.reason, on, made, lastMonth: monthFromParts(value.last)}},
    ];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('income:save')} commands={commands}>
      <RadioGroup
        id="end-reason"
        label={t('income:end.reason')}
        error={error('end-reason')}
        value={value.reason}
        onChange={reason => change({reason})}
        choices={CLOSING_REASONS.map(each => ({value: each, label: t(`codes:closing.${each}`)}))}
      />
      <DateField id="end-on" label={t('income:ended')} error={error('end-on')} value={value.on} onChange={on => change({on})} />
      <TextInput
        id="end-made"
        label={t('income:payments.made')}
        hint={t('income:payments.made.hint')}
        error={error('end-made')}
        value={value.made}
        onChange={made => change({made})}
      />
      <MonthField
        id="end-last"
        label={t('income:payments.last')}
        hint={t('income:end.last.hint')}
        error={error('end-last')}
        value={value.last}
        onChange={last => change({last})}
      />
    </KeptForm>
  );
}
