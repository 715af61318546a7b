/** The statutory extract: who has a row, for which days, in which codes (domain.md 4.1 to 4.3, 6, 7). */
import {describe, expect, test} from 'vitest';
import {settingsInForce} from '../authority/settings.ts';
import {
  category2,
  category3,
  category4,
  contact,
  id,
  inCare,
  PERSON,
  record,
  stay,
  struck,
  visit,
  young,
} from '../deadline/file.test-support.ts';
import {snapshotsToFreeze} from '../learning-work/freeze-snapshots.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {EXTRACT_COLUMNS, extractRows, READ_FOR_EXTRACT, type ExtractOf, type ExtractRow} from './extract.ts';
import {returnYears, type ReturnAges} from './return-year.ts';
import {DEFAULT_RETURN_CODES} from './return-codes.ts';

interface Asked {
  readonly year?: string;
  readonly ages?: ReturnAges;
  readonly today?: string;
  readonly rows?: readonly DomainRecord[];
}
function extractOf({year = '2026-27', ages = '21', today = '2026-11-21', rows = []}: Asked): ExtractOf {
  const found = returnYears(date('2033-04-01'))
    .concat(returnYears(date('2027-04-01')))
    .find(({name}) => name === year);
  return {year: must(found, 'a year'), ages, today: date(today), settings: settingsInForce(rows)};
}
const rowsOf = (file: readonly DomainRecord[], asked: Asked = {}): readonly ExtractRow[] => extractRows(file, extractOf(asked));
const days = (file: readonly DomainRecord[], asked: Asked = {}) =>
  rowsOf(file, asked).map(({cells}) => `${cells.point} ${cells.point_date}`);
/** The cells at the 19th birthday, 15 June 2026. */
const at19 = (more: readonly DomainRecord[], asked: Asked = {}) =>
  must(
    rowsOf(category3(...more), asked).find(({cells}) => cells.point === 'birthday_19'),
    'they turned 19 in the year',
  ).cells;
const spoke = contact('2026-06-10', 'phone', 'spoke', {activityConfirmed: true, homeConfirmed: true});
const homeOf = (
  type: Parameters<typeof stay>[0],
  result: 'suitable' | 'unsuitable' | 'suitable_with_conditions' | 'not_assessed' | null,
) => {
  const flat = stay(type, '2025-07-01');
  const judged = result === null ? [] : [record('suitability', {stay: flat.id, result, judgedOn: date('2025-07-05')})];
  return at19([flat, spoke, ...judged]).accommodation;
};
const inTouch = (status: 'yes' | 'no' | 'refused' | 'no_longer_requires' | 'returned_home' | 'died', since = '2026-06-12') =>
  record('in-touch', {status, since: date(since)});

describe('the year and its days', () => {
  test('is 1 April to 31 March, and those that can be asked for go back', () => {
    expect(returnYears(date('2026-03-31'))[0]).toEqual({name: '2025-26', first: '2025-04-01', last: '2026-03-31'});
    expect(returnYears(date('2026-04-01')).map(({name}) => name)).toEqual([
      '2026-27',
      '2025-26',
      '2024-25',
      '2023-24',
      '2022-23',
      '2021-22',
    ]);
    expect(returnYears(date('2099-04-01'))[0]?.name).toBe('2099-00');
  });
  test('a day on its first and on its last day is in it; the day before and after are not', () => {
    const bornOn = (on: string) => [young(on), inCare('2020-01-10', '2024-01-10')];
    expect(days(bornOn('2007-03-31'), {today: '2027-03-31'})).toEqual(['birthday_20 2027-03-31']);
    expect(days(bornOn('2007-04-01'), {today: '2027-04-01'})).toEqual(['birthday_19 2026-04-01']);
    expect(days(bornOn('2007-03-31'), {year: '2025-26', today: '2027-04-01'})).toContain('birthday_19 2026-03-31');
  });
  test('a birthday of 29 February is 1 March in other years: of the same year of the return (edge case 1)', () => {
    const file = [young('2008-02-29'), inCare('2020-01-10')];
    expect(days(file, {year: '2025-26', today: '2026-04-01'})).toEqual(['birthday_18 2026-03-01']);
    expect(days(file, {year: '2027-28', today: '2029-04-01'})).toEqual(['birthday_20 2028-02-29', 'after_care_24 2028-03-01']);
  });
  test('PM34: 12 and 24 months after leaving care are rows of their own', () => {
    expect(days(category3())).toEqual(['birthday_19 2026-06-15', 'after_care_12 2026-06-15']);
  });
  test('what has not come yet is not in it', () => {
    expect(days(category3(), {today: '2026-06-14'})).toEqual([]);
    expect(days(category3(), {today: '2026-06-15'})).toHaveLength(2);
  });
  test('17 to 21 (rule 391); 22 to 25 only where it is asked for, worked out of the file', () => {
    const file = category4();
    expect(days(file)).toEqual([]);
    expect(rowsOf(file, {ages: '25'}).map(({cells}) => [cells.point, cells.category])).toEqual([['birthday_23', 'C3']]);
    const told = [young('2003-05-06', {toldUsOn: date('2026-04-30')}), inCare('2015-01-10', '2021-05-05')];
    expect(rowsOf(told, {ages: '25'}).map(({cells}) => [cells.point, cells.point_date, cells.basis, cells.category])).toEqual([
      ['birthday_23', '2026-05-06', 'worked_out', 'C4'],
    ]);
  });
  test('born on 29 February, the 25th birthday is 1 March (edge case 1)', () => {
    const file = [young('2008-02-29', {toldUsOn: date('2032-05-01')}), inCare('2020-01-10')];
    expect(days(file, {year: '2032-33', ages: '25', today: '2033-03-31'})).toEqual(['birthday_25 2033-03-01']);
    expect(days(file, {year: '2032-33', ages: '21', today: '2033-03-31'})).toEqual([]);
  });
});

describe('who has a row', () => {
  test('none while still looked after (R-01), and the care leaver of 17 has one (R-03)', () => {
    expect(days([young('2009-06-15'), inCare('2020-01-10')])).toEqual([]);
    expect(days([young('2009-06-15'), inCare('2020-01-10', '2026-05-31')])).toEqual(['birthday_17 2026-06-15']);
  });
  test('none for whoever was no care leaver of categories 2 to 4', () => {
    expect(days([young('2007-06-15')])).toEqual([]);
    expect(days([young('2007-06-15'), inCare('2025-05-01', '2025-06-14')])).toEqual([]);
  });
  test('rule 1011: none once another authority has taken their care over', () => {
    const moved = (endOn: string) => [young('2007-06-15'), inCare('2020-01-10', endOn, {reasonCeased: 'other_uk_authority'})];
    expect(days(moved('2024-06-01'))).toEqual([]);
    const back = [...moved('2022-06-01'), inCare('2023-01-01', '2025-06-14')];
    expect(days(back)).toEqual(['birthday_19 2026-06-15', 'after_care_12 2026-06-15']);
  });
  test('by the dates of care as they stand: a period that was entered, or corrected, after the freezing counts', () => {
    const frozenOf = (file: readonly DomainRecord[]) => {
      const made = snapshotsToFreeze(file, PERSON, settingsInForce([]), date('2026-07-16'));
      return made.map(({id: one, data}) => record('snapshot', data, one));
    };
    const before = [young('2007-06-15')];
    const entered = [...before, ...frozenOf(before), inCare('2020-01-10', '2025-06-14')];
    expect(rowsOf(entered).map(({cells}) => [cells.point, cells.category, cells.basis])).toContainEqual(['birthday_19', 'C3', 'frozen']);
    const wrong = category3();
    const takenOut = [...wrong, ...frozenOf(wrong)].map(each => (each.kind === 'looked-after-period' ? struck(each) : each));
    expect(rowsOf(takenOut)).toEqual([]);
  });
  test('none for a day that they did not live to see (edge case 21)', () => {
    const file = (diedOn: string) => [young('2007-06-15', {diedOn: date(diedOn)}), inCare('2020-01-10', '2025-06-14')];
    expect(days(file('2026-06-15'))).toEqual([]);
    expect(days(file('2026-06-16'))).toHaveLength(2);
  });
  test('home for six months is category 6 (R-05), and still told', () => {
    const home = stay('parents', '2026-02-01');
    const file = category2(home, inTouch('returned_home', '2026-08-10')).map(each =>
      each.kind === 'looked-after-period' ? inCare('2020-01-10', '2026-01-31') : each,
    );
    const born = file.map(each => (each.kind === 'young-person' ? young('2009-08-15') : each));
    expect(rowsOf(born).map(({cells}) => [cells.category, cells.in_touch])).toEqual([['C6a', 'RHOM']]);
  });
});

describe('codes of a row', () => {
  test('is suitable: 1 with or without conditions, 2 where it is not', () => {
    expect(homeOf('foyer', 'suitable')).toBe('T1');
    expect(homeOf('foyer', 'suitable_with_conditions')).toBe('T1');
    expect(homeOf('foyer', 'unsuitable')).toBe('T2');
  });
  test('stays blank where nobody has judged the home, and is never made up', () => {
    expect(homeOf('foyer', null)).toBe('');
    expect(homeOf('foyer', 'not_assessed')).toBe('');
  });
  test('S2 and X2 only, whatever was judged', () => {
    for (const result of ['suitable', 'unsuitable', null] as const) {
      expect(homeOf('no_fixed_abode', result)).toBe('S2');
      expect(homeOf('sofa_surfing', result)).toBe('S2');
      expect(homeOf('custody', result)).toBe('X2');
    }
  });
  test('a former foster carer who is kin is Z, not B (edge case 20)', () => {
    expect(homeOf('when_i_am_ready', 'suitable')).toBe('Z1');
  });
  test('nothing heard: not in touch, and 0 for both; nothing is carried into the window', () => {
    const old = [stay('tenancy_council', '2025-07-01'), record('activity', {code: 'F2', since: date('2025-09-01')})];
    expect(at19(old)).toMatchObject({in_touch: 'NO', in_touch_date: '', accommodation: '0', activity: '0', activity_date: ''});
  });
  test('whoever raised an alarm or wrote of their home is in touch, of what the return reads; of the words there is nothing', () => {
    const theirs = <One extends DomainRecord>(one: One): One => ({...one, made: {...one.made, author: PERSON}});
    const words = {text: 'Mae arna i ofn', lang: 'cy'} as const;
    const alarm = theirs(record('worry', {about: 'unsafe', words, raisedAt: '2026-06-10T20:00:00.000Z', seenBy: []}));
    const news = theirs(record('home-news', {what: 'moving', words, saidOn: date('2026-06-11'), alone: true}));
    const read = [alarm, news].filter(({kind}) => (READ_FOR_EXTRACT as readonly string[]).includes(kind));
    expect(at19(read.slice(0, 1))).toMatchObject({in_touch: 'YES', in_touch_date: '2026-06-10'});
    expect(at19(read)).toMatchObject({in_touch: 'YES', in_touch_date: '2026-06-11'});
    expect(JSON.stringify(at19(read))).not.toMatch(/ofn|unsafe/u);
  });
  test('rule 344: of whoever is home for good or has died, home and activity are blank, and their days too', () => {
    const flat = stay('parents', '2025-07-01');
    for (const status of ['returned_home', 'died'] as const)
      expect(
        at19([flat, visit('2026-06-01'), record('activity', {code: 'F2', since: date('2026-06-01')}), inTouch(status, '2026-06-15')]),
      ).toMatchObject({
        in_touch: status === 'died' ? 'DIED' : 'RHOM',
        accommodation: '',
        accommodation_date: '',
        activity: '',
        activity_date: '',
      });
  });
  test('whoever refuses contact is told apart from who no longer needs it (edge case 16)', () => {
    expect(at19([inTouch('refused')]).in_touch).toBe('REFU');
    expect(at19([inTouch('no_longer_requires')]).in_touch).toBe('NREQ');
  });
  test('a chosen code of the app is written as the return’s; the day of the information is that on which it was heard', () => {
    const carer = record('activity', {code: 'carer', since: date('2025-09-01')});
    expect(at19([carer, spoke])).toMatchObject({activity: 'G5', activity_date: '2026-06-10', in_touch: 'YES', in_touch_date: '2026-06-10'});
  });
  test('codes are those of the authority’s table on the day on which the return is made, also for a year that is over', () => {
    const table = DEFAULT_RETURN_CODES.map(row => (row.ours === 'carer' ? {...row, theirs: 'Q7'} : row));
    const set = record('setting', {name: 'returnCodes', value: table, from: date('2026-11-01')});
    const carer = record('activity', {code: 'carer', since: date('2025-09-01')});
    expect(at19([carer, spoke], {rows: [set]}).activity).toBe('Q7');
    expect(at19([carer, spoke], {rows: [set], today: '2026-10-31'}).activity).toBe('G5');
  });
  test('no name and no words: who it is is their number, or the app’s own', () => {
    const file = [young('2007-06-15', {legacyId: 'CL-17', sex: 'F'}), inCare('2020-01-10', '2025-06-14')];
    expect(rowsOf(file)[0]?.cells).toMatchObject({local_id: 'CL-17', birth_date: '2007-06-15', sex: 'F', category: 'C3'});
    expect(rowsOf(category3())[0]?.cells).toMatchObject({local_id: PERSON, sex: ''});
    expect(JSON.stringify(rowsOf(category3()).map(({cells}) => cells))).not.toMatch(/Cai|Gwennol/u);
    expect(new Set(EXTRACT_COLUMNS).size).toBe(EXTRACT_COLUMNS.length);
  });
  test('of two dates of birth the one that counts now (edge case 18)', () => {
    const born = young('2007-06-15', {
      birthDates: [
        {date: date('2006-01-01'), status: 'stated', heldFrom: date('2020-01-01')},
        {date: date('2007-06-15'), status: 'assessed', heldFrom: date('2021-01-01')},
      ],
    });
    expect(rowsOf([born, inCare('2020-01-10', '2025-06-14')])[0]?.cells).toMatchObject({birth_date: '2007-06-15', point: 'birthday_19'});
  });
});

describe('what counts', () => {
  const course = record('activity', {code: 'F2', since: date('2025-09-01')});
  const made = (one: DomainRecord, at: string): DomainRecord => ({...one, made: {...one.made, at: `${at}T10:00:00.000Z`}});
  const file = category3(course, spoke);
  const frozen = (at: string) =>
    snapshotsToFreeze(
      file.map(each => made(each, '2020-01-01')),
      PERSON,
      settingsInForce([]),
      date(at),
    )
      .filter(({data}) => data.moment === 'birthday_19')
      .map(({id: one, data}) => made(record('snapshot', data, one), at));

  test('before its window has closed it is open, then frozen; what is written later does not change it', () => {
    expect(at19([course, spoke], {today: '2026-06-20'})).toMatchObject({basis: 'open', basis_date: '', activity: 'F2'});
    const later = [...frozen('2026-07-16'), record('activity', {code: 'G5', since: date('2026-06-01')})];
    expect(at19([course, spoke, ...later])).toMatchObject({basis: 'frozen', basis_date: '2026-07-16', activity: 'F2'});
  });
  test('a correction is the version that counts, and says so; one put together afterwards says that', () => {
    const first = must(frozen('2026-07-16')[0], 'one was frozen');
    const corrected = record('snapshot', {
      ...(first.data as object),
      version: 2,
      frozenOn: date('2026-08-01'),
      corrects: first.id,
      reason: 'It had changed.',
      activity: {code: 'F4', on: date('2026-06-10'), source: 'correction', record: null, isTraining: null, disputed: false},
    });
    expect(at19([course, spoke, first, corrected])).toMatchObject({basis: 'corrected', basis_date: '2026-08-01', activity: 'F4'});
    expect(at19([course, spoke, ...frozen('2026-11-20')])).toMatchObject({basis: 'reconstructed', basis_date: '2026-11-20'});
  });
  test('what was struck out was never so', () => {
    expect(at19([struck(course), spoke]).activity).toBe('0');
    expect(at19([course, struck(spoke)]).in_touch).toBe('NO');
    expect(id(1)).toBe(PERSON);
  });
});
