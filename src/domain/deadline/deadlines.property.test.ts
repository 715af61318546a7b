/** What holds of the deadlines of any file whatever: they never fail, never depend on an order, and give their reasons. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseCalendarDate, type CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {anyFile, anySettings, anyToday, KINDS_READ} from './any-file.test-support.ts';
import {DATES_FROM, DEADLINE_STATES, isEvent, RULE_IDS, type Deadline, type DeadlineState} from './deadline.ts';
import {deadlinesOf} from './deadlines.ts';
import {recordsOf} from './facts.ts';
import {addInterval} from './reckon.ts';
import {RULES} from './rules.ts';

const RUNS = {numRuns: 600};
const LONG = 60_000;
type Check = (deadline: Deadline, file: readonly DomainRecord[], settings: readonly DomainRecord[], today: CalendarDate) => void;
const every = (check: Check) =>
  fc.assert(
    fc.property(anyFile, anySettings, anyToday, (file, settings, today) => {
      for (const deadline of deadlinesOf(file, settings, today)) check(deadline, file, settings, today);
    }),
    RUNS,
  );

test(
  'the files meet every rule, so that what is said here is said of them',
  () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyFile, anySettings, anyToday, (file, settings, today) => {
        for (const {rule} of deadlinesOf(file, settings, today)) met.add(rule);
      }),
      {numRuns: 4_000, seed: 7},
    );
    expect(KINDS_READ.length).toBeGreaterThan(18);
    expect(RULE_IDS.filter(rule => !met.has(rule))).toEqual([]);
  },
  LONG,
);

test(
  'the same records in any order give the same list in the same order',
  () => {
    fc.assert(
      fc.property(
        anyFile.chain(file => fc.tuple(fc.constant(file), fc.shuffledSubarray([...file], {minLength: file.length}))),
        anySettings.chain(rows => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], {minLength: rows.length}))),
        anyToday,
        ([file, shuffled], [settings, mixed], today) => {
          expect(deadlinesOf(shuffled, mixed, today)).toEqual(deadlinesOf(file, settings, today));
        },
      ),
      RUNS,
    );
  },
  LONG,
);

test(
  'each has a date that exists, a rule that says where it stands, and at least one date it comes from',
  () => {
    every(({dueOn, metOn, rule, from, state, frozenOn}) => {
      expect(parseCalendarDate(dueOn)).toBe(dueOn);
      expect(metOn === null || parseCalendarDate(metOn) === metOn).toBe(true);
      expect(RULES[rule]).toBeDefined();
      expect(from.length).toBeGreaterThan(0);
      for (const {what, on} of from) expect([DATES_FROM.includes(what), parseCalendarDate(on)]).toEqual([true, on]);
      expect(DEADLINE_STATES).toContain(state);
      expect(frozenOn === null || dueOn < frozenOn).toBe(true);
    });
  },
  LONG,
);

test(
  'an interval that is named leads from the first date to the due date, or that is the day on which a rule or a birth date began',
  () => {
    every(({rule, interval, from, dueOn}, file, settings) => {
      // Nights are counted over several stays, so they are no interval from one day.
      if (interval === null || rule === 'R-56' || !from[0]) return;
      const began = [
        ...settings.map(({data}) => data['from']),
        ...recordsOf(file, 'young-person').flatMap(({data}) => data.birthDates.map(({heldFrom}) => heldFrom)),
      ];
      expect([addInterval(from[0].on, interval), ...began]).toContain(dueOn);
    });
  },
  LONG,
);

function statesOf({what, dueOn, metOn}: Deadline, on: string): readonly DeadlineState[] {
  if (metOn !== null) return ['met'];
  if (isEvent(what)) return dueOn === on ? ['due_today'] : ['due_soon', 'not_due'];
  if (dueOn < on) return ['overdue', 'on_hold'];
  return dueOn === on ? ['due_today', 'on_hold'] : ['due_soon', 'not_due', 'on_hold'];
}

test(
  'the state is what the dates say on the day, or on the day it was frozen; what happens by itself is never late',
  () => {
    every((deadline, _file, _settings, today) => {
      expect(statesOf(deadline, deadline.frozenOn ?? today)).toContain(deadline.state);
      expect(deadline.state === 'on_hold').toBe(deadline.metOn === null && deadline.hold !== null);
      expect(isEvent(deadline.what) && deadline.dueOn < today && deadline.state !== 'met').toBe(false);
    });
  },
  LONG,
);

test(
  'the order is total: no two of a list are the same obligation from the same dates',
  () => {
    fc.assert(
      fc.property(anyFile, anySettings, anyToday, (file, settings, today) => {
        const keys = deadlinesOf(file, settings, today).map(({rule, what, subject, dueOn, from}) =>
          JSON.stringify([rule, what, subject, dueOn, from]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      RUNS,
    );
  },
  LONG,
);

test(
  'nothing of a file but its dates and codes is in a deadline',
  () => {
    fc.assert(
      fc.property(anyFile, anySettings, anyToday, (file, settings, today) => {
        const said = JSON.stringify(deadlinesOf(file, settings, today));
        for (const words of ['Cai', 'Gwennol', 'Geiriau', 'Nyrsio', 'HMP', 'Stryd', 'Penderfynwyd']) expect(said).not.toContain(words);
      }),
      RUNS,
    );
  },
  LONG,
);
