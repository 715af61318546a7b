/** My home on the young person's own phone: what is shown of it and what is not, what they say of it, and staying on. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {arrangementId} from '#domain/accommodation/ready-record.ts';
import {SETTINGS} from '#domain/authority/settings.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {alarmTimes} from '#domain/worry/alarm-times.ts';
import {addDays, addMonths, birthday, calendarDateInWales, date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {DomainRecord, Head} from '#domain/shared/record.ts';
import {formattersFor} from '#client/i18n/formatters.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  episodeRecord,
  idFor,
  readyRecord,
  recordOf,
  SELF,
  stayRecord,
  whoHelpsRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {WhereILivePage} from './where-i-live-page.tsx';

const FFION = idFor(1);
const today = calendarDateInWales(Date.now());
const help = whoHelpsRecord(idFor(30), FFION, {names: [{id: SELF, name: 'Lowri Haf'}]});
const stay = (id: number, data: Partial<DataOf<'stay'>>): DomainRecord =>
  stayRecord(idFor(id), FFION, {type: 'foster_in_house', startOn: addDays(today, -300), ...data});
const head = (op: number, value: unknown, author = SELF): Head => ({
  ops: [idFor(op)],
  value,
  author,
  device: null,
  at: '2026-11-20T10:00:00.000Z',
});
const talk = (toDecide: string | null, op = 510) =>
  recordOf(
    'when-i-am-ready',
    arrangementId(FFION),
    FFION,
    {youngPersonWants: null, carerWants: null, agreedOn: null, startOn: null, plannedEndOn: null, endOn: null, endReason: null, toDecide},
    {youngPersonWants: [head(509, null)], toDecide: [head(op, toDecide)]},
  );

async function open(years: number, records: readonly DomainRecord[], language: 'cy' | 'en' = 'en') {
  const born = addMonths(today, -12 * years);
  const own = youngPersonRecord(FFION, FFION, {birthDates: [{date: born, status: 'verified', heldFrom: born}]});
  const device = new FakeDevice({records: [own, help, ...records], role: 'young_person', holder: FFION});
  const shown = await renderScreen(<WhereILivePage />, {device, at: '/my-home', path: '/my-home', language});
  return {...shown, device};
}
const section = (name: string) => within(screen.getByRole('heading', {level: 2, name}).closest('section') as HTMLElement);

describe('homes', () => {
  test.each([15, 17, 22, 26])('at %i with no records at all it still says where to turn', async years => {
    await open(years, []);
    expect(screen.getByRole('link', {name: 'Tell your team as well'})).toBeTruthy();
    expect(screen.queryByText('Staying on after 18')).toBeNull();
  });

  test('with nowhere tonight somebody who answers at that hour stands first, and the adviser last', async () => {
    vi.useFakeTimers({toFake: ['Date']});
    onTestFinished(() => void vi.useRealTimers());
    vi.setSystemTime(new Date('2026-11-25T22:10:00Z'));
    const number = (en: string, digits: string) => ({cy: en, en, number: digits, whenCy: null, whenEn: null});
    const helper = whoHelpsRecord(idFor(30), FFION, {
      adviser: {id: SELF, name: 'Lowri Haf', phone: '07700 900001'},
      numbers: [number('Duty team', '01792 000000'), number('Out of hours', '01792 000099')],
      alarms: alarmTimes(name => SETTINGS[name].fallback as never, date('2026-11-25')),
    });
    const device = new FakeDevice({records: [youngPersonRecord(FFION, FFION), helper], role: 'young_person', holder: FFION});
    await renderScreen(<WhereILivePage />, {device, at: '/my-home', path: '/my-home', language: 'en'});
    const calls = section('I have nowhere to stay tonight').getAllByRole('link', {name: /^Phone:/u});
    expect(calls.map(link => link.getAttribute('href'))).toEqual(['tel:01792000099', 'tel:01792000000', 'tel:07700900001']);
  });

  test('a move that is planned is to come, and never among the homes of before', async () => {
    const before = stay(50, {type: 'foyer', startOn: addDays(today, -600), endOn: addDays(today, -300)});
    const later = [
      stay(52, {type: 'hostel', startOn: addDays(today, 20)}),
      stay(53, {type: 'private_rented', startOn: addDays(today, 60)}),
    ];
    const {user} = await open(19, [before, stay(51, {endOn: addDays(today, 20)}), ...later]);
    await user.click(screen.getByText('Where I lived before'));
    const past = within(screen.getByText('Where I lived before').closest('details') as HTMLElement);
    expect(past.getAllByRole('heading', {level: 3}).length).toBe(1);
    expect(past.queryByText(/^Since/u)).toBeNull();
    expect(screen.getAllByText(/^You move on/u).length).toBe(2);
  });

  test('a room that is kept until a day to come is no home of before', async () => {
    const kept = stay(50, {type: 'private_rented', keptWhileAway: true, endOn: addDays(today, 40)});
    await open(19, [kept, stay(51, {type: 'custody', startOn: addDays(today, -30)})]);
    expect(screen.queryByText('Where I lived before')).toBeNull();
    const cards = section('Where I live').getAllByRole('listitem');
    expect(cards.map(card => card.textContent.includes('Your room is kept for you while you are away.'))).toEqual([false, true]);
    expect(cards.find(card => /kept for you/u.test(card.textContent))?.textContent).not.toMatch(/custody/iu);
  });

  test('a notice of the room that they are back in is told with it', async () => {
    const room = stay(50, {type: 'private_rented', endOn: addDays(today, -90), noticeEndsOn: addDays(today, 20)});
    const away = stay(51, {type: 'custody', startOn: addDays(today, -90), endOn: addDays(today, -2)});
    await open(19, [room, away, stay(52, {type: 'private_rented', startOn: addDays(today, -2), backTo: idFor(50)})]);
    expect(section('Where I live').getByText(/^You have to leave by/u)).toBeTruthy();
  });

  test('kinds of home are named in their words, and not in those of staff', async () => {
    const before = stay(50, {type: 'childrens_home', startOn: addDays(today, -600), endOn: addDays(today, -300)});
    const {user} = await open(17, [before, stay(51, {type: 'foster_agency'})]);
    expect(section('Where I live').getByRole('heading', {level: 3, name: 'With foster carers'})).toBeTruthy();
    await user.click(screen.getByText('Where I lived before'));
    expect(screen.getByRole('heading', {level: 3, name: 'Children’s home'})).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/agency|Residential/u);
  });

  test('nothing of what staff judged is there, whatever the device holds', async () => {
    const judged = recordOf('suitability', idFor(55), FFION, {
      stay: idFor(50),
      result: 'unsuitable',
      judgedOn: today,
      reason: 'Damp SECRET',
      decision: null,
    });
    await open(19, [stay(50, {}), judged]);
    expect(document.body.textContent).not.toContain('SECRET');
    expect(document.title).not.toContain('SECRET');
  });

  test('they say that they have moved, and their words are kept as they wrote them', async () => {
    const {user, device} = await open(19, [stay(50, {})], 'cy');
    await user.click(screen.getByText('Dweud rhywbeth am fy nghartref'));
    await user.click(screen.getByLabelText('Rydw i wedi symud'));
    await user.type(screen.getByLabelText('Ble rydych chi nawr, a sut mae?'), ' Tŷ Nain, 2 wythnos ');
    await user.click(screen.getByRole('button', {name: 'Dweud hyn'}));
    await waitFor(() =>
      expect(device.saved).toMatchObject([
        {kind: 'home-news.say', body: {what: 'moved', on: null, view: null, words: {text: ' Tŷ Nain, 2 wythnos '}}},
      ]),
    );
  });
});

describe('while there is no home', () => {
  test('what is done is there of every episode that is open, whichever device opened it', async () => {
    const episode = (id: number, interim: string, ago: number) =>
      episodeRecord(idFor(id), FFION, {presentedOn: addDays(today, -ago), housingAuthority: 'W06000011', interim});
    const meeting = recordOf('multi-agency-review', idFor(82), FFION, {
      episode: idFor(80),
      heldOn: today,
      attendees: [],
      theyTookPart: null,
      decisions: [{what: 'Find a room', who: 'Huw', by: null}],
      words: null,
    });
    await open(19, [episode(80, 'At my aunt’s', 3), episode(81, 'The Hafan hostel', 1), meeting]);
    const box = section('Getting a home');
    expect(box.getByText(/At my aunt’s/u)).toBeTruthy();
    expect(box.getByText(/The Hafan hostel/u)).toBeTruthy();
    expect(box.getByText(/Find a room/u)).toBeTruthy();
    expect(box.getAllByText(/^We have worked on this since/u).length).toBe(1);
  });
});

describe('staying on', () => {
  const foster = stay(50, {});
  test('only what they changed is sent, with what they had seen when they began', async () => {
    const {user, device} = await open(17, [foster, talk('How much is it?')]);
    const box = section('Staying on after 18');
    await user.click(box.getByLabelText('Yes'));
    // Their adviser's own words come in while the form is open.
    device.put(talk('How much is it, and who pays?', 511));
    await user.click(box.getByRole('button', {name: 'Save'}));
    await waitFor(() => expect(device.saved.length).toBe(1));
    expect(device.saved[0]).toMatchObject({body: {youngPersonWants: true}, bases: {youngPersonWants: [idFor(509)]}});
    expect(device.saved[0]?.body).toEqual({youngPersonWants: true});
  });

  test('words that somebody else changed meanwhile are not written over: both are kept', async () => {
    const {user, device} = await open(17, [foster, talk('How much is it?')]);
    const box = section('Staying on after 18');
    await user.type(box.getByRole('textbox'), ' And my dog?');
    device.put({...talk('Ask about rent', 511), made: {author: COLLEAGUE, device: null, at: '2026-11-20T10:00:00.000Z', op: idFor(500)}});
    await user.click(box.getByRole('button', {name: 'Save'}));
    await waitFor(() =>
      expect(device.saved).toMatchObject([{body: {toDecide: 'How much is it? And my dog?'}, bases: {toDecide: [idFor(510)]}}]),
    );
  });

  test('R-52 the last day is the one that their rights tell: the day before 21, or the day that was set', async () => {
    const begun = (plannedEndOn: CalendarDate | null) =>
      readyRecord(arrangementId(FFION), FFION, {
        youngPersonWants: true,
        carerWants: true,
        startOn: addMonths(today, -12),
        plannedEndOn,
        toDecide: null,
      });
    const shown = (day: CalendarDate) => `You can stay until: ${formattersFor('en').longDate(day)}`;
    await open(19, [foster, begun(null)]);
    expect(section('Staying on after 18').getByText(shown(addDays(birthday(addMonths(today, -12 * 19), 21), -1)))).toBeTruthy();
    cleanup();
    await open(19, [foster, begun(addDays(today, 90))]);
    expect(section('Staying on after 18').getByText(shown(addDays(today, 90)))).toBeTruthy();
  });

  test('is not asked at 15, nor of whoever is in a children’s home', async () => {
    await open(15, [foster]);
    expect(screen.queryByText('Staying on after 18')).toBeNull();
    cleanup();
    await open(17, [stay(50, {type: 'childrens_home'})]);
    expect(screen.queryByText('Staying on after 18')).toBeNull();
  });
});
