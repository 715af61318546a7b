/** What is new from young people: a wish about their money stays until it has become an action. */
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {peopleOnDevice} from '#client/case/person/people-on-device.ts';
import {readFromYoungPeople} from './read-tasks.ts';

const FFION = idFor(1);
const LINE = idFor(40);

function newFrom(wish: DataOf<'money-line'>['wish'], author = FFION, takenOutOn: DataOf<'money-line'>['takenOutOn'] = null) {
  const data = {what: 'rent', amount: {pence: 9_500, every: 'week'}, words: null, wish, takenOutOn} as const;
  const line = recordOf('money-line', LINE, FFION, data, {
    wish: [{ops: [idFor(500)], value: wish, author, device: null, at: '2026-11-20T09:00:00.000Z'}],
  });
  const device = new FakeDevice({records: [summaryRecord(FFION, {knownAs: 'Ffion'}), youngPersonRecord(FFION, FFION), line]});
  const phase = device.phase();
  if (phase.kind !== 'open') throw new Error('the vault is open');
  const {memory} = phase.vault;
  return readFromYoungPeople(memory, peopleOnDevice(memory, date('2026-11-21')), () => null);
}

test('they want it in their plan, or help with it', () => {
  const money = [{person: FFION, name: 'Ffion', record: LINE, kind: 'money'}];
  expect(newFrom('plan')).toEqual(money);
  expect(newFrom('help')).toEqual(money);
});

test('nothing once it is an action, is wanted no more or was taken out, nor what an adviser wrote with them', () => {
  expect(newFrom('planned', SELF)).toEqual([]);
  expect(newFrom(null)).toEqual([]);
  expect(newFrom('help', FFION, date('2026-11-20'))).toEqual([]);
  expect(newFrom('help', SELF)).toEqual([]);
});
