/**
 * A plan on its way: each matter with what is there, what belongs to the whole, what is still missing, and the next step.
 * Signing off is a manager's; until then what is in force stays in force.
 */
import type {ReactNode} from 'react';
import {may} from '#domain/access/permissions.ts';
import {PLAN_IN_MAKING, PLAN_WRITABLE} from '#domain/pathway-plan/codes.ts';
import {SIGN_OFF_CHECKS} from '#domain/pathway-plan/sign-off-checks.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {WhatIf, WhoWasAsked} from '#client/case/plan/plan-parts.tsx';
import {WhatTheySaid} from '#client/case/plan/what-they-said.tsx';
import {type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import type {Folded} from '#client/vault/contract.ts';
import {ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {ContingencyForm} from './contingency-form.tsx';
import {ConsultedForm} from './consulted-form.tsx';
import {HandIn, SignOff} from './next-step.tsx';
import {OpenedPlan} from './opened-plan.tsx';
import {type PlanInMaking, type SectionInMaking} from './read-plan.ts';

export function PlanInMakingPage() {
  const {t} = useText();
  return (
    <OpenedPlan title={t('plan:title')} statuses={PLAN_IN_MAKING}>
      {({person, found}) => <InMaking person={person} found={found} />}
    </OpenedPlan>
  );
}

interface InMakingProps {
  readonly person: PersonOnDevice;
  readonly found: PlanInMaking;
}

function InMaking({person, found}: InMakingProps) {
  const {t, format} = useText();
  const {plan, sections, decisions} = found;
  const base = `/people/${person.id}/plan/${plan.id}`;
  const isWritable = PLAN_WRITABLE.includes(plan.data.status);
  const returned = plan.data.status === 'shared' ? decisions.findLast(({data}) => data.decision === 'returned') : undefined;
  return (
    <Page title={t('plan:title')} caption={person.knownAs}>
      <p>
        <StatusText tone={plan.data.status === 'draft' ? 'calm' : 'waiting'}>{t(`codes:planStatus.${plan.data.status}`)}</StatusText>
      </p>
      {returned?.data.words && (
        <Notice tone="attention" title={t('plan:returned', {date: format.longDate(returned.data.on)})}>
          <FreeText quoted words={returned.data.words} />
        </Notice>
      )}
      <NextStep person={person} found={found} base={base} />
      <WhatTheySaid person={person} views={found.views} responses={found.responses} />
      <ButtonRow>
        {isWritable && (
          <LinkButton look="second" to={`${base}/details`}>
            {t('plan:details.title')}
          </LinkButton>
        )}
        <LinkButton look="second" to={`/people/${person.id}/print/plan/${plan.id}`}>
          {t('person:plan.print')}
        </LinkButton>
      </ButtonRow>
      {isWritable ? (
        <Section title={t('plan:parts')}>
          <CardList>
            {sections.map(section => (
              <li key={section.key}>
                <SectionCard section={section} to={`${base}/${section.key}`} />
              </li>
            ))}
          </CardList>
        </Section>
      ) : (
        sections.map(section => <WholeSection key={section.key} section={section} person={person} />)
      )}
      <Section title={t('plan:contingency.title')}>
        <p className="govuk-body">{t('plan:contingency.intro')}</p>
        <WhatIf contingencies={found.contingencies} />
        {isWritable && <ContingencyForm person={person.id} plan={plan.id} />}
      </Section>
      <Section title={t('plan:consulted.title')}>
        <WhoWasAsked consulted={found.consulted} />
        {isWritable && <ConsultedForm person={person.id} plan={plan.id} />}
      </Section>
    </Page>
  );
}

/** A part as it will be read: for whoever decides about it. */
function WholeSection({section, person}: {readonly section: SectionInMaking; readonly person: PersonOnDevice}) {
  const {t, format} = useText();
  const {own, draft, shown, actions} = section;
  const text = shown ?? draft;
  if (!own?.data.words && !text && actions.length === 0) return null;
  return (
    <Section title={t(`codes:section.${section.key}`)}>
      {own?.data.words && (
        <>
          <h3 className="govuk-heading-s">{t('plan:section.own', {name: person.knownAs})}</h3>
          <FreeText quoted words={own.data.words} />
        </>
      )}
      {text && <SectionTexts text={text} />}
      {shown && draft && !saysTheSame(shown, draft) && (
        <Details summary={t('plan:section.staffOnly')} open>
          <SectionTexts text={draft} />
        </Details>
      )}
      {actions.map(({id, data}) => (
        <div key={id} className="app-card">
          <FreeText words={data.what} />
          {data.dueOn !== null && <p className="app-quiet">{t('deadlines:due', {date: format.longDate(data.dueOn)})}</p>}
        </div>
      ))}
    </Section>
  );
}

const TEXTS = ['needs', 'goingWell', 'outcome'] as const;

function SectionTexts({text}: {readonly text: Folded<'plan-section'>}) {
  const {t} = useText();
  return TEXTS.map(
    field =>
      text.data[field] && (
        <div key={field}>
          <h3 className="govuk-heading-s">{t(`plan:section.${field}`)}</h3>
          <FreeText words={text.data[field]} />
        </div>
      ),
  );
}

const saysTheSame = (one: Folded<'plan-section'>, other: Folded<'plan-section'>): boolean =>
  TEXTS.every(field => (one.data[field]?.text ?? '') === (other.data[field]?.text ?? ''));

function SectionCard({section, to}: {readonly section: SectionInMaking; readonly to: string}) {
  const {t} = useText();
  const {own, draft, shown, actions} = section;
  const written = (draft?.data.needs ?? shown?.data.needs ?? null) !== null;
  return (
    <Card level={3} title={t(`codes:section.${section.key}`)} to={to}>
      <StatusList>
        <StatusText tone={own?.data.words ? 'good' : 'calm'}>{t(own?.data.words ? 'plan:part.ownYes' : 'plan:part.ownNo')}</StatusText>
        <StatusText tone={written ? 'good' : 'calm'}>{t(written ? 'plan:part.staffYes' : 'plan:part.staffNo')}</StatusText>
        {actions.length > 0 && <StatusText>{t('plan:part.actions', {number: actions.length})}</StatusText>}
        {shown && <StatusText>{t('plan:part.shown')}</StatusText>}
      </StatusList>
    </Card>
  );
}

/** What is to be done next, whose step it is, and what stands in its way. */
function NextStep({person, found, base}: InMakingProps & {readonly base: string}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {status} = found.plan.data;
  if (status === 'draft')
    return (
      <Step title={t('plan:step.share')} words={t('plan:step.share.words', {name: person.knownAs})}>
        <LinkButton to={`${base}/share`}>{t('plan:step.share.go')}</LinkButton>
      </Step>
    );
  if (status === 'for_sign_off')
    return may(vault.session.role, 'plan.approve', true) ? (
      <SignOff person={person} found={found} />
    ) : (
      <Step title={t('plan:step.waiting')} words={t('plan:step.waiting.words')} />
    );
  return (
    <Step title={t('plan:step.finish')} words={t('plan:step.finish.words')}>
      {found.missing.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {found.missing.map(check => (
            <li key={check}>
              {t(`plan:missing.${check}`)} <span className="app-quiet">{SIGN_OFF_CHECKS[check]}</span>
            </li>
          ))}
        </ul>
      )}
      <LinkButton look="second" to={`${base}/answer`}>
        {t('plan:step.answer', {name: person.knownAs})}
      </LinkButton>
      <LinkButton look="second" to={`${base}/share`}>
        {t('plan:step.shareAgain')}
      </LinkButton>
      {found.missing.length === 0 && <HandIn person={person} found={found} />}
    </Step>
  );
}

function Step({title, words, children}: {readonly title: string; readonly words: string; readonly children?: ReactNode}) {
  return (
    <Section title={title}>
      <p className="govuk-body">{words}</p>
      {children}
    </Section>
  );
}
