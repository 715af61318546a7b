/** What a young person may do with their own plan, what staff may answer, and each refusal. */
import {describe, expect, test} from 'vitest';
import {decide} from '../commands.ts';
import type {Role} from '../access/roles.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {isOwnAction} from './own-action.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const PERSON = id(1);
const SHARED = id(2);
const STAFF = id(3);
const made = {author: id(9), device: null, at: '2026-11-01T09:00:00.000Z', op: id(8)};
const record = (n: number, kind: string, data: object, scope = SHARED): DomainRecord => ({
  id: id(n),
  kind,
  scope,
  person: PERSON,
  data: data as DomainRecord['data'],
  heads: {},
  made,
});
const person = record(1, 'young-person', {knownAs: 'Siôn', forename: 'John', surname: 'Fiddlewood'});
const plan = record(20, 'pathway-plan', {status: 'current', version: 1});
const own = record(30, 'plan-action', {owner: 'sion', ownerStaff: null, status: 'not_started', statusOn: null});
const others = record(31, 'plan-action', {owner: null, ownerStaff: id(50), status: 'not_started', statusOn: null});
const hidden = record(32, 'plan-action', {owner: 'Siôn', ownerStaff: null, status: 'not_started', statusOn: null}, STAFF);
const keptBack = record(21, 'pathway-plan', {status: 'draft', version: 2}, STAFF);
const stored = [person, plan, keptBack, own, others, hidden];

function send(
  kind: string,
  recordId: string,
  body: object,
  role: Role = 'young_person',
  holds = true,
  extra: readonly DomainRecord[] = [],
  instead?: DomainRecord,
  bases?: Record<string, string[]>,
) {
  const all = [...(instead ? [instead] : []), ...stored, ...extra];
  const decided = decide(
    {
      get: wanted => all.find(each => each.id === wanted),
      ofPerson: (of, wanted) => all.filter(each => each.person === of && each.kind === wanted),
      scope: (_person, compartment) => (compartment === 'shared' ? SHARED : STAFF),
    },
    {op: id(700), kind, record: recordId, person: PERSON, at: '2026-11-21T10:00:00.000Z', body, ...(bases ? {bases} : {})},
    {
      actor: {holder: role === 'young_person' ? PERSON : id(50), role, device: null},
      now: '2026-11-21T10:00:00.000Z',
      today: date('2026-11-21'),
      settings: () => 0 as never,
    },
    holds,
  );
  return decided.ok ? decided.value : decided.refusal.code;
}

const words = (text: string) => ({text, lang: 'cy' as const});
const putOf = (outcome: ReturnType<typeof send>) => (typeof outcome === 'string' ? outcome : outcome.puts[0]);

describe('section-answer.give', () => {
  const answer = (answered: string, text: string | null, planId = plan.id) => ({
    plan: planId,
    section: 'accommodation',
    answer: answered,
    words: text === null ? null : words(text),
  });
  test('keeps the words as they are, with the day, in the shared scope', () => {
    const text = '  Dydw i ddim yn cytuno.\n\n' + 'ŵ'.repeat(20_000);
    expect(putOf(send('section-answer.give', id(60), answer('disagree', text)))).toMatchObject({
      kind: 'section-answer',
      scope: SHARED,
      data: {answer: 'disagree', words: {text, lang: 'cy'}, on: '2026-11-21'},
    });
  });
  test('R-31: a matter of somebody who is detained is answered as any other', () => {
    const detained = {...answer('agree', null), section: 'detention_release'};
    expect(putOf(send('section-answer.give', id(60), detained))).toMatchObject({data: {section: 'detention_release', answer: 'agree'}});
    expect(send('section-answer.give', id(60), {...detained, section: 'nothing_of_the_kind'})).toBe('body_invalid');
  });
  test('agreeing needs no words; adding something does', () => {
    expect(putOf(send('section-answer.give', id(60), answer('agree', null)))).toMatchObject({data: {words: null}});
    expect(send('section-answer.give', id(60), answer('add', null))).toBe('words_missing');
    expect(send('section-answer.give', id(60), answer('add', ' \n'))).toBe('words_missing');
  });
  test('is refused for a plan that is not theirs, twice under one id, and to anybody else', () => {
    expect(send('section-answer.give', id(60), answer('agree', null, id(999)))).toBe('unknown_record');
    expect(send('section-answer.give', id(60), answer('agree', null, keptBack.id))).toBe('unknown_record');
    expect(send('section-answer.give', id(60), answer('agree', null), 'young_person', true, [record(60, 'section-answer', {})])).toBe(
      'already_there',
    );
    for (const role of ['adviser', 'manager', 'administrator'] as const)
      expect(send('section-answer.give', id(60), answer('agree', null), role)).toBe('not_permitted');
    expect(send('section-answer.give', id(60), answer('agree', null), 'young_person', false)).toBe('not_permitted');
  });
});

describe('review.ask (R-34, R-35)', () => {
  test('the young person asks with or without words; staff ask as staff', () => {
    expect(putOf(send('review.ask', id(61), {words: null}))).toMatchObject({
      data: {byYoungPerson: true, askedOn: '2026-11-21', settledOn: null},
    });
    expect(putOf(send('review.ask', id(61), {words: words('Mae fy swydd yn newid')}, 'adviser'))).toMatchObject({
      data: {byYoungPerson: false},
    });
  });
  const request = record(62, 'review-request', {settledOn: null, answer: null});
  test('staff answer it once; the young person does not answer themselves', () => {
    const answered = putOf(send('review.settle-request', id(62), {answer: words('Dydd Mawrth am 2')}, 'adviser', true, [request]));
    expect(answered).toMatchObject({data: {settledOn: '2026-11-21', answer: {text: 'Dydd Mawrth am 2'}}});
    expect(send('review.settle-request', id(62), {answer: null}, 'adviser', true, [answered as DomainRecord])).toBe('state_moved');
    expect(send('review.settle-request', id(62), {answer: null}, 'young_person', true, [request])).toBe('not_permitted');
    expect(send('review.settle-request', id(20), {answer: null}, 'adviser')).toBe('unknown_record');
  });
});

describe('own-action.tick', () => {
  test('their own promise is done, and not done after all, each with its day and its author', () => {
    const ticked = putOf(send('own-action.tick', own.id, {done: true})) as DomainRecord;
    expect(ticked).toMatchObject({data: {status: 'done', statusOn: '2026-11-21'}});
    expect(ticked.heads['status']?.[0]).toMatchObject({value: 'done', author: PERSON});
    expect(putOf(send('own-action.tick', own.id, {done: false}))).toMatchObject({data: {status: 'in_progress'}});
  });
  test('two versions: the day stays that of the status that is shown, and goes with the one that is chosen', () => {
    const done = {ops: [id(701)], value: 'done', author: PERSON, device: null, at: '2026-11-12T09:00:00.000Z'};
    const going = {ops: [id(702)], value: 'in_progress', author: id(50), device: null, at: '2026-11-18T23:30:00.000Z'};
    const action = {...own, data: {...own.data, status: 'done', statusOn: '2026-11-12'}, heads: {status: [done]}};
    const both = putOf(send('own-action.tick', own.id, {done: false}, 'young_person', true, [], action)) as DomainRecord;
    expect(both.data).toMatchObject({status: 'done', statusOn: '2026-11-12'});
    const clash = {...both, heads: {status: [done, going]}};
    const chosen = (value: string, role: Role = 'young_person') =>
      putOf(send('conflict.settle', own.id, {field: 'status', value}, role, true, [], clash, {status: [id(701), id(702)]}));
    expect(chosen('done')).toMatchObject({data: {status: 'done', statusOn: '2026-11-12'}});
    expect(chosen('in_progress')).toMatchObject({data: {status: 'in_progress', statusOn: '2026-11-18'}});
    expect(chosen('not_done')).toBe('not_permitted');
    expect(chosen('not_done', 'adviser')).toMatchObject({data: {status: 'not_done', statusOn: '2026-11-21'}});
  });
  test('others’ promises are not theirs to tick, and what staff keep to themselves is not there', () => {
    expect(send('own-action.tick', others.id, {done: true})).toBe('not_own_action');
    expect(send('own-action.tick', hidden.id, {done: true})).toBe('unknown_record');
    expect(send('own-action.tick', id(404), {done: true})).toBe('unknown_record');
    expect(send('own-action.tick', own.id, {done: true}, 'adviser')).toBe('not_permitted');
  });
});

test.each([
  ['Siôn', true],
  [' SION ', true],
  ['John', true],
  ['John Fiddlewood', true],
  ['Siôn Fiddlewood', true],
  ['Joan', false],
  ['College', false],
])('an action of "%s" is their own: %s', (owner, expected) => {
  expect(isOwnAction({owner, ownerStaff: null}, {knownAs: 'Siôn', forename: 'John', surname: 'Fiddlewood'})).toBe(expected);
  expect(isOwnAction({owner, ownerStaff: id(50)}, {knownAs: 'Siôn', forename: 'John', surname: 'Fiddlewood'})).toBe(false);
});

describe('message.send', () => {
  test('goes to the shared scope in the words of its author; empty ones go nowhere', () => {
    expect(putOf(send('message.send', id(63), {words: words('Helo')}))).toMatchObject({
      kind: 'message',
      scope: SHARED,
      data: {words: {text: 'Helo'}},
    });
    expect(send('message.send', id(63), {words: words(' ')})).toBe('words_missing');
    expect(send('message.send', id(63), {words: words('Helo')}, 'administrator')).toBe('not_permitted');
  });
});

test('a hand-over note lies in staff, never where the young person reads', () => {
  const colleague = {...record(50, 'staff-member', {}), person: null};
  const outcome = putOf(send('hand-over.write', id(64), {to: id(50), words: words('Ffoniwch fore Llun')}, 'manager', false, [colleague]));
  expect(outcome).toMatchObject({kind: 'hand-over', scope: STAFF});
  expect(send('hand-over.write', id(64), {to: id(51), words: words('x')}, 'manager')).toBe('holder_unknown');
  expect(send('hand-over.write', id(64), {to: id(50), words: words('x')}, 'young_person', true, [colleague])).toBe('not_permitted');
});
