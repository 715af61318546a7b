/** Worries on Today: of a file that is here, and of one that is not by its headline, and never what it is about. */
import {cleanup, screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/features/fake-device.test-support.tsx';
import {idFor, recordOf, summaryRecord, youngPersonRecord} from '#client/features/fake-records.test-support.ts';
import {renderScreen} from '#client/features/render-screen.test-support.tsx';
import {TodayPage} from './today-page.tsx';

const FFION = idFor(1);
const worry = recordOf('worry', idFor(50), FFION, {
  about: 'arrears',
  words: null,
  raisedAt: '2026-11-20T10:00:00.000Z',
  receivedAt: null,
  seenBy: [],
  closedAt: null,
  outcome: null,
});

test('on Today for whoever holds the file, and for a manager by its headline alone', async () => {
  const device = new FakeDevice({records: [summaryRecord(FFION, {knownAs: 'Ffion'}), youngPersonRecord(FFION, FFION), worry]});
  await renderScreen(<TodayPage />, {device, at: '/today', path: '/today'});
  expect(screen.getByText('There is a worry here that nobody has read.')).toBeTruthy();
  cleanup();
  const headline = summaryRecord(FFION, {knownAs: 'Ffion', worry: 'unread'});
  await renderScreen(<TodayPage />, {
    device: new FakeDevice({records: [headline], role: 'manager', withoutFile: [FFION]}),
    at: '/today',
    path: '/today',
  });
  expect(screen.getByText('There is a worry here that nobody has read.')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/rent|bills/iu);
});
