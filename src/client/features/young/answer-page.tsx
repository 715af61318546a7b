/** Answering one part of the plan in one's own words: right, something to add, or not agreed. Kept unedited. */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {ALL_SECTIONS, SECTION_ANSWERS, type PlanSection} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {useOwnFile} from './own-file.ts';

const draftSchema = z.object({answer: z.nullable(z.enum(SECTION_ANSWERS)), text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
type AnswerDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function AnswerPage() {
  const {t} = useText();
  const {section: named} = useParams();
  const section = ALL_SECTIONS.find(key => key === named);
  const file = useOwnFile();
  const plan = useMemory(memory => presentPlan(memory, file.id)?.id, [file.id]);
  if (section === undefined || plan === undefined)
    return (
      <Page title={t('young:answer.title')}>
        <EmptyState>
          <p>{t('young:plan.none')}</p>
          <LinkButton to="/my-plan">{t('young:answer.back')}</LinkButton>
        </EmptyState>
      </Page>
    );
  return <AnswerForm key={section} section={section} plan={plan} person={file.id} />;
}

function AnswerForm({section, plan, person}: {readonly section: PlanSection; readonly plan: string; readonly person: string}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const key = `answer/${section}`;
  const draft = useDraft<AnswerDraft>(key, () => ({answer: null, text: '', lang: language}), readDraft);
  const saving = useSaving(draft, key, () => void navigate('/my-plan'));
  const {value} = draft;
  const words = wordsOf(value);
  const [attempt, setAttempt] = useState(0);
  const faults: FormError[] = [];
  if (value.answer === null) faults.push({field: 'answer', message: t('young:answer.question.missing')});
  if (value.answer === 'add' && words === null) faults.push({field: 'words', message: t('young:answer.words.missing')});
  if (isTooLong(value)) faults.push({field: 'words', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || value.answer === null) return;
    const command: NewCommand<'section-answer.give'> = {
      kind: 'section-answer.give',
      record: vault.newId(),
      person,
      body: {plan, section, answer: value.answer, words},
    };
    await saving.save(command);
  }

  return (
    <Page
      title={t(`young:section.${section}`)}
      caption={t('young:answer.title')}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <p>{t('young:answer.intro')}</p>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <RadioGroup
          id="answer"
          label={t('young:answer.question')}
          value={value.answer}
          error={error('answer')}
          onChange={answer => draft.change({...value, answer})}
          choices={SECTION_ANSWERS.map(answer => ({value: answer, label: t(`young:answer.${answer}`)}))}
        />
        <WordsField
          id="words"
          label={t('young:answer.words')}
          hint={t('young:answer.words.hint')}
          error={error('words')}
          value={value}
          onChange={changed => draft.change({...value, ...changed})}
          onLeave={() => void draft.flush()}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('young:answer.save')}
          </Button>
          <DiscardDraft label={t('common:cancel')} look="second" asks={words !== null} onDiscard={() => void saving.giveUp()} />
        </ButtonRow>
      </form>
    </Page>
  );
}
