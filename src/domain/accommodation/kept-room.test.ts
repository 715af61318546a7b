/** A room that is kept for somebody who is away (edge case 17): the years lived in it stay, and it is no home while they are not there. */
import {describe, expect, test} from 'vitest';
import {category3, record, stay} from '../deadline/file.test-support.ts';
import {idOf, PERSON, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {radarOf} from '../radar/radar.ts';
import type {RecordOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {keptRooms, livedIn} from './kept-room.ts';
import {presentStay} from './present-stay.ts';
import {arrangementId} from './ready-record.ts';
import {movesInYear, spellQuestions} from './spells.ts';

const TODAY = date('2026-11-21');
const staysOf = (file: PlanFile) =>
  [...file.records.values()].filter(({kind}) => kind === 'stay') as unknown as readonly RecordOf<'stay'>[];

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

test('fostered, in custody on the night before 18, the room with the carers kept: When I am Ready begins', () => {
  const READY = arrangementId(PERSON);
  const room = stay('foster_in_house', '2020-01-10', null, {keptWhileAway: true});
  const file = new PlanFile(category3(room, stay('custody', '2025-05-01', '2025-07-01')));
  expect(file.send('when-i-am-ready.say', READY, {youngPersonWants: true})).toBe('applied');
  expect(file.send('when-i-am-ready.begin', READY, {})).toBe('applied');
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
