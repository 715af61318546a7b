import {screen, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {OutboxItem} from '#client/vault/contract.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '../fake-device.test-support.tsx';
import {idFor} from '../fake-records.test-support.ts';
import {renderScreen} from '../render-screen.test-support.tsx';
import {SyncPage} from './sync-page.tsx';

const item = (number: number, state: OutboxItem['state']): OutboxItem => ({
  op: idFor(number),
  record: idFor(number),
  kind: 'contact.record',
  person: idFor(900),
  at: '2026-11-22T10:00:00.000Z',
  state,
});

test('what waits stands first; of what the council has, the newest few are in view and the rest folds away', async () => {
  const device = new FakeDevice();
  device.items.push(...Array.from({length: 8}, (_, index) => item(index + 1, 'accepted')), item(20, 'rejected'));
  await renderScreen(<SyncPage />, {device});
  const cards = screen.getAllByRole('article');
  expect(within(must(cards[0], 'a card')).getByText('Needs your attention: not accepted')).toBeTruthy();
  const folded = must(screen.getByText('Earlier work that the council has: 5').closest('details'), 'details');
  expect(folded.open).toBe(false);
  expect(folded.querySelectorAll('article')).toHaveLength(5);
  expect(cards).toHaveLength(9);
});
