/** The risk summary by its commands: two people's words are both kept, seen by all, and put together by one of them. */
import {describe, expect, test} from 'vitest';
import {decide} from '../commands.ts';
import type {CaseRecords, DecideContext} from '../command.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [PERSON, OTHER, RISK] = [id(1), id(2), id(3)];
const imported: DomainRecord = {
  id: RISK,
  kind: 'risk-summary',
  scope: id(4),
  person: PERSON,
  data: {words: {text: 'O’r hen system', lang: 'cy'}},
  heads: {},
  made: {author: id(9), device: null, at: '2026-11-20T10:00:00.000Z', op: id(90)},
};
const recordsOf = (record: DomainRecord | undefined): CaseRecords => ({
  get: asked => (asked === record?.id ? record : undefined),
  ofPerson: () => [],
  scope: () => id(4),
});
const context = (holder: string): DecideContext => ({
  actor: {holder, role: 'adviser', device: null},
  now: '2026-11-21T10:00:00.000Z',
  today: date('2026-11-21'),
  settings: () => 0 as never,
});

function send(
  record: DomainRecord | undefined,
  op: number,
  text: string,
  bases: readonly number[],
  change: {kind?: string; person?: string} = {},
) {
  const command = {
    op: id(op),
    kind: change.kind ?? 'risk-summary.write',
    record: RISK,
    person: change.person ?? PERSON,
    at: '2026-11-21T10:00:00.000Z',
    bases: {words: bases.map(id)},
    body: change.kind === 'conflict.settle' ? {field: 'words', value: {text, lang: 'cy'}} : {words: {text, lang: 'cy'}},
  };
  return decide(recordsOf(record), command, context(id(op + 500)), true);
}
function after(
  record: DomainRecord,
  op: number,
  text: string,
  bases: readonly number[],
  kind?: string,
): {status: string; record: DomainRecord} {
  const result = send(record, op, text, bases, kind ? {kind} : {});
  if (!result.ok) throw new Error(result.refusal.code);
  return {status: result.value.status, record: must(result.value.puts[0], 'one record')};
}
const texts = (record: DomainRecord) => (record.heads['words'] ?? []).map(({value}) => (value as {text: string}).text).toSorted();

describe('[T6] a field without heads stands for its value; the first to write has seen it', () => {
  test('one writer replaces it, two at once are both kept', () => {
    const elin = after(imported, 11, 'Elin', []);
    expect([elin.status, texts(elin.record), elin.record.data['words']]).toEqual(['applied', ['Elin'], {text: 'Elin', lang: 'cy'}]);
    const huw = after(elin.record, 12, 'Huw', []);
    expect([huw.status, texts(huw.record)]).toEqual(['conflict', ['Elin', 'Huw']]);
  });
});

test('[T4] [T5] conflict, then a resolution by somebody who saw both', () => {
  const both = after(after(imported, 11, 'Elin', []).record, 12, 'Huw', []).record;
  const resolved = after(both, 13, 'Elin a Huw', [11, 12], 'conflict.settle');
  expect([resolved.status, texts(resolved.record), resolved.record.data['words']]).toEqual([
    'applied',
    ['Elin a Huw'],
    {text: 'Elin a Huw', lang: 'cy'},
  ]);
});

test('the record keeps who made it, where it lies and whose it is', () => {
  const {heads: _heads, data: _data, ...before} = imported;
  const {heads: _newHeads, data: _newData, ...now} = after(imported, 11, 'Elin', []).record;
  expect(now).toEqual(before);
  expect(after(imported, 11, 'Elin', []).record.heads['words']).toMatchObject([{ops: [id(11)], author: id(511)}]);
});

test('a record that is not there, of another kind, or of another young person is refused with one and the same answer', () => {
  const code = (result: ReturnType<typeof send>) => (result.ok ? 'ok' : result.refusal.code);
  expect(code(send(undefined, 11, 'x', []))).toBe('unknown_record');
  expect(code(send({...imported, kind: 'stay-notes'}, 11, 'x', []))).toBe('unknown_record');
  expect(code(send(imported, 11, 'x', [], {person: OTHER}))).toBe('unknown_record');
});
