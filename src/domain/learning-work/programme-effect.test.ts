/** What a programme in the plan carries past 21, as its adviser reads it. */
import {expect, test} from 'vitest';
import {category1, category3, due, inCare, past21, plan, record, young} from '../deadline/file.test-support.ts';
import type {DataOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {programmeEffect} from './programme-effect.ts';

const today = date('2026-11-21');
const inPlan = (more: Partial<DataOf<'pathway-plan'>> = {}) =>
  plan('2026-08-01', {programme: 'Nyrsio', programmeStatus: 'active', programmeEndsOn: date('2029-07-01'), ...more});
const effect = (...more: readonly DomainRecord[]) => programmeEffect(category3(...more), today)?.effect;

test('R-09 a programme that the plan sets out past the 21st birthday carries the duty on', () => {
  expect(programmeEffect(category3(inPlan()), today)).toEqual({effect: 'goes_on', at21: '2028-06-15', rules: ['R-09']});
  expect(effect(inPlan({programmeEndsOn: null}))).toBe('goes_on');
  expect(programmeEffect(past21(inPlan()), today)?.effect).toBe('goes_on');
});
test('R-08 without one, with one that ends before, or has ended, it does not', () => {
  expect([effect(), effect(inPlan({programmeEndsOn: date('2028-06-14')})), effect(inPlan({programmeStatus: 'ended'}))]).toEqual([
    'ends',
    'ends',
    'ends',
  ]);
  expect(programmeEffect(category3(), today)?.rules).toEqual(['R-08', 'R-12']);
});
test('R-10 an interruption is passed over with a day on which it is expected to go on, and not without', () => {
  const interrupted = (programmeResumesOn: string | null) =>
    effect(inPlan({programmeStatus: 'interrupted', programmeResumesOn: programmeResumesOn === null ? null : date(programmeResumesOn)}));
  expect([interrupted('2027-09-01'), interrupted(null)]).toEqual(['goes_on_interrupted', 'interrupted_without_day']);
});
test('R-14 an exclusion says so; no other category, and nobody who has died, is asked about it', () => {
  expect(effect(inPlan(), record('immigration', {schedule3: true}))).toBe('excluded');
  expect(programmeEffect([young('2007-06-15', {diedOn: date('2026-01-01')}), inCare('2020-01-10', '2025-06-14')], today)).toBeNull();
  expect(programmeEffect([young('2007-06-15'), inCare('2015-01-10', '2019-06-14')], today)).toBeNull();
  expect(programmeEffect(category1(), today)?.effect).toBe('ends');
});
test('R-09 edge 7: from 20 years and six months the plan is looked at for it', () => {
  const file = [young('2006-05-21'), inCare('2015-01-10', '2024-05-20')];
  expect(due(file, 'programme_in_plan', '2026-11-21')).toEqual(['2026-11-21 due_today']);
  expect(due([...file, inPlan()], 'programme_in_plan', '2026-11-21').every(each => each.includes('met'))).toBe(true);
});
