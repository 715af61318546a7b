/**
 * Benefits to look at, one at a time: what each is in a sentence, the page that the authority has chosen, where it stands for
 * them, and what should happen. Nothing is worked out about anybody: they say what is true.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {BENEFIT_STATES, BENEFITS, type Benefit} from '#domain/money-plan/codes.ts';
import {benefitCheckId} from '#domain/money-plan/money-plan.ts';
import {seenOps} from '#domain/shared/record.ts';
import {DeliveryLine} from '#client/features/delivery-line.tsx';
import {DiscardDraft} from '#client/features/discard-draft.tsx';
import {DraftLine} from '#client/features/draft-line.tsx';
import {readMoneyPlan, type BenefitCheck} from '#client/features/money-plan-records.ts';
import {readAs, useDraft} from '#client/features/use-draft.ts';
import {useSaving} from '#client/features/use-saving.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useSyncState} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {Back, NotThere} from './line-pages.tsx';
import {captionOf, type Whose} from './whose.ts';
import {Wish, WishSaid} from './wish.tsx';

export function BenefitsPage({whose}: {readonly whose: Whose}) {
  const {t} = useText();
  const {checks} = useMemory(memory => readMoneyPlan(memory, whose.id), [whose.id]);
  return (
    <Page title={t('money-plan:benefits')} {...captionOf(whose)}>
      <p>{t('money-plan:benefits.why')}</p>
      <p>{t('money-plan:benefits.intro')}</p>
      <CardList>
        {BENEFITS.map(benefit => {
          const {state, wish} = checks.get(benefit)?.data ?? {state: null, wish: null};
          return (
            <li key={benefit}>
              <Card title={t(`codes:benefit.${benefit}`)} to={`${whose.base}/benefits/${benefit}`}>
                <p>{t(`money-plan:about.${benefit}`)}</p>
                <p className="app-quiet">{t(state === null ? 'money-plan:benefit.new' : `money-plan:state.${state}`)}</p>
                {wish !== null && <WishSaid whose={whose} wish={wish} />}
              </Card>
            </li>
          );
        })}
      </CardList>
      <Back whose={whose} />
    </Page>
  );
}

export function BenefitPage({whose}: {readonly whose: Whose}) {
  const {benefit: named} = useParams();
  const benefit = BENEFITS.find(each => each === named);
  return benefit === undefined ? <NotThere whose={whose} /> : <OneBenefit key={benefit} whose={whose} benefit={benefit} />;
}

export function benefitWish(
  person: string,
  benefit: Benefit,
  check: BenefitCheck | undefined,
  wish: BenefitCheck['data']['wish'],
): NewCommand<'benefit-check.say'> {
  const bases = {wish: check ? seenOps(check, 'wish') : []};
  return {kind: 'benefit-check.say', record: benefitCheckId(person, benefit), person, body: {benefit, wish}, bases};
}

function OneBenefit({whose, benefit}: {readonly whose: Whose; readonly benefit: Benefit}) {
  const {t} = useText();
  const id = benefitCheckId(whose.id, benefit);
  const check = useMemory(memory => memory.records(whose.id, 'benefit-check').find(each => each.id === id), [whose.id, id]);
  return (
    <Page title={t(`codes:benefit.${benefit}`)} windowTitle={t('money-plan:benefits')} {...captionOf(whose)}>
      <p>{t(`money-plan:about.${benefit}`)}</p>
      <p>{t('money-plan:benefit.rules')}</p>
      <CouncilsPage whose={whose} benefit={benefit} />
      {check && <DeliveryLine delivery={check.delivery} />}
      <StateForm whose={whose} benefit={benefit} check={check} />
      <Wish
        whose={whose}
        wish={check?.data.wish ?? null}
        actionAt={`${whose.base}/benefits/${benefit}/action`}
        command={wish => benefitWish(whose.id, benefit, check, wish)}
      />
      <Back whose={whose} />
    </Page>
  );
}

function CouncilsPage({whose: {help}, benefit}: {readonly whose: Whose; readonly benefit: Benefit}) {
  const {t, language} = useText();
  const isOffline = useSyncState().connection === 'offline';
  const link = help?.benefitLinks?.find(each => each.benefit === benefit);
  if (!link) return <p>{t('money-plan:link.none')}</p>;
  return (
    <>
      <p>
        <a className="govuk-link" href={link[language]} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
          {t('money-plan:link')}
        </a>
      </p>
      <p className="app-quiet">{t(isOffline ? 'money-plan:link.offline' : 'money-plan:link.online')}</p>
    </>
  );
}

const draftSchema = z.object({state: z.nullable(z.enum(BENEFIT_STATES)), bases: z.array(z.string())});
const readStateDraft = readAs(draftSchema);

interface StateFormProps {
  readonly whose: Whose;
  readonly benefit: Benefit;
  readonly check: BenefitCheck | undefined;
}

function StateForm({whose, benefit, check}: StateFormProps) {
  const {t} = useText();
  const navigate = useNavigate();
  const key = `benefit/${whose.id}/${benefit}`;
  const before = check?.data.state ?? null;
  const draft = useDraft(key, () => ({state: before, bases: check ? seenOps(check, 'state') : []}), readStateDraft);
  const saving = useSaving(draft, key, () => void navigate(`${whose.base}/benefits`));
  const {state, bases} = draft.value;
  const [attempt, setAttempt] = useState(0);
  const error = attempt > 0 && state === null ? t('money-plan:state.missing') : undefined;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (state === null) return;
    if (state === before) return saving.giveUp();
    const command: NewCommand<'benefit-check.say'> = {
      kind: 'benefit-check.say',
      record: benefitCheckId(whose.id, benefit),
      person: whose.id,
      body: {benefit, state},
      bases: {state: bases},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} className="app-section" onSubmit={event => void save(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(error === undefined ? [] : [{field: 'state', message: error}]),
          ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
        ]}
      />
      <RadioGroup
        id="state"
        label={t('money-plan:state')}
        legendSize="m"
        error={error}
        value={state}
        onChange={chosen => draft.change({state: chosen, bases})}
        choices={BENEFIT_STATES.map(each => ({value: each, label: t(`money-plan:state.${each}`)}))}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('money-plan:save')}
        </Button>
        {draft.keeping !== 'nothing-yet' && (
          <DiscardDraft label={t('common:cancel')} look="second" asks={false} onDiscard={() => void saving.giveUp()} />
        )}
      </ButtonRow>
    </form>
  );
}
