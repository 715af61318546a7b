/** Colleagues: what is refused, so that nobody shuts themselves out, and what changes at once. */
import {describe, expect, test} from 'vitest';
import {decide} from '../commands.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ADMINISTRATOR = id(3);
const COLLEAGUE = id(4);
const details = {forename: 'Catrin', surname: 'Hafgan', jobTitle: null, email: null, phone: null, welshLevel: 1};
const member: DomainRecord = {
  id: COLLEAGUE,
  kind: 'staff-member',
  scope: id(2),
  person: null,
  data: {...details, legacyId: null, fullTimeEquivalent: 1, manager: null, startOn: '2020-01-06', endOn: null},
  heads: {},
  made: {author: ADMINISTRATOR, device: null, at: '2026-01-01T00:00:00.000Z', op: id(500)},
};

function send(kind: string, record: string, body: object, role: 'administrator' | 'manager' = 'administrator') {
  return decide(
    {
      get: asked => (asked === COLLEAGUE || asked === ADMINISTRATOR ? {...member, id: asked} : undefined),
      ofPerson: () => [],
      scope: () => id(2),
    },
    {op: id(70), kind, record, person: null, at: '2026-11-21T10:00:00.000Z', body},
    {
      actor: {holder: ADMINISTRATOR, role, device: null},
      now: '2026-11-21T10:00:00.000Z',
      today: date('2026-11-21'),
      settings: () => 0 as never,
    },
    true,
  );
}

describe('staff.change', () => {
  test.each([0, 5, null])('Welsh at level %s holds at once', welshLevel => {
    expect(send('staff.change', COLLEAGUE, {...details, welshLevel})).toMatchObject({ok: true, value: {puts: [{data: {welshLevel}}]}});
  });
  test.each([-1, 6, 2.5, '3'])('no level: %s', welshLevel => {
    expect(send('staff.change', COLLEAGUE, {...details, welshLevel})).toEqual({
      ok: false,
      refusal: {code: 'body_invalid', fields: ['welshLevel']},
    });
  });
});

describe('staff.leave', () => {
  test('gives a colleague their last day', () => {
    expect(send('staff.leave', COLLEAGUE, {on: '2026-12-31'})).toMatchObject({ok: true, value: {puts: [{data: {endOn: '2026-12-31'}}]}});
  });
  test.each([
    ['one’s own', ADMINISTRATOR, '2026-12-31', {code: 'own_last_day', fields: ['on']}],
    ['before the first day', COLLEAGUE, '2019-12-31', {code: 'dates_out_of_order', fields: ['on']}],
    ['of nobody here', id(9), '2026-12-31', {code: 'unknown_record', fields: []}],
  ])('%s is refused', (_name, record, on, refusal) => {
    expect(send('staff.leave', record, {on})).toEqual({ok: false, refusal});
  });
  test('is the administrator’s', () => {
    expect(send('staff.leave', COLLEAGUE, {on: '2026-12-31'}, 'manager')).toEqual({
      ok: false,
      refusal: {code: 'not_permitted', fields: []},
    });
  });
});
