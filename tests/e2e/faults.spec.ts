/**
 * What a bad day does to a visit: a lost reply, a push that arrives twice, a browser killed at the moment of saving, a
 * store restored from a backup, a second tab. One visit each time, and never a word less.
 */
import {expect, test} from '@playwright/test';
import {killBrowserOf} from '../support/raw-profile.ts';
import {RunningServer} from '../support/running-server.ts';
import {PASSPHRASE, PersonAtWork} from './person-at-work.ts';

const PUSH = '**/api/sync/v1/push';

async function expectOnce(person: PersonAtWork, note: string): Promise<void> {
  await person.openPerson('llyn', 'Ianto');
  await person.part('contacts');
  await expect(person.page.getByText(note)).toHaveCount(1);
}

test('a bad day', async () => {
  test.setTimeout(480_000);
  const server = await RunningServer.prepare();
  const phone = new PersonAtWork(server.url, 'en');
  const accepted = () => phone.page.getByText(phone.t('sync:delivery.accepted')).first();
  try {
    await server.start();
    await server.importExtract();
    await phone.settleIn(await server.invite('U2041', 'adviser'));
    phone.isOfflineExpected = true;

    await test.step('the reply of a push is lost', async () => {
      let lost = 0;
      await phone.page.route(PUSH, async route => {
        if (lost++ > 0) return route.continue();
        await route.fetch();
        return route.abort('connectionreset');
      });
      await phone.openPerson('llyn', 'Ianto');
      await phone.fillHomeVisit('The reply was lost.');
      await phone.button('contact:save').click();
      await expect(accepted()).toBeVisible({timeout: 30_000});
      expect(lost).toBeGreaterThan(1);
      await phone.page.unroute(PUSH);
      await expectOnce(phone, 'The reply was lost.');
    });

    await test.step('a push arrives twice', async () => {
      await phone.page.route(
        PUSH,
        async route => {
          await route.fetch();
          await route.fulfill({response: await route.fetch()});
        },
        {times: 1},
      );
      await phone.fillHomeVisit('It came twice.');
      await phone.button('contact:save').click();
      await expect(accepted()).toBeVisible({timeout: 30_000});
      await phone.page.unroute(PUSH);
      await expectOnce(phone, 'It came twice.');
    });

    await test.step('the store is restored: another epoch', async () => {
      const {exit} = await server.llwybr('epoch', 'renew', '--reason', 'test');
      expect(exit).toBe(0);
      await phone.fillHomeVisit('After the backup came back.');
      await phone.button('contact:save').click();
      await expect(accepted()).toBeVisible({timeout: 60_000});
      await expectOnce(phone, 'After the backup came back.');
    });

    await test.step('a second tab takes over and the first one locks', async () => {
      await phone.page
        .getByRole('link', {name: phone.t('person:record')})
        .first()
        .click();
      await phone.page.getByRole('button', {name: phone.t('contact:how.visit')}).click();
      await phone.page.getByRole('button', {name: phone.t('contact:where.home')}).click();
      await phone.page.getByLabel(phone.t('contact:note.title')).fill('Half a sentence in the first tab');
      const second = await phone.context.newPage();
      await second.goto(`${server.url}/today`);
      await second.getByLabel(phone.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
      await second.getByRole('button', {name: phone.t('device:unlock.submit'), exact: true}).click();
      await expect(second.getByRole('heading', {name: phone.t('today:title')})).toBeVisible();
      await expect(phone.heading('device:unlock.title')).toBeVisible();
      await expect(second.getByRole('heading', {name: phone.t('today:drafts.title')})).toBeVisible();
      await second.close();
      await phone.unlock();
      await phone.page
        .getByRole('link', {name: phone.t('today:drafts.contact', {name: 'Ianto'})})
        .first()
        .click();
      await expect(phone.page.getByLabel(phone.t('contact:note.title'))).toHaveValue('Half a sentence in the first tab');
      await phone.button('contact:draft.discard').click();
      await phone.button('common:draft.discardYes').click();
      await phone.openPerson('llyn', 'Ianto');
    });

    await test.step('the browser is killed at the moment of saving', async () => {
      await phone.fillHomeVisit('Killed while saving.');
      await expect(phone.page.getByText(phone.t('common:draft.kept'))).toBeVisible();
      await phone.button('contact:save').click({noWaitAfter: true});
      killBrowserOf(phone.profile);
      await phone.closeBrowser().catch(() => undefined);
      await phone.openBrowser();
      await phone.unlock();
      const draft = phone.page.getByRole('heading', {name: phone.t('today:drafts.title')});
      await phone.openPerson('llyn', 'Ianto');
      await phone.part('contacts');
      await expect(phone.page.getByText('After the backup came back.')).toBeVisible();
      const saved = await phone.page.getByText('Killed while saving.').count();
      await phone.go('nav.today');
      await expect(phone.heading('today:title')).toBeVisible();
      // Saved, or still a draft: one of the two, never neither and never both.
      expect(saved + (await draft.count())).toBe(1);
    });
  } finally {
    await phone.leave();
    await server.end();
  }
});
