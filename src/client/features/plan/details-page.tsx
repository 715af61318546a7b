/** What a plan says of itself: its days and language, how often there is contact, a course that goes on, and what category 1 needs. */
import {useState, type FormEvent} from 'react';
import {useNavigate} from 'react-router';
import * as z from 'zod/mini';
import {PLAN_WRITABLE, PROGRAMME_STATUSES} from '#domain/pathway-plan/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate, type DateParts} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {OpenedPlan} from './opened-plan.tsx';
import {seen, type PlanInMaking} from './read-plan.ts';

const DATES = ['assessedOn', 'planOn', 'programmeEndsOn', 'programmeResumesOn'] as const;
const TEXTS = ['careMayEnd', 'viewsNotPracticable'] as const;
const FIELDS = [...DATES, ...TEXTS, 'programme', 'programmeStatus', 'contactEveryWeeks'] as const;
const parts = z.object({day: z.string(), month: z.string(), year: z.string()});
const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const detailsSchema = z.object({
  dates: z.object({assessedOn: parts, planOn: parts, programmeEndsOn: parts, programmeResumesOn: parts}),
  texts: z.object({careMayEnd: words, viewsNotPracticable: words}),
  programme: z.string(),
  programmeStatus: z.enum(['none', ...PROGRAMME_STATUSES]),
  weeks: z.string(),
});
/** With what stood there when it was begun, and the ops that were in view: only what was changed goes out, also days later. */
const draftSchema = z.extend(detailsSchema, {began: detailsSchema, seen: z.record(z.string(), z.array(z.string()))});
type DetailsDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function PlanDetailsPage() {
  const {t} = useText();
  return (
    <OpenedPlan title={t('plan:details.title')} statuses={PLAN_WRITABLE}>
      {opened => <DetailsForm {...opened} />}
    </OpenedPlan>
  );
}

const partsOf = (on: CalendarDate | null): DateParts => (on === null ? NO_DATE : partsFromDate(on));
const MOST_WEEKS = 52;

function DetailsForm({
  person,
  found,
  today,
}: {
  readonly person: PersonOnDevice;
  readonly found: PlanInMaking;
  readonly today: CalendarDate;
}) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const {plan} = found;
  const {data} = plan;
  const key = `plan-details/${person.id}/${plan.id}`;
  const [start] = useState<z.infer<typeof detailsSchema>>(() => ({
    dates: {
      assessedOn: partsOf(data.assessedOn),
      planOn: partsOf(data.planOn),
      programmeEndsOn: partsOf(data.programmeEndsOn),
      programmeResumesOn: partsOf(data.programmeResumesOn),
    },
    texts: {careMayEnd: wordsInHand(data.careMayEnd, language), viewsNotPracticable: wordsInHand(data.viewsNotPracticable, language)},
    programme: data.programme ?? '',
    programmeStatus: data.programmeStatus ?? 'none',
    weeks: data.contactEveryWeeks === null ? '' : String(data.contactEveryWeeks),
  }));
  const draft = useDraft<DetailsDraft>(
    key,
    () => ({...start, began: start, seen: Object.fromEntries(FIELDS.map(field => [field, seen(plan, field)]))}),
    readDraft,
  );
  const saving = useSaving(draft, key, () => void navigate(`/people/${person.id}/plan/${plan.id}`));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const weeks = value.weeks.trim() === '' ? null : Number(value.weeks);
  const faults: FormError[] = [];
  for (const field of DATES) {
    const on = dateFromParts(value.dates[field]);
    if (!isEmptyDate(value.dates[field]) && on === null) faults.push({field, message: t('plan:details.date.wrong')});
    else if ((field === 'assessedOn' || field === 'planOn') && on !== null && on > today)
      faults.push({field, message: t('plan:details.date.future')});
  }
  for (const field of TEXTS) if (isTooLongText(value.texts[field].text)) faults.push({field, message: t('common:words.tooLong')});
  if (isTooLongLine(value.programme)) faults.push({field: 'programme', message: t('common:words.tooLong')});
  if (weeks !== null && !(Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS))
    faults.push({field: 'weeks', message: t('plan:start.weeks.wrong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  /** Only what was changed. */
  function body(): NewCommand<'plan.change'>['body'] {
    const {began} = value;
    const programme = keepableWords(value.programme).trim();
    return {
      ...Object.fromEntries(
        DATES.filter(field => JSON.stringify(value.dates[field]) !== JSON.stringify(began.dates[field])).map(field => [
          field,
          dateFromParts(value.dates[field]),
        ]),
      ),
      ...Object.fromEntries(
        TEXTS.filter(field => JSON.stringify(value.texts[field]) !== JSON.stringify(began.texts[field])).map(field => [
          field,
          wordsOf(value.texts[field]),
        ]),
      ),
      ...(value.programme === began.programme ? {} : {programme: programme === '' ? null : programme}),
      ...(value.programmeStatus === began.programmeStatus
        ? {}
        : {programmeStatus: value.programmeStatus === 'none' ? null : value.programmeStatus}),
      ...(value.weeks === began.weeks ? {} : {contactEveryWeeks: weeks}),
    };
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    const changed = body();
    if (Object.keys(changed).length === 0) return saving.giveUp();
    const command: NewCommand<'plan.change'> = {kind: 'plan.change', record: plan.id, person: person.id, body: changed, bases: value.seen};
    await saving.save(command);
  }

  const date = (field: (typeof DATES)[number]) => (
    <DateField
      id={field}
      label={t(`plan:details.${field}`)}
      error={error(field)}
      value={value.dates[field]}
      onChange={changed => draft.change({...value, dates: {...value.dates, [field]: changed}})}
    />
  );
  const text = (field: (typeof TEXTS)[number]) => (
    <WordsField
      id={field}
      label={t(`plan:details.${field}`)}
      hint={t(`plan:details.${field}.hint`)}
      rows={3}
      error={error(field)}
      value={value.texts[field]}
      onChange={changed => draft.change({...value, texts: {...value.texts, [field]: changed}})}
      onLeave={() => void draft.flush()}
    />
  );

  return (
    <Page
      title={t('plan:details.title')}
      caption={person.knownAs}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        {date('assessedOn')}
        {date('planOn')}
        <TextInput
          id="weeks"
          label={t('plan:start.weeks')}
          hint={t('plan:start.weeks.hint')}
          error={error('weeks')}
          value={value.weeks}
          onChange={typed => draft.change({...value, weeks: typed})}
        />
        <TextInput
          id="programme"
          label={t('plan:details.programme')}
          hint={t('plan:details.programme.hint')}
          error={error('programme')}
          value={value.programme}
          onChange={programme => draft.change({...value, programme})}
        />
        <RadioGroup
          id="programmeStatus"
          label={t('plan:details.programmeStatus')}
          value={value.programmeStatus}
          onChange={programmeStatus => draft.change({...value, programmeStatus})}
          choices={[
            {value: 'none', label: t('plan:details.programmeStatus.none')},
            ...PROGRAMME_STATUSES.map(each => ({value: each, label: t(`codes:programme.${each}`)})),
          ]}
        />
        {value.programmeStatus !== 'none' && date('programmeEndsOn')}
        {value.programmeStatus === 'interrupted' && date('programmeResumesOn')}
        {(data.categoryAtPlan === 'C1' || data.careMayEnd) && text('careMayEnd')}
        {text('viewsNotPracticable')}
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('plan:details.save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={draft.keeping !== 'nothing-yet'}
            onDiscard={() => void saving.giveUp()}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
