/** My plan: the young person's words first, then the team's; each part can be answered at any time. */
import {useState} from 'react';
import {PLAN_SECTIONS} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {LooksList} from '#client/features/looks-list.tsx';
import {SectionAnswers} from '#client/features/section-answers.tsx';
import {isMine, presentPlan, useOwnFile, type OwnFile} from './own-file.ts';
import {PromiseList} from './promise-card.tsx';

type SectionKey = (typeof PLAN_SECTIONS)[number];

function readPlan(memory: MemoryStore, id: Id) {
  const plan = presentPlan(memory, id);
  const actions = memory.records(id, 'plan-action');
  if (!plan) return null;
  const ofPlan = <Item extends {readonly data: {readonly plan: string | null}}>(items: readonly Item[]) =>
    items.filter(({data}) => data.plan === plan.id);
  const own = ofPlan(memory.records(id, 'own-words'));
  const staff = ofPlan(memory.records(id, 'plan-section'));
  const planned = ofPlan(actions);
  return {
    plan,
    views: ofPlan(memory.records(id, 'plan-views'))[0]?.data.words ?? null,
    sections: PLAN_SECTIONS.map(key => ({
      key,
      own: own.filter(({data}) => data.section === key),
      staff: staff.filter(({data}) => data.section === key),
      actions: planned.filter(({data}) => data.section === key),
    })),
    others: actions.filter(({data}) => data.plan === null || (data.plan === plan.id && data.section === null)),
  };
}

export function PlanPage() {
  const {t, format} = useText();
  const file = useOwnFile();
  const found = useMemory(memory => readPlan(memory, file.id), [file.id]);
  return (
    <Page title={t('young:plan.title')}>
      {found === null ? (
        <EmptyState>
          <p>{t('young:plan.none')}</p>
        </EmptyState>
      ) : (
        <>
          {found.plan.data.planOn !== null && (
            <p className="app-quiet">{t('young:plan.made', {date: format.longDate(found.plan.data.planOn)})}</p>
          )}
          {found.views && (
            <Section title={t('young:plan.views')}>
              <FreeText quoted words={found.views} />
            </Section>
          )}
          {found.sections.map(section => (
            <PlanSection key={section.key} section={section} file={file} plan={found.plan.id} />
          ))}
          {found.others.length > 0 && (
            <Section title={t('young:plan.other')}>
              <Promised actions={found.others} file={file} />
            </Section>
          )}
        </>
      )}
      <LinkButton to="/ask-review">{t('young:plan.review')}</LinkButton>
      <WhoSees file={file} />
    </Page>
  );
}

interface PlanSectionProps {
  readonly section: NonNullable<ReturnType<typeof readPlan>>['sections'][number];
  readonly file: OwnFile;
  readonly plan: Id;
}

function PlanSection({section, file, plan}: PlanSectionProps) {
  const {t} = useText();
  const {key, own, staff, actions} = section;
  const title = t(`young:section.${key satisfies SectionKey}`);
  return (
    <Section title={title}>
      {own.map(({id, data}) => data.words && <Labelled key={id} label={t('young:plan.ownWords')} words={data.words} quoted />)}
      {staff.map(({id, data}) => (
        <div key={id}>
          {data.goingWell && <Labelled label={t('young:plan.goingWell')} words={data.goingWell} />}
          {data.needs && <Labelled label={t('young:plan.staffWords')} words={data.needs} />}
        </div>
      ))}
      {actions.length > 0 && (
        <>
          <h3 className="govuk-heading-s">{t('young:plan.actions')}</h3>
          <Promised actions={actions} file={file} />
        </>
      )}
      <SectionAnswers person={file.id} plan={plan} section={key} heading={t('young:plan.answers')} />
      <LinkButton look="quiet" to={`/my-plan/${key}`} label={t('young:plan.answerFor', {section: title})}>
        {t('young:plan.answer')}
      </LinkButton>
    </Section>
  );
}

function Labelled({
  label,
  words,
  quoted = false,
}: {
  readonly label: string;
  readonly words: Parameters<typeof FreeText>[0]['words'];
  readonly quoted?: boolean;
}) {
  return (
    <>
      <h3 className="govuk-heading-s">{label}</h3>
      <FreeText quoted={quoted} words={words} />
    </>
  );
}

function Promised({actions, file}: {readonly actions: Parameters<typeof PromiseList>[0]['promises']; readonly file: OwnFile}) {
  const mine = actions.filter(action => isMine(action, file.person));
  const others = actions.filter(action => !isMine(action, file.person));
  return (
    <>
      {others.length > 0 && <PromiseList promises={others} file={file} mine={false} />}
      {mine.length > 0 && <PromiseList promises={mine} file={file} mine />}
    </>
  );
}

function WhoSees({file}: {readonly file: OwnFile}) {
  const {t} = useText();
  const [asked, setAsked] = useState(false);
  return (
    <Details summary={t('young:plan.whoSees')}>
      <p>{t('young:plan.whoSees.words')}</p>
      {file.help?.adviser && <LabelledAsWritten label={t('young:help.adviser')}>{file.help.adviser.name}</LabelledAsWritten>}
      {asked ? (
        <LooksList person={file.id} none={t('young:plan.looks.none')} offline={t('young:plan.looks.offline')} />
      ) : (
        <button type="button" className="app-button-quiet" onClick={() => setAsked(true)}>
          {t('young:plan.looks.show')}
        </button>
      )}
    </Details>
  );
}
