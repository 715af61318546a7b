/** When a pathway assessment and a pathway plan are owed. */
import type {RecordOf} from '../record-kinds.ts';
import {addDays, birthday, calendarDateInWales, type CalendarDate} from '../shared/calendar-date.ts';
import {earliestOf, latestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {after, afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

const MONTHS_TO_ASSESS = 3;
const NOT_YET_A_PLAN = ['draft', 'shared'];

/** Plans that are or were in force: somebody's draft settles nothing. */
const plansMade = ({plans}: DeadlineFacts) => plans.filter(({data}) => !NOT_YET_A_PLAN.includes(data.status));

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
  if (category === 'C3' && plansMade(facts).length === 0)
    return says({rule: 'R-22', what: 'assessment', ...due, metOn: assessed[0] ?? null, from: [dated('category_since', since)]});
  if (category === 'C4') return says({rule: 'R-23', what: 'assessment', ...due, metOn: onOrAfter, from: [dated('told_us', since)]});
  return null;
}

/** as soon as possible after the assessment; the number of days is the authority's. */
function preparePlan(facts: DeadlineFacts): DeadlineDraft | null {
  const {category, since, dutyStatus} = facts.standing;
  const isOwed = isOwedPlan(facts) || (category === 'C4' && dutyStatus === 'education_only');
  const assessed = assessedDays(facts).at(-1);
  // Category 4 begins anew: what was assessed before leads to no plan of this duty.
  if (assessed === undefined || !isOwed || (category === 'C4' && since !== null && assessed < since)) return null;
  const planOn = firstPlanFrom(facts, assessed);
  if (planOn === null && facts.currentPlan?.data.assessedOn === assessed) return null;
  return says({
    rule: 'R-24',
    what: 'prepare_plan',
    ...afterSetting(facts, assessed, 'planAfterAssessmentDays', 'days'),
    metOn: planOn,
    from: [dated('assessed', assessed)],
  });
}

const firstPlanFrom = (facts: DeadlineFacts, on: CalendarDate): CalendarDate | null =>
  earliestOf(plansMade(facts).map(({data}) => (data.planOn !== null && data.planOn >= on ? data.planOn : null)));

function isOwedPlan({standing: {category, dutyStatus}}: DeadlineFacts): boolean {
  return ['C1', 'C2', 'C3'].includes(category) && (dutyStatus === 'full' || dutyStatus === 'education_only');
}

/** a plan is prepared and kept as long as somebody is category 1, 2 or 3; owed and missing is a state of its own. */
function planOwed(facts: DeadlineFacts, assessmentDue: DeadlineDraft | null): DeadlineDraft | null {
  if (!isOwedPlan(facts) || facts.currentPlan) return null;
  const {since} = facts.standing;
  const assessed = assessmentDue?.metOn ?? null;
  const trigger = assessed ?? assessmentDue?.dueOn ?? since;
  if (trigger === null) return null;
  const due = afterSetting(facts, trigger, 'planAfterAssessmentDays', 'days');
  // Not assessed: the days run from the limit of the assessment, so they are not an interval from the date that is named.
  return assessed === null
    ? says({rule: 'R-25', what: 'plan_owed', ...due, interval: null, from: [dated('category_since', since ?? trigger)]})
    : says({rule: 'R-25', what: 'plan_owed', ...due, from: [dated('assessed', assessed)]});
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

/** Remand is no detention before 18, so it begins on that birthday (edge case 17). */
function detainedSince({bornOn}: DeadlineFacts, {data}: RecordOf<'detention'>): CalendarDate {
  const turned18 = birthday(bornOn, 18);
  return data.convicted || data.startOn > turned18 ? data.startOn : turned18;
}

/** a plan for somebody who is detained covers Schedule 2; due with the plan's own days. */
function planForDetained(facts: DeadlineFacts): readonly DeadlineDraft[] {
  if (!isOwedPlan(facts)) return [];
  return recordsOf(facts.file, 'detention')
    .filter(({data}) => data.releasedOn === null || data.releasedOn > facts.today)
    .map(detention => ({id: detention.id, since: detainedSince(facts, detention)}))
    .filter(({since}) => since <= facts.today)
    .map(({id, since}) =>
      says({
        rule: 'R-31',
        what: 'plan_for_detained',
        subject: id,
        ...afterSetting(facts, since, 'planAfterAssessmentDays', 'days'),
        metOn: firstPlanFrom(facts, since),
        from: [dated('detained_since', since)],
      }),
    );
}

/** The day on which the later of the two answers was noted. */
function answeredOn({heads, made}: RecordOf<'when-i-am-ready'>): CalendarDate | null {
  return latestOf(['youngPersonWants', 'carerWants'].map(field => calendarDateInWales(heads[field]?.[0]?.at ?? made.at)));
}

const FOSTER_HOMES = ['foster_in_house', 'foster_agency', 'foster_kinship'];

/** while category 1 and with a foster parent, both are asked about staying on after 18. */
function askAboutWhenIAmReady(facts: DeadlineFacts): DeadlineDraft | null {
  if (facts.standing.category !== 'C1' || !facts.stay?.data.type || !FOSTER_HOMES.includes(facts.stay.data.type)) return null;
  const answered = recordsOf(facts.file, 'when-i-am-ready').filter(({data}) => data.youngPersonWants !== null && data.carerWants !== null);
  return says({
    rule: 'R-32',
    what: 'ask_about_when_i_am_ready',
    subject: facts.stay.id,
    dueOn: addDays(birthday(facts.bornOn, 18), -1),
    metOn: earliestOf(answered.map(answeredOn)),
    from: [dated('born', facts.bornOn)],
  });
}

export function assessmentsAndPlans(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const owed = assessment(facts);
  return [owed, preparePlan(facts), planOwed(facts, owed), ...copies(facts), ...planForDetained(facts), askAboutWhenIAmReady(facts)].filter(
    each => each !== null,
  );
}
