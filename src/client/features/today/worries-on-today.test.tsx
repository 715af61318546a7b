/** Worries on the Today of somebody who leads a team: of files that are not on their device the headlines tell. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, SELF, staffRecord, summaryRecord, worryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {TodayPage} from './today-page.tsx';

test('reaches the Today of whoever leads the team, without the file, until somebody has read it; and after that where nobody holds it', async () => {
  const of = (n: number, knownAs: string, changes: object) => summaryRecord(idFor(n), {knownAs, ...changes});
  const device = new FakeDevice({
    records: [
      staffRecord(SELF, 'Lowri', 'Haf'),
      of(2, 'Nia', {worry: 'unread'}),
      of(3, 'Cai', {worry: 'open'}),
      of(4, 'Mali', {worry: 'open', adviser: null}),
      of(5, 'Twm', {worry: null}),
    ],
    role: 'manager',
    withoutFile: [idFor(2), idFor(3), idFor(4), idFor(5)],
  });
  await renderScreen(<TodayPage />, {device, at: '/', path: '/', language: 'en'});
  for (const name of ['Nia', 'Mali']) expect(screen.getByText(name)).toBeTruthy();
  for (const name of ['Cai', 'Twm']) expect(screen.queryByText(name)).toBeNull();
});

test('on the Today of whoever holds the file until it is closed, and never what it is about', async () => {
  const worry = worryRecord(idFor(50), idFor(2));
  const device = new FakeDevice({records: [summaryRecord(idFor(2), {knownAs: 'Nia'}), youngPersonRecord(idFor(2), idFor(2)), worry]});
  await renderScreen(<TodayPage />, {device, at: '/', path: '/', language: 'en'});
  expect(screen.getByText('There is a worry here that nobody has read.')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/rent|bills/iu);
});

test('what a colleague closed is said until the file was looked at, and leads there; what nobody else closed is no news', async () => {
  const closed = (id: string, person: string) => worryRecord(id, person, {closedAt: '2026-11-21T02:30:00.000Z', outcome: 'A bed'});
  const [news, known] = [closed(idFor(50), idFor(2)), closed(idFor(51), idFor(3))];
  const device = new FakeDevice({
    records: [2, 3]
      .flatMap(n => [summaryRecord(idFor(n), {knownAs: n === 2 ? 'Nia' : 'Cai'}), youngPersonRecord(idFor(n), idFor(n))])
      .concat([news, known]),
    changed: [{record: news, isNew: false, by: idFor(77)}],
  });
  await renderScreen(<TodayPage />, {device, at: '/', path: '/', language: 'en'});
  expect(screen.getByRole('link', {name: 'Nia'}).getAttribute('href')).toBe(`/people/${idFor(2)}`);
  expect(screen.getAllByText(/something new about a worry that has been closed/u)).toHaveLength(1);
  expect(screen.queryByText('Cai')).toBeNull();
  expect(screen.queryByText('Nothing is due today')).toBeNull();
});
