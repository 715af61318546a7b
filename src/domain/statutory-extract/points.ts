/**
 * The days that a return asks of, in its year: 1 April to 31 March. Up to 21 they are those of which snapshots are kept; of 22 to
 * 25, which are asked for by request, nothing is frozen, and what was known is worked out of the file.
 */
import type {SettingsInForce} from '../authority/settings.ts';
import {snapshotStories, type SnapshotStory} from '../learning-work/freeze-snapshots.ts';
import {knownThen} from '../learning-work/known-then.ts';
import type {KnownThen} from '../learning-work/snapshot.ts';
import {momentsOf, windowAbout, type MomentOf} from '../learning-work/snapshot-moments.ts';
import {birthday, type CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {categoryFacts} from '../young-person/standing.ts';
import {LATER_BIRTHDAYS, type Basis, type ReturnAges, type ReturnYear} from './return-year.ts';

export type Point = MomentOf['moment'] | (typeof LATER_BIRTHDAYS)[number];

export interface PointOf extends Omit<MomentOf, 'moment'> {
  readonly point: Point;
  readonly known: KnownThen;
  readonly basis: Basis;
  /** The day on which it was frozen, or corrected. */
  readonly basisOn: CalendarDate | null;
  readonly story: SnapshotStory | null;
}

/** Those of a person that lie in the year and have come, in the order of their days. */
export function pointsIn(
  file: readonly DomainRecord[],
  year: ReturnYear,
  ages: ReturnAges,
  settings: SettingsInForce,
  today: CalendarDate,
): readonly PointOf[] {
  const isIn = ({on}: {readonly on: CalendarDate}) => on >= year.first && on <= year.last && on <= today;
  if (!momentsIn(file, ages, settings, today).some(isIn)) return [];
  const kept = snapshotStories(file, settings, today).map(story => ofStory(story));
  const later = laterBirthdays(file, ages, settings)
    .filter(isIn)
    .map(each => ofLater(file, each));
  return [...kept.filter(isIn), ...later];
}

/** Asked first: of most people no point lies in the year, and what was known of them need not be worked out. */
function momentsIn(file: readonly DomainRecord[], ages: ReturnAges, settings: SettingsInForce, today: CalendarDate) {
  return [...momentsOf(file, settings, today), ...laterBirthdays(file, ages, settings)];
}

type LaterPoint = Omit<MomentOf, 'moment'> & {readonly point: (typeof LATER_BIRTHDAYS)[number]};

function laterBirthdays(file: readonly DomainRecord[], ages: ReturnAges, settings: SettingsInForce): readonly LaterPoint[] {
  if (ages === '21') return [];
  const {dateOfBirth, diedOn} = categoryFacts(file);
  return LATER_BIRTHDAYS.map((point, at) => ({point, ...windowAbout(birthday(dateOfBirth, 22 + at), settings)})).filter(
    ({on}) => diedOn === null || on < diedOn,
  );
}

function ofStory(story: SnapshotStory): PointOf {
  const {moment, ...window} = story.moment;
  const data = story.standing?.data;
  const basis = !data ? 'open' : data.version > 1 ? 'corrected' : data.reconstructed ? 'reconstructed' : 'frozen';
  // What was heard is frozen; the category is the law's answer to dates of birth and of care, which may have been put right since.
  const known = {...(data ?? story.now), category: story.now.category};
  return {point: moment, ...window, known, basis, basisOn: data?.frozenOn ?? null, story};
}

function ofLater(file: readonly DomainRecord[], {point, ...window}: LaterPoint): PointOf {
  return {point, ...window, known: knownThen(file, {moment: point, ...window}), basis: 'worked_out', basisOn: null, story: null};
}
