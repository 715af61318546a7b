/**
 * Woken for an alarm: an adviser asks for it on their own device and locks it, a young person raises an alarm, and the server sends
 * to the browser's push service, with nothing in it; woken, the device shows one sentence in its own language that names nobody. No
 * push service can be reached from a test: the browser's part of asking it is stood in for, and it delivers through the debugger.
 */
import {expect, test} from '@playwright/test';
import {RunningServer} from '../support/running-server.ts';
import {goTo, PersonAtWork} from './person-at-work.ts';

const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/of-this-browser';
const WORDS = 'Dw i ddim yn teimlo’n ddiogel yma.';
const folder = process.env['SCREENSHOTS'];

/** In the page: an address that outlives the page, as a browser's own does. */
function standInForPushService(endpoint: string): void {
  const subscription = () => {
    const key = localStorage.getItem('push-key');
    if (key === null) return null;
    const applicationServerKey = Uint8Array.from(key.split(','), Number).buffer;
    const unsubscribe = async () => {
      localStorage.removeItem('push-key');
      return true;
    };
    return {endpoint, options: {applicationServerKey}, unsubscribe};
  };
  Object.assign(PushManager.prototype, {
    getSubscription: async () => subscription(),
    subscribe: async ({applicationServerKey}: {applicationServerKey: Uint8Array}) => {
      localStorage.setItem('push-key', applicationServerKey.join());
      return subscription();
    },
  });
}

for (const language of ['cy', 'en'] as const) {
  test(`a locked device is told that there is an alarm, and nothing of it (${language})`, async () => {
    test.setTimeout(300_000);
    const server = await RunningServer.prepare({wakes: true});
    const [adviser, young] = [new PersonAtWork(server.url, language), new PersonAtWork(server.url, language)];
    try {
      await server.start();
      await server.importExtract();
      await adviser.openBrowser();
      await adviser.context.grantPermissions(['notifications'], {origin: server.url});
      await adviser.context.addInitScript(standInForPushService, ENDPOINT);
      await adviser.acceptInvitation((await server.invite('U2041', 'adviser')).replace(/^https:..[^/]*/u, server.url));
      await adviser.protectDevice();
      await adviser.firstSync();
      await adviser.readyForOffline();
      await adviser.openPerson('llyn', 'Ianto');
      await adviser.button('person:app.invite').click();
      const code = (await adviser.page.locator('.app-code').innerText()).trim();

      await goTo(adviser.page, '/more');
      await adviser.page.getByRole('link', {name: adviser.t('more:notifications')}).click();
      await expect(adviser.heading('notifications:title')).toBeVisible();
      await expect(adviser.page.getByText(adviser.t('notifications:standing.off'), {exact: true})).toBeVisible();
      await adviser.button('notifications:on').click();
      await expect(adviser.page.getByText(adviser.t('notifications:standing.on'), {exact: true})).toBeVisible();
      await adviser.checkAccessibility('notifications');
      if (folder !== undefined)
        for (const width of [360, 1280]) {
          await adviser.page.setViewportSize({width, height: 800});
          await adviser.page.screenshot({path: `${folder}/notifications-${language}-${width}.png`, fullPage: true});
        }
      await adviser.button('common:nav.lockShort').first().click();
      await expect(adviser.heading('device:unlock.title')).toBeVisible();
      expect(server.fetched()).toEqual([]);

      await young.openBrowser();
      await young.join(code);
      await expect(young.page.getByRole('heading', {level: 1, name: young.t('young:home.title', {name: 'Ianto'})})).toBeVisible({
        timeout: 30_000,
      });
      await young.page.getByRole('link', {name: young.t('young:home.helpNow'), exact: true}).click();
      await young.page.getByLabel(young.t('young:alarm.about.unsafe'), {exact: true}).check();
      await young.page.locator('#words').fill(WORDS);
      await young.button('young:alarm.send').click();
      await expect
        .poll(() => server.fetched(), {timeout: 30_000})
        .toEqual([{url: ENDPOINT, method: 'POST', headers: ['authorization', 'topic', 'ttl', 'urgency'], body: null}]);

      const debug = await adviser.context.newCDPSession(adviser.page);
      const registration = new Promise<string>(resolve =>
        debug.on('ServiceWorker.workerRegistrationUpdated', ({registrations}) => {
          const [first] = registrations;
          if (first) resolve(first.registrationId);
        }),
      );
      await debug.send('ServiceWorker.enable');
      const registrationId = await registration;
      await debug.send('ServiceWorker.deliverPushMessage', {origin: server.url, registrationId, data: ''});
      await debug.send('ServiceWorker.deliverPushMessage', {origin: server.url, registrationId, data: ''});
      const shown = () =>
        adviser.page.evaluate(async () => {
          const here = await navigator.serviceWorker.getRegistration();
          return (await here?.getNotifications())?.map(({title, body, lang, tag}) => ({title, body, lang, tag}));
        });
      await expect
        .poll(shown)
        .toEqual([{title: adviser.t('common:appName'), body: adviser.t('notifications:notice'), lang: language, tag: 'alarm'}]);
      // Whoever unlocks it finds the alarm itself.
      await adviser.unlock();
      await goTo(adviser.page, '/today');
      await expect(adviser.page.getByText(adviser.t('today:worry.unread')).first()).toBeVisible({timeout: 60_000});
      expect(server.fetched()).toHaveLength(1);
    } finally {
      await Promise.allSettled([adviser.leave(), young.leave()]);
      await server.end();
    }
  });
}
