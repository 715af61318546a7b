/**
 * How things stand with a home and how likely it is to be lost: rules over records, each with the fact and the day behind it,
 * and what staff have said themselves. It is no score and says nothing of the person; whoever reads it sees why.
 */
import {isBehind} from '../money-plan/money-plan.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {addDays, addMonths, calendarDateInWales, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {lastDayOf} from '../shared/month.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {HOME_GROUPS, HOME_RISKS, WITHOUT_HOME, type HOME_STANDINGS, type HomeDriver, type HomeGroup, type HomeRisk} from './codes.ts';
import {programmeOf} from '../young-person/programme.ts';
import {threatenedUntil, type ThreatenedRule} from './housing-duties.ts';
import {keptRooms, noticeOf, staysInRoom} from './kept-room.ts';
import {openEpisodes} from './open-episodes.ts';
import {presentStay} from './present-stay.ts';
import {readyEnd} from './ready-end.ts';
import {arrangementOf} from './ready-record.ts';
import {staysForRelease} from './release-homes.ts';
import {standingStays} from './spells.ts';
import {judgementOf} from './suitability.ts';

export interface DriverFact {
  readonly driver: HomeDriver;
  readonly level: HomeRisk;
  /** The day that it is about: when notice ends, since when, or when it was said. */
  readonly on: CalendarDate | null;
  readonly record: Id;
  /** A person said it; the others follow from a record's date. */
  readonly isSaid: boolean;
}

export interface HomeStanding {
  readonly standing: (typeof HOME_STANDINGS)[number];
  readonly level: HomeRisk;
  readonly drivers: readonly DriverFact[];
  readonly stay: RecordOf<'stay'> | null;
  /** A move that is planned. */
  readonly next: RecordOf<'stay'> | null;
}

const SOON_MONTHS = 6;
const rank = (level: HomeRisk): number => HOME_RISKS.indexOf(level);

interface Horizon {
  readonly today: CalendarDate;
  /** Until when a lost home is a threat in law. */
  readonly threat: CalendarDate;
}

/** Of an end that comes: a threat, a risk within six months, or nothing yet. */
function levelOfEnd(on: CalendarDate | null | undefined, {today, threat}: Horizon, soon: HomeRisk = 'at_risk'): HomeRisk | null {
  if (!on || on < today) return null;
  return on <= threat ? (rank(soon) < rank('at_risk') ? soon : 'threatened') : on <= addMonths(today, SOON_MONTHS) ? soon : null;
}

/** The same of one that has gone by and changed nothing yet: a threat. */
const levelOfLoss = (on: CalendarDate, horizon: Horizon): HomeRisk | null => (on < horizon.today ? 'threatened' : levelOfEnd(on, horizon));

const groupOf = (stay: RecordOf<'stay'> | null): HomeGroup => (stay?.data.type ? HOME_GROUPS[stay.data.type] : 'not_known');

const NO_HOME: readonly HomeGroup[] = [...WITHOUT_HOME, 'custody', 'deported'];

/** Where somebody may be who stayed on with their carers. */
const READY_HOMES: readonly HomeGroup[] = ['former_foster_wir', 'foster_care', 'not_known'];

/** The next home is known, and is there by the day on which this one ends; where that day is not known, at all. */
const isFollowed = (next: RecordOf<'stay'> | null, endsOn: CalendarDate | null): boolean =>
  next !== null && next.data.startOn !== null && !NO_HOME.includes(groupOf(next)) && (endsOn === null || next.data.startOn <= endsOn);

const hasBegunSince = (stay: RecordOf<'stay'> | null, on: CalendarDate): boolean =>
  stay !== null && stay.data.startOn !== null && stay.data.startOn > on && !NO_HOME.includes(groupOf(stay));

function driversOf(
  file: readonly DomainRecord[],
  horizon: Horizon,
  stay: RecordOf<'stay'> | null,
  next: RecordOf<'stay'> | null,
): readonly DriverFact[] {
  const {today} = horizon;
  const of = <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
  const facts: DriverFact[] = [];
  const add = (driver: HomeDriver, level: HomeRisk | null, on: CalendarDate | null | undefined, record: Id, isSaid = false) => {
    if (level !== null) facts.push({driver, level, on: on ?? null, record, isSaid});
  };
  const stays = of('stay');
  // Notice that has run out is no less of a threat. Where the next home is there by its day, nothing is lost with it, unless it is the same room.
  const notice = (home: RecordOf<'stay'>) => {
    const {id, data} = noticeOf(stays, home);
    const ends = data.noticeEndsOn ?? null;
    const other = next !== null && staysInRoom(stays, next).some(each => each.id === home.id) ? null : next;
    if ((ends !== null || data.noticeOn) && !isFollowed(other, ends))
      add('notice', ends === null ? 'at_risk' : (levelOfLoss(ends, horizon) ?? 'watch'), ends ?? data.noticeOn, id);
  };
  // What the young person said stands until somebody has closed the worry, or taken in the news and put down what follows.
  for (const {id, data} of of('worry'))
    if (data.about === 'no_home_tonight' && data.closedAt === null)
      add('worry_tonight', 'homeless_tonight', calendarDateInWales(data.raisedAt), id);
  for (const {id, data} of of('home-news'))
    // It is about the home that they had then.
    if (data.what === 'asked_to_leave' && data.heardBy === null && !hasBegunSince(stay, data.saidOn) && !isFollowed(next, data.on))
      add('asked_to_leave', (data.on && levelOfLoss(data.on, horizon)) ?? 'at_risk', data.on ?? data.saidOn, id);
  for (const {id, data} of openEpisodes(of('homeless-episode'), today)) {
    const tonight = data.nowhereTonight === true;
    add(tonight ? 'nowhere_tonight' : 'homeless_episode', tonight ? 'homeless_tonight' : 'threatened', data.presentedOn, id);
  }
  if (stay) {
    const {data, id} = stay;
    const group = groupOf(stay);
    if (group === 'no_fixed_abode') add('no_fixed_abode', 'homeless_tonight', data.startOn, id);
    if (group === 'bed_breakfast' || group === 'emergency') add('bed_breakfast', 'threatened', data.startOn, id);
    notice(stay);
    // Where no other home follows by the day after, as the line of homes allows; a notice for that day, and a release, tell it themselves.
    const isTold = group === 'custody' || data.endOn === (noticeOf(stays, stay).data.noticeEndsOn ?? null);
    if (data.endOn !== null && !isTold && !isFollowed(next, addDays(data.endOn, 1)))
      add('ends', levelOfEnd(data.endOn, horizon), data.endOn, id);
    const judged = judgementOf(of('suitability'), id);
    if (judged?.data.result === 'unsuitable') add('unsuitable', 'at_risk', judged.data.judgedOn, judged.id);
  }
  const kept = keptRooms(stays).filter(({id, data}) => id !== stay?.id && (data.endOn === null || data.endOn > today));
  for (const room of kept) {
    notice(room);
    if (!isFollowed(next, room.data.endOn)) add('ends', levelOfEnd(room.data.endOn, horizon), room.data.endOn, room.id);
  }
  for (const {id, data} of of('detention')) {
    const {releasedOn, expectedReleaseOn: on} = data;
    if (releasedOn === null && on !== null && staysForRelease(stays, data.startOn, on).every(each => NO_HOME.includes(groupOf(each))))
      add('release', levelOfEnd(on, horizon), on, id);
  }
  const ready = arrangementOf(of('when-i-am-ready'));
  const person = of('young-person')[0];
  const born = person?.data.birthDates.at(-1)?.date;
  if (ready?.data.startOn && ready.data.endOn === null && born) {
    const {on} = readyEnd(ready.data.plannedEndOn, born, programmeOf(of('pathway-plan')));
    // One that went by, that nobody has ended, and that they have not left, is no less of a threat.
    const isThere = [stay, ...kept].some(home => home === null || READY_HOMES.includes(groupOf(home)));
    if (on !== null && isThere && !isFollowed(next, on)) add('ready_ends', levelOfLoss(on, horizon), on, ready.id);
  }
  for (const {id, data} of of('income-enrolment'))
    if (data.decision === 'joined' && data.closingReason === null && data.finalPaymentMonth !== null) {
      const last = lastDayOf(data.finalPaymentMonth);
      add('income_ends', levelOfEnd(last, horizon, 'watch'), last, id);
    }
  for (const {id, data} of of('immigration')) {
    if (data.appealRightsExhaustedOn !== null) add('appeal_rights_exhausted', 'at_risk', data.appealRightsExhaustedOn, id);
    else add('leave_expires', levelOfEnd(data.leaveExpiresOn, horizon, 'watch'), data.leaveExpiresOn, id);
  }
  // By itself no more than something to watch; the radar asks for a plan to pay.
  for (const {id, data, made} of of('money-line'))
    if (isBehind(data, 'rent_behind')) add('arrears', 'watch', calendarDateInWales(made.at), id);
  for (const {id, data} of of('home-risk'))
    if (data.endedOn === null) {
      for (const driver of data.drivers) add(driver, data.level, data.since, id, true);
      if (data.drivers.length === 0) add('other', data.level, data.since, id, true);
    }
  return facts.toSorted((one, other) => rank(other.level) - rank(one.level) || ((one.on ?? '') < (other.on ?? '') ? -1 : 1));
}

/** `rule`: the test of being threatened with homelessness that is in force on the day. */
export function homeStanding(file: readonly DomainRecord[], today: CalendarDate, rule: ThreatenedRule): HomeStanding {
  const all = file.filter((record): record is RecordOf<'stay'> => isKind(record, 'stay'));
  const stays = standingStays(all);
  const stay = presentStay(stays, today) ?? null;
  const notice = stay && noticeOf(all, stay).data;
  const next = stays.find(({data}) => data.startOn !== null && data.startOn > today) ?? null;
  const died = file.some(record => isKind(record, 'young-person') && record.data.diedOn !== null);
  const drivers = died ? [] : driversOf(file, {today, threat: threatenedUntil(rule, today)}, stay, next);
  const level = drivers[0]?.level ?? 'none';
  const group = groupOf(stay);
  const isHomeless =
    group === 'no_fixed_abode' ||
    (group !== 'custody' && drivers.some(({driver}) => driver === 'nowhere_tonight' || driver === 'worry_tonight'));
  const standing = isHomeless
    ? 'homeless'
    : stay === null || group === 'not_known' || group === 'deported'
      ? 'not_known'
      : group === 'custody'
        ? 'custody'
        : next !== null
          ? 'moving'
          : notice?.noticeOn || notice?.noticeEndsOn
            ? 'notice_given'
            : group === 'bed_breakfast' || group === 'emergency'
              ? 'temporary'
              : rank(level) >= rank('at_risk')
                ? 'settled_at_risk'
                : 'settled';
  return {standing, level, drivers, stay, next};
}
