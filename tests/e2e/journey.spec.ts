/**
 * The first whole journey on a real import, in each language: visit offline, sync, second device, manager, cover, two
 * texts, revocation. Offline means that the server process is stopped. Welsh runs on the embedded store; English on
 * PostgreSQL where there is one.
 */
import {expect, test} from '@playwright/test';
import {TEST_DATABASE_URL} from '../support/databases.ts';
import {RunningServer} from '../support/running-server.ts';
import {ELSEWHERE_MS, PersonAtWork} from './person-at-work.ts';

const CATRIN = {staff: 'U2041', email: 'catrin.hafganprice@example.org'};
const MARLON = {staff: 'U2048', email: 'marlon.finchleyboyd@example.org'};
const HELEN = {staff: 'U2083', email: 'helen.cloudesleigh@example.org'};
const NOTE = 'Galwais heibio’r tŷ. Mae Ianto’n hoffi’r fflat newydd ond mae’r gwresogydd yn swnllyd — ŵyr neb pam.';
const ACTION = 'Ffonio’r landlord am y gwresogydd';
const SECONDS = 1_000;

test.setTimeout(900 * SECONDS);

async function recordHomeVisit(person: PersonAtWork, note: string, action?: string): Promise<void> {
  const {page, t} = person;
  await person.fillHomeVisit(note);
  if (action !== undefined) {
    await person.button('contact:actions.add').click();
    await page.getByLabel(t('contact:actions.what')).fill(action);
    await page.getByLabel(t('contact:actions.owner.me'), {exact: true}).check();
  }
  await person.checkAccessibility('record a contact');
  await person.button('contact:save').click();
}

for (const language of ['cy', 'en'] as const) {
  test(`a visit offline reaches the second device and the manager (${language})`, async () => {
    const server = await RunningServer.prepare({databaseUrl: language === 'en' ? TEST_DATABASE_URL : undefined});
    const phone = new PersonAtWork(server.url, language);
    const laptop = new PersonAtWork(server.url, language);
    const manager = new PersonAtWork(server.url, language);
    const colleague = new PersonAtWork(server.url, language);
    try {
      await server.start();
      await server.importExtract();

      await test.step('an adviser accepts the invitation and protects the phone', async () => {
        await phone.openBrowser();
        await phone.acceptInvitation(await server.invite(CATRIN.staff, 'adviser'));
        await phone.protectDevice();
        await phone.firstSync();
        await phone.checkAccessibility('today');
        await phone.go('nav.people');
        await expect(phone.page.getByText('Cai', {exact: true}).first()).toBeVisible();
        await phone.checkAccessibility('my young people');
        await phone.readyForOffline();
      });

      await test.step('records a home visit with the server stopped and the browser opened anew', async () => {
        phone.isOfflineExpected = true;
        await server.stop();
        await phone.closeBrowser();
        await phone.openBrowser();
        await phone.unlock();
        await phone.openPerson('llyn', 'Ianto');
        await phone.checkAccessibility('overview');
        await recordHomeVisit(phone, NOTE, ACTION);
        await expect(phone.page.getByText(phone.t('sync:delivery.saved_here')).first()).toBeVisible();
        await phone.go('sync');
        await expect(phone.page.getByText(phone.t('sync:state.saved_here'), {exact: true}).first()).toBeVisible();
        await phone.checkAccessibility('saved and sent');
      });

      await test.step('the item is sent and accepted when the server is there again', async () => {
        await server.start();
        phone.isOfflineExpected = false;
        await phone.button('sync:retry').click();
        await expect(phone.page.getByText(phone.t('sync:state.accepted'), {exact: true}).first()).toBeVisible({timeout: 30 * SECONDS});
        await expect(phone.page.getByText(phone.t('sync:state.saved_here'), {exact: true})).toHaveCount(0);
      });

      await test.step('the second device shows it, and the next one within five seconds', async () => {
        await laptop.openBrowser({width: 1280, height: 800});
        await laptop.signIn(CATRIN.email);
        await laptop.protectDevice();
        await laptop.firstSync();
        await laptop.openPerson('Morris', 'Ianto');
        await laptop.part('contacts');
        await expect(laptop.page.getByText(NOTE)).toBeVisible();
        await laptop.checkAccessibility('contacts');
        await phone.openPerson('llŷn', 'Ianto');
        await recordHomeVisit(phone, 'Ail ymweliad yr un diwrnod.');
        const saved = Date.now();
        await expect(laptop.page.getByText('Ail ymweliad yr un diwrnod.')).toBeVisible({timeout: 30 * SECONDS});
        test.info().annotations.push({type: 'poke', description: `${Date.now() - saved} ms`});
      });

      await test.step('the manager sees it, opened on demand', async () => {
        manager.firstScreen = 'team:title';
        await manager.settleIn(await server.invite(HELEN.staff, 'manager'), {width: 1280, height: 800});
        await manager.go('nav.people');
        await manager.page.getByLabel(manager.t('people:search.label')).fill('llyn-morris');
        await manager.checkAccessibility('the team’s people');
        await manager.button('people:openOnlineFor', {name: 'Ianto'}).click();
        await expect(manager.page.getByRole('heading', {level: 1, name: 'Ianto'})).toBeVisible();
        await manager.part('contacts');
        await expect(manager.page.getByText(NOTE)).toBeVisible();
      });

      await test.step('a colleague without a grant sees nothing of the person, then gets cover', async () => {
        await colleague.settleIn(await server.invite(MARLON.staff, 'adviser'));
        await colleague.go('nav.people');
        await colleague.page.getByLabel(colleague.t('people:search.label')).fill('Ianto');
        await expect(colleague.page.getByText(colleague.t('people:noMatch.title')).first()).toBeVisible();
        await manager.part('overview');
        await manager.button('person:cover.give').click();
        await manager.page.getByLabel(manager.t('person:cover.who')).selectOption({label: 'Marlon Finchley-Boyd'});
        const last = manager.page.getByRole('group', {name: manager.t('person:cover.until')});
        await last.getByLabel(manager.t('common:date.day')).fill('31');
        await last.getByLabel(manager.t('common:date.month')).fill('12');
        await last.getByLabel(manager.t('common:date.year')).fill(String(new Date().getFullYear() + 1));
        await manager.checkAccessibility('give cover');
        await manager.button('person:cover.submit').click();
        await expect(colleague.page.getByRole('link', {name: 'Ianto'})).toBeVisible({timeout: 30 * SECONDS});
        await expect(manager.page.getByText(manager.t('person:cover.waiting'))).toHaveCount(0, {timeout: 30 * SECONDS});
      });

      await test.step('both write the risk summary offline; both texts are shown to both', async () => {
        for (const person of [phone, laptop, manager, colleague]) person.isOfflineExpected = true;
        await server.stop();
        const write = async (person: PersonAtWork, text: string) => {
          await person.openPerson('Ianto', 'Ianto');
          await person.button('person:risk.write').click();
          await person.page.getByLabel(person.t('person:risk.label')).fill(text);
          await person.button('person:risk.save').click();
          await expect(person.page.getByText(text)).toBeVisible();
        };
        await write(phone, 'Ci mawr yn y tŷ; cnociwch yn uchel.');
        await write(colleague, 'Call before you go: shift work.');
        await server.start();
        for (const person of [phone, colleague]) {
          await expect(person.page.getByText(person.t('person:risk.twoTitle'))).toBeVisible({timeout: ELSEWHERE_MS});
          await expect(person.page.getByText('Ci mawr yn y tŷ; cnociwch yn uchel.')).toBeVisible();
          await expect(person.page.getByText('Call before you go: shift work.')).toBeVisible();
        }
        await colleague.checkAccessibility('two versions');
      });

      await test.step('the end of cover takes the file away and parks what was unsent', async () => {
        await colleague.context.setOffline(true);
        await recordHomeVisit(colleague, 'Heb ei anfon cyn i’r cyfnod ddod i ben.');
        await expect(colleague.page.getByText(colleague.t('sync:delivery.saved_here')).first()).toBeVisible();
        await manager.openPerson('llyn-morris', 'Ianto');
        await manager.button('person:cover.endFor', {who: 'Marlon Finchley-Boyd'}).click();
        await expect(manager.page.getByText(manager.t('person:cover.none', {name: 'Ianto'}))).toBeVisible({timeout: ELSEWHERE_MS});
        await colleague.context.setOffline(false);
        await colleague.go('nav.people');
        await colleague.page.getByLabel(colleague.t('people:search.label')).fill('Ianto');
        await expect(colleague.page.getByText(colleague.t('people:noMatch.title')).first()).toBeVisible({timeout: ELSEWHERE_MS});
      });

      await test.step('the manager takes on the parked visit and puts it in the file', async () => {
        await manager.go('nav.more');
        await manager.page.getByRole('link', {name: manager.t('parked:title')}).click();
        const card = manager.page.getByRole('article').filter({hasText: 'Heb ei anfon cyn i’r cyfnod ddod i ben.'});
        await expect(card).toContainText('Marlon Finchley-Boyd');
        await manager.checkAccessibility('parked work');
        await card.getByRole('button', {name: manager.t('parked:take')}).click();
        await card.getByRole('button', {name: manager.t('parked:file')}).click();
        await expect(manager.page.getByText(manager.t('parked:done.filed')).first()).toBeVisible();
        await expect(manager.page.getByText(manager.t('parked:none.title')).first()).toBeVisible();
        await phone.openPerson('Ianto', 'Ianto');
        await phone.part('contacts');
        await expect(phone.page.getByText('Heb ei anfon cyn i’r cyfnod ddod i ben.')).toBeVisible({timeout: ELSEWHERE_MS});
      });

      await test.step('the manager corrects a row that the import held back, and the person comes in', async () => {
        const {page, t} = manager;
        await manager.go('nav.more');
        await page.getByRole('link', {name: t('import-holds:title')}).click();
        await page
          .getByRole('link', {name: t('import-holds:reason.DOB_MISSING')})
          .first()
          .click();
        await expect(manager.heading('import-holds:group.title')).toBeVisible();
        await manager.checkAccessibility('an import group');
        await page
          .getByText(t('import-holds:row.decide'))
          .or(page.getByText(t('import-holds:choice')))
          .first()
          .click();
        await manager.button('import-holds:decide').first().click();
        await expect(page.getByText(t('import-holds:choice.missing')).first()).toBeVisible();
        await page.getByLabel(t('import-holds:choice.correct'), {exact: true}).first().check();
        const birth = page.getByRole('group', {name: t('import-holds:cell.label', {field: t('import-columns:dob')})}).first();
        await birth.getByLabel(t('common:date.day')).fill('4');
        await birth.getByLabel(t('common:date.month')).fill('3');
        await birth.getByLabel(t('common:date.year')).fill('2007');
        await manager.button('import-holds:decide').first().click();
        await expect(page.getByText(t('import-holds:done')).first()).toBeVisible();
      });
      for (const person of [phone, laptop, manager, colleague]) expect(person.faults).toEqual([]);
    } finally {
      await Promise.allSettled([phone.leave(), laptop.leave(), manager.leave(), colleague.leave()]);
      await server.end();
    }
  });
}
