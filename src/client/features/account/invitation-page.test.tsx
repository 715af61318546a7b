import {screen, waitFor} from '@testing-library/react';
import {beforeEach, expect, test, vi} from 'vitest';
import type {Accounts} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {sessionOf} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {InvitationPage} from './invitation-page.tsx';

const invitation = vi.fn<Accounts['invitation']>(async () => ({
  ok: true,
  value: {
    name: 'Catrin Hafgan-Price',
    signInName: 'catrin@example.org',
    role: 'adviser',
    authority: {code: 'W06999999', cy: 'Cyngor Sampl', en: 'Sample Council', sample: true},
  },
}));
const accept = vi.fn<Accounts['accept']>(async () => ({ok: true, value: sessionOf()}));

beforeEach(() => {
  invitation.mockClear();
  accept.mockClear();
  window.history.replaceState(null, '', '/invitation#secret-token');
});

test('the token leaves the address bar at once and goes on only in the exchange', async () => {
  const accepted = vi.fn<() => void>();
  const {user} = await renderScreen(<InvitationPage onAccepted={accepted} />, {
    device: new FakeDevice({phase: 'out', accounts: {invitation, accept}}),
  });
  expect(await screen.findByText('Catrin Hafgan-Price')).toBeTruthy();
  expect(screen.getByText('Sample')).toBeTruthy();
  expect(window.location.href).not.toContain('secret-token');
  await user.type(screen.getByLabelText('Choose a password'), 'four plain words');
  await user.type(screen.getByLabelText('Type the password again'), 'four plain words');
  await user.click(screen.getByRole('button', {name: 'Accept the invitation'}));
  await waitFor(() => expect(accepted).toHaveBeenCalledOnce());
  expect(accept).toHaveBeenCalledWith('secret-token', 'four plain words');
});

test.each([
  ['short', 'short', 'The password must have at least 12 characters'],
  ['four plain words', 'four plain wordz', 'The two passwords are not the same'],
])('%s / %s', async (one, other, message) => {
  const {user} = await renderScreen(<InvitationPage onAccepted={() => undefined} />, {
    device: new FakeDevice({phase: 'out', accounts: {invitation, accept}}),
  });
  await user.type(await screen.findByLabelText('Choose a password'), one);
  await user.type(screen.getByLabelText('Type the password again'), other);
  await user.click(screen.getByRole('button', {name: 'Accept the invitation'}));
  expect(screen.getByRole('link', {name: message})).toBeTruthy();
  expect(accept).not.toHaveBeenCalled();
});

test('an invitation that cannot be used says what to do', async () => {
  const used = async () => ({ok: false, code: 'invitation_invalid'}) as const;
  await renderScreen(<InvitationPage onAccepted={() => undefined} />, {
    device: new FakeDevice({phase: 'out', accounts: {invitation: used}}),
  });
  expect(await screen.findByRole('heading', {name: 'This invitation cannot be used any more'})).toBeTruthy();
});
