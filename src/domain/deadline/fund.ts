/**
 * Requests to the fund that wait for somebody: a decision, within the authority's own time (at once where it is urgent), and a
 * receipt for what was paid. While a question waits for the young person nobody is late.
 */
import {awaitsDecision, latestDecision} from '../fund/which-decision.ts';
import {settingsInForce} from '../authority/settings.ts';
import {latestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

export function fundDeadlines(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [...decisions(facts), ...evidence(facts)];
}

function decisions(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const answers = recordsOf(facts.file, 'fund-note').filter(({data}) => data.what === 'answer');
  return recordsOf(facts.file, 'fund-request').flatMap((request): DeadlineDraft[] => {
    const {status, requestedOn, urgency} = request.data;
    if (!awaitsDecision(request, recordsOf(facts.file, 'fund-decision')) || status === 'more_info') return [];
    const of = {rule: 'fund-decision', what: 'fund_decision', subject: request.id} as const;
    const againOn = latestDecision(recordsOf(facts.file, 'fund-decision'), request.id)?.data.againOn;
    if (status === 'deferred' && againOn) return [says({...of, dueOn: againOn, from: [dated('set_on', againOn)]})];
    const answeredOn = latestOf(answers.filter(({data}) => data.request === request.id).map(({data}) => data.on));
    const since = answeredOn ?? requestedOn;
    const due =
      urgency === 'urgent'
        ? afterSetting(facts, since, 'fundUrgentDays', 'working_days')
        : afterSetting(facts, since, 'fundDecisionDays', 'working_days');
    return [says({...of, ...due, from: [dated(answeredOn === null ? 'fund_asked' : 'fund_answered', since)]})];
  });
}

function evidence(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return recordsOf(facts.file, 'fund-request').flatMap((request): DeadlineDraft[] => {
    const {status, paid, evidence: shown} = request.data;
    if (status !== 'paid' || shown === 'receipt' || shown === 'photo') return [];
    const decision = latestDecision(recordsOf(facts.file, 'fund-decision'), request.id)?.data;
    // What an old system paid is known to the team by the day of its decision alone.
    const on = paid?.on ?? decision?.decidedOn ?? null;
    const pence = paid?.pence ?? decision?.awardedPence ?? 0;
    if (on === null || pence <= settingsInForce(facts.settings)('fundEvidenceAbovePence', on)) return [];
    const due = afterSetting(facts, on, 'fundEvidenceDays', 'days');
    return [says({rule: 'fund-evidence', what: 'fund_evidence', subject: request.id, ...due, from: [dated('fund_paid', on)]})];
  });
}
