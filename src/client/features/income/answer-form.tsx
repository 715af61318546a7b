/** What somebody said to the offer of a place. Who declined can still join, while the scheme is open. */
import * as z from 'zod/mini';
import {PAYMENT_FREQUENCIES} from '#domain/income-scheme/codes.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {Folded, target, type FormProps, type OpenProps} from './folded-form.tsx';
import {datePart, dayFaults} from '#client/case/income/income-draft.ts';

export function AnswerForm({closed, ...props}: FormProps & {readonly closed: boolean}) {
  const {t} = useText();
  const isDeclined = props.found.enrolment.data.decision === 'declined';
  // Nobody joins a closed scheme; that they did not want it can still be put down.
  if (closed && isDeclined) return null;
  return (
    <Folded name="answer" summary={t('income:answer')} {...props}>
      {open => <Answer {...open} closed={closed} />}
    </Folded>
  );
}

const answerSchema = z.object({
  decision: z.nullable(z.enum(['joined', 'declined'])),
  on: datePart,
  frequency: z.nullable(z.enum(PAYMENT_FREQUENCIES)),
  account: z.boolean(),
});
const readAnswer = readAs(answerSchema);

function Answer({closed, ...props}: OpenProps & {readonly closed: boolean}) {
  const {t} = useText();
  const today = useToday();
  const {scheme, enrolment} = props.found;
  const form = useKeptForm<z.infer<typeof answerSchema>>(
    props.draftKey,
    () => ({
      decision: null,
      on: partsFromDate(today),
      frequency: scheme.frequencies.length === 1 ? (scheme.frequencies[0] ?? null) : null,
      account: false,
    }),
    readAnswer,
    props.onClose,
  );
  const {value, change} = form;
  const joins = value.decision === 'joined';
  const faults: FormError[] = [...dayFaults('answer-on', value.on, today, t)];
  if (value.decision === null) faults.unshift({field: 'answer', message: t('income:answer.missing')});
  if (joins && value.frequency === null) faults.push({field: 'frequency', message: t('income:frequency.missing')});
  const {error} = errorsOf(form, faults);
  const choices = (['joined', 'declined'] as const).filter(each => (each === 'joined' ? !closed : enrolment.data.decision === null));

  function commands(): readonly NewCommand<'income-enrolment.answer'>[] {
    const on = dateFromParts(value.on);
    if (value.decision === null || on === null) return [];
    const body = {decision: value.decision, on, frequency: joins ? value.frequency : null, accountSetUp: joins ? value.account : null};
    return [{kind: 'income-enrolment.answer', ...target(props), body}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('income:save')} commands={commands}>
      <RadioGroup
        id="answer"
        label={t('income:answer.label', {name: props.person.knownAs})}
        error={error('answer')}
        value={value.decision}
        onChange={decision => change({decision})}
        choices={choices.map(each => ({value: each, label: t(`income:answer.${each}`)}))}
      />
      <DateField id="answer-on" label={t('income:on')} error={error('answer-on')} value={value.on} onChange={on => change({on})} />
      {joins && (
        <>
          <RadioGroup
            id="frequency"
            label={t('income:frequency')}
            error={error('frequency')}
            value={value.frequency}
            onChange={frequency => change({frequency})}
            choices={scheme.frequencies.map(each => ({value: each, label: t(`codes:frequency.${each}`)}))}
          />
          <CheckList
            id="account"
            label={t('income:account')}
            chosen={value.account ? ['yes'] : []}
            onChange={chosen => change({account: chosen.length > 0})}
            choices={[{value: 'yes', label: t('income:account.label')}]}
          />
        </>
      )}
    </KeptForm>
  );
}
