/** [F2] The tab that holds a vault is asked to leave, in time to keep its last words; one that does not answer is passed over. */
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {takeVault} from './tab-door.ts';

/** The browser's locks, as far as one name goes: a queue, and stealing. */
class Locks {
  #holder: {readonly end: () => void; readonly lose: (error: Error) => void} | undefined;
  readonly #queue: (() => void)[] = [];

  request = (_name: string, options: LockOptions, work: (lock: object | null) => Promise<void> | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = () => {
        const end = () => {
          this.#holder = undefined;
          resolve();
          this.#queue.shift()?.();
        };
        this.#holder = {end, lose: reject};
        void work({})?.then(end);
      };
      if (options.steal) {
        this.#holder?.lose(new Error('stolen'));
        begin();
      } else if (!this.#holder) begin();
      else if (options.ifAvailable) void Promise.resolve(work(null)).then(() => resolve());
      else if (options.signal?.aborted) reject(new Error('timeout'));
      else {
        this.#queue.push(begin);
        options.signal?.addEventListener('abort', () => {
          this.#queue.splice(this.#queue.indexOf(begin), 1);
          reject(new Error('timeout'));
        });
      }
    });
}

beforeEach(() => {
  vi.stubGlobal('navigator', {locks: new Locks()});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('[F2] the first tab is asked, keeps its words and gives the vault back; the second has it then', async () => {
  const events: string[] = [];
  const giveBack = await takeVault('v', () => {
    events.push('first keeps its words');
    setTimeout(() => {
      events.push('first gives back');
      giveBack();
    }, 20);
  });
  const giveBackSecond = await takeVault('v', () => events.push('second leaves'));
  events.push('second has it');
  expect(events).toEqual(['first keeps its words', 'first gives back', 'second has it']);
  giveBackSecond();
});

test('[F2] a first tab that does not answer within three seconds is passed over, and hears that it has lost the vault', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const leave = vi.fn<() => void>();
  await takeVault('hung', leave);
  await takeVault('hung', () => undefined);
  await vi.waitFor(() => expect(leave).toHaveBeenCalled());
});
