/** The pathway plan: what the young person said first, in their words, then what staff wrote, then who does what. */
import {may} from '#domain/access/permissions.ts';
import {ALL_SECTIONS, PLAN_IN_FORCE, PLAN_IN_MAKING, type PlanSection} from '#domain/pathway-plan/codes.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {WhatIf, WhoWasAsked} from '#client/case/plan/plan-parts.tsx';
import {WhatTheySaid} from '#client/case/plan/what-they-said.tsx';
import {SectionAnswers} from '#client/case/plan/section-answers.tsx';
import {ActionList} from './action-list.tsx';
import {CopyGiven} from './copy-given.tsx';
import type {PartProps} from './part.ts';
import {Reviews} from './reviews.tsx';

interface PlanFile {
  readonly plan: Folded<'pathway-plan'>;
  readonly views: Folded<'plan-views'> | undefined;
  readonly sections: readonly {
    readonly key: PlanSection;
    readonly own: Folded<'own-words'> | undefined;
    readonly staff: readonly Folded<'plan-section'>[];
    readonly actions: readonly Folded<'plan-action'>[];
  }[];
  readonly others: readonly Folded<'plan-action'>[];
  readonly responses: readonly Folded<'plan-response'>[];
  readonly contingencies: readonly Folded<'plan-contingency'>[];
  readonly consulted: readonly Folded<'plan-consulted'>[];
}

/** What is shown to the young person word for word as staff wrote it stands here once. */
function seenOnce(texts: readonly Folded<'plan-section'>[], shared: string | undefined): readonly Folded<'plan-section'>[] {
  const wordsOf = ({data}: Folded<'plan-section'>) =>
    [data.section, data.needs?.text, data.goingWell?.text, data.outcome?.text].join('\u0000');
  const staffs = new Set(texts.filter(({scope}) => scope !== shared).map(wordsOf));
  return texts.filter(text => text.scope !== shared || !staffs.has(wordsOf(text)));
}

const standing = <Item extends DomainRecord>(items: readonly Item[]): readonly Item[] => items.filter(item => !struckOut(item));

function readPlan(
  memory: MemoryStore,
  person: string,
): {
  readonly current: PlanFile | null;
  readonly earlier: readonly Folded<'pathway-plan'>[];
  /** On its way to being signed off. */
  readonly making: readonly Folded<'pathway-plan'>[];
  readonly loose: readonly Folded<'plan-action'>[];
} {
  const plans = memory.records(person, 'pathway-plan').toSorted((one, other) => other.data.version - one.data.version);
  const making = plans.filter(({data}) => PLAN_IN_MAKING.includes(data.status));
  const others = plans.filter(each => !making.includes(each));
  const plan = others.find(({data}) => PLAN_IN_FORCE.includes(data.status)) ?? others[0];
  const actions = memory.records(person, 'plan-action');
  if (!plan) return {current: null, earlier: [], making, loose: actions};
  const ofPlan = <Item extends {readonly data: {readonly plan: string | null}}>(items: readonly Item[]) =>
    items.filter(({data}) => data.plan === plan.id);
  const own = ofPlan(memory.records(person, 'own-words'));
  const staff = seenOnce(ofPlan(memory.records(person, 'plan-section')), memory.scope(person, 'shared'));
  const planned = ofPlan(actions);
  const answered = new Set(ofPlan(memory.records(person, 'section-answer')).map(({data}) => data.section));
  const sections = ALL_SECTIONS.map(key => ({
    key,
    own: own.find(({data}) => data.section === key),
    staff: staff.filter(({data}) => data.section === key),
    actions: planned.filter(({data}) => data.section === key),
  })).filter(section => section.own !== undefined || section.staff.length > 0 || section.actions.length > 0 || answered.has(section.key));
  return {
    current: {
      plan,
      views: ofPlan(memory.records(person, 'plan-views'))[0],
      sections,
      others: actions.filter(({data}) => data.plan === null || (data.plan === plan.id && data.section === null)),
      responses: standing(ofPlan(memory.records(person, 'plan-response'))),
      contingencies: standing(ofPlan(memory.records(person, 'plan-contingency'))),
      consulted: standing(ofPlan(memory.records(person, 'plan-consulted'))),
    },
    earlier: others.filter(({id}) => id !== plan.id),
    making,
    loose: [],
  };
}

export function Plan({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {current, earlier, making, loose} = useMemory(memory => readPlan(memory, person.id), [person.id]);
  const name = person.knownAs;
  if (!current) {
    return (
      <>
        <EmptyState>
          <p>{t('person:plan.none', {name})}</p>
        </EmptyState>
        <Making person={person.id} making={making} hasPlan={false} />
        <Reviews person={person} today={today} />
        {loose.length > 0 && (
          <Section title={t('person:plan.actions')}>
            <ActionList actions={loose} today={today} />
          </Section>
        )}
      </>
    );
  }
  const mayWrite = may(vault.session.role, 'plan.write', true);
  const {plan, views, sections, others, responses, contingencies, consulted} = current;
  const {data} = plan;
  const date = (on: typeof data.planOn) => (on === null ? null : format.longDate(on));
  return (
    <>
      <Making person={person.id} making={making} hasPlan />
      <Section
        title={t('person:plan.version', {number: data.version})}
        aside={<StatusText tone={data.status === 'current' ? 'good' : 'calm'}>{t(`codes:planStatus.${data.status}`)}</StatusText>}
      >
        <SummaryList
          onlyKnown
          facts={[
            {label: t('person:plan.response', {name}), value: data.response === null ? null : t(`codes:planResponse.${data.response}`)},
            {label: t('person:plan.date'), value: date(data.planOn)},
            {label: t('person:plan.assessed'), value: date(data.assessedOn)},
            {label: t('person:plan.approved'), value: date(data.approvedOn)},
            {label: t('person:plan.copyGiven'), value: date(data.copyGivenOn)},
            {label: t('person:plan.lastReview'), value: date(data.lastReviewOn)},
            {
              label: t('person:plan.contactEvery'),
              value: data.contactEveryWeeks === null ? null : t('person:plan.contactEvery.weeks', {weeks: data.contactEveryWeeks}),
            },
          ]}
        />
        <LinkButton look="second" to={`/people/${person.id}/print/plan/${plan.id}`}>
          {t('person:plan.print')}
        </LinkButton>
        {PLAN_IN_FORCE.includes(data.status) && mayWrite && <CopyGiven person={person} plan={plan} today={today} />}
      </Section>
      <WhatTheySaid person={person} views={views} responses={responses} />
      {sections.map(section => (
        <Section key={section.key} title={t(`codes:section.${section.key}`)}>
          {section.own?.data.words && (
            <>
              <h3 className="govuk-heading-s">{t('person:plan.ownWords')}</h3>
              <FreeText quoted words={section.own.data.words} />
            </>
          )}
          {section.staff.map(({id, scope, data: written}) => (
            <div key={id}>
              {section.staff.length > 1 && scope === vault.memory.scope(person.id, 'shared') && (
                <p>
                  <StatusText>{t('plan:part.shown')}</StatusText>
                </p>
              )}
              {written.goingWell && (
                <>
                  <h3 className="govuk-heading-s">{t('person:plan.goingWell')}</h3>
                  <FreeText words={written.goingWell} />
                </>
              )}
              {written.needs && (
                <>
                  <h3 className="govuk-heading-s">{t('person:plan.needs')}</h3>
                  <FreeText words={written.needs} />
                </>
              )}
              {written.outcome && (
                <>
                  <h3 className="govuk-heading-s">{t('plan:section.outcome')}</h3>
                  <FreeText words={written.outcome} />
                </>
              )}
            </div>
          ))}
          <SectionAnswers person={person.id} plan={plan.id} section={section.key} heading={t('person:plan.answers')} />
          {section.actions.length > 0 && (
            <>
              <h3 className="govuk-heading-s">{t('person:plan.actions')}</h3>
              <ActionList actions={section.actions} today={today} />
            </>
          )}
        </Section>
      ))}
      {contingencies.length > 0 && (
        <Section title={t('plan:contingency.title')}>
          <WhatIf contingencies={contingencies} />
        </Section>
      )}
      {consulted.length > 0 && (
        <Section title={t('plan:consulted.title')}>
          <WhoWasAsked consulted={consulted} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('person:plan.otherActions')}>
          <ActionList actions={others} today={today} />
        </Section>
      )}
      <Reviews person={person} today={today} />
      {earlier.length > 0 && (
        <Details summary={t('person:plan.earlier')}>
          <SummaryList
            compact
            facts={earlier.map(({data: old}) => ({label: t('person:plan.version', {number: old.version}), value: date(old.planOn)}))}
          />
        </Details>
      )}
    </>
  );
}

/** A plan on its way, and the door to beginning one. */
function Making({
  person,
  making,
  hasPlan,
}: {
  readonly person: string;
  readonly making: readonly Folded<'pathway-plan'>[];
  readonly hasPlan: boolean;
}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {role} = vault.session;
  if (!may(role, 'plan.write', true)) return null;
  return (
    <>
      {making.map(({id, data}) => (
        <Card
          key={id}
          tone={data.status === 'for_sign_off' ? 'attention' : 'plain'}
          title={t(data.status === 'for_sign_off' && may(role, 'plan.approve', true) ? 'plan:decide' : 'plan:goOn')}
          to={`/people/${person}/plan/${id}`}
        >
          <p>
            <StatusText tone="waiting">{t(`codes:planStatus.${data.status}`)}</StatusText>
          </p>
        </Card>
      ))}
      {making.length === 0 && (
        <LinkButton look="second" to={`/people/${person}/new-plan`}>
          {t(hasPlan ? 'plan:beginNext' : 'plan:begin')}
        </LinkButton>
      )}
    </>
  );
}
