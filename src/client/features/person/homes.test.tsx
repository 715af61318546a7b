/** Homes on the screen: the one of now with what follows, rooms that are kept, judgements for whoever decides, and questions that a person answers. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import type {Role} from '#domain/access/roles.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  episodeRecord,
  idFor,
  readyRecord,
  recordOf,
  SELF,
  staffRecord,
  stayRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const today = calendarDateInWales(Date.now());
const ago = (days: number) => addDays(today, -days);
const people = (diedOn: string | null = null) => [
  staffRecord(SELF, 'Lowri', 'Haf'),
  summaryRecord(FFION, {knownAs: 'Ffion', died: diedOn !== null}),
  youngPersonRecord(FFION, FFION, {diedOn: diedOn as DataOf<'young-person'>['diedOn']}),
];
const stay = (id: number, data: Partial<DataOf<'stay'>> = {}): DomainRecord => stayRecord(idFor(id), FFION, {startOn: ago(300), ...data});
const judged = (of: number, reason: string, result: DataOf<'suitability'>['result'] = 'unsuitable') =>
  recordOf('suitability', idFor(70), FFION, {stay: idFor(of), result, judgedOn: ago(3), reason, plan: 'Move by May', decision: null});

async function open(
  records: readonly DomainRecord[],
  {role = 'adviser', language = 'en', diedOn = null}: {role?: Role; language?: 'cy' | 'en'; diedOn?: string | null} = {},
) {
  const device = new FakeDevice({records: [...people(diedOn), ...records], role});
  const shown = await renderScreen(<PersonPage part="home" />, {
    device,
    at: `/people/${FFION}/home`,
    path: '/people/:person/home',
    language,
  });
  return {...shown, device};
}
const section = (name: string) => within(screen.getByRole('heading', {level: 2, name}).closest('section') as HTMLElement);

describe('where they live now', () => {
  test('an imported home without a kind or a first day is asked about and loses nothing', async () => {
    await open([stay(50, {type: null, startOn: null, tenancyStatus: 'As the old system said'})]);
    expect(section('To put right').getByText('No first day')).toBeTruthy();
    expect(screen.getAllByText('As the old system said').length).toBe(1);
  });

  test('a room that is kept stands beside where they are; one that was given up meanwhile is in the line, with its days', async () => {
    const away = stay(51, {type: 'custody', startOn: ago(90)});
    await open([stay(50, {keptWhileAway: true}), away]);
    const now = section('Where they live now');
    expect(now.getByText('The room is kept while they are away')).toBeTruthy();
    expect(now.getByText(/Their room is kept: on the day of release record “Back in the room”/u)).toBeTruthy();
    expect(now.queryByText(/a home is needed by the day of release/u)).toBeNull();
    expect(now.getAllByRole('listitem').filter(item => item.querySelector('article')).length).toBe(2);
    cleanup();
    await open([stay(50, {keptWhileAway: true, endOn: ago(20)}), away]);
    expect(section('Where they live now').queryByText(/Private/u)).toBeNull();
    expect(section('Every home').getAllByText(/Private/u).length).toBeGreaterThan(0);
  });

  test('a room that is not kept as long as they are held is no home for the day of release', async () => {
    const held = recordOf('detention', idFor(60), FFION, {
      place: 'HMP Dim',
      startOn: ago(90),
      convicted: true,
      expectedReleaseOn: addDays(today, 60),
      releasedOn: null,
    });
    const away = stay(51, {type: 'custody', startOn: ago(90)});
    await open([stay(50, {keptWhileAway: true, endOn: addDays(today, 30)}), away, held]);
    expect(section('Where they live now').getByText(/a home is needed by the day of release/u)).toBeTruthy();
    cleanup();
    await open([stay(50, {keptWhileAway: true, endOn: addDays(today, 90)}), away, held]);
    expect(section('Where they live now').getByText(/Their room is kept/u)).toBeTruthy();
  });

  test('a notice of the room that they are back in is shown with it, and changed where it stands', async () => {
    const room = stay(50, {endOn: ago(90), noticeOn: ago(95), noticeEndsOn: addDays(today, 20)});
    await open([room, stay(51, {type: 'custody', startOn: ago(90), endOn: ago(2)}), stay(52, {startOn: ago(2), backTo: idFor(50)})]);
    const now = section('Where they live now');
    expect(now.getByText('The notice ends')).toBeTruthy();
    expect(now.getByRole('link', {name: /^Notice to leave/u}).getAttribute('href')).toBe(`/people/${FFION}/home/notice?of=${idFor(50)}`);
  });

  test('nothing presses after a death, and nobody can move', async () => {
    await open([stay(50, {type: 'no_fixed_abode'})], {diedOn: ago(10)});
    expect(screen.queryByRole('link', {name: 'Record a move'})).toBeNull();
    expect(screen.queryByRole('link', {name: 'Nowhere to stay tonight'})).toBeNull();
  });

  test('in Welsh there is no English', async () => {
    await open([stay(50, {noticeEndsOn: addDays(today, 20), movePlanned: false}), judged(50, 'Lleithder')], {language: 'cy'});
    const words = document.body.textContent.replace('Change the language', '').replace('Move by May', '');
    expect(words).not.toMatch(/\b(the|they|you|their|and|is|of)\b/u);
  });
});

describe('how things stand', () => {
  const risk = (level: DataOf<'home-risk'>['level']) =>
    recordOf('home-risk', idFor(75), FFION, {
      level,
      drivers: [],
      words: 'Seen',
      since: ago(3),
      lookAgainOn: addDays(today, 20),
      endedBecause: null,
      endedOn: null,
    });

  test('a home is called safe where somebody of the team has said so, and of one of which nothing is known that is not said', async () => {
    await open([stay(50)]);
    expect(screen.getByText('Nothing in the file puts it at risk').className).toContain('calm');
    expect(screen.queryByText('Safe')).toBeNull();
    cleanup();
    await open([stay(50), risk('none')]);
    expect(screen.getByText('Safe').className).toContain('good');
    cleanup();
    await open([]);
    expect(screen.queryByText(/^Safe$|puts it at risk/u)).toBeNull();
  });

  test('whoever is in custody with nothing recorded of it is asked about it, so that the release is seen coming', async () => {
    const away = stay(51, {type: 'custody', startOn: ago(90)});
    await open([away]);
    expect(screen.getByRole('link', {name: 'Record the detention'}).getAttribute('href')).toBe(`/people/${FFION}/profile/new-detention`);
    cleanup();
    const held = {place: 'HMP Dim', startOn: ago(90), convicted: true, expectedReleaseOn: null, releasedOn: null};
    await open([away, recordOf('detention', idFor(60), FFION, held)]);
    expect(screen.queryByRole('link', {name: 'Record the detention'})).toBeNull();
  });
});

describe('a judgement', () => {
  test('that waits is decided by whoever leads the team, and looked at by the adviser', async () => {
    await open([stay(50), judged(50, 'Damp')], {role: 'manager'});
    expect(screen.getByRole('link', {name: 'Decide about the plan'}).getAttribute('href')).toBe(
      `/people/${FFION}/home/decide?of=${idFor(70)}`,
    );
    cleanup();
    await open([stay(50), judged(50, 'Damp')]);
    expect(screen.getByText('The plan waits for a manager to decide')).toBeTruthy();
    expect(screen.queryByRole('link', {name: 'Decide about the plan'})).toBeNull();
  });
});

describe('homelessness', () => {
  const episode = (id: number, data: Partial<DataOf<'homeless-episode'>> = {}) =>
    episodeRecord(idFor(id), FFION, {presentedOn: ago(2), housingAuthority: 'W06000011', ...data});
  test('each episode that is open is there, and somebody is asked which of two stands', async () => {
    await open([stay(50), episode(80, {nowhereTonight: true}), episode(81, {presentedOn: ago(1)}), episode(82, {endOn: ago(1)})]);
    const box = section('Homelessness');
    expect(box.getByText('More than one episode of homelessness is open')).toBeTruthy();
    const shown = (id: number) => box.getAllByRole('link').filter(link => link.getAttribute('href')?.includes(`homeless/${idFor(id)}`));
    expect([shown(80).length > 0, shown(81).length > 0]).toEqual([true, true]);
    expect(box.getByText('Before: 1 time')).toBeTruthy();
    const ends = box.getAllByRole('link', {name: /^The homelessness has ended/u}).map(link => link.getAttribute('href'));
    expect(ends).toEqual([80, 81].map(id => `/people/${FFION}/home/homeless-end?of=${idFor(id)}`));
    cleanup();
    await open([stay(50), episode(80), episode(82, {endOn: ago(1)})]);
    expect(screen.queryByText('More than one episode of homelessness is open')).toBeNull();
  });
});

describe('what does not fit', () => {
  test('they are still there: one press takes the end back', async () => {
    const {user, device} = await open([stay(50, {endOn: ago(5)})]);
    await user.click(screen.getByRole('button', {name: 'They are still there'}));
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'stay.correct-days', record: idFor(50), body: {endOn: null}}]));
    await waitFor(() => expect(screen.queryByText('To put right')).toBeNull());
  });

  test('a room that is kept with nobody away: one press says that they are there', async () => {
    const {user, device} = await open([stay(50, {keptWhileAway: true})]);
    expect(section('To put right').getByText('A room is kept, and no other home is recorded')).toBeTruthy();
    await user.click(screen.getByRole('button', {name: 'They are there'}));
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'stay.change', record: idFor(50), body: {keptWhileAway: false}}]));
    await waitFor(() => expect(screen.queryByText('To put right')).toBeNull());
  });

  test('days without a home that nobody knows of are said to be so', async () => {
    const {user, device} = await open([stay(50, {endOn: ago(50)}), stay(51, {type: 'hostel', startOn: ago(20)})]);
    await user.click(screen.getByRole('button', {name: 'Nobody knows'}));
    await waitFor(() =>
      expect(device.saved).toMatchObject([{kind: 'stay.enter', body: {startOn: ago(50), endOn: ago(20), facts: {type: 'not_known'}}}]),
    );
    await waitFor(() => expect(screen.queryByText('To put right')).toBeNull());
  });
});

describe('When I am Ready that was written down and is not so', () => {
  const ready = (changes: Partial<DataOf<'when-i-am-ready'>> = {}) =>
    readyRecord(idFor(80), FFION, {youngPersonWants: true, carerWants: true, startOn: ago(3_000), ...changes});

  test('an end is asked about once and taken back', async () => {
    const {user, device} = await open([ready({endOn: ago(3), endedBecause: 'young_person_chose'})]);
    await user.click(screen.getByRole('button', {name: 'It has not ended'}));
    expect(device.saved).toEqual([]);
    await user.click(screen.getByRole('button', {name: 'Take it back'}));
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'when-i-am-ready.take-back', body: {what: 'end'}}]));
    expect(await screen.findByRole('button', {name: 'It has not begun'})).toBeTruthy();
  });

  test('a beginning before 18 is asked about, in Welsh too', async () => {
    await open([ready({startOn: '2001-01-01' as DataOf<'when-i-am-ready'>['startOn']})]);
    expect(section('When I am Ready').getByText(/on which they were not 18/u)).toBeTruthy();
    cleanup();
    await open([ready({startOn: '2001-01-01' as DataOf<'when-i-am-ready'>['startOn']})], {language: 'cy'});
    expect(screen.getByText(/cyn eu pen-blwydd yn 18/u)).toBeTruthy();
    expect(screen.getByRole('button', {name: 'Dyw e ddim wedi dechrau'})).toBeTruthy();
  });

  test('where they live in it and its record does not say so, that is asked for, and nothing speaks of a talk that is to come', async () => {
    const home = stay(50, {type: 'when_i_am_ready'});
    await open([home]);
    const box = section('When I am Ready');
    expect(box.getByText('They live in When I am Ready, and its agreement is not recorded. Record it.')).toBeTruthy();
    for (const words of ['Talk of staying on', 'Not asked yet', /before then \(R-32\)/u, 'Begins'])
      expect(box.queryByText(words)).toBeNull();
    cleanup();
    await open([home, ready({startOn: null})], {language: 'cy'});
    expect(section('Pan fydda i’n Barod').getByText(/does dim yn dweud ei fod wedi dechrau/u)).toBeTruthy();
    expect(section('Pan fydda i’n Barod').getByRole('link', {name: 'Mae wedi dechrau'})).toBeTruthy();
    cleanup();
    await open([home, ready()]);
    expect(screen.queryByText(/agreement is not recorded|nothing says that it has begun/u)).toBeNull();
  });
});
