/** When I am Ready for the young person: whether they would like to stay on, what they want to know first, and how it stands. */
import * as z from 'zod/mini';
import {homeBefore18} from '#domain/accommodation/ready-eligibility.ts';
import {readyLastDay} from '#domain/accommodation/ready-end.ts';
import {arrangementId, arrangementOf} from '#domain/accommodation/ready-record.ts';
import {ageOn} from '#domain/shared/calendar-date.ts';
import {seenOps} from '#domain/shared/record.ts';
import {programmeOf} from '#domain/young-person/programme.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useOwnFile} from './own-file.ts';

type Ready = Folded<'when-i-am-ready'>;

const ANSWERS = ['yes', 'no', 'notSaid'] as const;

export function StayingOn() {
  const {t, format} = useText();
  const today = useToday();
  const file = useOwnFile();
  const arrangement = useMemory(
    memory => {
      const all = memory.records(file.id, 'when-i-am-ready');
      const found = arrangementOf(all);
      return all.find(({id}) => id === found?.id);
    },
    [file.id],
  );
  const born = useMemory(memory => memory.records(file.id, 'young-person')[0]?.data.birthDates.at(-1)?.date, [file.id]);
  const programme = useMemory(memory => programmeOf(memory.records(file.id, 'pathway-plan')), [file.id]);
  const before = useMemory(
    memory =>
      born === undefined
        ? null
        : homeBefore18(born, memory.records(file.id, 'stay'), memory.records(file.id, 'looked-after-period'), today),
    [file.id, born, today],
  );
  if (born === undefined) return null;
  const age = ageOn(born, today);
  const data = arrangement?.data;
  const isAsked = age >= 16 && age < 18 && (before === 'foster_care' || arrangement !== undefined);
  const runs = !!data?.startOn && data.endOn === null;
  const ends = readyLastDay(data?.plannedEndOn ?? null, born, programme);
  if (!isAsked && !runs) return null;
  return (
    <Section title={t('young:myHome.ready')}>
      <Card level={3} title={t('codes:home.when_i_am_ready')}>
        {runs && data.startOn !== null ? (
          <>
            <p>{t('young:myHome.ready.runs', {date: format.longDate(data.startOn)})}</p>
            <p>{ends === null ? t('young:myHome.ready.whileCourse') : t('young:myHome.ready.until', {date: format.longDate(ends)})}</p>
            {typeof data.contributionPence === 'number' && (
              <p>{t('young:myHome.ready.pays', {amount: format.money(data.contributionPence)})}</p>
            )}
          </>
        ) : (
          <p>{t('young:myHome.ready.what')}</p>
        )}
        {data?.houseRules && (
          <>
            <p>
              <strong>{t('young:myHome.ready.rules')}</strong>
            </p>
            <p>{asWritten(data.houseRules)}</p>
          </>
        )}
        {isAsked && !runs && <Wishes person={file.id} arrangement={arrangement} />}
        {arrangement && <DeliveryLine delivery={arrangement.delivery} />}
      </Card>
    </Section>
  );
}

const answers = z.object({wants: z.enum(ANSWERS), toDecide: z.string()});
/** What stood there when they began, and by which ops: what came in since is not taken for seen. */
const schema = z.object({
  ...answers.shape,
  began: answers,
  bases: z.object({youngPersonWants: z.array(z.string()), toDecide: z.array(z.string())}),
});
const read = readAs(schema);
const KEY = 'staying-on/own';

function Wishes({person, arrangement}: {readonly person: string; readonly arrangement: Ready | undefined}) {
  const {t} = useText();
  const said = arrangement?.data.youngPersonWants;
  return (
    <>
      {typeof said === 'boolean' && (
        <p>
          {t('young:myHome.ready.wants')} <strong>{t(said ? 'young:myHome.ready.yes' : 'young:myHome.ready.no')}</strong>
        </p>
      )}
      <FoldedForm
        summary={t(typeof said === 'boolean' ? 'young:myHome.ready.change' : 'young:myHome.ready.wants')}
        draftKey={KEY}
        open={typeof said !== 'boolean'}
      >
        {onClose => <WishesForm person={person} arrangement={arrangement} onClose={onClose} />}
      </FoldedForm>
    </>
  );
}

interface WishesFormProps {
  readonly person: string;
  readonly arrangement: Ready | undefined;
  readonly onClose: () => void;
}

function WishesForm({person, arrangement, onClose}: WishesFormProps) {
  const {t} = useText();
  const said = arrangement?.data.youngPersonWants;
  const form = useKeptForm<z.infer<typeof schema>>(
    KEY,
    () => {
      const began = {wants: said === true ? 'yes' : said === false ? 'no' : 'notSaid', toDecide: arrangement?.data.toDecide ?? ''} as const;
      const seen = (field: 'youngPersonWants' | 'toDecide') => (arrangement ? seenOps(arrangement, field) : []);
      return {...began, began, bases: {youngPersonWants: seen('youngPersonWants'), toDecide: seen('toDecide')}};
    },
    read,
    onClose,
  );
  const {value, change} = form;
  const toDecide = keepableWords(value.toDecide).trim();
  const faults = isTooLongText(toDecide) ? [{field: 'ready-decide', message: t('common:words.tooLong')}] : [];
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('young:myHome.ready.save')}
      look="second"
      commands={() => {
        const body = {
          ...(value.wants === value.began.wants ? {} : {youngPersonWants: value.wants === 'notSaid' ? null : value.wants === 'yes'}),
          ...(toDecide === value.began.toDecide.trim() ? {} : {toDecide: toDecide === '' ? null : toDecide}),
        };
        const changed = Object.keys(body) as readonly (keyof typeof value.bases)[];
        if (changed.length === 0) return [];
        const bases = Object.fromEntries(changed.map(field => [field, value.bases[field]]));
        return [{kind: 'when-i-am-ready.say', record: arrangement?.id ?? arrangementId(person), person, body, bases}];
      }}
    >
      <RadioGroup
        id="ready-wants"
        label={t('young:myHome.ready.wants')}
        error={undefined}
        value={value.wants}
        onChange={wants => change({wants})}
        choices={ANSWERS.map(each => ({value: each, label: t(`young:myHome.ready.${each}`)}))}
      />
      <TextArea
        id="ready-decide"
        label={t('young:myHome.ready.toDecide')}
        rows={3}
        error={error('ready-decide')}
        value={value.toDecide}
        onChange={typed => change({toDecide: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
