/** To whom a worry goes and when: what it is about, the hours, who is away, bank holidays, the change of the clocks, a late server. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {PERSON, record} from '../deadline/file.test-support.ts';
import {isOpenAt} from '../shared/office-hours.ts';
import {SETTINGS} from '../authority/settings.ts';
import {date, instantOf, millisecondsOf} from '../shared/calendar-date.ts';
import {alarmTimes, type AlarmTimes} from './alarm-times.ts';
import {PASSED_TO, WORRY_KINDS, type Addressee, type WorryKind} from './codes.ts';
import {dueFrom, stepsDue, type EscalationFacts} from './escalation.ts';
import {alarmHeadline} from './open-worry.ts';
import {goneIn, isWithDuty, presentRound} from './rounds.ts';
import type {PassedOn, Worry, WorryAct} from './worry.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [ADVISER, COVER, MANAGER, DUTY, NEXT_DUTY] = [id(50), id(51), id(60), id(80), id(81)];
/** As where nothing was set: urgent 15 and 30 minutes, at night at once; others 4 and 8 office hours; Monday to Friday, 9 to 5. */
const TIMES = alarmTimes(name => SETTINGS[name].fallback as never, date('2026-11-21'));
const SLOW_NIGHT: AlarmTimes = {...TIMES, night: {manager: 10, duty: 20}};
const FACTS: EscalationFacts = {times: TIMES, adviser: ADVISER, cover: [], managers: [MANAGER], onDuty: [DUTY], isStaffs: false};

const worry = (about: WorryKind, receivedAt: string, changes: Partial<Worry> = {}): Worry => ({
  about,
  words: null,
  raisedAt: receivedAt,
  receivedAt,
  seenBy: [],
  closedAt: null,
  outcome: null,
  acts: [],
  passed: [],
  ...changes,
});
const act = (changes: Partial<WorryAct>): WorryAct => ({what: 'doing', to: null, by: ADVISER, at: '', words: null, ...changes});
const asTold = (steps: readonly PassedOn[]) => steps.map(({to, dueAt}) => `${to} ${dueAt.slice(0, 16)}`);
const goneBy = (one: Worry, facts: EscalationFacts, now: string): Worry => ({
  ...one,
  passed: [...(one.passed ?? []), ...stepsDue(one, facts, now)],
});
/** What has been gone by then, by a server that looked only now. */
const looked = (one: Worry, now: string, facts: Partial<EscalationFacts> = {}) =>
  asTold(goneBy(one, {...FACTS, ...facts}, now).passed ?? []);

/** Of one that the young person has put down themselves. */
function headlineOf(data: Worry) {
  const kept = record('worry', data);
  return alarmHeadline([{...kept, made: {...kept.made, author: PERSON}}], ['unsafe']);
}

describe('when it is due', () => {
  test.each<[string, WorryKind, string, AlarmTimes, string, string]>([
    // In winter Wales is at UTC: Wednesday 25 November 2026.
    ['urgent, in hours', 'unsafe', '2026-11-25T10:00:00Z', TIMES, '2026-11-25T10:15', '2026-11-25T10:30'],
    [
      'urgent, and the office closes before: at once',
      'no_home_tonight',
      '2026-11-25T16:50:00Z',
      TIMES,
      '2026-11-25T17:00',
      '2026-11-25T17:00',
    ],
    ['urgent, just in time', 'unsafe', '2026-11-25T16:45:00Z', TIMES, '2026-11-25T17:00', '2026-11-25T17:00'],
    ['urgent, at night: at once', 'no_home_tonight', '2026-11-25T22:10:00Z', TIMES, '2026-11-25T22:10', '2026-11-25T22:10'],
    ['urgent, at night, by its own minutes', 'unsafe', '2026-11-25T22:10:00Z', SLOW_NIGHT, '2026-11-25T22:20', '2026-11-25T22:30'],
    [
      'urgent, at dawn: not before the minutes of the night are over',
      'unsafe',
      '2026-11-25T08:55:00Z',
      SLOW_NIGHT,
      '2026-11-25T09:10',
      '2026-11-25T09:25',
    ],
    ['urgent, on a Saturday', 'unsafe', '2026-11-28T12:00:00Z', TIMES, '2026-11-28T12:00', '2026-11-28T12:00'],
    ['urgent, on a bank holiday', 'unsafe', '2026-12-28T11:00:00Z', TIMES, '2026-12-28T11:00', '2026-12-28T11:00'],
    ['other, in hours', 'arrears', '2026-11-25T09:30:00Z', TIMES, '2026-11-25T13:30', '2026-11-26T09:30'],
    ['other, in the evening: counted from the morning', 'health', '2026-11-25T19:00:00Z', TIMES, '2026-11-26T13:00', '2026-11-26T17:00'],
    ['other, over a weekend', 'other', '2026-11-27T15:00:00Z', TIMES, '2026-11-30T11:00', '2026-11-30T15:00'],
    ['other, over Christmas: the office opens on the 29th', 'home', '2026-12-24T16:00:00Z', TIMES, '2026-12-29T12:00', '2026-12-29T16:00'],
    // The clocks go forward on Sunday 28 March 2027 and back on Sunday 31 October 2027: nine is 08:00 UTC in summer.
    ['other, over Easter and into summer time', 'no_food', '2027-03-25T16:00:00Z', TIMES, '2027-03-30T11:00', '2027-03-30T15:00'],
    ['other, into winter time', 'no_food', '2027-10-29T15:00:00Z', TIMES, '2027-11-01T12:00', '2027-11-01T16:00'],
    ['urgent, in the night that is an hour short', 'unsafe', '2027-03-28T00:55:00Z', SLOW_NIGHT, '2027-03-28T01:05', '2027-03-28T01:15'],
    ['urgent, in the hour that comes twice', 'unsafe', '2027-10-31T00:55:00Z', SLOW_NIGHT, '2027-10-31T01:05', '2027-10-31T01:15'],
  ])('%s', (_, about, received, times, manager, duty) => {
    const due = (to: 'manager' | 'duty') => instantOf(dueFrom(times, about, millisecondsOf(received), to) ?? Number.NaN);
    expect([due('manager').slice(0, 16), due('duty').slice(0, 16)]).toEqual([manager, duty]);
  });
});

describe('to whom it goes', () => {
  const AT_TEN = '2026-11-25T10:00:00.000Z';
  const one = worry('unsafe', AT_TEN);
  test('to the adviser at once, then to the manager, then to duty', () => {
    expect(looked(one, AT_TEN)).toEqual(['adviser 2026-11-25T10:00']);
    expect(looked(one, '2026-11-25T10:14:59.000Z')).toEqual(['adviser 2026-11-25T10:00']);
    expect(looked(one, '2026-11-25T10:15:00.000Z')).toEqual(['adviser 2026-11-25T10:00', 'manager 2026-11-25T10:15']);
    expect(looked(one, '2026-11-25T10:30:00.000Z')).toHaveLength(3);
  });
  test('the adviser is away: to whoever covers at the same moment, and to a cover that begins while nobody has read it', () => {
    expect(looked(one, AT_TEN, {cover: [COVER]})).toEqual(['adviser 2026-11-25T10:00', 'cover 2026-11-25T10:00']);
    const later = goneBy(one, FACTS, AT_TEN);
    expect(asTold(stepsDue(later, {...FACTS, cover: [COVER]}, '2026-11-25T10:05:00.000Z'))).toEqual(['cover 2026-11-25T10:05']);
    const read = {...later, seenBy: [{holder: ADVISER, at: '2026-11-25T10:02:00.000Z'}]};
    expect(stepsDue(read, {...FACTS, cover: [COVER]}, '2026-11-25T10:05:00.000Z')).toEqual([]);
  });
  test('nobody advises them: the manager is not waited for', () => {
    expect(looked(one, AT_TEN, {adviser: null})).toEqual(['manager 2026-11-25T10:00']);
    expect(looked(one, AT_TEN, {adviser: null, cover: [COVER]})).toEqual(['cover 2026-11-25T10:00']);
  });
  test('a step is taken also where nobody is known: it waits for whoever comes on shift', () => {
    const nobody = {...FACTS, managers: [], onDuty: []};
    const gone = goneBy(one, nobody, '2026-11-25T11:00:00.000Z');
    expect(gone.passed?.map(({to, holders}) => [to, holders])).toEqual([
      ['adviser', [ADVISER]],
      ['manager', []],
      ['duty', []],
    ]);
    const relief = stepsDue(gone, {...nobody, onDuty: [NEXT_DUTY]}, '2026-11-25T12:00:00.000Z');
    expect(relief).toEqual([{to: 'duty', holders: [NEXT_DUTY], dueAt: '2026-11-25T12:00:00.000Z', at: '2026-11-25T12:00:00.000Z'}]);
  });
  test('and a manager who leads only now hears of what has gone past their place', () => {
    const gone = goneBy(one, {...FACTS, managers: []}, '2026-11-25T11:00:00.000Z');
    const now = '2026-11-25T12:00:00.000Z';
    expect(stepsDue(gone, FACTS, now)).toEqual([{to: 'manager', holders: [MANAGER], dueAt: now, at: now}]);
    const read = {...gone, seenBy: [{holder: DUTY, at: '2026-11-25T11:30:00.000Z'}]};
    expect(stepsDue(read, FACTS, now)).toEqual([]);
    const told = goneBy(gone, FACTS, now);
    expect(stepsDue(told, FACTS, '2026-11-25T12:05:00.000Z')).toEqual([]);
  });
  test('the headline tells how far it has come, whoever is told beside that later', () => {
    const gone = goneBy(goneBy(one, FACTS, '2026-11-25T10:31:00.000Z'), {...FACTS, cover: [COVER]}, '2026-11-25T10:40:00.000Z');
    expect(asTold(gone.passed ?? []).at(-1)).toBe('cover 2026-11-25T10:40');
    expect(headlineOf(gone)).toEqual({to: 'duty', at: '2026-11-25T10:31:00.000Z', urgent: true});
  });
  test('nor does the headline say that it is with somebody who was not there, unless nobody has it at all', () => {
    const headline = (facts: Partial<EscalationFacts>) => {
      const data = goneBy(one, {...FACTS, ...facts}, '2026-11-25T11:00:00.000Z');
      return headlineOf(data)?.to;
    };
    expect(headline({})).toBe('duty');
    expect(headline({onDuty: []})).toBe('manager');
    expect(headline({onDuty: [], managers: []})).toBe('adviser');
    expect(headline({onDuty: [], managers: [], adviser: null})).toBe('duty');
    // Handed to duty by hand while nobody is on shift: it is there, and with nobody.
    const acts: readonly WorryAct[] = [{what: 'passed_on', to: 'duty', by: ADVISER, at: '2026-11-25T10:05:00.000Z', words: null}];
    const handed = (onDuty: readonly string[]) => {
      const data = goneBy({...one, acts: [...acts]}, {...FACTS, onDuty}, '2026-11-25T10:06:00.000Z');
      return headlineOf(data);
    };
    expect(handed([])).toEqual({to: 'duty', at: '2026-11-25T10:06:00.000Z', urgent: true, nobody: true});
    expect(handed([DUTY])).toEqual({to: 'duty', at: '2026-11-25T10:06:00.000Z', urgent: true});
  });
  test('a server that comes back late takes all that has passed at once, in order, each once, and says when it was due', () => {
    const late = '2026-11-25T14:00:00.000Z';
    const gone = goneBy(one, FACTS, late);
    expect(asTold(gone.passed ?? [])).toEqual(['adviser 2026-11-25T10:00', 'manager 2026-11-25T10:15', 'duty 2026-11-25T10:30']);
    expect(gone.passed?.every(({at}) => at === late)).toBe(true);
    expect(stepsDue(gone, FACTS, '2026-11-25T14:00:01.000Z')).toEqual([]);
  });
  test('the clock starts when the council has it, whenever it was written', () => {
    const delayed = worry('unsafe', '2026-11-25T12:00:00.000Z', {raisedAt: AT_TEN});
    expect(looked(delayed, '2026-11-25T12:14:00.000Z')).toEqual(['adviser 2026-11-25T12:00']);
    expect(stepsDue({...one, receivedAt: null}, FACTS, '2026-11-26T10:00:00.000Z')).toEqual([]);
  });
  test('read, acted on or closed it goes no further; being all right does not count as read', () => {
    const gone = goneBy(one, FACTS, AT_TEN);
    const now = '2026-11-25T12:00:00.000Z';
    expect(stepsDue({...gone, seenBy: [{holder: ADVISER, at: AT_TEN}]}, FACTS, now)).toEqual([]);
    expect(stepsDue({...gone, acts: [act({at: '2026-11-25T10:05:00.000Z'})]}, FACTS, now)).toEqual([]);
    expect(stepsDue({...gone, closedAt: '2026-11-25T10:05:00.000Z'}, FACTS, now)).toEqual([]);
    expect(asTold(stepsDue({...gone, acts: [act({what: 'all_right', at: '2026-11-25T10:05:00.000Z'})]}, FACTS, now))).toHaveLength(2);
  });
  test('said by a colleague it goes to the adviser and waits for nobody', () => {
    expect(looked(one, '2026-11-26T12:00:00.000Z', {isStaffs: true})).toEqual(['adviser 2026-11-25T10:00']);
  });
});

describe('passed on by hand', () => {
  const received = '2026-11-25T10:00:00.000Z';
  const read = {...goneBy(worry('unsafe', received), FACTS, received), seenBy: [{holder: ADVISER, at: '2026-11-25T10:02:00.000Z'}]};
  const handed = (to: Addressee, at: string, of: Worry = read) => ({...of, acts: [...(of.acts ?? []), act({what: 'passed_on', to, at})]});
  test('it goes there at once, whatever has been read before', () => {
    const now = '2026-11-25T10:05:00.000Z';
    expect(asTold(stepsDue(handed('duty', now), FACTS, now))).toEqual(['duty 2026-11-25T10:05']);
    expect(asTold(stepsDue(handed('manager', now), FACTS, now))).toEqual(['manager 2026-11-25T10:05']);
  });
  test('and waits there anew: handed back in the morning, it goes on again if nobody reads it', () => {
    const atNight = goneBy(worry('no_home_tonight', '2026-11-25T22:00:00.000Z'), FACTS, '2026-11-25T22:00:00.000Z');
    expect(isWithDuty(atNight)).toBe(true);
    const back = handed('adviser', '2026-11-26T09:05:00.000Z', {...atNight, seenBy: [{holder: DUTY, at: '2026-11-25T22:04:00.000Z'}]});
    expect(isWithDuty(back)).toBe(false);
    const told = goneBy(back, FACTS, '2026-11-26T09:05:00.000Z');
    expect(asTold(goneIn(told, presentRound(told) as never))).toEqual(['adviser 2026-11-26T09:05']);
    expect(asTold(stepsDue(told, FACTS, '2026-11-26T09:35:00.000Z'))).toEqual(['manager 2026-11-26T09:20', 'duty 2026-11-26T09:35']);
    const readAgain = {...told, seenBy: [...told.seenBy, {holder: ADVISER, at: '2026-11-26T09:06:00.000Z'}]};
    expect(stepsDue(readAgain, FACTS, '2026-11-26T12:00:00.000Z')).toEqual([]);
  });
});

describe('for any worry at any time', () => {
  const instant = fc.integer({min: millisecondsOf('2026-01-01T00:00:00Z'), max: millisecondsOf('2027-12-31T00:00:00Z')});
  const minutes = fc.integer({min: 0, max: 1_440});
  const steps = fc.tuple(minutes, minutes).map(([one, other]) => ({manager: Math.min(one, other), duty: Math.max(one, other)}));
  const times = fc.record({
    hours: fc.record({
      days: fc.constant(TIMES.hours.days),
      opens: fc.constantFrom('08:00', '09:15'),
      closes: fc.constantFrom('16:30', '20:00'),
    }),
    urgentKinds: fc.constantFrom(TIMES.urgentKinds, [...WORRY_KINDS]),
    urgent: steps,
    night: steps,
    other: steps,
  });
  const facts = fc.record({
    times,
    adviser: fc.constantFrom(ADVISER, null),
    cover: fc.constantFrom([], [COVER]),
    managers: fc.constantFrom([], [MANAGER]),
    onDuty: fc.constantFrom([], [DUTY], [DUTY, NEXT_DUTY]),
    isStaffs: fc.constant(false),
  });
  const looks = fc.array(fc.integer({min: 0, max: 6 * 1_440}), {minLength: 1, maxLength: 8});
  const kinds = fc.constantFrom(...WORRY_KINDS);

  test('no step is skipped, taken twice, out of order, or before its time; looked at again at once there is none', () => {
    fc.assert(
      fc.property(instant, kinds, facts, looks, (received, about, known, after) => {
        let one = worry(about, instantOf(received));
        for (const minute of after.toSorted((early, late) => early - late)) {
          const now = instantOf(received + minute * 60_000);
          one = goneBy(one, known, now);
          expect(stepsDue(one, known, now)).toEqual([]);
        }
        const passed = one.passed ?? [];
        const order = passed.map(({to}) => PASSED_TO.indexOf(to));
        expect(order).toEqual([...new Set(order)].toSorted((early, late) => early - late));
        for (const step of passed) {
          expect(millisecondsOf(step.dueAt)).toBeLessThanOrEqual(millisecondsOf(step.at));
          expect(millisecondsOf(step.dueAt)).toBeGreaterThanOrEqual(received);
        }
        const to = new Set(passed.map(step => step.to));
        // Nobody is passed over: duty has it only after the manager, and the manager after those nearer.
        expect(!to.has('duty') || to.has('manager')).toBe(true);
        expect(known.adviser === null || to.has('adviser')).toBe(true);
      }),
      {numRuns: 300},
    );
  });

  test('what cannot wait has waited for as long as the hours of that moment allow, and what can goes on in office hours alone', () => {
    fc.assert(
      fc.property(instant, kinds, times, fc.constantFrom('manager' as const, 'duty' as const), (received, about, set, to) => {
        const due = dueFrom(set, about, received, to);
        const at = due ?? Number.NaN;
        const waited = (at - received) / 60_000;
        const [isOpen, wasOpen] = [isOpenAt(set.hours, at), isOpenAt(set.hours, at - 1)];
        const {urgent, night, other} = set;
        const isUrgent = set.urgentKinds.includes(about);
        expect(isUrgent || isOpen || wasOpen).toBe(true);
        // At the stroke of closing both stand.
        const byTheClock = isOpen ? urgent[to] : wasOpen ? Math.min(urgent[to], night[to]) : night[to];
        expect(waited).toBeGreaterThanOrEqual(isUrgent ? byTheClock : other[to]);
      }),
      {numRuns: 300},
    );
  });

  test('the same looks at any grain: a server that looks each minute and one that looks once agree on when each step was due', () => {
    fc.assert(
      fc.property(instant, kinds, facts, fc.integer({min: 1, max: 180}), (received, about, known, last) => {
        const at = (minute: number) => instantOf(received + minute * 60_000);
        let often = worry(about, instantOf(received));
        for (let minute = 0; minute <= last; minute++) often = goneBy(often, known, at(minute));
        const once = goneBy(worry(about, instantOf(received)), known, at(last));
        expect(asTold(often.passed ?? [])).toEqual(asTold(once.passed ?? []));
      }),
      {numRuns: 60},
    );
  });
});
