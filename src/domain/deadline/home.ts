/** Deadlines about where somebody lives: suitability, When I am Ready, vacations, bed and breakfast, homelessness. */
import {HOME_GROUPS} from '../accommodation/codes.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, ageOn, birthday, dayNumber, fromDayNumber, type CalendarDate} from '../shared/calendar-date.ts';
import {earliestOf, latestOf, recordsOf, type DeadlineFacts} from './facts.ts';
import {dueUnder, versionsOf} from './in-force.ts';
import {afterSetting, dated, says, type DeadlineDraft} from './reckon.ts';

/** suitability is judged on every move in of somebody whom the authority owes a home or follows up. */
function isOwedHome({standing: {category, dutyStatus}}: DeadlineFacts): boolean {
  return ['C2', 'C3', 'C4'].includes(category) && (dutyStatus === 'full' || dutyStatus === 'education_only');
}

function judgeSuitability(facts: DeadlineFacts): DeadlineDraft | null {
  const {stay} = facts;
  if (!stay || stay.data.startOn === null || !isOwedHome(facts)) return null;
  const judged = recordsOf(facts.file, 'suitability').filter(({data}) => data.stay === stay.id && data.result !== 'not_assessed');
  // Whoever moved in as a looked-after child is owed it from the first day of this duty.
  const start = latestOf([stay.data.startOn, facts.dutySince]) ?? stay.data.startOn;
  return says({
    rule: 'R-40',
    what: 'judge_suitability',
    subject: stay.id,
    ...afterSetting(facts, start, 'suitabilityDays', 'days'),
    metOn: judged.length === 0 ? null : (earliestOf(judged.map(({data}) => data.judgedOn)) ?? stay.data.startOn),
    from: [dated(start === stay.data.startOn ? 'home_since' : 'category_since', start)],
  });
}

/** full-time study away from home: a home or its cost in the vacation, settled before it begins. */
function vacations(facts: DeadlineFacts): readonly DeadlineDraft[] {
  if (facts.standing.category === 'C2' || !isOwedHome(facts)) return [];
  return recordsOf(facts.file, 'vacation')
    .filter(({data}) => data.until >= facts.today || data.settledOn !== null)
    .map(({id, data}) =>
      says({
        rule: 'R-51',
        what: 'vacation_home',
        subject: id,
        dueOn: data.from,
        metOn: data.settledOn,
        from: [dated('vacation_starts', data.from)],
      }),
    );
}

function isWhenIAmReady({stay}: DeadlineFacts): boolean {
  return stay?.data.type === 'when_i_am_ready';
}

/** the arrangement is looked after with the plan's review, and ends at 21 or with the programme. */
function whenIAmReady(facts: DeadlineFacts): readonly DeadlineDraft[] {
  const arrangement = recordsOf(facts.file, 'when-i-am-ready')
    .filter(({data}) => data.startOn !== null && (data.endOn === null || data.endOn > facts.today))
    .toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? -1 : 1))
    .at(-1);
  const start = arrangement?.data.startOn ?? (isWhenIAmReady(facts) ? facts.stay?.data.startOn : null);
  if (!start || facts.standing.category !== 'C3') return [];
  const subject = arrangement?.id ?? facts.stay?.id ?? null;
  const at21 = birthday(facts.bornOn, 21);
  const plan = facts.currentPlan?.data;
  const programme = plan && plan.programmeStatus !== 'ended' ? plan.programmeEndsOn : null;
  const isExtended = programme !== null && programme > at21;
  const lastLook = latestOf(facts.reviews.map(({heldOn}) => heldOn).filter(on => on >= start));
  const planned = arrangement?.data.plannedEndOn ?? null;
  const check = says({
    rule: 'R-52',
    what: 'check_when_i_am_ready',
    subject,
    ...afterSetting(facts, lastLook ?? start, 'reviewIntervalMonths', 'months'),
    from: [dated(lastLook === null ? 'home_since' : 'review_held', lastLook ?? start)],
  });
  const end = says({
    rule: 'R-52',
    what: 'when_i_am_ready_ends',
    subject,
    dueOn: planned ?? (isExtended ? programme : at21),
    from: [planned ? dated('set_on', planned) : isExtended ? dated('programme_ends', programme) : dated('born', facts.bornOn)],
  });
  return isOwedHome(facts) ? [check, end] : [end];
}

const group = ({data}: RecordOf<'stay'>): string => (data.type === null ? 'not_known' : HOME_GROUPS[data.type]);

function openEpisode(facts: DeadlineFacts): RecordOf<'homeless-episode'> | undefined {
  return recordsOf(facts.file, 'homeless-episode')
    .filter(({data}) => data.presentedOn <= facts.today && (data.endOn === null || data.endOn > facts.today))
    .toSorted((one, other) => (one.data.presentedOn < other.data.presentedOn ? -1 : 1))
    .at(-1);
}

/** Whether nobody can say where they will sleep: an open episode, or a stay that is none. */
function homelessSince(facts: DeadlineFacts): {readonly on: CalendarDate; readonly subject: RecordOf<'homeless-episode' | 'stay'>} | null {
  const episode = openEpisode(facts);
  if (episode) return {on: episode.data.presentedOn, subject: episode};
  const {stay} = facts;
  if (!stay || stay.data.startOn === null || group(stay) !== 'no_fixed_abode') return null;
  return {on: stay.data.startOn, subject: stay};
}

/**
 * Which ground of priority need applies on the day of an application: 16 and 17; from 18 to 20 whoever was looked
 * after, accommodated or fostered. Null: none of these by age alone. Ending: the day on which the ground no longer applies.
 */
export function priorityNeed(
  bornOn: CalendarDate,
  wasLookedAfter: boolean,
  on: CalendarDate,
): {readonly ground: 'under_18' | 'was_looked_after'; readonly endsOn: CalendarDate} | null {
  const age = ageOn(bornOn, on);
  if (age < 16 || age > 20) return null;
  if (age < 18) return {ground: 'under_18', endsOn: birthday(bornOn, 18)};
  return wasLookedAfter ? {ground: 'was_looked_after', endsOn: birthday(bornOn, 21)} : null;
}

/** R-55 as a date: until when the ground of priority need lasts, while there is no home. */
function priorityNeedEnds(facts: DeadlineFacts): DeadlineDraft | null {
  const homeless = homelessSince(facts);
  const need = homeless && priorityNeed(facts.bornOn, facts.runs.length > 0, facts.today);
  if (!homeless || !need) return null;
  return says({
    rule: 'R-55',
    what: 'priority_need_ends',
    subject: homeless.subject.id,
    dueOn: need.endsOn,
    from: [dated('born', facts.bornOn)],
  });
}

/** housing, the adviser and others meet whenever somebody who has been in care is homeless. */
function multiAgencyReview(facts: DeadlineFacts): DeadlineDraft | null {
  const homeless = homelessSince(facts);
  if (!homeless || (facts.runs.length === 0 && facts.standing.category === 'none')) return null;
  const {subject} = homeless;
  const heldOn = 'reviewHeldOn' in subject.data ? subject.data.reviewHeldOn : null;
  const held = heldOn ?? facts.reviews.find(({type, heldOn: on}) => type === 'homelessness' && on >= homeless.on)?.heldOn ?? null;
  return says({
    rule: 'R-57',
    what: 'multi_agency_review',
    subject: subject.id,
    ...afterSetting(facts, homeless.on, 'multiAgencyReviewDays', 'working_days'),
    metOn: held,
    from: [dated('presented', homeless.on)],
  });
}

/** Kinds of stay that leave somebody without a home of their own, so that nights in bed and breakfast go on adding up. */
const WITHOUT_HOME = ['bed_breakfast', 'emergency', 'no_fixed_abode', 'not_known'];

/**
 * Nights in bed and breakfast since they came to the authority as homeless, or else since there was last a home: [first
 * night, last night known], in order, each night once.
 */
function bedAndBreakfastNights(facts: DeadlineFacts): readonly (readonly [number, number])[] {
  const stays = recordsOf(facts.file, 'stay')
    .filter(({data}) => data.startOn !== null && data.startOn <= facts.today)
    .toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? -1 : 1));
  const presentedOn = openEpisode(facts)?.data.presentedOn;
  const lastHome = stays.findLastIndex(
    stay => !WITHOUT_HOME.includes(group(stay)) && (presentedOn === undefined || (stay.data.startOn ?? presentedOn) < presentedOn),
  );
  const spans: (readonly [number, number])[] = [];
  for (const stay of stays.slice(lastHome + 1)) {
    if (group(stay) !== 'bed_breakfast' || stay.data.startOn === null) continue;
    const lastNight = stay.data.endOn !== null && stay.data.endOn <= facts.today ? addDays(stay.data.endOn, -1) : facts.today;
    const first = Math.max(dayNumber(stay.data.startOn), (spans.at(-1)?.[1] ?? -Infinity) + 1);
    if (first <= dayNumber(lastNight)) spans.push([first, dayNumber(lastNight)]);
  }
  return spans;
}

/** nights in bed and breakfast are counted across stays; the basic standard's limit unless the authority sets less. */
function bedAndBreakfast(facts: DeadlineFacts): DeadlineDraft | null {
  const {stay} = facts;
  if (!stay || group(stay) !== 'bed_breakfast') return null;
  const spans = bedAndBreakfastNights(facts);
  const first = spans[0]?.[0];
  if (first === undefined) return null;
  // The ground is that of the day they applied: a birthday in bed and breakfast does not take it away.
  const appliedOn = openEpisode(facts)?.data.presentedOn ?? fromDayNumber(first);
  if (!priorityNeed(facts.bornOn, facts.runs.length > 0, appliedOn)) return null;
  const {dueOn, value} = dueUnder(versionsOf(facts.settings, 'bedAndBreakfastDays'), limit => {
    let left = limit;
    for (const [start, end] of spans.slice(0, -1)) {
      if (end - start + 1 > left) return fromDayNumber(start + left);
      left -= end - start + 1;
    }
    return fromDayNumber((spans.at(-1)?.[0] ?? first) + left);
  });
  return says({
    rule: 'R-56',
    what: 'bed_and_breakfast',
    subject: stay.id,
    dueOn,
    interval: {count: value, unit: 'days'},
    setting: 'bedAndBreakfastDays',
    from: [dated('night_count_since', fromDayNumber(first))],
  });
}

export function homeDeadlines(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [
    judgeSuitability(facts),
    ...vacations(facts),
    ...whenIAmReady(facts),
    priorityNeedEnds(facts),
    multiAgencyReview(facts),
    bedAndBreakfast(facts),
  ].filter(each => each !== null);
}
