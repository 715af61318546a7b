/** what counts as the visit that the law asks for, and the reason why not. */
import {expect, test} from 'vitest';
import type {RecordOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import type {Contact} from './contact.ts';
import {countsForVisit} from './statutory-visit.ts';

const visit: Contact = {
  on: date('2026-10-01'),
  at: null,
  worker: null,
  workerAsWritten: null,
  type: 'visit_at_accommodation',
  atAccommodation: true,
  seen: true,
  seenAlone: null,
  outcome: 'seen',
  markedAsVisit: null,
  note: null,
  nextContactOn: null,
  writtenUpOn: null,
  amends: null,
};
const stay = (providedByAuthority: boolean | null, startOn = '2026-01-01', endOn: string | null = null) =>
  ({data: {providedByAuthority, startOn, endOn}}) as unknown as RecordOf<'stay'>;

test.each([
  ['R-42: at the home that the authority provides', {}, [stay(true)], 'counts'],
  ['R-45: at a home that it does not provide', {}, [stay(false)], 'no_statutory_visit'],
  ['R-45: where nobody said who provides it', {}, [stay(null)], 'no_statutory_visit'],
  ['R-44: by phone', {type: 'phone', outcome: 'spoke'}, [stay(true)], 'not_a_visit'],
  ['R-44: in the office', {type: 'office'}, [stay(true)], 'not_a_visit'],
  ['R-44: in prison', {type: 'prison_visit'}, [stay(true)], 'not_a_visit'],
  ['R-44: in a café', {type: 'visit_elsewhere', atAccommodation: false}, [stay(true)], 'elsewhere'],
  ['R-44: ticked as at home and not there', {atAccommodation: false}, [stay(true)], 'elsewhere'],
  ['R-44: nobody came to the door', {seen: false, outcome: 'did_not_meet'}, [stay(true)], 'did_not_meet'],
  ['R-44: an attempt is a step, never a visit', {type: 'attempted', outcome: 'no_reply'}, [stay(true)], 'not_a_visit'],
  [
    'on the day of a move, the new home',
    {on: date('2026-03-01')},
    [stay(false, '2026-01-01', '2026-03-01'), stay(true, '2026-03-01')],
    'counts',
  ],
  ['before any home is known', {on: date('2025-12-31')}, [stay(true)], 'home_not_known'],
] as const)('%s', (_name, changes, stays, because) => {
  expect(countsForVisit({...visit, ...changes}, stays)).toBe(because);
});
