/** Deadlines about where somebody lives: suitability, When I am Ready, vacations, bed and breakfast, homelessness. */
import {bedAndBreakfastSpans, limitReached} from '../accommodation/bed-and-breakfast.ts';
import {HOME_GROUPS} from '../accommodation/codes.ts';
import {isAtRiskOfExploitation} from '../accommodation/exploitation.ts';
import {openEpisodes} from '../accommodation/open-episodes.ts';
import {staysForRelease} from '../accommodation/release-homes.ts';
import {priorityNeeds, type PriorityNeed} from '../accommodation/housing-duties.ts';
import {readyEnd} from '../accommodation/ready-end.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, calendarDateInWales, date, type CalendarDate} from '../shared/calendar-date.ts';
import {programmeOf} from '../young-person/programme.ts';
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

/** Schedule 2 looks to the day of release: a home is planned for it by then, whatever the last one was. */
function homesForRelease(facts: DeadlineFacts): readonly DeadlineDraft[] {
  if (!isOwedHome(facts)) return [];
  return recordsOf(facts.file, 'detention').flatMap(({id, data}) => {
    const {expectedReleaseOn} = data;
    if (data.releasedOn !== null || expectedReleaseOn === null) return [];
    const stays = recordsOf(facts.file, 'stay');
    const planned = staysForRelease(stays, data.startOn, expectedReleaseOn).filter(
      stay => group(stay) !== 'custody' && group(stay) !== 'no_fixed_abode',
    );
    // Counted back from the release, so it is no interval that runs from a day.
    const {dueOn} = dueUnder(versionsOf(facts.settings, 'homeForReleaseDays'), days => addDays(expectedReleaseOn, -days));
    return says({
      rule: 'R-31',
      what: 'home_for_release',
      subject: id,
      dueOn,
      setting: 'homeForReleaseDays',
      metOn: earliestOf(planned.map(({made}) => calendarDateInWales(made.at))),
      from: [dated('release_expected', expectedReleaseOn)],
    });
  });
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
  const checks = recordsOf(facts.file, 'ready-check')
    .filter(({data}) => data.arrangement === arrangement?.id && data.on <= facts.today)
    .map(({data}) => data.on);
  const lastLook = latestOf([...facts.reviews.map(({heldOn}) => heldOn), ...checks].filter(on => on >= start));
  const {on, because} = readyEnd(arrangement?.data.plannedEndOn ?? null, facts.bornOn, programmeOf(facts.plans));
  const check = says({
    rule: 'R-52',
    what: 'check_when_i_am_ready',
    subject,
    ...afterSetting(facts, lastLook ?? start, 'reviewIntervalMonths', 'months'),
    from: [dated(lastLook === null ? 'home_since' : 'review_held', lastLook ?? start)],
  });
  // While a programme of no known end runs it has no day.
  const end =
    on === null
      ? null
      : says({
          rule: 'R-52',
          what: 'when_i_am_ready_ends',
          subject,
          dueOn: on,
          from: [because === 'at_21' ? dated('born', facts.bornOn) : dated(because, on)],
        });
  return [isOwedHome(facts) ? check : null, end].filter(each => each !== null);
}

const group = ({data}: RecordOf<'stay'>): string => (data.type === null ? 'not_known' : HOME_GROUPS[data.type]);

const episodesNow = (facts: DeadlineFacts) => openEpisodes(recordsOf(facts.file, 'homeless-episode'), facts.today);

/** The ground of priority need that lasts longest, on a day. */
function priorityNeedOn({file, bornOn, runs}: DeadlineFacts, on: CalendarDate): PriorityNeed | undefined {
  return priorityNeeds({bornOn, wasLookedAfter: runs.length > 0, isAtRisk: isAtRiskOfExploitation(file, on)}, on)[0];
}

interface Homeless {
  readonly on: CalendarDate;
  readonly subject: RecordOf<'homeless-episode' | 'stay'>;
}

/** Whether nobody can say where they will sleep: the open episodes, the most serious first, or a stay that is none. */
function homelessSince(facts: DeadlineFacts): readonly Homeless[] {
  const episodes = episodesNow(facts);
  if (episodes.length > 0) return episodes.map(subject => ({on: subject.data.presentedOn, subject}));
  const {stay} = facts;
  if (!stay || stay.data.startOn === null || group(stay) !== 'no_fixed_abode') return [];
  return [{on: stay.data.startOn, subject: stay}];
}

/** R-55 as a date: until when the ground of priority need lasts, while there is no home. */
function priorityNeedEnds(facts: DeadlineFacts): DeadlineDraft | null {
  const [homeless] = homelessSince(facts);
  const need = homeless && priorityNeedOn(facts, facts.today);
  if (!homeless || !need) return null;
  return says({
    rule: 'R-55',
    what: 'priority_need_ends',
    subject: homeless.subject.id,
    dueOn: need.endsOn,
    from: [dated('born', facts.bornOn)],
  });
}

/**
 * housing, the adviser and others meet whenever somebody who has been in care is homeless. Of two episodes a meeting about
 * one, held while the other was open, is one about both.
 */
function multiAgencyReviews(facts: DeadlineFacts): readonly DeadlineDraft[] {
  if (facts.runs.length === 0 && facts.standing.category === 'none') return [];
  const meetings = recordsOf(facts.file, 'multi-agency-review').map(({data}) => data);
  return homelessSince(facts).map(({on: since, subject}) => {
    const met =
      'reviewHeldOn' in subject.data
        ? [subject.data.reviewHeldOn, ...meetings.flatMap(({heldOn}) => (heldOn >= since ? [heldOn] : []))]
        : [];
    const held = earliestOf(met) ?? facts.reviews.find(({type, heldOn: on}) => type === 'homelessness' && on >= since)?.heldOn ?? null;
    return says({
      rule: 'R-57',
      what: 'multi_agency_review',
      subject: subject.id,
      ...afterSetting(facts, since, 'multiAgencyReviewDays', 'working_days'),
      metOn: held,
      from: [dated('presented', since)],
    });
  });
}

/** Later than any limit: nights that are over do not reach it. */
const NEVER = date('9999-12-31');

/** nights in bed and breakfast are counted across stays, by the standard of the room; the law's limits unless the authority sets less. */
function bedAndBreakfast(facts: DeadlineFacts): DeadlineDraft | null {
  const {stay} = facts;
  if (!stay || group(stay) !== 'bed_breakfast') return null;
  const episodes = episodesNow(facts).map(({data}) => data);
  // Of several that are open the first day on which they came, so that no night is lost.
  const presentedOn = earliestOf(episodes.map(episode => episode.presentedOn)) ?? undefined;
  const spans = bedAndBreakfastSpans(recordsOf(facts.file, 'stay'), presentedOn, facts.today);
  const first = spans[0]?.first;
  if (first === undefined) return null;
  // The ground is that of the day they applied: a birthday in bed and breakfast does not take it away. Others are the housing authority's to find.
  const isFound = episodes.some(({ground}) => ground && ground !== 'none');
  const applied = episodes.length === 0 ? [first] : episodes.map(episode => episode.appliedOn ?? episode.presentedOn);
  if (!isFound && !applied.some(on => priorityNeedOn(facts, on))) return null;
  const basic = spans.filter(({standard}) => standard === 'basic');
  const limits = [
    {setting: 'bedAndBreakfastDays' as const, counted: basic, goesOn: basic.at(-1) === spans.at(-1)},
    {setting: 'bedAndBreakfastHigherDays' as const, counted: spans, goesOn: true},
  ]
    .map(({setting, counted, goesOn}) => ({
      setting,
      ...dueUnder(versionsOf(facts.settings, setting), limit => limitReached(counted, limit, goesOn) ?? NEVER),
    }))
    .filter(({dueOn}) => dueOn < NEVER);
  const next = limits.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0];
  if (!next) return null;
  return says({
    rule: 'R-56',
    what: 'bed_and_breakfast',
    subject: stay.id,
    dueOn: next.dueOn,
    interval: {count: next.value, unit: 'days'},
    setting: next.setting,
    from: [dated('night_count_since', first)],
  });
}

export function homeDeadlines(facts: DeadlineFacts): readonly DeadlineDraft[] {
  return [
    judgeSuitability(facts),
    ...vacations(facts),
    ...homesForRelease(facts),
    ...whenIAmReady(facts),
    priorityNeedEnds(facts),
    ...multiAgencyReviews(facts),
    bedAndBreakfast(facts),
  ].filter(each => each !== null);
}
