/** What was written for the young person about a contact: staff write it beside their note, the young person reads it and says something of it. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {TalkPage} from './talk-page.tsx';

const FFION = idFor(1);
const note = (id: number, text: string, on: string) =>
  recordOf('shared-note', idFor(id), FFION, {about: idFor(40), words: written(text), sharedOn: date(on)});

test('is read newest first, and what is said of it names it', async () => {
  const device = new FakeDevice({
    records: [youngPersonRecord(FFION, FFION), note(41, 'We talked about rent', '2026-11-01'), note(42, 'We saw the flat', '2026-11-20')],
    role: 'young_person',
    holder: FFION,
  });
  const {user} = await renderScreen(<TalkPage />, {device, at: '/talk', path: '/talk'});
  const section = must(screen.getByRole('heading', {name: 'What we talked about'}).closest('section'), 'their notes');
  expect(
    within(section)
      .getAllByRole('heading', {level: 3})
      .map(each => each.textContent),
  ).toEqual(['20 November 2026', '1 November 2026']);
  await user.click(within(section).getByText('Say something about this: 1 November 2026'));
  const form = must(within(section).getByText('Say something about this: 1 November 2026').closest('details'), 'the form');
  await user.type(within(form).getByLabelText('Your message'), 'The rent was paid');
  await user.click(within(form).getByRole('button', {name: 'Send the message'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([{kind: 'message.send', body: {words: {text: 'The rent was paid'}, about: idFor(41)}}]),
  );
  expect(await screen.findByText('About what was written on 1 November 2026')).toBeTruthy();
});
