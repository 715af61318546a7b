/** A room that is kept for somebody who is away (edge case 17): the years lived in it stay, and it is no home while they are not there. */
import {describe, expect, test} from 'vitest';
import {category3, due, provided, record, stay, struck, visit} from '../deadline/file.test-support.ts';
import {settingsInForce} from '../authority/settings.ts';
import {knownThen} from '../learning-work/known-then.ts';
import {momentsOf} from '../learning-work/snapshot-moments.ts';
import {idOf, PERSON, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {radarOf} from '../radar/radar.ts';
import type {RecordOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import {must} from '../shared/result.ts';
import type {DomainRecord} from '../shared/record.ts';
import {homeStanding} from './home-standing.ts';
import {hadNotice, keptRooms, livedIn} from './kept-room.ts';
import {presentStay} from './present-stay.ts';
import {arrangementId} from './ready-record.ts';
import {movesInYear, spellQuestions} from './spells.ts';

const TODAY = date('2026-11-21');
const staysOf = (file: PlanFile) => [...file.records.values()].filter((each): each is RecordOf<'stay'> => isKind(each, 'stay'));

/** What the form “They are away, and the room is kept for them” sends. */
const away = (startOn: string) => {
  const foster = stay('foster_in_house', '2020-01-10', '2025-06-15');
  const flat = stay('private_rented', '2025-06-15');
  const file = new PlanFile(category3(foster, flat));
  expect(spellQuestions(staysOf(file), TODAY)).toEqual([]);
  expect(file.send('stay.change', flat.id, {keptWhileAway: true})).toBe('applied');
  const body = {startOn: date(startOn), endOn: null, ends: null, known: [foster.id], facts: {type: 'custody', movePlanned: false}};
  expect(file.send('stay.enter', idOf(300), body)).toBe('applied');
  return {stays: staysOf(file), flat};
};

describe('a room that is kept', () => {
  test('opens no gap over the years lived in it', () => {
    expect(spellQuestions(away('2026-11-01').stays, TODAY)).toEqual([]);
  });
  test('is where they lived on a day before they went, as returns ask, and not where they live now', () => {
    const {stays, flat} = away('2026-11-01');
    expect(presentStay(stays, date('2026-06-15'))?.id).toBe(flat.id);
    expect(presentStay(stays, date('2026-10-31'))?.id).toBe(flat.id);
    expect(presentStay(stays, date('2026-11-01'))?.id).toBe(idOf(300));
    expect(livedIn(stays).find(({id}) => id === flat.id)?.data.endOn).toBe('2026-11-01');
  });
  test('is their home until the day on which they go, when that was planned', () => {
    const {stays, flat} = away('2026-12-05');
    expect(presentStay(stays, TODAY)?.id).toBe(flat.id);
  });
  test('is as whole as it was written when it is read as a record', () => {
    const {stays, flat} = away('2026-11-01');
    expect(presentStay(stays, date('2026-06-15'))?.data).toMatchObject({keptWhileAway: true, endOn: null});
    expect(keptRooms(stays).map(({id}) => id)).toEqual([flat.id]);
  });
  test('the move into it counts as a move', () => {
    const kept = stay('private_rented', '2026-08-01', null, {keptWhileAway: true});
    expect(movesInYear([stay('lodgings', '2025-06-15', '2026-08-01'), kept, stay('custody', '2026-11-01')], TODAY).all).toBe(2);
  });
  test('taken from the day on which they went, nothing says that they lived there', () => {
    const kept = stay('private_rented', '2026-11-01', null, {keptWhileAway: true});
    expect(livedIn([stay('custody', '2026-11-01'), kept]).map(({data}) => data.type)).toEqual(['custody']);
  });
  test('nothing is entered over the days lived in it', () => {
    const {stays, flat} = away('2026-11-01');
    const file = new PlanFile(category3(...stays));
    const body = {startOn: date('2026-03-01'), endOn: date('2026-04-01'), ends: null, known: [flat.id], facts: {type: 'lodgings'}};
    expect(file.send('stay.enter', idOf(301), body)).toBe('overlaps startOn');
  });
});

describe('fostered, in custody on the night before 18, the room with the carers kept: When I am Ready begins', () => {
  const READY = arrangementId(PERSON);
  const begin = (...stays: readonly DomainRecord[]) => {
    const file = new PlanFile(category3(...stays));
    expect(file.send('when-i-am-ready.say', READY, {youngPersonWants: true})).toBe('applied');
    return file.send('when-i-am-ready.begin', READY, {});
  };
  const fostered = (endOn: string | null, more: object = {}) => stay('foster_in_house', '2020-01-10', endOn, more);
  const prison = (endOn: string | null) => stay('custody', '2025-05-01', endOn);
  test('while they are away', () => {
    expect(begin(fostered(null, {keptWhileAway: true}), prison(null))).toBe('applied');
    expect(begin(fostered(null, {keptWhileAway: true}), prison('2025-07-01'))).toBe('applied');
  });
  test('once they are back, also where the coming back was struck out', () => {
    const room = fostered('2025-05-01');
    const back = stay('foster_in_house', '2026-11-01', null, {backTo: room.id});
    expect(begin(room, prison('2026-11-01'), back)).toBe('applied');
    expect(begin(room, prison(null), struck(back))).toBe('applied');
  });
  test('back before 18, and away again', () => {
    const room = fostered('2024-05-01');
    const back = stay('foster_in_house', '2024-08-01', '2025-05-01', {backTo: room.id});
    const again = stay('foster_in_house', '2026-11-01', null, {backTo: back.id});
    expect(begin(room, stay('custody', '2024-05-01', '2024-08-01'), {...back, data: {...back.data, endOn: null}})).toBe('applied');
    expect(begin(room, stay('custody', '2024-05-01', '2024-08-01'), back, prison('2026-11-01'), again)).toBe('applied');
  });
  test('not where the room was left for good, or was no room with carers', () => {
    expect(begin(fostered('2025-05-01'), prison('2026-11-01'), stay('foster_in_house', '2026-11-01'))).toBe('not_eligible startOn');
    const home = stay('childrens_home', '2020-01-10', '2025-05-01');
    const back = stay('foster_in_house', '2026-11-01', null, {backTo: home.id});
    expect(begin(home, prison('2026-11-01'), back)).toBe('not_eligible startOn');
    const early = fostered('2024-05-01');
    const residential = stay('childrens_home', '2024-09-01', null);
    const between = stay('foster_in_house', '2024-08-01', '2024-09-01', {backTo: early.id});
    expect(begin(early, stay('custody', '2024-05-01', '2024-08-01'), between, residential)).toBe('not_eligible startOn');
  });
});

test('R-31 a home that is kept for them is a home for the release', () => {
  const held = record('detention', {place: 'HMP Dim', convicted: true, startOn: date('2026-09-01'), expectedReleaseOn: date('2026-12-20')});
  const kept = stay('private_rented', '2025-06-15', null, {keptWhileAway: true});
  const signals = (...more: readonly DomainRecord[]) => radarOf(category3(...more), [], TODAY).map(({signal}) => signal);
  expect(signals(stay('custody', '2026-09-01'), held)).toEqual(expect.arrayContaining(['no_home_for_release', 'home_may_end']));
  const withRoom = signals(stay('custody', '2026-09-01'), kept, held);
  expect(withRoom).not.toContain('no_home_for_release');
  expect(withRoom).not.toContain('home_may_end');
});

describe('a kept room that is being lost', () => {
  const held = record('detention', {place: 'HMP Dim', convicted: true, startOn: date('2026-09-01'), expectedReleaseOn: date('2026-12-20')});
  const room = (endOn: string | null, more: object) => stay('private_rented', '2025-06-15', endOn, {keptWhileAway: true, ...more});
  const notice = {noticeOn: date('2026-11-01'), noticeEndsOn: date('2026-12-01')};
  const signals = (file: readonly DomainRecord[]) => radarOf(file, [], TODAY).map(({signal}) => signal);
  test('by an end before the release is a home that may end', () => {
    expect(signals(category3(stay('custody', '2026-09-01'), room('2026-12-01', {}), held))).toContain('home_may_end');
  });
  test('by a notice before the release is no home for the release either', () => {
    const seen = signals(category3(stay('custody', '2026-09-01'), room(null, notice), held));
    expect(seen).toEqual(expect.arrayContaining(['home_may_end', 'no_home_for_release']));
  });
  test('by a notice while they are somewhere else is a threat', () => {
    const file = category3(stay('other', '2026-11-10'), room(null, notice));
    expect(homeStanding(file, TODAY, 'days_56').drivers.map(({driver, level}) => `${driver} ${level}`)).toEqual(['notice threatened']);
  });
});

describe('days put right', () => {
  const stays = () => [stay('foster_in_house', '2020-01-10', '2025-06-15'), stay('private_rented', '2025-06-15')] as const;
  test('the first day away is moved to an earlier one', () => {
    const [foster, flat] = stays();
    const file = new PlanFile(category3(foster, flat));
    expect(file.send('stay.change', flat.id, {keptWhileAway: true})).toBe('applied');
    const body = {startOn: date('2026-11-10'), endOn: null, ends: null, known: [foster.id], facts: {type: 'custody'}};
    expect(file.send('stay.enter', idOf(300), body)).toBe('applied');
    const days = {startOn: date('2026-11-01'), known: [foster.id, flat.id, idOf(300)]};
    expect(file.send('stay.correct-days', idOf(300), days)).toBe('applied');
  });
  test('a first day of the room that lies a day too early takes no year out of it', () => {
    const [foster, flat] = stays();
    const kept = {...flat, data: {...flat.data, keptWhileAway: true}};
    const custody = stay('custody', '2026-11-01');
    const file = new PlanFile(category3(foster, kept, custody));
    const days = {startOn: date('2025-06-14'), known: [foster.id, kept.id, custody.id]};
    expect(file.send('stay.correct-days', kept.id, days)).toBe('overlaps startOn');
    const early = {...kept, data: {...kept.data, startOn: date('2025-06-14')}};
    expect(presentStay([foster, early, custody], date('2026-06-15'))?.id).toBe(kept.id);
    expect(spellQuestions([foster, early, custody], TODAY).map(({what}) => what)).toEqual(['overlap']);
  });
  test('of two rooms that are kept the first was left for the second', () => {
    const first = stay('when_i_am_ready', '2025-06-15', null, {keptWhileAway: true});
    const halls = stay('university_halls', '2026-09-20', null, {keptWhileAway: true});
    expect(spellQuestions([first, halls, stay('custody', '2026-11-01')], TODAY)).toEqual([]);
  });
});

test('R-41 a week away with the room kept, and back in it: one home, and no first visit anew (edge case 14)', () => {
  const room = provided('2026-01-10', null, {address: '3 Stryd Fawr', postcode: 'SA1 1AA'});
  const visits = [visit('2026-01-12'), visit('2026-11-05')];
  const away = stay('other', '2026-11-10', '2026-11-17');
  const left = {...room, data: {...room.data, endOn: date('2026-11-10')}};
  const back = (backTo: string | null) => provided('2026-11-17', null, {address: '3 Stryd Fawr', postcode: 'SA1 1AA', backTo});
  expect(due(category3(room, ...visits), 'first_visit')).toEqual(['2026-01-17 met 2026-01-12']);
  expect(due(category3(left, away, back(room.id), ...visits), 'first_visit')).toEqual(['2026-01-17 met 2026-01-12']);
  expect(due(category3(left, away, back(null), ...visits), 'first_visit')).toEqual(['2026-11-24 due_soon']);
});

describe('a notice of the room that they are back in', () => {
  const notice = {noticeOn: date('2026-11-15'), noticeEndsOn: date('2026-12-15')};
  const room = stay('private_rented', '2025-06-15', null, {keptWhileAway: true});
  const prison = stay('custody', '2026-09-01');
  const BACK = idOf(300);
  /** What the form “Back in the room” sends, from a device that knew of no notice. */
  const back = (file: PlanFile) => {
    const facts = {type: 'private_rented', keptWhileAway: false, backTo: room.id};
    const body = {startOn: date('2026-11-20'), endOn: null, ends: prison.id, known: [prison.id], facts};
    expect(file.send('stay.enter', BACK, body)).toBe('applied');
    expect(file.send('stay.change', room.id, {keptWhileAway: false})).toBe('applied');
    expect(file.send('stay.correct-days', room.id, {endOn: date('2026-09-01'), known: []})).toBe('applied');
  };
  const given = (file: PlanFile) => expect(file.send('stay.change', room.id, notice)).toBe('applied');
  const told = (file: PlanFile) => {
    const {standing, drivers} = homeStanding([...file.records.values()], TODAY, 'days_56');
    return [standing, ...drivers.map(({driver, level, record: of}) => [driver, level, of].join(' '))];
  };
  test.each([
    ['after they were back', [back, given]],
    ['before they were back', [given, back]],
  ])('that was written elsewhere and arrives %s is a threat, and over once it is taken back', (_, order) => {
    const file = new PlanFile(category3(room, prison));
    for (const each of order) each(file);
    expect(told(file)).toEqual(['notice_given', `notice threatened ${room.id}`]);
    expect([hadNotice(staysOf(file), TODAY), hadNotice(staysOf(file), date('2026-11-14'))]).toEqual([true, false]);
    expect(file.send('stay.change', room.id, {noticeOn: null, noticeEndsOn: null})).toBe('applied');
    expect(told(file)).toEqual(['settled']);
  });
  test('that an app of before had copied into the stay of now, and that was taken back there, does not come back', () => {
    const file = new PlanFile(category3(room, prison));
    given(file);
    back(file);
    expect(file.send('stay.change', BACK, notice)).toBe('applied');
    expect(file.send('stay.change', BACK, {noticeOn: null, noticeEndsOn: null})).toBe('applied');
    expect(told(file)).toEqual(['settled']);
  });
  test('is that of the stay of now, where that has one of its own', () => {
    const file = new PlanFile(category3(room, prison));
    given(file);
    back(file);
    expect(file.send('stay.change', BACK, {noticeOn: date('2026-11-20'), noticeEndsOn: date('2027-02-20')})).toBe('applied');
    expect(told(file)).toEqual(['notice_given', `notice at_risk ${BACK}`]);
  });
  test('still threatens a room that is kept again, and one to which they only plan to come back', () => {
    const before = stay('private_rented', '2025-06-15', '2026-03-01', notice);
    const again = stay('private_rented', '2026-04-01', null, {keptWhileAway: true, backTo: before.id});
    const away = [stay('custody', '2026-03-01', '2026-04-01'), prison];
    const held = record('detention', {
      place: 'HMP Dim',
      convicted: true,
      startOn: date('2026-09-01'),
      expectedReleaseOn: date('2026-12-20'),
    });
    const drivers = (...more: readonly DomainRecord[]) =>
      homeStanding(category3(before, again, ...away, ...more), TODAY, 'days_56').drivers.map(({driver}) => driver);
    expect(drivers(held)).toEqual(['notice', 'release']);
    expect(drivers(stay('private_rented', '2026-12-01', null, {backTo: again.id}))).toEqual(['notice']);
  });
});

describe('a room that is kept while nothing says that they went', () => {
  const room = (startOn = '2025-06-15') => stay('private_rented', startOn, null, {keptWhileAway: true});
  const foster = stay('foster_in_house', '2020-01-10', '2025-06-15');
  const asked = (...stays: readonly RecordOf<'stay'>[]) =>
    spellQuestions(stays, TODAY).map(({what, stays: ids}) => [what, ...ids].join(' '));
  test('as where the custody was struck out: they live there as far as anybody can tell, and a person is asked', () => {
    const [kept, custody] = [room(), struck(stay('custody', '2026-11-01'))];
    for (const stays of [
      [kept, custody],
      [foster, kept, custody],
      [foster, room('2025-06-14')],
    ] as const)
      expect(presentStay(stays, TODAY)?.data.type).toBe('private_rented');
    expect(asked(kept, custody)).toEqual([`room_kept ${kept.id}`]);
    expect(asked(foster, kept, custody)).toEqual([`room_kept ${kept.id}`]);
    expect(homeStanding(category3(foster, kept, custody), TODAY, 'days_56').standing).toBe('settled');
  });
  test('what a person answers settles it: they are there, or where they went', () => {
    const kept = room();
    const file = new PlanFile(category3(foster, kept));
    expect(file.send('stay.change', kept.id, {keptWhileAway: false})).toBe('applied');
    expect(spellQuestions(staysOf(file), TODAY)).toEqual([]);
    const body = {startOn: date('2026-11-01'), endOn: null, ends: null, known: [foster.id], facts: {type: 'custody'}};
    const other = new PlanFile(category3(foster, room()));
    expect(other.send('stay.enter', idOf(300), body)).toBe('applied');
    expect(spellQuestions(staysOf(other), TODAY)).toEqual([]);
  });
  test('is not asked after a death, of a room that was given up or is to come, nor where they were away already', () => {
    expect(spellQuestions([foster, room()], TODAY, TODAY)).toEqual([]);
    expect(
      asked(foster, stay('private_rented', '2025-06-15', '2026-11-01', {keptWhileAway: true})).map(each => each.split(' ')[0]),
    ).toEqual(['none_open']);
    expect(asked(stay('lodgings', '2025-06-15', '2026-12-01'), room('2026-12-01'))).toEqual([]);
    const custody = stay('custody', '2025-05-01', '2026-11-10');
    expect(asked(custody, room())).toEqual([`none_open ${custody.id}`]);
  });
});

describe('a room that was kept before they had lived in it, once they are in it', () => {
  const prison = stay('custody', '2025-05-01', '2026-11-17');
  test.each([
    ['straight from where they were', prison],
    ['a week after they left', stay('custody', '2025-05-01', '2026-11-10')],
  ])('is their home from that day, %s', (_, away) => {
    const room = stay('when_i_am_ready', '2025-06-15', '2026-11-17', {keptWhileAway: true});
    const stays = [away, room, stay('when_i_am_ready', '2026-11-17', null, {backTo: room.id})];
    expect(livedIn(stays).map(({data}) => data.startOn)).toEqual(['2025-05-01', '2026-11-17']);
    expect(presentStay(stays, date('2026-06-15'))?.id).toBe(away.id);
  });
  test('R-41 is visited as a home that begins', () => {
    const room = provided('2026-09-01', '2026-11-17', {keptWhileAway: true});
    expect(due(category3(prison, room, provided('2026-11-17', null, {backTo: room.id})), 'first_visit')).toEqual(['2026-11-24 due_soon']);
  });
  test('R-52 holds nobody who has moved on to the end of When I am Ready', () => {
    const room = stay('when_i_am_ready', '2025-06-15', '2026-10-01', {keptWhileAway: true});
    const begun = record('when-i-am-ready', {startOn: date('2025-06-15'), plannedEndOn: date('2026-12-01')});
    const back = (endOn: string | null) => stay('when_i_am_ready', '2026-10-01', endOn, {backTo: room.id});
    const away = stay('custody', '2025-05-01', '2026-10-01');
    const drivers = (...more: readonly DomainRecord[]) =>
      homeStanding(category3(away, room, begun, ...more), TODAY, 'days_56').drivers.map(({driver}) => driver);
    expect(drivers(back(null))).toEqual(['ready_ends']);
    expect(drivers(back('2026-11-01'), stay('private_rented', '2026-11-01'))).toEqual([]);
  });
});

test('a visit to them in prison is no visit to the room that is kept', () => {
  const room = stay('private_rented', '2025-06-15', null, {keptWhileAway: true});
  const file = category3(room, stay('custody', '2026-06-20'), visit('2026-06-25'));
  const moment = must(
    momentsOf(file, settingsInForce([]), TODAY).find(each => each.moment === 'birthday_19'),
    'they turned 19',
  );
  expect(knownThen(file, moment).home.source).not.toBe('visit');
});
