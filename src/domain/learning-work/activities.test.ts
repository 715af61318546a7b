/** What somebody does, changed by commands alone: who may, what is refused, and what happens when two devices write at once. */
import {beforeEach, describe, expect, test} from 'vitest';
import {young} from '../deadline/file.test-support.ts';
import {ADVISER, idOf, PERSON, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {must} from '../shared/result.ts';
import {versionsIn} from '../shared/versions.ts';
import {ACTIVITIES} from '../young-person/codes.ts';
import {ACTIVITY_GROUPS, canBeAwaited, groupOfActivity, returnCode, takesNeetReason} from './codes.ts';
import {NOTHING_SAID} from './activity.test-support.ts';
import {knownThen} from './known-then.ts';
import {activitiesOn, lastConfirmed, presentActivity, rivalsOn} from './present-activity.ts';

const [COURSE, JOB, OTHER] = [idOf(700), idOf(701), idOf(702)];
const course = {
  ...NOTHING_SAID,
  code: 'F2',
  since: '2026-09-01',
  what: 'Gwaith coed',
  where: 'Coleg Ffug',
  expectedEndOn: '2027-07-01',
  level: 2,
};
const job = {...NOTHING_SAID, code: 'P5', since: '2026-10-01', what: 'Caffi', hours: 12, isMain: false, isTraining: false};
const said = {code: 'F5', since: '2026-11-10', what: 'Siop', where: null, startsOn: null, startsAs: null, isMain: true, words: null};

let file: PlanFile;
const enter = (body: object = {}, id = COURSE, role: 'adviser' | 'young_person' | 'manager' = 'adviser') =>
  file.send('activity.enter', id, {...course, ...body}, role);
const all = () => [...file.records.values()];
beforeEach(() => {
  file = new PlanFile([young('2007-06-15', {diedOn: null})]);
});

describe('groups of 4.2', () => {
  test('every code has one, and the five are all in use', () => {
    expect([...new Set(ACTIVITIES.map(code => groupOfActivity(code)))].toSorted()).toEqual([...ACTIVITY_GROUPS].toSorted());
    expect([groupOfActivity('F1'), groupOfActivity('P4'), groupOfActivity('F5'), groupOfActivity('G6'), groupOfActivity(null)]).toEqual([
      'education',
      'training',
      'employment',
      'neet',
      'not_known',
    ]);
  });
  test('F5 and P5 are a job unless somebody said that it is training; no other code is moved by that', () => {
    expect([groupOfActivity('P5', true), groupOfActivity('P5', false), groupOfActivity('G5', true)]).toEqual([
      'training',
      'employment',
      'neet',
    ]);
  });
  test('local codes go into returns as codes that a return knows', () => {
    expect(ACTIVITIES.map(returnCode).filter(code => !/^(?:[FP][1245]|G[456]|not_known)$/u.test(code))).toEqual([]);
  });
});

describe('an activity begins', () => {
  test('where the young person sees it, by whoever works with them', () => {
    expect(enter()).toBe('applied');
    expect(file.shared.map(({id}) => id)).toEqual([COURSE]);
    expect(file.data(COURSE, 'activity')).toMatchObject({code: 'F2', since: '2026-09-01', endOn: null, what: 'Gwaith coed', level: 2});
    expect(enter()).toBe('already_there');
    expect(enter({}, JOB, 'young_person')).toBe('not_permitted');
    for (const role of ['finance_officer', 'administrator', 'governance_officer'] as const)
      expect(file.send('activity.enter', JOB, course, role)).toBe('not_permitted');
  });
  test('not before birth, not after death, not ahead of today', () => {
    expect(enter({since: '2026-11-22', expectedEndOn: null})).toBe('date_in_future since');
    expect(enter({since: '2007-06-14'})).toBe('out_of_range since');
    file = new PlanFile([young('2007-06-15', {diedOn: date('2026-10-01')})]);
    expect(enter({since: '2026-10-02'})).toBe('out_of_range since');
    expect(enter({since: '2026-10-01'})).toBe('applied');
  });
  test('never expected to end before it began, or in a year that is a slip of the hand', () => {
    expect(enter({expectedEndOn: '2026-08-31'})).toBe('dates_out_of_order expectedEndOn');
    expect(enter({expectedEndOn: '2062-07-01'})).toBe('out_of_range expectedEndOn');
    expect(enter({expectedEndOn: '2026-09-01'})).toBe('applied');
  });
  test('a line too long, hours and levels that there are none of, a day that is none', () => {
    for (const wrong of [{what: 'x'.repeat(1_001)}, {hours: 0}, {hours: 101}, {level: 9}, {since: '2026-02-29'}, {code: 'Z1'}])
      expect(enter(wrong)).toMatch(/^body_invalid/u);
  });
  test('in neither, with why where the code does not say it, and not where it does', () => {
    const neither = {code: 'G5', what: null, where: null, expectedEndOn: null, level: null};
    expect(enter(neither)).toBe('words_missing neetReason');
    expect(enter({...neither, code: 'G4', neetReason: 'wellbeing'})).toBe('out_of_range neetReason');
    expect(enter({...neither, neetReason: 'no_offer'})).toBe('applied');
    expect(ACTIVITIES.filter(takesNeetReason)).toEqual(['G5', 'volunteering', 'awaiting_start']);
  });
  test('that is waited for: a start to come, of learning or work, and only then', () => {
    const waits = {code: 'awaiting_start', since: '2026-11-01', expectedEndOn: null, startsOn: '2027-01-05', startsAs: 'F2', isMain: false};
    expect(enter(waits)).toBe('applied');
    expect(enter({...waits, startsOn: null}, JOB)).toBe('words_missing startsOn');
    expect(enter({...waits, startsAs: null}, JOB)).toBe('words_missing startsAs');
    expect(enter({...waits, startsAs: 'G5'}, JOB)).toBe('out_of_range startsAs');
    expect(enter({...waits, startsOn: '2026-11-01'}, JOB)).toBe('dates_out_of_order startsOn');
    expect(enter({...waits, startsOn: '2040-01-01'}, JOB)).toBe('out_of_range startsOn');
    expect(enter({startsOn: '2027-01-05'}, JOB)).toBe('out_of_range startsOn');
    expect(ACTIVITIES.filter(canBeAwaited)).not.toContain('awaiting_start');
  });
  test('training is said of F5 and P5 alone', () => {
    expect(enter({isTraining: true})).toBe('out_of_range isTraining');
    expect(enter({...job, isTraining: true})).toBe('applied');
  });
});

describe('several at once', () => {
  test('a job beside a course: the course is what they mainly do, whichever began later', () => {
    enter();
    expect(enter(job, JOB)).toBe('applied');
    expect(presentActivity(all(), date('2026-11-21'))?.id).toBe(COURSE);
    expect(activitiesOn(all(), date('2026-11-21')).map(({id}) => id)).toEqual([COURSE, JOB]);
    expect(rivalsOn(all(), date('2026-11-21'))).toEqual([]);
  });
  test('one takes the place of another, whose last day and reason go with it', () => {
    enter();
    const full = {...job, code: 'F5', isMain: true};
    expect(enter({...full, ends: {activity: COURSE, endOn: '2026-08-31', reason: 'left_early'}}, JOB)).toBe('dates_out_of_order endOn');
    expect(enter({...full, ends: {activity: COURSE, endOn: '2026-11-30', reason: null}}, JOB)).toBe('date_in_future endOn');
    expect(enter({...full, ends: {activity: OTHER, endOn: '2026-09-30', reason: null}}, JOB)).toBe('unknown_record ends');
    expect(enter({...full, ends: {activity: COURSE, endOn: '2026-09-30', reason: 'left_early'}}, JOB)).toBe('applied');
    expect(file.data(COURSE, 'activity')).toMatchObject({endOn: '2026-09-30', endReason: 'left_early'});
    expect(presentActivity(all(), date('2026-09-30'))?.id).toBe(COURSE);
    expect(presentActivity(all(), date('2026-10-01'))?.id).toBe(JOB);
  });
  test('two devices offline that each begin another: both are kept, and a person is asked', () => {
    enter();
    const ends = (endOn: string) => ({activity: COURSE, endOn, reason: null});
    expect(enter({code: 'F5', since: '2026-11-01', expectedEndOn: null, ends: ends('2026-10-31')}, JOB)).toBe('applied');
    expect(enter({code: 'F4', since: '2026-11-02', expectedEndOn: null, ends: ends('2026-11-01')}, OTHER)).toBe('applied');
    expect(file.data(COURSE, 'activity')?.endOn).toBe('2026-10-31');
    expect(
      rivalsOn(all(), date('2026-11-21'))
        .map(({id}) => id)
        .toSorted(),
    ).toEqual([JOB, OTHER]);
    expect(file.send('activity.change', JOB, {isMain: false})).toBe('applied');
    expect(rivalsOn(all(), date('2026-11-21'))).toEqual([]);
    expect(presentActivity(all(), date('2026-11-21'))?.id).toBe(OTHER);
  });
  test('what comes after a course that somebody else has ended is kept, also where its own day for that end cannot be', () => {
    file = new PlanFile([young('2007-06-15', {diedOn: null})]);
    enter();
    expect(file.send('activity.end', COURSE, {endOn: '2026-11-10', reason: 'finished'})).toBe('applied');
    const after = (endOn: string, id = JOB) =>
      enter({code: 'F5', since: '2026-11-12', expectedEndOn: null, ends: {activity: COURSE, endOn, reason: null}}, id);
    expect(after('2020-01-01')).toBe('applied');
    expect(file.data(COURSE, 'activity')?.endOn).toBe('2026-11-10');
    expect(file.data(JOB, 'activity')?.code).toBe('F5');
  });
  test('of two ends that did not know of each other the earlier stands in any order, and the other is listed with who gave it', () => {
    const at = (endOn: string, reason: string | null, id: string) =>
      enter({code: 'F5', since: '2026-11-02', expectedEndOn: null, ends: {activity: COURSE, endOn, reason}}, id);
    const ends = [
      () => at('2026-10-31', 'finished', JOB),
      () => at('2026-10-04', 'left_early', OTHER),
      () => at('2026-11-01', null, idOf(703)),
    ];
    const told = [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
      [2, 0, 1],
    ].map(order => {
      file = new PlanFile([young('2007-06-15', {diedOn: null})]);
      enter();
      expect(order.map(each => ends[each]?.())).toEqual(['applied', 'applied', 'applied']);
      const course = must(file.records.get(COURSE), 'entered');
      const listed = (field: string) => course.heads[field]?.map(({value, overtaken}) => [value, overtaken ?? false]);
      expect(versionsIn(course).map(({field, how}) => [field, how])).toEqual([
        ['endOn', 'overtaken'],
        ['endReason', 'overtaken'],
      ]);
      return [course.data['endOn'], course.data['endReason'], listed('endOn'), listed('endReason')];
    });
    expect(told).toEqual(
      Array.from({length: 4}, () => [
        '2026-10-04',
        'left_early',
        [
          ['2026-10-04', false],
          ['2026-10-31', true],
          ['2026-11-01', true],
        ],
        [
          ['left_early', false],
          ['finished', true],
        ],
      ]),
    );
    // Whoever saw both says which is right, or that it goes on.
    const ops = file.records.get(COURSE)?.heads['endOn']?.flatMap(each => each.ops) ?? [];
    expect(file.send('conflict.settle', COURSE, {field: 'endOn', value: '2026-10-31'}, 'adviser', {bases: {endOn: ops}})).toBe('applied');
    expect(file.data(COURSE, 'activity')?.endOn).toBe('2026-10-31');
    expect(file.send('activity.end', COURSE, {endOn: null, reason: null})).toBe('applied');
    expect(versionsIn(must(file.records.get(COURSE), 'entered'))).toEqual([]);
  });
  test('two that say the same day are one end, with the reason of whoever gave one', () => {
    enter();
    const instead = {code: 'F5', since: '2026-11-02', expectedEndOn: null};
    enter({...instead, ends: {activity: COURSE, endOn: '2026-10-31', reason: null}}, JOB);
    enter({...instead, ends: {activity: COURSE, endOn: '2026-10-31', reason: 'finished'}}, OTHER);
    expect(file.data(COURSE, 'activity')).toMatchObject({endOn: '2026-10-31', endReason: 'finished'});
    expect(versionsIn(must(file.records.get(COURSE), 'entered'))).toEqual([]);
  });
  test('two devices that each chose another leave none: a person is asked again, and what is counted says that it is not settled', () => {
    enter();
    enter({code: 'F5', since: '2026-10-01', expectedEndOn: null}, JOB);
    expect(file.send('activity.change', COURSE, {isMain: false})).toBe('applied');
    expect(file.send('activity.change', JOB, {isMain: false}, 'manager')).toBe('applied');
    const on = date('2026-11-21');
    expect(rivalsOn(all(), on).map(({id}) => id)).toEqual([JOB, COURSE]);
    const window = {moment: 'birthday_19', on, from: date('2026-08-21'), until: date('2026-12-21')};
    expect(knownThen(all(), window).activity.disputed).toBe(true);
    const bases = {isMain: file.records.get(COURSE)?.heads['isMain']?.flatMap(({ops}) => ops) ?? []};
    expect(file.send('activity.change', COURSE, {isMain: true}, 'adviser', {bases})).toBe('applied');
    expect(rivalsOn(all(), on)).toEqual([]);
    expect(presentActivity(all(), on)?.id).toBe(COURSE);
    expect(knownThen(all(), window).activity.disputed).toBe(false);
  });
  test('of the same two, every device names the same one', () => {
    enter({since: '2026-11-01'}, COURSE);
    enter({since: '2026-11-01'}, JOB);
    expect(presentActivity(all(), date('2026-11-21'))?.id).toBe(presentActivity(all().toReversed(), date('2026-11-21'))?.id);
  });
  test('one that was entered in error is struck out with a reason, and counts for nothing', () => {
    enter();
    expect(file.send('record.strike-out', COURSE, {reason: welsh('Ffeil rhywun arall')})).toBe('applied');
    expect(presentActivity(all(), date('2026-11-21'))).toBeUndefined();
  });
});

describe('the young person says it themselves', () => {
  test('alone, in their own part; their adviser’s stays, and a person is asked which is right', () => {
    enter();
    expect(file.send('activity.say', JOB, said, 'young_person')).toBe('applied');
    expect(file.records.get(JOB)?.made.author).toBe(PERSON);
    expect(file.data(COURSE, 'activity')?.endOn).toBeNull();
    expect(rivalsOn(all(), date('2026-11-21')).map(({id}) => id)).toEqual([JOB, COURSE]);
    expect(file.send('activity.say', OTHER, said, 'adviser')).toBe('not_permitted');
    expect(file.send('activity.say', JOB, said, 'young_person')).toBe('already_there');
  });
  test('within the same bounds of days', () => {
    expect(file.send('activity.say', JOB, {...said, since: '2026-12-01'}, 'young_person')).toBe('date_in_future since');
    expect(file.send('activity.say', JOB, {...said, code: 'awaiting_start'}, 'young_person')).toBe('words_missing startsOn');
  });
  test('and that it is still so, as staff can who heard it', () => {
    enter();
    expect(file.send('activity.confirm', COURSE, {on: '2026-11-20'}, 'young_person')).toBe('applied');
    expect(file.data(COURSE, 'activity')?.confirmations).toEqual([{by: PERSON, on: '2026-11-20'}]);
    expect(file.send('activity.confirm', COURSE, {on: '2026-11-21'})).toBe('applied');
    expect(lastConfirmed(must(file.data(COURSE, 'activity'), 'entered'))).toEqual({by: ADVISER, on: '2026-11-21'});
    expect(file.send('activity.confirm', COURSE, {on: '2026-08-31'})).toBe('dates_out_of_order on');
    expect(file.send('activity.confirm', COURSE, {on: '2026-11-22'})).toBe('date_in_future on');
    expect(file.send('activity.confirm', PERSON, {on: '2026-11-21'})).toBe('unknown_record');
  });
  test('nobody confirms what was struck out', () => {
    enter();
    file.send('record.strike-out', COURSE, {reason: welsh('Ffeil rhywun arall')});
    expect(file.send('activity.confirm', COURSE, {on: '2026-11-20'}, 'young_person')).toBe('state_moved');
  });
});

describe('it is changed and ends', () => {
  test('only what is named, within the same bounds as when it began', () => {
    enter();
    expect(file.send('activity.change', COURSE, {where: 'Coleg Arall'})).toBe('applied');
    expect(file.data(COURSE, 'activity')).toMatchObject({where: 'Coleg Arall', what: 'Gwaith coed'});
    expect(file.send('activity.change', COURSE, {since: '2027-08-01'})).toBe('date_in_future since');
    expect(file.send('activity.change', COURSE, {expectedEndOn: '2026-01-01'})).toBe('dates_out_of_order expectedEndOn');
    expect(file.send('activity.change', COURSE, {neetReason: 'looking'})).toBe('out_of_range neetReason');
    expect(file.send('activity.change', COURSE, {plan: OTHER})).toBe('unknown_record plan');
    expect(file.send('activity.change', COURSE, {where: null}, 'young_person')).toBe('not_permitted');
    expect(file.send('activity.change', PERSON, {where: null})).toBe('unknown_record');
  });
  test('two people’s codes are both kept until somebody chooses', () => {
    enter();
    const bases = {code: [file.records.get(COURSE)?.made.op ?? '']};
    expect(file.send('activity.change', COURSE, {code: 'P2'}, 'adviser', {bases})).toBe('applied');
    expect(file.send('activity.change', COURSE, {code: 'F4'}, 'manager', {bases})).toBe('conflict');
    expect(file.records.get(COURSE)?.heads['code']?.map(({value}) => value)).toHaveLength(2);
  });
  test('never before it began nor ahead of today; once; and goes on after all where that was wrong', () => {
    enter();
    const end = (body: object, more = {}) => file.send('activity.end', COURSE, body, 'adviser', more);
    expect(end({endOn: '2026-08-31', reason: null})).toBe('dates_out_of_order endOn');
    expect(end({endOn: '2026-11-22', reason: null})).toBe('date_in_future endOn');
    expect(end({endOn: null, reason: null})).toBe('unchanged endOn');
    expect(end({endOn: '2026-11-20', reason: 'finished'})).toBe('applied');
    expect(file.data(COURSE, 'activity')).toMatchObject({endOn: '2026-11-20', endReason: 'finished'});
    expect(end({endOn: '2026-11-19', reason: null}, {expect: idOf(9)})).toBe('state_moved');
    expect(file.send('activity.change', COURSE, {since: '2026-11-21'})).toBe('dates_out_of_order since');
    expect(end({endOn: null, reason: null})).toBe('applied');
    expect(file.data(COURSE, 'activity')).toMatchObject({endOn: null, endReason: null});
  });
  test('whoever ends what was replaced elsewhere meanwhile is told', () => {
    enter();
    const seen = file.records.get(COURSE)?.made.op ?? '';
    enter({code: 'F5', since: '2026-11-01', expectedEndOn: null, ends: {activity: COURSE, endOn: '2026-10-31', reason: null}}, JOB);
    expect(file.send('activity.end', COURSE, {endOn: '2026-11-05', reason: null}, 'adviser', {expect: seen})).toBe('state_moved');
  });
});
