/**
 * The statutory extract: of each care leaver a row for every day of the year that is asked of, with what was known about that day
 * in the codes of the return. It is about single people and goes to whoever may have it: nothing in it is rounded or left out. It
 * has no name in it, and no words of anybody. Rule numbers are those of the English return (domain.md 4.3).
 *
 * No row: who was still looked after, who was no care leaver on the day, whose care another authority had taken over (1011),
 * and who did not live to see it.
 */
import {HOME_GROUPS} from '../accommodation/codes.ts';
import type {SettingsInForce} from '../authority/settings.ts';
import type {KindCode} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {READ_FOR_STANDING} from '../young-person/standing.ts';
import {pointsIn, type PointOf} from './points.ts';
import {theirCodes, type TheirCode} from './return-codes.ts';
import type {ReturnAges, ReturnYear} from './return-year.ts';

/** Kinds that the extract is made of. */
export const READ_FOR_EXTRACT = [
  ...READ_FOR_STANDING,
  'activity',
  'contact',
  'home-news',
  'in-touch',
  'income-check-in',
  'message',
  'snapshot',
  'suitability',
  // As of messages only the days on which they were heard: what it is about goes nowhere.
  'worry',
] as const satisfies readonly KindCode[];

export const EXTRACT_COLUMNS = [
  'local_id',
  'birth_date',
  'sex',
  'category',
  'point',
  'point_date',
  'in_touch',
  'in_touch_date',
  'accommodation',
  'accommodation_date',
  'activity',
  'activity_date',
  'basis',
  'basis_date',
  'checks',
] as const;
export type ExtractColumn = (typeof EXTRACT_COLUMNS)[number];

export interface ExtractRow {
  readonly person: Id;
  readonly point: PointOf;
  readonly cells: Readonly<Record<Exclude<ExtractColumn, 'checks'>, string>>;
}

/** What the extract takes from each person, and how it writes it. */
export interface ExtractOf {
  readonly year: ReturnYear;
  readonly ages: ReturnAges;
  readonly settings: SettingsInForce;
  readonly today: CalendarDate;
}

/** Of whoever has died, or is home for good, neither home nor activity is told (rule 344). */
export const tellsNothing = ({known}: Pick<PointOf, 'known'>): boolean =>
  known.inTouch.status === 'died' || known.inTouch.status === 'returned_home';

/**
 * The code of a home: whether it is suitable is part of it, where theirs asks for it. Null: it cannot be made, since nobody has
 * judged the home.
 */
export function homeCode({home}: PointOf['known'], theirs: TheirCode): string | null {
  if (home.type === null) return theirs('home', 'nothing_heard').theirs;
  const {theirs: code, suffix} = theirs('home', HOME_GROUPS[home.type]);
  if (suffix !== true) return code;
  if (home.suitability === null || home.suitability === 'not_assessed') return null;
  return `${code}${home.suitability === 'unsuitable' ? 2 : 1}`;
}

const activityCode = ({activity}: PointOf['known'], theirs: TheirCode): string => theirs('activity', activity.code ?? 'not_known').theirs;

const LEAVERS: readonly string[] = ['C2', 'C3', 'C4'];

/** Whether they were a care leaver of this authority on the day. Home for six months is category 6, and still told. */
function isLeaver(file: readonly DomainRecord[], {on, known}: PointOf): boolean {
  const isMoved = file.some(
    record =>
      isKind(record, 'looked-after-period') &&
      record.data.reasonCeased === 'other_uk_authority' &&
      record.data.endOn !== null &&
      record.data.endOn <= on &&
      !cameBack(file, record.data.endOn, on),
  );
  return !isMoved && (LEAVERS.includes(known.category) || (known.category === 'C6a' && known.inTouch.status === 'returned_home'));
}

/** Whether this authority looked after them again after that day. */
const cameBack = (file: readonly DomainRecord[], after: CalendarDate, on: CalendarDate): boolean =>
  file.some(record => isKind(record, 'looked-after-period') && record.data.startOn > after && record.data.startOn <= on);

/** `whole`: all of one person, in any order. @throws InvariantError when it has no young-person record */
export function extractRows(whole: readonly DomainRecord[], {year, ages, settings, today}: ExtractOf): readonly ExtractRow[] {
  const file = whole.filter(record => !struckOut(record));
  const person = must(
    file.find(record => isKind(record, 'young-person')),
    'a file has a young person',
  );
  // The return is made today, by what the authority says today of a return: a table that is put right is right for every year.
  const theirs = theirCodes(settings('returnCodes', today));
  return pointsIn(file, year, ages, settings, today)
    .filter(point => isLeaver(file, point))
    .map(point => {
      const {known} = point;
      const blank = tellsNothing(point);
      return {
        person: person.id,
        point,
        cells: {
          local_id: person.data.legacyId ?? person.id,
          birth_date: must(person.data.birthDates.at(-1), 'a young person has a date of birth').date,
          sex: person.data.sex ?? '',
          category: known.category,
          point: point.point,
          point_date: point.on,
          in_touch: theirs('inTouch', known.inTouch.status).theirs,
          in_touch_date: known.inTouch.on ?? '',
          accommodation: blank ? '' : (homeCode(known, theirs) ?? ''),
          accommodation_date: blank ? '' : (known.home.on ?? ''),
          activity: blank ? '' : activityCode(known, theirs),
          activity_date: blank ? '' : (known.activity.on ?? ''),
          basis: point.basis,
          basis_date: point.basisOn ?? '',
        },
      };
    });
}

const orderOf = ({cells, person}: ExtractRow): string => [cells.point_date, cells.local_id, person, cells.point].join('|');
export const inOrder = (rows: readonly ExtractRow[]): readonly ExtractRow[] =>
  rows.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
