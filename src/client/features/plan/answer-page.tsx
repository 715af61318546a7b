/**
 * What the young person says of the whole plan, put down by an adviser: their views in their words and how they gave them
 * and their answer, with a signature drawn on this device or given aloud. A refusal stops nothing.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate} from 'react-router';
import * as z from 'zod/mini';
import {PLAN_STATUSES, PLAN_RESPONSES, VIEWS_GIVEN} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {EarlierViews} from '#client/case/plan/earlier-views.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText} from '#client/forms/keepable-words.ts';
import {SignatureField} from '#client/forms/signature-field.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {Section} from '#client/ui/card.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {OpenedPlan} from './opened-plan.tsx';
import {seen, type PlanInMaking} from './read-plan.ts';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
/** By somebody else than the young person themselves on their own device. */
const GIVEN_HERE = ['with_adviser', 'aloud', 'in_writing'] as const;
const how = z.enum(['', ...VIEWS_GIVEN]);
const draftSchema = z.object({
  views: words,
  how,
  /** What stood there when it was begun: only what was changed goes out, also days later. */
  began: z.optional(z.object({views: words, how})),
  response: z.nullable(z.enum(PLAN_RESPONSES)),
  said: words,
  given: z.nullable(z.enum(GIVEN_HERE)),
  signature: z.nullable(z.string()),
  seenViews: z.array(z.string()),
  seenHow: z.array(z.string()),
});
type AnswerDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

/** The young person can be asked once they see the plan, and later too. */
const ANSWERABLE = PLAN_STATUSES.filter(status => status !== 'draft');

export function PlanAnswerPage() {
  const {t} = useText();
  return (
    <OpenedPlan title={t('plan:answer.title')} statuses={ANSWERABLE}>
      {({person, found}) => <AnswerForm person={person} found={found} />}
    </OpenedPlan>
  );
}

function AnswerForm({person, found}: {readonly person: PersonOnDevice; readonly found: PlanInMaking}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const {plan, views} = found;
  const back = `/people/${person.id}/plan/${plan.id}`;
  const key = `plan-answer/${person.id}/${plan.id}`;
  const [start] = useState<AnswerDraft>(() => {
    const began = {views: wordsInHand(views?.data.words, language), how: views?.data.how ?? ('' as const)};
    return {
      ...began,
      began,
      response: null,
      said: {text: '', lang: language},
      given: null,
      signature: null,
      seenViews: seen(views, 'words'),
      seenHow: seen(views, 'how'),
    };
  });
  const draft = useDraft<AnswerDraft>(key, () => start, readDraft);
  const saving = useSaving(draft, key, () => void navigate(back));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const isReached = value.response !== null && value.response !== 'not_reached';
  const began = value.began ?? start;
  const wordsChanged = value.views.text !== began.views.text || value.views.lang !== began.views.lang;
  const howChanged = value.how !== began.how;
  const viewsChanged = wordsChanged || howChanged;
  const faults: FormError[] = [];
  if (value.response === null && !viewsChanged) faults.push({field: 'response', message: t('plan:answer.response.missing')});
  if (isReached && value.given === null) faults.push({field: 'given', message: t('plan:answer.given.missing')});
  for (const field of ['views', 'said'] as const)
    if (isTooLongText(value[field].text)) faults.push({field, message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  function commands(): readonly NewCommand[] {
    const written: NewCommand<'plan-views.write'>[] = viewsChanged
      ? [
          {
            kind: 'plan-views.write',
            record: found.viewsId,
            person: person.id,
            // Words that were left alone stay their author's.
            body: {
              plan: plan.id,
              ...(wordsChanged ? {words: wordsOf(value.views)} : {}),
              ...(howChanged ? {how: value.how === '' ? null : value.how} : {}),
            },
            bases: {words: value.seenViews, how: value.seenHow},
          },
        ]
      : [];
    const answered: NewCommand<'plan.answer'>[] =
      value.response === null
        ? []
        : [
            {
              kind: 'plan.answer',
              record: vault.newId(),
              person: person.id,
              body: {
                plan: plan.id,
                response: value.response,
                words: wordsOf(value.said),
                given: isReached ? value.given : null,
                signature: isReached ? value.signature : null,
              },
            },
          ];
    return [...written, ...answered];
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length === 0) await saving.save(...commands());
  }

  return (
    <Page
      title={t('plan:answer.title')}
      caption={person.knownAs}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <Section title={t('plan:answer.views')}>
          <EarlierViews plan={plan} title={t('plan:answer.views.before')} />
          <WordsField
            id="views"
            label={t('plan:answer.views.label')}
            hint={t('plan:answer.views.hint')}
            error={error('views')}
            value={value.views}
            onChange={changed => draft.change({...value, views: changed})}
            onLeave={() => void draft.flush()}
          />
          <Select
            id="how"
            label={t('plan:answer.how')}
            value={value.how}
            onChange={chosen => draft.change({...value, how: VIEWS_GIVEN.find(each => each === chosen) ?? ''})}
            choices={[
              {value: '', label: t('plan:answer.how.choose')},
              ...VIEWS_GIVEN.map(each => ({value: each, label: t(`codes:viewsGiven.${each}`)})),
            ]}
          />
        </Section>
        <Section title={t('plan:answer.response', {name: person.knownAs})}>
          <RadioGroup
            id="response"
            label={t('plan:answer.response.label')}
            hint={t('plan:answer.response.hint')}
            error={error('response')}
            value={value.response}
            onChange={response => draft.change({...value, response})}
            choices={PLAN_RESPONSES.map(each => ({value: each, label: t(`codes:planResponse.${each}`)}))}
          />
          {isReached && (
            <>
              <WordsField
                id="said"
                label={t('plan:answer.said')}
                rows={3}
                error={error('said')}
                value={value.said}
                onChange={changed => draft.change({...value, said: changed})}
                onLeave={() => void draft.flush()}
              />
              <RadioGroup
                id="given"
                label={t('plan:answer.given')}
                error={error('given')}
                value={value.given}
                onChange={given => draft.change({...value, given})}
                choices={GIVEN_HERE.map(each => ({value: each, label: t(`plan:answer.given.${each}`)}))}
              />
              <SignatureField
                id="signature"
                label={t('plan:answer.signature')}
                hint={t('plan:answer.signature.hint')}
                value={value.signature}
                onChange={signature => draft.change({...value, signature})}
              />
            </>
          )}
        </Section>
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('plan:answer.save')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={value.said.text !== '' || viewsChanged}
            onDiscard={() => void saving.giveUp()}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
