/** judging a home, the young person's view, and what a manager decides about one that is not suitable. */
import {describe, expect, test} from 'vitest';
import {category3, record, stay} from '../deadline/file.test-support.ts';
import {idOf, MANAGER, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import {judgementOf} from './suitability.ts';

const flat = stay('private_rented', '2026-11-01');
const JUDGED = idOf(300);
const judged = (more: object = {}) => ({
  stay: flat.id,
  result: 'suitable',
  judgedOn: date('2026-11-10'),
  because: 'move',
  reason: 'Warm and near college.',
  checks: [{check: 'repair', answer: 'good'}],
  theirView: 'agree',
  theirWords: {text: 'Mae’n iawn.', lang: 'cy'},
  plan: null,
  ...more,
});
const unsuitable = judged({result: 'unsuitable', plan: 'Ask for repairs, else move.'});

describe('R-40 a judgement', () => {
  test('is kept for staff with its checks, its reason and the young person’s view', () => {
    const file = new PlanFile(category3(flat));
    expect(file.send('suitability.judge', JUDGED, judged())).toBe('applied');
    expect(file.data(JUDGED, 'suitability')).toMatchObject({result: 'suitable', theirView: 'agree', decision: null});
    expect(file.shared.some(({kind}) => kind === 'suitability')).toBe(false);
  });
  test('of a home that they are to move into is made before the first night', () => {
    const next = stay('foyer', '2026-12-01');
    const file = new PlanFile(category3({...flat, data: {...flat.data, endOn: date('2026-12-01')}}, next));
    expect(file.send('suitability.judge', JUDGED, judged({stay: next.id, judgedOn: date('2026-11-20')}))).toBe('applied');
  });
  test.each([
    ['no reason', {reason: ' '}, 'words_missing reason'],
    ['not suitable and no plan', {result: 'unsuitable'}, 'words_missing plan'],
    ['on conditions and no plan', {result: 'suitable_with_conditions', plan: ' '}, 'words_missing plan'],
    ['a concern from before the first night', {because: 'concern', judgedOn: date('2026-10-31')}, 'dates_out_of_order judgedOn'],
    ['tomorrow', {judgedOn: date('2026-11-22')}, 'date_in_future judgedOn'],
    ['another person’s home', {stay: idOf(999)}, 'unknown_record'],
    [
      'one matter twice',
      {
        checks: [
          {check: 'repair', answer: 'good'},
          {check: 'repair', answer: 'concern'},
        ],
      },
      'body_invalid checks',
    ],
  ])('with %s is refused', (_, more, refusal) => {
    expect(new PlanFile(category3(flat)).send('suitability.judge', JUDGED, judged(more))).toBe(refusal);
  });
  test('each stands by itself: the newest day counts, of one day the later made', () => {
    const file = new PlanFile(category3(flat));
    file.send('suitability.judge', idOf(301), judged({judgedOn: date('2026-11-12')}), 'adviser');
    file.send('suitability.judge', idOf(300), unsuitable);
    const all = [...file.records.values()].filter(({kind}) => kind === 'suitability') as unknown as RecordOf<'suitability'>[];
    expect(judgementOf(all, flat.id)?.id).toBe(idOf(301));
    expect(judgementOf(all, idOf(999))).toBeUndefined();
  });
});

test('R-40 of two who judged apart on one day, not suitable stands until it is decided about', () => {
  type Said = Partial<DataOf<'suitability'>>;
  const by = (id: number, author: string, at: string, data: Said) => {
    const made = {author: idOf(author === 'same' ? 1 : id), device: null, at, op: idOf(id)};
    return {...record('suitability', {stay: flat.id, decision: null, ...data}, idOf(id)), made};
  };
  const day = (result: DataOf<'suitability'>['result'], more: Said = {}): Said => ({result, judgedOn: date('2026-11-10'), ...more});
  const bad = (author: string, more: Said = {}) => by(301, author, '2026-11-10T09:00:00.000Z', day('unsuitable', more));
  const good = (author: string, more: Said = {}) => by(302, author, '2026-11-10T15:00:00.000Z', day('suitable', more));
  const counts = (...all: readonly RecordOf<'suitability'>[]) => judgementOf(all, flat.id)?.data.result;
  expect([counts(bad('a'), good('b')), counts(good('b'), bad('a'))]).toEqual(['unsuitable', 'unsuitable']);
  const decision = {agreed: true, words: 'Moved.', by: MANAGER, on: date('2026-11-12')};
  expect(counts(bad('a', {decision}), good('b'))).toBe('suitable');
  expect(counts(bad('a'), good('b', {judgedOn: date('2026-11-11')}))).toBe('suitable');
  // Who looked again knew what they had found before.
  expect(counts(bad('same'), good('same'))).toBe('suitable');
});

describe('R-40 a home that is not suitable', () => {
  test('waits for whoever leads the team; an adviser does not decide', () => {
    const file = new PlanFile(category3(flat));
    file.send('suitability.judge', JUDGED, unsuitable);
    expect(file.send('suitability.decide', JUDGED, {agreed: true, words: 'Go on.'}, 'adviser')).toBe('not_permitted');
    expect(file.send('suitability.decide', JUDGED, {agreed: true, words: ' '}, 'manager')).toBe('words_missing words');
    expect(file.send('suitability.decide', JUDGED, {agreed: true, words: 'Go on.'}, 'manager')).toBe('applied');
    expect(file.data(JUDGED, 'suitability')?.decision).toEqual({agreed: true, words: 'Go on.', by: MANAGER, on: '2026-11-21'});
    expect(file.send('suitability.decide', JUDGED, {agreed: false, words: 'No.'}, 'manager')).toBe('state_moved agreed');
  });
  test('one that is suitable is not decided about', () => {
    const file = new PlanFile(category3(flat));
    file.send('suitability.judge', JUDGED, judged());
    expect(file.send('suitability.decide', JUDGED, {agreed: true, words: 'Go on.'}, 'manager')).toBe('state_moved agreed');
  });
});
