/** The radar across a team: by headlines where no file is here, with what is off said to be off; nothing of somebody who has died. */
import {cleanup, screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {addDays, calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {RadarPage} from './radar-page.tsx';

const FFION = idFor(1);
const today = calendarDateInWales(Date.now());
const headline = summaryRecord(FFION, {
  knownAs: 'Ffion',
  radar: [
    {
      signal: 'home_not_suitable',
      who: 'manager',
      by: addDays(today, 3),
      offUntil: null,
      facts: [{fact: 'judged_on', on: date('2026-03-02')}],
    },
    {signal: 'no_adviser', who: 'manager', by: today, offUntil: addDays(today, 10)},
  ],
});
test('somebody whose file is not here is seen by the headlines, with what is off said to be off', async () => {
  const device = new FakeDevice({records: [staffRecord(SELF, 'Lowri', 'Haf'), headline], withoutFile: [FFION], role: 'manager'});
  await renderScreen(<RadarPage />, {device, at: '/radar', path: '/radar'});
  expect(screen.getAllByRole('link', {name: /Ffion/u}).length).toBe(2);
  expect(screen.getAllByRole('heading', {level: 2}).length).toBe(1);
  // With the facts behind it, as far as the headlines know them.
  expect(screen.getByText('Judged not suitable: 2 March 2026')).toBeTruthy();
  cleanup();
  const dead = summaryRecord(FFION, {knownAs: 'Ffion', died: true, radar: headline.data['radar'] as never});
  await renderScreen(<RadarPage />, {
    device: new FakeDevice({records: [dead], withoutFile: [FFION], role: 'manager'}),
    at: '/radar',
    path: '/radar',
  });
  expect(screen.queryByRole('link', {name: /Ffion/u})).toBeNull();
});

test('where everything is switched off, that is what is said, and not that there is nothing', async () => {
  const off = summaryRecord(FFION, {
    knownAs: 'Ffion',
    radar: [{signal: 'no_adviser', who: 'manager', by: today, offUntil: addDays(today, 10)}],
  });
  const device = new FakeDevice({records: [off], withoutFile: [FFION], role: 'manager'});
  await renderScreen(<RadarPage />, {device, at: '/radar', path: '/radar'});
  expect(screen.getByText('All that the rules see now is switched off.')).toBeTruthy();
});
