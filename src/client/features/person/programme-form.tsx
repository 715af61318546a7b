/** A course or a training is put into the pathway plan as its programme: what the duties past 21 rest on. The plan's own command writes it. */
import * as z from 'zod/mini';
import {groupOfActivity} from '#domain/learning-work/codes.ts';
import type {Activity} from '#domain/learning-work/present-activity.ts';
import {PLAN_IN_FORCE} from '#domain/pathway-plan/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {seenOps} from '#domain/shared/record.ts';
import {datePart} from '#client/case/learning-work/activity-draft.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded, MemoryStore, NewCommand} from '#client/vault/contract.ts';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {StatusText} from '#client/ui/status-text.tsx';

export const planInForce = (memory: MemoryStore, person: string): Folded<'pathway-plan'> | undefined =>
  memory
    .records(person, 'pathway-plan')
    .filter(({data}) => PLAN_IN_FORCE.includes(data.status))
    .toSorted((one, other) => other.data.version - one.data.version)[0];

interface ProgrammeProps {
  readonly activity: Activity;
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
}

/** Of education and training alone; what is in the plan in force already says so. */
export function ProgrammeForm({activity, person}: ProgrammeProps) {
  const {t} = useText();
  const plan = useMemory(memory => planInForce(memory, person.id), [person.id]);
  const group = groupOfActivity(activity.data.code, activity.data.isTraining);
  if (group !== 'education' && group !== 'training') return null;
  if (!plan) return <p className="app-quiet">{t('learning:programme.noPlan')}</p>;
  // A plan that came after it goes on with its programme.
  if (activity.data.plan && plan.data.programme !== null)
    return (
      <p>
        <StatusText tone="good">{t('learning:programme.isIn')}</StatusText>
      </p>
    );
  const draftKey = `activity-programme/${person.id}/${activity.id}`;
  return (
    <FoldedForm summary={t('learning:programme.put')} draftKey={draftKey}>
      {onClose => <PutIn activity={activity} plan={plan} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

const putDraft = z.object({programme: z.string(), ends: datePart, bases: z.record(z.string(), z.array(z.string()))});
const readPut = readAs(putDraft);

interface PutInProps {
  readonly activity: Activity;
  readonly plan: Folded<'pathway-plan'>;
  readonly draftKey: string;
  readonly onClose: () => void;
}

function PutIn({activity, plan, draftKey, onClose}: PutInProps) {
  const {t} = useText();
  const {data} = activity;
  const others = useMemory(
    memory => memory.records(activity.person, 'activity').filter(each => each.id !== activity.id && Boolean(each.data.plan)),
    [activity.id, activity.person],
  );
  const id = (field: string) => `programme-${activity.id}-${field}`;
  const form = useKeptForm<z.infer<typeof putDraft>>(
    draftKey,
    () => ({
      programme: [data.what, data.where].filter(Boolean).join(', '),
      ends: data.expectedEndOn ? partsFromDate(data.expectedEndOn) : NO_DATE,
      bases: Object.fromEntries(
        (['programme', 'programmeStatus', 'programmeEndsOn', 'programmeResumesOn'] as const).map(field => [field, seenOps(plan, field)]),
      ),
    }),
    readPut,
    onClose,
  );
  const {value, change} = form;
  const programme = keepableWords(value.programme).trim();
  const ends = dateFromParts(value.ends);
  const faults: FormError[] = [];
  if (programme === '') faults.push({field: id('name'), message: t('learning:programme.missing')});
  else if (isTooLongLine(programme)) faults.push({field: id('name'), message: t('common:words.tooLong')});
  if (!isEmptyDate(value.ends) && ends === null) faults.push({field: id('ends'), message: t('learning:date.missing')});
  else if (ends !== null && data.since !== null && ends < data.since)
    faults.push({field: id('ends'), message: t('learning:expectedEnd.order')});
  const {error} = errorsOf(form, faults);
  const {person} = activity;
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:programme.put.save')}
      commands={() => [
        {
          kind: 'plan.change',
          record: plan.id,
          person,
          body: {programme, programmeStatus: 'active', programmeEndsOn: ends, programmeResumesOn: null},
          bases: value.bases,
        },
        {kind: 'activity.change', record: activity.id, person, body: {plan: plan.id}},
        // What it takes the place of is the programme no more.
        ...others.map(({id: other}): NewCommand<'activity.change'> => ({
          kind: 'activity.change',
          record: other,
          person,
          body: {plan: null},
        })),
      ]}
    >
      {plan.data.programme !== null && <p>{t('learning:programme.instead', {programme: plan.data.programme})}</p>}
      <TextInput
        id={id('name')}
        label={t('learning:programme.name')}
        hint={t('learning:programme.name.hint')}
        error={error(id('name'))}
        value={value.programme}
        onChange={typed => change({programme: typed})}
      />
      <DateField
        id={id('ends')}
        label={t('learning:programme.ends')}
        hint={t('learning:optional')}
        error={error(id('ends'))}
        value={value.ends}
        onChange={typed => change({ends: typed})}
      />
    </KeptForm>
  );
}
