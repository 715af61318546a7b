/** Handing a plan in, and a manager's answer to it: signed off, or returned with what is missing. Never shown as done before the server said so. */
import {useNavigate} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {PlanInMaking} from './read-plan.ts';

interface NextStepProps {
  readonly person: PersonOnDevice;
  readonly found: PlanInMaking;
}

function Refused({words}: {readonly words: string | null}) {
  if (words === null) return null;
  return (
    <Notice tone="attention" say>
      <p>{words}</p>
    </Notice>
  );
}

export function HandIn({person, found}: NextStepProps) {
  const {t} = useText();
  const step = useSaveNow();
  return (
    <>
      <ConfirmedButton
        action={t('plan:handIn')}
        label={t('plan:handIn')}
        look="second"
        question={t('plan:handIn.question')}
        words={t('plan:handIn.words')}
        yes={t('plan:handIn.yes')}
        busy={step.busy}
        onYes={() =>
          void step.save({kind: 'plan.hand-in', record: found.plan.id, person: person.id, body: {}} satisfies NewCommand<'plan.hand-in'>)
        }
      />
      <Refused words={step.refused} />
    </>
  );
}

/** Everything that the decider needs stands on this screen. */
export function SignOff({person, found}: NextStepProps) {
  const {t, format} = useText();
  const navigate = useNavigate();
  const step = useSaveNow();
  const {plan, views, responses, inForce} = found;
  const last = responses.at(-1);
  const approve: NewCommand<'plan.approve'> = {
    kind: 'plan.approve',
    record: plan.id,
    person: person.id,
    body: {replaces: inForce?.id ?? null, words: null},
  };
  async function sign() {
    if (await step.save(approve)) void navigate(`/people/${person.id}/plan`);
  }

  return (
    <Section title={t('plan:signOff.title')}>
      <p className="govuk-body">{t('plan:signOff.words')}</p>
      <SummaryList
        facts={[
          {label: t('plan:signOff.assessed'), value: plan.data.assessedOn && format.longDate(plan.data.assessedOn)},
          {
            label: t('plan:signOff.response', {name: person.knownAs}),
            value: plan.data.response && t(`codes:planResponse.${plan.data.response}`),
          },
          {label: t('plan:signOff.responded'), value: last ? format.longDate(last.data.on) : null},
          {label: t('plan:signOff.views'), value: views?.data.how ? t(`codes:viewsGiven.${views.data.how}`) : null},
          {
            label: t('plan:signOff.replaces'),
            value: inForce ? t('plan:signOff.version', {number: inForce.data.version}) : t('plan:signOff.none'),
          },
        ]}
      />
      <ConfirmedButton
        action={t('plan:approve')}
        label={t('plan:approve')}
        look="second"
        question={t('plan:approve.question')}
        words={t('plan:approve.words')}
        yes={t('plan:approve.yes')}
        busy={step.busy}
        onYes={() => void sign()}
      />
      <Refused words={step.refused} />
      <Details summary={t('plan:return')}>
        <WordsForm
          id="return"
          draftKey={`plan-return/${person.id}/${plan.id}`}
          label={t('plan:return.label')}
          hint={t('plan:return.hint')}
          submit={t('plan:return.send')}
          missing={t('plan:return.missing')}
          command={words => ({kind: 'plan.return', record: plan.id, person: person.id, body: {words: words ?? {text: '', lang: 'en'}}})}
          onClose={() => void navigate(`/people/${person.id}/plan`)}
        />
      </Details>
    </Section>
  );
}
