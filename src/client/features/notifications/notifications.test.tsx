/** Being woken for an alarm: what is asked of the browser and of the server, what is left for the service worker, and whose it is. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Exchange, NotificationsOnline} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {EndNotified} from '#client/notifications/end-notified.tsx';
import {endWaking} from '#client/sync/end-waking.ts';
import {KeepNotified} from '#client/notifications/keep-notified.tsx';
import {NotificationsPage} from './notifications-page.tsx';

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/abc';
/** A point on the curve is 65 bytes; any will do here. */
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const keyOf = (fill: number) => base64url(new Uint8Array(65).fill(fill));
const done = async (): Promise<Exchange<object>> => ({ok: true, value: {}});

/** What a browser is in this: its leave, its one address, its cache. */
class FakeBrowser {
  permission: NotificationPermission = 'default';
  answers: NotificationPermission = 'granted';
  isReachable = true;
  words: object | null = null;
  subscription: {endpoint: string; options: {applicationServerKey: ArrayBuffer}; unsubscribe: () => Promise<boolean>} | null = null;

  subscribeWith(key: string): void {
    const applicationServerKey = Uint8Array.from(
      atob(key.replaceAll('-', '+').replaceAll('_', '/')),
      each => each.codePointAt(0) ?? 0,
    ).buffer;
    const unsubscribe = async () => {
      this.subscription = null;
      return true;
    };
    this.subscription = {endpoint: ENDPOINT, options: {applicationServerKey}, unsubscribe};
  }

  install(): void {
    const pushManager = {
      getSubscription: async () => this.subscription,
      subscribe: async ({applicationServerKey}: {applicationServerKey: Uint8Array}) => {
        if (!this.isReachable) throw new DOMException('push service not available', 'AbortError');
        this.subscribeWith(base64url(applicationServerKey));
        return this.subscription;
      },
    };
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), {serviceWorker: {getRegistration: async () => ({pushManager})}}));
    const permission = () => this.permission;
    vi.stubGlobal('Notification', {
      get permission() {
        return permission();
      },
      requestPermission: async () => (this.permission = this.answers),
    });
    vi.stubGlobal('caches', {
      open: async () => ({
        match: async () => (this.words ? Response.json(this.words) : undefined),
        put: async (_at: string, response: Response) => void (this.words = (await response.json()) as object),
      }),
      delete: async () => void (this.words = null),
    });
  }
}

let browser: FakeBrowser;
beforeEach(() => {
  browser = new FakeBrowser();
  browser.install();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const server = (key: string | null = keyOf(7)) => ({
  notificationKey: vi.fn<NotificationsOnline['notificationKey']>(async () => ({ok: true, value: {key}})),
  keepNotificationAddress: vi.fn<NotificationsOnline['keepNotificationAddress']>(done),
  dropNotificationAddress: vi.fn<NotificationsOnline['dropNotificationAddress']>(done),
});
const page = (teamwork: NotificationsOnline, language: 'cy' | 'en' = 'en') => {
  const device = new FakeDevice({role: 'duty_worker', teamwork});
  return renderScreen(<NotificationsPage />, {device, at: '/notifications', path: '/notifications', language});
};
const kept = (teamwork: NotificationsOnline, language: 'cy' | 'en' = 'en') =>
  renderScreen(<KeepNotified />, {device: new FakeDevice({teamwork}), at: '/today', path: '/today', language});
const wordsOf = (device: string) => ({title: 'Llwybr', body: 'Something is waiting for you in the app.', lang: 'en', device});
const ON = {name: 'Turn notifications on'};

test('turned on: the browser is asked, the server has the address, and one sentence without anybody in it is left for the service worker', async () => {
  const online = server();
  const {user} = await page(online);
  await user.click(await screen.findByRole('button', ON));
  expect(await screen.findByText('On')).toBeDefined();
  expect(online.keepNotificationAddress).toHaveBeenCalledWith(ENDPOINT);
  expect(browser.words).toMatchObject({title: 'Llwybr', body: 'Something is waiting for you in the app.', lang: 'en'});
  await user.click(screen.getByRole('button', {name: 'Turn notifications off'}));
  expect(await screen.findByRole('button', ON)).toBeDefined();
  expect([browser.subscription, browser.words]).toEqual([null, null]);
  expect(online.dropNotificationAddress).toHaveBeenCalledOnce();
});

type Case = readonly [string, () => void, () => NotificationsOnline, string];
const CASES: readonly Case[] = [
  ['the browser is given no leave', () => void (browser.answers = 'default'), server, 'the browser was not given leave'],
  ['the server wakes no devices', () => undefined, () => server(null), 'does not send any'],
  ['the browser’s own service gives no address', () => void (browser.isReachable = false), server, 'could not reach'],
  [
    'there is no connection',
    () => undefined,
    () => ({...server(), notificationKey: async () => ({ok: false, code: 'offline'}) as const}),
    'there is no connection',
  ],
  [
    'the connection goes half-way',
    () => undefined,
    () => ({...server(), keepNotificationAddress: async () => ({ok: false, code: 'offline'}) as const}),
    'there is no connection',
  ],
];
test.each(CASES)('still off, and said why: %s', async (_what, arrange, online, said) => {
  arrange();
  const {user} = await page(online());
  await user.click(await screen.findByRole('button', ON));
  expect(await screen.findByText(new RegExp(said, 'u'))).toBeDefined();
  expect(browser.subscription).toBeNull();
  expect(screen.getByRole('button', ON)).toBeDefined();
});

test('a browser that was told never to ask, and one that cannot, say what can be done', async () => {
  browser.permission = 'denied';
  await page(server());
  expect(await screen.findByText(/allow them again in its settings/u)).toBeDefined();
  cleanup();
  vi.stubGlobal('Notification', undefined);
  Reflect.deleteProperty(globalThis, 'Notification');
  await page(server(), 'cy');
  expect(await screen.findByText(/rhowch yr ap ar y sgrin gartref/u)).toBeDefined();
});

test('what somebody else asked for in this browser is off for whoever has it now, and ends when they open the app', async () => {
  browser.permission = 'granted';
  browser.subscribeWith(keyOf(7));
  browser.words = wordsOf('another vault');
  const online = server();
  await page(online);
  expect(await screen.findByText('Off')).toBeDefined();
  cleanup();
  await kept(online);
  await waitFor(() => expect(browser.subscription).toBeNull());
  expect(online.keepNotificationAddress).not.toHaveBeenCalled();
});

test('when the app is opened the address is given to the session of now, in the language of now', async () => {
  const online = server();
  const {user} = await page(online);
  await user.click(await screen.findByRole('button', ON));
  await screen.findByText('On');
  cleanup();
  await kept(online, 'cy');
  await waitFor(() => expect(browser.words).toMatchObject({body: 'Mae rhywbeth yn aros amdanoch chi yn yr ap.', lang: 'cy'}));
  await waitFor(() => expect(online.keepNotificationAddress).toHaveBeenCalledTimes(2));
  expect(browser.subscription).not.toBeNull();
});

test('a server with another key is given a new address; one that wakes no devices any more ends it', async () => {
  const online = server();
  const {user} = await page(online);
  await user.click(await screen.findByRole('button', ON));
  await screen.findByText('On');
  cleanup();
  const other = server(keyOf(9));
  await kept(other);
  await waitFor(() => expect(other.keepNotificationAddress).toHaveBeenCalledOnce());
  expect(new Uint8Array(browser.subscription?.options.applicationServerKey ?? new ArrayBuffer(0))[0]).toBe(9);
  cleanup();
  await kept(server(null));
  await waitFor(() => expect(browser.subscription).toBeNull());
});

test('whoever can be told of no alarm ends what another was woken for in this browser; so does signing out with no connection', async () => {
  browser.permission = 'granted';
  browser.subscribeWith(keyOf(7));
  browser.words = wordsOf('another vault');
  const young = new FakeDevice({role: 'young_person'});
  await renderScreen(<EndNotified />, {device: young, at: '/home', path: '/home'});
  await waitFor(() => expect(browser.subscription).toBeNull());
  browser.subscribeWith(keyOf(7));
  await endWaking();
  expect(browser.subscription).toBeNull();
});

test('without anything asked for, the server is asked for nothing', async () => {
  const online = server();
  await kept(online);
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(online.notificationKey).not.toHaveBeenCalled();
  expect(browser.words).toBeNull();
});
