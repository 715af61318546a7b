/** The category by the records of a file: detention on the 16th birthday, and what was struck out counts for nothing. */
import {describe, expect, test} from 'vitest';
import {inCare, record, stay, struck, TODAY, young} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {careLeaverStanding} from './standing.ts';

const standing = (...file: readonly DomainRecord[]) => careLeaverStanding(file, date(TODAY));
const detained = (startOn: string, releasedOn: string | null) =>
  record('detention', {place: 'Ffug', convicted: true, startOn: date(startOn), releasedOn: releasedOn === null ? null : date(releasedOn)});

/** 16 on 10 January 2026; more than thirteen weeks from 14, and none at 16. */
const left = [young('2010-01-10'), inCare('2020-01-10', '2025-06-01')];

describe('[R-04] the thirteen weeks, and detained on reaching 16', () => {
  test.each([
    ['from before until after', detained('2025-09-01', '2026-03-01')],
    ['still', detained('2025-09-01', null)],
    ['from that very day', detained('2026-01-10', null)],
    ['until that very day', detained('2025-09-01', '2026-01-10')],
  ])('%s: category 2 from the 16th birthday', (_when, detention) => {
    expect(standing(...left, detention)).toEqual({category: 'C2', since: '2026-01-10', dutyStatus: 'full', rules: ['R-04']});
  });

  test.each([
    ['released the day before', detained('2025-09-01', '2026-01-09')],
    ['from the day after', detained('2026-01-11', null)],
    ['put down for somebody else, and struck out', struck(detained('2025-09-01', null))],
  ])('%s: not', (_when, detention) => {
    expect(standing(...left, detention).category).toBe('none');
  });

  test('without the thirteen weeks it makes nobody category 2', () => {
    const short = [young('2010-01-10'), inCare('2025-05-01', '2025-06-01'), detained('2025-09-01', null)];
    expect(standing(...short).category).toBe('none');
  });
});

test('a period, a stay at home and a decision that were struck out do not move the category', () => {
  const cared = inCare('2020-01-10', '2026-03-01');
  const person = young('2010-01-10');
  expect(standing(person, cared).category).toBe('C2');
  expect(standing(person, struck(cared)).category).toBe('none');
  const home = stay('parents', '2026-03-02');
  expect([standing(person, cared, home).category, standing(person, cared, struck(home)).category]).toEqual(['C6a', 'C2']);
  const decided = record('category-override', {category: 'C4', since: date('2026-05-01'), reason: 'x'});
  expect([standing(person, cared, decided).category, standing(person, cared, struck(decided)).category]).toEqual(['C4', 'C2']);
});

describe('[R-05] home with a parent', () => {
  const child = [young('2009-06-15'), inCare('2020-01-10', '2026-01-31')];
  test('for six months over two addresses is six months, and a day elsewhere between is not', () => {
    const [first, second] = [stay('parents', '2026-01-31', '2026-05-01'), stay('parents', '2026-05-01')];
    expect(standing(...child, first, second)).toMatchObject({category: 'C6a', since: '2026-08-01'});
    expect(standing(...child, first, stay('lodgings', '2026-05-01', '2026-06-10'), stay('parents', '2026-06-10')).category).toBe('C2');
  });
  test('that broke down today is no home tonight: category 2 today', () => {
    expect(standing(...child, stay('parents', '2026-01-31', TODAY), stay('no_fixed_abode', TODAY))).toMatchObject({
      category: 'C2',
      since: TODAY,
      dutyStatus: 'full',
    });
  });
  test('is over while they are somewhere else, though their room there is kept', () => {
    const room = stay('parents', '2026-01-31', null, {keptWhileAway: true});
    expect(standing(...child, room, stay('custody', '2026-08-10')).category).toBe('C2');
  });
});
