/** Who else lives in the home, in numbers, and who pays: enough for council tax, and nobody's name. */
import * as z from 'zod/mini';
import {BILL_PAYERS} from '#domain/entitlements/codes.ts';
import {householdId} from '#domain/entitlements/household.ts';
import type {Id} from '#domain/shared/ids.ts';
import {seenOps} from '#domain/shared/record.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';

export const HOUSEHOLD_PARTS = ['careLeavers', 'students', 'severelyImpaired', 'notCounted', 'adults'] as const;
type Part = (typeof HOUSEHOLD_PARTS)[number];
const MOST = 20;

const schema = z.object({
  careLeavers: z.string(),
  students: z.string(),
  severelyImpaired: z.string(),
  notCounted: z.string(),
  adults: z.string(),
  payer: z.nullable(z.enum(BILL_PAYERS)),
  /** The ops of what stood there when it was begun: what came in since is not taken for seen. */
  bases: z.record(z.string(), z.array(z.string())),
});
type Draft = z.infer<typeof schema>;
const read = readAs(schema);

interface HouseholdFormProps {
  readonly person: Id;
  readonly household: Folded<'household'> | undefined;
  readonly reader: 'own' | 'staff';
}

export function HouseholdForm(props: HouseholdFormProps) {
  const {t} = useText();
  const draftKey = `household/${props.person}`;
  return (
    <FoldedForm summary={t('entitlements:tax.change')} draftKey={draftKey}>
      {onClose => <Form {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

/** Nothing typed is nobody. */
function numberOf(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,2}$/u.test(text) && Number(text) <= MOST ? Number(text) : null;
}

function Form({
  person,
  household,
  reader,
  draftKey,
  onClose,
}: HouseholdFormProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t} = useText();
  const form = useKeptForm<Draft>(
    draftKey,
    () => {
      const data = household?.data;
      const typed = (part: Part) => (data ? String(data[part]) : '');
      return {
        careLeavers: typed('careLeavers'),
        students: typed('students'),
        severelyImpaired: typed('severelyImpaired'),
        notCounted: typed('notCounted'),
        adults: typed('adults'),
        payer: data?.payer ?? null,
        bases: household ? Object.fromEntries([...HOUSEHOLD_PARTS, 'payer'].map(field => [field, seenOps(household, field)])) : {},
      };
    },
    read,
    onClose,
  );
  const {value, change} = form;
  const numbers = HOUSEHOLD_PARTS.map(part => [part, numberOf(value[part])] as const);
  const faults: FormError[] = numbers.flatMap(([part, number]) =>
    number === null ? [{field: `house-${part}`, message: t('entitlements:house.number.wrong')}] : [],
  );
  if (value.payer === null) faults.push({field: 'house-payer', message: t('entitlements:house.payer.missing')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('entitlements:house.save')}
      commands={() => {
        const of = (part: Part) => numbers.find(([name]) => name === part)?.[1] ?? 0;
        if (value.payer === null) return [];
        const body = {
          careLeavers: of('careLeavers'),
          students: of('students'),
          severelyImpaired: of('severelyImpaired'),
          notCounted: of('notCounted'),
          adults: of('adults'),
          payer: value.payer,
        };
        return [{kind: 'household.say', record: household?.id ?? householdId(person), person, body, bases: value.bases}];
      }}
    >
      <p>{t(reader === 'own' ? 'entitlements:house.intro.own' : 'entitlements:house.intro')}</p>
      {HOUSEHOLD_PARTS.map(part => (
        <TextInput
          key={part}
          id={`house-${part}`}
          label={t(`entitlements:house.${part}`)}
          error={error(`house-${part}`)}
          value={value[part]}
          onChange={typed => change({[part]: typed})}
        />
      ))}
      <RadioGroup
        id="house-payer"
        label={t('entitlements:house.payer')}
        error={error('house-payer')}
        value={value.payer}
        onChange={payer => change({payer})}
        choices={BILL_PAYERS.map(each => ({
          value: each,
          label: t(
            each === 'young_person' && reader === 'own' ? 'entitlements:house.payer.young_person.own' : `entitlements:house.payer.${each}`,
          ),
        }))}
      />
    </KeptForm>
  );
}
