/**
 * What the rules of deadlines need to know of one person, gathered once from their file. Struck-out records and contacts
 * that were corrected count for nothing; every list is put in the order of its dates, so that the order in which records
 * arrived on a device never changes an answer.
 */
import {standingContacts, type Contact} from '../contact/contact.ts';
import type {DataOf, KindCode, RecordOf} from '../record-kinds.ts';
import {isKind} from '../shared/is-kind.ts';
import {inOrder, planInForce} from '../pathway-plan/plan-in-force.ts';
import {addDays, birthday, calendarDateInWales, dayNumber, type CalendarDate} from '../shared/calendar-date.ts';
import {must} from '../shared/result.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {Id} from '../shared/ids.ts';
import type {CareLeaverCategory} from '../young-person/care-leaver-category.ts';
import {careLeaverStanding, categoryFacts} from '../young-person/standing.ts';
import {lookedAfterRuns, type LookedAfterRun} from '../young-person/looked-after-days.ts';
import {livedIn} from '../accommodation/kept-room.ts';
import {presentStay} from '../accommodation/present-stay.ts';
import type {Versions} from './in-force.ts';

export interface HeldReview {
  readonly heldOn: CalendarDate;
  readonly type: DataOf<'review'>['type'] | null;
  /** It covered every matter, so it restarts the clock (edge case 15). */
  readonly isFull: boolean;
  readonly id: Id | null;
}

export interface DeadlineFacts {
  readonly today: CalendarDate;
  readonly file: readonly DomainRecord[];
  readonly settings: readonly DomainRecord[];
  readonly person: RecordOf<'young-person'>;
  readonly bornOn: CalendarDate;
  readonly diedOn: CalendarDate | null;
  readonly standing: CareLeaverCategory;
  /** The first day of the duty of today's category; category 3 carries on from category 2, in the same home and plan. */
  readonly dutySince: CalendarDate | null;
  readonly runs: readonly LookedAfterRun[];
  readonly lookedAfterNow: LookedAfterRun | null;
  readonly plans: readonly RecordOf<'pathway-plan'>[];
  readonly currentPlan: RecordOf<'pathway-plan'> | null;
  readonly reviews: readonly HeldReview[];
  readonly contacts: readonly Contact[];
  readonly stay: RecordOf<'stay'> | null;
  /** The first day of that home; another room or tenancy at one address is not a move (edge case 14). */
  readonly homeSince: CalendarDate | null;
  /** The first day on which the authority provided this home as it does now; null where it does not. */
  readonly providedSince: CalendarDate | null;
}

export function recordsOf<Kind extends KindCode>(file: readonly DomainRecord[], kind: Kind): readonly RecordOf<Kind>[] {
  return file.filter((record): record is RecordOf<Kind> => isKind(record, kind));
}

export const latestOf = (dates: readonly (CalendarDate | null | undefined)[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>((best, on) => (on && (best === null || on > best) ? on : best), null);
export const earliestOf = (dates: readonly (CalendarDate | null | undefined)[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>((best, on) => (on && (best === null || on < best) ? on : best), null);

/**
 * The dates of birth held up to a day, each from its own; the first since ever. Of two from one day the later noted stands,
 * and one that was noted ahead waits for its day.
 */
export function birthDateVersions(person: RecordOf<'young-person'>, today: CalendarDate): Versions<CalendarDate> {
  const held = person.data.birthDates.toSorted((one, other) =>
    one.heldFrom < other.heldFrom ? -1 : one.heldFrom > other.heldFrom ? 1 : 0,
  );
  const standing = held.filter(({heldFrom}, index) => held[index + 1]?.heldFrom !== heldFrom);
  return standing
    .map(({date, heldFrom}, index) => ({from: index === 0 ? null : heldFrom, value: date}))
    .filter(({from}) => from === null || from <= today);
}

function heldReviews(
  file: readonly DomainRecord[],
  plans: readonly RecordOf<'pathway-plan'>[],
  today: CalendarDate,
): readonly HeldReview[] {
  const recorded = recordsOf(file, 'review').flatMap(({id, data}) =>
    data.heldOn === null ? [] : [{heldOn: data.heldOn, type: data.type, isFull: data.coversEverySection, id}],
  );
  // Reviews from before the file was kept here are known only by what the plan says of them.
  const ofPlans = plans.flatMap(({data}): HeldReview[] => {
    const full = data.lastFullReviewOn;
    return [
      ...(full === null ? [] : [{heldOn: full, type: full === data.lastReviewOn ? data.lastReviewType : null, isFull: true, id: null}]),
      ...(data.lastReviewOn === null || data.lastReviewOn === full
        ? []
        : [{heldOn: data.lastReviewOn, type: data.lastReviewType, isFull: false, id: null}]),
    ];
  });
  const isKnown = ({heldOn, isFull}: HeldReview) => recorded.some(review => review.heldOn === heldOn && (review.isFull || !isFull));
  return [...recorded, ...ofPlans.filter(review => !isKnown(review))]
    .filter(({heldOn}) => heldOn <= today)
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : one.heldOn > other.heldOn ? 1 : 0));
}

function dutySince(file: readonly DomainRecord[], {category, since}: CareLeaverCategory, bornOn: CalendarDate): CalendarDate | null {
  if (category !== 'C3') return since;
  const before = careLeaverStanding(file, addDays(birthday(bornOn, 18), -1));
  return before.category === 'C2' ? before.since : since;
}

const place = ({data: {address, postcode}}: RecordOf<'stay'>): string | null =>
  address === null ? null : [address, postcode].join().toLowerCase().replaceAll(/\s+/g, ' ');

/** The stays that make up one home, the present one first: at the same address, without a gap, provided or not alike. */
function staysOfHome(stays: readonly RecordOf<'stay'>[], stay: RecordOf<'stay'>): readonly RecordOf<'stay'>[] {
  const {startOn, providedByAuthority, backTo = null} = stay.data;
  const before = stays.find(
    ({data, ...other}) =>
      // The room was kept for them while they were away: it is one home (edge case 14).
      (backTo !== null && other.id === backTo && other.id !== stay.id && (data.startOn ?? '') < (startOn ?? '')) ||
      (startOn !== null &&
        data.startOn !== null &&
        data.startOn < startOn &&
        (data.endOn === startOn || data.endOn === addDays(startOn, -1)) &&
        data.providedByAuthority === providedByAuthority &&
        place(stay) !== null &&
        place({data, ...other}) === place(stay)),
  );
  return before ? [stay, ...staysOfHome(stays, before)] : [stay];
}

/**
 * The authority provides a home from the day it began, or from the day on which somebody said so: changing the flag later
 * does not back-date a breach (edge case 13). For a child who was looked after in it, from the first day of the duty.
 */
function providedSince(home: readonly RecordOf<'stay'>[], duty: CalendarDate | null): CalendarDate | null {
  const began = home.at(-1)?.data.startOn ?? null;
  if (began === null || home[0]?.data.providedByAuthority !== true) return null;
  const said = home.flatMap(({heads}) => heads['providedByAuthority']?.[0]?.at ?? []);
  return latestOf([began, duty, ...said.map(at => calendarDateInWales(at))]);
}

/**
 * @param judgedBy the date of birth to judge by, when it is not the one held on the day
 * @throws InvariantError when the file has no young-person record
 */
export function deadlineFacts(
  whole: readonly DomainRecord[],
  settings: readonly DomainRecord[],
  today: CalendarDate,
  judgedBy?: CalendarDate,
): DeadlineFacts {
  const standingFile = whole.filter(record => !struckOut(record)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const known = must(recordsOf(standingFile, 'young-person')[0], 'a file has a young person');
  const held = known.data.birthDates;
  const bornOn = judgedBy ?? must(birthDateVersions(known, today).at(-1), 'a young person has a date of birth').value;
  const person: RecordOf<'young-person'> =
    bornOn === held.at(-1)?.date
      ? known
      : {...known, data: {...known.data, birthDates: [...held, {date: bornOn, status: 'verified', heldFrom: today}]}};
  const file = standingFile.map(record => (record === known ? person : record));
  const standing = careLeaverStanding(file, today);
  const facts = categoryFacts(file);
  const runs = lookedAfterRuns(facts.dateOfBirth, facts.periods, today);
  const lastRun = runs.at(-1);
  const plans = inOrder(recordsOf(file, 'pathway-plan'));
  const stays = recordsOf(file, 'stay');
  const stay = presentStay(stays, today) ?? null;
  // A room that was kept before they had lived in it is no home of before.
  const home = stay ? staysOfHome(livedIn(stays), stay) : [];
  const duty = dutySince(file, standing, facts.dateOfBirth);
  return {
    today,
    file,
    settings,
    person,
    bornOn: facts.dateOfBirth,
    diedOn: facts.diedOn,
    standing,
    dutySince: duty,
    runs,
    // The last day counts in, and nobody is looked after from 18 on: runs are cut at both.
    lookedAfterNow: lastRun?.lastDay === dayNumber(today) ? lastRun : null,
    plans,
    currentPlan: planInForce(plans),
    reviews: heldReviews(file, plans, today),
    contacts: standingContacts(recordsOf(file, 'contact'))
      .map(({data}) => data)
      .filter(({on}) => on <= today)
      .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    stay,
    homeSince: home.at(-1)?.data.startOn ?? null,
    providedSince: providedSince(home, duty),
  };
}
