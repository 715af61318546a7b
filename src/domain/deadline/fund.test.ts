/** Requests to the fund that wait: by when they are decided, and by when a receipt is wanted. */
import {describe, expect, test} from 'vitest';
import type {DataOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import {category3, due, one, record, setting, struck} from './file.test-support.ts';

type Asked = Partial<DataOf<'fund-request'>>;
const asked = (data: Asked = {}) =>
  record('fund-request', {requestedOn: date('2026-11-10'), byYoungPerson: true, urgency: 'normal', status: 'submitted', ...data});

describe('a decision', () => {
  test('fund-decision: ten working days after the asking, by local policy, from the authority’s setting', () => {
    const request = asked();
    expect(one(category3(request), 'fund_decision')).toMatchObject({
      rule: 'fund-decision',
      subject: request.id,
      dueOn: '2026-11-24',
      state: 'due_soon',
      setting: 'fundDecisionDays',
      interval: {count: 10, unit: 'working_days'},
      from: [{what: 'fund_asked', on: '2026-11-10'}],
    });
    const shorter = [setting('fundDecisionDays', 5, '2026-01-01')];
    expect(due(category3(request), 'fund_decision', '2026-11-21', shorter)).toEqual(['2026-11-17 overdue']);
  });
  test('fund-decision: an urgent one the same day, unless the authority has set more', () => {
    const request = asked({urgency: 'urgent', requestedOn: date('2026-11-20')});
    expect(due(category3(request), 'fund_decision', '2026-11-20')).toEqual(['2026-11-20 due_today']);
    expect(due(category3(request), 'fund_decision', '2026-11-20', [setting('fundUrgentDays', 1, '2026-01-01')])).toEqual([
      '2026-11-23 due_soon',
    ]);
  });
  test('fund-decision: nobody is late while a question waits for the young person; their answer begins it anew', () => {
    const request = asked({status: 'more_info'});
    expect(due(category3(request), 'fund_decision')).toEqual([]);
    const answered = asked({status: 'submitted'});
    const answer = record('fund-note', {request: answered.id, what: 'answer', words: {text: 'Deg', lang: 'cy'}, on: date('2026-11-18')});
    expect(one(category3(answered, answer), 'fund_decision')).toMatchObject({dueOn: '2026-12-02', from: [{what: 'fund_answered'}]});
  });
  test('fund-decision: put off, on the day that was named; decided or taken back, none', () => {
    const later = asked({status: 'deferred'});
    const decision = record('fund-decision', {
      request: later.id,
      outcome: 'deferred',
      decidedOn: date('2026-11-12'),
      againOn: date('2026-12-05'),
    });
    expect(one(category3(later, decision), 'fund_decision')).toMatchObject({dueOn: '2026-12-05', from: [{what: 'set_on'}]});
    for (const status of ['refused', 'withdrawn', 'paid', 'closed', 'reversed'] as const)
      expect(due(category3(asked({status})), 'fund_decision')).toEqual([]);
    const given = asked({status: 'approved'});
    const award = record('fund-decision', {request: given.id, outcome: 'approved', awardedPence: 6_000, decidedOn: date('2026-11-12')});
    expect(due(category3(given, award), 'fund_decision')).toEqual([]);
    // Without an amount nobody can be paid: it still waits.
    expect(due(category3(given), 'fund_decision')).toEqual(['2026-11-24 due_soon']);
    expect(due(category3(struck(asked())), 'fund_decision')).toEqual([]);
  });
});

describe('a receipt', () => {
  const paid = (data: Asked = {}) => asked({status: 'paid', evidence: 'none_yet', paid: {on: date('2026-11-10'), pence: 5_000}, ...data});
  test('fund-evidence: 28 days after the payment, while nothing is shown', () => {
    expect(due(category3(paid()), 'fund_evidence')).toEqual(['2026-12-08 not_due']);
    expect(due(category3(paid()), 'fund_evidence', '2026-12-09')).toEqual(['2026-12-08 overdue']);
    expect(due(category3(paid({evidence: 'receipt'})), 'fund_evidence')).toEqual([]);
    expect(due(category3(paid({evidence: 'photo'})), 'fund_evidence')).toEqual([]);
    expect(due(category3(paid({status: 'closed'})), 'fund_evidence')).toEqual([]);
  });
  test('fund-evidence: not for as little as the authority lets go', () => {
    expect(due(category3(paid()), 'fund_evidence', '2026-11-21', [setting('fundEvidenceAbovePence', 5_000, '2026-01-01')])).toEqual([]);
    expect(due(category3(paid()), 'fund_evidence', '2026-11-21', [setting('fundEvidenceAbovePence', 4_999, '2026-01-01')])).toHaveLength(1);
  });
  test('fund-evidence: what an old system paid counts from its decision, the day that the team knows', () => {
    const {paid: _paid, ...data} = paid().data;
    const request = record('fund-request', data);
    const decision = record('fund-decision', {request: request.id, awardedPence: 5_000, decidedOn: date('2026-11-01')});
    expect(due(category3(request, decision), 'fund_evidence')).toEqual(['2026-11-29 due_soon']);
  });
});
