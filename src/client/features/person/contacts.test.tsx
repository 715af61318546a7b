/** Words for the young person about a contact are written beside the note, which stays with staff. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {STAFF, written} from '#client/testing/fake-plan.test-support.ts';
import {contactRecord, idFor, SELF, staffRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const contact = {
  ...contactRecord(idFor(40), FFION, {
    type: 'phone',
    outcome: 'spoke',
    note: written('For staff alone'),
    purpose: 'The rent',
    concerns: written('Behind with the rent'),
  }),
  scope: STAFF,
};

test('an adviser writes something of a contact for them, and sees what was said beside the note', async () => {
  const device = new FakeDevice({
    records: [summaryRecord(FFION, {knownAs: 'Ffion'}), youngPersonRecord(FFION, FFION), staffRecord(SELF, 'Catrin', 'Hafgan'), contact],
  });
  const {user} = await renderScreen(<PersonPage part="contacts" />, {
    device,
    at: `/people/${FFION}/contacts`,
    path: '/people/:person/contacts',
  });
  expect(screen.getByText('The rent')).toBeTruthy();
  expect(screen.getByText('Behind with the rent')).toBeTruthy();
  const details = must((await screen.findByText('Write something of it for Ffion')).closest('details'), 'the form');
  await user.click(screen.getByText('Write something of it for Ffion'));
  await user.click(await within(details).findByRole('button', {name: 'Show this to them'}));
  expect(await within(details).findByRole('link', {name: 'Write what they can read'})).toBeTruthy();
  await user.type(within(details).getByLabelText('What they can read'), 'We will ring the landlord');
  await user.click(within(details).getByRole('button', {name: 'Show this to them'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'shared-note.write', person: FFION, body: {about: contact.id, words: {text: 'We will ring the landlord', lang: 'en'}}},
    ]),
  );
  expect(await screen.findByText('We will ring the landlord')).toBeTruthy();
});
