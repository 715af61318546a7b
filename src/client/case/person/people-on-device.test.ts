/** What lists read of people is kept between two looks, and never longer than it is true: the vault's own memory, no stand-in. */
import {commandNamed} from '#domain/commands.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {immigrationId} from '#domain/young-person/family-commands.ts';
import {must} from '#domain/shared/result.ts';
import type {Base, BaseScope} from '#client/vault/base-records.ts';
import {FoldedMemory} from '#client/vault/folded-memory.ts';
import type {PendingOp} from '#client/vault/pending-ops.ts';
import {beforeEach, expect, test} from 'vitest';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {
  contactRecord,
  idFor,
  recordOf,
  riskHead,
  SELF,
  summaryRecord,
  THIS_DEVICE,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {peopleOnDevice, personOnDevice} from './people-on-device.ts';

const [CAI, NIA] = [idFor(1), idFor(2)];
const TODAY = date('2026-11-22');
const NOW = Date.parse('2026-11-22T09:00:00.000Z');

const scopeOf = (id: Id, person: Id | null, records: readonly DomainRecord[], done = true): BaseScope => ({
  scope: id,
  grant: id,
  person,
  compartment: person === null ? 'settings' : 'shared',
  until: null,
  done,
  pageKey: null,
  records: new Map(records.map(record => [record.id, record])),
  versions: new Map(),
  stale: new Set(),
});
const fileOf = (person: Id, name: string): readonly DomainRecord[] => [
  summaryRecord(person, {knownAs: name, bornOn: date('2008-11-23'), age: 17}),
  youngPersonRecord(person, person, {forename: name}),
];
const contactOn = (id: Id, person: Id, on: string, nextContactOn: string | null = null): DomainRecord =>
  contactRecord(id, person, {on: date(on), nextContactOn: nextContactOn === null ? null : date(nextContactOn)});
const [S_CAI, S_NIA, S_SET] = [idFor(601), idFor(602), idFor(603)];
const baseOf = (...scopes: readonly BaseScope[]): Base => ({
  epoch: idFor(1),
  cursor: 1,
  scopes: new Map(scopes.map(scope => [scope.scope, scope])),
});

let settings: BaseScope;
let cai: BaseScope;
let nia: BaseScope;
let memory: FoldedMemory;
beforeEach(() => {
  settings = scopeOf(S_SET, null, []);
  cai = scopeOf(S_CAI, CAI, fileOf(CAI, 'Cai'));
  nia = scopeOf(S_NIA, NIA, fileOf(NIA, 'Nia'));
  memory = new FoldedMemory(
    {holder: SELF, role: 'adviser', device: THIS_DEVICE},
    {now: () => NOW, commandNamed, settingsOf: settingsInForce},
    baseOf(settings, cai, nia),
    [],
  );
});
const of = (person: Id, today = TODAY) => must(personOnDevice(memory, person, today), 'the person is here');

test('nothing changed: the same people, not read again', () => {
  const [one, other] = [peopleOnDevice(memory, TODAY), peopleOnDevice(memory, TODAY)];
  expect(one.map(({knownAs}) => knownAs)).toEqual(['Cai', 'Nia']);
  expect(one.every((person, index) => person === other[index])).toBe(true);
  expect(memory.records(CAI, 'contact')).toBe(memory.records(CAI, 'contact'));
});

test('a record that arrives is seen at once, and only its person is read again', () => {
  const [before, others] = [of(CAI), of(NIA)];
  const more = {...cai, records: new Map([...cai.records, [idFor(20), contactOn(idFor(20), CAI, '2026-11-21', '2026-11-30')]])};
  memory.update(baseOf(settings, more, nia), []);
  expect([before.lastSeenOn, of(CAI).lastSeenOn, of(CAI).nextContactOn]).toEqual(['2026-11-01', '2026-11-21', '2026-11-30']);
  expect(of(NIA)).toBe(others);
  expect(memory.records(CAI, 'contact').length).toBe(1);
});

test('what is saved here counts at once, and no longer once it is taken back', () => {
  const {on, ...rest} = contactOn(idFor(21), CAI, '2026-11-22').data;
  const op = {
    op: idFor(40),
    seq: 1,
    kind: 'contact.record',
    version: 1,
    record: idFor(21),
    person: CAI,
    scope: null,
    at: '2026-11-22T08:59:00.000Z',
    sinceServerMs: null,
    body: {on, ...rest},
  };
  const pending: PendingOp = {op, state: 'queued', answer: null};
  const before = of(CAI);
  const staffs: BaseScope = {...scopeOf(idFor(604), CAI, []), compartment: 'staff'};
  memory.update(baseOf(settings, cai, staffs, nia), [pending]);
  const refused: PendingOp = {op, state: 'answered', answer: {status: 'rejected', code: 'not_permitted'}};
  expect(of(CAI).lastContactOn).toBe('2026-11-22');
  memory.update(baseOf(settings, cai, staffs, nia), [refused]);
  expect(of(CAI).lastContactOn).toBe(before.lastContactOn);
});

test('a duty that rests on what was changed here is reckoned anew at once', () => {
  const inCare: DataOf<'looked-after-period'> = {
    startOn: date('2018-01-01'),
    endOn: date('2024-06-01'),
    legalStatus: null,
    authority: 'Sampl',
    lastPlacement: null,
    reasonCeased: null,
    reviewsHeld: null,
    lastReviewOn: null,
  };
  const grown = {
    ...cai,
    records: new Map(
      [
        summaryRecord(CAI, {knownAs: 'Cai'}),
        youngPersonRecord(CAI, CAI, {birthDates: [{date: date('2006-06-01'), status: 'verified', heldFrom: date('2006-06-01')}]}),
        recordOf('looked-after-period', idFor(70), CAI, inCare),
      ].map(record => [record.id, record]),
    ),
  };
  const closed: BaseScope = {...scopeOf(idFor(605), CAI, []), compartment: 'restricted'};
  const base = baseOf(settings, grown, closed, nia);
  const op = {
    op: idFor(41),
    seq: 1,
    kind: 'immigration.write',
    version: 1,
    record: immigrationId(CAI),
    person: CAI,
    scope: null,
    at: '2026-11-22T08:59:00.000Z',
    sinceServerMs: null,
    body: {schedule3: true},
  };
  memory.update(base, []);
  expect(of(CAI).duty).toBe('full');
  memory.update(base, [{op, state: 'queued', answer: null}]);
  expect(of(CAI).duty).toBe('excluded_sch3');
  memory.update(base, [{op, state: 'answered', answer: {status: 'rejected', code: 'not_permitted'}}]);
  expect(of(CAI).duty).toBe('full');
});

test('the next day everything is reckoned from it: an age, an agreed day that has passed', () => {
  memory.update(
    baseOf(settings, {...cai, records: new Map([...cai.records, [idFor(20), contactOn(idFor(20), CAI, '2026-11-10', '2026-11-22')]])}, nia),
    [],
  );
  const [today, tomorrow] = [of(CAI), of(CAI, date('2026-11-23'))];
  expect([today.age, today.nextContactOn, today.missedContactOn]).toEqual([17, '2026-11-22', null]);
  expect([tomorrow.age, tomorrow.nextContactOn, tomorrow.missedContactOn]).toEqual([18, null, '2026-11-22']);
  expect(of(CAI).age).toBe(17);
});

test('what the authority sets bears on everybody', () => {
  const before = [of(CAI), deadlinesOnDevice(memory, CAI, TODAY)] as const;
  const data: DataOf<'setting'> = {name: 'idleLockMinutes', value: 3, from: TODAY, reason: null};
  memory.update(baseOf({...settings, records: new Map([[idFor(30), recordOf('setting', idFor(30), null, data)]])}, cai, nia), []);
  expect([of(CAI) === before[0], deadlinesOnDevice(memory, CAI, TODAY) === before[1]]).toEqual([false, false]);
});

test('a file is held once all of it has come, and no longer once it has left', () => {
  memory.update(baseOf(settings, {...cai, done: false}, nia), []);
  expect([of(CAI).holdsFile, memory.scope(CAI, 'shared')]).toEqual([false, S_CAI]);
  memory.update(baseOf(settings, cai, nia), []);
  expect(of(CAI).holdsFile).toBe(true);
  memory.update(baseOf(settings, nia), []);
  expect([personOnDevice(memory, CAI, TODAY), memory.holdsFile(CAI), memory.scope(CAI, 'shared')]).toEqual([null, false, undefined]);
});

test('two versions of words are listed when they arrive, and gone when they are settled', () => {
  const risk = (heads: DomainRecord['heads']) => recordOf('risk-summary', idFor(50), CAI, {words: {text: 'Cŵn', lang: 'cy'}}, heads);
  const both = {words: [riskHead(60, SELF, 'Cŵn', 'cy'), riskHead(61, idFor(901), 'Dogs')]};
  const withRisk = (heads: DomainRecord['heads']) =>
    baseOf(settings, {...cai, records: new Map([...cai.records, [idFor(50), risk(heads)]])}, nia);
  expect(memory.clashes().length).toBe(0);
  memory.update(withRisk(both), []);
  expect([memory.clashes().length, of(CAI).twoVersions]).toEqual([1, true]);
  memory.update(withRisk({words: both.words.slice(0, 1)}), []);
  expect([memory.clashes().length, of(CAI).twoVersions]).toEqual([0, false]);
});
