/** Moving, and stays that make one line: without gaps and overlaps, exactly one open (domain.md 3.5, edge cases 12 to 14, 21). */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {category3, inCare, stay, young} from '../deadline/file.test-support.ts';
import {idOf, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, date, type CalendarDate} from '../shared/calendar-date.ts';
import {stateOp, type DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {presentStay} from './present-stay.ts';
import {bedAndBreakfastSpans, nightsOf} from './bed-and-breakfast.ts';
import {movesInYear, nightsIn, spellQuestions, standingStays} from './spells.ts';

const TODAY = date('2026-11-21');
const foster = stay('foster_in_house', '2020-01-10');
const stays = (file: PlanFile) => [...file.records.values()].filter(({kind}) => kind === 'stay') as unknown as readonly RecordOf<'stay'>[];
const asked = (file: PlanFile, today = TODAY) => spellQuestions(stays(file), today).map(({what}) => what);
const move = (startOn: string, more: object = {}) => ({
  startOn: date(startOn),
  endOn: null,
  ends: foster.id,
  known: [foster.id],
  facts: {type: 'private_rented', providedByAuthority: false},
  ...more,
});
const fileOf = (...more: readonly DomainRecord[]) => new PlanFile(category3(foster, ...more));

test('two homes begun on one day: the later made is the one they live in, in whatever order the records come', () => {
  const at = (one: RecordOf<'stay'>, madeAt: string) => ({...one, made: {...one.made, at: madeAt}});
  const [hostel, flat] = [
    at(stay('hostel', '2026-11-01'), '2026-11-02T10:00:00.000Z'),
    at(stay('private_rented', '2026-11-01'), '2026-11-01T10:00:00.000Z'),
  ];
  expect([presentStay([hostel, flat], TODAY)?.id, presentStay([flat, hostel], TODAY)?.id]).toEqual([hostel.id, hostel.id]);
});

describe('a move', () => {
  test('ends the home before on its own day, and leaves nothing to ask', () => {
    const file = fileOf();
    expect(file.send('stay.enter', idOf(300), move('2026-11-20'))).toBe('applied');
    expect(stays(file).map(({data}) => [data.startOn, data.endOn])).toEqual([
      ['2020-01-10', '2026-11-20'],
      ['2026-11-20', null],
    ]);
    expect(asked(file)).toEqual([]);
    expect(presentStay(stays(file), TODAY)?.id).toBe(idOf(300));
  });

  test('that is planned leaves them where they are until its day', () => {
    const file = fileOf();
    expect(file.send('stay.enter', idOf(300), move('2027-01-10'))).toBe('applied');
    expect(presentStay(stays(file), TODAY)?.id).toBe(foster.id);
    expect(presentStay(stays(file), date('2027-01-10'))?.id).toBe(idOf(300));
    expect(asked(file)).toEqual([]);
  });

  test.each([
    ['ends before it begins', {endOn: date('2026-11-19')}, 'dates_out_of_order endOn'],
    ['begins before the home that it ends', {startOn: date('2020-01-10')}, 'dates_out_of_order startOn'],
    ['lies over a home in view', {ends: null}, 'overlaps startOn'],
    ['begins before a birth', {startOn: date('2007-06-14'), endOn: date('2008-01-01'), ends: null}, 'out_of_range startOn'],
    ['is more than a year ahead', {startOn: date('2027-11-22')}, 'out_of_range startOn'],
    ['ends a home of nobody here', {ends: idOf(999)}, 'unknown_record'],
    [
      'has notice that ends before it is given',
      {facts: {noticeOn: '2026-11-20', noticeEndsOn: '2026-11-19'}},
      'dates_out_of_order noticeEndsOn',
    ],
  ])('that %s is refused', (_, more, refusal) => {
    const file = fileOf();
    expect(file.send('stay.enter', idOf(300), move('2026-11-20', more))).toBe(refusal);
    expect(stays(file).length).toBe(1);
  });

  test('a colleague and a young person cannot: only staff record where somebody lives', () => {
    expect(fileOf().send('stay.enter', idOf(300), move('2026-11-20'), 'young_person')).toBe('not_permitted');
    expect(fileOf().send('stay.enter', idOf(300), move('2026-11-20'), 'finance_officer')).toBe('not_permitted');
  });

  test('edge 21: on the day of a death it can be, and not after it; nobody is asked where they live', () => {
    const dead = () => new PlanFile([young('2007-06-15', {diedOn: date('2026-11-10')}), inCare('2020-01-10', '2025-06-14'), foster]);
    const on = dead();
    expect(on.send('stay.enter', idOf(300), move('2026-11-10'))).toBe('applied');
    expect(dead().send('stay.enter', idOf(300), move('2026-11-11'))).toBe('out_of_range startOn');
    const ended = [{...foster, data: {...foster.data, endOn: date('2026-11-10')}}];
    expect(spellQuestions(ended, TODAY, date('2026-11-10'))).toEqual([]);
    expect(spellQuestions(ended, TODAY).map(({what}) => what)).toEqual(['none_open']);
  });

  test('an earlier home goes into its gap, and not over another', () => {
    const later = stay('foyer', '2026-03-01');
    const ended = {...foster, data: {...foster.data, endOn: date('2026-01-10')}};
    const file = new PlanFile(category3(ended, later));
    expect(asked(file)).toEqual(['gap']);
    const earlier = (endOn: string) => move('2026-01-10', {endOn: date(endOn), ends: null, known: [ended.id, later.id]});
    expect(file.send('stay.enter', idOf(300), earlier('2026-03-02'))).toBe('overlaps startOn');
    expect(file.send('stay.enter', idOf(300), earlier('2026-03-01'))).toBe('applied');
    expect(asked(file)).toEqual([]);
  });
});

describe('two devices without a connection', () => {
  const first = move('2026-11-05', {facts: {type: 'foyer'}});
  const second = move('2026-11-10', {facts: {type: 'parents'}});
  test.each([
    ['one way', [first, second]],
    ['the other way', [second, first]],
  ])('both moves are kept and a person is asked, %s', (_, order) => {
    const file = fileOf();
    order.forEach((body, index) => expect(file.send('stay.enter', idOf(300 + index), body)).toBe('applied'));
    expect(stays(file).find(({id}) => id === foster.id)?.data.endOn).toBe('2026-11-05');
    expect(stays(file).filter(({data}) => data.endOn === null).length).toBe(2);
    expect(spellQuestions(stays(file), TODAY)).toMatchObject([{what: 'overlap', from: '2026-11-10', until: null}]);
  });

  test('what a person answers settles it: one is struck out, or ends when the other begins', () => {
    const file = fileOf();
    file.send('stay.enter', idOf(300), first);
    file.send('stay.enter', idOf(301), second);
    expect(file.send('stay.correct-days', idOf(300), {endOn: date('2026-11-10'), known: [foster.id, idOf(301)]})).toBe('applied');
    expect(asked(file)).toEqual([]);
    const other = fileOf();
    other.send('stay.enter', idOf(300), first);
    other.send('stay.enter', idOf(301), second);
    expect(other.send('record.strike-out', idOf(301), {reason: {text: 'Seen by both', lang: 'en'}})).toBe('applied');
    expect(asked(other)).toEqual([]);
  });
});

describe('a move away from a home whose days somebody puts right on another device', () => {
  const away = (file: PlanFile, seen = foster.made.op) =>
    file.send('stay.enter', idOf(300), move('2026-11-10', {facts: {type: 'hostel'}}), 'adviser', {bases: {ends: [seen]}});
  const corrected = (file: PlanFile, days: object) =>
    file.send('stay.correct-days', foster.id, {...days, known: [foster.id]}, 'adviser', {expect: foster.made.op});
  test.each([
    ['a later last day', {endOn: date('2026-11-15')}, ['2020-01-10', '2026-11-15'], 'overlap'],
    ['an earlier last day', {endOn: date('2026-11-05')}, ['2020-01-10', '2026-11-05'], 'gap'],
    ['a first day after the move', {startOn: date('2026-11-12')}, ['2026-11-12', '2026-11-10'], 'end_before_start'],
    ['both days after it', {startOn: date('2026-11-12'), endOn: date('2026-11-15')}, ['2026-11-12', '2026-11-15'], 'overlap'],
  ] as const)('%s: both are kept and a person is asked, whichever came in first', (_, days, kept, question) => {
    const [one, other] = [fileOf(), fileOf()];
    expect([corrected(one, days), away(one)]).toEqual(['applied', 'applied']);
    expect([away(other), corrected(other, days)]).toEqual(['applied', 'applied']);
    for (const file of [one, other]) {
      expect(stays(file).map(({data}) => [data.startOn, data.endOn])).toEqual([kept, ['2026-11-10', null]]);
      expect(asked(file)).toEqual([question]);
      expect(presentStay(stays(file), TODAY)?.id).toBe(idOf(300));
    }
  });
  test('by somebody who had seen them put right it ends the home, and is refused before its start', () => {
    const stateOf = (file: PlanFile) => stateOp(must(file.records.get(foster.id), 'it is there'));
    const [later, after] = [fileOf(), fileOf()];
    corrected(later, {endOn: date('2026-11-15')});
    expect(away(later, stateOf(later))).toBe('applied');
    expect(stays(later)[0]?.data.endOn).toBe('2026-11-10');
    corrected(after, {startOn: date('2026-11-12')});
    expect(away(after, stateOf(after))).toBe('dates_out_of_order startOn');
  });
});

describe('days of a home put right', () => {
  test('they still live there: the end is taken back', () => {
    const ended = {...foster, data: {...foster.data, endOn: date('2026-11-01')}};
    const file = new PlanFile(category3(ended));
    expect(asked(file)).toEqual(['none_open']);
    expect(file.send('stay.correct-days', ended.id, {endOn: null, known: [ended.id]})).toBe('applied');
    expect(asked(file)).toEqual([]);
    expect(file.send('stay.correct-days', ended.id, {endOn: null, known: [ended.id]})).toBe('unchanged');
  });
  test.each([
    [{startOn: date('2026-03-01'), endOn: date('2026-04-01')}, 'overlaps startOn'],
    [{startOn: date('2025-01-01'), endOn: date('2024-01-01')}, 'dates_out_of_order endOn'],
    [{startOn: date('2001-01-01'), endOn: date('2026-01-01')}, 'out_of_range startOn'],
  ])('%j is refused: %s', (days, refusal) => {
    const ended = {...foster, data: {...foster.data, endOn: date('2026-02-01')}};
    const now = stay('foyer', '2026-02-01');
    expect(new PlanFile(category3(ended, now)).send('stay.correct-days', ended.id, {...days, known: [ended.id, now.id]})).toBe(refusal);
  });
  test('edge 13: who provides it is a decision of which both versions are kept', () => {
    const file = fileOf();
    expect(file.send('stay.change', foster.id, {providedByAuthority: true})).toBe('applied');
    expect(file.send('stay.change', foster.id, {providedByAuthority: false})).toBe('conflict');
    expect(file.send('stay.change', foster.id, {noticeOn: date('2026-11-20'), noticeEndsOn: date('2026-11-19')})).toBe(
      'dates_out_of_order noticeEndsOn',
    );
  });
  test.each([
    [{noticeOn: date('2206-11-01'), noticeEndsOn: date('2206-12-20')}, 'date_in_future noticeOn'],
    [{noticeOn: date('2026-11-01'), noticeEndsOn: date('2206-12-20')}, 'out_of_range noticeEndsOn'],
    [{landlordCheckedOn: date('3026-01-01')}, 'date_in_future landlordCheckedOn'],
    [{noticeOn: date('1026-11-01')}, 'out_of_range noticeOn'],
  ])('a mistyped year is taken neither with a move nor later: %j', (facts, refusal) => {
    const file = fileOf();
    expect(file.send('stay.change', foster.id, facts)).toBe(refusal);
    expect(file.send('stay.enter', idOf(300), move('2026-11-20', {facts}))).toBe(refusal);
  });
  test('a note of staff is not put on a phone', () => {
    const file = fileOf();
    expect(file.send('stay-notes.write', idOf(310), {stay: foster.id, words: '  '})).toBe('words_missing words');
    expect(file.send('stay-notes.write', idOf(310), {stay: foster.id, words: 'Key with the warden.'})).toBe('applied');
    expect(file.shared.some(({kind}) => kind === 'stay-notes')).toBe(false);
  });
});

describe('a room that is kept (edge 17)', () => {
  test('is not where they live, and no second home at once', () => {
    const file = fileOf();
    expect(file.send('stay.change', foster.id, {keptWhileAway: true})).toBe('applied');
    expect(file.send('stay.enter', idOf(300), move('2026-10-01', {ends: null, known: [], facts: {type: 'custody'}}))).toBe('applied');
    expect(presentStay(stays(file), TODAY)?.id).toBe(idOf(300));
    expect(asked(file)).toEqual([]);
  });
});

describe('When I am Ready as a home', () => {
  const ready = (startOn: string) => move(startOn, {facts: {type: 'when_i_am_ready'}});
  test('not before 18, and from that day on', () => {
    expect(fileOf().send('stay.enter', idOf(300), ready('2025-06-14'))).toBe('out_of_range startOn');
    expect(fileOf().send('stay.enter', idOf(300), ready('2025-06-15'))).toBe('applied');
  });
  test('not from residential care, by the last home before 18 or by the last placement', () => {
    const children = stay('childrens_home', '2020-01-10');
    const file = new PlanFile(category3(children));
    expect(file.send('stay.enter', idOf(300), {...ready('2025-06-15'), ends: children.id, known: [children.id]})).toBe('not_eligible type');
    const none = new PlanFile([young('2007-06-15'), inCare('2020-01-10', '2025-06-14', {lastPlacement: 'childrens_home'})]);
    expect(none.send('stay.enter', idOf(300), {...ready('2025-06-15'), ends: null, known: []})).toBe('not_eligible type');
  });
});

describe('what does not fit', () => {
  test.each([
    [
      'nothing where one begins on the day, or the day after, the other ended',
      [
        ['2020-01-01', '2021-01-01'],
        ['2021-01-01', '2022-01-01'],
        ['2022-01-02', null],
      ],
      [],
    ],
    [
      'two days without a home',
      [
        ['2020-01-01', '2021-01-01'],
        ['2021-01-03', null],
      ],
      ['gap'],
    ],
    [
      'two at once',
      [
        ['2020-01-01', '2021-01-02'],
        ['2021-01-01', null],
      ],
      ['overlap'],
    ],
    [
      'two from one day',
      [
        ['2020-01-01', null],
        ['2020-01-01', '2020-01-01'],
      ],
      ['overlap'],
    ],
    ['none that is open', [['2020-01-01', '2021-01-01']], ['none_open']],
    [
      'an end before its start',
      [
        ['2020-01-01', '2019-01-01'],
        ['2020-02-01', null],
      ],
      ['end_before_start'],
    ],
    [
      'no first day',
      [
        [null, '2019-01-01'],
        ['2020-02-01', null],
      ],
      ['no_start'],
    ],
    [
      'a short one within a long one opens no gap',
      [
        ['2020-01-01', null],
        ['2020-02-01', '2020-03-01'],
        ['2021-01-01', '2021-02-01'],
      ],
      ['overlap', 'overlap'],
    ],
  ] as const)('%s', (_, spans, whats) => {
    const made = spans.map(([from, until]) => {
      const one = stay('foyer', '2020-01-01', until);
      return {...one, data: {...one.data, startOn: from === null ? null : date(from)}};
    });
    expect(
      spellQuestions(made, TODAY)
        .map(({what}) => what)
        .toSorted(),
    ).toEqual([...whats].toSorted());
  });

  test('any stays in any order: what is asked names stays that are there, and a line without questions covers every day once', () => {
    const day = fc.integer({min: 0, max: 60}).map(days => addDays(date('2026-09-01'), days));
    const span = fc.tuple(day, fc.option(day, {nil: null}));
    fc.assert(
      fc.property(fc.array(span, {minLength: 1, maxLength: 6}), fc.integer(), (spans, seed) => {
        const made = spans.map(([from, until]) => stay('foyer', from, until));
        const questions = spellQuestions(made, TODAY);
        const ids = new Set(made.map(({id}) => id));
        expect(questions.every(({stays: named}) => named.every(id => ids.has(id)))).toBe(true);
        const shuffled = made.toSorted((one, other) => ((Number(one.id.slice(-6)) * seed) % 7) - ((Number(other.id.slice(-6)) * seed) % 7));
        expect(spellQuestions(shuffled, TODAY)).toEqual(questions);
        if (questions.length > 0) return;
        const first = standingStays(made)[0]?.data.startOn as CalendarDate;
        for (let on = first; on <= TODAY; on = addDays(on, 1)) {
          const there = made.filter(({data}) => data.startOn !== null && data.startOn <= on && (data.endOn === null || data.endOn > on));
          // The day between an end and the next morning has nobody: it is no gap.
          expect(there.length).toBeLessThanOrEqual(1);
        }
      }),
      {numRuns: 500},
    );
  });

  test('moves in a year, and how many of them nobody had planned', () => {
    const one = stay('foster_in_house', '2020-01-10', '2026-02-01');
    const two = stay('foyer', '2026-02-01', '2026-08-01', {movePlanned: true});
    const three = stay('sofa_surfing', '2026-08-01', null, {movePlanned: false});
    expect(movesInYear([three, one, two], TODAY)).toEqual({all: 2, unplanned: 1});
    expect(movesInYear([one], TODAY)).toEqual({all: 0, unplanned: 0});
  });

  test('R-56 nights of a stay are those that the limits of bed and breakfast count, tonight with them', () => {
    const over = stay('bed_breakfast', '2026-10-01', '2026-10-08');
    const open = stay('bed_breakfast', '2026-11-09', null);
    const leaving = stay('bed_breakfast', '2026-11-09', '2026-11-30');
    expect([nightsIn(over, TODAY), nightsIn(open, TODAY), nightsIn(leaving, TODAY)]).toEqual([7, 13, 13]);
    for (const room of [over, open, leaving]) expect(nightsIn(room, TODAY)).toBe(nightsOf(bedAndBreakfastSpans([room], undefined, TODAY)));
    expect([nightsIn(stay('foyer', '2026-11-21', null), TODAY), nightsIn(stay('foyer', '2026-11-22', null), TODAY)]).toEqual([1, null]);
  });
});
