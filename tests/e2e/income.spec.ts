/**
 * An income scheme set up without code, joined with no signal, and a check-in answered alone on the young person's own phone with
 * the server gone; what was hard in it reaches the adviser's Today, is closed with what came of it, and is read on the phone. In
 * English; the crawl looks at the same screens in both languages.
 */
import {expect, test} from '@playwright/test';
import {RunningServer} from '../support/running-server.ts';
import {joinScheme, sendAll, setUpScheme, untilShown} from './arranging.ts';
import {goTo, PersonAtWork} from './person-at-work.ts';

const SECONDS = 1_000;
const SCHEME = 'Starting Income';
const USED_FOR = 'Rent first. Then football boots.';
const OUTCOME = 'We went to the bank together. The card is yours alone now.';

test('a scheme, a place in it, a check-in alone, and a worry that somebody closes', async () => {
  test.setTimeout(900 * SECONDS);
  const server = await RunningServer.prepare({databaseUrl: process.env['TEST_DATABASE_URL']});
  const somebody = () => new PersonAtWork(server.url, 'en');
  const [manager, adviser, young] = [somebody(), somebody(), somebody()];
  const {t} = adviser;
  try {
    await server.start();
    await server.importExtract();
    await test.step('a manager sets up the scheme', async () => {
      manager.firstScreen = 'team:title';
      await manager.settleIn(await server.invite('U2083', 'manager'));
      await setUpScheme(manager, SCHEME);
    });

    let place = '';
    await test.step('the adviser puts down the offer and the answer with no signal', async () => {
      await adviser.settleIn(await server.invite('U2041', 'adviser'));
      await adviser.openPerson('llyn', 'Ianto');
      const file = new URL(adviser.page.url()).pathname;
      await adviser.button('person:app.invite').click();
      const code = (await adviser.page.locator('.app-code').innerText()).trim();
      await adviser.context.setOffline(true);
      adviser.isOfflineExpected = true;
      place = await joinScheme(adviser, file, SCHEME);
      await expect(adviser.page.getByText('Age: 18 on 1 March 2026', {exact: false})).toBeVisible();
      await adviser.checkAccessibility('a place in a scheme');
      await adviser.context.setOffline(false);
      await sendAll(adviser);
      await young.openBrowser();
      await young.join(code);
      await expect(young.page.getByRole('heading', {level: 1, name: t('young:home.title', {name: 'Ianto'})})).toBeVisible({
        timeout: 30 * SECONDS,
      });
      await young.readyForOffline();
    });

    const own = place.replace(/^.*\/income/u, '/my-money/income');
    await test.step('the pilot is closed, and offers nobody anything', async () => {
      await goTo(adviser.page, place.replace(/\/income\/.*$/u, '/money'));
      await adviser.page
        .locator('summary')
        .filter({hasText: t('income:others', {name: 'Ianto'})})
        .click();
      const pilot = adviser.page.getByRole('article').filter({hasText: 'Basic Income for Care Leavers'}).first();
      await expect(pilot.getByText(t('income:closed'))).toBeVisible();
      await expect(pilot.getByText(t('income:offer'))).toHaveCount(0);
    });

    await test.step('the young person answers what they like, alone, with the server gone', async () => {
      for (const each of [manager, adviser, young]) each.isOfflineExpected = true;
      await server.stop('SIGKILL');
      await goTo(young.page, `${own}/check-in`);
      await young.page.locator('#usedFor').fill(USED_FOR);
      await young.page.locator('#moneyControlled').check();
      await young.checkAccessibility('a check-in alone');
      await young.button('income:form.save').click();
      await expect(young.page.getByText(t('income:own.unsent')).first()).toBeVisible();
      await expect(young.page.getByText(t('income:own.worry.waiting'))).toBeVisible();
    });

    await test.step('it reaches Today, is read and closed', async () => {
      await server.start();
      await sendAll(young);
      await untilShown(adviser, '/today', t('today:worry.unread'));
      await adviser.page
        .getByRole('article')
        .filter({hasText: t('today:worry.unread')})
        .getByRole('link')
        .first()
        .click();
      await expect(adviser.page.getByText(t('codes:worry.money_controlled')).first()).toBeVisible();
      await adviser.checkAccessibility('a worry');
      await adviser.button('person:worry.see').click();
      await adviser.page
        .locator('summary')
        .filter({hasText: t('person:worry.close')})
        .click();
      await adviser.page.locator('textarea[id^="outcome-"]').fill(OUTCOME);
      await adviser.button('person:worry.close.save').click();
      await expect(adviser.heading('person:worries')).toHaveCount(0);
      await sendAll(adviser);
    });

    await test.step('the young person reads who saw it and what came of it, and nothing on the phone names what it was', async () => {
      await untilShown(young, own, OUTCOME);
      await expect(young.page.getByText(USED_FOR)).toBeVisible();
      await expect(young.page.getByText(/controls? (the|your) money/iu)).toHaveCount(0);
    });
    for (const each of [manager, adviser, young]) expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
  } finally {
    await Promise.allSettled([manager.leave(), adviser.leave(), young.leave()]);
    await server.end();
  }
});
