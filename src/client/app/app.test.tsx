import {configure, act, cleanup, render, screen, waitFor} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {MemoryRouter} from 'react-router';
import {afterEach, describe, expect, test} from 'vitest';
import {speak} from '#client/i18n/text.ts';
import {DeviceContext} from '#client/sync/device-context.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {App} from './app.tsx';
import {STAFF_ROUTES} from './routes-of-staff.tsx';
import {ROUTES} from './routes.tsx';

// A screen is loaded when it is first looked at; on a busy machine that takes its time.
configure({asyncUtilTimeout: 5_000});

afterEach(() => cleanup());

const FFION = idFor(1);
const records = [summaryRecord(FFION, {knownAs: 'Ffion'})];

async function open(device: FakeDevice, at: string, language: 'cy' | 'en' = 'en') {
  await speak(language);
  render(
    <DeviceContext value={device}>
      <MemoryRouter initialEntries={[at]}>
        <App />
      </MemoryRouter>
    </DeviceContext>,
  );
}

describe.each(['cy', 'en'] as const)('in %s', language => {
  test.each([...ROUTES, ...STAFF_ROUTES].map(({path, needs}) => [path, needs] as const))(
    '%s has a title, one heading and the language switch',
    async (path, needs) => {
      const device = new FakeDevice({
        records,
        ...(needs === 'session'
          ? {phase: 'unprotected' as const}
          : needs === 'nothing'
            ? {phase: 'out' as const, vaults: [{name: 'a', initials: 'LH', sample: false}]}
            : {}),
      });
      await open(device, path.replace(':person', FFION).replace(':draft', 'd1'), language);
      expect(await screen.findByRole('heading', {level: 1})).toBeTruthy();
      await waitFor(() => expect(document.title).not.toBe(''));
      expect(screen.getAllByRole('heading', {level: 1})).toHaveLength(1);
      expect(screen.getByRole('navigation', {name: language === 'cy' ? 'Iaith' : 'Language'})).toBeTruthy();
      expect(document.documentElement.lang).toBe(language);
      for (const button of document.querySelectorAll('button')) expect(button.type).toMatch(/^(?:button|submit)$/u);
    },
  );
});

test('an unknown address says so', async () => {
  await open(new FakeDevice({records}), '/nowhere');
  expect(await screen.findByRole('heading', {level: 1, name: 'Page not found'})).toBeTruthy();
});

test('a locked vault shows the door in place, and behind it the same address and the same words', async () => {
  const device = new FakeDevice({records});
  await open(device, `/record?person=${FFION}`);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', {name: 'Phone call'}));
  await user.type(screen.getByLabelText('What was said and done'), 'She said');
  await act(() => device.lock());
  expect(await screen.findByRole('heading', {level: 1, name: 'Unlock'})).toBeTruthy();
  expect(screen.queryByText('She said')).toBeNull();
  await user.type(screen.getByLabelText('Passphrase for this device'), 'wrong words');
  await user.click(screen.getByRole('button', {name: 'Unlock'}));
  expect(await screen.findByRole('link', {name: 'That is not the passphrase for this device'})).toBeTruthy();
  await user.type(screen.getByLabelText('Passphrase for this device'), 'pedwar gair da iawn');
  await user.click(screen.getByRole('button', {name: 'Unlock'}));
  expect(((await screen.findByLabelText('What was said and done')) as HTMLTextAreaElement).value).toBe('She said');
});

test('a council that is a sample is marked as one', async () => {
  await open(new FakeDevice({records, sample: true}), '/today');
  expect(await screen.findByText('Sample Council (sample: everyone is invented)')).toBeTruthy();
});

test('the line of sync is honest about what is not sent', async () => {
  const device = new FakeDevice({records, sync: {unsent: 3, connection: 'offline'}});
  await open(device, '/today', 'cy');
  expect(await screen.findByText(/3 heb eu hanfon eto/u, {selector: '.app-sync__part'})).toBeTruthy();
  expect(screen.getByText('All-lein: gallwch chi ddal ati i weithio')).toBeTruthy();
});

test('Today is calm in words when there is nothing to do', async () => {
  await open(new FakeDevice({records}), '/today');
  expect(await screen.findByRole('heading', {name: 'Nothing is due today'})).toBeTruthy();
});

test('after the lease reading waits for the server and writing does not', async () => {
  const device = new FakeDevice({records, sync: {leaseEnded: true, connection: 'offline'}});
  await open(device, `/people/${FFION}`);
  expect(await screen.findByRole('heading', {level: 1, name: 'Connect to read'})).toBeTruthy();
  expect(screen.queryByText('Ffion')).toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole('link', {name: 'Record a contact'}));
  expect(await screen.findByRole('button', {name: /^Ffion/u})).toBeTruthy();
});

test('while the first people are on their way Today does not say that there is nothing to do', async () => {
  await open(new FakeDevice({sync: {firstSync: {received: 12, expected: 25}}}), '/today');
  expect(await screen.findByText('12 of 25 people')).toBeTruthy();
  expect(screen.queryByText('Nothing is due today')).toBeNull();
});
