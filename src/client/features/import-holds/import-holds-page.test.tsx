/** The list of what an import left: fields by their names, and nothing left is not the same as nothing imported. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {ImportGroup, Teamwork} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ImportHoldsPage} from './import-holds-page.tsx';

test.each([
  ['2026-11-20T10:00:00.000Z', 'Every row of the import has been decided.'],
  [null, 'No import has been made.'],
])('with nothing waiting, imported at %s: %s', async (importedAt, words) => {
  const importWaiting: Teamwork['importWaiting'] = async () => ({ok: true, value: {groups: [], importedAt}});
  await renderScreen(<ImportHoldsPage />, {device: new FakeDevice({role: 'manager', teamwork: {importWaiting}})});
  expect(await screen.findByText(words)).toBeTruthy();
});

const question = (id: number, column: string): ImportGroup => ({
  id: idFor(id),
  mark: 'seen',
  kind: 'question',
  file: 'contacts.csv',
  reason: 'UNKNOWN_CODE',
  column,
  value: null,
  because: null,
  rows: 1,
});

test('the field of a group has its name in words; one that nobody has named stays as written', async () => {
  const importWaiting: Teamwork['importWaiting'] = async () => ({
    ok: true,
    value: {groups: [question(1, 'lang'), question(2, 'shoe_size')], importedAt: '2026-11-20T10:00:00.000Z'},
  });
  await renderScreen(<ImportHoldsPage />, {device: new FakeDevice({role: 'manager', teamwork: {importWaiting}}), language: 'cy'});
  expect((await screen.findByText('Iaith y nodyn')).closest('[translate]')).toBeNull();
  expect(screen.getByText('shoe_size').getAttribute('translate')).toBe('no');
});
