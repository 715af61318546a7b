/** The pathway plan: what the young person said first, in their words, then what staff wrote, then who does what. */
import {PLAN_SECTIONS} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {SectionAnswers} from '#client/features/section-answers.tsx';
import {ActionList} from './action-list.tsx';
import type {PartProps} from './part.ts';

type SectionKey = (typeof PLAN_SECTIONS)[number];

interface PlanFile {
  readonly plan: Folded<'pathway-plan'>;
  readonly views: Folded<'plan-views'> | undefined;
  readonly sections: readonly {
    readonly key: SectionKey;
    readonly own: Folded<'own-words'> | undefined;
    readonly staff: readonly Folded<'plan-section'>[];
    readonly actions: readonly Folded<'plan-action'>[];
  }[];
  readonly others: readonly Folded<'plan-action'>[];
}

function readPlan(
  memory: MemoryStore,
  person: string,
): {
  readonly current: PlanFile | null;
  readonly earlier: readonly Folded<'pathway-plan'>[];
  readonly loose: readonly Folded<'plan-action'>[];
} {
  const plans = memory.records(person, 'pathway-plan').toSorted((one, other) => other.data.version - one.data.version);
  const plan = plans.find(({data}) => data.status === 'current') ?? plans[0];
  const actions = memory.records(person, 'plan-action');
  if (!plan) return {current: null, earlier: [], loose: actions};
  const ofPlan = <Item extends {readonly data: {readonly plan: string | null}}>(items: readonly Item[]) =>
    items.filter(({data}) => data.plan === plan.id);
  const own = ofPlan(memory.records(person, 'own-words'));
  const staff = ofPlan(memory.records(person, 'plan-section'));
  const planned = ofPlan(actions);
  const answered = new Set(ofPlan(memory.records(person, 'section-answer')).map(({data}) => data.section));
  const sections = PLAN_SECTIONS.map(key => ({
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
    },
    earlier: plans.filter(({id}) => id !== plan.id),
    loose: [],
  };
}

export function Plan({person, today}: PartProps) {
  const {t, format} = useText();
  const {current, earlier, loose} = useMemory(memory => readPlan(memory, person.id), [person.id]);
  const name = person.knownAs;
  if (!current) {
    return (
      <>
        <EmptyState>
          <p>{t('person:plan.none', {name})}</p>
        </EmptyState>
        {loose.length > 0 && (
          <Section title={t('person:plan.actions')}>
            <ActionList actions={loose} today={today} />
          </Section>
        )}
      </>
    );
  }
  const {plan, views, sections, others} = current;
  const {data} = plan;
  const date = (on: typeof data.planOn) => (on === null ? null : format.longDate(on));
  return (
    <>
      <Section
        title={t('person:plan.version', {number: data.version})}
        aside={<StatusText tone={data.status === 'current' ? 'good' : 'calm'}>{t(`codes:planStatus.${data.status}`)}</StatusText>}
      >
        {views?.data.words && (
          <>
            <h3 className="govuk-heading-s">{t('person:plan.views', {name})}</h3>
            <FreeText quoted words={views.data.words} />
          </>
        )}
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
      </Section>
      {sections.map(section => (
        <Section key={section.key} title={t(`codes:section.${section.key}`)}>
          {section.own?.data.words && (
            <>
              <h3 className="govuk-heading-s">{t('person:plan.ownWords')}</h3>
              <FreeText quoted words={section.own.data.words} />
            </>
          )}
          {section.staff.map(({id, data: written}) => (
            <div key={id}>
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
      {others.length > 0 && (
        <Section title={t('person:plan.otherActions')}>
          <ActionList actions={others} today={today} />
        </Section>
      )}
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
