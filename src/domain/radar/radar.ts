/**
 * The radar: what is likely to become a crisis unless somebody acts, worked out from records by rules that anybody can
 * read. Each signal says the facts behind it, who has to act, and by when. Nothing is added up, nobody is compared with
 * anybody, and what the rules do not know they do not say.
 */
import {HOME_RISKS} from '../accommodation/codes.ts';
import {homeStanding, type DriverFact} from '../accommodation/home-standing.ts';
import {movesInYear, standingStays} from '../accommodation/spells.ts';
import {awaitsDecision, judgementOf} from '../accommodation/suitability.ts';
import {adviserOn} from '../access/commands.ts';
import {settingsInForce} from '../authority/settings.ts';
import {wasSeen} from '../contact/contact.ts';
import type {Deadline, DeadlineWhat} from '../deadline/deadline.ts';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {deadlineFacts, latestOf, recordsOf, type DeadlineFacts} from '../deadline/facts.ts';
import {presentActivity} from '../learning-work/present-activity.ts';
import {isBehind} from '../money-plan/money-plan.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, addMonths, ageOn, birthday, calendarDateInWales, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {lastDayOf} from '../shared/month.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {RadarFactCode, RadarSignal, RadarWho} from './codes.ts';
import {isNeverOff} from './radar-commands.ts';
import type {RadarFact} from './radar-fact.ts';

export interface Radar {
  readonly signal: RadarSignal;
  /** The record that it is about; null: the person as a whole. */
  readonly subject: Id | null;
  readonly facts: readonly RadarFact[];
  readonly who: RadarWho;
  readonly by: CalendarDate;
  /** Switched off for a reason, until a day. */
  readonly hold: {readonly hold: Id; readonly until: CalendarDate} | null;
}

type Found = Omit<Radar, 'hold'>;

interface Reading {
  readonly facts: DeadlineFacts;
  readonly deadlines: readonly Deadline[];
  readonly settings: readonly DomainRecord[];
  readonly today: CalendarDate;
}

const SOON_MONTHS = 6;
/** Days in which somebody acts where the rule has no day of its own: a week for a home, two for money. */
const WEEK = 7;
const FORTNIGHT = 14;

const fact = (code: RadarFactCode, on: CalendarDate, more?: string): RadarFact => ({
  fact: code,
  on,
  ...(more === undefined ? {} : {code: more}),
});
const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);
const isOwed = ({standing: {dutyStatus}}: DeadlineFacts): boolean => dutyStatus === 'full' || dutyStatus === 'education_only';
const open = (deadlines: readonly Deadline[], ...whats: readonly DeadlineWhat[]) =>
  deadlines.filter(({what, state}) => whats.includes(what) && state !== 'met');

/** By when somebody acts on what drives a risk: the day on which the home ends, or a week after what has happened; where the team said it, the day on which it looks again. */
function actOn({on, record, isSaid}: DriverFact, {file}: DeadlineFacts, today: CalendarDate): readonly CalendarDate[] {
  const said = isSaid && recordsOf(file, 'home-risk').find(({id}) => id === record);
  if (said) return [said.data.lookAgainOn];
  return on === null ? [] : [on < today ? addDays(on, WEEK) : on];
}

/** The home: nowhere tonight, or at risk with what drives it; one that is not suitable and not decided about; a release with none. */
function home({facts, deadlines, settings, today}: Reading): readonly Found[] {
  const set = settingsInForce(settings);
  const {level, drivers, stay} = homeStanding(facts.file, today, set('threatenedRule', today));
  const found: Found[] = [];
  const told = drivers
    .filter(({level: each}) => each === level)
    .flatMap(({driver, on}) => (on === null ? [] : [fact('home_driver', on, driver)]))
    // Two records that say the same of one day are one fact.
    .filter((each, at, all) => all.findIndex(({on, code}) => on === each.on && code === each.code) === at);
  if (level === 'homeless_tonight')
    found.push({signal: 'nowhere_tonight', subject: drivers[0]?.record ?? null, facts: told, who: 'adviser', by: today});
  else if (level === 'threatened' || level === 'at_risk') {
    const days = drivers.flatMap(driver => (driver.level === level ? actOn(driver, facts, today) : []));
    const by = days.toSorted()[0] ?? today;
    found.push({signal: 'home_may_end', subject: drivers[0]?.record ?? null, facts: told, who: 'adviser', by});
  }
  const judged = stay && judgementOf(recordsOf(facts.file, 'suitability'), stay.id);
  if (judged && awaitsDecision(judged.data) && judged.data.judgedOn)
    found.push({
      signal: 'home_not_suitable',
      subject: judged.id,
      facts: [fact('judged_on', judged.data.judgedOn)],
      who: 'manager',
      by: addDays(judged.data.judgedOn, WEEK),
    });
  for (const {dueOn, subject, from, state} of open(deadlines, 'home_for_release'))
    if (state !== 'not_due')
      found.push({signal: 'no_home_for_release', subject, facts: from.map(({on}) => fact('release_on', on)), who: 'adviser', by: dueOn});
  const moves = movesInYear(recordsOf(facts.file, 'stay'), today);
  if (moves.all >= set('radarMoves', today)) {
    const begun = standingStays(recordsOf(facts.file, 'stay')).flatMap(({data}) =>
      data.startOn !== null && data.startOn <= today ? [data.startOn] : [],
    );
    const last = begun.slice(-moves.all);
    const newest = last.at(-1);
    if (newest)
      found.push({
        signal: 'many_moves',
        subject: null,
        facts: last.map(on => fact('moved_on', on)),
        who: 'adviser',
        by: later(addDays(newest, FORTNIGHT), newest),
      });
  }
  return found;
}

/** Whoever nobody reaches, and whoever nobody has been given. */
function touch({facts, deadlines, settings, today}: Reading): readonly Found[] {
  const found: Found[] = [];
  for (const {dueOn, subject, from} of open(deadlines, 'keep_trying'))
    found.push({
      signal: 'out_of_touch',
      subject,
      facts: from.map(({what, on}) => fact(what === 'last_step' ? 'last_step' : 'lost_since', on)),
      who: 'adviser',
      by: dueOn,
    });
  if (!isOwed(facts)) return found;
  const seen = latestOf(facts.contacts.filter(wasSeen).map(({on}) => on));
  const set = settingsInForce(settings);
  const days = 7 * set('contactEveryWeeks', today) * set('radarNotSeenTimes', today);
  const since = seen ?? facts.dutySince;
  if (since !== null && addDays(since, days) < today)
    found.push({
      signal: 'not_seen',
      subject: null,
      facts: [fact(seen === null ? 'duty_since' : 'last_contact', since)],
      who: 'adviser',
      by: addDays(since, days),
    });
  const records = {ofPerson: (_: unknown, kind: string) => facts.file.filter(record => record.kind === kind)};
  if (!adviserOn(records, facts.person.id, today)) {
    const left = latestOf(
      recordsOf(facts.file, 'allocation')
        .map(({data}) => data.until)
        .filter(on => on !== null && on < today),
    );
    const on = left ?? facts.dutySince ?? today;
    found.push({
      signal: 'no_adviser',
      subject: null,
      facts: [fact(left === null ? 'duty_since' : 'adviser_until', on)],
      who: 'manager',
      by: today,
    });
  }
  return found;
}

/** Arrears that somebody has put down, and an income that ends. */
function money({facts, today}: Reading): readonly Found[] {
  const found: Found[] = [];
  for (const {id, data, made} of recordsOf(facts.file, 'money-line'))
    if (isBehind(data, 'rent_behind', 'council_tax_behind')) {
      const noted = calendarDateInWales(made.at);
      found.push({signal: 'arrears', subject: id, facts: [fact('noted_on', noted)], who: 'adviser', by: addDays(noted, FORTNIGHT)});
    }
  for (const {id, data} of recordsOf(facts.file, 'income-enrolment')) {
    if (data.decision !== 'joined' || data.closingReason !== null || data.finalPaymentMonth === null) continue;
    const last = lastDayOf(data.finalPaymentMonth);
    const plans = recordsOf(facts.file, 'money-line').some(({data: line}) => line.takenOutOn === null);
    if (last >= today && last <= addMonths(today, SOON_MONTHS) && !plans)
      found.push({signal: 'income_ends', subject: id, facts: [fact('last_payment', last)], who: 'adviser', by: last});
  }
  return found;
}

/** Codes of 4.2 for which nobody has to ask why: illness, and the care of a child, may be chosen and fine (edge case 19). */
const ASKED_AFTER = ['G5'];

function learning({facts, settings, today}: Reading): readonly Found[] {
  const now = presentActivity(facts.file, today);
  const since = now?.data.since ?? null;
  if (!now || since === null || !ASKED_AFTER.includes(now.data.code) || !isOwed(facts)) return [];
  const by = addMonths(since, settingsInForce(settings)('radarNoActivityMonths', today));
  return by <= today
    ? [{signal: 'not_learning_or_working', subject: now.id, facts: [fact('activity_since', since)], who: 'adviser', by}]
    : [];
}

/** A plan that is owed and missing, and the birthdays on which duties change. */
function plans({facts, deadlines, today}: Reading): readonly Found[] {
  const found: Found[] = [];
  for (const {dueOn, from, state} of open(deadlines, 'plan_owed'))
    if (state !== 'not_due')
      found.push({signal: 'plan_missing', subject: null, facts: from.map(({on}) => fact('duty_since', on)), who: 'adviser', by: dueOn});
  const age = ageOn(facts.bornOn, today);
  const coming = (years: number) => {
    const on = birthday(facts.bornOn, years);
    return on > today && on <= addMonths(today, SOON_MONTHS) ? on : null;
  };
  const at18 = age === 17 ? coming(18) : null;
  // Whether both have said if they want to stay on, and whether there is a plan for the day after.
  if (at18 !== null && isOwed(facts) && (facts.currentPlan === null || open(deadlines, 'ask_about_when_i_am_ready').length > 0))
    found.push({signal: 'turns_18_unready', subject: null, facts: [fact('born', facts.bornOn)], who: 'adviser', by: at18});
  const at21 = age === 20 ? coming(21) : null;
  if (at21 !== null && facts.standing.category === 'C3' && open(deadlines, 'programme_in_plan').length > 0)
    found.push({signal: 'turns_21_unready', subject: null, facts: [fact('born', facts.bornOn)], who: 'adviser', by: at21});
  return found;
}

/** Worries that nobody has read, leave to remain that ends, and live risks that nobody has looked at again. */
function safety({facts, deadlines, today}: Reading): readonly Found[] {
  const found: Found[] = [];
  for (const {id, data} of recordsOf(facts.file, 'worry'))
    if (data.closedAt === null && data.seenBy.length === 0) {
      const raised = calendarDateInWales(data.raisedAt);
      found.push({signal: 'worry_unread', subject: id, facts: [fact('raised_on', raised)], who: 'adviser', by: raised});
    }
  for (const {dueOn, subject, state} of open(deadlines, 'leave_expires'))
    if (state !== 'not_due') found.push({signal: 'leave_expires', subject, facts: [fact('leave_until', dueOn)], who: 'adviser', by: dueOn});
  const live = ['exploitation', 'missing', 'risk_to'];
  for (const {id, data} of recordsOf(facts.file, 'alert'))
    if (live.includes(data.code) && (data.endOn === null || data.endOn >= today) && data.reviewOn !== null && data.reviewOn < today)
      found.push({
        signal: 'live_risk',
        subject: id,
        facts: [fact('review_by', data.reviewOn, data.code)],
        who: 'adviser',
        by: data.reviewOn,
      });
  return found;
}

/** Facts that come of doing what is asked: a later one is no reason to ask again. */
const OF_WORK_DONE: readonly RadarFactCode[] = ['last_step', 'last_contact', 'last_payment'];

/** Whether whoever switched it off saw this: a driver, a date or a move that came later is held back by nobody. */
const wasSeenThen = (seen: readonly RadarFact[], {fact: what, on, code}: RadarFact): boolean =>
  OF_WORK_DONE.includes(what) || seen.some(each => each.fact === what && each.code === code && each.on === on);

function holdOf(
  holds: readonly RecordOf<'radar-hold'>[],
  found: Found,
  {facts: {file, standing}, settings, today}: Reading,
): Radar['hold'] {
  const {signal, subject, facts} = found;
  // A hold of before it was refused, or of another category, holds nothing.
  if (isNeverOff(signal, standing.category)) return null;
  const hold = holds.find(
    ({data}) =>
      data.signal === signal &&
      data.subject === subject &&
      data.from <= today &&
      data.until >= today &&
      data.endedOn === null &&
      facts.every(each => data.seen === undefined || wasSeenThen(data.seen, each)),
  );
  if (!hold) return null;
  // A home that has come nearer to being lost is another matter than the one that was switched off.
  const level = (on: CalendarDate) => HOME_RISKS.indexOf(homeStanding(file, on, settingsInForce(settings)('threatenedRule', on)).level);
  if (signal === 'home_may_end' && level(today) > level(hold.data.from)) return null;
  return {hold: hold.id, until: hold.data.until};
}

/** What cannot wait stands before whatever has been late for longer. */
const AT_ONCE: readonly RadarSignal[] = ['nowhere_tonight', 'worry_unread'];
const pressing = (signal: RadarSignal): number => (AT_ONCE.includes(signal) ? AT_ONCE.indexOf(signal) : AT_ONCE.length);

/**
 * Everything that the rules see in a file on a day: what has to be done first stands first, what is switched off last. Of
 * somebody who has died nothing. `settings`: the authority's, as the deadlines read them; `deadlines`: where they are known already.
 */
export function radarOf(
  whole: readonly DomainRecord[],
  settings: readonly DomainRecord[],
  today: CalendarDate,
  deadlines: readonly Deadline[] = deadlinesOf(whole, settings, today),
): readonly Radar[] {
  const facts = deadlineFacts(whole, settings, today);
  if (facts.diedOn !== null && facts.diedOn <= today) return [];
  const reading: Reading = {facts, deadlines, settings, today};
  const holds = recordsOf(facts.file, 'radar-hold').filter(hold => !struckOut(hold));
  const rank = ({hold, by, signal, subject}: Radar) => [hold === null ? 0 : 1, pressing(signal), by, signal, subject ?? ''].join();
  return (
    [...home(reading), ...touch(reading), ...money(reading), ...learning(reading), ...plans(reading), ...safety(reading)]
      .map(found => ({...found, hold: holdOf(holds, found, reading)}))
      .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
      // What was measured by two dates of birth is one matter: the day that came first stands.
      .filter(({signal, subject}, index, all) => all.findIndex(each => each.signal === signal && each.subject === subject) === index)
  );
}
