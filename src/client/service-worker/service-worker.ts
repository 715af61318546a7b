/**
 * Keeps the app itself on the device, so that it opens without a connection; never anything about a person and never
 * an answer of the server. A new version waits until the page asks for it: nobody loses a screen they are writing on.
 */
import {cleanupOutdatedCaches, createHandlerBoundToURL, matchPrecache, precacheAndRoute, type PrecacheEntry} from 'workbox-precaching';
import {NavigationRoute, registerRoute, setCatchHandler} from 'workbox-routing';

interface WorkerScope {
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
  readonly registration: {readonly active: unknown};
  readonly clients: {claim(): Promise<void>};
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: {waitUntil(work: Promise<unknown>): void}) => void): void;
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
