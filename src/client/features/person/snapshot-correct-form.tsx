/** What came to light after a snapshot was frozen: a further version with its reason, the frozen one beside it. It opens with what the file says now. */
import * as z from 'zod/mini';
import {ACCOMMODATION_TYPES, SUITABILITY} from '#domain/accommodation/codes.ts';
import type {KnownThen} from '#domain/learning-work/snapshot.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import {ACTIVITIES, IN_TOUCH} from '#domain/young-person/codes.ts';
import {datePart} from '#client/case/learning-work/activity-draft.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import type {PartProps} from './part.ts';

const draftSchema = z.object({
  activity: z.enum(['', ...ACTIVITIES]),
  inTouch: z.enum(IN_TOUCH),
  home: z.enum(['', ...ACCOMMODATION_TYPES]),
  suitability: z._default(z.enum(['', ...SUITABILITY]), ''),
  on: datePart,
  reason: z.string(),
  /** Corrections that stood beside each other when somebody began. */
  seen: z._default(z.array(z.string()), []),
});
const readDraft = readAs(draftSchema);

interface CorrectProps extends PartProps {
  readonly snapshot: RecordOf<'snapshot'>;
  readonly rivals: readonly RecordOf<'snapshot'>[];
  readonly now: KnownThen;
}

export function CorrectSnapshot(props: CorrectProps) {
  const {t} = useText();
  const draftKey = `snapshot-correct/${props.person.id}/${props.snapshot.id}`;
  return (
    <FoldedForm summary={t('learning:correct')} draftKey={draftKey}>
      {onClose => <CorrectForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function CorrectForm({
  snapshot,
  rivals,
  now,
  person,
  today,
  draftKey,
  onClose,
}: CorrectProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {data} = snapshot;
  const id = (field: string) => `correct-${snapshot.id}-${field}`;
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    draftKey,
    () => ({
      activity: now.activity.code ?? data.activity.code ?? '',
      inTouch: now.inTouch.status,
      home: now.home.type ?? data.home.type ?? '',
      suitability: now.home.suitability ?? data.home.suitability ?? '',
      on: partsFromDate(today),
      reason: '',
      seen: rivals.map(({made}) => made.op),
    }),
    readDraft,
    onClose,
  );
  const {value, change} = form;
  const on = dateFromParts(value.on);
  const reason = keepableWords(value.reason).trim();
  const faults: FormError[] = [];
  if (on === null) faults.push({field: id('on'), message: t('learning:date.missing')});
  else if (on > today) faults.push({field: id('on'), message: t('learning:since.ahead')});
  else if (on < data.from) faults.push({field: id('on'), message: t('learning:correct.early')});
  if (reason === '') faults.push({field: id('reason'), message: t('learning:correct.reason.missing')});
  else if (isTooLongText(reason)) faults.push({field: id('reason'), message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  const unknown = {value: '', label: t('learning:snapshot.notKnown')};
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:correct.save')}
      commands={() =>
        on === null
          ? []
          : [
              {
                kind: 'snapshot.correct',
                record: vault.newId(),
                person: person.id,
                body: {
                  corrects: snapshot.id,
                  activity: value.activity || null,
                  inTouch: value.inTouch,
                  home: value.home || null,
                  suitability: (value.home !== '' && value.suitability) || null,
                  informationOn: on,
                  reason,
                },
                bases: {corrects: value.seen},
              },
            ]
      }
    >
      <p className="govuk-hint">{t('learning:correct.words')}</p>
      <Select
        id={id('activity')}
        label={t('learning:snapshot.activity')}
        value={value.activity}
        onChange={chosen => change({activity: ACTIVITIES.find(each => each === chosen) ?? ''})}
        choices={[unknown, ...ACTIVITIES.map(each => ({value: each, label: t(`codes:activity.${each}`)}))]}
      />
      <Select
        id={id('inTouch')}
        label={t('learning:snapshot.inTouch')}
        value={value.inTouch}
        onChange={chosen => change({inTouch: IN_TOUCH.find(each => each === chosen) ?? 'no'})}
        choices={IN_TOUCH.map(each => ({value: each, label: t(`codes:inTouch.${each}`)}))}
      />
      <Select
        id={id('home')}
        label={t('learning:snapshot.home')}
        value={value.home}
        // Of another home nobody has said yet whether it was suitable.
        onChange={chosen => change({home: ACCOMMODATION_TYPES.find(each => each === chosen) ?? '', suitability: ''})}
        choices={[unknown, ...ACCOMMODATION_TYPES.map(each => ({value: each, label: t(`codes:home.${each}`)}))]}
      />
      {value.home !== '' && (
        <Select
          id={id('suitability')}
          label={t('learning:snapshot.suitability')}
          value={value.suitability}
          onChange={chosen => change({suitability: SUITABILITY.find(each => each === chosen) ?? ''})}
          choices={[unknown, ...SUITABILITY.map(each => ({value: each, label: t(`codes:suitability.${each}`)}))]}
        />
      )}
      <DateField
        id={id('on')}
        label={t('learning:correct.on')}
        error={error(id('on'))}
        value={value.on}
        onChange={typed => change({on: typed})}
      />
      <TextArea
        id={id('reason')}
        label={t('learning:correct.reason')}
        rows={3}
        error={error(id('reason'))}
        value={value.reason}
        onChange={typed => change({reason: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
