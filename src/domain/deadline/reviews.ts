/**
 * When the plan is to be reviewed. A review that covered every matter restarts the clock, a partial one
 * does not (edge case 15); while a child is looked after, the plan is reviewed in the looked-after review.
 */
import {fromDayNumber, type CalendarDate} from '../shared/calendar-date.ts';
import {latestOf, recordsOf, type DeadlineFacts, type HeldReview} from './facts.ts';
import {after, afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

function isReviewedAsCareLeaver({standing: {category, dutyStatus}}: DeadlineFacts): boolean {
  return ['C2', 'C3', 'C4'].includes(category) && (dutyStatus === 'full' || dutyStatus === 'education_only');
}

/** The plan that the duty of today rests on: category 4 begins anew, with a plan of its own. */
function planOfDuty({currentPlan, standing: {category, since}}: DeadlineFacts) {
  if (!currentPlan || category !== 'C4') return currentPlan;
  return currentPlan.data.planOn !== null && since !== null && currentPlan.data.planOn >= since ? currentPlan : null;
}

/**
 * R-33, with each interval of this duty that was judged before: from a full review to the next. A new plan is no review,
 * so it starts a clock only where there has been none. Category 4 begins anew.
 */
function regularReviews(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const plan = planOfDuty(facts);
  if (!isReviewedAsCareLeaver(facts) || !plan) return [];
  const since = facts.dutySince ?? facts.today;
  const full = [...new Set(facts.reviews.flatMap(({isFull, heldOn}) => (isFull ? [heldOn] : [])))];
  const before = facts.standing.category === 'C4' ? [] : full.filter(on => on < since).slice(-1);
  const held = [...before, ...full.filter(on => on >= since)];
  const planOn = plan.data.planOn ?? plan.data.approvedOn;
  const isFirst = planOn !== null && before.length === 0 && (held[0] === undefined || planOn < held[0]);
  const starts = [...(isFirst ? [dated('plan_made', planOn)] : []), ...held.map(on => dated('last_full_review', on))];
  return starts.map((start, index) =>
    says({
      rule: 'R-33',
      what: 'review',
      subject: plan.id,
      ...afterSetting(facts, start.on, 'reviewIntervalMonths', 'months'),
      metOn: starts[index + 1]?.on ?? null,
      from: [start],
    }),
  );
}

const firstFrom = (reviews: readonly HeldReview[], on: CalendarDate): CalendarDate | null =>
  reviews.find(({heldOn}) => heldOn >= on)?.heldOn ?? null;

/** while looked after: somebody asked. Settled by an answer or by a review that was held. */
function requestedReviews(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return recordsOf(facts.file, 'review-request').map(({id, data}) => {
    const held = firstFrom(facts.reviews, data.askedOn);
    return says({
      rule: facts.lookedAfterNow ? 'R-38' : data.byYoungPerson ? 'R-34' : 'R-35',
      what: 'requested_review',
      subject: id,
      ...afterSetting(facts, data.askedOn, 'requestedReviewDays', 'days'),
      metOn: held !== null && (data.settledOn === null || held < data.settledOn) ? held : data.settledOn,
      from: [dated('review_asked', data.askedOn)],
    });
  });
}

/** an extra review where the authority provides the home; any review since it began will do. */
function accommodationReview(facts: DeadlineFacts): DeadlineDraft | null {
  if (!isReviewedAsCareLeaver(facts) || facts.providedSince === null || !facts.stay) return null;
  return says({
    rule: 'R-36',
    what: 'accommodation_review',
    subject: facts.stay.id,
    ...afterSetting(facts, facts.providedSince, 'accommodationReviewDays', 'days'),
    metOn: firstFrom(facts.reviews, facts.homeSince ?? facts.providedSince),
    from: [dated('provided_since', facts.providedSince)],
  });
}

/** 20 working days from becoming looked after, then 3 months, then 6 months, of one unbroken time in care. */
function lookedAfterReview(facts: DeadlineFacts): DeadlineDraft | null {
  const run = facts.lookedAfterNow;
  if (!run) return null;
  const since = fromDayNumber(run.firstDay);
  const periods = recordsOf(facts.file, 'looked-after-period').filter(
    ({data}) => data.startOn >= since && data.legalStatus !== 'short_breaks',
  );
  const counted = latestOf(
    periods.map(({data}) => (data.lastReviewOn !== null && data.lastReviewOn <= facts.today ? data.lastReviewOn : null)),
  );
  // Where the period itself names its last review, what an old plan says of one is not taken over it: the earlier limit holds.
  const recorded = facts.reviews.flatMap(({id, type, heldOn}) =>
    type === 'looked_after' && heldOn >= since && (id !== null || counted === null) ? [heldOn] : [],
  );
  // A period's own number has in it what was held up to its last review.
  const later = new Set(recorded.filter(on => counted === null || on > counted));
  const held = periods.reduce((sum, {data}) => sum + (data.reviewsHeld ?? 0), 0) + later.size;
  const last = latestOf([counted, ...recorded]);
  const dueAfter = last === null ? after(since, 20, 'working_days') : held <= 1 ? after(last, 3, 'months') : after(last, 6, 'months');
  return says({
    rule: 'R-37',
    what: 'looked_after_review',
    ...dueAfter,
    from: [last === null ? dated('looked_after_since', since) : dated('last_looked_after_review', last)],
  });
}

export function reviewDeadlines(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [...regularReviews(facts), ...requestedReviews(facts), accommodationReview(facts), lookedAfterReview(facts)].filter(
    each => each !== null,
  );
}
