/**
 * One request from its asking to what became of it, on one page for two readers. An adviser meets first what is still to do before
 * it can be recommended; whoever decides meets the decision first, with all that bears on it, and the papers behind it below.
 */
import {may} from '#domain/access/permissions.ts';
import {WITHDRAWABLE} from '#domain/fund/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {AssessmentTexts} from './assessment-form.tsx';
import {ChangeRequest} from './change-form.tsx';
import {DecideSection, mayDecide, RefusedDecision} from './decide-section.tsx';
import {useDecider} from './decider-facts.tsx';
import {Duties} from './duties.tsx';
import {CloseRequest, Outcome, Withdraw} from './last-steps.tsx';
import {OpenedRequest, type OpenedRequestProps} from './opened-request.tsx';
import {Papers} from './papers.tsx';
import {Questions} from './questions.tsx';
import {Recommend, StillMissing} from './recommend-form.tsx';
import {Duplicates, Recommendation} from './recommendation.tsx';
import {RequestHead} from './request-head.tsx';
import {WhatWasDecided} from './what-was-decided.tsx';
import {AuthorityRules, EligibilityAnswer, EligibilityRule} from './who-it-is-for.tsx';

export function RequestPage() {
  return <OpenedRequest>{opened => <OneRequest key={opened.found.request.id} {...opened} />}</OpenedRequest>;
}

function OneRequest(opened: OpenedRequestProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {person, found, today} = opened;
  const {data} = found.request;
  const decider = useDecider(found.request, today);
  const [mayAsk, mayAssess] = [may(vault.session.role, 'fund.ask', true), may(vault.session.role, 'fund.assess', true)];
  const isDecider = found.isUndecided && mayDecide(decider);
  return (
    <Page
      title={data.spendType === null ? t('fund:title') : t(`codes:spend.${data.spendType}`)}
      windowTitle={t('fund:title')}
      caption={person.knownAs}
    >
      <LinkButton look="quiet" to={`/people/${person.id}/money`}>
        {t('fund:backToMoney')}
      </LinkButton>
      <RequestHead {...opened} />
      {data.withdrawn && (
        <Section title={t('fund:withdrawn.title')}>
          <p className="govuk-body">{t(data.withdrawn.byYoungPerson ? 'fund:withdrawn.self' : 'fund:withdrawn.staff')}</p>
          {data.withdrawn.words && <FreeText quoted words={data.withdrawn.words} />}
        </Section>
      )}
      {!found.isUndecided && <RefusedDecision person={person} found={found} />}
      <WhatWasDecided found={found} />
      {found.isUndecided && !isDecider && mayAssess && <NextStep {...opened} />}
      <Section title={t('fund:eligible')}>
        <EligibilityAnswer eligibility={found.eligibility} />
        <EligibilityRule eligibility={found.eligibility} on={data.requestedOn} />
        <AuthorityRules today={today} />
        {found.isUndecided && <Duplicates person={person} found={found} />}
      </Section>
      {isDecider && <DecideSection {...opened} />}
      <Duties person={person} found={found} mayAnswer={mayAssess && found.isUndecided} />
      <Papers person={person} found={found} today={today} mayAdd={mayAssess && data.status !== 'withdrawn'} />
      <Questions person={person} found={found} mayWrite={mayAsk} />
      <AssessmentTexts person={person} found={found} mayWrite={mayAssess} />
      {found.isUndecided && !isDecider && <DecideSection {...opened} />}
      <Outcome person={person} found={found} mayTell={mayAsk} />
      {mayAssess && (WITHDRAWABLE.includes(data.status) || data.status === 'paid') && (
        <Section title={t('fund:other.title')}>
          {isDecider && <Recommend person={person} found={found} />}
          {isDecider && <ChangeRequest {...opened} />}
          <CloseRequest person={person} found={found} />
          <Withdraw person={person} found={found} />
        </Section>
      )}
      <HistoryLink record={found.request.id} what={t('fund:title')} />
    </Page>
  );
}

/** Before it can be decided: what is missing, and then what the adviser recommends. */
function NextStep(opened: OpenedRequestProps) {
  const {t} = useText();
  const {person, found} = opened;
  return (
    <Section title={t('fund:next.title')}>
      <StillMissing fault={found.fault} />
      {found.assessment?.data.recommendation ? <Recommendation found={found} /> : <p className="govuk-body">{t('fund:next.words')}</p>}
      <Recommend person={person} found={found} />
      <ChangeRequest {...opened} />
    </Section>
  );
}
