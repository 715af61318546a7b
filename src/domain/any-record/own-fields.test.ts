/** What a young person may settle of what lies in their shared scope, of every kind and field there is; the rest is not theirs. */
import {describe, expect, test} from 'vitest';
import type {Role} from '../access/roles.ts';
import {inCare, young} from '../deadline/file.test-support.ts';
import {idOf, PERSON, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {RECORD_KINDS} from '../record-kinds.ts';
import type {DomainRecord, Head, RecordKind} from '../shared/record.ts';
import {OWN_COMMANDS} from '../young-persons-commands.ts';
import {isOwnField} from './own-fields.ts';
import {maySettle} from './settle-conflict.ts';

const RECORD = idOf(30);
const [ONE, OTHER] = [idOf(91), idOf(92)];
const headOf = (op: string, value: unknown): Head => ({ops: [op], value, author: idOf(50), device: null, at: '2026-11-20T10:00:00.000Z'});
const recordOf = (kind: string, data: object, heads: DomainRecord['heads']): DomainRecord => ({
  id: kind === 'young-person' ? PERSON : RECORD,
  kind,
  scope: idOf(101),
  person: PERSON,
  data: data as DomainRecord['data'],
  heads,
  made: {author: idOf(50), device: null, at: '2026-11-01T10:00:00.000Z', op: idOf(90)},
});

/** Every field of every kind that can lie in `shared`, of which there can be two versions. */
const fields = Object.values(RECORD_KINDS as unknown as Readonly<Record<string, RecordKind>>).flatMap(({kind, compartments, fields: all}) =>
  compartments.includes('shared')
    ? Object.entries(all as Record<string, string>).flatMap(([field, way]) =>
        way === 'text' || way === 'decision' || way === 'plain' ? [[kind, field] as const] : [],
      )
    : [],
);

/** The kind that each of their commands about a record changes, where that is more than making a new one. */
const WRITES = {
  'own-words.write': 'own-words',
  'plan-views.write': 'plan-views',
  'details.change': 'young-person',
  'money-line.change': 'money-line',
  'benefit-check.say': 'benefit-check',
  'money-help.write': 'money-help',
  'when-i-am-ready.say': 'when-i-am-ready',
  'household.say': 'household',
} as const;

describe('what is theirs to settle', () => {
  test('is what their own commands write, and nothing else', () => {
    const written = Object.entries(WRITES).flatMap(([command, kind]) =>
      Object.keys(OWN_COMMANDS[command as keyof typeof WRITES].body.shape)
        .map(field => `${kind} ${field}`)
        .filter(name => fields.some(([of, field]) => name === `${of} ${field}`)),
    );
    const own = fields.filter(([kind, field]) => isOwnField(kind, field)).map(name => name.join(' '));
    expect(own.toSorted()).toEqual([...written, 'plan-action status', 'money-line takenOutOn'].toSorted());
  });

  test.each(fields)('%s: %s', (kind, field) => {
    const settle = (role: Role, heads: readonly Head[]) => {
      const person = young('2010-01-10');
      const shown = {...(kind === 'young-person' ? person.data : {}), owner: 'Cai', ownerStaff: null, [field]: null};
      const record = recordOf(kind, shown, {[field]: heads});
      // The value fits no field by its kind alone: what is asked is only whether they may.
      const of = new PlanFile([person, record]);
      return of.send('conflict.settle', record.id, {field, value: 'done'}, role, {bases: {[field]: [ONE, OTHER]}});
    };
    for (const heads of [[headOf(ONE, 'done'), headOf(OTHER, 'in_progress')], [headOf(ONE, 'done')]]) {
      const isOwn = isOwnField(kind, field);
      expect(settle('young_person', heads) === 'not_permitted field').toBe(!isOwn);
      expect(settle('adviser', heads)).not.toContain('not_permitted');
      expect(maySettle('young_person', {kind, person: PERSON}, true, field)).toBe(isOwn);
    }
  });

  test('two staff differ on the legal status: the young person does not choose, and the category stays', () => {
    const period = inCare('2020-01-10');
    const heads = {legalStatus: [headOf(ONE, 'care_order'), headOf(OTHER, 'accommodated_s76')]};
    const of = new PlanFile([young('2007-06-15'), {...period, scope: idOf(101), heads}]);
    const both = {bases: {legalStatus: [ONE, OTHER]}};
    const settle = (value: string, role: Role) => of.send('conflict.settle', period.id, {field: 'legalStatus', value}, role, both);
    expect(settle('short_breaks', 'young_person')).toBe('not_permitted field');
    expect(settle('care_order', 'young_person')).toBe('not_permitted field');
    expect(settle('care_order', 'adviser')).toBe('applied');
  });

  test('nothing is written beside what staff wrote in an alert that they read', () => {
    const alert = recordOf('alert', {code: 'dog', text: 'Ring first.'}, {text: [headOf(ONE, 'Ring first.')]});
    const of = new PlanFile([young('2007-06-15'), alert]);
    expect(of.send('conflict.settle', alert.id, {field: 'text', value: 'No dog.'}, 'young_person')).toBe('not_permitted field');
    expect(of.records.get(alert.id)).toBe(alert);
  });

  test('their own words and their own promise are theirs; somebody else’s promise is not', () => {
    const words = recordOf('own-words', {words: welsh('un')}, {words: [headOf(ONE, welsh('un')), headOf(OTHER, welsh('dau'))]});
    const of = new PlanFile([young('2007-06-15'), words]);
    const both = {bases: {words: [ONE, OTHER], status: [ONE, OTHER]}};
    expect(of.send('conflict.settle', RECORD, {field: 'words', value: welsh('y ddau')}, 'young_person', both)).toBe('applied');
    const status = [headOf(ONE, 'not_done'), headOf(OTHER, 'not_started')];
    const promise = (owner: string, value: string) =>
      new PlanFile([young('2007-06-15'), recordOf('plan-action', {owner, ownerStaff: null, status: 'not_done'}, {status})]).send(
        'conflict.settle',
        RECORD,
        {field: 'status', value},
        'young_person',
        both,
      );
    expect(['done', 'in_progress', 'not_done', 'no_longer_needed'].map(value => promise('Cai', value))).toEqual([
      'applied',
      'applied',
      'applied',
      'not_permitted field',
    ]);
    expect(promise('Coleg', 'done')).toBe('not_permitted field');
  });
});
