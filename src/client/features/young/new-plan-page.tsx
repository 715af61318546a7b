/**
 * The plan that is being made with them, to read from the first word to the last: theirs first, then the team's, then who
 * does what, and at the end what they say to it. While a manager reads it nothing in it can be changed.
 */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {newPlan, useOwnFile, type OwnFile} from './own-file.ts';
import {NoNewPlan} from './no-new-plan.tsx';
import {PlanChanges} from './plan-changes.tsx';
import {IfThingsChange, OwnWordsShown, PlanAnswers, Promised, TeamWords, WhoDoesWhat, WhoWasAsked} from './plan-parts-shown.tsx';
import {isEmptySection, readOwnPlan, type OwnPlan, type OwnSection} from '#client/case/plan/read-own-plan.ts';

export function NewPlanPage() {
  const file = useOwnFile();
  const found = useMemory(
    memory => {
      const plan = newPlan(memory, file.id);
      return plan ? {...readOwnPlan(memory, plan), hasOther: presentPlan(memory, file.id) !== undefined} : null;
    },
    [file.id],
  );
  return found === null ? <NoNewPlan /> : <NewPlan found={found} file={file} hasOther={found.hasOther} />;
}

function NewPlan({found, file, hasOther}: {readonly found: OwnPlan; readonly file: OwnFile; readonly hasOther: boolean}) {
  const {t} = useText();
  const {plan, views, sections} = found;
  const isShared = plan.data.status === 'shared';
  const inNone = found.others.filter(({data}) => data.plan === plan.id);
  const empty = sections.filter(isEmptySection);
  return (
    <Page title={t('young:newPlan.title')}>
      <p>
        <StatusText tone="waiting">{t(isShared ? 'young:newPlan.status.shared' : 'young:newPlan.status.for_sign_off')}</StatusText>
      </p>
      <p>{t(isShared ? 'young:newPlan.shared' : 'young:newPlan.manager')}</p>
      {hasOther && <p>{t('young:newPlan.before')}</p>}
      {sections[0] && (
        <LinkButton look="second" to={`/my-plan/new/${sections[0].key}`}>
          {t('young:newPlan.stepwise')}
        </LinkButton>
      )}
      <PlanChanges file={file} />
      {views?.data.words && (
        <Section title={t('young:plan.views')}>
          <FreeText quoted words={views.data.words} />
          <DeliveryLine delivery={views.delivery} />
        </Section>
      )}
      {sections.map(section => !empty.includes(section) && <Part key={section.key} section={section} file={file} writes={isShared} />)}
      {inNone.length > 0 && (
        <Section title={t('young:plan.other')}>
          <Promised actions={inNone} file={file} ticks={false} />
        </Section>
      )}
      {isShared && empty.length > 0 && (
        <Section title={t('young:newPlan.empty')}>
          <p>{t('young:newPlan.empty.words')}</p>
          {empty.map(({key}) => (
            <p key={key}>
              <LinkButton look="quiet" to={`/my-plan/new/${key}`}>
                {t(`young:section.${key}`)}
              </LinkButton>
            </p>
          ))}
        </Section>
      )}
      <IfThingsChange contingencies={found.contingencies} />
      <WhoWasAsked consulted={found.consulted} />
      <Section title={t('young:myAnswer.title')}>
        {isShared && <p>{t('young:myAnswer.intro')}</p>}
        {found.answers.length === 0 ? <p>{t('young:myAnswer.none')}</p> : <PlanAnswers answers={found.answers} file={file} />}
        {isShared && (
          <LinkButton to="/my-plan/new/answer">{t(found.answers.length === 0 ? 'young:myAnswer.go' : 'young:myAnswer.again')}</LinkButton>
        )}
      </Section>
      {!isShared && (
        <p>
          <LinkButton look="second" to="/ask-review">
            {t('young:plan.review')}
          </LinkButton>
        </p>
      )}
      <LinkButton look="quiet" to="/my-plan">
        {t('young:answer.back')}
      </LinkButton>
    </Page>
  );
}

function Part({section, file, writes}: {readonly section: OwnSection; readonly file: OwnFile; readonly writes: boolean}) {
  const {t} = useText();
  const title = t(`young:section.${section.key}`);
  const hasWords = Boolean(section.own?.data.words);
  return (
    <Section title={title}>
      <OwnWordsShown own={section.own} />
      {writes && (
        <LinkButton
          look="quiet"
          to={`/my-plan/new/${section.key}`}
          label={t(hasWords ? 'young:newPlan.changeFor' : 'young:newPlan.writeFor', {section: title})}
        >
          {t(hasWords ? 'young:newPlan.change' : 'young:newPlan.write')}
        </LinkButton>
      )}
      <TeamWords section={section} />
      <WhoDoesWhat section={section} file={file} ticks={false} />
    </Section>
  );
}
