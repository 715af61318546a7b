/** Questions about a return: each names the records to mend and where, and only what touches the return is asked (domain.md 4.3). */
import {describe, expect, test} from 'vitest';
import {settingsInForce} from '../authority/settings.ts';
import {category3, contact, head, id, inCare, PERSON, record, stay, visit, young} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {extractRows, type ExtractOf} from './extract.ts';
import {CHECKS, type Check} from './checks.ts';
import {checksOf, questionsOf} from './quality.ts';
import {returnYears} from './return-year.ts';

const extract: ExtractOf = {
  year: must(returnYears(date('2026-11-21'))[0], 'this year'),
  ages: '21',
  today: date('2026-11-21'),
  settings: settingsInForce([]),
};
const asked = (file: readonly DomainRecord[], of = extract) => questionsOf(file, extractRows(file, of), of);
/** Of the 19th birthday and of the file, without those that every made-up file has. */
const about = (...more: readonly DomainRecord[]) =>
  asked(category3(...more)).filter(({point, check}) => point !== 'after_care_12' && check !== 'no_local_id' && check !== 'sex_missing');
const one = (check: Check, ...more: readonly DomainRecord[]) => {
  const found = about(...more).filter(each => each.check === check);
  expect(found).toHaveLength(1);
  return must(found[0], 'it is asked');
};
const checks = (...more: readonly DomainRecord[]) => about(...more).map(({check}) => check);

const flat = stay('tenancy_council', '2025-06-15', null, {});
const judged = record('suitability', {stay: flat.id, result: 'suitable', judgedOn: date('2025-07-05')});
const college = record('activity', {code: 'F2', since: date('2025-09-01')});
const spoke = contact('2026-06-10', 'phone', 'spoke', {activityConfirmed: true, homeConfirmed: true});
const inTouch = (status: 'yes' | 'returned_home' | 'died', since: string) => record('in-touch', {status, since: date(since)});

test('a file in order is asked nothing', () => {
  expect(about(flat, judged, college, spoke)).toEqual([]);
  expect(asked([young('2007-06-15')])).toEqual([]);
});

describe('rules of the return', () => {
  test('rule 345: in touch, but home and activity would be 0', () => {
    const talked = contact('2026-06-10', 'phone', 'spoke');
    expect(one('in_touch_with_nothing', talked)).toMatchObject({point: 'birthday_19', on: '2026-06-15', where: 'home', records: []});
    expect(one('in_touch_with_nothing', talked, flat, judged, visit('2026-06-11'))).toMatchObject({where: 'learning'});
    expect(checks(flat, judged, college, spoke)).not.toContain('in_touch_with_nothing');
    expect(checks()).not.toContain('in_touch_with_nothing');
  });
  test('rule 344: home for good or died, and the file has a home or an activity all the same', () => {
    const home = inTouch('returned_home', '2026-06-14');
    const question = one('blank_with_values', flat, judged, college, spoke, home);
    expect(question.where).toBe('contacts');
    expect(question.records).toEqual([home.id, spoke.id, spoke.id]);
    expect(checks(inTouch('returned_home', '2026-06-14'))).not.toContain('blank_with_values');
    expect(checks(inTouch('returned_home', '2026-06-14'))).not.toContain('home_not_known');
  });
  test('home for six months: a return home within them does not have the code yet', () => {
    expect(checks(inTouch('returned_home', '2026-06-14'))).toContain('returned_home_lately');
  });
  test('rule 344: died without a date of death is asked where it is recorded', () => {
    expect(one('died_without_day', inTouch('died', '2026-06-14'))).toMatchObject({where: 'overview'});
  });
  test('a foyer, and former foster carers, are not before 18', () => {
    const file = (type: 'foyer' | 'when_i_am_ready', bornOn: string) => {
      const home = stay(type, '2026-05-31');
      return asked([young(bornOn), inCare('2020-01-10', '2026-05-30'), home, visit('2026-06-16')]).map(({check}) => check);
    };
    expect(file('foyer', '2009-06-15')).toContain('foyer_under_18');
    expect(file('when_i_am_ready', '2009-06-15')).toContain('former_foster_under_18');
    expect(file('foyer', '2008-06-15')).not.toContain('foyer_under_18');
    expect(file('when_i_am_ready', '2008-06-15')).not.toContain('former_foster_under_18');
  });
  test('a foster home after leaving care has no code', () => {
    const foster = stay('foster_agency', '2025-06-15');
    expect(one('foster_after_care', foster, visit('2026-06-12'))).toMatchObject({where: 'home', records: [foster.id]});
  });
});

describe('what is not known', () => {
  test('of a home: not known, or known too long before', () => {
    expect(one('home_not_known')).toMatchObject({where: 'home', records: []});
    const old = {...flat, made: {...flat.made, at: '2025-07-01T10:00:00.000Z'}};
    expect(one('home_outside_window', old)).toMatchObject({where: 'home', records: [flat.id]});
    const unknown = stay('not_known', '2025-06-15');
    expect(one('home_not_known', unknown, visit('2026-06-12')).records).toEqual([unknown.id]);
  });
  test('of an activity: not known, or known too long before', () => {
    expect(one('activity_not_known')).toMatchObject({where: 'learning', records: []});
    expect(one('activity_outside_window', college)).toMatchObject({where: 'learning', records: [college.id]});
  });
  test('whether it was suitable is asked at the home itself, and not where the code needs no judgement', () => {
    expect(one('suitability_missing', flat, college, spoke)).toMatchObject({where: 'judge', records: [flat.id]});
    expect(checks(stay('custody', '2025-06-15'), college, visit('2026-06-12'))).not.toContain('suitability_missing');
  });
  test('date of birth, sex and number', () => {
    const born = (status: 'disputed' | 'stated' | 'assessed' | 'verified') =>
      asked([
        young('2007-06-15', {birthDates: [{date: date('2007-06-15'), status, heldFrom: date('2020-01-01')}], sex: 'F', legacyId: 'CL-1'}),
        inCare('2020-01-10', '2025-06-14'),
      ])
        .filter(({point}) => point === null)
        .map(({check, where}) => [check, where]);
    expect(born('verified')).toEqual([]);
    expect(born('disputed')).toEqual([['birth_date_disputed', 'birth-date']]);
    expect(born('stated')).toEqual([['birth_date_not_verified', 'birth-date']]);
    expect(born('assessed')).toEqual([['birth_date_not_verified', 'birth-date']]);
    expect(asked(category3()).map(({check}) => check)).toEqual(expect.arrayContaining(['sex_missing', 'no_local_id']));
  });
});

describe('homes that do not make one line', () => {
  const other = (from: string, until: string | null = null) => stay('lodgings', from, until);
  const closed = (until: string) => ({...flat, data: {...flat.data, endOn: date(until)}});

  test('two at once, days without one, none now, no first day, an end before the beginning: each names its stays', () => {
    const second = other('2026-05-01');
    expect(one('spell_overlap', flat, second)).toMatchObject({where: 'days', point: null, records: [flat.id, second.id]});
    expect(one('spell_gap', closed('2026-04-10'), second).records).toEqual([flat.id, second.id]);
    expect(one('spell_none_open', closed('2026-08-10')).records).toEqual([flat.id]);
    const kept = {...flat, data: {...flat.data, keptWhileAway: true}};
    expect(one('spell_room_kept', kept)).toMatchObject({where: 'home', records: [flat.id]});
    const undated = record('stay', {type: 'lodgings', startOn: null});
    expect(one('spell_no_start', flat, undated).records).toEqual([undated.id]);
    expect(one('spell_end_before_start', closed('2025-01-01')).records).toEqual([flat.id]);
  });
  test('what was long before the year and its windows is not asked here', () => {
    const long = stay('lodgings', '2021-01-01', '2021-03-01');
    expect(checks(long, stay('lodgings', '2021-06-01', '2025-06-15'), flat)).not.toContain('spell_gap');
  });
});

describe('two versions', () => {
  test('of a field that is in the row are asked where they are put together; of another field not', () => {
    const both = (field: string, ...values: readonly unknown[]) => ({
      ...college,
      heads: {[field]: values.map(value => head(value, '2026-06-01'))},
    });
    expect(one('two_versions', both('code', 'F2', 'F4'), spoke)).toMatchObject({where: 'learning', records: [college.id]});
    expect(checks(both('words', 'One', 'Two'), spoke)).not.toContain('two_versions');
  });
  test('of the person themselves', () => {
    const [person, ...rest] = category3();
    const two = {...must(person, 'the person'), heads: {sex: [head('F', '2026-06-01'), head('M', '2026-06-01')]}};
    expect(asked([two, ...rest]).filter(({check}) => check === 'two_versions')).toEqual([
      {check: 'two_versions', person: PERSON, point: null, on: null, where: 'overview', records: [PERSON]},
    ]);
  });
  test('two that each claim to be the main activity', () => {
    const job = record('activity', {code: 'F5', since: date('2026-01-01')});
    expect(one('activity_disputed', college, job, spoke).records.toSorted()).toEqual([college.id, job.id].toSorted());
  });
});

describe('what was frozen', () => {
  const known = {on: date('2026-06-10'), source: 'recorded', record: null} as const;
  const kept = (version: number, code: 'F2' | 'F4', corrects: string | null = null) =>
    record('snapshot', {
      moment: 'birthday_19',
      on: date('2026-06-15'),
      from: date('2026-03-15'),
      until: date('2026-07-15'),
      version,
      frozenOn: date('2026-07-16'),
      reconstructed: false,
      category: 'C3',
      activity: {...known, code, isTraining: null, disputed: false},
      inTouch: {...known, status: 'yes'},
      home: {...known, type: 'tenancy_council', suitability: 'suitable'},
      corrects,
      reason: corrects === null ? null : 'It was another.',
    });

  test('the file says otherwise now: asked at the snapshot, and the row keeps what was frozen', () => {
    const first = kept(1, 'F4');
    expect(one('file_says_otherwise', flat, judged, college, spoke, first)).toMatchObject({where: 'learning', records: [first.id]});
    expect(checks(flat, judged, college, spoke, kept(1, 'F2'))).toEqual([]);
  });
  test('what is missing in what was frozen is put right at the snapshot once the home has been judged', () => {
    const first = kept(1, 'F2');
    const unjudged = {...first, data: {...first.data, home: {...first.data.home, suitability: null}}};
    expect(one('suitability_missing', flat, college, spoke, unjudged)).toMatchObject({where: 'judge', records: [flat.id]});
    const late = {...judged, data: {...judged.data, judgedOn: date('2026-09-01')}};
    expect(one('suitability_missing', flat, late, college, spoke, unjudged)).toMatchObject({where: 'learning', records: [first.id]});
  });
  test('two main activities of which somebody has said since which it was are asked about no more', () => {
    const first = kept(1, 'F2');
    const disputed = {...first, data: {...first.data, activity: {...first.data.activity, disputed: true}}};
    const job = record('activity', {code: 'F5', since: date('2026-01-01')});
    expect(one('activity_disputed', flat, judged, college, job, spoke, disputed).records).toHaveLength(2);
    const beside = {...job, data: {...job.data, isMain: false}};
    expect(checks(flat, judged, college, beside, spoke, disputed)).toEqual([]);
  });
  test('a home of which nothing was heard in time is put right at the snapshot, once that is frozen', () => {
    const first = kept(1, 'F2');
    const unheard = {
      ...first,
      data: {...first.data, home: {on: null, source: 'nothing_heard', record: null, type: null, suitability: null} as const},
    };
    const old = {...flat, made: {...flat.made, at: '2025-07-01T10:00:00.000Z'}};
    const talked = contact('2026-06-10', 'phone', 'spoke', {activityConfirmed: true});
    const found = about(old, judged, college, talked, unheard);
    expect(found.map(({check, where, records}) => [check, where, records])).toEqual([
      ['home_outside_window', 'learning', [first.id]],
      ['in_touch_with_nothing', 'learning', [first.id]],
    ]);
  });
  test('two corrected the same one: both are named', () => {
    const first = kept(1, 'F2');
    const [one1, two] = [kept(2, 'F4', first.id), kept(2, 'F2', first.id)];
    expect(one('two_corrections', flat, judged, college, spoke, first, one1, two).records.toSorted()).toEqual([one1.id, two.id].toSorted());
  });
});

test('a row carries its own questions and those of its file, in the order of the list', () => {
  const file = category3();
  const rows = extractRows(file, extract);
  const row = must(rows[0], 'a row');
  const found = checksOf(row, questionsOf(file, rows, extract));
  expect(found).toEqual(['home_not_known', 'activity_not_known', 'sex_missing', 'no_local_id']);
  expect(found.map(each => CHECKS.indexOf(each))).toEqual(found.map(each => CHECKS.indexOf(each)).toSorted((a, b) => a - b));
  expect(checksOf({...row, person: id(7)}, questionsOf(file, rows, extract))).toEqual([]);
});
