/** What can be done about a worry, each folded away until it is wanted and kept from the first key: act, pass on, close. */
import * as z from 'zod/mini';
import type {ReactNode} from 'react';
import type {Addressee} from '#domain/worry/codes.ts';
import {onDutyAt} from '#domain/worry/duty-shift.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';

interface WorryFormProps {
  readonly worry: Folded<'worry'>;
  readonly isShared: boolean;
  readonly name: string;
}
type OpenedFormProps = WorryFormProps & {readonly draftKey: string; readonly onClose: () => void};

const whoReads = (isShared: boolean) => (isShared ? 'person:worry.outcome.shared' : 'person:worry.outcome.staff');
const keyOf = (form: string, {person, id}: Folded<'worry'>) => `${form}/${person}/${id}`;
const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});

const actSchema = z.object({what: z.enum(['doing', 'phoned']), words});
const readAct = readAs(actSchema);

function OpenedAct({worry, isShared, name, draftKey, onClose}: OpenedFormProps) {
  const {t, language} = useText();
  const start = () => ({what: 'doing' as const, words: {text: '', lang: language}});
  const form = useKeptForm<z.infer<typeof actSchema>>(draftKey, start, readAct, onClose);
  const id = `act-${worry.id}`;
  const written = wordsOf(form.value.words);
  const faults: FormError[] = [];
  if (form.value.what === 'doing' && written === null) faults.push({field: id, message: t('person:worry.act.missing')});
  else if (isTooLong(form.value.words)) faults.push({field: id, message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('person:worry.act.save')}
      commands={() => [{kind: 'worry.act', record: worry.id, person: worry.person, body: {what: form.value.what, words: written}}]}
    >
      <RadioGroup
        id={`${id}-what`}
        label={t('person:worry.act.what')}
        look="inline"
        value={form.value.what}
        onChange={what => form.change({what})}
        choices={[
          {value: 'doing', label: t('person:worry.act.doing')},
          {value: 'phoned', label: t('person:worry.act.phoned')},
        ]}
      />
      <WordsField
        id={id}
        label={t('person:worry.act.words')}
        hint={t(whoReads(isShared), {name})}
        rows={3}
        error={error(id)}
        value={form.value.words}
        onChange={changed => form.change({words: changed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}

const passSchema = z.object({to: z.nullable(z.enum(['adviser', 'manager', 'duty'])), words});
const readPass = readAs(passSchema);

/** Whoever passes it on does not pass it to themselves. */
const CHOICES: Readonly<Record<string, readonly Addressee[]>> = {
  adviser: ['manager', 'duty'],
  manager: ['adviser', 'duty'],
  deputy: ['adviser', 'duty'],
  duty_worker: ['adviser', 'manager'],
};

function OpenedPass({worry, isShared, name, draftKey, onClose}: OpenedFormProps) {
  const {t, language, format} = useText();
  const {role} = useOpenVault().vault.session;
  const start = () => ({to: null, words: {text: '', lang: language}});
  const form = useKeptForm<z.infer<typeof passSchema>>(draftKey, start, readPass, onClose);
  const id = `pass-${worry.id}`;
  const onDuty = useMemory(
    memory =>
      onDutyAt(memory.records(null, 'duty-shift'), new Date().toISOString()).map(
        holder => staffName(memory, holder) ?? t('common:formerColleague'),
      ),
    [t],
  );
  const onDutyNow =
    onDuty.length === 0 ? t('person:worry.pass.duty.nobody') : t('person:worry.pass.duty.now', {names: format.listNames(onDuty)});
  const {to} = form.value;
  const written = wordsOf(form.value.words);
  const faults: FormError[] = [];
  if (to === null) faults.push({field: `${id}-to`, message: t('person:worry.pass.to.missing')});
  if (written === null) faults.push({field: id, message: t('person:worry.pass.missing')});
  else if (isTooLong(form.value.words)) faults.push({field: id, message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('person:worry.pass.save')}
      commands={() => (to === null ? [] : [{kind: 'worry.pass-on', record: worry.id, person: worry.person, body: {to, words: written}}])}
    >
      <RadioGroup<Addressee>
        id={`${id}-to`}
        label={t('person:worry.pass.to')}
        error={error(`${id}-to`)}
        value={to}
        onChange={chosen => form.change({to: chosen})}
        choices={(CHOICES[role] ?? []).map(value => ({
          value,
          label: t(`person:worry.pass.to.${value}`),
          hint: value === 'duty' ? onDutyNow : undefined,
        }))}
      />
      <WordsField
        id={id}
        label={t('person:worry.pass.words')}
        hint={t(whoReads(isShared), {name})}
        rows={3}
        error={error(id)}
        value={form.value.words}
        onChange={changed => form.change({words: changed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}

const closeSchema = z.object({outcome: z.string()});
const readClose = readAs(closeSchema);

function OpenedClose({worry, isShared, name, draftKey, onClose}: OpenedFormProps) {
  const {t} = useText();
  const form = useKeptForm<z.infer<typeof closeSchema>>(draftKey, () => ({outcome: ''}), readClose, onClose);
  const id = `outcome-${worry.id}`;
  const outcome = keepableWords(form.value.outcome).trim();
  const faults: FormError[] = [];
  if (outcome === '') faults.push({field: id, message: t('person:worry.outcome.missing')});
  else if (isTooLongText(outcome)) faults.push({field: id, message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('person:worry.close.save')}
      commands={() => [{kind: 'worry.close', record: worry.id, person: worry.person, body: {outcome}}]}
    >
      <TextArea
        id={id}
        label={t('person:worry.outcome')}
        hint={t(whoReads(isShared), {name})}
        rows={4}
        error={error(id)}
        value={form.value.outcome}
        onChange={typed => form.change({outcome: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}

/** Folded until it is wanted, or begun; what is typed is kept for this worry. */
const foldedOf = (form: string, summary: TextKey, Opened: (props: OpenedFormProps) => ReactNode) =>
  function FoldedWorryForm(props: WorryFormProps) {
    const {t} = useText();
    const draftKey = keyOf(form, props.worry);
    return (
      <FoldedForm summary={t(summary)} draftKey={draftKey}>
        {onClose => <Opened {...props} draftKey={draftKey} onClose={onClose} />}
      </FoldedForm>
    );
  };

/** What is being done, or a call that was made. */
export const ActForm = foldedOf('worry-act', 'person:worry.act', OpenedAct);
export const PassOnForm = foldedOf('worry-pass', 'person:worry.pass', OpenedPass);
export const CloseForm = foldedOf('worry-close', 'person:worry.close', OpenedClose);
