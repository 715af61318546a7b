/** When I am Ready from what each of both wants to its end, and vacations. */
import {describe, expect, test} from 'vitest';
import {category3, inCare, stay, young} from '../deadline/file.test-support.ts';
import {idOf, PERSON, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {seenOps} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {readyQuestion} from './ready-question.ts';
import {arrangementId} from './ready-record.ts';

const READY = arrangementId(PERSON);
const foster = stay('foster_in_house', '2020-01-10');
const at17 = () => new PlanFile([young('2009-05-20'), inCare('2020-01-10'), foster]);
const at19 = () => new PlanFile(category3({...foster, data: {...foster.data, endOn: date('2025-06-15')}}));

describe('R-32 what both want', () => {
  test('the young person says it alone, staff say what the carers want, in one record', () => {
    const file = at17();
    expect(file.send('when-i-am-ready.say', READY, {youngPersonWants: true}, 'young_person')).toBe('applied');
    expect(file.send('when-i-am-ready.agree', READY, {carerWants: true, carer: 'Mair'})).toBe('applied');
    expect(file.data(READY, 'when-i-am-ready')).toMatchObject({youngPersonWants: true, carerWants: true, carer: 'Mair'});
  });
  test('from 16, and under its own id alone', () => {
    const at15 = new PlanFile([young('2011-05-20'), inCare('2020-01-10'), foster]);
    expect(at15.send('when-i-am-ready.say', READY, {youngPersonWants: true}, 'young_person')).toBe('date_in_future');
    expect(at17().send('when-i-am-ready.say', idOf(300), {youngPersonWants: true}, 'young_person')).toBe('unknown_record');
    expect(at17().send('when-i-am-ready.agree', READY, {carerWants: true}, 'young_person')).toBe('not_permitted');
  });
  test('two who say different things of what the young person wants are both kept', () => {
    const file = at17();
    file.send('when-i-am-ready.say', READY, {youngPersonWants: true}, 'young_person');
    expect(file.send('when-i-am-ready.say', READY, {youngPersonWants: false}, 'adviser', {bases: {youngPersonWants: []}})).toBe('conflict');
  });
  test('an agreement is not dated ahead, and its end comes after 18', () => {
    expect(at17().send('when-i-am-ready.agree', READY, {agreedOn: date('2026-11-22')})).toBe('date_in_future agreedOn');
    expect(at17().send('when-i-am-ready.agree', READY, {plannedEndOn: date('2027-05-20')})).toBe('dates_out_of_order plannedEndOn');
    const residential = new PlanFile([young('2009-05-20'), inCare('2020-01-10'), stay('childrens_home', '2020-01-10')]);
    expect(residential.send('when-i-am-ready.agree', READY, {agreedOn: date('2026-11-01')})).toBe('not_eligible agreedOn');
  });
});

describe('R-52 from 18 on', () => {
  test('it begins on the 18th birthday, whatever day it is written, and not before', () => {
    const early = at17();
    early.send('when-i-am-ready.say', READY, {youngPersonWants: true});
    expect(early.send('when-i-am-ready.begin', READY, {})).toBe('date_in_future startOn');
    const file = at19();
    file.send('when-i-am-ready.say', READY, {youngPersonWants: true});
    expect(file.send('when-i-am-ready.begin', READY, {})).toBe('applied');
    expect(file.data(READY, 'when-i-am-ready')?.startOn).toBe('2025-06-15');
    expect(file.send('when-i-am-ready.begin', READY, {})).toBe('state_moved');
  });
  test('a home is called so by what the stays say of the night before 18, whatever the last placement was', () => {
    const held = {...inCare('2015-01-10', '2025-06-14'), data: {...inCare('2015-01-10', '2025-06-14').data, lastPlacement: 'custody'}};
    const carers = stay('foster_in_house', '2025-07-01');
    const file = new PlanFile([young('2007-06-15'), held, stay('foster_in_house', '2020-01-10', '2025-07-01'), carers]);
    expect(file.send('stay.change', carers.id, {type: 'when_i_am_ready'})).toBe('applied');
  });
  test('not from residential care', () => {
    const file = new PlanFile(category3(stay('childrens_home', '2020-01-10', '2025-06-15')));
    file.send('when-i-am-ready.say', READY, {youngPersonWants: true});
    expect(file.send('when-i-am-ready.begin', READY, {})).toBe('not_eligible startOn');
  });
  test('it is looked after, with what was found, and ended once', () => {
    const file = at19();
    const check = {arrangement: READY, on: date('2026-11-01'), goesOn: true, words: 'All well.', support: 'Allowance paid.'};
    file.send('when-i-am-ready.say', READY, {youngPersonWants: true});
    expect(file.send('ready-check.record', idOf(300), check)).toBe('state_moved arrangement');
    file.send('when-i-am-ready.begin', READY, {});
    expect(file.send('ready-check.record', idOf(300), {...check, on: date('2025-06-14')})).toBe('dates_out_of_order on');
    expect(file.send('ready-check.record', idOf(300), {...check, words: ' '})).toBe('words_missing words');
    expect(file.send('ready-check.record', idOf(300), {...check, on: date('2026-11-22')})).toBe('date_in_future on');
    expect(file.send('ready-check.record', idOf(300), check)).toBe('applied');
    const end = (endOn: string) => ({endOn: date(endOn), endedBecause: 'young_person_chose'});
    expect(file.send('when-i-am-ready.end', READY, end('2025-06-14'))).toBe('dates_out_of_order endOn');
    expect(file.send('when-i-am-ready.end', READY, end('2026-11-22'))).toBe('date_in_future endOn');
    expect(file.send('when-i-am-ready.end', READY, end('2026-11-20'))).toBe('applied');
    expect(file.send('when-i-am-ready.end', READY, end('2026-11-21'))).toBe('state_moved');
  });
});

describe('R-52 what was written down and is not so', () => {
  const begun = () => {
    const file = at19();
    file.send('when-i-am-ready.say', READY, {youngPersonWants: true});
    file.send('when-i-am-ready.begin', READY, {});
    return file;
  };
  const takeBack = (file: PlanFile, what: string, who: 'adviser' | 'young_person' = 'adviser') =>
    file.send('when-i-am-ready.take-back', READY, {what}, who);

  test('an end that was pressed by mistake is taken back, then the beginning, each once, and it can begin and end again', () => {
    const file = begun();
    const end = {endOn: date('2026-11-20'), endedBecause: 'young_person_chose'};
    expect(takeBack(file, 'end')).toBe('state_moved');
    file.send('when-i-am-ready.end', READY, end);
    expect(takeBack(file, 'begin')).toBe('state_moved');
    expect(takeBack(file, 'end', 'young_person')).toBe('not_permitted');
    expect(takeBack(file, 'end')).toBe('applied');
    expect(takeBack(file, 'end')).toBe('state_moved');
    expect(file.data(READY, 'when-i-am-ready')).toMatchObject({startOn: '2025-06-15', endOn: null, endedBecause: null});
    expect(takeBack(file, 'begin')).toBe('applied');
    expect(file.data(READY, 'when-i-am-ready')).toMatchObject({startOn: null, youngPersonWants: true});
    expect(file.send('when-i-am-ready.begin', READY, {})).toBe('applied');
    expect(file.send('when-i-am-ready.end', READY, end)).toBe('applied');
  });

  test('it does not begin beside a no that nobody has put together with the yes, in whichever order they came', () => {
    for (const [first, second] of [
      [true, false],
      [false, true],
    ]) {
      const file = at19();
      file.send('when-i-am-ready.say', READY, {youngPersonWants: first}, 'young_person');
      expect(file.send('when-i-am-ready.say', READY, {youngPersonWants: second}, 'adviser', {bases: {youngPersonWants: []}})).toBe(
        'conflict',
      );
      expect(file.send('when-i-am-ready.begin', READY, {})).toBe('not_eligible youngPersonWants');
    }
  });

  test('a home that turns out to be none of foster carers, and a birthday that turns out to be later, are asked about', () => {
    const asked = (born: string, ...stays: readonly ReturnType<typeof stay>[]) =>
      readyQuestion({...must(begun().data(READY, 'when-i-am-ready'), 'it has begun')}, date(born), stays, []);
    expect(asked('2007-06-15', foster)).toBeNull();
    expect(asked('2007-06-15')).toBeNull();
    expect(asked('2007-06-15', stay('childrens_home', '2020-01-10', '2025-06-15'))).toBe('not_fostered');
    // Not known says nothing of the kind of home.
    expect(asked('2007-06-15', foster, stay('not_known', '2025-05-01', '2025-06-15'))).toBeNull();
    expect(asked('2007-06-16', foster)).toBe('before_18');
    expect(
      readyQuestion({...must(begun().data(READY, 'when-i-am-ready'), 'it has begun'), startOn: null}, date('2009-01-01'), [], []),
    ).toBeNull();
  });
});

describe('R-51 vacations', () => {
  test('one that was settled with no signal was settled on the day of the writing', () => {
    const file = at19();
    file.send('vacation.enter', idOf(300), {from: date('2026-11-20'), until: date('2026-11-22')});
    file.send('vacation.settle', idOf(300), {how: 'provided'}, 'adviser', {at: '2026-11-19T10:00:00.000Z'});
    expect(file.data(idOf(300), 'vacation')?.settledOn).toBe('2026-11-19');
  });
  test('are entered with both days and settled with a way; said otherwise later, both are kept', () => {
    const file = at19();
    const days = (from: string, until: string) => ({from: date(from), until: date(until)});
    expect(file.send('vacation.enter', idOf(300), days('2026-12-12', '2026-12-11'))).toBe('dates_out_of_order until');
    expect(file.send('vacation.enter', idOf(300), days('2026-12-12', '2027-06-13'))).toBe('out_of_range until');
    expect(file.send('vacation.enter', idOf(300), days('2029-12-12', '2030-01-13'))).toBe('out_of_range from');
    expect(file.send('vacation.enter', idOf(300), days('2026-12-12', '2027-01-10'))).toBe('applied');
    expect(file.send('vacation.settle', idOf(300), {how: 'paid'})).toBe('applied');
    expect(file.data(idOf(300), 'vacation')).toMatchObject({how: 'paid', settledOn: '2026-11-21'});
    expect(file.send('vacation.settle', idOf(300), {how: 'paid'})).toBe('unchanged how');
    expect(file.send('vacation.settle', idOf(300), {how: 'provided'})).toBe('conflict');
  });
});

test('it does not begin where the young person has said no, and does where they have changed their mind', () => {
  const file = at19();
  file.send('when-i-am-ready.say', READY, {youngPersonWants: false}, 'young_person');
  expect(file.send('when-i-am-ready.begin', READY, {})).toBe('not_eligible youngPersonWants');
  const bases = {youngPersonWants: seenOps(must(file.records.get(READY), 'it was said'), 'youngPersonWants')};
  file.send('when-i-am-ready.say', READY, {youngPersonWants: true}, 'young_person', {bases});
  expect(file.send('when-i-am-ready.begin', READY, {})).toBe('applied');
});

test('the day of the agreement that two devices say apart is kept twice; an end at 31 was mistyped', () => {
  const file = at17();
  file.send('when-i-am-ready.agree', READY, {agreedOn: date('2026-11-01')});
  file.send('when-i-am-ready.agree', READY, {agreedOn: date('2026-10-01')}, 'manager', {bases: {agreedOn: []}});
  expect(file.data(READY, 'when-i-am-ready')?.agreedOn).toBe('2026-10-01');
  expect(file.records.get(READY)?.heads['agreedOn']?.map(({value}) => value)).toEqual(['2026-10-01', '2026-11-01']);
  expect(file.send('when-i-am-ready.agree', READY, {plannedEndOn: date('2039-05-21')})).toBe('out_of_range plannedEndOn');
});
