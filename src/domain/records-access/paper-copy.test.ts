/** What is noted of paper: who may print what for whom, and where it is told. */
import {describe, expect, test} from 'vitest';
import type {Role} from '../access/roles.ts';
import {settingsInForce} from '../authority/settings.ts';
import {decide} from '../commands.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [CAI, OTHER, ADVISER, PLAN, DRAFT, THEIRS, NOTE, PAPER] = [id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8)];
const made = {author: ADVISER, device: null, at: '2026-11-01T09:00:00.000Z', op: id(99)};
const record = (one: string, kind: string, scope: string, person = CAI): DomainRecord => ({
  id: one,
  kind,
  scope,
  person,
  data: {},
  heads: {},
  made,
});
const FILE = [
  record(PLAN, 'pathway-plan', 'shared'),
  record(DRAFT, 'pathway-plan', 'staff'),
  record(THEIRS, 'pathway-plan', 'shared', OTHER),
  record(NOTE, 'contact', 'staff'),
];

function print(body: object, role: Role = 'adviser', files = FILE) {
  const decided = decide(
    {get: one => files.find(each => each.id === one), ofPerson: () => [], scope: (_person, compartment) => compartment},
    {
      op: id(20),
      kind: 'paper-copy.note',
      record: PAPER,
      person: CAI,
      at: '2026-11-26T10:00:00.000Z',
      body: {about: null, language: 'cy', ...body},
    },
    {
      actor: {holder: role === 'young_person' ? CAI : ADVISER, role, device: null},
      now: '2026-11-26T10:00:01.000Z',
      today: date('2026-11-26'),
      settings: settingsInForce([]),
    },
    true,
  );
  return decided.ok ? decided.value.puts[0] : [decided.refusal.code, ...decided.refusal.fields].join(' ');
}

describe('a paper copy', () => {
  test('for the young person is told where they see it, with what it was and when; for staff, among staff', () => {
    expect(print({what: 'plan', about: PLAN, reader: 'them'})).toMatchObject({
      kind: 'paper-copy',
      scope: 'shared',
      data: {what: 'plan', about: PLAN, reader: 'them', language: 'cy', printedAt: '2026-11-26T10:00:00.000Z'},
    });
    expect(print({what: 'contact', about: NOTE, reader: 'staff'})).toMatchObject({scope: 'staff'});
    expect(print({what: 'plan', about: PLAN, reader: 'them'}, 'young_person')).toMatchObject({scope: 'shared'});
  });

  test('of what they may not see is not theirs, nor somebody else’s, nor another kind of thing', () => {
    expect(print({what: 'plan', about: DRAFT, reader: 'them'})).toBe('unknown_record about');
    expect(print({what: 'plan', about: DRAFT, reader: 'staff'})).toMatchObject({scope: 'staff'});
    expect(print({what: 'contact', about: NOTE, reader: 'them'})).toBe('unknown_record about');
    expect(print({what: 'plan', about: THEIRS, reader: 'staff'})).toBe('unknown_record about');
    expect(print({what: 'review', about: PLAN, reader: 'staff'})).toBe('unknown_record about');
    expect(print({what: 'summary', about: PLAN, reader: 'staff'})).toBe('unknown_record about');
    expect(print({what: 'chronology', reader: 'staff'}, 'young_person')).toBe('not_permitted reader');
  });

  test('is noted once', () => {
    expect(print({what: 'summary', reader: 'them'}, 'adviser', [...FILE, record(PAPER, 'paper-copy', 'shared')])).toBe('already_there');
  });
});
