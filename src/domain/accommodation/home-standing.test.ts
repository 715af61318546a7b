/** How things stand with a home and each fact behind it: rules over dates and what staff said, never a score. */
import {describe, expect, test} from 'vitest';
import {category3, due, inCare, one, plan, record, setting, stay, young} from '../deadline/file.test-support.ts';
import {idOf, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {radarOf} from '../radar/radar.ts';
import {homeStanding} from './home-standing.ts';

const TODAY = date('2026-11-21');
const told = (file: readonly DomainRecord[], rule: 'days_56' | 'months_6' = 'days_56') => {
  const {standing, level, drivers} = homeStanding(file, TODAY, rule);
  return [standing, level, ...drivers.map(({driver, level: each, on}) => `${driver} ${each} ${on ?? ''}`.trim())];
};
const flat = (data: Parameters<typeof stay>[3] = {}) => stay('private_rented', '2026-01-01', null, data);

describe('a home', () => {
  test.each([
    ['settled', [flat()], ['settled', 'none']],
    ['nobody knows', [], ['not_known', 'none']],
    [
      'no settled home',
      [stay('sofa_surfing', '2026-11-01')],
      ['homeless', 'homeless_tonight', 'no_fixed_abode homeless_tonight 2026-11-01'],
    ],
    ['bed and breakfast', [stay('bed_breakfast', '2026-11-01')], ['temporary', 'threatened', 'bed_breakfast threatened 2026-11-01']],
    [
      'notice within 56 days',
      [flat({noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-01-16')})],
      ['notice_given', 'threatened', 'notice threatened 2027-01-16'],
    ],
    [
      'notice after 56 days',
      [flat({noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-01-17')})],
      ['notice_given', 'at_risk', 'notice at_risk 2027-01-17'],
    ],
    [
      'notice in a year',
      [flat({noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-11-01')})],
      ['notice_given', 'watch', 'notice watch 2027-11-01'],
    ],
    ['notice that has run out', [flat({noticeEndsOn: date('2026-11-01')})], ['notice_given', 'threatened', 'notice threatened 2026-11-01']],
    ['a home that ends with none after it', [stay('university_halls', '2026-01-01', '2027-06-30')], ['settled', 'none']],
    [
      'a home that ends within six months with none after it',
      [stay('university_halls', '2026-01-01', '2027-05-21')],
      ['settled_at_risk', 'at_risk', 'ends at_risk 2027-05-21'],
    ],
    [
      'a home that ends within 56 days with none after it',
      [stay('foyer', '2026-01-01', '2027-01-16')],
      ['settled_at_risk', 'threatened', 'ends threatened 2027-01-16'],
    ],
    ['in custody to its end', [stay('custody', '2026-11-01', '2027-01-16')], ['custody', 'none']],
    ['in custody', [stay('custody', '2026-11-01')], ['custody', 'none']],
    ['a move planned', [stay('foyer', '2026-01-01', '2026-12-01'), stay('private_rented', '2026-12-01')], ['moving', 'none']],
  ] as const)('%s', (_, more, answer) => {
    expect(told(category3(...more))).toEqual(answer);
  });
  test('R-54 the test of the Act of 2026 calls the same notice a threat', () => {
    expect(told(category3(flat({noticeOn: date('2026-11-01'), noticeEndsOn: date('2027-01-17')})), 'months_6')[1]).toBe('threatened');
  });
  test('nowhere tonight outranks everything', () => {
    const episode = record('homeless-episode', {presentedOn: TODAY, housingAuthority: 'W06000011', nowhereTonight: true});
    expect(told(category3(flat(), episode))).toEqual(['homeless', 'homeless_tonight', 'nowhere_tonight homeless_tonight 2026-11-21']);
    const later = {...episode, data: {...episode.data, nowhereTonight: false}};
    expect(told(category3(flat(), later))).toEqual(['settled_at_risk', 'threatened', 'homeless_episode threatened 2026-11-21']);
  });
  test('of two episodes that two devices opened the more serious counts, until one of them has ended or is struck out', () => {
    const [A, B] = [idOf(300), idOf(301)];
    const opened = (nowhereTonight: boolean) => ({
      presentedOn: TODAY,
      housingAuthority: 'W06000011',
      nowhereTonight,
      because: null,
      appliedOn: null,
      homelessFrom: null,
      askedIfCareExperienced: null,
      interim: null,
    });
    const file = new PlanFile(category3(flat()));
    expect(file.send('homeless-episode.open', A, opened(true), 'adviser', {at: '2026-11-21T09:00:00.000Z'})).toBe('applied');
    expect(file.send('homeless-episode.open', B, opened(false), 'manager', {at: '2026-11-21T09:30:00.000Z'})).toBe('applied');
    const all = () => [...file.records.values()];
    expect(told(all())).toEqual([
      'homeless',
      'homeless_tonight',
      'nowhere_tonight homeless_tonight 2026-11-21',
      'homeless_episode threatened 2026-11-21',
    ]);
    expect(radarOf(all(), [], TODAY).filter(({signal}) => signal === 'nowhere_tonight')).toMatchObject([{subject: A}]);
    const ended = new PlanFile(all());
    expect(ended.send('homeless-episode.end', A, {endOn: TODAY, endedHow: 'other', outcome: 'Written twice.'})).toBe('applied');
    expect(told([...ended.records.values()]).slice(1)).toEqual(['threatened', 'homeless_episode threatened 2026-11-21']);
    expect(file.send('record.strike-out', B, {reason: {text: 'Ddwywaith', lang: 'cy'}})).toBe('applied');
    expect(told(all()).slice(1)).toEqual(['homeless_tonight', 'nowhere_tonight homeless_tonight 2026-11-21']);
  });
  test('what ends is told with its day: When I am Ready, an income scheme, leave to remain, a release', () => {
    const ready = record('when-i-am-ready', {startOn: date('2025-06-15'), plannedEndOn: date('2027-03-01')});
    const income = record('income-enrolment', {decision: 'joined', finalPaymentMonth: '2027-02', scheme: undefined});
    const leave = record('immigration', {leaveExpiresOn: date('2026-12-31')});
    const held = record('detention', {
      place: 'HMP Dim',
      convicted: true,
      startOn: date('2026-09-01'),
      expectedReleaseOn: date('2027-04-01'),
    });
    expect(told(category3(stay('when_i_am_ready', '2025-06-15'), ready, income, leave, held)).slice(1)).toEqual([
      'at_risk',
      'ready_ends at_risk 2027-03-01',
      'release at_risk 2027-04-01',
      'leave_expires watch 2026-12-31',
      'income_ends watch 2027-02-28',
    ]);
  });
  test('rent that is behind is something to watch from the day on which it was put down, until it is taken out', () => {
    const line = (data: object) => record('money-line', {what: 'rent_behind', amount: {pence: 24_000, every: null}, ...data});
    expect(told(category3(flat(), line({})))).toEqual(['settled', 'watch', 'arrears watch 2026-01-01']);
    expect(told(category3(flat(), line({takenOutOn: TODAY}), line({what: 'council_tax_behind'})))).toEqual(['settled', 'none']);
  });
  test('an unsuitable home is at risk until it is judged again', () => {
    const home = flat();
    const bad = record('suitability', {stay: home.id, result: 'unsuitable', judgedOn: date('2026-11-01')});
    const good = record('suitability', {stay: home.id, result: 'suitable', judgedOn: date('2026-11-20')});
    expect(told(category3(home, bad))).toEqual(['settled_at_risk', 'at_risk', 'unsuitable at_risk 2026-11-01']);
    expect(told(category3(home, bad, good))).toEqual(['settled', 'none']);
  });
  test('nothing is said of a home of somebody who has died', () => {
    const dead = [
      young('2007-06-15', {diedOn: date('2026-11-01')}),
      inCare('2020-01-10', '2025-06-14'),
      stay('sofa_surfing', '2026-10-01'),
    ];
    expect(told(dead)).toEqual(['homeless', 'none']);
  });
});

describe('what staff say of the risk', () => {
  const RISK = idOf(300);
  const said = (more: object = {}) => ({
    level: 'at_risk',
    drivers: ['fell_out'],
    words: 'Arguments.',
    lookAgainOn: date('2026-12-21'),
    ...more,
  });
  test('stands beside the rules, named as theirs, until they end it with a reason', () => {
    const file = new PlanFile(category3(flat()));
    expect(file.send('home-risk.set', RISK, said())).toBe('applied');
    expect(homeStanding([...file.records.values()], TODAY, 'days_56').drivers).toMatchObject([
      {driver: 'fell_out', level: 'at_risk', isSaid: true},
    ]);
    expect(file.shared.some(({kind}) => kind === 'home-risk')).toBe(false);
    expect(file.send('home-risk.end', RISK, {because: ' '})).toBe('words_missing because');
    expect(file.send('home-risk.end', RISK, {because: 'They made up.'})).toBe('applied');
    expect(file.send('home-risk.end', RISK, {because: 'Again.'})).toBe('state_moved because');
    expect(told([...file.records.values()])).toEqual(['settled', 'none']);
  });
  test('written offline it is of the day on which it was written, also where the day to look again has gone by', () => {
    const file = new PlanFile(category3(flat()));
    file.today = date('2026-11-23');
    const onFriday = {at: '2026-11-20T18:00:00.000Z'};
    expect(file.send('home-risk.set', RISK, said({lookAgainOn: date('2026-11-21')}), 'adviser', onFriday)).toBe('applied');
    expect(file.data(RISK, 'home-risk')?.since).toBe('2026-11-20');
    expect(file.send('home-risk.set', idOf(301), said({lookAgainOn: date('2026-11-19')}), 'adviser', onFriday)).toBe(
      'date_past lookAgainOn',
    );
    const onSaturday = {at: '2026-11-21T09:00:00.000Z'};
    expect(file.send('home-risk.end', RISK, {because: 'They made up.'}, 'adviser', onSaturday)).toBe('applied');
    expect(file.data(RISK, 'home-risk')?.endedOn).toBe('2026-11-21');
  });
  test('and ends no earlier than it began, whatever the clock of the device says', () => {
    const file = new PlanFile(category3(flat()));
    expect(file.send('home-risk.set', RISK, said())).toBe('applied');
    expect(file.send('home-risk.end', RISK, {because: 'They made up.'}, 'adviser', {at: '2025-01-01T09:00:00.000Z'})).toBe('applied');
    expect(file.data(RISK, 'home-risk')?.endedOn).toBe('2026-11-21');
  });
  test.each([
    [{words: ' '}, 'words_missing words'],
    [{lookAgainOn: date('2026-11-20')}, 'date_past lookAgainOn'],
    [{lookAgainOn: date('2027-05-22')}, 'out_of_range lookAgainOn'],
    [{drivers: ['debt', 'debt']}, 'body_invalid drivers'],
  ])('%j is refused: %s', (more, refusal) => {
    expect(new PlanFile(category3(flat())).send('home-risk.set', RISK, said(more))).toBe(refusal);
  });
});

describe('what the young person says', () => {
  test('that there is nowhere tonight counts from the day of the worry, also once somebody has read it, until it is closed', () => {
    const raised = {about: 'no_home_tonight', raisedAt: '2026-11-20T18:00:00.000Z'} as const;
    const read = record('worry', {...raised, seenBy: [{holder: idOf(50), at: '2026-11-20T18:05:00.000Z'}]});
    const file = category3(flat(), read);
    expect(told(file)).toEqual(['homeless', 'homeless_tonight', 'worry_tonight homeless_tonight 2026-11-20']);
    expect(radarOf(file, [], TODAY).filter(({signal}) => signal === 'nowhere_tonight')).toMatchObject([
      {subject: read.id, by: TODAY, facts: [{fact: 'home_driver', on: '2026-11-20', code: 'worry_tonight'}]},
    ]);
    const closed = {...read, data: {...read.data, closedAt: '2026-11-20T20:00:00.000Z'}};
    const other = record('worry', {about: 'home', raisedAt: '2026-11-20T18:00:00.000Z', seenBy: []});
    expect(told(category3(flat(), closed, other))).toEqual(['settled', 'none']);
    expect(told([young('2007-06-15', {diedOn: date('2026-11-21')}), flat(), read])).toEqual(['settled', 'none']);
  });
  test('that they have been asked to leave is a risk, or a threat by its day, until somebody has taken it in', () => {
    const news = (data: object = {}) => record('home-news', {what: 'asked_to_leave', saidOn: date('2026-11-19'), alone: true, ...data});
    const asked = (...more: readonly DomainRecord[]) => told(category3(flat(), ...more)).slice(1);
    expect(asked(news())).toEqual(['at_risk', 'asked_to_leave at_risk 2026-11-19']);
    expect(asked(news({on: date('2026-11-28')}))).toEqual(['threatened', 'asked_to_leave threatened 2026-11-28']);
    expect(asked(news({on: date('2027-11-28')}))).toEqual(['at_risk', 'asked_to_leave at_risk 2027-11-28']);
    expect(asked(news({on: date('2026-11-28')}), stay('foyer', '2026-11-28'))).toEqual(['none']);
    expect(asked(news({heardBy: idOf(50), heardOn: TODAY}), news({what: 'moving'}))).toEqual(['none']);
    // It was about the home before: it threatens none that came after.
    const moved = [stay('private_rented', '2025-06-15', '2026-11-20'), stay('foyer', '2026-11-20')];
    expect(told(category3(...moved, news({on: date('2026-11-20')})))).toEqual(['settled', 'none']);
    expect(told(category3(moved[0] as DomainRecord, stay('sofa_surfing', '2026-11-20'), news()))).toContain(
      'asked_to_leave at_risk 2026-11-19',
    );
  });
  const NEWS = idOf(300);
  const news = (more: object = {}) => ({what: 'moved', on: date('2026-11-19'), view: null, words: null, ...more});
  test('is kept as theirs and taken in once', () => {
    const file = new PlanFile(category3(flat()));
    expect(file.send('home-news.say', NEWS, news(), 'young_person')).toBe('applied');
    expect(file.data(NEWS, 'home-news')).toMatchObject({alone: true, saidOn: '2026-11-21', heardBy: null});
    expect(file.send('home-news.hear', NEWS, {}, 'young_person')).toBe('not_permitted');
    expect(file.send('home-news.hear', NEWS, {})).toBe('applied');
    expect(file.send('home-news.hear', NEWS, {})).toBe('state_moved');
    expect(file.send('home-news.say', idOf(301), news(), 'adviser')).toBe('applied');
    expect(file.data(idOf(301), 'home-news')?.alone).toBe(false);
  });
  test.each([
    [{what: 'view', on: null}, 'words_missing view'],
    [{on: date('2040-01-01')}, 'out_of_range on'],
  ])('%j is refused: %s', (more, refusal) => {
    expect(new PlanFile(category3()).send('home-news.say', NEWS, news(more), 'young_person')).toBe(refusal);
  });
});

describe('R-31 a home for the day of release', () => {
  const held = (expectedReleaseOn: string) =>
    record('detention', {place: 'HMP Dim', convicted: true, startOn: date('2026-09-01'), expectedReleaseOn: date(expectedReleaseOn)});
  test('R-31 is planned by the authority’s days before it, and met by a planned move', () => {
    expect(one(category3(held('2027-01-31')), 'home_for_release')).toMatchObject({rule: 'R-31', dueOn: '2026-12-06', state: 'due_soon'});
    expect(due(category3(held('2027-01-31')), 'home_for_release', '2026-11-21', [setting('homeForReleaseDays', 90, '2026-01-01')])).toEqual(
      ['2026-11-02 overdue'],
    );
    const planned = stay('foyer', '2027-01-31');
    expect(one(category3(held('2027-01-31'), planned), 'home_for_release').state).toBe('met');
    expect(one(category3(held('2027-01-31'), stay('no_fixed_abode', '2027-01-31')), 'home_for_release').state).not.toBe('met');
  });
  test.each([
    ['met by one that begins before the day and goes on', stay('foyer', '2027-01-30'), 'met'],
    ['not met by one that begins only after it', stay('foyer', '2027-02-28'), 'due_soon'],
    ['not met by one that is over by then', stay('foyer', '2027-01-10', '2027-01-31'), 'due_soon'],
    ['not met by the one that they went from, unless it is kept', stay('foyer', '2026-01-10'), 'due_soon'],
  ] as const)('R-31 the day of release is %s', (_, home, state) => {
    expect(one(category3(held('2027-01-31'), home), 'home_for_release').state).toBe(state);
  });
});

describe('where the next home is in the file', () => {
  const held = record('detention', {place: 'HMP Dim', convicted: true, startOn: date('2026-09-01'), expectedReleaseOn: date('2026-12-20')});
  const notice = {noticeOn: date('2026-11-05'), noticeBy: 'young_person' as const, noticeEndsOn: date('2026-12-05')};
  const foyer = stay('foyer', '2025-06-15', '2026-12-05', notice);
  test('a notice threatens nothing, unless the next home comes later or is none', () => {
    expect(told(category3(foyer, stay('private_rented', '2026-12-05')))).toEqual(['moving', 'none']);
    expect(told(category3(foyer, stay('private_rented', '2026-12-20'))).slice(2)).toEqual(['notice threatened 2026-12-05']);
    for (const none of ['sofa_surfing', 'bed_breakfast', 'hostel'] as const)
      expect(told(category3(foyer, stay(none, '2026-12-05'))).slice(2)).toEqual(['notice threatened 2026-12-05']);
  });
  test('an end threatens nothing, unless the next home comes later than the day after or is none', () => {
    const ends = (...more: readonly DomainRecord[]) => told(category3(stay('foyer', '2026-01-01', '2026-12-01'), ...more)).slice(1);
    for (const on of ['2026-12-01', '2026-12-02']) expect(ends(stay('private_rented', on))).toEqual(['none']);
    const threat = ['threatened', 'ends threatened 2026-12-01'];
    expect(ends(stay('private_rented', '2027-01-20'))).toEqual(threat);
    for (const none of ['sofa_surfing', 'bed_breakfast', 'custody', 'not_known'] as const)
      expect(ends(stay(none, '2026-12-01'))).toEqual(threat);
  });
  test('nor does a release to a home that they hold already; one from before they were held, or no home, is none', () => {
    const since = (startOn: string, type: 'private_rented' | 'bed_breakfast' = 'private_rented') =>
      told(category3(stay('custody', '2026-09-01', '2026-12-20'), stay(type, startOn), held)).filter(line => line.startsWith('release'));
    expect(since('2026-12-10')).toEqual([]);
    for (const none of [since('2026-08-01'), since('2026-12-21'), since('2026-12-10', 'bed_breakfast')])
      expect(none).toEqual(['release threatened 2026-12-20']);
  });
  test('nor does a release', () => {
    const custody = stay('custody', '2026-09-01', '2026-12-20');
    expect(told(category3(custody, stay('foyer', '2026-12-20'), held)).slice(1)).toEqual(['none']);
    expect(told(category3(custody, held)).slice(2)).toEqual(['release threatened 2026-12-20']);
  });
});

describe('R-52 the end of When I am Ready', () => {
  const begun = (more: object = {}) => [
    stay('when_i_am_ready', '2024-01-10'),
    record('when-i-am-ready', {startOn: date('2024-01-10'), ...more}),
  ];
  const nurse = plan('2026-09-01', {programme: 'Nyrsio', programmeStatus: 'active', programmeEndsOn: date('2029-07-01')});
  const at20 = (...more: readonly DomainRecord[]) => [young('2006-01-10'), inCare('2015-01-10', '2024-01-09'), ...more];
  test('with a programme in the plan nothing ends at 21, here as in the deadlines', () => {
    const file = at20(nurse, ...begun());
    expect(one(file, 'when_i_am_ready_ends').dueOn).toBe('2029-07-01');
    expect(told(file).slice(1)).toEqual(['none']);
    expect(told(at20(...begun())).slice(2)).toEqual(['ready_ends threatened 2027-01-10']);
  });
  test('a programme with no last day has no end to threaten; one taken out of the plan carries nothing', () => {
    const open = plan('2026-01-01', {programme: 'BA', programmeStatus: 'active', programmeEndsOn: null});
    expect(told(at20(open, ...begun())).slice(1)).toEqual(['none']);
    const gone = plan('2026-01-01', {programme: null, programmeStatus: 'active', programmeEndsOn: date('2028-06-30')});
    expect(told(at20(gone, ...begun())).slice(2)).toEqual(['ready_ends threatened 2027-01-10']);
  });
  test('whoever has moved on has left it, whether or not somebody ended the arrangement', () => {
    const moved = [stay('when_i_am_ready', '2024-01-10', '2026-06-01'), stay('private_rented', '2026-06-01'), begun()[1] as DomainRecord];
    expect(told(at20(...moved)).slice(1)).toEqual(['none']);
  });
  test('one that went by, with nobody to say how, is no less of a threat than a notice that has run out', () => {
    expect(told(at20(nurse, ...begun({plannedEndOn: date('2026-11-01')}))).slice(2)).toEqual(['ready_ends threatened 2026-11-01']);
    expect(told(at20(nurse, ...begun({plannedEndOn: date('2026-11-01'), endOn: date('2026-11-01')}))).slice(1)).toEqual(['none']);
  });
});
