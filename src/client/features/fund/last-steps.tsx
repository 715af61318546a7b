/** What ends a request: closed with what was shown or why nothing was, what became of it in their words, or taken back in time. */
import * as z from 'zod/mini';
import {PAID, USED_AS_PLANNED, WITHDRAWABLE} from '#domain/fund/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {wordsPart} from './draft-parts.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {FundCase} from './read-request.ts';

interface StepProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
}
interface FormProps extends StepProps {
  readonly draftKey: string;
  readonly onClose: () => void;
}

/** A receipt or a photograph is there, or it says why there is none; below the authority's limit nobody need show anything. */
export function CloseRequest({person, found}: StepProps) {
  const {t} = useText();
  const draftKey = `fund-close/${person.id}/${found.request.id}`;
  if (found.request.data.status !== 'paid') return null;
  return (
    <FoldedForm summary={t('fund:close')} draftKey={draftKey}>
      {onClose => <CloseForm person={person} found={found} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

const closeSchema = z.object({without: wordsPart});
const readClose = readAs(closeSchema);

function CloseForm({person, found, draftKey, onClose}: FormProps) {
  const {t, language} = useText();
  const {evidence} = found.request.data;
  const isShown = evidence === 'receipt' || evidence === 'photo';
  const form = useKeptForm<z.infer<typeof closeSchema>>(draftKey, () => ({without: {text: '', lang: language}}), readClose, onClose);
  const {value, change} = form;
  const faults: FormError[] = isTooLong(value.without) ? [{field: 'without', message: t('common:words.tooLong')}] : [];
  const {error} = errorsOf(form, faults);
  const command = (): NewCommand<'fund-request.close'> => ({
    kind: 'fund-request.close',
    record: found.request.id,
    person: person.id,
    body: {without: isShown ? null : wordsOf(value.without)},
  });
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('fund:close.save')}
      refusal={({fields}) => (fields.includes('without') ? {field: 'without', message: t('fund:close.without.missing')} : null)}
      commands={() => [command()]}
    >
      {isShown ? (
        <p className="govuk-body">{t(`fund:close.shown.${evidence}`)}</p>
      ) : (
        <WordsField
          id="without"
          label={t('fund:close.without')}
          hint={t('fund:close.without.hint')}
          rows={3}
          error={error('without')}
          value={value.without}
          onChange={without => change({without})}
          onLeave={() => void form.draft.flush()}
        />
      )}
    </KeptForm>
  );
}

/** Once money has moved. Each telling is kept. */
export function Outcome({person, found, mayTell}: StepProps & {readonly mayTell: boolean}) {
  const {t, format} = useText();
  const {request, outcomes} = found;
  const draftKey = `fund-outcome/${person.id}/${request.id}`;
  if (!PAID.includes(request.data.status) && outcomes.length === 0) return null;
  return (
    <Section title={t('fund:became.title')}>
      {outcomes.length === 0 && <p className="govuk-body">{t('fund:became.none')}</p>}
      {outcomes.map(({id, data, delivery}) => (
        <div key={id}>
          {data.usedAsPlanned !== null && <p className="govuk-body">{t(`codes:usedAsPlanned.${data.usedAsPlanned}`)}</p>}
          {data.words && <FreeText quoted words={data.words} />}
          <p className="app-quiet">{format.longDate(data.on)}</p>
          <DeliveryLine delivery={delivery} />
        </div>
      ))}
      {mayTell && PAID.includes(request.data.status) && (
        <FoldedForm summary={t('fund:became.write')} draftKey={draftKey}>
          {onClose => <OutcomeForm person={person} found={found} draftKey={draftKey} onClose={onClose} />}
        </FoldedForm>
      )}
    </Section>
  );
}

const outcomeSchema = z.object({used: z.nullable(z.enum(USED_AS_PLANNED)), words: wordsPart});
const readOutcome = readAs(outcomeSchema);

function OutcomeForm({person, found, draftKey, onClose}: FormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const form = useKeptForm<z.infer<typeof outcomeSchema>>(
    draftKey,
    () => ({used: null, words: {text: '', lang: person.speak ?? language}}),
    readOutcome,
    onClose,
  );
  const {value, change} = form;
  const words = wordsOf(value.words);
  const faults: FormError[] = [];
  if (value.used === null && words === null) faults.push({field: 'became', message: t('fund:became.missing')});
  if (isTooLong(value.words)) faults.push({field: 'became', message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  const command = (): NewCommand<'fund-outcome.tell'> => ({
    kind: 'fund-outcome.tell',
    record: vault.newId(),
    person: person.id,
    body: {request: found.request.id, usedAsPlanned: value.used, words},
  });
  return (
    <KeptForm form={form} faults={faults} submit={t('fund:became.save')} look="second" commands={() => [command()]}>
      <WordsField
        id="became"
        label={t('fund:became.label', {name: person.knownAs})}
        hint={t('fund:ask.words.hint')}
        rows={4}
        error={error('became')}
        value={value.words}
        onChange={changed => change({words: changed})}
        onLeave={() => void form.draft.flush()}
      />
      <RadioGroup
        id="used"
        label={t('fund:became.used')}
        value={value.used}
        onChange={used => change({used})}
        choices={USED_AS_PLANNED.map(each => ({value: each, label: t(`codes:usedAsPlanned.${each}`)}))}
      />
    </KeptForm>
  );
}

/** On the young person's behalf: with their word that they want it, and before money has moved. */
export function Withdraw({person, found}: StepProps) {
  const {t} = useText();
  const draftKey = `fund-withdraw/${person.id}/${found.request.id}`;
  if (!WITHDRAWABLE.includes(found.request.data.status)) return null;
  return (
    <FoldedForm summary={t('fund:withdraw')} draftKey={draftKey}>
      {onClose => <WithdrawForm person={person} found={found} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

const withdrawSchema = z.object({wants: z.boolean(), words: wordsPart});
const readWithdraw = readAs(withdrawSchema);

function WithdrawForm({person, found, draftKey, onClose}: FormProps) {
  const {t, language} = useText();
  const form = useKeptForm<z.infer<typeof withdrawSchema>>(
    draftKey,
    () => ({wants: false, words: {text: '', lang: person.speak ?? language}}),
    readWithdraw,
    onClose,
  );
  const {value, change} = form;
  const faults: FormError[] = [];
  if (!value.wants) faults.push({field: 'wants', message: t('fund:withdraw.missing')});
  if (isTooLong(value.words)) faults.push({field: 'withdraw-words', message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  const command = (): NewCommand<'fund-request.withdraw'> => ({
    kind: 'fund-request.withdraw',
    record: found.request.id,
    person: person.id,
    body: {words: wordsOf(value.words)},
  });
  return (
    <KeptForm form={form} faults={faults} submit={t('fund:withdraw.save')} look="second" commands={() => [command()]}>
      <WordsField
        id="withdraw-words"
        label={t('fund:withdraw.label')}
        hint={t('fund:withdraw.hint')}
        rows={3}
        error={error('withdraw-words')}
        value={value.words}
        onChange={words => change({words})}
        onLeave={() => void form.draft.flush()}
      />
      <CheckList
        id="wants"
        label={t('fund:withdraw.sure')}
        error={error('wants')}
        chosen={value.wants ? ['yes'] : []}
        onChange={chosen => change({wants: chosen.length > 0})}
        choices={[{value: 'yes', label: t('fund:withdraw.wants', {name: person.knownAs})}]}
      />
    </KeptForm>
  );
}
