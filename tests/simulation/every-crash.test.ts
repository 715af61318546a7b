/**
 * One small day of work, with a death at every single place where somebody waits: each device with the write under way lost,
 * and with it kept; the server at every touch of its store. Whatever dies, and wherever, I1 to I10 hold in the end.
 */
import {describe, expect, it} from 'vitest';
import {violationsOf} from './invariants.ts';
import {Schedule, type DeviceName, type Step} from './schedule.ts';

const run = (device: DeviceName): Step => ({do: 'run', device, n: 1});
const saved = (deed: 'visit' | 'write risk' | 'change details' | 'action' | 'give cover' | 'end cover', device: DeviceName): Step[] => [
  {do: deed, device, n: 1},
  {do: 'go', device, n: 0},
];
const DAY: readonly Step[] = [
  run('elin phone'),
  run('mair desk'),
  ...saved('give cover', 'mair desk'),
  run('mair desk'),
  run('huw phone'),
  ...saved('visit', 'elin phone'),
  ...saved('write risk', 'elin phone'),
  ...saved('write risk', 'huw phone'),
  ...saved('change details', 'huw phone'),
  run('elin phone'),
  run('huw phone'),
  {do: 'open file', device: 'mair desk', n: 1},
  {do: 'go', device: 'mair desk', n: 0},
  {do: 'go', device: 'server', n: 0},
  {do: 'go', device: 'mair desk', n: 0},
  ...saved('action', 'huw phone'),
  ...saved('end cover', 'mair desk'),
  run('mair desk'),
  run('huw phone'),
  {do: 'backup'},
  {do: 'restore', n: 0},
  run('elin phone'),
];

async function dayWith(prepare: (schedule: Schedule) => void): Promise<Schedule> {
  const schedule = new Schedule(1);
  await schedule.open();
  prepare(schedule);
  await schedule.run(DAY);
  schedule.points.beforeRelease = () => undefined;
  await schedule.settle();
  return schedule;
}

describe('a death at every place', () => {
  for (const name of ['elin phone', 'huw phone', 'mair desk'] as const)
    for (const reached of [false, true])
      it(`of ${name}, with the write under way ${reached ? 'kept' : 'lost'}`, async () => {
        let places = 0;
        await dayWith(schedule => {
          schedule.points.beforeRelease = () => (places += 1);
        });
        expect(places).toBeGreaterThan(150);
        for (let place = 0; place < places; place++) {
          const schedule = await dayWith(({points, devices}) => {
            points.beforeRelease = count => void (count === place && devices.get(name)?.kill(reached));
          });
          expect({place, violations: await violationsOf(schedule)}).toEqual({place, violations: []});
        }
      }, 120_000);

  it('of the server, at every touch of its store', async () => {
    const whole = await dayWith(() => undefined);
    expect(whole.server.touches).toBeGreaterThan(400);
    for (let touch = 1; touch < whole.server.touches; touch++) {
      const schedule = await dayWith(({server}) => server.dieAfter(touch));
      expect({touch, violations: await violationsOf(schedule)}).toEqual({touch, violations: []});
    }
  }, 240_000);
});
