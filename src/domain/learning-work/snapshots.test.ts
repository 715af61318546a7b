/** Snapshots of PM34 and of birthdays: which days, what was known about them, and that what is frozen stays (edge cases 1, 2, 6). */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {settingsInForce} from '../authority/settings.ts';
import {contact, head, id, inCare, PERSON, record, setting, stay, struck, young} from '../deadline/file.test-support.ts';
import {idOf, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {addDays, birthday, date, isLeapYear, partsOf} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {versionsIn} from '../shared/versions.ts';
import {saysOtherwise, snapshotsOfOtherDays, snapshotsToFreeze, snapshotStories} from './freeze-snapshots.ts';
import {knownThen} from './known-then.ts';
import {leavingCareDate, momentsOf} from './snapshot-moments.ts';
import {snapshotId, type SnapshotMoment} from './snapshot.ts';

const settings = settingsInForce([]);
const at = <One extends DomainRecord>(one: One, on: string): One => ({...one, made: {...one.made, at: `${on}T10:00:00.000Z`}});
const born = (on: string, enteredOn = '2020-01-01') => at(young(on), enteredOn);
const days = (file: readonly DomainRecord[], today: string) =>
  momentsOf(file, settings, date(today)).map(({moment, on}) => `${moment} ${on}`);
/** What was known at the 19th birthday, 15 June 2026, of somebody who left care at 18. */
const at19 = (...more: readonly DomainRecord[]) => {
  const file = [born('2007-06-15'), inCare('2020-01-10', '2025-06-14'), ...more];
  const moment = momentsOf(file, settings, date('2026-11-21')).find(each => each.moment === 'birthday_19');
  return knownThen(file, must(moment, 'everybody has a 19th birthday'));
};
const college = (since: string, madeOn: string, more: object = {}) =>
  at(record('activity', {code: 'F2', since: date(since), ...more}), madeOn);

describe('the days', () => {
  test('birthdays of somebody born on 29 February are reached on 1 March in other years (edge case 1)', () => {
    expect(days([born('2008-02-29')], '2026-11-21')).toEqual([
      'birthday_17 2025-03-01',
      'birthday_18 2026-03-01',
      'birthday_19 2027-03-01',
      'birthday_20 2028-02-29',
      'birthday_21 2029-03-01',
    ]);
  });
  test('PM34: leaving care is the day after the last looked-after day, which is at the latest the one before 18 (R-07)', () => {
    const leaving = (periods: readonly DomainRecord[], today = '2026-11-21') =>
      leavingCareDate([born('2008-02-29'), ...periods], date(today));
    expect(leaving([inCare('2020-01-10')])).toBe('2026-03-01');
    expect(leaving([inCare('2020-01-10', '2025-08-31')])).toBe('2025-09-01');
    expect(leaving([inCare('2020-01-10', '2027-01-01')])).toBe('2026-03-01');
    expect(leaving([inCare('2020-01-10')], '2026-02-28')).toBeNull();
    expect(leaving([inCare('2020-01-10', '2023-08-31')])).toBeNull();
    expect(leaving([inCare('2020-01-10', '2024-02-28')])).toBe('2024-02-29');
    expect(leaving([])).toBeNull();
  });
  test('PM34: 12 and 24 months after it, by the calendar', () => {
    const file = [born('2007-01-20'), inCare('2020-01-10', '2024-02-28')];
    expect(days(file, '2026-11-21').filter(day => day.startsWith('after'))).toEqual([
      'after_care_12 2025-02-28',
      'after_care_24 2026-02-28',
    ]);
  });
  test('whoever went back into care leaves it when they leave it last', () => {
    const file = [born('2008-05-01'), inCare('2020-01-10', '2024-08-31'), inCare('2025-01-01', '2025-06-30')];
    expect(leavingCareDate(file, date('2026-11-21'))).toBe('2025-07-01');
  });
  test('none that they did not live to see (edge case 21)', () => {
    const file = [young('2007-06-15', {diedOn: date('2026-06-15')}), inCare('2020-01-10', '2025-06-14')];
    expect(days(file, '2026-11-21')).toEqual(['birthday_17 2024-06-15', 'birthday_18 2025-06-15']);
  });
  test('the window is what the authority had set on that day', () => {
    const rows = [setting('snapshotMonthsBefore', 2, '2026-01-01'), setting('snapshotMonthsAfter', 0, '2026-01-01')];
    const all = momentsOf([born('2007-06-15')], settingsInForce(rows), date('2026-11-21'));
    expect(all.map(({from, until}) => [from, until]).slice(1, 3)).toEqual([
      ['2025-03-15', '2025-07-15'],
      ['2026-04-15', '2026-06-15'],
    ]);
  });
});

describe('what was known', () => {
  test('what was written within the window, with its day; never the day of asking', () => {
    expect(at19(college('2025-09-01', '2026-05-02')).activity).toMatchObject({code: 'F2', on: '2026-05-02', source: 'recorded'});
  });
  test('nothing is carried into the window: what was last said before it is not known as of the day', () => {
    expect(at19(college('2025-09-01', '2025-09-05')).activity).toEqual({
      code: null,
      on: null,
      source: 'nothing_heard',
      record: null,
      isTraining: null,
      disputed: false,
    });
  });
  test('the window ends: what was written a day later is not part of it', () => {
    expect(at19(college('2025-09-01', '2026-07-15')).activity.code).toBe('F2');
    expect(at19(college('2025-09-01', '2026-07-16')).activity.code).toBeNull();
    expect(at19(college('2025-09-01', '2026-03-15')).activity.code).toBe('F2');
    expect(at19(college('2025-09-01', '2026-03-14')).activity.code).toBeNull();
  });
  test('a contact that confirmed it keeps it known; one that did not ask, and one in vain, do not', () => {
    const old = college('2025-09-01', '2025-09-05');
    const asked = (outcome: 'spoke' | 'no_reply', activityConfirmed: boolean) =>
      at19(old, contact('2026-06-01', 'phone', outcome, {activityConfirmed})).activity;
    expect(asked('spoke', true)).toMatchObject({code: 'F2', on: '2026-06-01', source: 'contact'});
    expect(asked('spoke', false).code).toBeNull();
    expect(asked('no_reply', true).code).toBeNull();
  });
  test('of several days the nearest, and of two as near the later', () => {
    const old = college('2025-09-01', '2025-09-05');
    const said = (...on: readonly string[]) =>
      at19(old, ...on.map(day => contact(day, 'phone', 'spoke', {activityConfirmed: true}))).activity.on;
    expect(said('2026-05-01', '2026-06-20', '2026-07-01')).toBe('2026-06-20');
    expect(said('2026-06-14', '2026-06-16')).toBe('2026-06-16');
  });
  test('the young person’s own word counts, and says so', () => {
    const own = at(record('activity', {code: 'F5', since: date('2026-05-01')}), '2026-05-03');
    const known = at19({...own, made: {...own.made, author: PERSON}});
    expect(known.activity).toMatchObject({code: 'F5', source: 'said_by_young_person', on: '2026-05-03'});
    expect(known.inTouch).toMatchObject({status: 'yes', on: '2026-05-03'});
    const confirmed = college('2025-09-01', '2025-09-05', {confirmations: [{by: PERSON, on: date('2026-06-10')}]});
    expect(at19(confirmed).activity).toMatchObject({code: 'F2', source: 'said_by_young_person', on: '2026-06-10'});
    const before = college('2025-09-01', '2025-09-05', {confirmed: {by: PERSON, on: date('2026-06-10')}});
    expect(at19(before).activity).toMatchObject({code: 'F2', source: 'said_by_young_person', on: '2026-06-10'});
  });
  test('heard again it was heard before too: a later day, or one that arrives late, takes no nearer one away', () => {
    const file = new PlanFile([born('2007-06-15'), inCare('2020-01-10', '2025-06-14'), college('2025-09-01', '2025-09-05')]);
    const course = must(
      [...file.records.values()].find(({kind}) => kind === 'activity'),
      'a course',
    ).id;
    const hear = (on: string, role: 'young_person' | 'adviser' = 'adviser') =>
      expect(file.send('activity.confirm', course, {on}, role)).toBe('applied');
    hear('2026-06-10', 'young_person');
    const known = () => at19(...[...file.records.values()].filter(({kind}) => kind === 'activity'));
    expect(known().activity).toMatchObject({code: 'F2', on: '2026-06-10', source: 'said_by_young_person'});
    hear('2026-11-20');
    hear('2026-07-05');
    expect(known().activity).toMatchObject({code: 'F2', on: '2026-06-10', source: 'said_by_young_person'});
    expect(known().inTouch).toMatchObject({status: 'yes', on: '2026-06-10'});
    expect(versionsIn(must(file.records.get(course), 'a course'))).toEqual([]);
  });
  test('a check-in that says the same, or is all there is', () => {
    const checkIn = record('income-check-in', {on: date('2026-06-03'), activity: 'F1'});
    expect(at19(college('2025-09-01', '2025-09-05'), checkIn).activity).toMatchObject({code: 'F1', source: 'check_in', on: '2026-06-03'});
  });
  test('about a birthday, what began soon after; 12 months after care, only what was so on the day', () => {
    const soon = college('2026-06-20', '2026-06-22');
    expect(at19(soon).activity).toMatchObject({code: 'F2', on: '2026-06-22'});
    const file = [born('2007-06-15'), inCare('2020-01-10', '2025-06-14'), soon];
    const after = must(
      momentsOf(file, settings, date('2026-11-21')).find(({moment}) => moment === 'after_care_12'),
      'they left care at 18',
    );
    expect(after.on).toBe('2026-06-15');
    expect(knownThen(file, after).activity.code).toBeNull();
  });
  test('of a course and a job beside it, the course; of two that each claim to be the main one, that it is disputed', () => {
    const course = college('2025-09-01', '2026-05-02');
    const job = at(record('activity', {code: 'P5', since: date('2026-01-01'), isMain: false}), '2026-05-02');
    expect(at19(course, job).activity).toMatchObject({code: 'F2', disputed: false});
    const rival = at(record('activity', {code: 'P5', since: date('2026-01-01')}), '2026-05-02');
    expect(at19(course, rival).activity).toMatchObject({code: 'P5', disputed: true});
  });
  test('what was struck out was never so', () => {
    expect(at19(struck(college('2025-09-01', '2026-05-02'))).activity.code).toBeNull();
  });
  test('PM34: whoever raises an alarm, says that all is right, writes of their home or answers a check-in is in touch; what staff put down is not their word', () => {
    const raised = record('worry', {
      about: 'unsafe',
      raisedAt: '2026-06-10T20:00:00.000Z',
      receivedAt: '2026-06-10T20:00:00.000Z',
      seenBy: [],
      acts: [
        {what: 'phoned', to: null, by: id(2), at: '2026-06-11T20:10:00.000Z', words: null},
        {what: 'all_right', to: null, by: PERSON, at: '2026-06-12T20:10:00.000Z', words: null},
      ],
    });
    const news = record('home-news', {what: 'view', view: 'happy', saidOn: date('2026-06-14'), alone: true});
    const theirs = <One extends DomainRecord>(one: One): One => ({...one, made: {...one.made, author: PERSON}});
    const said = {status: 'yes', source: 'said_by_young_person'};
    expect(at19(theirs({...raised, data: {...raised.data, acts: []}})).inTouch).toMatchObject({...said, on: '2026-06-10'});
    expect(at19(theirs(raised)).inTouch).toMatchObject({...said, on: '2026-06-12', record: raised.id});
    expect(at19(theirs(news)).inTouch).toMatchObject({...said, on: '2026-06-14', record: news.id});
    expect(at19(record('income-check-in', {on: date('2026-06-13')})).inTouch).toMatchObject({status: 'yes', source: 'check_in'});
    expect(at19({...raised, data: {...raised.data, acts: raised.data.acts?.slice(0, 1)}}, news).inTouch.status).toBe('no');
    expect(at19(struck(theirs(news))).inTouch.status).toBe('no');
  });
  test('PM34: in touch is having been heard of within the window; nothing heard is not in touch, and is never left out', () => {
    expect(at19().inTouch).toEqual({status: 'no', on: null, source: 'nothing_heard', record: null});
    expect(at19(contact('2026-06-01', 'phone', 'no_reply')).inTouch.status).toBe('no');
    expect(at19(contact('2026-06-01', 'phone', 'spoke')).inTouch).toMatchObject({status: 'yes', on: '2026-06-01'});
    expect(at19(contact('2026-02-01', 'phone', 'spoke')).inTouch.status).toBe('no');
    const refused = record('in-touch', {status: 'refused', since: date('2026-06-14')});
    expect(at19(contact('2026-05-01', 'phone', 'spoke'), refused).inTouch).toMatchObject({status: 'refused', on: '2026-06-14'});
    expect(at19(record('in-touch', {status: 'refused', since: date('2024-06-14')})).inTouch.status).toBe('no');
    // Put right on the same day, by a record of its own; and what somebody says of it goes before having spoken on that day.
    const corrected = {
      ...record('in-touch', {status: 'no_longer_requires', since: date('2026-06-14')}),
      made: {...refused.made, at: '2026-06-20T10:00:00.000Z'},
    };
    const spokeThen = contact('2026-06-14', 'phone', 'spoke');
    for (const two of [
      [refused, corrected, spokeThen],
      [spokeThen, corrected, refused],
    ])
      expect(at19(...two).inTouch.status).toBe('no_longer_requires');
  });
  test('the home of that day, by a visit at it or a word about it, with the judgement that stood', () => {
    const flat = at(stay('tenancy_council', '2025-07-01'), '2025-07-02');
    const seen = contact('2026-06-02', 'visit_at_accommodation', 'seen', {atAccommodation: true, seen: true});
    const judged = record('suitability', {stay: flat.id, result: 'suitable', judgedOn: date('2025-07-05')});
    expect(at19(flat).home).toMatchObject({type: null, source: 'nothing_heard'});
    expect(at19(flat, seen, judged).home).toMatchObject({
      type: 'tenancy_council',
      source: 'visit',
      on: '2026-06-02',
      suitability: 'suitable',
    });
    expect(at19(flat, contact('2026-06-02', 'phone', 'spoke', {homeConfirmed: true})).home).toMatchObject({source: 'contact'});
    expect(at19(at(stay('tenancy_council', '2025-07-01', '2026-06-15'), '2025-07-02'), seen).home.type).toBeNull();
  });
  test('the category is that of the day', () => {
    expect(at19().category).toBe('C3');
  });
});

test('of two judgements of one day the later made counts, in whatever order they come', () => {
  const home = at(stay('tenancy_council', '2025-06-15'), '2026-05-02');
  const judged = (result: 'suitable' | 'unsuitable', madeAt: string) => {
    const one = record('suitability', {stay: home.id, result, judgedOn: date('2026-06-01')});
    return {...one, made: {...one.made, at: madeAt}};
  };
  const two = [judged('suitable', '2026-06-01T10:00:00.000Z'), judged('unsuitable', '2026-06-01T15:00:00.000Z')];
  expect([at19(home, ...two).home.suitability, at19(home, ...two.toReversed()).home.suitability]).toEqual(['unsuitable', 'unsuitable']);
});

describe('freezing', () => {
  const file = () => [born('2007-06-15'), inCare('2020-01-10', '2025-06-14'), college('2025-09-01', '2026-06-01')];
  const freeze = (records: readonly DomainRecord[], today: string) => snapshotsToFreeze(records, PERSON, settings, date(today));
  const of = (records: readonly DomainRecord[], today: string, moment: SnapshotMoment) =>
    freeze(records, today).find(({data}) => data.moment === moment);
  const kept = (records: readonly DomainRecord[], today: string): readonly DomainRecord[] =>
    freeze(records, today).map(each => at(record('snapshot', each.data, each.id), today));

  test('the day after the window has closed, and not before', () => {
    expect(of(file(), '2026-07-15', 'birthday_19')).toBeUndefined();
    expect(of(file(), '2026-07-16', 'birthday_19')?.data).toMatchObject({
      on: '2026-06-15',
      from: '2026-03-15',
      until: '2026-07-15',
      version: 1,
      frozenOn: '2026-07-16',
      reconstructed: false,
      activity: {code: 'F2', on: '2026-06-01'},
    });
  });
  test('once: what is written later changes nothing of it, and is told', () => {
    const frozen = [...file(), ...kept(file(), '2026-07-16')];
    const late = at(record('activity', {code: 'F4', since: date('2026-05-01')}), '2026-08-01');
    expect(of([...frozen, late], '2026-08-02', 'birthday_19')).toBeUndefined();
    const story = (records: readonly DomainRecord[]) =>
      must(
        snapshotStories(records, settings, date('2026-11-21')).find(each => each.moment.moment === 'birthday_19'),
        'it has come',
      );
    expect(story([...frozen, late]).standing?.data.activity.code).toBe('F2');
    expect([saysOtherwise(story(frozen)), saysOtherwise(story([...frozen, late]))]).toEqual([false, true]);
  });
  test('the same ids on every server, another for another day', () => {
    expect(of(file(), '2026-07-16', 'birthday_19')?.id).toBe(snapshotId(PERSON, 'birthday_19', date('2026-06-15')));
    expect(snapshotId(PERSON, 'birthday_19', date('2026-06-15'))).not.toBe(snapshotId(PERSON, 'birthday_19', date('2026-06-16')));
  });
  test('a date of birth that is corrected has snapshots of its own; those of before stay readable', () => {
    const frozen = [...file(), ...kept(file(), '2026-07-16')];
    const corrected = frozen.map(one => (one.kind === 'young-person' ? born('2007-05-10') : one));
    expect(of(corrected, '2026-08-01', 'birthday_19')?.data.on).toBe('2026-05-10');
    expect(snapshotsOfOtherDays(corrected, settings, date('2026-08-01')).map(({data}) => data.on)).toContain('2026-06-15');
    expect(snapshotsOfOtherDays(frozen, settings, date('2026-08-01'))).toEqual([]);
  });
  test('history that was imported after its window is reconstructed, from the days that it tells itself', () => {
    const past = [born('2005-06-15', '2026-11-01'), inCare('2015-01-10', '2023-06-14')];
    const old = record('activity', {code: 'F1', since: date('2024-05-20')});
    const imported = (on: string | null) => ({...old, made: {...old.made, at: '2026-11-01T10:00:00.000Z', original: {by: null, on}}});
    const found = (on: string | null) => of([...past, imported(on)], '2026-11-02', 'birthday_19')?.data;
    expect(found(null)).toMatchObject({reconstructed: true, on: '2024-06-15', activity: {code: 'F1', on: '2024-05-20'}});
    expect(found('2024-06-10')?.activity.on).toBe('2024-06-10');
    expect(found('12/06/2024')?.activity.on).toBe('2024-06-12');
    expect(found('2026-10-01')?.activity.code).toBeNull();
  });
  test('what would have frozen it was not there for weeks: reconstructed', () => {
    expect(of(file(), '2026-08-15', 'birthday_19')?.data.reconstructed).toBe(false);
    expect(of(file(), '2026-08-16', 'birthday_19')?.data.reconstructed).toBe(true);
  });

  describe('a late correction', () => {
    const [FIRST, NEXT, THIRD] = [snapshotId(PERSON, 'birthday_19', date('2026-06-15')), idOf(800), idOf(801)];
    const right = {corrects: FIRST, activity: 'F4', inTouch: 'no', home: null, informationOn: '2026-10-01', reason: 'Llythyr y coleg'};
    const plan = () => new PlanFile([...file(), ...kept(file(), '2026-07-16')]);
    test('is a further version with its reason; the frozen one stays', () => {
      const changed = plan();
      expect(changed.send('snapshot.correct', NEXT, right)).toBe('applied');
      expect(changed.data(NEXT, 'snapshot')).toMatchObject({
        version: 2,
        corrects: FIRST,
        reason: 'Llythyr y coleg',
        frozenOn: '2026-11-21',
        activity: {code: 'F4', on: '2026-10-01', source: 'correction'},
        inTouch: {status: 'no', source: 'nothing_heard'},
      });
      expect(changed.data(FIRST, 'snapshot')?.activity.code).toBe('F2');
      expect(changed.shared.map(({id: one}) => one)).not.toContain(NEXT);
    });
    test('is refused without a reason, with nothing changed, before the window, ahead of today, of nothing, by the young person', () => {
      const send = (body: object, role: 'adviser' | 'young_person' = 'adviser') =>
        plan().send('snapshot.correct', NEXT, {...right, ...body}, role);
      expect(send({reason: ' '})).toBe('words_missing reason');
      expect(send({activity: 'F2'})).toBe('unchanged');
      expect(send({informationOn: '2026-03-14'})).toBe('out_of_range informationOn');
      expect(send({informationOn: '2026-11-22'})).toBe('date_in_future informationOn');
      expect(send({corrects: id(999)})).toBe('unknown_record corrects');
      expect(send({}, 'young_person')).toBe('not_permitted');
    });
    test('says whether the home was suitable too, also where that is all that has come to light', () => {
      const home = at(stay('tenancy_council', '2025-06-15'), '2026-05-02');
      const frozen = [...file(), home];
      const changed = new PlanFile([...frozen, ...kept(frozen, '2026-07-16')]);
      const same = {...right, activity: 'F2', inTouch: 'no', home: 'tenancy_council'} as const;
      expect(changed.data(FIRST, 'snapshot')?.home).toMatchObject({type: 'tenancy_council', suitability: null});
      expect(changed.send('snapshot.correct', NEXT, {...same, suitability: null})).toBe('unchanged');
      expect(changed.send('snapshot.correct', NEXT, {...same, suitability: 'suitable'})).toBe('applied');
      expect(changed.data(NEXT, 'snapshot')?.home).toMatchObject({type: 'tenancy_council', suitability: 'suitable', on: '2026-10-01'});
      const other = {...same, corrects: NEXT};
      // An app of before says nothing of it: of the same home it stays, of another nobody knows.
      expect(changed.send('snapshot.correct', THIRD, {...other, inTouch: 'yes'})).toBe('applied');
      expect(changed.data(THIRD, 'snapshot')?.home).toMatchObject({suitability: 'suitable'});
      expect(changed.send('snapshot.correct', idOf(802), {...other, home: 'hostel'})).toBe('applied');
      expect(changed.data(idOf(802), 'snapshot')?.home).toMatchObject({type: 'hostel', suitability: null});
      expect(changed.send('snapshot.correct', idOf(803), {...other, home: 'hostel', suitability: 'unsuitable'})).toBe('applied');
      expect(changed.data(idOf(803), 'snapshot')?.home).toMatchObject({type: 'hostel', suitability: 'unsuitable'});
      expect(changed.send('snapshot.correct', idOf(804), {...other, home: null, suitability: 'suitable'})).toBe('out_of_range suitability');
    });
    test('a judgement that came after it was frozen, about a day before, is something else that the file says', () => {
      const home = at(stay('tenancy_council', '2025-06-15'), '2026-05-02');
      const frozen = [...file(), home];
      const storyWith = (...more: readonly DomainRecord[]) =>
        must(
          snapshotStories([...frozen, ...kept(frozen, '2026-07-16'), ...more], settings, date('2026-11-21')).find(
            ({moment}) => moment.moment === 'birthday_19',
          ),
          'a birthday',
        );
      const judged = (on: string) => record('suitability', {stay: home.id, result: 'suitable', judgedOn: date(on)});
      expect(saysOtherwise(storyWith())).toBe(false);
      expect(saysOtherwise(storyWith(judged('2026-07-10')))).toBe(true);
      expect(saysOtherwise(storyWith(judged('2026-08-10')))).toBe(false);
    });
    test('of two people who did not know of each other: both are kept, and somebody is asked', () => {
      const changed = plan();
      changed.send('snapshot.correct', NEXT, right);
      changed.send('snapshot.correct', THIRD, {...right, activity: 'F1'}, 'manager');
      const story = snapshotStories([...changed.records.values()], settings, date('2026-11-21')).find(
        ({moment}) => moment.moment === 'birthday_19',
      );
      expect(story?.rivals.map(({id: one}) => one).toSorted()).toEqual([NEXT, THIRD]);
      expect(story?.earlier.map(({id: one}) => one)).toContain(FIRST);
    });
    test('what an app of before had settled without saying so stays settled', () => {
      const changed = plan();
      const at = (time: string) => ({at: `2026-11-21T${time}:00.000Z`});
      changed.send('snapshot.correct', NEXT, right, 'adviser', at('09:00'));
      changed.send('snapshot.correct', THIRD, {...right, activity: 'F1'}, 'manager', at('09:10'));
      changed.send('snapshot.correct', idOf(802), {...right, corrects: THIRD, activity: 'P2'}, 'adviser', at('09:20'));
      const story = snapshotStories([...changed.records.values()], settings, date('2026-11-21')).find(
        ({moment}) => moment.moment === 'birthday_19',
      );
      expect([story?.standing?.id, story?.rivals]).toEqual([idOf(802), []]);
    });
    test('one that comes late, of a version that was corrected since, stands beside the newest until somebody has read both', () => {
      const changed = plan();
      const [FOURTH, LAST] = [idOf(802), idOf(803)];
      const story = () =>
        must(
          snapshotStories([...changed.records.values()], settings, date('2026-11-21')).find(({moment}) => moment.moment === 'birthday_19'),
          'a birthday',
        );
      const rivals = () =>
        story()
          .rivals.map(({id: one}) => one)
          .toSorted();
      expect(changed.send('snapshot.correct', NEXT, right)).toBe('applied');
      expect(changed.send('snapshot.correct', THIRD, {...right, corrects: NEXT, inTouch: 'refused'})).toBe('applied');
      expect(rivals()).toEqual([]);
      expect(changed.send('snapshot.correct', FOURTH, {...right, activity: 'F1'}, 'manager')).toBe('applied');
      expect([story().standing?.id, rivals()]).toEqual([THIRD, [THIRD, FOURTH]]);
      // Whoever had not seen the late one settles nothing of it.
      expect(changed.send('snapshot.correct', idOf(804), {...right, corrects: THIRD, activity: 'P2'})).toBe('applied');
      expect(rivals()).toEqual([FOURTH, idOf(804)]);
      const seen = {bases: {corrects: story().rivals.map(({made}) => made.op)}};
      const confirmed = {...right, corrects: idOf(804), activity: 'P2'};
      expect(changed.send('snapshot.correct', LAST, confirmed)).toBe('unchanged');
      expect(changed.send('snapshot.correct', LAST, confirmed, 'adviser', seen)).toBe('applied');
      expect([story().standing?.id, rivals()]).toEqual([LAST, []]);
    });
  });
});

describe('for any date of birth', () => {
  const anyBirth = fc.oneof(
    {weight: 3, arbitrary: fc.integer({min: 0, max: 9_000}).map(count => addDays(date('1998-01-01'), count))},
    {weight: 1, arbitrary: fc.constantFrom('2000-02-29', '2004-02-29', '2008-02-29', '2007-12-31', '2007-08-31').map(date)},
  );
  const today = date('2060-01-01');
  test('five birthdays in order, each the day of the birth but for 29 February, within their windows', () => {
    fc.assert(
      fc.property(anyBirth, bornOn => {
        const moments = momentsOf([born(bornOn)], settings, today);
        expect(moments).toHaveLength(5);
        for (const [index, {on, from, until}] of moments.entries()) {
          expect(on).toBe(birthday(bornOn, 17 + index));
          const {month, day} = partsOf(bornOn);
          const isLeapDay = month === 2 && day === 29 && !isLeapYear(partsOf(on).year);
          expect(on.slice(5)).toBe(isLeapDay ? '03-01' : bornOn.slice(5));
          expect(from < on && on < until).toBe(true);
        }
      }),
    );
  });
  test('leaving care at 18 and 12 months after it fall on the 18th and the 19th birthday, but for a leap day', () => {
    fc.assert(
      fc.property(anyBirth, bornOn => {
        const file = [born(bornOn), inCare(birthday(bornOn, 10))];
        expect(leavingCareDate(file, today)).toBe(birthday(bornOn, 18));
        const after = momentsOf(file, settings, today).find(({moment}) => moment === 'after_care_12');
        const at18 = birthday(bornOn, 18);
        expect(after?.on).toBe(at18.endsWith('02-29') ? addDays(birthday(bornOn, 19), -1) : birthday(bornOn, 19));
      }),
    );
  });
  test('information outside the window is never in a snapshot, whatever was written when', () => {
    const anyActivity = fc.tuple(
      fc.integer({min: -800, max: 800}),
      fc.integer({min: 0, max: 900}),
      fc.option(fc.integer({min: 0, max: 900})),
    );
    fc.assert(
      fc.property(anyBirth, fc.array(anyActivity, {maxLength: 6}), (bornOn, drafts) => {
        const at19th = birthday(bornOn, 19);
        const activities = drafts.map(([since, written, ended], index) => {
          const begun = addDays(at19th, since);
          const one = record('activity', {code: 'F2', since: begun, endOn: ended === null ? null : addDays(begun, ended)}, id(300 + index));
          return {...at(one, addDays(begun, written)), heads: {code: [head('F2', addDays(begun, written + 5))]}};
        });
        const file = [born(bornOn), inCare(birthday(bornOn, 10)), ...activities];
        const moments = momentsOf(file, settings, today);
        for (const moment of moments) {
          const {activity, inTouch, home} = knownThen(file, moment);
          for (const {on, source} of [activity, inTouch, home]) {
            const isWithin = on !== null && on >= moment.from && on <= moment.until;
            expect(source === 'nothing_heard' ? on === null : isWithin).toBe(true);
          }
          expect(knownThen(file.toReversed(), moment)).toEqual({activity, inTouch, home, category: knownThen(file, moment).category});
        }
      }),
    );
  });
});
