/** A money plan, changed by commands alone: who may, what is refused, and what happens when two devices write at once. */
import {describe, expect, test} from 'vitest';
import {young} from '../deadline/file.test-support.ts';
import {idOf, PERSON, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {BENEFITS, needsWords} from './codes.ts';
import {benefitCheckId, moneyHelpId} from './money-plan.ts';

const LINE = idOf(700);
const PIP = benefitCheckId(PERSON, 'pip');
const HELP = moneyHelpId(PERSON);
const rent = {what: 'rent', amount: {pence: 9_500, every: 'week'}, words: null};
const fileWith = (...lines: readonly object[]) => {
  const file = new PlanFile([young('2007-06-15')]);
  for (const [at, line] of lines.entries()) expect(file.send('money-line.add', idOf(700 + at), line, 'young_person')).toBe('applied');
  return file;
};
const headOp = (file: PlanFile, record: string, field: string) => file.records.get(record)?.heads[field]?.[0]?.ops[0] ?? '';

describe('a line', () => {
  test('is the young person’s and staff’s to write, and nobody else’s', () => {
    for (const role of ['young_person', 'adviser', 'manager', 'deputy'] as const)
      expect(fileWith().send('money-line.add', LINE, rent, role)).toBe('applied');
    for (const role of ['finance_officer', 'administrator', 'governance_officer'] as const)
      expect(fileWith().send('money-line.add', LINE, rent, role)).toBe('not_permitted');
  });

  test('lies where the young person sees it, wanted by nobody and counted', () => {
    const file = fileWith(rent);
    expect(file.shared.map(({id}) => id)).toEqual([LINE]);
    expect(file.data(LINE, 'money-line')).toEqual({...rent, wish: null, takenOutOn: null});
    expect(file.send('money-line.add', LINE, rent)).toBe('already_there');
  });

  test('of what flows says how often, and of a sum there is no how often', () => {
    const add = (what: string, every: string | null) =>
      fileWith().send('money-line.add', LINE, {what, amount: {pence: 5, every}, words: null});
    expect([add('food', null), add('loan', 'week'), add('rent_behind', 'month'), add('bank_saving', 'year')]).toEqual(
      Array.from({length: 4}, () => 'out_of_range amount'),
    );
    expect([add('food', 'four_weeks'), add('loan', null), add('rent_behind', null), add('bank_saving', null)]).toEqual(
      Array.from({length: 4}, () => 'applied'),
    );
    const file = fileWith(rent);
    expect(file.send('money-line.change', LINE, {amount: {pence: 5, every: null}})).toBe('out_of_range amount');
  });

  test('that its code does not name has words of its own, and keeps some', () => {
    const other = {what: 'other_income', amount: {pence: 5, every: 'week'}, words: null};
    expect(needsWords('other_income')).toBe(true);
    expect(fileWith().send('money-line.add', LINE, other)).toBe('words_missing words');
    expect(fileWith().send('money-line.add', LINE, {...other, words: welsh('  ')})).toBe('words_missing words');
    const file = fileWith({...other, words: welsh('Torri gwallt')});
    expect(file.send('money-line.change', LINE, {words: null})).toBe('words_missing words');
    expect(fileWith(rent).send('money-line.change', LINE, {words: null})).toBe('applied');
  });

  test.each([0, -5, 1.5, Number.NaN, 1e10, '12,50', null])('is no amount: %s', pence => {
    const send = (body: object) => fileWith(rent).send('money-line.change', LINE, body);
    expect(send({amount: {pence, every: 'week'}})).toMatch(/^body_invalid/u);
  });

  test('is taken out and put back, and what it said stays', () => {
    const file = fileWith(rent);
    expect(file.send('money-line.take-out', LINE, {out: true}, 'young_person')).toBe('applied');
    expect(file.data(LINE, 'money-line')).toMatchObject({...rent, takenOutOn: '2026-11-21'});
    const bases = {takenOutOn: [headOp(file, LINE, 'takenOutOn')]};
    expect(file.send('money-line.take-out', LINE, {out: false}, 'young_person', {bases})).toBe('applied');
    expect(file.data(LINE, 'money-line')?.takenOutOn).toBeNull();
  });

  test('of nobody, or of another kind, is not changed', () => {
    expect(fileWith().send('money-line.change', LINE, {wish: 'plan'})).toBe('unknown_record');
    expect(fileWith().send('money-line.take-out', PERSON, {out: true})).toBe('unknown_record');
  });
});

describe('two devices', () => {
  test('that write different lines never meet', () => {
    const file = fileWith(rent, {...rent, what: 'food'});
    expect(file.send('money-line.change', LINE, {amount: {pence: 1, every: 'week'}}, 'young_person', {bases: {amount: []}})).toBe(
      'applied',
    );
    expect(file.send('money-line.change', idOf(701), {amount: {pence: 2, every: 'week'}}, 'adviser', {bases: {amount: []}})).toBe(
      'applied',
    );
  });

  test('that write one amount make no third one of the two: the last is shown whole, the other is listed', () => {
    const file = fileWith(rent);
    const [month, year] = [
      {pence: 40_000, every: 'month'},
      {pence: 480_000, every: 'year'},
    ];
    expect(file.send('money-line.change', LINE, {amount: month}, 'young_person', {bases: {amount: []}})).toBe('applied');
    file.send('money-line.change', LINE, {amount: year}, 'adviser', {bases: {amount: []}});
    expect(file.data(LINE, 'money-line')?.amount).toEqual(year);
    expect(file.records.get(LINE)?.heads['amount']?.map(({value}) => value)).toEqual([year, month]);
  });

  test('that take out one line on two days: the young person says which day is right', () => {
    const file = fileWith(rent);
    expect(file.send('money-line.take-out', LINE, {out: true}, 'young_person', {bases: {takenOutOn: []}})).toBe('applied');
    file.send('money-line.take-out', LINE, {out: true}, 'adviser', {bases: {takenOutOn: []}, at: '2026-11-20T10:00:00.000Z'});
    const heads = file.records.get(LINE)?.heads['takenOutOn'] ?? [];
    expect(heads.map(({value}) => value)).toEqual(['2026-11-20', '2026-11-21']);
    const bases = {takenOutOn: heads.flatMap(({ops}) => ops)};
    expect(file.send('conflict.settle', LINE, {field: 'takenOutOn', value: '2026-11-21'}, 'young_person', {bases})).toBe('applied');
    expect(file.records.get(LINE)?.heads['takenOutOn']).toHaveLength(1);
  });

  test('one alone, that writes over what it saw, sees no clash', () => {
    const file = fileWith(rent);
    for (const pence of [1, 2, 3]) {
      const seen = file.records.get(LINE)?.heads['amount']?.flatMap(({ops}) => ops) ?? [];
      expect(
        file.send('money-line.change', LINE, {amount: {pence, every: 'week'}, words: welsh(`${pence}`)}, 'young_person', {
          bases: {amount: [...seen], words: [...(file.records.get(LINE)?.heads['words']?.flatMap(({ops}) => ops) ?? [])]},
        }),
      ).toBe('applied');
    }
    expect(Object.values(file.records.get(LINE)?.heads ?? {}).map(heads => heads.length)).toEqual([1, 1]);
  });

  test('that begin one benefit, or who helps, write one record', () => {
    const file = fileWith();
    expect(file.send('benefit-check.say', PIP, {benefit: 'pip', state: 'not_yet'}, 'young_person', {bases: {state: []}})).toBe('applied');
    expect(file.send('benefit-check.say', PIP, {benefit: 'pip', wish: 'help'}, 'adviser', {bases: {wish: []}})).toBe('applied');
    expect(file.of('benefit-check')).toEqual([{benefit: 'pip', state: 'not_yet', wish: 'help'}]);
    file.send('money-help.write', HELP, {words: welsh('Mam-gu')}, 'young_person', {bases: {words: []}});
    expect(file.send('money-help.write', HELP, {words: welsh('Mair')}, 'adviser', {bases: {words: []}})).toBe('conflict');
    expect(file.records.get(HELP)?.heads['words']).toHaveLength(2);
  });
});

describe('a benefit', () => {
  test('has an id of its own for each person and benefit', () => {
    expect(new Set([...BENEFITS.map(each => benefitCheckId(PERSON, each)), HELP]).size).toBe(BENEFITS.length + 1);
    expect(benefitCheckId(idOf(2), 'pip')).not.toBe(PIP);
  });

  test('is said at its own place alone', () => {
    const file = fileWith(rent);
    const say = (record: string, benefit: string) => file.send('benefit-check.say', record, {benefit, state: 'get'}, 'young_person');
    expect(say(PIP, 'pip')).toBe('applied');
    expect(say(PIP, 'ema')).toBe('unknown_record');
    expect(say(benefitCheckId(idOf(2), 'pip'), 'pip')).toBe('unknown_record');
    expect(say(LINE, 'pip')).toBe('unknown_record');
    expect(file.send('money-help.write', LINE, {words: null}, 'young_person')).toBe('unknown_record');
  });

  test('of which nothing is known any more is as it was', () => {
    const file = fileWith();
    file.send('benefit-check.say', PIP, {benefit: 'pip', state: 'get'}, 'young_person', {bases: {state: []}});
    const bases = {state: [headOp(file, PIP, 'state')]};
    expect(file.send('benefit-check.say', PIP, {benefit: 'pip', state: null}, 'young_person', {bases})).toBe('applied');
    expect(file.data(PIP, 'benefit-check')).toEqual({benefit: 'pip', state: null, wish: null});
  });
});
