/** Which texts of a command or a draft are somebody's words. */
import {expect, test} from 'vitest';
import {isKeepableText} from '../shared/fields.ts';
import {textsIn} from './filed-words.ts';

test('words are found wherever they lie; codes, dates and ids are none', () => {
  const body = {
    on: '2026-11-20',
    at: '09:30',
    type: 'phone',
    worker: '00000000-0000-7000-8000-000000000001',
    note: {text: 'Galwodd', lang: 'cy'},
    actions: [{what: 'Ring', due: {day: '1', month: '', year: ''}, ownerName: 'Nia'}],
    savedAt: '2026-11-20T09:30:00.000Z',
    free: 'Two words',
    seen: null,
  };
  expect(textsIn(body)).toEqual([
    {text: 'Galwodd', lang: 'cy'},
    {text: 'Ring', lang: 'not_stated'},
    {text: 'Nia', lang: 'not_stated'},
    {text: 'Two words', lang: 'not_stated'},
  ]);
  expect(textsIn({way: 'phone', person: null, text: '  '})).toEqual([]);
});

test('a number written where people write is a word like any other', () => {
  expect(textsIn({holder: '', from: '2026-11-20', note: '07700900123'})).toEqual([{text: '07700900123', lang: 'not_stated'}]);
});

test('a text longer than a field holds comes in pieces, with nothing cut', () => {
  const long = `${'ŵ'.repeat(70_000)}\u0000end`;
  const found = textsIn({text: long});
  expect(found.every(({text}) => isKeepableText(text))).toBe(true);
  expect(found.map(({text}) => text).join('')).toBe(long.replace('\u0000', '\ufffd'));
});

test('an amount of a money plan is somebody’s, as a command and as it was typed', () => {
  const texts = (body: unknown) => textsIn(body).map(({text}) => text);
  expect(texts({amount: {pence: 24_005, every: 'month'}})).toEqual(['£240.05']);
  expect(texts({what: 'rent_behind', amount: {pence: 9_500, every: null}, words: null})).toEqual(['rent_behind', '£95.00']);
  const typed = {what: 'rent', amount: '12,50', every: 'week', words: {text: '', lang: 'cy'}};
  expect(texts({key: 'money-line/x/outgoing', value: {began: {...typed, what: null, amount: ''}, value: typed}})).toEqual([
    'rent',
    '12,50',
  ]);
});
