/** episodes and meetings, the ground of priority need, which duty applies, and nights in bed and breakfast, as tables. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {category3, due, head, one, record, setting, stay, young, inCare} from '../deadline/file.test-support.ts';
import {idOf, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {addDays, date} from '../shared/calendar-date.ts';
import {bedAndBreakfastSpans, limitReached, nightsOf} from './bed-and-breakfast.ts';
import {isAtRiskOfExploitation} from './exploitation.ts';
import {housingDuties, priorityNeeds, threatenedUntil, type HousingFacts} from './housing-duties.ts';

const TODAY = date('2026-11-21');
const EPISODE = idOf(300);
const opened = (more: object = {}) => ({
  presentedOn: TODAY,
  nowhereTonight: true,
  homelessFrom: null,
  because: 'fell_out',
  housingAuthority: 'W06000011',
  appliedOn: TODAY,
  askedIfCareExperienced: null,
  interim: null,
  ...more,
});

describe('an episode', () => {
  test('is opened, filled in and ended once; every field is in it', () => {
    const file = new PlanFile(category3());
    expect(file.send('homeless-episode.open', EPISODE, opened())).toBe('applied');
    expect(
      file.send('homeless-episode.change', EPISODE, {
        askedIfCareExperienced: true,
        duty: 'interim',
        dutyAccepted: true,
        ground: 'was_looked_after',
      }),
    ).toBe('applied');
    const end = {endOn: TODAY, endedHow: 'supported_home', outcome: 'A room in a foyer.'};
    expect(file.send('homeless-episode.end', EPISODE, {...end, outcome: ' '})).toBe('words_missing outcome');
    expect(file.send('homeless-episode.end', EPISODE, {...end, endOn: date('2026-11-20')})).toBe('dates_out_of_order endOn');
    expect(file.send('homeless-episode.end', EPISODE, {...end, endOn: date('2026-11-22')})).toBe('date_in_future endOn');
    expect(file.send('homeless-episode.end', EPISODE, end)).toBe('applied');
    expect(file.send('homeless-episode.end', EPISODE, end)).toBe('state_moved endOn');
    expect(file.data(EPISODE, 'homeless-episode')).toMatchObject({duty: 'interim', ground: 'was_looked_after', endedHow: 'supported_home'});
  });
  test.each([
    [{presentedOn: date('2026-11-22')}, 'date_in_future presentedOn'],
    [{presentedOn: date('2007-06-14')}, 'out_of_range presentedOn'],
    [{appliedOn: date('2026-11-22')}, 'date_in_future appliedOn'],
    [{homelessFrom: date('2040-01-01')}, 'out_of_range homelessFrom'],
  ])('%j is refused: %s', (more, refusal) => {
    expect(new PlanFile(category3()).send('homeless-episode.open', EPISODE, opened(more))).toBe(refusal);
  });
  test('two versions of what housing said are both kept', () => {
    const file = new PlanFile(category3());
    file.send('homeless-episode.open', EPISODE, opened());
    file.send('homeless-episode.change', EPISODE, {duty: 'interim'});
    expect(file.send('homeless-episode.change', EPISODE, {duty: 'refused'})).toBe('conflict');
  });
});

describe('R-57 the meeting of everybody who has to act', () => {
  const meeting = (more: object = {}) => ({
    episode: EPISODE,
    heldOn: TODAY,
    attendees: [{name: 'Elin', from: 'Housing'}],
    theyTookPart: true,
    decisions: [{what: 'A viewing', who: 'Elin', by: null}],
    words: null,
    ...more,
  });
  const open = (presentedOn = date('2026-11-16')) => {
    const file = new PlanFile(category3());
    file.send('homeless-episode.open', EPISODE, opened({presentedOn, appliedOn: presentedOn}));
    return file;
  };
  test('meets the deadline, whoever else was there', () => {
    const file = open();
    expect(one([...file.records.values()], 'multi_agency_review')).toMatchObject({rule: 'R-57', dueOn: '2026-11-23', metOn: null});
    expect(file.send('multi-agency-review.record', idOf(301), meeting())).toBe('applied');
    expect(due([...file.records.values()], 'multi_agency_review')).toEqual(['2026-11-23 met 2026-11-21']);
  });
  test.each([
    [{attendees: []}, 'words_missing attendees'],
    [{attendees: [{name: ' ', from: ''}]}, 'words_missing attendees'],
    [{decisions: [{what: 'A viewing', who: ' ', by: null}]}, 'words_missing decisions'],
    [{heldOn: date('2026-11-15')}, 'dates_out_of_order heldOn'],
    [{heldOn: date('2026-11-22')}, 'date_in_future heldOn'],
    [{episode: idOf(999)}, 'unknown_record'],
  ])('%j is refused: %s', (more, refusal) => {
    expect(open().send('multi-agency-review.record', idOf(301), meeting(more))).toBe(refusal);
  });
});

describe('R-55 grounds of priority need on the day of an application', () => {
  test.each([
    // born, looked after, at risk, applied, grounds with the day on which each ends
    ['2010-11-22', true, false, '2026-11-21', []],
    ['2010-11-21', false, false, '2026-11-21', ['under_18 2028-11-21']],
    ['2008-11-22', true, true, '2026-11-21', ['under_18 2026-11-22']],
    ['2008-11-21', true, false, '2026-11-21', ['was_looked_after 2029-11-21']],
    ['2008-11-21', false, true, '2026-11-21', ['exploitation 2029-11-21']],
    ['2008-11-21', true, true, '2026-11-21', ['was_looked_after 2029-11-21', 'exploitation 2029-11-21']],
    ['2008-11-21', false, false, '2026-11-21', []],
    ['2005-11-22', true, false, '2026-11-21', ['was_looked_after 2026-11-22']],
    ['2005-11-21', true, true, '2026-11-21', []],
    ['2008-02-29', false, false, '2026-02-28', ['under_18 2026-03-01']],
    ['2008-02-29', true, false, '2026-03-01', ['was_looked_after 2029-03-01']],
  ] as const)('R-55 born %s, in care %s, at risk %s, on %s', (born, wasLookedAfter, isAtRisk, on, grounds) => {
    expect(
      priorityNeeds({bornOn: date(born), wasLookedAfter, isAtRisk}, date(on)).map(({ground, endsOn}) => `${ground} ${endsOn}`),
    ).toEqual(grounds);
  });
  test('R-55(g) is known from what staff have put down, from its day and while it stands', () => {
    const alert = record('alert', {code: 'exploitation', text: 'County lines.', startOn: TODAY});
    const risk = record('home-risk', {level: 'at_risk', drivers: ['exploitation'], words: 'x', since: TODAY, lookAgainOn: TODAY});
    expect(isAtRiskOfExploitation([alert], TODAY)).toBe(true);
    expect(isAtRiskOfExploitation([risk], TODAY)).toBe(true);
    expect(isAtRiskOfExploitation([{...alert, data: {...alert.data, endOn: date('2026-11-20')}}], TODAY)).toBe(false);
    expect(isAtRiskOfExploitation([{...risk, data: {...risk.data, endedOn: TODAY}}], TODAY)).toBe(false);
    const daysAgo = date('2026-11-15');
    expect([isAtRiskOfExploitation([alert], daysAgo), isAtRiskOfExploitation([risk], daysAgo)]).toEqual([false, false]);
    expect(isAtRiskOfExploitation([{...alert, data: {...alert.data, startOn: null}}], daysAgo)).toBe(true);
    expect(isAtRiskOfExploitation([{...alert, heads: {struck: [head({text: 'x', lang: 'en'}, '2026-11-20')]}}], TODAY)).toBe(false);
  });
});

describe('R-54 being threatened with homelessness', () => {
  test.each([
    ['days_56', '2026-11-21', '2027-01-16'],
    ['months_6', '2026-11-21', '2027-05-21'],
    ['months_6', '2026-08-31', '2027-02-28'],
  ] as const)('R-54 %s from %s: until %s', (rule, on, until) => {
    expect(threatenedUntil(rule, date(on))).toBe(until);
  });
});

describe('which duty applies', () => {
  const facts = (more: Partial<HousingFacts>): HousingFacts => ({
    bornOn: date('2007-06-15'),
    wasLookedAfter: true,
    category: 'C3',
    appliedOn: TODAY,
    homelessFrom: null,
    hasNotice: false,
    threatenedRule: 'days_56',
    newDuty: false,
    ...more,
  });
  test.each([
    ['no home, priority need', {}, 'homeless', 'advice assess interim relieve secure', ''],
    ['somewhere tonight, and nobody knows until when', {homelessFrom: undefined}, 'not_said', 'advice assess', ''],
    ['no home, no ground', {bornOn: date('2003-06-15'), wasLookedAfter: true}, 'homeless', 'advice assess relieve', ''],
    ['last night is day 56', {homelessFrom: date('2027-01-16')}, 'threatened', 'advice assess prevent', ''],
    ['last night is day 57', {homelessFrom: date('2027-01-17')}, 'not_yet', 'advice', ''],
    [
      'day 57 under the Act of 2026',
      {homelessFrom: date('2027-01-17'), threatenedRule: 'months_6'},
      'threatened',
      'advice assess prevent',
      '',
    ],
    [
      'notice for next year under the Act of 2026',
      {homelessFrom: date('2027-09-01'), threatenedRule: 'months_6', hasNotice: true},
      'threatened',
      'advice assess prevent',
      '',
    ],
    ['notice for next year under that of 2014', {homelessFrom: date('2027-09-01'), hasNotice: true}, 'not_yet', 'advice', ''],
    [
      'category 2',
      {bornOn: date('2009-06-15'), category: 'C2'},
      'homeless',
      'advice assess interim relieve secure',
      'accommodate_category_2',
    ],
    ['category 1', {bornOn: date('2009-06-15'), category: 'C1'}, 'homeless', 'advice assess interim relieve secure', 'accommodate_child'],
    ['R-53 in force', {newDuty: true}, 'homeless', 'advice assess interim relieve secure', 'steps_three_years'],
    ['R-53 in force, 21 today', {newDuty: true, bornOn: date('2005-11-21')}, 'homeless', 'advice assess relieve', ''],
    ['R-53 in force, category 4', {newDuty: true, category: 'C4'}, 'homeless', 'advice assess interim relieve secure', ''],
  ] as const)('%s', (_, more, situation, duties, services) => {
    const answer = housingDuties(facts(more as Partial<HousingFacts>));
    expect([answer.situation, answer.duties.join(' '), answer.services.join(' ')]).toEqual([situation, duties, services]);
  });
});

describe('R-56 nights in bed and breakfast', () => {
  const room = (from: string, until: string | null, roomStandard: 'basic' | 'higher' | null = null) =>
    stay('bed_breakfast', from, until, {roomStandard});
  const hostel = stay('hostel', '2026-10-05', '2026-10-10');
  test.each([
    // stays, presented, nights, basic nights
    [[room('2026-11-18', null)], undefined, 4, 4],
    [[room('2026-10-01', '2026-10-05'), hostel, room('2026-10-10', '2026-10-12')], undefined, 6, 6],
    [[room('2026-10-01', '2026-10-05'), stay('foyer', '2026-10-05', '2026-10-10'), room('2026-10-10', '2026-10-12')], undefined, 2, 2],
    [[room('2026-10-01', '2026-10-05'), stay('foyer', '2026-10-05', '2026-10-10'), room('2026-10-10', '2026-10-12')], '2026-09-30', 6, 6],
    [[room('2026-10-01', '2026-10-05'), stay('custody', '2026-10-05', '2026-10-10'), room('2026-10-10', '2026-10-12')], undefined, 6, 6],
    [[room('2026-10-01', '2026-10-05', 'higher'), room('2026-10-05', '2026-10-07', 'basic')], undefined, 6, 2],
    [[room('2026-10-01', '2026-10-05'), room('2026-10-03', '2026-10-07')], undefined, 6, 6],
    [[room('2026-10-01', '2026-10-01')], undefined, 0, 0],
    [[room('2026-11-22', null)], undefined, 0, 0],
  ] as const)('R-56 stays %#: each night once, across stays', (stays, presented, nights, basic) => {
    const spans = bedAndBreakfastSpans(stays, presented === undefined ? undefined : date(presented), TODAY);
    expect([nightsOf(spans), nightsOf(spans.filter(({standard}) => standard === 'basic'))]).toEqual([nights, basic]);
  });
  test('R-56 the order of records changes nothing, and no night is counted twice', () => {
    const span = fc.tuple(fc.integer({min: 0, max: 50}), fc.integer({min: 0, max: 20}));
    fc.assert(
      fc.property(fc.array(span, {maxLength: 5}), spans => {
        const rooms = spans.map(([from, length]) => room(addDays(date('2026-10-01'), from), addDays(date('2026-10-01'), from + length)));
        const nights = new Set(spans.flatMap(([from, length]) => Array.from({length}, (_, index) => from + index)));
        const there = [...nights].filter(night => addDays(date('2026-10-01'), night) <= TODAY).length;
        expect(nightsOf(bedAndBreakfastSpans(rooms, date('2026-09-01'), TODAY))).toBe(there);
        expect(nightsOf(bedAndBreakfastSpans(rooms.toReversed(), date('2026-09-01'), TODAY))).toBe(there);
      }),
    );
  });
  test('R-56 a home that they left on the day they came to it is before the room of that day, in whatever order they are kept', () => {
    const [moved, there] = [stay('foyer', '2026-11-10', '2026-11-10'), room('2026-11-10', null)];
    for (const stays of [
      [moved, there],
      [there, moved],
    ])
      expect(nightsOf(bedAndBreakfastSpans(stays, undefined, TODAY))).toBe(12);
  });
  test('R-56 the limit is reached by the nights there were, or by those to come', () => {
    const spans = bedAndBreakfastSpans([room('2026-10-01', '2026-10-11'), hostel, room('2026-11-18', null)], undefined, TODAY);
    expect(limitReached(spans, 14, true)).toBe('2026-11-22');
    expect(limitReached(spans.slice(0, 1), 14, false)).toBeUndefined();
    expect(limitReached(spans.slice(0, 1), 7, false)).toBe('2026-10-08');
  });
  test.each([
    ['basic: two weeks', [room('2026-11-11', null)], [], '2026-11-25', 'bedAndBreakfastDays'],
    ['higher: six weeks', [room('2026-11-11', null, 'higher')], [], '2026-12-23', 'bedAndBreakfastHigherDays'],
    [
      'basic after higher: its own two weeks',
      [room('2026-11-01', '2026-11-11', 'higher'), room('2026-11-11', null, 'basic')],
      [],
      '2026-11-25',
      'bedAndBreakfastDays',
    ],
    [
      'higher after basic: six weeks in all',
      [room('2026-11-01', '2026-11-11', 'basic'), room('2026-11-11', null, 'higher')],
      [],
      '2026-12-13',
      'bedAndBreakfastHigherDays',
    ],
    [
      'the authority allows less',
      [room('2026-11-11', null, 'higher')],
      [setting('bedAndBreakfastHigherDays', 20, '2026-01-01')],
      '2026-12-01',
      'bedAndBreakfastHigherDays',
    ],
  ] as const)('R-56 %s', (_, rooms, settings, dueOn, by) => {
    expect(one(category3(...rooms), 'bed_and_breakfast', TODAY, settings)).toMatchObject({rule: 'R-56', dueOn, setting: by});
  });
  test('R-56 the ground is that of the day on which they applied, whenever they came', () => {
    const file = (presentedOn: string, appliedOn: string | null) => [
      young('2005-11-15'),
      inCare('2015-01-10', '2023-11-14'),
      room('2026-11-11', null),
      record('homeless-episode', {
        presentedOn: date(presentedOn),
        appliedOn: appliedOn === null ? null : date(appliedOn),
        housingAuthority: 'W06000011',
        endOn: null,
      }),
    ];
    // 21 on 15 November.
    expect(due(file('2026-11-10', null), 'bed_and_breakfast')).toHaveLength(1);
    expect(due(file('2026-11-10', '2026-11-14'), 'bed_and_breakfast')).toHaveLength(1);
    expect(due(file('2026-11-10', '2026-11-15'), 'bed_and_breakfast')).toEqual([]);
    expect(due(file('2026-11-16', '2026-11-14'), 'bed_and_breakfast')).toHaveLength(1);
  });
  test('R-56 whoever the housing authority found in priority need on another ground is counted too', () => {
    const file = (ground: 'other' | 'none' | null) => [
      young('2003-05-06'),
      inCare('2015-01-10', '2021-05-05'),
      room('2026-11-11', null),
      record('homeless-episode', {presentedOn: date('2026-11-11'), housingAuthority: 'W06000011', endOn: null, ground}),
    ];
    expect([due(file(null), 'bed_and_breakfast'), due(file('none'), 'bed_and_breakfast')]).toEqual([[], []]);
    expect(due(file('other'), 'bed_and_breakfast')).toEqual(['2026-11-25 due_soon']);
  });
  test('R-56 nobody without priority need is counted', () => {
    expect(due([young('2003-05-06'), inCare('2015-01-10', '2021-05-05'), room('2026-11-11', null)], 'bed_and_breakfast')).toEqual([]);
  });
});
