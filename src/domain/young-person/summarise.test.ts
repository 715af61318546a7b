/** A person's summary from small files: what lists and managers see, worked out from records and a day alone. */
import {describe, expect, test} from 'vitest';
import {category3, ELIN, HUW, id, PERSON, record} from '../deadline/file.test-support.ts';
import type {DataOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord, Head} from '../shared/record.ts';
import {fileQuestions} from './file-questions.ts';
import {summarise} from './summarise.ts';
import {summaryKind} from './summary.ts';

const TODAY = date('2026-11-21');

const person = (data: Partial<DataOf<'young-person'>> = {}) =>
  record(
    'young-person',
    {
      forename: 'Cai',
      surname: 'Gwennol',
      birthDates: [{date: date('2008-05-01'), status: 'verified', heldFrom: date('2008-05-01')}],
      speak: 'cy',
      write: 'en',
      ...data,
    },
    PERSON,
  );
const contact = (
  on: string,
  type: DataOf<'contact'>['type'],
  outcome: DataOf<'contact'>['outcome'],
  data: Partial<DataOf<'contact'>> = {},
) => record('contact', {on: date(on), type, outcome, ...data});
const of = (...file: readonly DomainRecord[]) => {
  const summary = summarise([person(), ...file], TODAY);
  if (!summary) throw new Error('there is a young person');
  return summary;
};

test('R-47: being in touch is as of the newest day that was said, not of what came in last', () => {
  const said = (status: 'yes' | 'no' | 'refused', since: string) => record('in-touch', {status, since: date(since)});
  expect(of(said('yes', '2026-11-18'), said('no', '2026-11-01')).inTouch).toBe('yes');
  expect(of(record('in-touch', {status: 'yes', since: null}), said('no', '2026-11-01')).inTouch).toBe('no');
  const first = said('no', '2026-11-18');
  const putRight = {...said('refused', '2026-11-18'), made: {...first.made, at: '2026-11-19T10:00:00.000Z'}};
  expect([of(first, putRight).inTouch, of(putRight, first).inTouch]).toEqual(['refused', 'refused']);
});

test('without a young person there is nothing to summarise', () => {
  expect(summarise([contact('2026-11-01', 'phone', 'spoke')], TODAY)).toBeNull();
});

test('an empty file says who it is, and for all else that nobody knows', () => {
  expect(of()).toEqual({
    knownAs: 'Cai',
    legalName: 'Cai Gwennol',
    legacyId: null,
    bornOn: '2008-05-01',
    age: 18,
    pronouns: null,
    speak: 'cy',
    write: 'en',
    category: 'none',
    categorySince: null,
    duty: null,
    home: null,
    homeStatus: 'not_known',
    homeSince: null,
    homeUnsuitable: null,
    inTouch: null,
    lastContactOn: null,
    lastSeenOn: null,
    lastSeenAtHomeOn: null,
    nextContactOn: null,
    missedContactOn: null,
    due: [],
    openActions: 0,
    radar: [],
    nextActionOn: null,
    alerts: [],
    worry: null,
    alarm: null,
    adviser: null,
    nextAdviser: null,
    cover: [],
    twoVersions: false,
    questions: [],
    died: false,
    asOf: TODAY,
  });
  expect(summaryKind.schema.safeParse(of()).success).toBe(true);
});

test('a worry that is open is told of, and whether somebody has read it; never what it is about', () => {
  const worry = (data: Partial<DataOf<'worry'>> = {}) =>
    record('worry', {about: 'money_controlled', raisedAt: '2026-11-20T10:00:00.000Z', seenBy: [], closedAt: null, ...data});
  const seenBy = [{holder: ELIN, at: '2026-11-20T11:00:00.000Z'}];
  expect(of(worry(), worry({seenBy})).worry).toBe('unread');
  expect(of(worry({seenBy})).worry).toBe('open');
  expect(of(worry({closedAt: '2026-11-20T12:00:00.000Z'})).worry).toBeNull();
  expect(JSON.stringify(of(worry()))).not.toContain('money');
});

test('but that there is nowhere to stay tonight, which the radar tells whoever has to act', () => {
  const worry = record('worry', {
    about: 'no_home_tonight',
    raisedAt: '2026-11-20T10:00:00.000Z',
    seenBy: [],
    words: {text: 'Bus', lang: 'en'},
  });
  const told = of(worry);
  expect(told.radar?.map(({signal}) => signal)).toContain('nowhere_tonight');
  expect(JSON.stringify(told)).not.toMatch(/no_home_tonight|Bus/u);
});

describe('what of a file waits to be put together is named, and gone when it is settled', () => {
  const stay = (startOn: string, endOn: string | null = null) =>
    record('stay', {type: 'private_rented', startOn: date(startOn), endOn: endOn === null ? null : date(endOn)});
  const episode = (nowhereTonight: boolean, endOn: string | null = null) =>
    record('homeless-episode', {
      presentedOn: date('2026-11-20'),
      housingAuthority: 'W06000011',
      nowhereTonight,
      endOn: endOn === null ? null : date(endOn),
    });
  const activity = (since: string, isMain: boolean) => record('activity', {code: 'F2', since: date(since), isMain});
  test('homes that overlapped long ago are asked about in the file, and on no list', () => {
    const over = [stay('2020-01-01', '2020-06-01'), stay('2020-05-01', '2021-01-01'), stay('2025-06-15')];
    expect(fileQuestions(category3(...over), date('2026-11-21'))).toEqual([]);
    expect(fileQuestions(category3(...over.slice(1), stay('2026-06-15')), date('2026-11-21'))).toEqual(['two_homes']);
  });
  test.each([
    ['two homes at once', [stay('2025-06-15'), stay('2026-06-15')], [stay('2025-06-15', '2026-06-15'), stay('2026-06-15')], 'two_homes'],
    ['two open episodes', [episode(true), episode(false)], [episode(true), episode(false, '2026-11-21')], 'two_episodes'],
    [
      'two main activities',
      [activity('2026-09-01', true), activity('2026-10-01', true)],
      [activity('2026-09-01', true), activity('2026-10-01', false)],
      'main_activity',
    ],
    [
      'several and none main',
      [activity('2026-09-01', false), activity('2026-10-01', false)],
      [activity('2026-09-01', false)],
      'main_activity',
    ],
  ] as const)('%s', (_, asked, settled, question) => {
    expect(of(...asked)).toMatchObject({questions: [question], twoVersions: false});
    expect(of(...settled).questions).toEqual([]);
  });
});

test('the name the person uses comes first; the newest birth date counts; age stands still at death', () => {
  const changed = summarise(
    [
      person({
        knownAs: 'Cadi',
        birthDates: [
          {date: date('2008-05-01'), status: 'stated', heldFrom: date('2020-01-01')},
          {date: date('2007-12-01'), status: 'verified', heldFrom: date('2025-01-01')},
        ],
        diedOn: date('2025-11-30'),
      }),
    ],
    TODAY,
  );
  expect(changed).toMatchObject({knownAs: 'Cadi', legalName: 'Cai Gwennol', bornOn: '2007-12-01', age: 17, died: true, category: 'none'});
});

describe('home', () => {
  const stay = (type: DataOf<'stay'>['type'], startOn: string, endOn: string | null = null, one?: string) =>
    record('stay', {type, startOn: date(startOn), endOn: endOn === null ? null : date(endOn)}, one);
  test.each([
    ['private_rented', 'settled'],
    ['when_i_am_ready', 'settled'],
    ['custody', 'custody'],
    ['bed_breakfast', 'temporary'],
    ['hostel', 'temporary'],
    ['sofa_surfing', 'homeless'],
    ['no_fixed_abode', 'homeless'],
    ['not_known', 'not_known'],
    [null, 'not_known'],
  ] as const)('%s is %s', (type, status) => {
    expect(of(stay(type, '2026-11-01'))).toMatchObject({home: type, homeStatus: status, homeSince: '2026-11-01'});
  });
  test('the present stay is the latest begun of those that have not ended; a stay ends on the day of the move', () => {
    expect(of(stay('foster_in_house', '2020-01-01', '2026-11-21'), stay('foyer', '2026-11-21')).home).toBe('foyer');
    expect(of(stay('foyer', '2026-11-22'), stay('foster_in_house', '2020-01-01')).home).toBe('foster_in_house');
    expect(of(stay('foster_in_house', '2020-01-01', '2026-11-20')).home).toBeNull();
  });
  test('whether it is right for them is what was judged of this very stay', () => {
    const judged = (result: DataOf<'suitability'>['result'], of_: string) => record('suitability', {stay: of_, result});
    expect(of(stay('foyer', '2026-01-01', null, id(60)), judged('unsuitable', id(60))).homeUnsuitable).toBe(true);
    expect(of(stay('foyer', '2026-01-01', null, id(60)), judged('suitable_with_conditions', id(60))).homeUnsuitable).toBe(false);
    expect(of(stay('foyer', '2026-01-01', null, id(60)), judged('unsuitable', id(61))).homeUnsuitable).toBeNull();
    // the newest judgement counts, not the one that came in last.
    const on = (day: string, result: DataOf<'suitability'>['result']) => record('suitability', {stay: id(60), result, judgedOn: date(day)});
    const late = [on('2026-11-12', 'suitable'), on('2026-11-01', 'unsuitable')];
    expect(of(stay('foyer', '2026-01-01', null, id(60)), ...late).homeUnsuitable).toBe(false);
  });
});

describe('[R-44] [R-45] contact', () => {
  test('seen at home, seen, and in touch are three different days', () => {
    expect(
      of(
        contact('2026-10-01', 'visit_at_accommodation', 'seen', {atAccommodation: true, seen: true}),
        contact('2026-10-10', 'visit_elsewhere', 'seen', {seen: true}),
        contact('2026-10-20', 'message', 'replied'),
        contact('2026-11-01', 'third_party', 'info_only'),
        contact('2026-11-02', 'attempted', 'no_reply'),
        contact('2026-11-03', 'phone', 'no_reply'),
        contact('2026-11-04', 'visit_at_accommodation', 'did_not_meet', {atAccommodation: true, seen: false}),
      ),
    ).toMatchObject({lastSeenAtHomeOn: '2026-10-01', lastSeenOn: '2026-10-10', lastContactOn: '2026-10-20'});
  });
  test('the next agreed is the soonest that lies ahead, today included', () => {
    expect(
      of(
        contact('2026-10-01', 'phone', 'spoke', {nextContactOn: date('2026-12-01')}),
        contact('2026-11-02', 'phone', 'spoke', {nextContactOn: TODAY}),
      ).nextContactOn,
    ).toBe('2026-11-21');
    expect(of(contact('2026-10-01', 'phone', 'spoke', {nextContactOn: date('2026-11-20')})).nextContactOn).toBeNull();
  });
  test('somebody else who was spoken to keeps no agreed contact; a failed attempt does', () => {
    const agreed = contact('2026-10-01', 'phone', 'spoke', {nextContactOn: date('2026-11-10')});
    expect(of(agreed, contact('2026-11-11', 'third_party', 'info_only')).missedContactOn).toBe('2026-11-10');
    expect(of(agreed, contact('2026-11-11', 'attempted', 'no_reply')).missedContactOn).toBeNull();
  });
  test('what a later entry amended no longer counts', () => {
    const wrong = contact('2026-11-01', 'visit_at_accommodation', 'seen', {atAccommodation: true, seen: true});
    expect(of(wrong, contact('2026-11-01', 'phone', 'spoke', {amends: wrong.id}))).toMatchObject({
      lastSeenAtHomeOn: null,
      lastContactOn: '2026-11-01',
    });
  });
});

test('open actions are those not done; the next is the soonest due that lies ahead', () => {
  const action = (status: DataOf<'plan-action'>['status'], dueOn: string) =>
    record('plan-action', {what: {text: 'Ffonio', lang: 'cy'}, status, dueOn: date(dueOn)});
  expect(
    of(
      action('not_started', '2026-12-01'),
      action('in_progress', '2026-11-30'),
      action('not_started', '2026-11-01'),
      action('done', '2026-11-22'),
      action('no_longer_needed', '2026-11-23'),
    ),
  ).toMatchObject({openActions: 3, nextActionOn: '2026-11-30'});
});

test('alerts by their codes, each once, while they last, with their last day', () => {
  const alert = (code: DataOf<'alert'>['code'], endOn: string | null) =>
    record('alert', {code, text: 'Testun', endOn: endOn === null ? null : date(endOn)});
  expect(of(alert('health', null), alert('health', null), alert('dog', '2026-11-21'), alert('missing', '2026-11-20')).alerts).toEqual([
    'dog',
    'health',
  ]);
});

test('adviser and cover of the day; a cover that was ended shows no more that day', () => {
  const allocation = record('allocation', {adviser: ELIN, from: date('2026-01-01')});
  const cover = (from: string, until: string, endedOn: string | null = null) =>
    record('cover', {holder: HUW, from: date(from), until: date(until), endedOn: endedOn === null ? null : date(endedOn)});
  expect(
    of(allocation, cover('2026-11-20', '2026-11-21'), cover('2026-11-01', '2026-11-20'), cover('2026-11-20', '2026-11-30', '2026-11-21')),
  ).toMatchObject({adviser: ELIN, cover: [{holder: HUW, from: '2026-11-20', until: '2026-11-21'}]});
  expect(of(record('allocation', {adviser: ELIN, from: date('2026-11-22'), until: null}))).toMatchObject({
    adviser: null,
    nextAdviser: {adviser: ELIN, from: '2026-11-22'},
  });
});

test('two versions of any text are shown as such', () => {
  const head = (op: number): Head => ({
    ops: [id(op)],
    value: {text: String(op), lang: 'cy'},
    author: ELIN,
    device: null,
    at: '2026-01-01T00:00:00.000Z',
  });
  const risk = record('risk-summary', {});
  expect([of({...risk, heads: {words: [head(1)]}}).twoVersions, of({...risk, heads: {words: [head(1), head(2)]}}).twoVersions]).toEqual([
    false,
    true,
  ]);
});

test('what was overtaken, members of a set and marks of a record are no versions to choose between', () => {
  const head = (op: number, more: Partial<Head> = {}): Head => ({
    ops: [id(op)],
    value: op,
    author: ELIN,
    device: null,
    at: '2026-01-01T00:00:00.000Z',
    ...more,
  });
  const phone = [head(1), head(2, {overtaken: true})];
  expect(of({...record('in-touch', {status: 'yes'}), heads: {since: phone}}).twoVersions).toBe(false);
  expect(of({...record('in-touch', {status: 'yes'}), data: {present: []}, heads: {present: [head(1), head(2)]}}).twoVersions).toBe(false);
  expect(of({...contact('2026-11-01', 'phone', 'spoke'), heads: {struck: [], reopened: [head(1), head(2)]}}).twoVersions).toBe(false);
});

test('[R-44] what was struck out counts for nothing: no visit, no open action, no alert; opened again it counts', () => {
  const struck: Head = {
    ops: [id(1)],
    value: {text: 'Wrong person', lang: 'en'},
    author: ELIN,
    device: null,
    at: '2026-11-02T00:00:00.000Z',
  };
  const file = [
    contact('2026-11-01', 'visit_at_accommodation', 'seen', {nextContactOn: date('2026-12-01')}),
    record('plan-action', {what: {text: 'Ring', lang: 'en'}, status: 'not_started', dueOn: date('2026-12-02')}),
    record('alert', {code: 'dog', text: 'A dog'}),
  ];
  expect(of(...file)).toMatchObject({lastSeenAtHomeOn: '2026-11-01', nextContactOn: '2026-12-01', openActions: 1, alerts: ['dog']});
  expect(of(...file.map(each => ({...each, heads: {struck: [struck]}})))).toMatchObject({
    lastContactOn: null,
    lastSeenOn: null,
    lastSeenAtHomeOn: null,
    nextContactOn: null,
    openActions: 0,
    radar: [],
    nextActionOn: null,
    alerts: [],
  });
  const again = {...file[0], heads: {struck: [], reopened: [struck, struck]}} as DomainRecord;
  expect(of(again).lastSeenAtHomeOn).toBe('2026-11-01');
});

test('[R-01] category, its day and the duty come from the dates of care', () => {
  const period = record('looked-after-period', {
    startOn: date('2020-01-01'),
    endOn: date('2026-04-30'),
    legalStatus: 'care_order',
    authority: 'W06000011',
    reasonCeased: 'turned_18',
  });
  expect(of(period)).toMatchObject({category: 'C3', categorySince: '2026-05-01', duty: 'full'});
});

test('what is due by the rules is told in codes and days, the earliest first; promises and birthdays are told elsewhere', () => {
  const alert = (reviewOn: string) => record('alert', {code: 'dog', text: 'x', reviewOn: date(reviewOn)});
  const promise = record('plan-action', {what: {text: 'Ffonio', lang: 'cy'}, status: 'not_started', dueOn: date('2026-10-01')});
  expect(of(alert('2026-12-01'), alert('2026-11-01'), promise).due).toEqual([
    {what: 'alert_review', on: '2026-11-01'},
    {what: 'alert_review', on: '2026-12-01'},
  ]);
});

test('what the radar sees is told with the facts behind it, in codes and days', () => {
  const alert = record('alert', {code: 'missing', text: 'x', reviewOn: date('2026-11-01')});
  expect(of(alert).radar).toEqual([
    {
      signal: 'live_risk',
      who: 'adviser',
      by: '2026-11-01',
      offUntil: null,
      facts: [{fact: 'review_by', on: '2026-11-01', code: 'missing'}],
    },
  ]);
});
