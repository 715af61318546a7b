/** What is known of a request better than on the day it was asked: its kind, what it costs, how urgent it is, which part of the plan. */
import {useState} from 'react';
import * as z from 'zod/mini';
import {PURPOSE_AREAS, SPEND_TYPES, URGENCIES} from '#domain/fund/codes.ts';
import {ALL_SECTIONS} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {seenOps} from '#domain/shared/record.ts';
import {readAs} from '#client/forms/use-draft.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {amountFault, amountOf, typedFrom} from './draft-parts.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {OpenedRequestProps} from './opened-request.tsx';
import {sectionsFor} from './section-choices.ts';

const FIELDS = ['spendType', 'askedPence', 'urgency', 'section', 'purpose'] as const;
const valuesSchema = z.object({
  spend: z.enum(['', ...SPEND_TYPES]),
  amount: z.string(),
  urgency: z.nullable(z.enum(URGENCIES)),
  section: z.enum(['', ...ALL_SECTIONS]),
  purpose: z.enum(['', ...PURPOSE_AREAS]),
});
/** With what stood there when it was begun: only what was changed goes out, also days later. */
const draftSchema = z.extend(valuesSchema, {began: valuesSchema, seen: z.record(z.string(), z.array(z.string()))});
type ChangeDraft = z.infer<typeof draftSchema>;
const readDraft = readAs(draftSchema);

export function ChangeRequest(opened: OpenedRequestProps) {
  const {t} = useText();
  const draftKey = `fund-change/${opened.person.id}/${opened.found.request.id}`;
  return (
    <FoldedForm summary={t('fund:change')} draftKey={draftKey}>
      {onClose => <ChangeForm {...opened} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function startOf({request}: OpenedRequestProps['found']): ChangeDraft {
  const {spendType, askedPence, urgency, section, purpose} = request.data;
  const began = {spend: spendType ?? '', amount: typedFrom(askedPence), urgency, section: section ?? '', purpose: purpose ?? ''} as const;
  return {...began, began, seen: Object.fromEntries(FIELDS.map(field => [field, seenOps(request, field)]))};
}

function bodyOf({began, ...value}: ChangeDraft): NewCommand<'fund-request.change'>['body'] {
  return {
    ...(value.spend === began.spend || value.spend === '' ? {} : {spendType: value.spend}),
    ...(value.amount === began.amount ? {} : {askedPence: amountOf(value.amount)}),
    ...(value.urgency === began.urgency || value.urgency === null ? {} : {urgency: value.urgency}),
    ...(value.section === began.section ? {} : {section: value.section === '' ? null : value.section}),
    ...(value.purpose === began.purpose || value.purpose === '' ? {} : {purpose: value.purpose}),
  };
}

interface ChangeFormProps extends OpenedRequestProps {
  readonly draftKey: string;
  readonly onClose: () => void;
}

function ChangeForm({person, found, today, draftKey, onClose}: ChangeFormProps) {
  const {t} = useText();
  const [start] = useState(() => startOf(found));
  const form = useKeptForm<ChangeDraft>(draftKey, () => start, readDraft, onClose);
  const {value, change} = form;
  const sections = useMemory(memory => sectionsFor(memory, person.id, today), [person.id, today]);
  const offered = useMemory(memory => memory.settings()('spendTypes', today), [today]);
  const spendTypes = SPEND_TYPES.filter(each => offered.includes(each) || each === value.began.spend);
  const wrong = value.amount.trim() === '' ? null : amountFault('change-amount', value.amount, t);
  const faults: readonly FormError[] = wrong ? [wrong] : [];
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'fund-request.change'>[] {
    const body = bodyOf(value);
    if (Object.keys(body).length === 0) return [];
    return [{kind: 'fund-request.change', record: found.request.id, person: person.id, body, bases: value.seen}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('fund:change.save')} look="second" commands={commands}>
      <Select
        id="change-section"
        label={t('fund:section')}
        hint={t(found.needsSection ? 'fund:section.required' : 'fund:section.advised')}
        value={value.section}
        onChange={chosen => change({section: ALL_SECTIONS.find(each => each === chosen) ?? ''})}
        choices={[
          {value: '', label: t('fund:section.none')},
          ...ALL_SECTIONS.filter(each => sections.includes(each) || each === value.began.section).map(each => ({
            value: each,
            label: t(`codes:section.${each}`),
          })),
        ]}
      />
      <Select
        id="change-spend"
        label={t('fund:ask.spend')}
        value={value.spend}
        onChange={chosen => change({spend: SPEND_TYPES.find(each => each === chosen) ?? ''})}
        choices={[{value: '', label: t('fund:choose')}, ...spendTypes.map(each => ({value: each, label: t(`codes:spend.${each}`)}))]}
      />
      <Select
        id="change-purpose"
        label={t('fund:purpose')}
        value={value.purpose}
        onChange={chosen => change({purpose: PURPOSE_AREAS.find(each => each === chosen) ?? ''})}
        choices={[{value: '', label: t('fund:choose')}, ...PURPOSE_AREAS.map(each => ({value: each, label: t(`codes:purpose.${each}`)}))]}
      />
      <TextInput
        id="change-amount"
        label={t('fund:amount')}
        hint={t('fund:amount.empty')}
        error={error('change-amount')}
        value={value.amount}
        onChange={amount => change({amount})}
      />
      <RadioGroup
        id="change-urgency"
        label={t('fund:urgency')}
        look="inline"
        value={value.urgency}
        onChange={urgency => change({urgency})}
        choices={URGENCIES.map(each => ({value: each, label: t(`codes:urgency.${each}`)}))}
      />
    </KeptForm>
  );
}
