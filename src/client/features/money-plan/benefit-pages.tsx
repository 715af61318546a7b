/**
 * Benefits to look at, one at a time: what each is in a sentence, the page that the authority has chosen, where it stands for
 * them, and what should happen. Nothing is worked out about anybody: they say what is true.
 */
import {useNavigate, useParams} from 'react-router';
import * as z from 'zod/mini';
import {BENEFIT_STATES, BENEFITS, type Benefit} from '#domain/money-plan/codes.ts';
import {benefitCheckId} from '#domain/money-plan/money-plan.ts';
import {seenOps} from '#domain/shared/record.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {readMoneyPlan, type BenefitCheck} from '#client/case/money/money-plan-records.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useSyncState} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
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
          const check = checks.get(benefit);
          const {state, wish} = check?.data ?? {state: null, wish: null};
          return (
            <li key={benefit}>
              <Card title={t(`codes:benefit.${benefit}`)} to={`${whose.base}/benefits/${benefit}`}>
                <p>{t(`money-plan:about.${benefit}`)}</p>
                <p className="app-quiet">{t(state === null ? 'money-plan:benefit.new' : `money-plan:state.${state}`)}</p>
                {check && wish !== null && <WishSaid whose={whose} wish={wish} delivery={check.delivery} />}
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
        delivery={check?.delivery ?? 'accepted'}
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
  const before = check?.data.state ?? null;
  const begin = () => ({state: before, bases: check ? seenOps(check, 'state') : []});
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    `benefit/${whose.id}/${benefit}`,
    begin,
    readStateDraft,
    () => void navigate(`${whose.base}/benefits`),
  );
  // Until they choose, what stands there now is shown, and is what they choose over.
  const {state, bases} = form.draft.keeping === 'nothing-yet' ? begin() : form.value;
  const faults = state === null ? [{field: 'state', message: t('money-plan:state.missing')}] : [];

  function commands(): readonly NewCommand[] {
    if (state === before) return [];
    const record = benefitCheckId(whose.id, benefit);
    return [{kind: 'benefit-check.say', record, person: whose.id, body: {benefit, state}, bases: {state: bases}}];
  }

  return (
    <div className="app-section">
      <KeptForm
        form={form}
        faults={faults}
        submit={t('money-plan:save')}
        cancels={form.draft.keeping !== 'nothing-yet'}
        commands={commands}
      >
        <RadioGroup
          id="state"
          label={t('money-plan:state')}
          legendSize="m"
          error={errorsOf(form, faults).error('state')}
          value={state}
          onChange={chosen => form.change({state: chosen, bases})}
          choices={BENEFIT_STATES.map(each => ({value: each, label: t(`money-plan:state.${each}`)}))}
        />
      </KeptForm>
    </div>
  );
}
