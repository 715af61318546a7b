/** My plan: the young person's words first, then the team's; each part can be answered at any time. */
import {useState} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {LooksList} from '#client/case/person/looks-list.tsx';
import {SectionAnswers} from '#client/case/plan/section-answers.tsx';
import {KeptWords} from './kept-words.tsx';
import {NewPlanCard} from './new-plan-card.tsx';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {useOwnFile, type OwnFile} from './own-file.ts';
import {PlanChanges} from './plan-changes.tsx';
import {IfThingsChange, OwnWordsShown, PlanAnswers, Promised, TeamWords, WhoDoesWhat, WhoWasAsked} from './plan-parts-shown.tsx';
import {readOwnPlan, type OwnPlan, type OwnSection} from '#client/case/plan/read-own-plan.ts';

export function PlanPage() {
  const {t} = useText();
  const file = useOwnFile();
  const found = useMemory(
    memory => {
      const plan = presentPlan(memory, file.id);
      return plan ? readOwnPlan(memory, plan) : null;
    },
    [file.id],
  );
  return (
    <Page title={t('young:plan.title')}>
      <NewPlanCard person={file.id} />
      <KeptWords person={file.id} />
      <PlanChanges file={file} />
      {found === null ? (
        <EmptyState>
          <p>{t('young:plan.none')}</p>
        </EmptyState>
      ) : (
        <PlanInForce found={found} file={file} />
      )}
      <LinkButton to="/ask-review">{t('young:plan.review')}</LinkButton>
      <LinkButton look="second" to="/print">
        {t('young:plan.print')}
      </LinkButton>
      <WhoSees file={file} />
    </Page>
  );
}

function PlanInForce({found, file}: {readonly found: OwnPlan; readonly file: OwnFile}) {
  const {t, format} = useText();
  const {plan, views, sections, others, answers} = found;
  return (
    <>
      {plan.data.planOn !== null && <p className="app-quiet">{t('young:plan.made', {date: format.longDate(plan.data.planOn)})}</p>}
      {views?.data.words && (
        <Section title={t('young:plan.views')}>
          <FreeText quoted words={views.data.words} />
        </Section>
      )}
      {sections.map(section => (
        <PlanSection key={section.key} section={section} file={file} plan={plan.id} />
      ))}
      <IfThingsChange contingencies={found.contingencies} />
      {others.length > 0 && (
        <Section title={t('young:plan.other')}>
          <Promised actions={others} file={file} ticks />
        </Section>
      )}
      <WhoWasAsked consulted={found.consulted} />
      {answers.length > 0 && (
        <Section title={t('young:myAnswer.mine')}>
          <PlanAnswers answers={answers} file={file} />
        </Section>
      )}
    </>
  );
}

interface PlanSectionProps {
  readonly section: OwnSection;
  readonly file: OwnFile;
  readonly plan: Id;
}

function PlanSection({section, file, plan}: PlanSectionProps) {
  const {t} = useText();
  const {key} = section;
  const title = t(`young:section.${key}`);
  return (
    <Section title={title}>
      <OwnWordsShown own={section.own} />
      <TeamWords section={section} />
      <WhoDoesWhat section={section} file={file} ticks />
      <SectionAnswers person={file.id} plan={plan} section={key} heading={t('young:plan.answers')} />
      <LinkButton look="quiet" to={`/my-plan/${key}`} label={t('young:plan.answerFor', {section: title})}>
        {t('young:plan.answer')}
      </LinkButton>
    </Section>
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
