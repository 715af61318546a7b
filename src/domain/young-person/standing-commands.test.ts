/** A death, a decided category, and the day on which somebody told us: who may say it, which days can be, and what comes of it. */
import {describe, expect, test} from 'vitest';
import type {Role} from '../access/roles.ts';
import {settingsInForce} from '../authority/settings.ts';
import {decide, type CommandCode} from '../commands.ts';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {id, inCare, PERSON, plan, stay, TODAY, young} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {careLeaverStanding} from './standing.ts';

const [MANAGER, NEW, OTHER] = [id(51), id(60), id(61)];

class Case {
  records: DomainRecord[];
  constructor(...records: readonly DomainRecord[]) {
    this.records = [...records];
  }
  send(kind: CommandCode, body: object, {on = PERSON, role = 'manager' as Role} = {}): string {
    const decided = decide(
      {
        get: wanted => this.records.find(each => each.id === wanted),
        ofPerson: (_person, wanted) => this.records.filter(each => each.kind === wanted),
        scope: (_person, compartment) => compartment,
      },
      {op: id(900), kind, record: on, person: PERSON, at: `${TODAY}T10:00:00.000Z`, body},
      {actor: {holder: MANAGER, role, device: null}, now: `${TODAY}T10:00:00.000Z`, today: date(TODAY), settings: settingsInForce([])},
      true,
    );
    if (!decided.ok) return [decided.refusal.code, ...decided.refusal.fields].join(' ');
    for (const put of decided.value.puts) this.records = [...this.records.filter(each => each.id !== put.id), put];
    return decided.value.status;
  }
  standing = () => careLeaverStanding(this.records, date(TODAY)).category;
  due = () => deadlinesOf(this.records, [], date(TODAY)).map(({what}) => what);
}
/** 19, left care at 18, with a plan. */
const leaver = () => [young('2007-05-01'), inCare('2019-01-01', '2025-05-01'), plan('2026-01-01'), stay('lodgings', '2025-05-01')];

describe('a death', () => {
  test('is a manager’s to record, on a day of the life; nothing is due after it but to keep the records', () => {
    const of = new Case(...leaver());
    expect(of.due().length).toBeGreaterThan(1);
    expect(of.send('death.record', {diedOn: '2026-11-20'}, {role: 'adviser'})).toBe('not_permitted');
    expect(of.send('death.record', {diedOn: '2026-11-22'})).toBe('date_in_future diedOn');
    expect(of.send('death.record', {diedOn: '2007-04-30'})).toBe('out_of_range diedOn');
    expect(of.send('death.record', {diedOn: '2026-11-20'})).toBe('applied');
    expect(of.due().length).toBe(1);
    expect(of.standing()).toBe('none');
  });

  test('that was put down for the wrong person is taken back, and everything is due again', () => {
    const of = new Case(...leaver());
    const before = of.due();
    expect(of.send('death.record', {diedOn: '2026-11-20'})).toBe('applied');
    expect(of.send('death.record', {diedOn: '2026-11-20'})).toBe('unchanged diedOn');
    expect(of.send('death.record', {diedOn: null})).toBe('applied');
    expect(of.due()).toEqual(before);
  });
});

describe('a decided category', () => {
  test('stands in place of the one that is worked out, with its reason, until it is ended', () => {
    const of = new Case(...leaver());
    expect(of.standing()).toBe('C3');
    expect(of.send('category.decide', {category: 'C6a', since: '2026-11-01', reason: ' '}, {on: NEW})).toBe('words_missing reason');
    const body = {category: 'C6a', since: '2026-11-01', reason: 'Agreed with the legal team'};
    expect(of.send('category.decide', body, {on: NEW, role: 'adviser'})).toBe('not_permitted');
    expect(of.send('category.decide', body, {on: NEW})).toBe('applied');
    expect(of.standing()).toBe('C6a');
    expect(of.send('category.decide', {...body, category: 'C4'}, {on: OTHER})).toBe('overlaps since');
    expect(of.send('category.end-decision', {endedOn: '2026-10-31'}, {on: NEW})).toBe('dates_out_of_order endedOn');
    expect(of.send('category.end-decision', {endedOn: TODAY}, {on: NEW})).toBe('applied');
    expect(of.standing()).toBe('C3');
    expect(of.send('category.end-decision', {endedOn: TODAY}, {on: NEW})).toBe('state_moved');
  });
});

test('the day on which they told us of education or training feeds the category (R-11), and is in their life', () => {
  const of = new Case(young('2004-05-01'), inCare('2015-01-01', '2022-05-01'));
  expect(of.standing()).toBe('C3');
  expect(of.send('told-us.set', {toldUsOn: '2026-11-22'}, {role: 'adviser'})).toBe('date_in_future toldUsOn');
  expect(of.send('told-us.set', {toldUsOn: '2026-11-01'}, {role: 'adviser'})).toBe('applied');
  expect(of.standing()).toBe('C4');
});
