/** Dates that people set: actions, reviews of an alert, the end of leave to remain. */
import {describe, expect, test} from 'vitest';
import type {DataOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import {category3, due, one, past21, plan, record, struck} from './file.test-support.ts';

describe('actions', () => {
  const action = (dueOn: string | null, status: DataOf<'plan-action'>['status'], data: Partial<DataOf<'plan-action'>> = {}) =>
    record('plan-action', {what: {text: 'Cael cyfrif banc', lang: 'cy'}, status, dueOn: dueOn === null ? null : date(dueOn), ...data});
  test('action: the day before, on the day, the day after; without a day it is no deadline', () => {
    const file = category3(action('2026-11-21', 'not_started'), action(null, 'in_progress'));
    expect(due(file, 'action', '2026-11-20')).toEqual(['2026-11-21 due_soon']);
    expect(due(file, 'action')).toEqual(['2026-11-21 due_today']);
    expect(due(file, 'action', '2026-11-22')).toEqual(['2026-11-21 overdue']);
    expect(due(past21(action('2026-11-29', 'in_progress')), 'action')).toEqual(['2026-11-29 not_due']);
  });
  test('action: done is met on its day; given up is neither owed nor kept', () => {
    const done = action('2026-11-10', 'done', {statusOn: date('2026-11-12')});
    expect(one(category3(done), 'action')).toMatchObject({rule: 'action', state: 'met', metOn: '2026-11-12', subject: done.id});
    expect(due(category3(action('2026-11-10', 'not_done'), action('2026-11-10', 'no_longer_needed')), 'action')).toEqual([]);
    expect(due(category3(struck(action('2026-11-10', 'not_started'))), 'action')).toEqual([]);
  });
  test('action: of a plan that is over it is history', () => {
    const old = plan('2025-07-01', {status: 'superseded'});
    const now = plan('2026-07-01', {version: 2});
    const file = category3(
      old,
      now,
      action('2026-11-10', 'not_started', {plan: old.id}),
      action('2026-11-11', 'not_started', {plan: now.id}),
    );
    expect(due(file, 'action')).toEqual(['2026-11-11 overdue']);
  });
});

test('alert-review: while the alert lasts', () => {
  const alert = (data: Partial<DataOf<'alert'>>) =>
    category3(record('alert', {code: 'dog', text: 'Ci mawr', reviewOn: date('2026-11-20'), ...data}));
  expect(due(alert({}), 'alert_review')).toEqual(['2026-11-20 overdue']);
  expect(due(alert({endOn: date('2026-11-21')}), 'alert_review')).toEqual([]);
  expect(due(alert({reviewOn: null}), 'alert_review')).toEqual([]);
});

test('leave-expiry: seen ninety days ahead', () => {
  const leave = category3(record('immigration', {status: 'limited_leave', leaveExpiresOn: date('2027-02-19')}));
  expect(one(leave, 'leave_expires')).toMatchObject({rule: 'leave-expiry', dueOn: '2027-02-19', state: 'due_soon'});
  expect(due(leave, 'leave_expires', '2026-11-20')).toEqual(['2027-02-19 not_due']);
});
