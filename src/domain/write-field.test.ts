/** How two people's changes to one field meet, by the class of the field, through the commands that write them. */
import {describe, expect, test} from 'vitest';
import type {CaseRecords, Command, DecideContext, Decision} from './command.ts';
import {commandNamed, decide} from './commands.ts';
import {fitsField, RECORD_KINDS, type KindCode} from './record-kinds.ts';
import {date} from './shared/calendar-date.ts';
import {seenOps, stateOp, struckOut, type DomainRecord, type FieldClass} from './shared/record.ts';
import {must} from './shared/result.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [PERSON, RECORD, SHARED, RESTRICTED] = [id(1), id(2), id(3), id(4)];
const recordOf = (kind: KindCode, data: object, scope = SHARED): DomainRecord => ({
  id: RECORD,
  kind,
  scope,
  person: kind === 'team' ? null : PERSON,
  data: data as DomainRecord['data'],
  heads: {},
  made: {author: id(9), device: null, at: '2026-11-20T10:00:00.000Z', op: id(90)},
});
const context: DecideContext = {
  actor: {holder: id(8), role: 'manager', device: null},
  now: '2026-11-21T10:00:00.000Z',
  today: date('2026-11-21'),
  settings: () => 0 as never,
  fits: fitsField,
};
let op = 100;
function sent(record: DomainRecord, kind: string, body: object, change: Partial<Command> = {}) {
  op += 1;
  const records: CaseRecords = {
    get: asked => (asked === record.id ? record : undefined),
    ofPerson: (_person, wanted) => (wanted === 'staff-member' ? [id(21), id(22), id(23)].map(member => ({...record, id: member})) : []),
    scope: (_person, compartment) => (compartment === 'restricted' ? RESTRICTED : SHARED),
  };
  const command = {op: id(op), kind, record: record.id, person: record.person, at: `2026-11-21T10:00:${op % 60}.000Z`, body, ...change};
  return decide(records, command, context, true);
}
function after(...given: Parameters<typeof sent>): DomainRecord & {readonly decision: Decision} {
  const result = sent(...given);
  if (!result.ok) throw new Error(result.refusal.code);
  return {...must(result.value.puts[0], 'one record'), decision: result.value};
}
const code = (result: ReturnType<typeof sent>) => (result.ok ? 'ok' : result.refusal.code);

describe('[T7] plain fields', () => {
  const person = recordOf('young-person', {phone: '01632 960001', town: 'Y Bala'});

  test('the last to arrive is shown; what its author had not seen stays listed, until somebody has seen it', () => {
    const elin = after(person, 'details.change', {phone: '01632 960002'});
    const huw = after(elin, 'details.change', {phone: '01632 960003'});
    expect([huw.data['phone'], huw.heads['phone']?.map(({value, overtaken}) => [value, overtaken])]).toEqual([
      '01632 960003',
      [
        ['01632 960003', undefined],
        ['01632 960002', true],
      ],
    ]);
    const settled = after(huw, 'details.change', {phone: '01632 960004'}, {bases: {phone: seenOps(huw, 'phone')}});
    expect(settled.heads['phone']?.map(({value}) => value)).toEqual(['01632 960004']);
  });

  test('only what is named changes, and the same value again changes nothing', () => {
    const once = after(person, 'details.change', {phone: '01632 960002'});
    expect(once.data['town']).toBe('Y Bala');
    expect(after(once, 'details.change', {phone: '01632 960002'}).heads).toEqual(once.heads);
  });
});

describe('[T8] sets', () => {
  const team = recordOf('team', {nameCy: 'Tîm', nameEn: 'Team', manager: null, members: [id(21), id(22)]});
  const set = (record: DomainRecord, members: readonly string[], seenBy: DomainRecord) =>
    after(record, 'team.set', {nameCy: 'Tîm', nameEn: 'Team', manager: null, members}, {bases: {members: seenOps(seenBy, 'members')}});

  test('two who changed the same list: what each added is in, what each saw and left out is gone, what neither touched stays', () => {
    const one = set(team, [id(22), id(23)], team);
    expect(one.data['members']).toEqual([id(22), id(23)]);
    const other = set(one, [id(21), id(22)], team);
    expect(other.data['members']).toEqual([id(22), id(23), id(21)]);
  });
});

describe('[K1] commands on a state', () => {
  test('an op that expects another state is refused; the state knows its op', () => {
    const request = recordOf('review-request', {askedOn: '2026-11-20', byYoungPerson: true, words: null, settledOn: null, answer: null});
    expect(stateOp(request)).toBe(id(90));
    expect(code(sent(request, 'review.settle-request', {answer: null}, {expect: id(91)}))).toBe('state_moved');
    const settled = after(request, 'review.settle-request', {answer: null}, {expect: id(90)});
    expect(stateOp(settled)).toBe(id(op));
  });

  test('expecting a state of somebody else’s record says nothing of it', () => {
    const request = recordOf('review-request', {settledOn: null});
    expect(code(sent(request, 'review.settle-request', {answer: null}, {expect: id(91), person: id(7)}))).toBe('unknown_record');
  });
});

describe('[K2] striking out', () => {
  const action = recordOf('plan-action', {
    what: {text: 'Ffonio’r coleg', lang: 'cy'},
    status: 'not_started',
    owner: null,
    ownerStaff: null,
  });
  const reason = {text: 'Person arall oedd hwn', lang: 'cy'};

  test('it stays, with the reason; twice is refused, and without a reason too', () => {
    const struck = after(action, 'record.strike-out', {reason});
    expect([struckOut(struck)?.value, struck.data]).toEqual([reason, action.data]);
    expect(code(sent(struck, 'record.strike-out', {reason}))).toBe('state_moved');
    expect(code(sent(action, 'record.strike-out', {reason: {text: '  ', lang: 'cy'}}))).toBe('words_missing');
    expect(code(sent(recordOf('message', {}), 'record.strike-out', {reason}))).toBe('unknown_record');
  });

  test('whoever changes it after that opens it again, and the reason stays', () => {
    const alert = recordOf('alert', {code: 'dog', text: 'Ci', startOn: null, reviewOn: null, endOn: null, enteredBy: null});
    const moved = after(after(alert, 'record.strike-out', {reason}), 'alert.move', {to: 'restricted'});
    expect(struckOut(moved)).toBeUndefined();
    expect(moved.heads['reopened']?.map(({value}) => value)).toEqual(['alert.move', reason]);
  });
});

test('[V7] a record that moves says which scope it leaves', () => {
  const alert = recordOf('alert', {code: 'dog', text: 'Ci', startOn: null, reviewOn: null, endOn: null, enteredBy: null});
  const moved = after(alert, 'alert.move', {to: 'restricted'});
  expect([moved.scope, moved.decision.left]).toEqual([RESTRICTED, [{scope: SHARED, id: RECORD}]]);
  expect(code(sent(moved, 'alert.move', {to: 'restricted'}))).toBe('state_moved');
});

test('[T5] a choice between values must be one that may stand there', () => {
  const risk = recordOf('risk-summary', {words: null});
  const both = after(after(risk, 'risk-summary.write', {words: {text: 'un', lang: 'cy'}}), 'risk-summary.write', {
    words: {text: 'dau', lang: 'cy'},
  });
  const settle = (body: object) => code(sent(both, 'conflict.settle', body, {bases: {words: seenOps(both, 'words')}}));
  expect(settle({field: 'words', value: {text: 'y ddau', lang: 'cy'}})).toBe('ok');
  expect(settle({field: 'words', value: 7})).toBe('body_invalid');
  for (const field of ['struck', 'state', 'data', '__proto__', 'nothing']) expect(settle({field, value: null})).toBe('body_invalid');
});

test('each field that a command writes is written in the way of its class', () => {
  const written: readonly (readonly [KindCode, string, FieldClass])[] = [
    ['risk-summary', 'words', 'text'],
    ['plan-action', 'status', 'decision'],
    ['team', 'nameCy', 'plain'],
    ['team', 'nameEn', 'plain'],
    ['team', 'manager', 'decision'],
    ['team', 'members', 'set'],
    ...['knownAs', 'pronouns', 'phone', 'email', 'address', 'town', 'postcode'].map(field => ['young-person', field, 'plain'] as const),
  ];
  for (const [kind, field, way] of written)
    expect([kind, field, (RECORD_KINDS[kind].fields as Record<string, FieldClass>)[field]]).toEqual([kind, field, way]);
});

test('[U1] every older version of a command has a caster, and no newer one is understood', () => {
  const kind = must(commandNamed('details.change'), 'it is there');
  const person = recordOf('young-person', {phone: null});
  expect(code(sent(person, 'details.change', {phone: '1'}, {version: kind.version + 1}))).toBe('unknown_kind');
});
