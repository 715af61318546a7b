/** What was refused is put away by its author and never lost by it: not on this device, not when a server begins a new life. */
import {expect, test} from 'vitest';
import {outboxItem} from './outbox-item.ts';
import {canPutAway, expendable, needsAttention, requeueAll, withAnswers, type PendingOp} from './pending-ops.ts';

const entry: PendingOp = {
  op: {
    op: '00000000-0000-7000-8000-000000000001',
    seq: 7,
    kind: 'contact.record',
    v: 1,
    record: '00000000-0000-7000-8000-000000000002',
    person: '00000000-0000-7000-8000-000000000003',
    scope: '00000000-0000-7000-8000-000000000004',
    at: '2026-11-22T10:00:00.000Z',
    after: [],
    bases: {},
    body: {note: {text: 'Galwais i.', lang: 'cy'}},
  } as unknown as PendingOp['op'],
  state: 'settled',
  answer: {status: 'rejected', code: 'date_in_future'},
  version: 4,
  settledAt: '2026-11-22T10:01:00.000Z',
};
const away: PendingOp = {...entry, putAway: true};

test('only what the server has answered can be put away, and only what it refused', () => {
  expect(canPutAway(entry)).toBe(true);
  expect(canPutAway({...entry, state: 'queued', answer: null})).toBe(false);
  expect(canPutAway({...entry, answer: {status: 'parked'}})).toBe(false);
  expect(canPutAway({...entry, answer: {status: 'applied'}})).toBe(false);
});

test('put away it asks for nothing, and its words can still be read', () => {
  expect([needsAttention(entry), needsAttention(away)]).toEqual([true, false]);
  expect(outboxItem(away)).toMatchObject({state: 'put_away', code: 'date_in_future', body: entry.op.body});
});

test('it stays for as long as what was accepted stays, also for a verified backup', () => {
  const isHeld = () => true;
  expect(expendable([away], {serverTime: '2026-11-30T10:00:00.000Z', safeVersion: 9}, isHeld)).toEqual([]);
  expect(expendable([away], {serverTime: '2027-01-30T10:00:00.000Z', safeVersion: 0}, isHeld)).toEqual([away]);
  expect(expendable([entry], {serverTime: '2027-01-30T10:00:00.000Z', safeVersion: 9}, isHeld)).toEqual([]);
});

test('[E2] in a new life of the store it is sent again: taken, it has arrived; refused again, it stays put away', () => {
  const [again] = requeueAll([away], 0);
  expect(again).toMatchObject({state: 'queued', answer: null, putAway: true, op: {seq: 1}});
  const answered = (status: 'applied' | 'rejected') =>
    outboxItem(withAnswers(again ? [again] : [], [{op: entry.op.op, status}] as never, 5)[0] ?? entry).state;
  expect([answered('applied'), answered('rejected')]).toEqual(['sent', 'put_away']);
});
