/** The radar in a file: what it sees and why, switched off only with a reason and a day, and on again. */
import {screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import type {Role} from '#domain/access/roles.ts';
import {addDays, addMonths, birthday, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  careRecord,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  stayRecord,
  summaryRecord,
  worryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const today = calendarDateInWales(Date.now());
const born = addMonths(today, -12 * 19);
const stay = stayRecord(idFor(50), FFION, {startOn: addDays(today, -300), noticeOn: addDays(today, -5), noticeEndsOn: addDays(today, 20)});
const FILE: readonly DomainRecord[] = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  youngPersonRecord(FFION, FFION, {birthDates: [{date: born, status: 'verified', heldFrom: born}]}),
  careRecord(idFor(32), FFION, {startOn: birthday(born, 10), endOn: addDays(birthday(born, 18), -1)}),
  stay,
];
async function open(records: readonly DomainRecord[], role: Role = 'adviser', language: 'cy' | 'en' = 'en') {
  const device = new FakeDevice({records, role});
  const shown = await renderScreen(<PersonPage part="overview" />, {device, at: `/people/${FFION}`, path: '/people/:person', language});
  return {...shown, device};
}
const card = (name: string) => within(screen.getByRole('heading', {level: 3, name}).closest('.app-card') as HTMLElement);

describe('of one person', () => {
  test('a home that may end says why, who acts and by when; off only with a reason and a day, and on again', async () => {
    const {user, device} = await open(FILE);
    const home = () => card('The home may end');
    expect(home().getByText(/Lowri Haf/u)).toBeTruthy();
    await user.click(home().getByText('Switch this off for a time'));
    await user.click(home().getByRole('button', {name: 'Switch off'}));
    expect(device.saved).toEqual([]);
    await user.type(home().getByRole('textbox', {name: 'Why'}), 'A flat is agreed.');
    const until = addDays(today, 14).split('-').map(Number);
    for (const [label, part] of [
      ['Day', until[2]],
      ['Month', until[1]],
      ['Year', until[0]],
    ] as const)
      await user.type(home().getByLabelText(label), String(part));
    await user.click(home().getByRole('button', {name: 'Switch off'}));
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'radar.hold', body: {signal: 'home_may_end', subject: stay.id}}]));
    await waitFor(() => expect(screen.getByText('A flat is agreed.')).toBeTruthy());
    await user.click(screen.getByRole('button', {name: 'Switch on again'}));
    await waitFor(() => expect(device.saved.at(-1)).toMatchObject({kind: 'radar.end-hold'}));
  });

  test('where all of it is switched off, that is what is said, and not that there is nothing', async () => {
    const off = (['plan_missing', 'not_seen', 'no_adviser', 'home_may_end'] as const).map((signal, index) =>
      recordOf('radar-hold', idFor(90 + index), FFION, {
        signal,
        subject: signal === 'home_may_end' ? stay.id : null,
        reason: {text: 'Known.', lang: 'en'},
        from: today,
        until: addDays(today, 10),
        endedOn: null,
      }),
    );
    await open([...FILE, ...off]);
    expect(screen.getByText('Switched off: 4')).toBeTruthy();
    expect(screen.getByText('All that the rules see now is switched off.')).toBeTruthy();
    expect(screen.queryByText('The rules see nothing now.')).toBeNull();
  });

  test('a worry that nobody has read cannot be switched off', async () => {
    await open([...FILE, worryRecord(idFor(60), FFION)]);
    expect(card('A worry that nobody has read').queryByText('Switch this off for a time')).toBeNull();
  });

  test('R-47 nor can the search for somebody of category 2 who is out of touch', async () => {
    const at17 = addMonths(today, -12 * 17);
    const own = youngPersonRecord(FFION, FFION, {birthDates: [{date: at17, status: 'verified', heldFrom: at17}]});
    const care = careRecord(idFor(32), FFION, {startOn: birthday(at17, 10), endOn: addDays(today, -60)});
    const lost = recordOf('in-touch', idFor(61), FFION, {status: 'no', since: addDays(today, -20), words: null});
    const [me] = FILE as readonly [DomainRecord];
    await open([me, summaryRecord(FFION, {knownAs: 'Ffion', category: 'C2'}), own, care, lost]);
    const signal = card('Out of touch');
    expect(signal.queryByText('Switch this off for a time')).toBeNull();
    expect(signal.getByText('This is not switched off.')).toBeTruthy();
  });

  test('in Welsh there is no English', async () => {
    await open(FILE, 'adviser', 'cy');
    const section = screen.getByRole('heading', {level: 2, name: 'Radar'}).closest('section');
    expect(section?.textContent).not.toMatch(/\b(the|they|you|their|and|is|of)\b/u);
  });
});
