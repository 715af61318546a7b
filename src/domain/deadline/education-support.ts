/** Help with the costs of learning that waits for a decision, within the authority's own time. */
import {ruleOfSupport} from '../education-support/codes.ts';
import {awaitsSupportDecision} from '../education-support/where-it-stands.ts';
import {recordsOf, type DeadlineFacts} from './facts.ts';
import {afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

export const educationSupportDeadlines = (facts: DeadlineFacts): readonly DeadlineDraft[] =>
  recordsOf(facts.file, 'education-support')
    .filter(({data}) => awaitsSupportDecision(data))
    .map(({id, data}) =>
      says({
        rule: ruleOfSupport(data.what),
        what: 'education_support',
        subject: id,
        ...afterSetting(facts, data.askedOn, 'educationSupportDays', 'working_days'),
        from: [dated('support_asked', data.askedOn)],
      }),
    );
