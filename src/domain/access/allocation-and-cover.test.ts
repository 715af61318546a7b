/** Who works with whom, day by day: both ends of a cover count, an ended one stops at once, refusals have their codes. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {CaseRecords, DecideContext} from '../command.ts';
import {decide} from '../commands.ts';
import {addDays, date, type CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import type {GrantWanted} from './allocation.ts';
import {adviserOn, nextAdviserAfter} from './commands.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [PERSON, OTHER, ELIN, HUW, MAIR, NEW] = [id(1), id(2), id(3), id(4), id(5), id(6)];
const TODAY = date('2026-11-21');
const made = {author: MAIR, device: null, at: '2026-01-01T09:00:00.000Z', op: id(99)};
const record = (one: string, kind: string, data: object, person: string | null = PERSON): DomainRecord => ({
  id: one,
  kind,
  scope: id(50),
  person,
  data: data as Record<string, unknown>,
  heads: {},
  made,
});
const staff = [ELIN, HUW, MAIR].map(one => record(one, 'staff-member', {}, null));
const allocation = (adviser: string, from: string, until: string | null = null, n = 20) =>
  record(id(n), 'allocation', {adviser, from, until});
const context: DecideContext = {
  actor: {holder: MAIR, role: 'manager', device: null},
  now: '2026-11-21T10:00:00.000Z',
  today: TODAY,
  settings: () => 0 as never,
};

function send(
  kind: string,
  body: object,
  stored: readonly DomainRecord[],
  change: {record?: string; person?: string; role?: 'adviser' | 'manager'} = {},
) {
  const all = [...staff, ...stored];
  const records: CaseRecords = {
    get: asked => all.find(one => one.id === asked),
    ofPerson: (person, wanted) => stored.filter(one => one.person === person && one.kind === wanted),
    scope: () => id(50),
  };
  const command = {op: id(70), kind, record: change.record ?? NEW, person: change.person ?? PERSON, at: '2026-11-21T10:00:00.000Z', body};
  return decide(records, command, {...context, actor: {...context.actor, role: change.role ?? 'manager'}}, true);
}
const said = (result: ReturnType<typeof send>) =>
  result.ok ? result.value.status : `${result.refusal.code} ${result.refusal.fields.join()}`.trim();
const decided = (result: ReturnType<typeof send>) => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const holds = (grants: readonly GrantWanted[], holder: string, on: CalendarDate) =>
  grants.some(
    grant => grant.holder === holder && grant.compartments.length > 0 && grant.from <= on && (grant.until === null || grant.until >= on),
  );

describe('cover', () => {
  const cover = {holder: HUW, from: '2026-11-23', until: '2026-11-25'};

  test('gives the colleague what the adviser holds, from the first to the last day, both counted', () => {
    const {puts, grants, status} = decided(send('cover.give', cover, [allocation(ELIN, '2026-01-01')]));
    expect([status, puts.length, puts[0]?.data]).toEqual(['applied', 1, {...cover, endedOn: null}]);
    expect(grants).toEqual([
      {
        cause: NEW,
        holder: HUW,
        person: PERSON,
        compartments: ['shared', 'staff', 'restricted', 'summary'],
        from: '2026-11-23',
        until: '2026-11-25',
      },
    ]);
    expect(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'].map(on => holds(grants, HUW, date(on)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('one day is a cover; today may be its last', () => {
    expect(said(send('cover.give', {...cover, from: '2026-11-21', until: '2026-11-21'}, []))).toBe('applied');
    expect(said(send('cover.give', {...cover, from: '2026-11-01', until: '2026-11-21'}, []))).toBe('applied');
  });

  test.each([
    ['the id is in use', cover, {record: id(20)}, 'already_there'],
    ['the colleague is not of the staff', {...cover, holder: id(77)}, {}, 'holder_unknown holder'],
    ['a young person is no colleague', {...cover, holder: PERSON}, {}, 'holder_unknown holder'],
    ['the last day is before the first', {...cover, until: '2026-11-22'}, {}, 'dates_out_of_order from,until'],
    ['it is over', {...cover, from: '2026-11-01', until: '2026-11-20'}, {}, 'date_past until'],
    ['the adviser covers for themself', {...cover, holder: ELIN}, {}, 'holder_already holder'],
    ['the day does not exist', {...cover, from: '2026-02-29'}, {}, 'body_invalid from'],
    ['an adviser asks', cover, {role: 'adviser'}, 'not_permitted'],
  ] as const)('refused when %s', (_name, body, change, code) => {
    expect(said(send('cover.give', body, [allocation(ELIN, '2026-01-01'), record(PERSON, 'young-person', {})], change))).toBe(code);
  });

  describe('ended', () => {
    const given = (from: string, until: string, endedOn: string | null = null) =>
      record(id(30), 'cover', {holder: HUW, from, until, endedOn});
    const end = (stored: DomainRecord, on: string, change = {}) => send('cover.end', {on}, [stored], {record: id(30), ...change});

    test('stops at once: that day it gives nothing any more, the day before it did', () => {
      const {grants, puts} = decided(end(given('2026-11-18', '2026-11-30'), '2026-11-21'));
      expect(puts[0]?.data['endedOn']).toBe('2026-11-21');
      expect(['2026-11-20', '2026-11-21', '2026-11-22'].map(on => holds(grants, HUW, date(on)))).toEqual([true, false, false]);
    });

    test('an end that a phone dates back is dated today: nobody takes back yesterday', () => {
      expect(decided(end(given('2026-11-18', '2026-11-30'), '2026-11-01')).puts[0]?.data['endedOn']).toBe('2026-11-21');
    });

    test('on any day, of any cover: nothing from the end on, nothing outside its days, all days before the end', () => {
      const days = fc.integer({min: -20, max: 20}).map(number => addDays(TODAY, number));
      fc.assert(
        fc.property(days, fc.integer({min: 0, max: 20}), days, days, (from, length, on, asked) => {
          const until = addDays(from, length);
          const {grants} = decided(end(given(from, until), on));
          const endedOn = on < TODAY ? TODAY : on;
          expect(grants.map(({cause}) => cause)).toEqual([id(30)]);
          expect(holds(grants, HUW, asked)).toBe(asked >= from && asked <= until && asked < endedOn);
        }),
      );
    });

    test('refused when it is not there, another young person’s, or ended before', () => {
      expect(said(send('cover.end', {on: '2026-11-21'}, [], {record: id(30)}))).toBe('unknown_record');
      expect(said(end(given('2026-11-18', '2026-11-30'), '2026-11-21', {person: OTHER}))).toBe('unknown_record');
      expect(said(end(given('2026-11-18', '2026-11-30', '2026-11-20'), '2026-11-21'))).toBe('state_moved');
      expect(said(send('cover.end', {on: '2026-11-21'}, [allocation(ELIN, '2026-01-01', null, 30)], {record: id(30)}))).toBe(
        'unknown_record',
      );
    });
  });
});

describe('allocation', () => {
  test('gives the new adviser the young person from that day, and ends the former one’s the day before', () => {
    const {puts, grants} = decided(send('allocation.give', {adviser: HUW, from: '2026-12-01'}, [allocation(ELIN, '2026-01-01')]));
    expect(puts.map(({data}) => data)).toEqual([
      {adviser: ELIN, from: '2026-01-01', until: '2026-11-30'},
      {adviser: HUW, from: '2026-12-01', until: null},
    ]);
    expect(['2026-11-30', '2026-12-01'].map(on => [holds(grants, ELIN, date(on)), holds(grants, HUW, date(on))])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('on every day exactly one of the two holds the young person', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 400}), fc.integer({min: 0, max: 800}), (given, asked) => {
        const start = date('2026-01-01');
        const {puts, grants} = decided(send('allocation.give', {adviser: HUW, from: addDays(start, given)}, [allocation(ELIN, start)]));
        const on = addDays(start, asked);
        expect([ELIN, HUW].filter(holder => holds(grants, holder, on))).toEqual([asked < given ? ELIN : HUW]);
        expect(adviserOn({ofPerson: () => puts}, PERSON, on)?.data.adviser).toBe(asked < given ? ELIN : HUW);
      }),
    );
  });

  test('somebody unallocated is allocated; an allocation that has ended is left as it is', () => {
    expect(decided(send('allocation.give', {adviser: HUW, from: '2026-11-21'}, [])).puts.length).toBe(1);
    expect(
      decided(send('allocation.give', {adviser: ELIN, from: '2026-11-21'}, [allocation(ELIN, '2025-01-01', '2026-06-30')])).puts.length,
    ).toBe(1);
  });

  test('somebody’s adviser to come stands: until then the new one, from that very day instead of the planned one', () => {
    const planned = [allocation(ELIN, '2027-01-15')];
    expect(decided(send('allocation.give', {adviser: HUW, from: '2026-11-21'}, planned)).puts.map(({data}) => data)).toEqual([
      {adviser: HUW, from: '2026-11-21', until: '2027-01-14'},
    ]);
    const {puts, grants} = decided(send('allocation.give', {adviser: HUW, from: '2027-01-15'}, planned));
    expect(puts.map(({data}) => data)).toEqual([
      {adviser: ELIN, from: '2027-01-15', until: '2027-01-14'},
      {adviser: HUW, from: '2027-01-15', until: null},
    ]);
    expect([ELIN, HUW].filter(holder => holds(grants, holder, date('2027-01-15')))).toEqual([HUW]);
    // The one before a planned one can be followed by a third, whom the planned one follows as arranged.
    const both = [allocation(HUW, '2026-11-01', '2027-01-14', 21), ...planned];
    expect(decided(send('allocation.give', {adviser: MAIR, from: '2026-12-01'}, both)).puts.map(({data}) => data)).toEqual([
      {adviser: HUW, from: '2026-11-01', until: '2026-11-30'},
      {adviser: MAIR, from: '2026-12-01', until: '2027-01-14'},
    ]);
    expect(nextAdviserAfter({ofPerson: () => both}, PERSON, TODAY)).toEqual({adviser: ELIN, from: '2027-01-15'});
    expect(nextAdviserAfter({ofPerson: () => puts}, PERSON, TODAY)).toEqual({adviser: HUW, from: '2027-01-15'});
  });

  test.each([
    ['the id is in use', {adviser: HUW, from: '2026-12-01'}, {record: id(20)}, 'already_there'],
    ['the adviser is not of the staff', {adviser: id(77), from: '2026-12-01'}, {}, 'holder_unknown adviser'],
    ['it is their adviser already', {adviser: ELIN, from: '2026-12-01'}, {}, 'holder_already adviser'],
    ['it begins before the one it follows', {adviser: HUW, from: '2026-01-01'}, {}, 'dates_out_of_order from'],
    ['an adviser asks', {adviser: HUW, from: '2026-12-01'}, {role: 'adviser'}, 'not_permitted'],
  ] as const)('refused when %s', (_name, body, change, code) => {
    expect(said(send('allocation.give', body, [allocation(ELIN, '2026-01-01')], change))).toBe(code);
  });

  test('the adviser of a day is the later begun of two; nobody before and after', () => {
    const records = {ofPerson: () => [allocation(ELIN, '2026-01-01', '2026-06-30'), allocation(HUW, '2026-06-01', '2026-07-31', 21)]};
    expect(
      ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01', '2026-07-31', '2026-08-01'].map(
        on => adviserOn(records, PERSON, date(on))?.data.adviser,
      ),
    ).toEqual([undefined, ELIN, ELIN, HUW, HUW, undefined]);
  });
});
