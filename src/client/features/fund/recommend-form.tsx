/** What an adviser recommends to whoever decides, once nothing stands in its way any more; and until then, what does. */
import * as z from 'zod/mini';
import type {Refusal} from '#domain/command.ts';
import type {FundDuty} from '#domain/fund/codes.ts';
import {useText} from '#client/i18n/text.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {amountFault, amountOf, typedFrom} from './draft-parts.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {FundCase} from './read-request.ts';

const OUTCOMES = ['approved', 'part', 'refused'] as const;
const draftSchema = z.object({outcome: z.nullable(z.enum(OUTCOMES)), amount: z.string()});
const readDraft = readAs(draftSchema);

interface RecommendProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
}

/** Nothing where nothing is missing. */
export function StillMissing({fault}: {readonly fault: Refusal | null}) {
  const {t} = useText();
  if (fault === null) return null;
  return (
    <Notice tone="attention" title={t('fund:missing.title')}>
      <ul className="govuk-list govuk-list--bullet">
        {fault.code === 'words_missing' && <li>{t('fund:missing.section')}</li>}
        {fault.code === 'duty_unanswered' &&
          fault.fields.map(duty => <li key={duty}>{t('fund:missing.duty', {duty: t(`codes:fundDuty.${duty as FundDuty}`)})}</li>)}
        {fault.code === 'duty_covers' &&
          fault.fields.map(duty => <li key={duty}>{t('fund:missing.covers', {duty: t(`codes:fundDuty.${duty as FundDuty}`)})}</li>)}
      </ul>
    </Notice>
  );
}

export function Recommend({person, found}: RecommendProps) {
  const {t} = useText();
  const draftKey = `fund-recommend/${person.id}/${found.request.id}`;
  const isDone = Boolean(found.assessment?.data.recommendation);
  return (
    <FoldedForm summary={t(isDone ? 'fund:recommend.again' : 'fund:recommend.write')} draftKey={draftKey}>
      {onClose => <RecommendForm person={person} found={found} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function RecommendForm({person, found, draftKey, onClose}: RecommendProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t, format} = useText();
  const {askedPence} = found.request.data;
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    draftKey,
    () => ({outcome: null, amount: typedFrom(askedPence)}),
    readDraft,
    onClose,
  );
  const {value, change} = form;
  // In full is what was asked for; only where that is not known is there an amount to say.
  const asksAmount = value.outcome === 'part' || (value.outcome === 'approved' && askedPence === null);
  const pence = asksAmount ? amountOf(value.amount) : askedPence;
  const faults: FormError[] = [];
  if (value.outcome === null) faults.push({field: 'recommend', message: t('fund:recommend.missing')});
  const wrong = asksAmount ? amountFault('recommend-amount', value.amount, t) : null;
  if (wrong) faults.push(wrong);
  else if (value.outcome === 'part' && askedPence !== null && (pence ?? 0) >= askedPence)
    faults.push({field: 'recommend-amount', message: t('fund:amount.lessThan', {asked: format.money(askedPence)})});
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'fund-request.recommend'>[] {
    if (value.outcome === null) return [];
    const body = {outcome: value.outcome, pence: value.outcome === 'refused' ? null : pence};
    return [{kind: 'fund-request.recommend', record: found.request.id, person: person.id, body}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('fund:recommend.save')} commands={commands}>
      {value.outcome !== 'refused' && <StillMissing fault={found.fault} />}
      <RadioGroup
        id="recommend"
        label={t('fund:recommend.label')}
        hint={t('fund:recommend.hint')}
        error={error('recommend')}
        value={value.outcome}
        onChange={outcome => change({outcome})}
        choices={OUTCOMES.filter(each => each !== 'part' || askedPence !== null).map(each => ({
          value: each,
          label: t(`fund:recommend.${each}`),
        }))}
      />
      {asksAmount && (
        <TextInput
          id="recommend-amount"
          label={t('fund:amount')}
          hint={t('fund:amount.example')}
          error={error('recommend-amount')}
          value={value.amount}
          onChange={amount => change({amount})}
        />
      )}
    </KeptForm>
  );
}
