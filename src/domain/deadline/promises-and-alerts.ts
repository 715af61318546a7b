/** Dates that people set themselves: actions, reviews of an alert, the end of somebody's leave to remain. */
import {recordsOf, type DeadlineFacts} from './facts.ts';
import {dated, says, type DeadlineDraft} from './reckon.ts';

/** Given up with a reason: neither owed any more nor ever kept. */
const GIVEN_UP = ['not_done', 'no_longer_needed'];

/** Actions of a plan that is over are history: whoever still wants them puts them into the new one. */
function actions(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const over = new Set(facts.plans.filter(({data}) => data.status === 'superseded' || data.status === 'ended').map(({id}) => id));
  return recordsOf(facts.file, 'plan-action').flatMap(({id, data}) => {
    if (data.dueOn === null || GIVEN_UP.includes(data.status) || (data.plan !== null && over.has(data.plan))) return [];
    return [
      says({
        rule: 'action',
        what: 'action',
        subject: id,
        dueOn: data.dueOn,
        metOn: data.status === 'done' ? (data.statusOn ?? data.dueOn) : null,
        from: [dated('set_on', data.dueOn)],
      }),
    ];
  });
}

function alertReviews(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return recordsOf(facts.file, 'alert').flatMap(({id, data}) => {
    if (data.reviewOn === null || (data.endOn !== null && data.endOn <= facts.today)) return [];
    return [says({rule: 'alert-review', what: 'alert_review', subject: id, dueOn: data.reviewOn, from: [dated('set_on', data.reviewOn)]})];
  });
}

function leaveExpires(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return recordsOf(facts.file, 'immigration').flatMap(({id, data}) =>
    data.leaveExpiresOn === null
      ? []
      : [
          says({
            rule: 'leave-expiry',
            what: 'leave_expires',
            subject: id,
            dueOn: data.leaveExpiresOn,
            from: [dated('set_on', data.leaveExpiresOn)],
          }),
        ],
  );
}

export function promisesAndAlerts(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [...actions(facts), ...alertReviews(facts), ...leaveExpires(facts)];
}
