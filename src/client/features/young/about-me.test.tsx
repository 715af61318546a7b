/** What a young person sees of their profile beside how they are reached, and taking back what they agreed to. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {MyDetailsPage} from './my-details-page.tsx';

const FFION = idFor(1);
const known = {organisation: null, email: null, mayContact: null, notes: 'Staff words', startOn: null, endOn: null};
const records = [
  youngPersonRecord(FFION, FFION),
  recordOf('important-person', idFor(30), FFION, {
    ...known,
    name: 'Gwen',
    relation: 'grandparent',
    relationWords: 'Nain',
    phone: '01632 960001',
  }),
  recordOf('important-person', idFor(31), FFION, {
    ...known,
    name: 'Old friend',
    relation: 'friend',
    relationWords: null,
    phone: null,
    endOn: date('2026-01-01'),
  }),
  recordOf('identity-document', idFor(32), FFION, {document: 'passport', held: false, notedOn: date('2026-01-01')}),
  recordOf('consent', idFor(33), FFION, {purpose: 'Photos', givenOn: date('2026-01-01'), withdrawnOn: null}),
];
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') => renderScreen(<MyDetailsPage />, {device, language});

test('who matters and is there now, in their own word for them; documents; and nothing of what staff noted', async () => {
  await open(new FakeDevice({records, role: 'young_person', holder: FFION}));
  expect(screen.getByText('Nain')).toBeTruthy();
  expect(screen.getByRole('link', {name: '01632 960001'})).toBeTruthy();
  expect(screen.queryByText('Old friend')).toBeNull();
  expect(screen.queryByText('Staff words')).toBeNull();
  expect(screen.getByText('I do not have this yet')).toBeTruthy();
  cleanup();
  await open(new FakeDevice({records: records.slice(0, 1), role: 'young_person', holder: FFION}), 'cy');
  expect(screen.getAllByText('Does dim byd yma eto.')).toHaveLength(2);
});

test('a consent is taken back after one question', async () => {
  const device = new FakeDevice({records, role: 'young_person', holder: FFION});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Take it back: Photos'}));
  await user.click(screen.getByRole('button', {name: 'Yes, take it back'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'consent.withdraw', record: idFor(33)}));
  const card = within(screen.getByRole('heading', {name: 'Photos'}).closest('article') as HTMLElement);
  expect(card.getByText(/Taken back on/u)).toBeTruthy();
  expect(card.getByText('Saved on this device, not sent yet')).toBeTruthy();
  expect(card.queryByRole('button')).toBeNull();
});

test('what they asked for or complained of, and where it stands', async () => {
  const rights = [
    recordOf('access-request', idFor(40), FFION, {
      askedOn: date('2026-01-01'),
      words: null,
      extendedOn: date('2026-01-20'),
      extendedBecause: 'There is much paper.',
      answeredOn: null,
    }),
    recordOf('complaint', idFor(41), FFION, {
      raisedOn: date('2026-02-01'),
      raisedBy: FFION,
      words: {text: 'Ddaeth neb.', lang: 'cy'},
      stage: 'closed',
      dueOn: null,
      outcome: 'We are sorry.',
      advocateOffered: true,
    }),
  ];
  await open(new FakeDevice({records: [...records, ...rights], role: 'young_person', holder: FFION}));
  for (const words of ['Your team needs more time.', 'There is much paper.', 'Ddaeth neb.', 'Closed', 'We are sorry.'])
    expect(screen.getByText(words)).toBeTruthy();
  cleanup();
  await open(new FakeDevice({records, role: 'young_person', holder: FFION}));
  expect(screen.queryByText('My complaints')).toBeNull();
});

test('they say in which language they want to be spoken and written to', async () => {
  const device = new FakeDevice({records, role: 'young_person', holder: FFION});
  const {user} = await open(device, 'cy');
  await user.click(within(screen.getByRole('group', {name: 'Yr iaith rydw i am ei siarad'})).getByRole('radio', {name: 'Cymraeg'}));
  await user.click(screen.getByRole('button', {name: 'Cadw’r manylion'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'details.change', body: {speak: 'cy'}, bases: {speak: [idFor(500)]}}));
});
