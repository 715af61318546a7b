/**
 * I9: nothing that was typed or received can be read from the disk, and (I7) what was called saved is there after
 * kill -9. The search first proves on a canary that it would find an unsealed word.
 */
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {RunningServer} from '../support/running-server.ts';
import {killBrowserOf, searchProfile} from '../support/raw-profile.ts';
import {PersonAtWork} from './person-at-work.ts';

const CANARY = 'Canari-melyn-heb-ei-selio';
const NOTE = 'Sgwrsiodd am glarinét a’i fodryb Gwladus Pryderi.';
const DRAFT = 'Hanner brawddeg am Blodwen Trefaldwyn';
/** What must not be on the disk: what was typed, and what the caseload holds. */
const SECRETS = [NOTE, 'clarinét', 'Gwladus', DRAFT, 'Blodwen', 'Ianto', 'Llŷn-Morris', 'WC1042897', 'Hafgan', 'Ci mawr yn y cyfeiriad'];

test('a killed browser leaves nothing to read, and everything that was saved', async () => {
  test.setTimeout(180_000);
  const server = await RunningServer.prepare();
  const phone = new PersonAtWork(server.url, 'cy');
  try {
    await server.start();
    await server.importExtract();
    await phone.settleIn(await server.invite('U2041', 'adviser'));

    // The proof that the search finds: enough rows that the browser packs them into tables.
    await phone.page.evaluate(async canary => {
      const opening = indexedDB.open('canary', 1);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', {autoIncrement: true});
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('no database'));
      });
      const filling = db.transaction('rows', 'readwrite', {durability: 'strict'});
      for (let n = 0; n < 9_000; n++) filling.objectStore('rows').add(`${canary} ${n} ${'lorem '.repeat(150)}`);
      await new Promise(resolve => (filling.oncomplete = resolve));
      db.close();
    }, CANARY);

    await phone.openPerson('llyn', 'Ianto');
    await phone.fillHomeVisit(NOTE);
    await phone.context.setOffline(true);
    phone.isOfflineExpected = true;
    await phone.button('contact:save').click();
    await expect(phone.page.getByText(phone.t('sync:delivery.saved_here')).first()).toBeVisible();
    await phone.go('nav.record');
    await phone.page.getByRole('button', {name: /^Cai/}).first().click();
    await phone.page.getByRole('button', {name: phone.t('contact:how.visit')}).click();
    await phone.page.getByRole('button', {name: phone.t('contact:where.home')}).click();
    await phone.page.getByLabel(phone.t('contact:note.title')).fill(DRAFT);
    await expect(phone.page.getByText(phone.t('common:draft.kept'))).toBeVisible();
    expect(killBrowserOf(phone.profile)).toBeGreaterThan(0);
    await phone.closeBrowser().catch(() => undefined);

    const canaries = searchProfile(phone.profile, [CANARY]);
    expect(canaries.some(({where}) => where === 'block')).toBe(true);
    expect(searchProfile(phone.profile, SECRETS)).toEqual([]);

    // A killed browser may not have written its plain storage yet; the vault knows which language was spoken.
    rmSync(join(phone.profile, 'Default', 'Local Storage'), {recursive: true});
    await phone.openBrowser();
    await phone.unlock();
    await phone.go('sync');
    // The browser writes its cookies now and then: killed before that, it asks to sign in again, and nothing is lost.
    const accepted = phone.page.getByText(phone.t('sync:state.accepted'), {exact: true}).first();
    const signInAgain = phone.page.getByRole('main').getByRole('link', {name: phone.t('sync:signInAgain'), exact: true});
    await expect(accepted.or(signInAgain).first()).toBeVisible();
    if (await signInAgain.isVisible()) {
      await signInAgain.click();
      await phone.fillSignIn('catrin.hafganprice@example.org');
    }
    await expect(accepted).toBeVisible();
    await phone.openPerson('llyn', 'Ianto');
    await phone.part('contacts');
    await expect(phone.page.getByText(NOTE)).toHaveCount(1);
    await phone.go('nav.today');
    await expect(phone.page.getByRole('heading', {name: phone.t('today:drafts.title')})).toBeVisible();
  } finally {
    await phone.leave();
    await server.end();
  }
});
