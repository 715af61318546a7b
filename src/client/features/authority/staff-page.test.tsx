/** Colleagues: a form that a lock or a crash closed stands open again, with what was typed. */
import {cleanup, screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/features/fake-device.test-support.tsx';
import {COLLEAGUE, SELF, staffRecord} from '#client/features/fake-records.test-support.ts';
import {renderScreen} from '#client/features/render-screen.test-support.tsx';
import {StaffPage} from './staff-page.tsx';

const records = [staffRecord(SELF, 'Lowri', 'Haf'), staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')];

test('a last day that was being entered is still there when the screen opens again', async () => {
  const device = new FakeDevice({role: 'administrator', records});
  const first = await renderScreen(<StaffPage />, {device});
  await first.user.click(await screen.findByRole('button', {name: 'Last day: Catrin Hafgan-Price'}));
  await first.user.clear(screen.getByLabelText('Year'));
  await first.user.type(screen.getByLabelText('Year'), '2031');
  await expect.poll(() => device.kept.size).toBe(1);
  cleanup();
  await renderScreen(<StaffPage />, {device});
  expect(await screen.findByLabelText('Year')).toHaveProperty('value', '2031');
});
