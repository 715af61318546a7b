/** That somebody was offered a place in a scheme that is open, and when they had advice on whether they would be better off. */
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import {useToday} from '#client/ui/use-today.ts';
import {datePart, dayFaults} from '#client/case/income/income-draft.ts';

const draftSchema = z.object({offered: datePart, advice: datePart});
const readDraft = readAs(draftSchema);

interface OfferProps {
  readonly person: PersonOnDevice;
  readonly scheme: Id;
}

export function OfferForm({person, scheme}: OfferProps) {
  const {t} = useText();
  const draftKey = `income-offer/${person.id}/${scheme}`;
  return (
    <FoldedForm summary={t('income:offer')} draftKey={draftKey}>
      {onClose => <Offer person={person} scheme={scheme} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function Offer({person, scheme, draftKey, onClose}: OfferProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    draftKey,
    () => ({offered: partsFromDate(today), advice: NO_DATE}),
    readDraft,
    onClose,
  );
  const {value, change} = form;
  const [offeredOn, adviceOn] = [dateFromParts(value.offered), dateFromParts(value.advice)];
  const faults = [
    ...dayFaults('offered', value.offered, today, t),
    ...(isEmptyDate(value.advice) ? [] : dayFaults('advice', value.advice, today, t)),
  ];
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('income:save')}
      commands={() =>
        offeredOn === null
          ? []
          : [{kind: 'income-enrolment.offer', record: vault.newId(), person: person.id, body: {scheme, offeredOn, adviceOn}}]
      }
    >
      <DateField
        id="offered"
        label={t('income:offered')}
        error={error('offered')}
        value={value.offered}
        onChange={offered => change({offered})}
      />
      <DateField
        id="advice"
        label={t('income:advice')}
        error={error('advice')}
        value={value.advice}
        onChange={advice => change({advice})}
      />
    </KeptForm>
  );
}
