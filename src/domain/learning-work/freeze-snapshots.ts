/**
 * Which snapshots of somebody are to be frozen today, and which one stands of each moment. The server alone freezes, when the window
 * has closed; once frozen, nothing that is written later changes it. What was imported after its window is reconstructed, and says so.
 */
import type {SettingsInForce} from '../authority/settings.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, calendarDateInWales, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {knownThen} from './known-then.ts';
import {freezesOn, momentsOf, type MomentOf} from './snapshot-moments.ts';
import {snapshotId, type KnownThen, type Snapshot} from './snapshot.ts';

/** So long after its window it can no longer be told from what was written since. */
const DAYS_AT_MOST_LATE = 31;

export interface NewSnapshot {
  readonly id: Id;
  readonly data: Snapshot;
}

/** Nobody was watching: the file came after the window, or what would have frozen it did. */
function isReconstructed(file: readonly DomainRecord[], {until}: MomentOf, today: CalendarDate): boolean {
  const person = file.find(record => isKind(record, 'young-person'));
  return person === undefined || calendarDateInWales(person.made.at) > until || today > addDays(until, DAYS_AT_MOST_LATE);
}

/** `file`: all of one person. @throws InvariantError when it has no young-person record */
export function snapshotsToFreeze(
  file: readonly DomainRecord[],
  person: Id,
  settings: SettingsInForce,
  today: CalendarDate,
): readonly NewSnapshot[] {
  const standing = file.filter(record => !struckOut(record));
  const frozen = new Set(file.filter(record => isKind(record, 'snapshot')).map(({id}) => id));
  return momentsOf(standing, settings, today).flatMap(moment => {
    const id = snapshotId(person, moment.moment, moment.on);
    if (today < freezesOn(moment) || frozen.has(id)) return [];
    const data: Snapshot = {
      ...moment,
      version: 1,
      frozenOn: today,
      reconstructed: isReconstructed(standing, moment, today),
      ...knownThen(file, moment),
      corrects: null,
      reason: null,
    };
    return [{id, data}];
  });
}

export interface SnapshotStory {
  readonly moment: MomentOf;
  /** What counts: the newest version. Null: not frozen yet. */
  readonly standing: RecordOf<'snapshot'> | null;
  /** Those before it, the newest first. */
  readonly earlier: readonly RecordOf<'snapshot'>[];
  /** Corrections of people who did not know of each other, late ones too: all are kept, and somebody has to say which is right. */
  readonly rivals: readonly RecordOf<'snapshot'>[];
  /** What the file says of it now. */
  readonly now: KnownThen;
}

const newestFirst = (one: RecordOf<'snapshot'>, other: RecordOf<'snapshot'>): number =>
  other.data.version - one.data.version ||
  (one.made.at < other.made.at ? 1 : one.made.at > other.made.at ? -1 : one.id < other.id ? 1 : -1);

/** One that does not say what its author had read stands in place of all that were there when it was made, as it did then. */
function readBefore({data: {corrects}, made}: RecordOf<'snapshot'>, versions: readonly RecordOf<'snapshot'>[]): readonly string[] {
  const version = versions.find(({id}) => id === corrects)?.data.version;
  return versions.filter(({data, made: {at}}) => data.version === version && at < made.at).map(({id}) => id);
}

/** Every moment of a person up to a day, with what is frozen of it. For screens, reports and returns. */
export function snapshotStories(file: readonly DomainRecord[], settings: SettingsInForce, today: CalendarDate): readonly SnapshotStory[] {
  const standing = file.filter(record => !struckOut(record));
  const all = standing.filter((record): record is RecordOf<'snapshot'> => isKind(record, 'snapshot'));
  return momentsOf(standing, settings, today)
    .filter(({on}) => on <= today)
    .map(moment => {
      const versions = all.filter(({data}) => data.moment === moment.moment && data.on === moment.on).toSorted(newestFirst);
      const [first = null, ...earlier] = versions;
      const read = new Set(versions.flatMap(each => [each.data.corrects, ...(each.data.settles ?? readBefore(each, versions))]));
      const last = versions.filter(({id}) => !read.has(id));
      return {moment, standing: first, earlier, rivals: last.length > 1 ? last : [], now: knownThen(file, moment)};
    });
}

/** Frozen for a day that is none any more: a date of birth, or of leaving care, has been corrected since. They stay readable. */
export function snapshotsOfOtherDays(
  file: readonly DomainRecord[],
  settings: SettingsInForce,
  today: CalendarDate,
): readonly RecordOf<'snapshot'>[] {
  const standing = file.filter(record => !struckOut(record));
  const days = new Set(momentsOf(standing, settings, today).map(({moment, on}) => `${moment} ${on}`));
  return standing.filter(
    (record): record is RecordOf<'snapshot'> => isKind(record, 'snapshot') && !days.has(`${record.data.moment} ${record.data.on}`),
  );
}

/** Whether the file now says something else of it than was frozen: the codes, not the days on which they were heard. */
export function saysOtherwise({standing, now}: SnapshotStory): boolean {
  if (!standing) return false;
  const {activity, inTouch, home} = standing.data;
  const isJudgedOtherwise = now.home.suitability !== null && home.suitability !== now.home.suitability;
  return activity.code !== now.activity.code || inTouch.status !== now.inTouch.status || home.type !== now.home.type || isJudgedOtherwise;
}
