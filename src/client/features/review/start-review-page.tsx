/** Arranging a review: what it is for, the day, who comes, in which language, and whether an advocate was offered. */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {REVIEW_TYPES} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {keepableWords} from '#client/forms/keepable-words.ts';
import {hasTooLongName, peopleFrom} from '#client/case/person/people-lines.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, NO_DATE} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';

const draftSchema = z.object({
  id: z.string(),
  type: z.enum(REVIEW_TYPES),
  planned: z.object({day: z.string(), month: z.string(), year: z.string()}),
  how: z.string(),
  chair: z.string(),
  invited: z.string(),
  language: z.nullable(z.enum(['cy', 'en'])),
  advocate: z.nullable(z.enum(['yes', 'no'])),
});
type ReviewDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function StartReviewPage() {
  const {t} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const navigate = useNavigate();
  const {vault} = useOpenVault();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const isLookedAfter = person !== null && ['pre', 'none_yet', 'C1'].includes(person.category);
  const key = `review-start/${id}`;
  const draft = useDraft<ReviewDraft>(
    key,
    () => ({
      id: vault.newId(),
      type: isLookedAfter ? 'looked_after' : 'six_monthly',
      planned: NO_DATE,
      how: '',
      chair: '',
      invited: '',
      language: person?.speak ?? null,
      advocate: null,
    }),
    readDraft,
  );
  const {value} = draft;
  const saving = useSaving(draft, key, () => void navigate(`/people/${id}/review/${value.id}`, {replace: true}));
  const [attempt, setAttempt] = useState(0);
  const plannedOn = dateFromParts(value.planned);
  const faults: FormError[] = [];
  if (plannedOn === null) faults.push({field: 'planned', message: t('review:planned.missing')});
  if (hasTooLongName(value.invited)) faults.push({field: 'invited', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;
  const line = (typed: string) => keepableWords(typed).trim() || null;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (plannedOn === null || faults.length > 0) return;
    const command: NewCommand<'review.arrange'> = {
      kind: 'review.arrange',
      record: value.id,
      person: id,
      body: {
        type: value.type,
        plannedOn,
        how: line(value.how),
        chair: line(value.chair),
        invited: [...peopleFrom(value.invited)],
        language: value.language,
        advocateOffered: value.advocate === null ? null : value.advocate === 'yes',
      },
    };
    await saving.save(command);
  }

  return (
    <Page
      title={t('review:start.title')}
      caption={person?.knownAs}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      {isLookedAfter && (
        <Notice title={t('review:officer.title')}>
          <p>{t('review:officer.words')}</p>
        </Notice>
      )}
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <Select
          id="type"
          label={t('review:type')}
          value={value.type}
          onChange={chosen => draft.change({...value, type: REVIEW_TYPES.find(each => each === chosen) ?? value.type})}
          choices={REVIEW_TYPES.map(each => ({value: each, label: t(`codes:reviewType.${each}`)}))}
        />
        <DateField
          id="planned"
          label={t('review:planned')}
          error={error('planned')}
          value={value.planned}
          onChange={planned => draft.change({...value, planned})}
        />
        <TextInput
          id="how"
          label={t('review:how')}
          hint={t('review:how.hint')}
          value={value.how}
          onChange={how => draft.change({...value, how})}
        />
        <TextInput
          id="chair"
          label={t(isLookedAfter ? 'review:chair.officer' : 'review:chair')}
          value={value.chair}
          onChange={chair => draft.change({...value, chair})}
        />
        <TextArea
          id="invited"
          label={t('review:invited')}
          hint={t('review:invited.hint')}
          rows={4}
          error={error('invited')}
          value={value.invited}
          onChange={invited => draft.change({...value, invited})}
          onLeave={() => void draft.flush()}
        />
        <RadioGroup
          id="language"
          label={t('review:language')}
          look="inline"
          value={value.language}
          onChange={language => draft.change({...value, language})}
          choices={[
            {value: 'cy', label: t('codes:language.cy')},
            {value: 'en', label: t('codes:language.en')},
          ]}
        />
        <RadioGroup
          id="advocate"
          label={t('review:advocate')}
          value={value.advocate}
          onChange={advocate => draft.change({...value, advocate})}
          choices={[
            {value: 'yes', label: t('review:advocate.yes')},
            {value: 'no', label: t('review:advocate.no')},
          ]}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('review:start.save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={draft.keeping !== 'nothing-yet'}
            onDiscard={() => void saving.giveUp().then(() => navigate(`/people/${id}/plan`))}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
