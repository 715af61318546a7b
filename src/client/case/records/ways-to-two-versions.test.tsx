/** From where somebody finds what has two versions: Today, a young person's Home, the field itself in the file. */
import {cleanup, screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {Head} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  episodeRecord,
  idFor,
  recordOf,
  riskHead,
  SELF,
  staffRecord,
  stayRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {PersonPage} from '#client/features/person/person-page.tsx';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {TodayPage} from '#client/features/today/today-page.tsx';
import {TogetherPage} from '#client/features/together/together-page.tsx';
import {HomePage} from '#client/features/young/home-page.tsx';

const FFION = idFor(1);
const head = (op: number, value: string): Head => ({ops: [idFor(op)], value, author: FFION, device: null, at: '2026-11-21T10:42:00.000Z'});
const risk = (...heads: Head[]) => recordOf('risk-summary', idFor(20), FFION, {words: (heads[0]?.value ?? null) as never}, {words: heads});
const action = (...heads: Head[]) =>
  recordOf(
    'plan-action',
    idFor(30),
    FFION,
    {
      plan: null,
      section: null,
      fromContact: null,
      what: {text: 'Ring the college', lang: 'en'},
      owner: 'Ffion',
      ownerStaff: null,
      dueOn: null,
      status: 'in_progress',
      statusOn: null,
      fundRequest: null,
      whyNotDone: null,
    },
    {status: heads},
  );
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
];
const two = [risk(riskHead(1, SELF, 'One'), riskHead(2, COLLEAGUE, 'Two')), action(head(3, 'in_progress'), head(4, 'done'))];
const hrefOf = (name: string) => screen.getByRole('link', {name}).getAttribute('href');
const overview = (device: FakeDevice) =>
  renderScreen(<PersonPage part="overview" />, {device, at: `/people/${FFION}`, path: '/people/:person'});

test('Today counts them and leads to the list; without any there is no card', async () => {
  await renderScreen(<TodayPage />, {device: new FakeDevice({records: [...people, ...two]})});
  expect(hrefOf('Two versions wait for a choice: 2')).toBe('/together');
  cleanup();
  await renderScreen(<TodayPage />, {device: new FakeDevice({records: [...people, risk(riskHead(1, SELF, 'One'))]})});
  expect(screen.queryByText(/Two versions/u)).toBeNull();
});

test('a manager without the file is led to the person, whose headlines say it', async () => {
  const records = [...people.slice(0, 2), summaryRecord(FFION, {knownAs: 'Ffion', twoVersions: true})];
  await renderScreen(<TodayPage />, {device: new FakeDevice({records, role: 'manager', withoutFile: [FFION]})});
  expect(hrefOf('Ffion')).toBe(`/people/${FFION}`);
});

const stay = (id: number, startOn: string) => stayRecord(idFor(id), FFION, {type: 'hostel', startOn: date(startOn)});
const activity = (id: number) => recordOf('activity', idFor(id), FFION, {code: 'F2', since: date('2026-09-01'), endOn: null});
const episode = (id: number) => episodeRecord(idFor(id), FFION, {presentedOn: date('2026-11-01'), housingAuthority: 'W06000011'});
const ASKED = [
  [/^Two homes at once/u, '/home', [stay(40, '2026-01-01'), stay(41, '2026-02-01')]],
  [/^More than one episode/u, '/home', [episode(42), episode(43)]],
  [/main one\.$/u, '/learning', [activity(44), activity(45)]],
] as const;

test.each(ASKED)(
  'what of a file waits to be put together is on Today and in the list, with the way there: %s',
  async (words, place, records) => {
    for (const Screen of [TodayPage, TogetherPage]) {
      cleanup();
      await renderScreen(<Screen />, {device: new FakeDevice({records: [...people, youngPersonRecord(FFION, FFION), ...records]})});
      expect(screen.getByText(words)).toBeTruthy();
      expect(hrefOf('Ffion')).toBe(`/people/${FFION}${place}`);
      cleanup();
      await renderScreen(<Screen />, {
        device: new FakeDevice({records: [...people, youngPersonRecord(FFION, FFION), ...records.slice(1)]}),
      });
      expect(screen.queryByText(words)).toBeNull();
    }
  },
);

test('a manager without the file sees it by its headlines', async () => {
  const records = [...people.slice(0, 2), summaryRecord(FFION, {knownAs: 'Ffion', questions: ['two_episodes']})];
  await renderScreen(<TodayPage />, {device: new FakeDevice({records, role: 'manager', withoutFile: [FFION]})});
  expect(screen.getByText(/^More than one episode/u)).toBeTruthy();
  expect(hrefOf('Ffion')).toBe(`/people/${FFION}/home`);
});

test('the file leads from each field to the choice', async () => {
  const device = new FakeDevice({records: [...people, ...two]});
  await overview(device);
  expect(screen.getAllByRole('link', {name: 'Two versions: read and choose'}).map(link => link.getAttribute('href'))).toEqual([
    `/together/${idFor(20)}/words`,
    `/together/${idFor(30)}/status`,
  ]);
  cleanup();
  // What was overtaken waits on the page of what is sent, and is no choice between two versions.
  await overview(new FakeDevice({records: [...people, action(head(3, 'done'), {...head(4, 'in_progress'), overtaken: true})]}));
  expect(screen.queryByRole('link', {name: 'Two versions: read and choose'})).toBeNull();
});

test('a young person finds them on their first screen and beside the promise', async () => {
  const device = new FakeDevice({records: [youngPersonRecord(idFor(21), FFION), two[1] as never], role: 'young_person', holder: FFION});
  await renderScreen(<HomePage />, {device});
  expect(screen.getAllByRole('link', {name: 'Two versions: choose one'}).map(link => link.getAttribute('href'))).toEqual([
    '/together',
    `/together/${idFor(30)}/status`,
  ]);
});
