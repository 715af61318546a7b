/** Changing how somebody is reached: only what was changed is sent, with what its author had seen of it. */
import {act, cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {Head} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, SELF, staffRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {DetailsPage} from '#client/features/person/details-page.tsx';
import {PersonPage} from '#client/features/person/person-page.tsx';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {MyDetailsPage} from '#client/features/young/my-details-page.tsx';

const FFION = idFor(1);
const OWN = idFor(21);
const head = (op: number, value: string): Head => ({
  ops: [idFor(op)],
  value,
  author: COLLEAGUE,
  device: null,
  at: '2026-11-21T10:42:00.000Z',
});
const young = (phone: Head) => youngPersonRecord(OWN, FFION, {phone: phone.value as string, town: 'Abertawe'}, {phone: [phone]});
const before = head(1, '01792 960 112');
const records = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'}), young(before)];
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<DetailsPage />, {device, at: `/people/${FFION}/details`, path: '/people/:person/details', language});
const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;

test('only what was changed is sent, with the ops that were seen when the form opened', async () => {
  const device = new FakeDevice({records});
  const {user} = await open(device);
  expect(field('Phone number').value).toBe('01792 960 112');
  await user.clear(field('Phone number'));
  await user.type(field('Phone number'), ' 07700 900 123 (after 5) ');
  await user.clear(field('Town or city'));
  // What comes in meanwhile was not seen.
  act(() => device.put(young(head(2, '01792 960 999'))));
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toEqual({
    kind: 'details.change',
    record: OWN,
    person: FFION,
    body: {phone: '07700 900 123 (after 5)', town: null},
    // A field that nobody has written is known by the op that made the record.
    bases: {phone: before.ops, town: [idFor(500)]},
  });
  expect(await screen.findByText('The details are saved on this device')).toBeTruthy();
  expect(screen.getByText('Saved on this device, not sent yet')).toBeTruthy();
  expect(device.kept.size).toBe(0);
  expect(field('Phone number').value).toBe('07700 900 123 (after 5)');
});

test.each(['07700 900123', '+44 7700 900123', '0044 1792 960112', '(01792) 960 112 est. 4', 'ffôn Mam: 01792 960112'])(
  'a number is taken as it is given: %s',
  async number => {
    const device = new FakeDevice({records});
    const {user} = await open(device);
    await user.clear(field('Phone number'));
    await user.type(field('Phone number'), number);
    await user.click(screen.getByRole('button', {name: 'Save the details'}));
    await waitFor(() => expect(device.saved[0]).toMatchObject({body: {phone: number}}));
  },
);

test('what is wrong is said at its field, and a form without a change sends nothing', async () => {
  const device = new FakeDevice({records});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  expect(await screen.findByText('Nothing has been changed yet')).toBeTruthy();
  await user.type(field('E-mail address'), 'ffion example.org');
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  await user.click(await screen.findByRole('link', {name: /Enter an e-mail address/u}));
  expect(document.activeElement).toBe(field('E-mail address'));
  expect(field('E-mail address').getAttribute('aria-invalid')).toBe('true');
  expect(device.saved).toEqual([]);
});

test('a draft is there again after a lock and can be thrown away', async () => {
  const device = new FakeDevice({records});
  const {user} = await open(device);
  await user.type(field('Pronouns'), 'hi');
  cleanup();
  const again = await open(device, 'cy');
  expect(field('Rhagenwau').value).toBe('hi');
  await again.user.click(screen.getByRole('button', {name: 'Canslo'}));
  await again.user.click(screen.getByRole('button', {name: 'Ie, dileu’r drafft'}));
  await waitFor(() => expect(device.kept.size).toBe(0));
  expect(field('Rhagenwau').value).toBe('');
  expect(device.saved).toEqual([]);
});

test('a young person changes their own details in their own words for them', async () => {
  const device = new FakeDevice({records: [young(before)], role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<MyDetailsPage />, {device});
  await user.type(field('What I like to be called'), 'Ffi');
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  await waitFor(() =>
    expect(device.saved[0]).toMatchObject({kind: 'details.change', person: FFION, body: {knownAs: 'Ffi'}, bases: {knownAs: [idFor(500)]}}),
  );
});

test('the file leads to the form, and shows at once what was changed here', async () => {
  const device = new FakeDevice({records});
  const {user} = await open(device);
  await user.type(field('Known as'), 'Ffi');
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  cleanup();
  await renderScreen(<PersonPage part="overview" />, {device, at: `/people/${FFION}`, path: '/people/:person'});
  expect(screen.getByRole('heading', {level: 1, name: 'Ffi'})).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Change the contact details'}).getAttribute('href')).toBe(`/people/${FFION}/details`);
});
