/**
 * Keeps the app itself on the device, so that it opens without a connection; never anything about a person and never
 * an answer of the server. A new version waits until the page asks for it: nobody loses a screen they are writing on.
 * Woken by the server it shows one sentence, the same every time.
 */
import {cleanupOutdatedCaches, createHandlerBoundToURL, matchPrecache, precacheAndRoute, type PrecacheEntry} from 'workbox-precaching';
import {NOTICE_ADDRESS, NOTICE_CACHE, type NoticeWords} from './notice-words.ts';
import {NavigationRoute, registerRoute, setCatchHandler} from 'workbox-routing';

interface WorkerScope {
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
  readonly registration: {readonly active: unknown; showNotification(title: string, options: object): Promise<void>};
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: {type: 'window'}): Promise<readonly {focus(): Promise<unknown>}[]>;
    openWindow(address: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'push', listener: (event: {waitUntil(work: Promise<unknown>): void}) => void): void;
  addEventListener(
    type: 'notificationclick',
    listener: (event: {readonly notification: {close(): void}; waitUntil(work: Promise<unknown>): void}) => void,
  ): void;
  addEventListener(type: 'message', listener: (event: {readonly data: unknown}) => void): void;
}

// The type library of workers and that of pages exclude each other; this is all that is used of it.
declare const self: WorkerScope;

precacheAndRoute([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), {denylist: [/^\/api\//u]}));

// A browser that threw a part of the app away and has no connection shows a page of ours, in both languages.
setCatchHandler(async ({request}) =>
  request.mode === 'navigate' ? ((await matchPrecache('/offline.html')) ?? Response.error()) : Response.error(),
);

// Claimed at the first installation, so that the app works offline at once, without a second visit.
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('message', event => {
  if (event.data === 'use-new-version') void self.skipWaiting();
});

/** One notice however often it is woken, told aloud each time. Also where the app is in view: Safari takes the right away from whoever shows none. */
async function notice(): Promise<void> {
  const kept = await (await caches.open(NOTICE_CACHE)).match(NOTICE_ADDRESS);
  const words = kept ? ((await kept.json()) as NoticeWords) : null;
  await self.registration.showNotification(words?.title ?? 'Llwybr', {
    ...(words ? {body: words.body, lang: words.lang} : {}),
    tag: 'alarm',
    renotify: true,
    icon: '/icon-192.png',
  });
}

async function comeForward(): Promise<void> {
  const [open] = await self.clients.matchAll({type: 'window'});
  await (open ? open.focus() : self.clients.openWindow('/'));
}

self.addEventListener('push', event => event.waitUntil(notice()));

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(comeForward());
});
