/** Planning a visit or another contact: the young person sees the day, who comes and where. */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import type {ContactType} from '#domain/contact/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField, TimeField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyTime, NO_DATE, NO_TIME, timeFromParts} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {dayAndTime} from './visit-draft.ts';

/** What is planned ahead; the other ways of being in touch are recorded when they happen. */
const PLANNED_TYPES = [
  'visit_at_accommodation',
  'visit_elsewhere',
  'office',
  'phone',
  'video',
  'prison_visit',
] as const satisfies readonly ContactType[];
const draftSchema = z.extend(dayAndTime, {
  type: z.nullable(z.enum(PLANNED_TYPES)),
  where: z.string(),
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
});
type VisitDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function PlanVisitPage() {
  const {t, language} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const navigate = useNavigate();
  const {vault} = useOpenVault();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const key = `visit-plan/${id}`;
  const back = `/people/${id}/contacts`;
  const draft = useDraft<VisitDraft>(key, () => ({on: NO_DATE, at: NO_TIME, type: null, where: '', text: '', lang: language}), readDraft);
  const saving = useSaving(draft, key, () => void navigate(back));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const on = dateFromParts(value.on);
  const at = timeFromParts(value.at);
  const faults: FormError[] = [];
  if (value.type === null) faults.push({field: 'type', message: t('visit:type.missing')});
  if (on === null) faults.push({field: 'on', message: t('visit:on.missing')});
  else if (on < today) faults.push({field: 'on', message: t('visit:on.past')});
  if (!isEmptyTime(value.at) && at === null) faults.push({field: 'at', message: t('visit:at.wrong')});
  if (isTooLongLine(value.where)) faults.push({field: 'where', message: t('common:words.tooLong')});
  if (isTooLong(value)) faults.push({field: 'purpose', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || on === null || value.type === null) return;
    const command: NewCommand<'visit.plan'> = {
      kind: 'visit.plan',
      record: vault.newId(),
      person: id,
      body: {on, at, type: value.type, where: keepableWords(value.where).trim() || null, purpose: wordsOf(value)},
    };
    await saving.save(command);
  }

  return (
    <Page
      title={t('visit:plan.title')}
      caption={person?.knownAs}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <p className="govuk-body">{t('visit:plan.words')}</p>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <RadioGroup
          id="type"
          label={t('visit:type')}
          error={error('type')}
          value={value.type}
          onChange={type => draft.change({...value, type})}
          choices={PLANNED_TYPES.map(each => ({value: each, label: t(`codes:contactType.${each}`)}))}
        />
        <DateField
          id="on"
          label={t('visit:on')}
          error={error('on')}
          value={value.on}
          onChange={changed => draft.change({...value, on: changed})}
        />
        <TimeField
          id="at"
          label={t('visit:at')}
          error={error('at')}
          value={value.at}
          onChange={changed => draft.change({...value, at: changed})}
        />
        <TextInput
          id="where"
          label={t('visit:where')}
          error={error('where')}
          value={value.where}
          onChange={where => draft.change({...value, where})}
        />
        <WordsField
          id="purpose"
          label={t('visit:purpose')}
          hint={t('visit:purpose.hint')}
          rows={3}
          error={error('purpose')}
          value={value}
          onChange={changed => draft.change({...value, ...changed})}
          onLeave={() => void draft.flush()}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('visit:plan.save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={draft.keeping !== 'nothing-yet'}
            onDiscard={() => void saving.giveUp().then(() => navigate(back))}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
