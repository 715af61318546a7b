/** The steps that a seed makes. Everything that can go wrong does so about once in a schedule, most of the time nothing does. */
import type {Seeded} from './seeded.ts';
import {DEVICES, type Deed, type Step} from './schedule.ts';

const DAY_MINUTES = 1_440;
const ADVISERS_DEEDS = [
  'visit',
  'message',
  'action',
  'write risk',
  'write risk',
  'write risk',
  'resolve risk',
  'ask review',
  'settle review',
  'change details',
  'change details',
  'strike out',
  'move alert',
  'who helps',
  'money line',
  'ask fund',
  'move home',
  'home news',
  'raise worry',
  'draft',
] as const satisfies readonly Deed[];
const OWN_DEEDS = [
  'message',
  'ask review',
  'change details',
  'tick action',
  'who helps',
  'money line',
  'ask fund',
  'home news',
  'raise worry',
  'draft',
] as const;
const MANAGERS_DEEDS = ['give cover', 'end cover', 'reallocate', 'open file', 'open file', 'set team', 'settle review'] as const;

export function makeSteps({pick, whole, weighted, next}: Seeded): Step[] {
  const steps: Step[] = DEVICES.map(device => ({do: 'run', device, n: 0}));
  if (next() < 0.7) steps.push(...covering, {do: 'run', device: 'huw phone', n: 0});
  const length = 70 + whole(120);
  while (steps.length < length) {
    const device = pick(DEVICES);
    const n = whole(1_000);
    steps.push(
      ...weighted<() => readonly Step[]>([
        [
          () => [{do: pick(device === 'cai phone' ? OWN_DEEDS : ADVISERS_DEEDS), device, n}, ...going(device, next() < 0.85 ? 1 : 0, n)],
          70,
        ],
        [
          () => [
            {do: 'later note', device: 'huw phone', n},
            {do: 'go', device: 'huw phone', n},
          ],
          4,
        ],
        [() => [{do: 'upgrade'}], 0.7],
        [() => [{do: pick(MANAGERS_DEEDS), device: 'mair desk', n}, ...going('mair desk', 4, n), {do: 'run', device: 'mair desk', n}], 9],
        [() => [{do: 'run', device, n}], 14],
        [() => [{do: 'sync', device, n}, ...going(device, 1 + whole(12), n)], 12],
        [() => going(device, 1 + whole(8), n), 14],
        [() => [{do: 'go', device: pick(['server', 'late'] as const), n}], 8],
        [() => [{do: 'weather', device, weather: pick(['lost', 'unanswered', 'unanswered', 'cut', 'reply cut', 'doubled', 'doubled'])}], 8],
        [() => [{do: 'kill', device, reached: next() < 0.5}], 5],
        [() => [{do: 'tab', device, n}], 2],
        [() => [{do: 'full', device}], 2],
        [() => [{do: pick(['stranger', 'owner', 'sign out'] as const), device}], 3],
        [() => [{do: 'skew', device, minutes: pick([0, 0, 7, -90, DAY_MINUTES, 5 * 365 * DAY_MINUTES])}], 2],
        [() => [{do: 'server dies', after: whole(40)}], 3],
        [() => [{do: pick(['backup', 'backup', 'backup', 'new epoch'] as const)}], 2],
        [() => [{do: 'restore', n}], 1],
        [() => [{do: 'device lost', device}], 0.6],
        [() => [{do: 'old profile', device}], 1.5],
        [() => [{do: 'profile copied', device: 'elin laptop'}], 0.8],
        [
          () => [
            {do: 'device lost', device},
            {do: 'restore', n},
          ],
          0.5,
        ],
        [() => [{do: 'days', days: 1 + whole(4)}], 1],
      ])(),
    );
  }
  return steps;
}

/** Mostly Huw covers for Elin, so that three people have Cai's file. */
const covering: readonly Step[] = [
  {do: 'give cover', device: 'mair desk', n: 1},
  {do: 'go', device: 'mair desk', n: 0},
  {do: 'run', device: 'mair desk', n: 0},
];

function going(device: (typeof DEVICES)[number], times: number, n: number): Step[] {
  return Array.from({length: times}, (_, index) => ({do: 'go', device: index % 3 === 1 ? 'server' : device, n}));
}
