/**
 * What they say to the whole plan, in their own words and with their name under it if they like. Every answer is kept and
 * none of them stops the plan; what they want stands at the top of it, and can be written anew here.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate} from 'react-router';
import {PLAN_RESPONSES} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {EarlierViews} from '#client/case/plan/earlier-views.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {SignatureField} from '#client/forms/signature-field.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {NoNewPlan, WithManager} from './no-new-plan.tsx';
import {newPlan, useOwnFile} from './own-file.ts';
import {isSame, MY_ANSWER, readMyAnswerDraft, type MyAnswerDraft} from './plan-drafts.ts';
import {readOwnPlan, seen, type OwnPlan} from '#client/case/plan/read-own-plan.ts';

/** That somebody was not reached is for others to say. */
const MY_RESPONSES = PLAN_RESPONSES.filter(each => each !== 'not_reached');

export function MyAnswerPage() {
  const {t} = useText();
  const file = useOwnFile();
  const found = useMemory(
    memory => {
      const plan = newPlan(memory, file.id);
      return plan ? readOwnPlan(memory, plan) : null;
    },
    [file.id],
  );
  if (!found) return <NoNewPlan />;
  if (found.plan.data.status !== 'shared') return <WithManager title={t('young:myAnswer.title')} />;
  return <MyAnswerForm found={found} person={file.id} />;
}

function MyAnswerForm({found, person}: {readonly found: OwnPlan; readonly person: string}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const {plan, views} = found;
  const key = `${MY_ANSWER}/${plan.id}`;
  const [start] = useState<MyAnswerDraft>(() => ({
    response: null,
    said: {text: '', lang: language},
    views: wordsInHand(views?.data.words, language),
    beganViews: wordsInHand(views?.data.words, language),
    signature: null,
    seenViews: seen(views, 'words'),
  }));
  const draft = useDraft<MyAnswerDraft>(key, () => start, readMyAnswerDraft);
  const saving = useSaving(draft, key, () => void navigate('/my-plan/new'));
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const viewsChanged = !isSame(value.views, value.beganViews);
  const faults: FormError[] = [];
  if (value.response === null && !viewsChanged) faults.push({field: 'response', message: t('young:answer.question.missing')});
  for (const field of ['said', 'views'] as const) if (isTooLong(value[field])) faults.push({field, message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  function commands(): readonly NewCommand[] {
    // How the views were given is the adviser's to put down: only they know whether there was a meeting.
    const written: NewCommand<'plan-views.write'> = {
      kind: 'plan-views.write',
      record: found.viewsId,
      person,
      body: {plan: plan.id, words: wordsOf(value.views)},
      bases: {words: value.seenViews},
    };
    if (value.response === null) return [written];
    const answered: NewCommand<'plan.answer'> = {
      kind: 'plan.answer',
      record: vault.newId(),
      person,
      body: {plan: plan.id, response: value.response, words: wordsOf(value.said), given: 'own_device', signature: value.signature},
    };
    return viewsChanged ? [written, answered] : [answered];
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
      title={t('young:myAnswer.title')}
      caption={t('young:newPlan.title')}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <p>{t('young:myAnswer.intro')}</p>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <RadioGroup
          id="response"
          label={t('young:myAnswer.question')}
          error={error('response')}
          value={value.response}
          onChange={response => draft.change({...value, response})}
          choices={MY_RESPONSES.map(each => ({value: each, label: t(`young:myAnswer.${each}`)}))}
        />
        <WordsField
          id="said"
          label={t('young:answer.words')}
          hint={t('young:leaveOut')}
          rows={4}
          error={error('said')}
          value={value.said}
          onChange={changed => draft.change({...value, said: changed})}
          onLeave={() => void draft.flush()}
        />
        <SignatureField
          id="signature"
          label={t('young:myAnswer.signature')}
          hint={t('young:myAnswer.signature.hint')}
          value={value.signature}
          onChange={signature => draft.change({...value, signature})}
        />
        <Section title={t('young:plan.views')}>
          <EarlierViews plan={plan} title={t('young:myAnswer.before')} />
          <WordsField
            id="views"
            label={t('young:myAnswer.views')}
            hint={t('young:myAnswer.views.hint')}
            error={error('views')}
            value={value.views}
            onChange={changed => draft.change({...value, views: changed})}
            onLeave={() => void draft.flush()}
          />
        </Section>
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('young:answer.save')}
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
