/** Who may ask of the fund and why, what a duty may owe instead, and what looks like the same request. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {inCare, plan, record, stay, struck, young} from '../deadline/file.test-support.ts';
import {dutiesToConsider} from './duties.ts';
import {duplicateHints} from './duplicates.ts';
import {asAuthoritySays, fundEligibility} from './eligibility.ts';

const TODAY = date('2026-11-21');
const activity = (code: 'F1' | 'F2' | 'F5' | 'G5', since = '2026-01-01') => record('activity', {code, since: date(since)});

describe('who may ask', () => {
  const nineteen = [young('2007-05-04'), inCare('2015-01-01', '2025-05-03', {reasonCeased: 'turned_18'})];
  test.each([
    ['looked after at 17: category 1', [young('2009-05-04'), inCare('2015-01-01')], 'yes', 'looked_after_16_17', 'C1'],
    ['looked after at 16, not yet for 13 weeks', [young('2010-05-04'), inCare('2026-10-01')], 'yes', 'looked_after_16_17', 'none_yet'],
    ['left care at 17: category 2', [young('2009-05-04'), inCare('2015-01-01', '2026-09-01')], 'yes', 'care_leaver_under_18', 'C2'],
    ['nineteen: category 3', nineteen, 'yes', 'care_leaver_18_plus', 'C3'],
    [
      'twenty-three, whose duty has ended: still a care leaver',
      [young('2003-05-04'), inCare('2015-01-01', '2021-05-03', {reasonCeased: 'turned_18'})],
      'yes',
      'care_leaver_18_plus',
      'C3',
    ],
    [
      'came back to learn at 22: category 4',
      [young('2004-05-04', {toldUsOn: date('2026-06-01')}), inCare('2015-01-01', '2022-05-03', {reasonCeased: 'turned_18'})],
      'yes',
      'returning_to_learn',
      'C4',
    ],
    [
      'special guardianship: category 5',
      [young('2009-05-04'), inCare('2026-08-01', '2026-09-01', {reasonCeased: 'sgo_others'})],
      'yes',
      'special_guardianship',
      'C5',
    ],
    [
      'left care at 16 after a short time: category 6 is not named',
      [young('2009-05-04'), inCare('2026-08-01', '2026-09-01')],
      'decide',
      'category_6',
      'C6a',
    ],
    ['under 16', [young('2011-05-04'), inCare('2015-01-01')], 'no', 'under_16', 'pre'],
    ['25 today', [young('2001-11-21'), inCare('2010-01-01', '2019-11-20', {reasonCeased: 'turned_18'})], 'no', 'over_25', 'C3'],
    [
      '24 for one day more',
      [young('2001-11-22'), inCare('2010-01-01', '2019-11-21', {reasonCeased: 'turned_18'})],
      'yes',
      'care_leaver_18_plus',
      'C3',
    ],
    ['never looked after', [young('2007-05-04')], 'no', 'not_care_experienced', 'none'],
    [
      'only short breaks',
      [young('2007-05-04'), inCare('2015-01-01', '2015-02-01', {legalStatus: 'short_breaks'})],
      'no',
      'not_care_experienced',
      'none',
    ],
    ['left care at twelve, nineteen now', [young('2007-05-04'), inCare('2015-01-01', '2019-06-01')], 'decide', 'left_before_16', 'none'],
    [
      '22, out of every category, not in learning or work',
      [young('2004-05-04'), inCare('2010-01-01', '2014-01-01'), activity('G5')],
      'yes',
      'independent_21_24',
      'none',
    ],
    ['22, at college', [young('2004-05-04'), inCare('2010-01-01', '2014-01-01'), activity('F2')], 'no', 'in_learning_21_24', 'none'],
    [
      '22, in work or training: the code does not say which',
      [young('2004-05-04'), inCare('2010-01-01', '2014-01-01'), activity('F5')],
      'decide',
      'activity_unknown',
      'none',
    ],
    ['died', [young('2007-05-04', {diedOn: date('2026-11-01')}), ...nineteen.slice(1)], 'no', 'died', 'none'],
  ] as const)('%s', (_, file, answer, reason, category) => expect(fundEligibility(file, TODAY)).toMatchObject({answer, reason, category}));
  test('29 February: 25 is reached on 1 March of another year', () => {
    const file = [young('2004-02-29'), inCare('2010-01-01', '2022-02-28', {reasonCeased: 'turned_18'})];
    expect([fundEligibility(file, date('2029-02-28')).answer, fundEligibility(file, date('2029-03-01')).answer]).toEqual(['yes', 'no']);
  });
  test('category 6 as the authority has set it, and nobody else by that', () => {
    const six = fundEligibility([young('2009-05-04'), inCare('2026-08-01', '2026-09-01')], TODAY);
    expect(['yes', 'decide', 'no'].map(set => asAuthoritySays(six, set as 'yes').answer)).toEqual(['yes', 'decide', 'no']);
    expect(asAuthoritySays(fundEligibility(nineteen, TODAY), 'no').answer).toBe('yes');
  });
});

describe('what a duty may owe (R-40, R-51, R-60, R-61, R-64)', () => {
  const c1 = [young('2009-05-04'), inCare('2015-01-01')];
  const c2 = [young('2009-05-04'), inCare('2015-01-01', '2026-09-01')];
  const c3 = [young('2007-05-04'), inCare('2015-01-01', '2025-05-03', {reasonCeased: 'turned_18'})];
  const duties = (file: Parameters<typeof dutiesToConsider>[0], spend: Parameters<typeof dutiesToConsider>[1]) =>
    dutiesToConsider(file, spend, TODAY).map(({duty, rule, certain}) => `${duty} ${rule ?? '-'} ${certain ? 'runs' : 'may run'}`);
  test.each([
    ['food at 17 in care: the authority maintains them', c1, 'emergency', ['maintenance R-64 runs']],
    ['rent at 17 after care', c2, 'deposit_rent', ['maintenance R-64 runs', 'accommodation R-40 runs']],
    ['a sofa at 17 after care', c2, 'furniture_white_goods', ['maintenance R-64 runs', 'setting_up_home - may run']],
    ['a hobby: nothing', c1, 'hobby_activity', []],
    [
      'books of a university student',
      [...c3, activity('F1'), plan('2026-01-01', {programme: 'BSc'})],
      'learning_equipment',
      ['higher_education R-61 runs', 'learning_grant R-60 runs'],
    ],
    ['a college fee', [...c3, activity('F2')], 'course_fee', ['learning_grant R-60 runs']],
    ['tools of somebody in work', [...c3, activity('F5')], 'work_tools_clothing', ['living_near_work R-60 runs']],
    [
      'rent in the vacation',
      [...c3, activity('F2'), stay('university_halls', '2025-09-01')],
      'deposit_rent',
      ['living_near_work R-60 may run', 'vacation_home R-51 may run'],
    ],
    [
      'tools at 22, whose duty has ended',
      [young('2004-05-04'), inCare('2015-01-01', '2022-05-03', {reasonCeased: 'turned_18'}), activity('F5')],
      'work_tools_clothing',
      [],
    ],
    ['nothing said of what it is for', c1, null, []],
  ] as const)('%s', (_, file, spend, expected) => expect(duties(file, spend)).toEqual(expected));
  test('what was struck out counts for nothing', () => {
    expect(duties([...c3, struck(activity('F2'))], 'course_fee')).toEqual([]);
  });
});

describe('the same request again', () => {
  const asked = (on: string, more: Parameters<typeof record<'fund-request'>>[1] = {}) =>
    record('fund-request', {
      requestedOn: date(on),
      byYoungPerson: true,
      spendType: 'driving',
      askedPence: 5_000,
      status: 'submitted',
      ...more,
    });
  test.each([
    ['the same kind within a year', asked('2026-01-05', {askedPence: 100}), ['same_kind']],
    ['longer ago', asked('2025-11-20', {askedPence: 100}), []],
    ['the same amount under another heading within three months', asked('2026-10-01', {spendType: 'other'}), ['same_amount']],
    ['the same amount long ago', asked('2026-05-01', {spendType: 'other'}), []],
    ['one that was taken back is none', asked('2026-11-01', {status: 'withdrawn'}), []],
    ['one that was refused neither', asked('2026-11-01', {status: 'refused'}), []],
  ] as const)('%s', (_, other, reasons) => {
    const request = asked('2026-11-21');
    expect(duplicateHints(request, [request, other]).map(({because}) => because)).toEqual(reasons);
  });
  test('the same paper for two requests', () => {
    const [one, other] = [asked('2026-11-21'), asked('2024-01-01', {spendType: 'other', askedPence: 1})];
    const paper = (request: string, supplier: string) =>
      record('fund-paper', {request, what: 'quote', supplier, pence: 4_999, on: date('2026-11-01'), seenBy: null});
    expect(duplicateHints(one, [one, other], [paper(one.id, 'Siop Ffug'), paper(other.id, ' siop ffug')])).toEqual([
      {request: other.id, because: 'same_paper'},
    ]);
  });
});
