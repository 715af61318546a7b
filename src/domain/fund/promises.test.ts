/** What somebody might try, or a clock might do, so that money is decided by the wrong person, changed after it was decided, or lost. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {emptyLine, entered} from './ledger.ts';
import {ADVISER, FundFile, idOf, MANAGER, PERSON, recordOf, welsh} from './fund-file.test-support.ts';

const [REQUEST, PAYMENT] = [idOf(200), idOf(300)];
const young = {role: 'young_person'} as const;
const manager = {role: 'manager', person: null} as const;

function asked(): FundFile {
  const file = new FundFile();
  file.budget(100_000);
  expect(file.ask(REQUEST)).toBe('applied');
  return file;
}

describe('an own part is not lost', () => {
  test('by a colleague who recommends after them', () => {
    const file = asked();
    const all = {outcome: 'approved', pence: 12_000};
    expect(file.send('fund-request.recommend', REQUEST, all, {role: 'manager'})).toBe('applied');
    expect(file.send('fund-request.recommend', REQUEST, all)).toBe('applied');
    expect(file.decide(REQUEST)).toBe('own_request');
    expect(file.decide(REQUEST, {}, {role: 'deputy'})).toBe('applied');
  });
  test('by writing the amount into a request of somebody else, until another has written it', () => {
    const file = asked();
    expect(file.send('fund-request.change', REQUEST, {askedPence: 40_000}, {role: 'manager'})).toBe('applied');
    expect(file.decide(REQUEST, {awardedPence: 40_000})).toBe('own_request');
    const shown = file.records.get(REQUEST)?.heads['askedPence']?.flatMap(({ops}) => ops) ?? [];
    expect(shown).toHaveLength(1);
    expect(file.decide(REQUEST, {awardedPence: 40_000}, {role: 'deputy'})).toBe('applied');
  });
});

test('what was decided on cannot be settled to something else afterwards', () => {
  const file = asked();
  file.send('fund-request.change', REQUEST, {askedPence: 40_000});
  file.send('fund-request.change', REQUEST, {askedPence: 12_000}, young);
  expect(file.decide(REQUEST)).toBe('applied');
  for (const value of [40_000, 12_000]) expect(file.send('conflict.settle', REQUEST, {field: 'askedPence', value})).toBe('state_moved');
  expect(file.data(REQUEST, 'fund-request').askedPence).toBe(12_000);
});

test('put off and approved on one day by devices whose clocks disagree: the award holds, and is given back', () => {
  const file = asked();
  file.decide(REQUEST, {outcome: 'deferred', awardedPence: null, words: welsh('Yfory'), againOn: '2026-12-01'});
  const [deferred] = file.of('fund-decision');
  if (deferred) file.records.set(deferred.id, {...deferred, made: {...deferred.made, at: '2026-11-21T10:05:00.000Z'}});
  expect(file.decide(REQUEST)).toBe('applied');
  expect(file.send('fund-request.withdraw', REQUEST, {words: null}, young)).toBe('applied');
  expect(file.line().committed).toBe(0);
});

test('nothing is given to somebody who has died since they asked', () => {
  const file = asked();
  const person = file.records.get(PERSON);
  if (person) file.records.set(PERSON, {...person, data: {...person.data, diedOn: '2026-11-22'}});
  file.today = date('2026-11-22');
  expect(file.decide(REQUEST)).toBe('not_eligible');
});

describe('the fund is one, in both languages', () => {
  test('paid in a year whose budget has the other name', () => {
    const file = asked().set('fundYearRule', 'payment');
    file.today = date('2027-03-30');
    file.decide(REQUEST);
    file.today = date('2027-04-05');
    file.budget(50_000, '2027-28', {fundName: 'Cronfa Dydd Gŵyl Dewi'});
    expect(file.pay(PAYMENT, REQUEST)).toBe('applied');
    expect(file.line('2027-28').spent).toBe(12_000);
  });
  test('paid in a year in which the team has no part of its own', () => {
    const file = new FundFile().set('fundYearRule', 'payment');
    file.records.set(idOf(8), recordOf(idOf(8), 'team', {nameCy: 'Tîm', nameEn: 'Team', manager: MANAGER, members: [ADVISER]}, null));
    file.budget(20_000, '2026-27', {team: idOf(8)});
    file.ask(REQUEST);
    file.today = date('2027-03-30');
    expect(file.decide(REQUEST)).toBe('applied');
    file.today = date('2027-04-05');
    file.budget(50_000, '2027-28');
    expect(file.pay(PAYMENT, REQUEST)).toBe('applied');
  });
  test('a figure under the other name is the same budget’s; so is what is carried over', () => {
    const file = asked();
    expect(file.budget(80_000, '2026-27', {fundName: "St David's Day Fund"})).toBe('applied');
    expect([...file.lines.values()]).toMatchObject([{allocation: 80_000}]);
    file.budget(10_000, '2027-28', {fundName: 'Cronfa Dydd Gŵyl Dewi'});
    file.send('budget.carry-over', idOf(510), {line: file.line().id, pence: 100, reason: 'Cytunwyd'}, manager);
    expect(file.line('2027-28')).toMatchObject({allocation: 10_100, carriedIn: 100});
    expect(file.lines.size).toBe(2);
  });
});

test.each([
  ['NUL', {words: welsh('a\u0000')}],
  ['a lone surrogate', {words: welsh('\ud800')}],
  ['200,000 characters', {words: welsh('a'.repeat(200_000))}],
  ['no number', {askedPence: Number.NaN}],
  ['below zero', {askedPence: -5}],
  ['ten digits', {askedPence: 9_999_999_999}],
])('nothing is taken that could not be kept: %s', (_, more) => expect(new FundFile().ask(REQUEST, more)).toMatch(/^body_invalid/u));

test('what the young person wrote stays theirs when a manager puts it into the file', () => {
  const file = new FundFile();
  file.budget(100_000);
  const put = {role: 'manager', holder: PERSON} as const;
  expect(file.ask(REQUEST, {agreed: null}, put)).toBe('applied');
  expect(file.data(REQUEST, 'fund-request')).toMatchObject({byYoungPerson: true, requestedBy: null});
  const paper = {request: REQUEST, what: 'receipt', supplier: 'Siop Ffug', pence: null, on: '2026-11-20', seen: true};
  expect(file.send('fund-paper.add', idOf(220), paper, put)).toBe('not_permitted');
  expect(file.send('fund-request.withdraw', REQUEST, {words: welsh('Dim angen')}, put)).toBe('applied');
  expect(file.data(REQUEST, 'fund-request').withdrawn).toMatchObject({byYoungPerson: true});
});

test('money that may only be overspent is not carried over, whoever asks at the same moment', () => {
  const line = {
    ...emptyLine(idOf(1), {financialYear: '2026-27', fundName: 'X', team: null, purpose: null}),
    allocation: 100,
    overspend: 50,
  };
  expect(entered(line, {kind: 'carried_out', pence: 100}).ok).toBe(true);
  expect(entered(line, {kind: 'carried_out', pence: 101}).ok).toBe(false);
});
