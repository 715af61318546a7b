/** The list of what an import left: nothing left is not the same as nothing imported. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {Teamwork} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/features/fake-device.test-support.tsx';
import {renderScreen} from '#client/features/render-screen.test-support.tsx';
import {ImportHoldsPage} from './import-holds-page.tsx';

test.each([
  ['2026-11-20T10:00:00.000Z', 'Every row of the import has been decided.'],
  [null, 'No import has been made.'],
])('with nothing waiting, imported at %s: %s', async (importedAt, words) => {
  const importWaiting: Teamwork['importWaiting'] = async () => ({ok: true, value: {groups: [], importedAt}});
  await renderScreen(<ImportHoldsPage />, {device: new FakeDevice({role: 'manager', teamwork: {importWaiting}})});
  expect(await screen.findByText(words)).toBeTruthy();
});
