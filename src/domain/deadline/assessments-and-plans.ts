/** When a pathway assessment and a pathway plan are owed. */
import {addDays, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {earliestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {after, afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

const MONTHS_TO_ASSESS = 3;

function assessedDays(facts: DeadlineFacts): readonly CalendarDate[] {
  return [...recordsOf(facts.file, 'assessment').map(({data}) => data.completedOn), ...facts.plans.map(({data}) => data.assessedOn)]
    .filter((on): on is CalendarDate => on !== null && on <= facts.today)
    .toSorted();
}

/**
 * The assessment that the category is owed. Category 2 follows category 1, whose assessment stands; category 4 begins anew,
 * so only one made since the person told the authority will do.
 */
function assessment(facts: DeadlineFacts): DeadlineDraft | null {
  const {category, since, dutyStatus} = facts.standing;
  if (since === null) return null;
  const due = after(since, MONTHS_TO_ASSESS, 'months');
  const assessed = assessedDays(facts);
  const onOrAfter = assessed.find(on => on >= since) ?? null;
  if (category === 'C1') {
    const trigger = since === birthday(facts.bornOn, 16) ? dated('turned_16', since) : dated('category_since', since);
    return says({rule: 'R-20', what: 'assessment', ...due, metOn: assessed[0] ?? null, from: [trigger]});
  }
  if (category === 'C2') {
    const metOn = onOrAfter ?? assessed.at(-1) ?? null;
    return says({rule: 'R-21', what: 'assessment', ...due, metOn, from: [dated('category_since', since)]});
  }
  if (dutyStatus !== 'full' && dutyStatus !== 'education_only') return null;
  // Category 3 only where there is no plan at all: a plan made before 18 goes on.
  if (category === 'C3' && facts.plans.length === 0)
    return says({rule: 'R-22', what: 'assessment', ...due, metOn: assessed[0] ?? null, from: [dated('category_since', since)]});
  if (category === 'C4') return says({rule: 'R-23', what: 'assessment', ...due, metOn: onOrAfter, from: [dated('told_us', since)]});
  return null;
}

/** as soon as possible after the assessment; the number of days is the authority's. */
function preparePlan(facts: DeadlineFacts): DeadlineDraft | null {
  const assessed = assessedDays(facts).at(-1);
  if (assessed === undefined || !isOwedPlan(facts)) return null;
  const planOn = earliestOf(facts.plans.map(({data}) => data.planOn).filter(on => on !== null && on >= assessed));
  if (planOn === null && facts.currentPlan?.data.assessedOn === assessed) return null;
  return says({
    rule: 'R-24',
    what: 'prepare_plan',
    ...afterSetting(facts, assessed, 'planAfterAssessmentDays', 'days'),
    metOn: planOn,
    from: [dated('assessed', assessed)],
  });
}

function isOwedPlan({standing: {category, dutyStatus}}: DeadlineFacts): boolean {
  return ['C1', 'C2', 'C3'].includes(category) && (dutyStatus === 'full' || dutyStatus === 'education_only');
}

/** a plan is prepared and kept as long as somebody is category 1, 2 or 3; owed and missing is a state of its own. */
function planOwed(facts: DeadlineFacts, assessmentDue: DeadlineDraft | null): DeadlineDraft | null {
  if (!isOwedPlan(facts) || facts.currentPlan) return null;
  const {since} = facts.standing;
  const trigger = assessmentDue?.metOn ?? assessmentDue?.dueOn ?? since;
  if (trigger === null) return null;
  const what = assessmentDue?.metOn ? 'assessed' : 'category_since';
  return says({
    rule: 'R-25',
    what: 'plan_owed',
    ...afterSetting(facts, trigger, 'planAfterAssessmentDays', 'days'),
    from: [dated(what, what === 'assessed' ? trigger : (since ?? trigger))],
  });
}

/** a copy given and explained as soon as practicable, of the plan and of each review. */
function copies(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const plan = facts.currentPlan;
  const approvedOn = plan?.data.approvedOn ?? null;
  const ofPlan =
    !plan || approvedOn === null
      ? []
      : [
          says({
            rule: 'R-29',
            what: 'give_copy',
            subject: plan.id,
            ...afterSetting(facts, approvedOn, 'copyGivenDays', 'days'),
            metOn: plan.data.copyGivenOn,
            from: [dated('plan_approved', approvedOn)],
          }),
        ];
  const ofReviews = recordsOf(facts.file, 'review').flatMap(({id, data}) =>
    data.heldOn === null || data.heldOn > facts.today
      ? []
      : [
          says({
            rule: 'R-29',
            what: 'give_copy',
            subject: id,
            ...afterSetting(facts, data.heldOn, 'copyGivenDays', 'days'),
            metOn: data.copyGivenOn,
            from: [dated('review_held', data.heldOn)],
          }),
        ],
  );
  return [...ofPlan, ...ofReviews];
}

/** a plan for somebody who is detained covers Schedule 2; due with the plan's own days. */
function planForDetained(facts: DeadlineFacts): readonly DeadlineDraft[] {
  if (!isOwedPlan(facts)) return [];
  return recordsOf(facts.file, 'detention')
    .filter(({data}) => data.startOn <= facts.today && (data.releasedOn === null || data.releasedOn > facts.today))
    .map(({id, data}) =>
      says({
        rule: 'R-31',
        what: 'plan_for_detained',
        subject: id,
        ...afterSetting(facts, data.startOn, 'planAfterAssessmentDays', 'days'),
        metOn: earliestOf(facts.plans.map(plan => plan.data.planOn).filter(on => on !== null && on >= data.startOn)),
        from: [dated('detained_since', data.startOn)],
      }),
    );
}

const FOSTER_HOMES = ['foster_in_house', 'foster_agency', 'foster_kinship'];

/** while category 1 and with a foster parent, both are asked about staying on after 18. */
function askAboutWhenIAmReady(facts: DeadlineFacts): DeadlineDraft | null {
  if (facts.standing.category !== 'C1' || !facts.stay?.data.type || !FOSTER_HOMES.includes(facts.stay.data.type)) return null;
  const answered = recordsOf(facts.file, 'when-i-am-ready').find(({data}) => data.youngPersonWants !== null && data.carerWants !== null);
  return says({
    rule: 'R-32',
    what: 'ask_about_when_i_am_ready',
    subject: facts.stay.id,
    dueOn: addDays(birthday(facts.bornOn, 18), -1),
    metOn: answered ? (answered.data.agreedOn ?? facts.today) : null,
    from: [dated('born', facts.bornOn)],
  });
}

export function assessmentsAndPlans(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const owed = assessment(facts);
  return [owed, preparePlan(facts), planOwed(facts, owed), ...copies(facts), ...planForDetained(facts), askAboutWhenIAmReady(facts)].filter(
    each => each !== null,
  );
}
