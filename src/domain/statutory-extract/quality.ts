/**
 * What does not fit in a person's rows of the statutory extract: each question names the records to mend and where that is done.
 * Nothing is mended or left out by it: the row stands as it is until somebody has looked. Rule numbers: domain.md 4.3.
 */
import {HOME_GROUPS} from '../accommodation/codes.ts';
import {presentStay} from '../accommodation/present-stay.ts';
import {judgementOf} from '../accommodation/suitability.ts';
import {spellQuestions, type SpellQuestion} from '../accommodation/spells.ts';
import {saysOtherwise} from '../learning-work/freeze-snapshots.ts';
import {presentActivity, rivalsOn} from '../learning-work/present-activity.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {addMonths, ageOn, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {fieldsToChoose} from '../shared/versions.ts';
import {CHECKS, type Check, type MendedAt} from './checks.ts';
import {homeCode, tellsNothing, type ExtractOf, type ExtractRow} from './extract.ts';
import type {Point} from './points.ts';
import {theirCodes, type TheirCode} from './return-codes.ts';

export interface Question {
  readonly check: Check;
  readonly person: Id;
  /** Null: about the file, and so about each of its rows. */
  readonly point: Point | null;
  readonly on: CalendarDate | null;
  readonly records: readonly Id[];
  readonly where: MendedAt;
}

/** Fields that a row is made of, by the kind of their record, and where two versions of them are put together. */
const USED: Partial<Readonly<Record<KindCode, {readonly fields: readonly string[]; readonly where: MendedAt}>>> = {
  stay: {fields: ['type', 'startOn', 'endOn'], where: 'home'},
  suitability: {fields: ['result', 'judgedOn'], where: 'home'},
  activity: {fields: ['code', 'since', 'endOn', 'isMain', 'isTraining'], where: 'learning'},
  'in-touch': {fields: ['status', 'since'], where: 'contacts'},
  'looked-after-period': {fields: ['startOn', 'endOn', 'reasonCeased'], where: 'profile'},
  'young-person': {fields: ['sex', 'birthDates', 'diedOn'], where: 'overview'},
};

/** `whole`: all of one person; `rows`: theirs. Without a row there is nothing to ask. */
export function questionsOf(whole: readonly DomainRecord[], rows: readonly ExtractRow[], extract: ExtractOf): readonly Question[] {
  if (rows.length === 0) return [];
  const file = whole.filter(record => !struckOut(record));
  const theirs = theirCodes(extract.settings('returnCodes', extract.today));
  return [...rows.flatMap(row => ofRow(file, row, theirs)), ...ofFile(file, rows, extract)];
}

function ofRow(file: readonly DomainRecord[], {person, point: at}: ExtractRow, theirs: TheirCode): readonly Question[] {
  const {known, on, story} = at;
  const {home, activity, inTouch} = known;
  const found: Question[] = [];
  const ask = (check: Check, where: MendedAt, ...records: readonly (Id | null | undefined)[]) =>
    found.push({check, person, point: at.point, on, where, records: records.flatMap(id => id ?? [])});
  const of = <Kind extends KindCode>(kind: Kind) => file.filter((record): record is RecordOf<Kind> => isKind(record, kind));
  const stay = presentStay(of('stay'), on);
  const doing = presentActivity(file, on);
  const bornOn = must(must(of('young-person')[0], 'a file has a young person').data.birthDates.at(-1), 'with a date of birth').date;
  const group = home.type === null ? null : HOME_GROUPS[home.type];
  const isHomeUnknown = group === null || group === 'not_known';
  const isActivityUnknown = activity.code === null || activity.code === 'not_known';

  const frozen = story?.standing?.id;
  /** What is frozen takes up nothing of later: what the file has by now is said beside it, at the snapshot. */
  const askOfHome = (check: Check, isInFile: boolean, where: MendedAt, record: Id | null | undefined) =>
    isInFile && frozen !== undefined ? ask(check, 'learning', frozen) : ask(check, where, record);

  if (tellsNothing(at)) {
    // Rule 344: they are blank in the row; the file says something all the same.
    if (!isHomeUnknown || !isActivityUnknown) ask('blank_with_values', 'contacts', inTouch.record, home.record, activity.record);
    if (inTouch.status === 'died') ask('died_without_day', 'overview', inTouch.record);
    else if (inTouch.on !== null && inTouch.on > addMonths(on, -6)) ask('returned_home_lately', 'contacts', inTouch.record);
  } else {
    const judged = stay && judgementOf(of('suitability'), stay.id)?.data.result;
    const isJudged = judged !== undefined && judged !== null && judged !== 'not_assessed';
    if (isHomeUnknown) {
      const isUnheard = group === null && stay !== undefined;
      askOfHome(isUnheard ? 'home_outside_window' : 'home_not_known', isUnheard, 'home', stay?.id);
    } else if (homeCode(known, theirs) === null)
      askOfHome('suitability_missing', isJudged, stay ? 'judge' : 'home', stay?.id ?? home.record);
    if (isActivityUnknown) ask(activity.code === null && doing ? 'activity_outside_window' : 'activity_not_known', 'learning', doing?.id);
    // Rule 345: whoever is in touch can say where they live and what they do.
    if (inTouch.status === 'yes' && group === null) askOfHome('in_touch_with_nothing', stay !== undefined, 'home', stay?.id);
    else if (inTouch.status === 'yes' && isActivityUnknown) ask('in_touch_with_nothing', 'learning', doing?.id);
  }
  if (group === 'foster_care') ask('foster_after_care', 'home', stay?.id ?? home.record);
  if (ageOn(bornOn, on) < 18) {
    if (group === 'foyer') ask('foyer_under_18', 'home', stay?.id ?? home.record);
    if (group === 'former_foster_wir') ask('former_foster_under_18', 'home', stay?.id ?? home.record);
  }
  const rivals = rivalsOn(file, on);
  if (activity.disputed && rivals.length > 0) ask('activity_disputed', 'learning', ...rivals.map(({id}) => id));
  if (story && story.rivals.length > 0) ask('two_corrections', 'learning', ...story.rivals.map(({id}) => id));
  else if (story && saysOtherwise(story)) ask('file_says_otherwise', 'learning', story.standing?.id);
  for (const record of file) {
    const used = USED[record.kind as KindCode];
    const isOfRow = [home.record, activity.record, inTouch.record, stay?.id, doing?.id].includes(record.id);
    if (used && isOfRow && fieldsToChoose(record).some(field => used.fields.includes(field))) ask('two_versions', used.where, record.id);
  }
  return found;
}

const SPELLS = {
  overlap: 'spell_overlap',
  gap: 'spell_gap',
  none_open: 'spell_none_open',
  room_kept: 'spell_room_kept',
  no_start: 'spell_no_start',
  end_before_start: 'spell_end_before_start',
} as const satisfies Readonly<Record<SpellQuestion['what'], Check>>;

/** Of the file as a whole, of the stays only what touches the year or the window about one of its days. */
function ofFile(file: readonly DomainRecord[], rows: readonly ExtractRow[], {year, today}: ExtractOf): readonly Question[] {
  const young = must(
    file.find(record => isKind(record, 'young-person')),
    'a file has a young person',
  );
  const {birthDates, diedOn, legacyId, sex} = young.data;
  const first = rows.reduce((least, {point}) => (point.from < least ? point.from : least), year.first);
  const last = rows.reduce((most, {point}) => (point.until > most ? point.until : most), year.last);
  const stays = file.filter((record): record is RecordOf<'stay'> => isKind(record, 'stay'));
  const isOfLater = (stay: Id): boolean => stays.some(({id, data}) => id === stay && data.startOn !== null && data.startOn > last);
  const touches = (question: SpellQuestion): boolean =>
    'from' in question
      ? question.from <= last && (!('until' in question) || question.until === null || question.until >= first)
      : !isOfLater(question.stays[0]);
  const about = {person: young.id, point: null, on: null};
  const ask = (check: Check, where: MendedAt, records: readonly Id[] = [young.id]): Question => ({...about, check, where, records});
  const status = birthDates.at(-1)?.status;
  return [
    ...spellQuestions(stays, today, diedOn)
      .filter(touches)
      .map(question => ask(SPELLS[question.what], question.what === 'room_kept' ? 'home' : 'days', question.stays)),
    ...file
      .filter(record => isKind(record, 'young-person') || isKind(record, 'looked-after-period'))
      .flatMap(record => {
        const used = must(USED[record.kind as KindCode], 'both are used');
        return fieldsToChoose(record).some(field => used.fields.includes(field)) ? [ask('two_versions', used.where, [record.id])] : [];
      }),
    ...(status === 'disputed' ? [ask('birth_date_disputed', 'birth-date')] : []),
    ...(status === 'stated' || status === 'assessed' ? [ask('birth_date_not_verified', 'birth-date')] : []),
    ...(sex === null ? [ask('sex_missing', 'profile')] : []),
    ...(legacyId === null ? [ask('no_local_id', 'overview')] : []),
  ];
}

/** What is asked of a row: of its own day, and of the file. */
export const checksOf = (row: ExtractRow, questions: readonly Question[]): readonly Check[] => {
  const asked = new Set(
    questions.filter(({person, point}) => person === row.person && (point === null || point === row.point.point)).map(({check}) => check),
  );
  return CHECKS.filter(check => asked.has(check));
};
