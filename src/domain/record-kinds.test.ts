/** What every kind of record promises: a class for each field and no other, compartments that exist, its own code. */
import {describe, expect, test} from 'vitest';
import {COMMANDS, commandNamed, decide} from './commands.ts';
import {RECORD_KINDS, type KindCode} from './record-kinds.ts';
import {AUTHORITY_COMPARTMENTS, COMPARTMENTS} from './shared/record.ts';

const CLASSES = ['fixed', 'text', 'decision', 'plain', 'set', 'command'];
const kinds = Object.entries(RECORD_KINDS) as readonly [KindCode, (typeof RECORD_KINDS)[KindCode]][];

describe.each(kinds)('%s', (code, kind) => {
  test('has its own code, and a class for exactly the fields of its schema', () => {
    expect(kind.kind).toBe(code);
    expect(Object.keys(kind.fields).toSorted()).toEqual(Object.keys(kind.schema.shape).toSorted());
    expect(Object.values(kind.fields).filter(one => !CLASSES.includes(one))).toEqual([]);
  });

  test('lies in compartments of a young person or of the authority, never of both', () => {
    const ofPerson = kind.compartments.filter(one => (COMPARTMENTS as readonly string[]).includes(one));
    const ofAuthority = kind.compartments.filter(one => (AUTHORITY_COMPARTMENTS as readonly string[]).includes(one));
    expect(new Set(kind.compartments).size).toBe(kind.compartments.length);
    expect([ofPerson.length + ofAuthority.length, Math.min(ofPerson.length, ofAuthority.length)]).toEqual([kind.compartments.length, 0]);
    expect(kind.compartments.length).toBeGreaterThan(0);
  });
});

test('an alert and what staff wrote of needs may be kept from the young person; notes, risk and own child are never shared', () => {
  expect(RECORD_KINDS.alert.compartments).toEqual(['shared', 'restricted']);
  expect(RECORD_KINDS['plan-section'].compartments).toEqual(['shared', 'staff']);
  for (const code of [
    'contact',
    'risk-summary',
    'own-child',
    'stay-notes',
    'suitability',
    'immigration',
    'money-controlled',
    'fund-payment',
  ] as const)
    expect(RECORD_KINDS[code].compartments).not.toContain('shared');
  for (const code of ['own-words', 'plan-views', 'fund-request', 'fund-decision'] as const)
    expect(RECORD_KINDS[code].compartments).toEqual(['shared']);
});

test('contacts are append-only: no field of theirs can be changed', () => {
  expect(new Set(Object.values(RECORD_KINDS.contact.fields))).toEqual(new Set(['fixed']));
});

describe('commands', () => {
  const command = {op: 'o', kind: '', record: 'r', person: null, at: '', body: {}};
  const nothing = {get: () => undefined, ofPerson: () => [], scope: () => undefined};
  const context = {actor: {holder: 'h', role: 'adviser', device: null}, now: '', today: '2026-11-21', settings: () => 0} as never;

  test('each stands under its own kind, reads kinds that exist, and is the only one of its name', () => {
    for (const [kind, definition] of Object.entries(COMMANDS)) {
      expect(definition.kind).toBe(kind);
      expect(definition.version).toBeGreaterThanOrEqual(1);
      expect(definition.reads.filter(read => !Object.hasOwn(RECORD_KINDS, read))).toEqual([]);
      expect(commandNamed(kind)).toBe(definition);
    }
    expect(['', 'constructor', '__proto__', 'contact'].map(commandNamed)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('unknown kind, then right, then body: the reason that is given is the first', () => {
    const refused = (change: object) => decide(nothing, {...command, ...change}, context, true);
    const refusal = (code: string, fields: readonly string[] = []) => ({ok: false, refusal: {code, fields}});
    expect(refused({kind: 'contact.forget'})).toEqual(refusal('unknown_kind'));
    expect(refused({kind: 'setting.set', body: {name: 'no such setting'}})).toEqual(refusal('not_permitted'));
    const body = {what: {text: 'Ffonio', lang: 'cy'}, owner: null, ownerStaff: 'x', dueOn: '2026-02-30', fromContact: null};
    expect(refused({kind: 'plan-action.add', version: 1, body})).toEqual(refusal('body_invalid', ['ownerStaff', 'dueOn']));
  });
});
