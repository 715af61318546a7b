/** A file to print from in tests, the desk drawn at an address, and what lies on the sheet. */
import {date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  contingency,
  ownWords,
  planAction,
  planIn,
  planViews,
  shownText,
  STAFF,
  staffText,
  written,
} from '#client/testing/fake-plan.test-support.ts';
import {
  contactRecord,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  whoHelpsRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PrintPage} from './print-page.tsx';

export const [FFION, PLAN, DRAFT, NOTE] = [idFor(1), idFor(30), idFor(31), idFor(40)];
export const SECRET = 'Mam is in hospital again';
const contact = {...contactRecord(NOTE, FFION, {at: '14:05', note: written(SECRET)}), scope: STAFF};
export const FILE = [
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  youngPersonRecord(FFION, FFION, {write: 'cy'}),
  staffRecord(SELF, 'Catrin', 'Hafgan'),
  planIn('current', PLAN, FFION, {planOn: date('2026-06-01')}),
  planViews(PLAN, FFION, 'A place of my own'),
  ownWords(PLAN, FFION, 'health', 'I want to sleep'),
  staffText(PLAN, FFION, 'health', {needs: written(SECRET)}),
  shownText(PLAN, FFION, 'health', {needs: written('The nurse will call')}),
  planAction(idFor(32), PLAN, FFION, 'Call the nurse'),
  contingency(idFor(33), PLAN, FFION, 'Rent is late', 'We call the landlord'),
  planIn('draft', DRAFT, FFION, {version: 2}),
  contact,
  recordOf('shared-note', idFor(41), FFION, {about: NOTE, words: written('We talked about sleep'), sharedOn: date('2026-11-20')}),
];

export const helps = (nextContactOn: CalendarDate | null) =>
  whoHelpsRecord(idFor(60), FFION, {
    adviser: {id: SELF, name: 'Catrin Hafgan', phone: '01632 960100'},
    nextContactOn,
    names: [{id: SELF, name: 'Catrin Hafgan'}],
    numbers: [{cy: 'Y cyngor', en: 'The council', number: '01632 960555', whenCy: 'bob dydd', whenEn: 'every day'}],
  });

export const paper = () => document.querySelector('.app-paper')?.textContent ?? '';
export const at = (rest: string, device: FakeDevice) =>
  renderScreen(<PrintPage />, {
    device,
    at: `/people/${FFION}/print/${rest}`,
    path: rest.includes('/') ? '/people/:person/print/:what/:about' : '/people/:person/print/:what',
  });
