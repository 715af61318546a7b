/**
 * Being woken for an alarm while the app is closed, as far as this browser can: its leave, its address at its push service, and
 * the sentence that the service worker shows. Nothing of anybody's file is in any of them (decision 027).
 */
import {NOTICE_ADDRESS, NOTICE_CACHE, type NoticeWords} from '#client/service-worker/notice-words.ts';
import type {NotificationsOnline} from '#client/sync/contract.ts';
import {endWaking} from '#client/sync/end-waking.ts';

/**
 * not_here: this browser cannot, or on an iPhone the app is not on the home screen. refused: the browser was told never to ask.
 * not_offered: the council's server wakes no devices. unreachable: the browser's push service gave no address.
 */
export type Standing = 'on' | 'off' | 'not_here' | 'refused';
export type TurnedOn = 'on' | 'refused' | 'not_offered' | 'unreachable' | 'offline';

async function registered(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !('Notification' in globalThis)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  // An older Safari has the one without the other.
  return registration && 'pushManager' in registration ? registration : null;
}

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), each => each.codePointAt(0) ?? 0);

function isFor(subscription: PushSubscription, key: string): boolean {
  const given = subscription.options.applicationServerKey;
  const wanted = bytesOf(key);
  return given !== null && new Uint8Array(given).join() === wanted.join();
}

/** A browser that cannot reach its push service may go on trying for ever. */
const ASKED_MS = 20_000;
const noAnswer = () => new Promise<null>(resolve => setTimeout(() => resolve(null), ASKED_MS));

async function wordsLeft(): Promise<NoticeWords | null> {
  const kept = await (await caches.open(NOTICE_CACHE)).match(NOTICE_ADDRESS);
  return kept ? ((await kept.json()) as NoticeWords) : null;
}

async function leaveWords(words: NoticeWords): Promise<void> {
  await (await caches.open(NOTICE_CACHE)).put(NOTICE_ADDRESS, Response.json(words));
}

/** How it stands for this vault; what somebody else asked for in this browser is not on for this one. */
export async function standing(device: string): Promise<Standing> {
  const registration = await registered();
  if (!registration) return 'not_here';
  if (Notification.permission === 'denied') return 'refused';
  const subscription = await registration.pushManager.getSubscription();
  return subscription && (await wordsLeft())?.device === device ? 'on' : 'off';
}

/** To be called while a press is being answered: browsers ask for leave then only. */
export async function turnOn(online: NotificationsOnline, words: NoticeWords): Promise<TurnedOn> {
  const registration = await registered();
  if (!registration || (await Notification.requestPermission()) !== 'granted') return 'refused';
  const answered = await online.notificationKey();
  if (!answered.ok) return 'offline';
  const {key} = answered.value;
  if (key === null) return 'not_offered';
  // Made anew: one that was given to somebody else in this browser is theirs.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await Promise.race([
    registration.pushManager.subscribe({userVisibleOnly: true, applicationServerKey: bytesOf(key)}).catch(() => null),
    noAnswer(),
  ]);
  if (!subscription) return 'unreachable';
  await leaveWords(words);
  const kept = await online.keepNotificationAddress(subscription.endpoint);
  if (kept.ok) return 'on';
  await subscription.unsubscribe();
  return kept.code === 'offline' ? 'offline' : 'unreachable';
}

/** The browser first: whatever the server still sends then goes nowhere. */
export async function turnOff(online: NotificationsOnline): Promise<void> {
  await endWaking();
  await caches.delete(NOTICE_CACHE);
  await online.dropNotificationAddress();
}

/**
 * When the app is opened: the address is given to the session of now, in the language of now. One that somebody else asked for in
 * this browser ends, and so does one that is of no use any more.
 */
export async function keepOn(online: NotificationsOnline, words: NoticeWords): Promise<void> {
  const registration = await registered();
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  if ((await wordsLeft())?.device !== words.device) return void (await subscription.unsubscribe());
  await leaveWords(words);
  const answered = await online.notificationKey();
  if (!answered.ok) return;
  const {key} = answered.value;
  if (key === null || Notification.permission !== 'granted') await subscription.unsubscribe();
  else if (isFor(subscription, key)) await online.keepNotificationAddress(subscription.endpoint);
  // The server has another key than when it was asked: the old address would be refused for ever.
  else await turnOn(online, words);
}
