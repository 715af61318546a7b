/** Who helps: only what the young person's own device may know of others is in it, and nothing else of anybody. */
import {expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {whoHelps} from './find-who-helps.ts';
import {whoHelpsKind, type HelpOfAuthority} from './who-helps.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const SHARED = id(2);
const STAFF = id(3);
const TODAY = date('2026-11-25');
const record = (n: number, kind: string, scope: string, data: object, author = id(900)): DomainRecord => ({
  id: id(n),
  kind,
  scope,
  person: id(1),
  data: data as DomainRecord['data'],
  heads: {},
  made: {author, device: null, at: '2026-11-01T09:00:00.000Z', op: id(8)},
});
const member = (n: number, forename: string, phone: string | null = null): DomainRecord => ({
  ...record(n, 'staff-member', id(4), {forename, surname: 'Prawf', phone}),
  person: null,
});
const AUTHORITY: HelpOfAuthority = {
  numbers: [{cy: 'Tîm', en: 'Team', number: '029 2018 0000', whenCy: null, whenEn: null}],
  helpText: null,
  complaintText: null,
  welcomeText: null,
  hiddenLockSeconds: 60,
  idleLockMinutes: 5,
  fund: {spendTypes: ['travel'], exclusions: {cy: 'Alcohol', en: 'Alcohol'}, capRequestPence: 100_000, evidenceAbovePence: 0},
};
const staff = [member(50, 'Elin', '01632 960001'), member(51, 'Huw'), member(52, 'Mair'), member(53, 'Nobody')];
const file = [
  record(10, 'allocation', SHARED, {adviser: id(50), from: '2026-01-01', until: null}),
  record(11, 'cover', SHARED, {holder: id(51), from: '2026-11-24', until: '2026-11-30', endedOn: null}),
  record(12, 'plan-action', SHARED, {ownerStaff: id(52)}),
  record(13, 'contact', STAFF, {
    worker: id(53),
    on: '2026-11-20',
    nextContactOn: '2026-12-01',
    note: {text: 'Cyfrinach', lang: 'cy'},
    type: 'phone',
    outcome: 'spoke',
  }),
];
const help = (changes: readonly DomainRecord[] = [], on = TODAY) => whoHelps([...file, ...changes], id(1), SHARED, staff, AUTHORITY, on);

test('the adviser, today’s cover, the next agreed day and the council’s numbers', () => {
  expect(help()).toMatchObject({
    adviser: {id: id(50), name: 'Elin Prawf', phone: '01632 960001'},
    cover: [{id: id(51), name: 'Huw Prawf', from: '2026-11-24', until: '2026-11-30'}],
    nextContactOn: '2026-12-01',
    numbers: AUTHORITY.numbers,
  });
  expect(whoHelpsKind.schema.safeParse(help()).success).toBe(true);
});

test('what the authority has set of the fund reaches the phone of whoever asks; a record of before says nothing of it', () => {
  expect(help().fund).toEqual(AUTHORITY.fund);
  const {fund: _, ...before} = help();
  expect(whoHelpsKind.schema.safeParse(before).success).toBe(true);
});

test('names those who stand in the shared records, and nobody of the staff’s own', () => {
  expect(help().names.map(({name}) => name)).toEqual(['Elin Prawf', 'Huw Prawf', 'Mair Prawf']);
  expect(JSON.stringify(help())).not.toContain('Cyfrinach');
  expect(JSON.stringify(help())).not.toContain('Nobody');
});

test('cover that has ended or was ended is gone; a next day that has passed is none', () => {
  expect(help([], date('2026-12-02'))).toMatchObject({cover: [], nextContactOn: null});
  const ended = record(11, 'cover', SHARED, {holder: id(51), from: '2026-11-24', until: '2026-11-30', endedOn: '2026-11-25'});
  expect(whoHelps([...file.filter(each => each.id !== id(11)), ended], id(1), SHARED, staff, AUTHORITY, TODAY).cover).toEqual([]);
});

test('a contact that was struck out agrees no next day', () => {
  const struck = file.map(each =>
    each.kind === 'contact'
      ? {...each, heads: {struck: [{ops: [id(9)], value: null, author: id(50), device: null, at: '2026-11-21T09:00:00.000Z'}]}}
      : each,
  );
  expect(whoHelps(struck, id(1), SHARED, staff, AUTHORITY, TODAY).nextContactOn).toBeNull();
});

test('of income schemes only those that they have a place in, with what is asked and when', () => {
  const place = record(77, 'income-enrolment', SHARED, {scheme: null, decision: 'joined'});
  expect(help().schemes).toEqual([]);
  const [told, ...others] = help([place]).schemes ?? [];
  expect(others).toEqual([]);
  expect(told).toMatchObject({closedOn: '2025-07-14', checkInsAfter: [3, 6, 12], ownQuestions: []});
  expect(JSON.stringify(told)).not.toContain('160000');
});
