/** Raising a worry, answering it, passing it on, and the duty worker's part in it: what is done, and each refusal (domain.md 8). */
import {beforeEach, describe, expect, test} from 'vitest';
import {FundFile, idOf, MANAGER, nineteen, PERSON, recordOf, welsh} from '../fund/fund-file.test-support.ts';
import {emergencyCardId} from '../young-person/emergency-card.ts';
import {seenOps} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import type {PassedOn} from './worry.ts';

const [WORRY, SHIFT, DUTY, OTHER_DUTY, ADVISER] = [idOf(500), idOf(501), idOf(80), idOf(81), idOf(50)];
const NOW = '2026-11-21T10:00:00.000Z';
const step = (to: PassedOn['to'], dueAt = '2026-11-21T09:00:00.000Z'): PassedOn => ({to, holders: [], dueAt, at: dueAt});
const onDuty = {role: 'duty_worker', holder: DUTY} as const;
const ofAuthority = {...onDuty, person: null};
let file: FundFile;
const data = () => file.data(WORRY, 'worry');
const raise = (words: object | null = null, sender: object = {role: 'young_person'}) =>
  file.send('worry.raise', WORRY, {about: 'no_home_tonight', words}, sender);
/** As the server leaves it: received at nine, and on to these. */
const passedTo = (...to: readonly PassedOn['to'][]) => {
  const worry = file.records.get(WORRY);
  if (!worry) throw new Error('it was raised');
  file.records.set(WORRY, {...worry, data: {...worry.data, receivedAt: '2026-11-21T09:00:00.000Z', passed: to.map(each => step(each))}});
};
const shift = (changes: object = {}) =>
  file.records.set(SHIFT, {
    ...recordOf(
      SHIFT,
      'duty-shift',
      {worker: DUTY, startedAt: '2026-11-21T08:00:00.000Z', endsAt: '2026-11-21T17:00:00.000Z', endedAt: null, ...changes},
      null,
    ),
    scope: idOf(105),
  });

beforeEach(() => {
  file = new FundFile(nineteen());
});

describe('raised', () => {
  test('by the young person: shared, with the words in their language, read by nobody, received when the server says so', () => {
    expect(raise(welsh('Does gen i unlle i fynd'))).toBe('applied');
    expect(file.of('worry')[0]).toMatchObject({scope: idOf(101), person: PERSON, made: {author: PERSON}});
    expect(data()).toEqual({
      about: 'no_home_tonight',
      words: welsh('Does gen i unlle i fynd'),
      raisedAt: NOW,
      receivedAt: null,
      seenBy: [],
      closedAt: null,
      outcome: null,
      acts: [],
      passed: [],
    });
  });
  test('by a colleague for somebody who phoned: they have read it', () => {
    expect(raise(null, {})).toBe('applied');
    expect(data().seenBy).toEqual([{holder: ADVISER, at: NOW}]);
  });
  test('not with words that say nothing, not twice, and not by whoever has no part in it', () => {
    expect(raise(welsh('  '))).toBe('words_missing words');
    expect(raise()).toBe('applied');
    expect(raise()).toBe('already_there');
    for (const role of ['finance_officer', 'duty_worker', 'administrator'] as const)
      expect(file.send('worry.raise', idOf(510), {about: 'unsafe', words: null}, {role, holder: idOf(90)})).toBe('not_permitted');
    expect(file.send('worry.raise', idOf(510), {about: 'bored', words: null}, {role: 'young_person'})).toMatch(/^body_invalid/u);
  });
});

describe('all right again', () => {
  test('stands beside it, and closes nothing', () => {
    raise();
    expect(file.send('worry.all-right', WORRY, {words: welsh('Gyda Nain')}, {role: 'young_person'})).toBe('applied');
    expect(data().acts).toEqual([{what: 'all_right', to: null, by: PERSON, at: NOW, words: welsh('Gyda Nain')}]);
    expect(data()).toMatchObject({closedAt: null, about: 'no_home_tonight'});
  });
  test('is kept where somebody closed it before the words came', () => {
    raise();
    file.send('worry.close', WORRY, {outcome: 'Llety brys'});
    expect(file.send('worry.all-right', WORRY, {words: welsh('Gyda Nain')}, {role: 'young_person'})).toBe('applied');
    expect(data()).toMatchObject({closedAt: NOW, outcome: 'Llety brys', acts: [{what: 'all_right', words: welsh('Gyda Nain')}]});
  });
  test('is nobody else’s to say, nor with empty words', () => {
    raise();
    expect(file.send('worry.all-right', WORRY, {words: null})).toBe('not_permitted');
    expect(file.send('worry.all-right', WORRY, {words: welsh(' ')}, {role: 'young_person'})).toBe('words_missing words');
    expect(file.send('worry.all-right', idOf(599), {words: null}, {role: 'young_person'})).toBe('unknown_record');
  });
});

describe('answered', () => {
  beforeEach(() => {
    raise();
  });
  test('what is being done, as often as there is something; whoever does it has read it', () => {
    expect(file.send('worry.act', WORRY, {what: 'doing', words: welsh('Yn ffonio’r llety')})).toBe('applied');
    expect(file.send('worry.act', WORRY, {what: 'phoned', words: null})).toBe('applied');
    expect(data().acts?.map(({what}) => what)).toEqual(['doing', 'phoned']);
    expect(data().seenBy).toEqual([{holder: ADVISER, at: NOW}]);
  });
  test('not without words for what is done, not with empty ones, and not by the young person', () => {
    expect(file.send('worry.act', WORRY, {what: 'doing', words: null})).toBe('words_missing words');
    expect(file.send('worry.act', WORRY, {what: 'phoned', words: welsh(' ')})).toBe('words_missing words');
    expect(file.send('worry.act', WORRY, {what: 'all_right', words: null})).toMatch(/^body_invalid/u);
    expect(file.send('worry.act', WORRY, {what: 'phoned', words: null}, {role: 'young_person'})).toBe('not_permitted');
  });
  test('what was done while another closed it is kept; it is not passed on nor closed again', () => {
    file.send('worry.close', WORRY, {outcome: 'Llety brys'}, {role: 'manager', holder: MANAGER});
    expect(file.send('worry.act', WORRY, {what: 'phoned', words: welsh('Gyda Nain')})).toBe('applied');
    expect(data().acts).toEqual([{what: 'phoned', to: null, by: ADVISER, at: NOW, words: welsh('Gyda Nain')}]);
    expect(data().seenBy.map(({holder}) => holder)).toEqual([ADVISER]);
    expect(file.send('worry.see', WORRY, {}, {role: 'manager', holder: MANAGER})).toBe('applied');
    expect(file.send('worry.pass-on', WORRY, {to: 'manager', words: welsh('x')})).toBe('state_moved');
    expect(file.send('worry.close', WORRY, {outcome: 'Eto'})).toBe('state_moved');
    expect(data()).toMatchObject({closedAt: NOW, outcome: 'Llety brys'});
  });
  test('passed on by hand with a word to whoever gets it; it is read anew by whoever gets it back', () => {
    passedTo('adviser');
    expect(file.send('worry.pass-on', WORRY, {to: 'manager', words: null})).toBe('words_missing words');
    expect(file.send('worry.pass-on', WORRY, {to: 'manager', words: welsh('Rydw i ar wyliau')})).toBe('applied');
    expect(data().acts?.at(-1)).toMatchObject({what: 'passed_on', to: 'manager', by: ADVISER});
    expect(file.send('worry.see', WORRY, {}, {role: 'manager', holder: MANAGER})).toBe('applied');
    expect(file.send('worry.see', WORRY, {}, {role: 'manager', holder: MANAGER})).toBe('unchanged');
  });
});

describe('what has been done about it stays', () => {
  test('whatever a command says that its author saw: nobody takes back an act, nor that somebody read it', () => {
    raise();
    file.send('worry.act', WORRY, {what: 'doing', words: welsh('Yn ffonio’r llety')});
    const bases = {
      acts: seenOps(must(file.records.get(WORRY), 'raised'), 'acts'),
      seenBy: seenOps(must(file.records.get(WORRY), 'raised'), 'seenBy'),
    };
    expect([bases.acts.length, bases.seenBy.length]).toEqual([1, 1]);
    const manager = {role: 'manager', holder: MANAGER, bases} as const;
    expect(file.send('worry.all-right', WORRY, {words: null}, {role: 'young_person', bases})).toBe('applied');
    expect(file.send('worry.see', WORRY, {}, manager)).toBe('applied');
    expect(file.send('worry.act', WORRY, {what: 'phoned', words: null}, manager)).toBe('applied');
    expect(data().acts?.map(({what}) => what)).toEqual(['doing', 'all_right', 'phoned']);
    expect(data().seenBy.map(({holder}) => holder)).toEqual([ADVISER, MANAGER]);
  });
});

describe('a duty worker', () => {
  beforeEach(() => {
    raise();
    shift();
  });
  const acts = () => [
    file.send('worry.see', WORRY, {}, onDuty),
    file.send('worry.act', WORRY, {what: 'doing', words: welsh('Gwely am heno')}, onDuty),
    file.send('worry.pass-on', WORRY, {to: 'adviser', words: welsh('I’r bore')}, onDuty),
  ];
  const close = () => file.send('worry.close', WORRY, {outcome: 'Llety brys'}, onDuty);
  test('answers what has come to duty, on their shift, and hands it back', () => {
    passedTo('adviser', 'manager', 'duty');
    expect(acts()).toEqual(['applied', 'applied', 'applied']);
    expect(data().seenBy.map(({holder}) => holder)).toEqual([DUTY]);
    // It is with the adviser again: no longer theirs.
    expect(close()).toBe('not_permitted');
  });
  test('or closes it with what came of it', () => {
    passedTo('duty');
    expect(close()).toBe('applied');
  });
  test('what they did before another closed it is kept, and nothing after', () => {
    const closed = (closedAt: string) => {
      const worry = must(file.records.get(WORRY), 'raised');
      file.records.set(WORRY, {...worry, data: {...worry.data, closedAt}});
    };
    passedTo('duty');
    closed('2026-11-21T09:59:59.000Z');
    expect([...acts(), close()]).toEqual(
      Array.from({length: 4}, () => 'not_permitted')
        .with(2, 'state_moved')
        .with(3, 'state_moved'),
    );
    closed('2026-11-21T10:00:01.000Z');
    expect([...acts(), close()]).toEqual(['applied', 'applied', 'state_moved', 'state_moved']);
  });
  test('what they did before a colleague passed it on is kept too', () => {
    passedTo('duty');
    const worry = must(file.records.get(WORRY), 'raised');
    const passedOn = {what: 'passed_on', to: 'manager', by: ADVISER, at: '2026-11-21T10:00:01.000Z', words: welsh('Ffoniwch')};
    file.records.set(WORRY, {...worry, data: {...worry.data, acts: [passedOn]}});
    expect(file.send('worry.act', WORRY, {what: 'phoned', words: null}, onDuty)).toBe('applied');
  });
  test('and nothing that has not come to duty', () => {
    expect([...acts(), close()]).toEqual(Array.from({length: 4}, () => 'not_permitted'));
    passedTo('adviser', 'manager');
    expect([...acts(), close()]).toEqual(Array.from({length: 4}, () => 'not_permitted'));
  });
  test.each([
    ['whose shift is over', {endsAt: '2026-11-21T09:59:00.000Z'}],
    ['who has gone off it', {endedAt: '2026-11-21T09:59:00.000Z'}],
    ['on whose behalf somebody else is on shift', {worker: OTHER_DUTY}],
  ])('and nothing by one %s', (_, changes) => {
    passedTo('duty');
    shift(changes);
    expect([...acts(), close()]).toEqual(Array.from({length: 4}, () => 'not_permitted'));
  });
  test('does not pass it on to themselves', () => {
    passedTo('duty');
    expect(file.send('worry.pass-on', WORRY, {to: 'duty', words: welsh('x')}, onDuty)).toBe('unchanged to');
  });
});

describe('a shift', () => {
  const start = (endsAt: string, id = SHIFT) => file.send('duty-shift.start', id, {endsAt}, ofAuthority);
  test('begins now, ends by itself, and can be ended sooner by whoever is on it', () => {
    expect(start('2026-11-21T18:00:00.000Z')).toBe('applied');
    expect(file.data(SHIFT, 'duty-shift')).toEqual({worker: DUTY, startedAt: NOW, endsAt: '2026-11-21T18:00:00.000Z', endedAt: null});
    expect(file.send('duty-shift.end', SHIFT, {}, {...ofAuthority, holder: OTHER_DUTY})).toBe('not_permitted');
    expect(file.send('duty-shift.end', SHIFT, {}, ofAuthority)).toBe('applied');
    expect(file.send('duty-shift.end', SHIFT, {}, ofAuthority)).toBe('state_moved');
  });
  test('is not in the past, not longer than any shift, and not a second one', () => {
    expect(start('2026-11-21T10:00:00.000Z')).toBe('out_of_range endsAt');
    expect(start('2026-11-22T02:00:01.000Z')).toBe('out_of_range endsAt');
    expect(start('2026-11-22T02:00:00.000Z')).toBe('applied');
    expect(start('2026-11-21T18:00:00.000Z')).toBe('already_there');
    expect(start('2026-11-21T18:00:00.000Z', idOf(502))).toBe('overlaps endsAt');
  });
  test('is a duty worker’s alone', () => {
    for (const role of ['adviser', 'manager', 'administrator', 'young_person'] as const)
      expect(file.send('duty-shift.start', SHIFT, {endsAt: '2026-11-21T18:00:00.000Z'}, {role, person: null})).toBe('not_permitted');
    expect(file.send('duty-shift.end', idOf(599), {}, ofAuthority)).toBe('unknown_record');
  });
});

describe('how it is safe to call', () => {
  const CARD = idOf(503);
  const card = {knownAs: 'Cai', phone: null, language: 'cy', safeWayToCall: null};
  test('is written by those who work with them, and changes nothing else of the card', () => {
    file.records.set(CARD, recordOf(CARD, 'emergency-card', card));
    expect(file.send('safe-call.write', CARD, {safeWayToCall: 'Tecst yn gyntaf'})).toBe('applied');
    expect(file.data(CARD, 'emergency-card')).toEqual({...card, safeWayToCall: 'Tecst yn gyntaf'});
    for (const role of ['young_person', 'duty_worker'] as const)
      expect(file.send('safe-call.write', CARD, {safeWayToCall: 'x'}, {role, holder: role === 'duty_worker' ? DUTY : PERSON})).toBe(
        'not_permitted',
      );
    expect(file.send('safe-call.write', WORRY, {safeWayToCall: 'x'})).toBe('unknown_record');
  });
  test('makes the card where there is none, under the one id that every device works out', () => {
    expect(file.send('safe-call.write', CARD, {safeWayToCall: 'x'})).toBe('unknown_record');
    expect(file.send('safe-call.write', emergencyCardId(PERSON), {safeWayToCall: 'Tecst yn gyntaf'})).toBe('applied');
    expect(file.of('emergency-card')).toMatchObject([{scope: idOf(108), data: {knownAs: 'Cai', safeWayToCall: 'Tecst yn gyntaf'}}]);
  });
});
