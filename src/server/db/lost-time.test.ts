/** [E4] What gives a store away that has lost time, and what must not: nothing is minted for an honest start. */
import {describe, expect, test} from 'vitest';
import {signsOfLostTime, type Evidence, type StoreLife} from './lost-time.ts';

const OLD = '00000000-0000-4000-8000-000000000001';
const NOW = '00000000-0000-4000-8000-000000000002';
const OTHER = '00000000-0000-4000-8000-000000000003';
const HERE = 'W06000011';
const THERE = 'W06000022';
const IDENTITY = {system: '7712294373484226679', timeline: 1};

const store = (change: Partial<StoreLife> = {}): StoreLife => ({
  epoch: NOW,
  epochs: new Set([OLD, NOW]),
  noted: IDENTITY,
  identity: IDENTITY,
  versions: new Map([
    [HERE, 40],
    [THERE, 7],
  ]),
  ...change,
});
const empty = store({epoch: null, epochs: new Set(), noted: null, versions: new Map()});
const mark = (versions: Record<string, number>, epoch = NOW) => ({epoch, versions});
const clean = {wasUnclean: false, mark: mark({[HERE]: 40})};

const cases: readonly (readonly [string, Evidence, readonly string[]])[] = [
  ['an honest start', {...clean, store: store()}, []],
  ['the store has gone further than the mark', {...clean, store: store(), mark: mark({[HERE]: 39})}, []],
  ['the first start', {store: empty, mark: undefined, wasUnclean: false}, []],
  ['a first start that was killed before it had an epoch', {store: empty, mark: undefined, wasUnclean: true}, []],
  ['a store from before there were marks', {store: store({noted: null}), mark: undefined, wasUnclean: false}, []],
  ['an epoch that was renewed since the mark', {...clean, store: store(), mark: mark({[HERE]: 40}, OLD)}, []],
  ['an authority that the mark does not know yet', {...clean, store: store(), mark: mark({})}, []],
  ['a user who may not ask which database it is', {...clean, store: store({identity: null})}, []],
  ['an identity that was never noted', {...clean, store: store({noted: null})}, []],
  ['one authority is behind', {...clean, store: store(), mark: mark({[HERE]: 40, [THERE]: 8})}, [`${THERE} was at version 8 and is at 7`]],
  [
    'behind, and an epoch older than the newest',
    {...clean, store: store(), mark: mark({[HERE]: 41}, OLD)},
    [`${HERE} was at version 41 and is at 40`],
  ],
  ['an authority is gone', {...clean, store: store({versions: new Map()})}, [`${HERE} was at version 40 and is at 0`]],
  [
    'put back from before an epoch',
    {...clean, store: store(), mark: mark({[HERE]: 3}, OTHER)},
    ['the mark beside it names an epoch that it never had'],
  ],
  [
    'an empty store beside an old mark',
    {...clean, store: empty},
    ['the mark beside it names an epoch that it never had', `${HERE} was at version 40 and is at 0`],
  ],
  [
    'a dump read into another database',
    {...clean, store: store({identity: {system: '1', timeline: 1}})},
    ['its system identifier is another'],
  ],
  ['a replica was promoted', {...clean, store: store({identity: {...IDENTITY, timeline: 2}})}, ['its timeline was 1 and is 2']],
  ['a power cut', {...clean, store: store(), wasUnclean: true}, ['it was not closed']],
  ['a power cut before there was a mark', {store: store(), mark: undefined, wasUnclean: true}, ['it was not closed']],
  ['a mark that nobody can read', {...clean, store: store(), mark: 'unreadable'}, ['the mark beside it cannot be read']],
];

describe('[E4] the store is another one than before', () => {
  test.each(cases)('%s', (_name, evidence, signs) => {
    expect(signsOfLostTime(evidence)).toEqual(signs);
  });
});
