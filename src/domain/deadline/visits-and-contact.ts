/**
 * Visits where the authority provides the home, contact elsewhere as the plan says, agreed
 * contacts, and keeping in touch with somebody who is out of touch.
 */
import {agreedContacts, countsAsVisitAtHome, youngPersonTookPart} from '../contact/contact.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {RuleId} from './deadline.ts';
import {latestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {afterSetting, after, dated, says, type DeadlineDraft} from './reckon.ts';

function isOwedContact({standing: {category, dutyStatus}}: DeadlineFacts): boolean {
  return ['C2', 'C3', 'C4'].includes(category) && (dutyStatus === 'full' || dutyStatus === 'education_only');
}

/** the first visit after a home was provided. R-42: then from each visit there to the next. Only R-44 visits count. */
function visits(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const {stay, providedSince} = facts;
  if (!isOwedContact(facts) || !stay || providedSince === null) return [];
  const startOn = stay.data.startOn ?? providedSince;
  const made = [...new Set(facts.contacts.filter(contact => contact.on >= startOn && countsAsVisitAtHome(contact)).map(({on}) => on))];
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
  const held = facts.reviews.some(({heldOn}) => heldOn >= providedSince);
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
  const {standing, currentPlan, providedSince} = facts;
  const isOffer = standing.category === 'C3' && standing.dutyStatus === 'policy_offer';
  if (providedSince !== null || (!isOwedContact(facts) && !isOffer)) return null;
  const isOfDuty = standing.category !== 'C4' || (currentPlan?.data.planOn ?? '') >= (standing.since ?? '');
  const weeks = isOfDuty ? currentPlan?.data.contactEveryWeeks : null;
  // After the duty has ended only what was agreed in the plan is kept up.
  if (isOffer && !weeks) return null;
  const last = latestOf(facts.contacts.filter(youngPersonTookPart).map(({on}) => on));
  const start = last ?? standing.since;
  if (start === null) return null;
  return says({
    rule: isOffer ? 'R-12' : 'R-45',
    what: 'contact',
    ...(weeks ? after(start, weeks, 'weeks') : afterSetting(facts, start, 'contactEveryWeeks', 'weeks')),
    from: [last === null ? dated('category_since', start) : dated('last_contact', start)],
  });
}

const RULE_OF_AGREED: Partial<Record<string, RuleId>> = {C2: 'R-46', C3: 'R-46', C6: 'R-48', C6a: 'R-48'};

/** What was agreed with the young person, not kept yet; a missed one stays until there is a contact. */
function agreed(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const rule = RULE_OF_AGREED[facts.standing.category] ?? 'R-46';
  return agreedContacts(facts.contacts).map(on => says({rule, what: 'agreed_contact', dueOn: on, from: [dated('agreed_on', on)]}));
}

/** out of touch, so there is a dated next step; for category 2 without delay and until it succeeds. */
function keepTrying(facts: DeadlineFacts): DeadlineDraft | null {
  const touch = recordsOf(facts.file, 'in-touch').toSorted((one, other) => ((one.data.since ?? '') < (other.data.since ?? '') ? -1 : 1));
  const lost = touch.at(-1);
  if (lost?.data.status !== 'no' || !['C2', 'C3', 'C4'].includes(facts.standing.category)) return null;
  if (facts.standing.dutyStatus !== 'full' && facts.standing.dutyStatus !== 'education_only') return null;
  const since = lost.data.since;
  const step = latestOf(facts.contacts.map(({on}) => on).filter(on => since === null || on >= since));
  const start = step ?? since ?? facts.standing.since;
  if (start === null) return null;
  return says({
    rule: 'R-47',
    what: 'keep_trying',
    subject: lost.id,
    ...afterSetting(facts, start, facts.standing.category === 'C2' ? 'keepTryingDaysCategory2' : 'keepTryingDays', 'days'),
    from: [dated(step === null ? 'touch_lost' : 'last_step', start)],
  });
}

export function visitsAndContact(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [...visits(facts), contact(facts), ...agreed(facts), keepTrying(facts)].filter(each => each !== null);
}
