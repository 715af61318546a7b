/** each change of being in touch and each step dated, and never closed for category 2 (domain.md 4.3). */
import {describe, expect, test} from 'vitest';
import {category2, category3, contact, due, record, stay} from '../deadline/file.test-support.ts';
import {idOf, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {TOUCH_SAID} from './keeping-in-touch.ts';

const TODAY = '2026-11-21';
const said = (status: string, since = '2026-11-10') => ({status, since: date(since), words: null});
const set = (file: PlanFile, status: string, since?: string) => file.send('in-touch.set', idOf(300), said(status, since));

describe('R-47 category 2', () => {
  test('is never closed while out of touch, nor by anything that is said', () => {
    const file = new PlanFile(category2());
    expect(file.send('in-touch.set', idOf(299), said('no', '2026-11-01'))).toBe('applied');
    expect(set(file, 'no_longer_requires')).toBe('stays_open status');
    expect(set(new PlanFile(category3()), 'no_longer_requires')).toBe('applied');
  });
  test.each(['no', 'no_longer_requires'] as const)('%s leaves a next step due, two days after the last', status => {
    const lost = record('in-touch', {status, since: date('2026-11-10')});
    const step = record('touch-step', {on: date('2026-11-20'), words: {text: 'Rang an aunt', lang: 'en'}});
    expect(due(category2(lost), 'keep_trying', TODAY)).toEqual(['2026-11-12 overdue']);
    expect(due(category2(lost, step), 'keep_trying', TODAY)).toEqual(['2026-11-22 due_soon']);
    const hold = record('deadline-hold', {
      what: 'keep_trying',
      subject: lost.id,
      reason: {text: 'x', lang: 'en'},
      from: date('2026-11-01'),
      until: date('2027-01-01'),
    });
    expect(due(category2(lost, hold), 'keep_trying', TODAY)).toEqual(['2026-11-12 overdue']);
  });
  test('only being in touch ends it', () => {
    const again = record('in-touch', {status: 'yes', since: date('2026-11-18')});
    expect(due(category2(record('in-touch', {status: 'no', since: date('2026-11-10')}), again), 'keep_trying', TODAY)).toEqual([]);
  });
});

describe('R-47 category 3', () => {
  test('lost is looked for; who refuses is not sought, and the duty stands', () => {
    const lost = (status: 'no' | 'refused') => record('in-touch', {status, since: date('2026-11-10')});
    expect(due(category3(lost('no')), 'keep_trying', TODAY)).toEqual(['2026-11-24 not_due']);
    expect(due(category3(lost('refused')), 'keep_trying', TODAY)).toEqual([]);
    expect(due(category3(lost('refused'), contact('2026-09-01', 'phone', 'spoke')), 'contact', TODAY).length).toBe(1);
  });
});

describe('returned home (4.3, R-05)', () => {
  test.each([
    ['2026-05-10', null, 'applied'],
    ['2026-05-11', null, 'not_home_yet status'],
    ['2026-01-01', '2026-11-09', 'not_home_yet status'],
  ] as const)('with a parent from %s to %s: %s', (from, until, answer) => {
    expect(set(new PlanFile(category3(stay('parents', from, until))), 'returned_home')).toBe(answer);
  });
  test('nothing is said ahead, before a birth, or of a death', () => {
    expect(set(new PlanFile(category3()), 'no', '2026-11-22')).toBe('date_in_future since');
    expect(set(new PlanFile(category3()), 'no', '2007-06-14')).toBe('out_of_range since');
    expect(TOUCH_SAID).not.toContain('died');
    expect(set(new PlanFile(category3()), 'died')).toBe('body_invalid status');
  });
});
