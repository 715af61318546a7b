/**
 * The clock of a device may stand in any time zone: its deadlines are those of Wales. Proven by whole processes under
 * several zones, over files drawn with a fixed seed and moments just before and after midnight in Wales; each process says
 * how far its own zone is from UTC, so that a zone that was ignored would be seen.
 */
import {spawn} from 'node:child_process';
import {text} from 'node:stream/consumers';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {anyFile, anySettings, anyToday} from '#domain/deadline/any-file.test-support.ts';
import type {Deadline} from '#domain/deadline/deadline.ts';
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import {category3, head, provided, TODAY} from '#domain/deadline/file.test-support.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {AskedOf} from '../support/print-deadlines.ts';

const ZONES: Readonly<Record<string, readonly [number, number]>> = {
  UTC: [0, 0],
  'Europe/London': [0, -60],
  'Pacific/Kiritimati': [-840, -840],
  'Pacific/Pago_Pago': [660, 660],
  'America/St_Johns': [210, 150],
  'Asia/Kathmandu': [-345, -345],
};

/** A home said to be provided at a moment, in winter and in summer, on both sides of midnight in Wales. */
const said = (at: string) => {
  const home = provided('2025-07-01');
  return category3({...home, heads: {providedByAuthority: [{...head(true, TODAY), at}]}});
};
const MOMENTS: readonly (readonly [string, string])[] = [
  ['2026-06-30T22:59:59.999Z', '2026-07-07'],
  ['2026-06-30T23:00:00.000Z', '2026-07-08'],
  ['2026-11-10T23:59:59.999Z', '2026-11-17'],
  ['2026-11-11T00:00:00.000Z', '2026-11-18'],
];

const asked: readonly AskedOf[] = [
  ...MOMENTS.map(([at]) => ({file: said(at), settings: [], today: date(TODAY)})),
  ...fc.sample(fc.record({file: anyFile, settings: anySettings, today: anyToday}), {numRuns: 300, seed: 18}),
];
const here = asked.map(({file, settings, today}) => deadlinesOf(file, settings, today));

async function inZone(zone: string): Promise<{minutesFromUtc: readonly number[]; answers: readonly (readonly Deadline[])[]}> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/print-deadlines.ts'], {
    cwd: `${import.meta.dirname}/../..`,
    env: {...process.env, TZ: zone},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(asked));
  return JSON.parse(await text(child.stdout)) as Awaited<ReturnType<typeof inZone>>;
}

test.each(Object.keys(ZONES))(
  'the same deadlines in %s',
  async zone => {
    const {minutesFromUtc, answers} = await inZone(zone);
    expect(minutesFromUtc).toEqual(ZONES[zone]);
    expect(answers).toEqual(here);
    expect(answers.slice(0, MOMENTS.length).map(all => all.find(({what}) => what === 'first_visit')?.dueOn)).toEqual(
      MOMENTS.map(([, dueOn]) => dueOn),
    );
  },
  60_000,
);
