/** The app is kept on the device even when the first attempt broke off. */
import {afterEach, expect, test, vi} from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a first installation that breaks off is begun again; one that is there is not', async () => {
  vi.useFakeTimers();
  const worker = Object.assign(new EventTarget(), {state: 'installing'});
  const registration = Object.assign(new EventTarget(), {waiting: null, installing: worker, active: null as object | null});
  const register = vi.fn<() => Promise<typeof registration>>(async () => registration);
  register.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const serviceWorker = Object.assign(new EventTarget(), {register, controller: null, getRegistration: async () => registration});
  vi.stubGlobal('navigator', {serviceWorker});
  vi.stubEnv('DEV', false);
  const {registerServiceWorker} = await import('./service-worker-registration.ts');
  await registerServiceWorker();
  expect(register).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(register).toHaveBeenCalledTimes(2);
  registration.dispatchEvent(new Event('updatefound'));
  worker.state = 'redundant';
  worker.dispatchEvent(new Event('statechange'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(register).toHaveBeenCalledTimes(3);
  // An update that was replaced by a newer one has nothing to begin again.
  registration.active = {};
  worker.dispatchEvent(new Event('statechange'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(register).toHaveBeenCalledTimes(3);
});
