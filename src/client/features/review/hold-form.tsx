/** What is put down of a review on the day: who was there, how the young person gave their views, and what was talked about. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {ALL_SECTIONS, DETENTION_SECTIONS, PLAN_SECTIONS, VIEWS_GIVEN, type PlanSection} from '#domain/pathway-plan/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {hasTooLongName, peopleFrom} from '#client/case/person/people-lines.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';

const draftSchema = z.object({
  held: z.object({day: z.string(), month: z.string(), year: z.string()}),
  how: z.string(),
  chair: z.string(),
  present: z.string(),
  attended: z.nullable(z.enum(['yes', 'no'])),
  views: z.enum(['', ...VIEWS_GIVEN]),
  covered: z.array(z.enum(ALL_SECTIONS)),
  outcome: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
  late: z.string(),
});
type HoldDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface HoldFormProps {
  readonly person: PersonOnDevice;
  readonly review: Folded<'review'>;
  readonly today: CalendarDate;
}

export function HoldForm({person, review, today}: HoldFormProps) {
  const {t, language} = useText();
  const {data} = review;
  const key = `review-hold/${person.id}/${review.id}`;
  const detained = useMemory(
    memory => memory.records(person.id, 'detention').some(each => each.data.releasedOn === null || each.data.releasedOn > today),
    [person.id, today],
  );
  const sections: readonly PlanSection[] = detained ? [...PLAN_SECTIONS, ...DETENTION_SECTIONS] : PLAN_SECTIONS;
  const draft = useDraft<HoldDraft>(
    key,
    () => ({
      held: partsFromDate(today),
      how: data.how ?? '',
      chair: data.chair ?? '',
      present: (data.invited ?? []).join('\n'),
      attended: null,
      views: '',
      // Nobody is taken to have talked of what they did not say: a whole review starts the time again.
      covered: [],
      outcome: {text: '', lang: language},
      late: '',
    }),
    readDraft,
  );
  const saving = useSaving(draft, key, () => undefined);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const heldOn = dateFromParts(value.held);
  const isLate = heldOn !== null && data.dueOn !== null && heldOn > data.dueOn;
  const faults: FormError[] = [];
  if (heldOn === null) faults.push({field: 'held', message: t('review:held.missing')});
  else if (heldOn > today) faults.push({field: 'held', message: t('review:held.future')});
  if (value.attended === null) faults.push({field: 'attended', message: t('review:attended.missing')});
  if (value.views === '') faults.push({field: 'views', message: t('review:views.missing')});
  if (value.covered.length === 0) faults.push({field: 'covered', message: t('review:covered.missing')});
  if (isTooLongText(value.outcome.text)) faults.push({field: 'outcome', message: t('common:words.tooLong')});
  if (hasTooLongName(value.present)) faults.push({field: 'present', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;
  const line = (typed: string) => keepableWords(typed).trim() || null;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    const {attended, views} = value;
    if (faults.length > 0 || heldOn === null || attended === null || views === '') return;
    const command: NewCommand<'review.hold'> = {
      kind: 'review.hold',
      record: review.id,
      person: person.id,
      body: {
        type: data.type,
        heldOn,
        how: line(value.how),
        chair: line(value.chair),
        present: [...peopleFrom(value.present)],
        attended: attended === 'yes',
        views,
        covered: value.covered,
        outcome: wordsOf(value.outcome),
        lateReason: isLate ? line(value.late) : null,
      },
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <DateField
        id="held"
        label={t('review:held')}
        error={error('held')}
        value={value.held}
        onChange={held => draft.change({...value, held})}
      />
      <TextInput
        id="how"
        label={t('review:how')}
        hint={t('review:how.hint')}
        value={value.how}
        onChange={how => draft.change({...value, how})}
      />
      <TextInput id="chair" label={t('review:chair')} value={value.chair} onChange={chair => draft.change({...value, chair})} />
      <TextArea
        id="present"
        label={t('review:present')}
        hint={t('review:invited.hint')}
        rows={4}
        error={error('present')}
        value={value.present}
        onChange={present => draft.change({...value, present})}
        onLeave={() => void draft.flush()}
      />
      <RadioGroup
        id="attended"
        label={t('review:attended', {name: person.knownAs})}
        error={error('attended')}
        value={value.attended}
        onChange={attended => draft.change({...value, attended})}
        choices={(['yes', 'no'] as const).map(each => ({value: each, label: t(`review:attended.${each}`)}))}
      />
      <Select
        id="views"
        label={t('review:views')}
        error={error('views')}
        value={value.views}
        onChange={chosen => draft.change({...value, views: VIEWS_GIVEN.find(each => each === chosen) ?? ''})}
        choices={[
          {value: '', label: t('review:views.choose')},
          ...VIEWS_GIVEN.map(each => ({value: each, label: t(`codes:viewsGiven.${each}`)})),
        ]}
      />
      <CheckList
        id="covered"
        label={t('review:covered')}
        hint={t('review:covered.hint')}
        error={error('covered')}
        chosen={value.covered}
        onChange={covered => draft.change({...value, covered: sections.filter(each => covered.includes(each))})}
        choices={sections.map(each => ({value: each, label: t(`codes:section.${each}`)}))}
      />
      <ButtonRow>
        <Button look="quiet" onPress={() => draft.change({...value, covered: [...sections]})}>
          {t('review:covered.all')}
        </Button>
      </ButtonRow>
      <WordsField
        id="outcome"
        label={t('review:outcome')}
        hint={t('review:outcome.hint')}
        error={error('outcome')}
        value={value.outcome}
        onChange={outcome => draft.change({...value, outcome})}
        onLeave={() => void draft.flush()}
      />
      {isLate && <TextInput id="late" label={t('review:late')} value={value.late} onChange={late => draft.change({...value, late})} />}
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('review:hold.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
