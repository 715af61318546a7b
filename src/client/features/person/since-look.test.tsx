/** What has changed since the last look names the thing: of every kind that somebody writes about a person, in both languages. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {RECORD_KINDS} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {SinceLook} from './since-look.tsx';

const FFION = idFor(1);
/** Kept by the server, brought by an import, or part of something that is named. */
const UNNAMED = [
  'former-system',
  'emergency-card',
  'preferred-words',
  'summary',
  'who-helps',
  'entitlements',
  'assessment',
  'fund-payment',
  'fund-refund',
  'income-landlord-share',
];
const OF_AUTHORITY = [
  'lone-visit',
  'duty-shift',
  'staff-member',
  'team',
  'setting',
  'income-scheme',
  'budget',
  'budget-act',
  'budget-line',
];

test.each(['cy', 'en'] as const)('each by its name (%s)', async language => {
  const kinds = Object.keys(RECORD_KINDS).filter(kind => !OF_AUTHORITY.includes(kind));
  const people = [summaryRecord(FFION, {knownAs: 'Ffion'}), staffRecord(COLLEAGUE, 'Elin', 'Sioned')];
  const changed = kinds.map((kind, index) => ({
    record: {...must(people[0], 'somebody'), id: idFor(100 + index), kind},
    isNew: true,
    by: COLLEAGUE,
  }));
  const device = new FakeDevice({records: people, changed});
  const phase = device.phase();
  if (phase.kind !== 'open') throw new Error('the vault is open');
  const today = date('2026-11-26');
  const person = must(personOnDevice(phase.vault.memory, FFION, today), 'she is here');
  await renderScreen(<SinceLook person={person} today={today} />, {device, language});
  const other = language === 'cy' ? 'Newydd: rhywbeth yn y ffeil' : 'New: something in the file';
  const unnamed = screen
    .getAllByRole('link', {hidden: true})
    .flatMap((link, index) => (link.textContent === other ? [must(kinds[index], 'one for each link')] : []));
  expect(unnamed.toSorted()).toEqual(UNNAMED.toSorted());
});
