/** Something else begins, something is put right, something has ended: each a form of its own, kept from the first key, with no connection too. */
import * as z from 'zod/mini';
import {ACTIVITY_END_REASONS} from '#domain/learning-work/codes.ts';
import type {Activity} from '#domain/learning-work/present-activity.ts';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {seenOps} from '#domain/shared/record.ts';
import {activityDraft, datePart, faultsIn, saidIn, startOfDraft} from '#client/case/learning-work/activity-draft.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate, type DateParts} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {ActivityFields} from './activity-fields.tsx';

const endReason = z.enum(['', ...ACTIVITY_END_REASONS]);
const ends = {endOn: datePart, endReason};
const enterDraft = z.object({...activityDraft.shape, place: z.enum(['', 'instead', 'beside', 'main']), ...ends});
const readEnter = readAs(enterDraft);

interface FormProps {
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
}

export function EnterActivity(props: FormProps & {readonly present: Activity | undefined}) {
  const {t} = useText();
  const draftKey = `activity-enter/${props.person.id}`;
  return (
    <FoldedForm summary={t(props.present ? 'learning:enter' : 'learning:enter.first')} draftKey={draftKey}>
      {onClose => <EnterForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

interface OpenProps {
  readonly draftKey: string;
  readonly onClose: () => void;
}

/** What is wrong with a last day that somebody typed; none is the day before the next began. */
function endFaults(typed: DateParts, present: Activity, today: CalendarDate, t: ReturnType<typeof useText>['t']): readonly FormError[] {
  const on = dateFromParts(typed);
  if (isEmptyDate(typed)) return [];
  if (on === null) return [{field: 'enter-endOn', message: t('learning:date.missing')}];
  if (on > today) return [{field: 'enter-endOn', message: t('learning:end.ahead')}];
  return present.data.since !== null && on < present.data.since ? [{field: 'enter-endOn', message: t('learning:end.order')}] : [];
}

function dayBefore(since: CalendarDate, present: Activity): CalendarDate {
  const before = addDays(since, -1);
  return present.data.since !== null && before < present.data.since ? present.data.since : before;
}

function EnterForm({person, today, present, draftKey, onClose}: FormProps & {readonly present: Activity | undefined} & OpenProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const id = (field: string) => `enter-${field}`;
  const form = useKeptForm<z.infer<typeof enterDraft>>(
    draftKey,
    () => ({...startOfDraft({since: today}, language), place: '', endOn: NO_DATE, endReason: ''}),
    readEnter,
    onClose,
  );
  const {value, change} = form;
  const faults = [
    ...faultsIn(value, today, t, id),
    ...(present && value.place === '' ? [{field: id('place'), message: t('learning:place.missing')}] : []),
    ...(present && value.place === 'instead' ? endFaults(value.endOn, present, today, t) : []),
  ];
  const {error} = errorsOf(form, faults);
  const now = present && t(`codes:activity.${present.data.code}`);

  function commands(): readonly NewCommand[] {
    const said = saidIn(value);
    if (said === null) return [];
    const instead = present && value.place === 'instead';
    const entered: NewCommand<'activity.enter'> = {
      kind: 'activity.enter',
      record: vault.newId(),
      person: person.id,
      body: {
        ...said,
        isMain: value.place !== 'beside',
        ends: instead
          ? {activity: present.id, endOn: dateFromParts(value.endOn) ?? dayBefore(said.since, present), reason: value.endReason || null}
          : null,
      },
    };
    return present && value.place === 'main' ? [entered, standsBeside(present, person.id)] : [entered];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('learning:save')} commands={commands}>
      <ActivityFields
        id={id}
        value={value}
        change={change}
        error={error}
        onLeave={() => void form.draft.flush()}
        wordsHint={t('learning:words.hint', {name: person.knownAs})}
      />
      {present && (
        <>
          <RadioGroup
            id={id('place')}
            label={t('learning:place', {now: now ?? ''})}
            error={error(id('place'))}
            value={value.place === '' ? null : value.place}
            onChange={place => change({place})}
            choices={[
              {value: 'instead', label: t('learning:place.instead')},
              {value: 'beside', label: t('learning:place.beside')},
              {value: 'main', label: t('learning:place.main')},
            ]}
          />
          {value.place === 'instead' && (
            <>
              <DateField
                id={id('endOn')}
                label={t('learning:end.day')}
                hint={t('learning:end.dayBefore')}
                error={error(id('endOn'))}
                value={value.endOn}
                onChange={endOn => change({endOn})}
              />
              <EndReason id={id('endReason')} value={value.endReason} onChange={chosen => change({endReason: chosen})} />
            </>
          )}
        </>
      )}
    </KeptForm>
  );
}

const stands = (isMain: boolean, activity: Activity, person: string): NewCommand<'activity.change'> => ({
  kind: 'activity.change',
  record: activity.id,
  person,
  body: {isMain},
  bases: {isMain: seenOps(activity, 'isMain')},
});

/** It goes on, and something else is what they mainly do. */
export const standsBeside = (activity: Activity, person: string) => stands(false, activity, person);

/** It is what they mainly do after all. */
export const standsAsMain = (activity: Activity, person: string) => stands(true, activity, person);

type ChosenReason = z.infer<typeof endReason>;

function EndReason({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: ChosenReason;
  readonly onChange: (value: ChosenReason) => void;
}) {
  const {t} = useText();
  return (
    <Select
      id={id}
      label={t('learning:end.reason')}
      value={value}
      onChange={chosen => onChange(ACTIVITY_END_REASONS.find(each => each === chosen) ?? '')}
      choices={[
        {value: '', label: t('learning:end.reason.none')},
        ...ACTIVITY_END_REASONS.map(each => ({value: each, label: t(`codes:activityEnd.${each}`)})),
      ]}
    />
  );
}

interface OfActivity extends FormProps {
  readonly activity: Activity;
}

const TEXTS = ['code', 'neetReason', 'words'] as const;
const changeDraft = z.object({...activityDraft.shape, bases: z.record(z.enum(TEXTS), z.array(z.string())), began: z.string()});
const readChange = readAs(changeDraft);

export function ChangeActivity(props: OfActivity) {
  const {t} = useText();
  const draftKey = `activity-change/${props.person.id}/${props.activity.id}`;
  return (
    <FoldedForm summary={t('learning:change')} draftKey={draftKey}>
      {onClose => <ChangeForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function ChangeForm({person, today, activity, draftKey, onClose}: OfActivity & OpenProps) {
  const {t, language} = useText();
  const id = (field: string) => `change-${activity.id}-${field}`;
  const form = useKeptForm<z.infer<typeof changeDraft>>(
    draftKey,
    () => {
      const start = startOfDraft(activity.data, language);
      return {
        ...start,
        bases: {code: seenOps(activity, 'code'), neetReason: seenOps(activity, 'neetReason'), words: seenOps(activity, 'words')},
        began: JSON.stringify(saidIn(start)),
      };
    },
    readChange,
    onClose,
  );
  const {value, change} = form;
  const faults = faultsIn(value, today, t, id);
  const {error} = errorsOf(form, faults);

  /** Only what was changed, measured by what stood there when the form opened. */
  function commands(): readonly NewCommand[] {
    const said = saidIn(value);
    if (said === null) return [];
    const began = JSON.parse(value.began) as Readonly<Record<string, unknown>> | null;
    const body = Object.fromEntries(
      Object.entries(said).filter(([field, now]) => JSON.stringify(now) !== JSON.stringify(began?.[field] ?? null)),
    );
    return Object.keys(body).length === 0
      ? []
      : [
          {
            kind: 'activity.change',
            record: activity.id,
            person: person.id,
            body,
            bases: value.bases,
          } satisfies NewCommand<'activity.change'>,
        ];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('learning:save')} commands={commands}>
      <ActivityFields
        id={id}
        value={value}
        change={change}
        error={error}
        onLeave={() => void form.draft.flush()}
        wordsHint={t('learning:words.hint', {name: person.knownAs})}
      />
    </KeptForm>
  );
}

const endDraft = z.object(ends);
const readEnd = readAs(endDraft);

export function EndActivity(props: OfActivity) {
  const {t} = useText();
  const draftKey = `activity-end/${props.person.id}/${props.activity.id}`;
  return (
    <FoldedForm summary={t('learning:end')} draftKey={draftKey}>
      {onClose => <EndForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function EndForm({person, today, activity, draftKey, onClose}: OfActivity & OpenProps) {
  const {t} = useText();
  const field = `end-${activity.id}`;
  const form = useKeptForm<z.infer<typeof endDraft>>(draftKey, () => ({endOn: partsFromDate(today), endReason: ''}), readEnd, onClose);
  const {value, change} = form;
  const on = dateFromParts(value.endOn);
  const {since} = activity.data;
  const wrong =
    on === null
      ? t('learning:date.missing')
      : on > today
        ? t('learning:end.ahead')
        : since !== null && on < since
          ? t('learning:end.order')
          : null;
  const faults: readonly FormError[] = wrong === null ? [] : [{field, message: wrong}];
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:end.save')}
      commands={() => [{kind: 'activity.end', record: activity.id, person: person.id, body: {endOn: on, reason: value.endReason || null}}]}
    >
      <DateField id={field} label={t('learning:end.day')} error={error(field)} value={value.endOn} onChange={endOn => change({endOn})} />
      <EndReason id={`${field}-reason`} value={value.endReason} onChange={chosen => change({endReason: chosen})} />
    </KeptForm>
  );
}
