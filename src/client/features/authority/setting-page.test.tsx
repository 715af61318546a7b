/** One setting: what is missing or contradicts is said at its own field, and what is kept says from which day and why. */
import {screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/features/fake-device.test-support.tsx';
import {renderScreen} from '#client/features/render-screen.test-support.tsx';
import {SettingPage} from './setting-page.tsx';

async function open(name: string, language: 'cy' | 'en' = 'en') {
  const device = new FakeDevice({role: 'administrator'});
  const {user} = await renderScreen(<SettingPage />, {
    device,
    language,
    at: `/authority/setting/${name}`,
    path: '/authority/setting/:name',
  });
  return {device, user};
}

test('a text without its English says so at the English field, and nothing is kept', async () => {
  const {device, user} = await open('helpText');
  await user.clear(screen.getByLabelText('In Welsh'));
  await user.type(screen.getByLabelText('In Welsh'), 'Ffoniwch ni.');
  await user.clear(screen.getByLabelText('In English'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(screen.getByLabelText('In English').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText('In Welsh').getAttribute('aria-invalid')).not.toBe('true');
  expect(device.saved).toEqual([]);
});

test('a text in both languages is kept with its day', async () => {
  const {device, user} = await open('helpText');
  for (const [label, words] of [
    ['In Welsh', 'Ffoniwch ni.'],
    ['In English', 'Ring us.'],
  ] as const) {
    await user.clear(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), words);
  }
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'setting.set', body: {name: 'helpText', value: {cy: 'Ffoniwch ni.', en: 'Ring us.'}, reason: null}},
    ]),
  );
});
