/** Planned visits, steps of keeping in touch, and somebody who watches that a colleague comes back. */
import {describe, expect, test} from 'vitest';
import type {Role} from '../access/roles.ts';
import {settingsInForce} from '../authority/settings.ts';
import {decide, type CommandCode} from '../commands.ts';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {category3, contact, PERSON, record, TODAY} from '../deadline/file.test-support.ts';
import {date, hoursBetween} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {agreedContacts} from './contact.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [ME, WATCHER, OTHER, PLAN, LONE] = [id(50), id(51), id(52), id(30), id(31)];
const words = (text: string) => ({text, lang: 'cy' as const});

class Case {
  readonly records = new Map<string, DomainRecord>();
  #op = 900;
  constructor(...records: readonly DomainRecord[]) {
    for (const each of records) this.records.set(each.id, each);
  }
  send(
    kind: CommandCode,
    one: string,
    body: object,
    {holder = ME, role = 'adviser' as Role, person = PERSON as string | null, at = `${TODAY}T10:00:00.000Z`} = {},
  ): string {
    const decided = decide(
      {
        get: wanted => this.records.get(wanted),
        ofPerson: (of, wanted) => [...this.records.values()].filter(each => each.person === of && each.kind === wanted),
        scope: (_person, compartment) => compartment,
      },
      {op: id(this.#op++), kind, record: one, person, at, body},
      {actor: {holder, role, device: null}, now: `${TODAY}T10:00:00.000Z`, today: date(TODAY), settings: settingsInForce([])},
      true,
    );
    if (!decided.ok) return [decided.refusal.code, ...decided.refusal.fields].join(' ');
    for (const put of decided.value.puts) this.records.set(put.id, put);
    return decided.value.status;
  }
}

const visit = {on: '2026-11-25', at: '15:30', type: 'visit_at_accommodation', where: null, purpose: null};

describe('a planned visit', () => {
  test('is planned, moved, and kept by the contact that was recorded of it', () => {
    const of = new Case(
      record(
        'young-person',
        {forename: 'Cai', surname: 'Ffug', birthDates: [{date: date('2008-05-01'), status: 'verified', heldFrom: date('2008-05-01')}]},
        PERSON,
      ),
    );
    expect(of.send('visit.plan', PLAN, visit)).toBe('applied');
    expect(of.send('visit.move', PLAN, {on: '2026-11-26', at: null})).toBe('applied');
    expect(of.records.get(PLAN)?.data).toMatchObject({on: '2026-11-26', at: null, worker: ME, keptBy: null});
    expect(of.send('visit.keep', PLAN, {contact: id(40)})).toBe('unknown_record contact');
    const kept = record('contact', {on: date(TODAY), type: 'visit_at_accommodation'}, id(40));
    of.records.set(kept.id, kept);
    expect(of.send('visit.keep', PLAN, {contact: kept.id})).toBe('applied');
    expect(of.send('visit.move', PLAN, {on: '2026-11-27', at: null})).toBe('state_moved');
    expect(of.send('visit.cancel', PLAN, {because: words('x'), cancelledBy: 'staff'})).toBe('state_moved');
  });

  test('that was planned and moved offline arrives after its day, and is kept', () => {
    const of = new Case();
    const at = '2026-11-10T10:00:00.000Z';
    expect(of.send('visit.plan', PLAN, {...visit, on: '2026-11-12'}, {at})).toBe('applied');
    expect(of.send('visit.move', PLAN, {on: '2026-11-13', at: null}, {at})).toBe('applied');
    expect(of.send('visit.move', PLAN, {on: '2026-11-09', at: null}, {at})).toBe('date_past on');
    expect(of.send('visit.move', PLAN, {on: '2026-11-13', at: null})).toBe('date_past on');
    expect(of.send('visit.move', PLAN, {on: '2026-11-13', at: null}, {at: '2031-01-01T10:00:00.000Z'})).toBe('date_past on');
  });

  test('that will not be says why and who said so', () => {
    const of = new Case();
    of.send('visit.plan', PLAN, visit);
    expect(of.send('visit.cancel', PLAN, {because: words(' '), cancelledBy: 'young_person'})).toBe('words_missing because');
    expect(of.send('visit.cancel', PLAN, {because: words('Mae hi’n gweithio.'), cancelledBy: 'young_person'})).toBe('applied');
    expect(of.records.get(PLAN)?.data).toMatchObject({cancelledBy: 'young_person', keptBy: null});
  });

  test.each([
    ['yesterday', {...visit, on: '2026-11-20'}, 'date_past on'],
    ['in a mistyped year', {...visit, on: '2062-11-25'}, 'out_of_range on'],
    ['at no time of day', {...visit, at: '25:00'}, 'body_invalid at'],
  ])('%s is refused', (_name, body, refused) => expect(new Case().send('visit.plan', PLAN, body)).toBe(refused));

  test('after a death nobody is visited, and a young person plans none', () => {
    const died = record(
      'young-person',
      {
        forename: 'Cai',
        surname: 'Ffug',
        birthDates: [{date: date('2008-05-01'), status: 'verified', heldFrom: date('2008-05-01')}],
        diedOn: date('2026-10-01'),
      },
      PERSON,
    );
    expect(new Case(died).send('visit.plan', PLAN, visit)).toBe('out_of_range on');
    expect(new Case().send('visit.plan', PLAN, visit, {role: 'young_person', holder: PERSON})).toBe('not_permitted');
  });

  test('is expected until it is kept or cancelled, also where a contact was later than its day', () => {
    const planned = {on: date('2026-11-10'), keptBy: null, cancelledBecause: null};
    const later = [{on: date('2026-11-15'), type: 'phone' as const, nextContactOn: null}];
    expect(agreedContacts(later, [planned])).toEqual(['2026-11-10']);
    expect(agreedContacts(later, [{...planned, keptBy: id(40)}])).toEqual([]);
    expect(agreedContacts(later, [{...planned, cancelledBecause: words('x')}])).toEqual([]);
  });
});

describe('keeping in touch', () => {
  test('R-47: a step that was taken moves the next one on; in touch again, none is due', () => {
    const lost = record('in-touch', {status: 'no', since: date('2026-11-01')});
    const next = (...more: DomainRecord[]) =>
      deadlinesOf(category3(...more), [], date(TODAY)).find(({what}) => what === 'keep_trying')?.dueOn;
    expect(next(lost)).toBe('2026-11-15');
    expect(next(lost, record('touch-step', {on: date('2026-11-18'), words: words('Ffoniais ei modryb.')}))).toBe('2026-12-02');
    expect(next(lost, contact('2026-11-19', 'attempted', 'no_reply'))).toBe('2026-12-03');
    expect(next(lost, record('in-touch', {status: 'yes', since: date('2026-11-20')}))).toBeUndefined();
  });

  test('each change is a record of its own, and nothing lies in the future', () => {
    const of = new Case();
    expect(of.send('in-touch.set', id(60), {status: 'no', since: '2026-11-10', words: null})).toBe('applied');
    expect(of.send('in-touch.set', id(60), {status: 'yes', since: '2026-11-12', words: null})).toBe('already_there');
    expect(of.send('in-touch.set', id(61), {status: 'yes', since: '2026-11-22', words: null})).toBe('date_in_future since');
    expect(of.send('in-touch.set', id(61), {status: 'died', since: '2026-11-20', words: null})).toBe('body_invalid status');
    expect(of.send('touch-step.note', id(62), {on: TODAY, words: words('')})).toBe('words_missing words');
  });
});

describe('out on a visit alone', () => {
  const staff = (one: string): DomainRecord => ({
    ...record('touch-step', {on: date(TODAY), words: words('x')}, one),
    kind: 'staff-member',
    person: null,
    data: {forename: 'Elin', surname: 'Ffug'},
  });
  const out = {watcher: WATCHER, expectedBackAt: `${TODAY}T11:30:00.000Z`};
  const ofAuthority = {person: null};

  test('names nobody who is visited; the worker and the one who watches can say safe', () => {
    const of = new Case(staff(WATCHER));
    expect(of.send('lone-visit.start', LONE, out, ofAuthority)).toBe('applied');
    expect(of.records.get(LONE)).toMatchObject({person: null, scope: 'people', data: {worker: ME, watcher: WATCHER, safeBackAt: null}});
    expect(JSON.stringify(of.records.get(LONE))).not.toContain(PERSON);
    expect(of.send('lone-visit.extend', LONE, {expectedBackAt: `${TODAY}T12:00:00.000Z`}, {...ofAuthority, holder: WATCHER})).toBe(
      'not_permitted',
    );
    expect(of.send('lone-visit.extend', LONE, {expectedBackAt: `${TODAY}T12:00:00.000Z`}, ofAuthority)).toBe('applied');
    expect(of.send('lone-visit.safe-back', LONE, {}, {...ofAuthority, holder: OTHER})).toBe('not_permitted');
    expect(of.send('lone-visit.safe-back', LONE, {}, {...ofAuthority, holder: WATCHER})).toBe('applied');
    expect(of.records.get(LONE)?.data).toMatchObject({safeBackBy: WATCHER, safeBackAt: `${TODAY}T10:00:00.000Z`});
    expect(of.send('lone-visit.safe-back', LONE, {}, ofAuthority)).toBe('state_moved');
  });

  test.each([
    ['watched by oneself', {...out, watcher: ME}, 'holder_unknown watcher'],
    ['watched by nobody', {...out, watcher: id(99)}, 'holder_unknown watcher'],
    ['for two days', {...out, expectedBackAt: '2026-11-23T10:00:00.000Z'}, 'out_of_range expectedBackAt'],
  ])('%s is refused', (_name, body, refused) => {
    expect(new Case(staff(WATCHER), staff(ME)).send('lone-visit.start', LONE, body, ofAuthority)).toBe(refused);
  });

  test('hours between two instants, whatever zone they are said in', () => {
    expect(hoursBetween('2026-11-21T10:00:00.000Z', '2026-11-21T11:30:00.000Z')).toBe(1.5);
    expect(hoursBetween('not a time', '2026-11-21T11:30:00.000Z')).toBeNaN();
  });
});
