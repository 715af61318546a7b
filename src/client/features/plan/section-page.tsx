/**
 * One matter of a plan: the young person's words first, then what staff write of it, then who does what. Everything is
 * kept as it is typed; what others wrote meanwhile is never overwritten.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {PLAN_WRITABLE} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {ActionForm} from '#client/case/plan/action-form.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField, type WordsInHand} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {OpenedPlan} from './opened-plan.tsx';
import {seen, type PlanInMaking, type SectionInMaking} from './read-plan.ts';

const FIELDS = ['own', 'needs', 'goingWell', 'outcome'] as const;
type Field = (typeof FIELDS)[number];
const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const texts = {own: words, needs: words, goingWell: words, outcome: words, rating: z.nullable(z.enum(['1', '2', '3', '4', '5', 'none']))};
const draftSchema = z.object({
  ...texts,
  /** What stood there when it was begun: only what was changed goes out, also days later. */
  began: z.optional(z.object(texts)),
  /** What was in view when it was begun, by field: the ops of the heads. */
  seen: z.record(z.string(), z.array(z.string())),
});
type SectionDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function SectionPage() {
  const {t} = useText();
  const {section: named} = useParams();
  return (
    <OpenedPlan title={t('plan:section.title')} statuses={PLAN_WRITABLE}>
      {({person, found}) => {
        const section = found.sections.find(({key}) => key === named);
        return section ? <SectionForm key={section.key} person={person} found={found} section={section} /> : null;
      }}
    </OpenedPlan>
  );
}

interface SectionFormProps {
  readonly person: PersonOnDevice;
  readonly found: PlanInMaking;
  readonly section: SectionInMaking;
}

function startOf({own, draft}: SectionInMaking, language: 'cy' | 'en'): SectionDraft {
  const rating = own?.data.rating ?? null;
  const began = {
    own: wordsInHand(own?.data.words, language),
    needs: wordsInHand(draft?.data.needs, language),
    goingWell: wordsInHand(draft?.data.goingWell, language),
    outcome: wordsInHand(draft?.data.outcome, language),
    rating: rating === null ? null : (String(rating) as SectionDraft['rating']),
  };
  return {
    ...began,
    began,
    seen: {
      own: seen(own, 'words'),
      rating: seen(own, 'rating'),
      needs: seen(draft, 'needs'),
      goingWell: seen(draft, 'goingWell'),
      outcome: seen(draft, 'outcome'),
    },
  };
}

const same = (one: WordsInHand, other: WordsInHand): boolean => one.text === other.text && one.lang === other.lang;

/** Only what was changed is sent: a field left alone says nothing about what somebody else wrote in it meanwhile. */
function commandsOf(
  value: SectionDraft,
  start: Omit<SectionDraft, 'seen'>,
  {plan, section, person}: {readonly plan: Id; readonly section: SectionInMaking; readonly person: Id},
): readonly NewCommand[] {
  const changed = (field: Field) => !same(value[field], start[field]);
  const ratingChanged = value.rating !== start.rating;
  const own: NewCommand<'own-words.write'>[] =
    changed('own') || ratingChanged
      ? [
          {
            kind: 'own-words.write',
            record: section.ids.own,
            person,
            body: {
              plan,
              section: section.key,
              ...(changed('own') ? {words: wordsOf(value.own)} : {}),
              ...(ratingChanged ? {rating: value.rating === null || value.rating === 'none' ? null : Number(value.rating)} : {}),
            },
            bases: {words: value.seen['own'] ?? [], rating: value.seen['rating'] ?? []},
          },
        ]
      : [];
  const fields = (['needs', 'goingWell', 'outcome'] as const).filter(changed);
  const staff: NewCommand<'plan-section.write'>[] =
    fields.length > 0
      ? [
          {
            kind: 'plan-section.write',
            record: section.ids.draft,
            person,
            body: {plan, section: section.key, ...Object.fromEntries(fields.map(field => [field, wordsOf(value[field])]))},
            bases: Object.fromEntries(fields.map(field => [field, value.seen[field] ?? []])),
          },
        ]
      : [];
  return [...own, ...staff];
}

function SectionForm({person, found, section}: SectionFormProps) {
  const {t, language} = useText();
  const navigate = useNavigate();
  const back = `/people/${person.id}/plan/${found.plan.id}`;
  const key = `plan-section/${person.id}/${found.plan.id}/${section.key}`;
  const [start] = useState(() => startOf(section, language));
  const draft = useDraft<SectionDraft>(key, () => start, readDraft);
  const saving = useSaving(draft, key, () => void navigate(back));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const faults: FormError[] = FIELDS.filter(field => isTooLongText(value[field].text)).map(field => ({
    field,
    message: t('common:words.tooLong'),
  }));
  const shown = attempt === 0 ? [] : faults;
  const commands = commandsOf(value, value.began ?? start, {plan: found.plan.id, section, person: person.id});

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    await (commands.length === 0 ? saving.giveUp() : saving.save(...commands));
  }

  const field = (name: Field, label: string, hint?: string) => (
    <WordsField
      id={name}
      label={label}
      hint={hint}
      rows={name === 'outcome' ? 3 : 6}
      error={shown.find(each => each.field === name)?.message}
      value={value[name]}
      onChange={changed => draft.change({...value, [name]: changed})}
      onLeave={() => void draft.flush()}
    />
  );

  return (
    <Page
      title={t(`codes:section.${section.key}`)}
      caption={person.knownAs}
      windowTitle={t('plan:section.title')}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <Details summary={t('plan:guidance')}>
        <p>{t(`plan:guidance.${section.key}`)}</p>
      </Details>
      {found.inForce && <InForce person={person.id} plan={found.inForce.id} section={section.key} />}
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <Section title={t('plan:section.own', {name: person.knownAs})}>
          {field('own', t('plan:section.own.label'), t('plan:section.own.hint'))}
          <RadioGroup
            id="rating"
            label={t('plan:section.rating')}
            hint={t('plan:section.rating.hint')}
            look="inline"
            value={value.rating}
            onChange={rating => draft.change({...value, rating})}
            choices={(['1', '2', '3', '4', '5', 'none'] as const).map(each => ({
              value: each,
              label: each === 'none' ? t('plan:section.rating.none') : each,
            }))}
          />
        </Section>
        <Section title={t('plan:section.staff')}>
          <p className="govuk-hint">{t('plan:section.staff.hint')}</p>
          {field('needs', t('plan:section.needs'))}
          {field('goingWell', t('plan:section.goingWell'))}
          {field('outcome', t('plan:section.outcome'), t('plan:section.outcome.hint'))}
        </Section>
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('plan:section.save')}
          </Button>
          <DiscardDraft label={t('common:cancel')} look="second" asks={commands.length > 0} onDiscard={() => void saving.giveUp()} />
        </ButtonRow>
      </form>
      <Section title={t('plan:section.actions')}>
        {section.actions.length === 0 && <p className="govuk-body">{t('plan:section.actions.none')}</p>}
        <ul className="app-cards">
          {section.actions.map(action => (
            <li key={action.id} className="app-card">
              <FreeText words={action.data.what} />
              <LinkButton
                look="quiet"
                to={`/people/${person.id}/action/${action.id}`}
                label={t('plan:action.changeFor', {what: action.data.what.text})}
              >
                {t('plan:action.change')}
              </LinkButton>
            </li>
          ))}
        </ul>
        <Details summary={t('plan:action.add')}>
          <ActionForm person={person} plan={found.plan.id} section={section.key} onClose={() => undefined} />
        </Details>
      </Section>
    </Page>
  );
}

/** What the plan in force says of the same matter, to write with it in view. */
function InForce({person, plan, section}: {readonly person: Id; readonly plan: Id; readonly section: string}) {
  const {t} = useText();
  const texts = useMemory(
    memory => [
      ...memory
        .records(person, 'own-words')
        .flatMap(({data}) => (data.plan === plan && data.section === section && data.words ? [data.words] : [])),
      ...memory
        .records(person, 'plan-section')
        .flatMap(({data}) => (data.plan === plan && data.section === section && data.needs ? [data.needs] : [])),
    ],
    [person, plan, section],
  );
  if (texts.length === 0) return null;
  return (
    <Details summary={t('plan:inForce')}>
      {texts.map((text, index) => (
        <FreeText key={index} quoted words={text} />
      ))}
    </Details>
  );
}
