/**
 * Visits where the authority provides the home, contact elsewhere as the plan says, agreed
 * contacts, and keeping in touch with somebody who is out of touch.
 */
import {agreedContacts, countsAsVisitAtHome, youngPersonTookPart} from '../contact/contact.ts';
import {touchesInOrder} from '../contact/touches-in-order.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {RuleId} from './deadline.ts';
import {latestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {afterSetting, after, dated, says, type DeadlineDraft} from './reckon.ts';

function isOwedContact({standing: {category, dutyStatus}}: DeadlineFacts): boolean {
  return ['C2', 'C3', 'C4'].includes(category) && (dutyStatus === 'full' || dutyStatus === 'education_only');
}

/**
 * Days of visits there that count. One from shortly before the home was provided stands for its own interval; an older one
 * would make somebody late for days on which there was no duty (edge case 13).
 */
function visitsThere(facts: DeadlineFacts, providedSince: CalendarDate): readonly CalendarDate[] {
  const homeSince = facts.homeSince ?? providedSince;
  const made = [...new Set(facts.contacts.filter(each => each.on >= homeSince && countsAsVisitAtHome(each)).map(({on}) => on))];
  const stillStands = (on: CalendarDate) => afterSetting(facts, on, 'visitIntervalMonths', 'months').dueOn >= providedSince;
  return [...made.filter(on => on < providedSince && stillStands(on)).slice(-1), ...made.filter(on => on >= providedSince)];
}

/** the first visit after a home was provided. R-42: then from each visit there to the next. Only R-44 visits count. */
function visits(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const {stay, providedSince} = facts;
  if (!isOwedContact(facts) || !stay || providedSince === null) return [];
  const made = visitsThere(facts, providedSince);
  const first = says({
    rule: 'R-41',
    what: 'first_visit',
    subject: stay.id,
    ...afterSetting(facts, providedSince, 'visitFirstDays', 'days'),
    metOn: made[0] ?? null,
    from: [dated('provided_since', providedSince)],
  });
  const further = made.map((on, index) =>
    says({
      rule: 'R-42',
      what: 'visit',
      subject: stay.id,
      ...afterSetting(facts, on, 'visitIntervalMonths', 'months'),
      metOn: made[index + 1] ?? null,
      from: [dated('last_visit', on)],
    }),
  );
  return [first, ...further, ...visitBeforeReview(facts, providedSince, made)];
}

/** a visit there before the extra review; the review's date is its limit. */
function visitBeforeReview(facts: DeadlineFacts, providedSince: CalendarDate, made: readonly CalendarDate[]): readonly DeadlineDraft[] {
  const held = facts.reviews.some(({heldOn}) => heldOn >= (facts.homeSince ?? providedSince));
  if (held || made.length > 0) return [];
  return [
    says({
      rule: 'R-43',
      what: 'visit_before_review',
      subject: facts.stay?.id ?? null,
      ...afterSetting(facts, providedSince, 'accommodationReviewDays', 'days'),
      from: [dated('provided_since', providedSince)],
    }),
  ];
}

/** no statutory interval where the authority does not provide the home: the plan's own, or the authority's default. */
function contact(facts: DeadlineFacts): DeadlineDraft | null {
  const {standing, currentPlan, providedSince, dutySince} = facts;
  const isOffer = standing.dutyStatus === 'policy_offer';
  if (providedSince !== null || (!isOwedContact(facts) && !isOffer)) return null;
  const isOfDuty = standing.category !== 'C4' || (currentPlan?.data.planOn ?? '') >= (standing.since ?? '');
  const weeks = isOfDuty ? currentPlan?.data.contactEveryWeeks : null;
  // After the duty has ended only what was agreed in the plan is kept up.
  if (isOffer && !weeks) return null;
  const last = latestOf(facts.contacts.filter(youngPersonTookPart).map(({on}) => on));
  const due = (on: CalendarDate) => (weeks ? after(on, weeks, 'weeks') : afterSetting(facts, on, 'contactEveryWeeks', 'weeks'));
  // A contact from so long ago that the next fell due before this duty began says nothing of this duty.
  const counts = last !== null && (dutySince === null || due(last).dueOn >= dutySince);
  const start = counts ? last : dutySince;
  if (start === null) return null;
  return says({
    rule: isOffer ? 'R-12' : 'R-45',
    what: 'contact',
    ...due(start),
    from: [counts ? dated('last_contact', start) : dated('category_since', start)],
  });
}

/** The law on keeping in touch is of category 2 and 3 and of category 6; for the others it is what the plan says. */
function ruleOfAgreed({standing: {category, dutyStatus}}: DeadlineFacts): RuleId {
  if (category === 'C6' || category === 'C6a') return 'R-48';
  if (dutyStatus === 'policy_offer') return 'R-12';
  return category === 'C2' || category === 'C3' ? 'R-46' : 'R-45';
}

/** What was agreed with the young person, not kept yet; a missed one stays until there is a contact. */
function agreed(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const rule = ruleOfAgreed(facts);
  return agreedContacts(
    facts.contacts,
    recordsOf(facts.file, 'planned-visit').map(({data}) => data),
  ).map(on => says({rule, what: 'agreed_contact', dueOn: on, from: [dated('agreed_on', on)]}));
}

/** out of touch, so there is a dated next step; for category 2 without delay and until it succeeds. */
function keepTrying(facts: DeadlineFacts): DeadlineDraft | null {
  const lost = touchesInOrder(recordsOf(facts.file, 'in-touch')).at(-1);
  const {category} = facts.standing;
  // For category 2 it is not closed, whatever an old system said; who refuses has been reached (edge case 16).
  const isLost = lost?.data.status === 'no' || (category === 'C2' && lost?.data.status === 'no_longer_requires');
  if (!lost || !isLost || !['C2', 'C3', 'C4'].includes(category)) return null;
  if (facts.standing.dutyStatus !== 'full' && facts.standing.dutyStatus !== 'education_only') return null;
  const since = lost.data.since;
  const steps = recordsOf(facts.file, 'touch-step').map(({data}) => data.on);
  const taken = [...facts.contacts.map(({on}) => on), ...steps].filter(on => on <= facts.today && (since === null || on >= since));
  const step = latestOf(taken);
  const start = step ?? since ?? facts.dutySince;
  if (start === null) return null;
  return says({
    rule: 'R-47',
    what: 'keep_trying',
    subject: lost.id,
    ...afterSetting(facts, start, facts.standing.category === 'C2' ? 'keepTryingDaysCategory2' : 'keepTryingDays', 'days'),
    from: [dated(step !== null ? 'last_step' : since !== null ? 'touch_lost' : 'category_since', start)],
  });
}

export function visitsAndContact(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [...visits(facts), contact(facts), ...agreed(facts), keepTrying(facts)].filter(each => each !== null);
}
