/** Check-ins of a scheme among what is due: open in their season, never late, and gone when held, passed by or of no use. */
import {expect, test} from 'vitest';
import {PILOT_ID, BASIC_INCOME_PILOT} from '../income-scheme/scheme.ts';
import {date} from '../shared/calendar-date.ts';
import {category3, due, one, record, young} from './file.test-support.ts';

const enrolment = (data: object = {}) =>
  record('income-enrolment', {
    decision: 'joined',
    joinedOn: date('2026-03-20'),
    firstPaymentMonth: '2026-04',
    finalPaymentMonth: '2028-03',
    ...data,
  });

test('check-in: from the first day of its month for a season, by the scheme’s own timetable', () => {
  const place = enrolment();
  expect(one(category3(place), 'check_in', '2026-10-15')).toMatchObject({
    rule: 'check-in',
    subject: place.id,
    dueOn: '2026-11-30',
    state: 'due_soon',
    from: [{what: 'check_in_month', on: '2026-09-01'}],
  });
  expect(due(category3(place), 'check_in', '2026-12-01')).toEqual(['2027-02-28 due_soon']);
});

test('check-in: none before payments begin, none once it was held, none after death or of a scheme that is not known', () => {
  const place = enrolment();
  expect(due(category3(place), 'check_in', '2026-03-31')).toEqual([]);
  const held = record('income-check-in', {on: date('2026-10-02'), monthNumber: 7});
  expect(due(category3(place, held), 'check_in', '2026-10-15')).toEqual([]);
  expect(due(category3(enrolment({scheme: '00000000-0000-7000-8000-000000009999'})), 'check_in', '2026-10-15')).toEqual([]);
  expect(due([young('2005-05-04', {diedOn: date('2026-09-30')}), place], 'check_in', '2026-10-15')).toEqual([]);
});

test('check-in: an authority that asks in other months is asked in those', () => {
  const other = record('income-scheme', {...BASIC_INCOME_PILOT, checkIns: [8], reason: 'Ours'}, PILOT_ID);
  expect(due(category3(enrolment()), 'check_in', '2026-10-15', [other])).toEqual([]);
  expect(due(category3(enrolment()), 'check_in', '2026-11-21', [other])).toEqual(['2027-01-31 due_soon']);
});
