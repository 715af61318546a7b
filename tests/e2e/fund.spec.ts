/**
 * St David's Day Fund from the sofa to the receipt, in Welsh on the embedded store and in English on PostgreSQL: asked by the
 * young person with no server, questioned and recommended by their adviser, given in part by a manager from the budget, paid by
 * finance, and what it did told in the end. Nobody's device shows money as given before the server has said so, and what staff
 * think never comes to the phone.
 */
import {expect, test} from '@playwright/test';
import {financialYearOf} from '#domain/fund/ledger.ts';
import {RunningServer} from '../support/running-server.ts';
import {sendAll, untilShown} from './arranging.ts';
import {goTo, PersonAtWork} from './person-at-work.ts';

const SECONDS = 1_000;
const WHAT = 'Gwersi gitâr gyda Siân yn y dre — dw i’n cysgu’n well pan dw i’n chwarae.';
const QUESTION = 'Sawl gwers ydych chi’n meddwl amdanyn nhw?';
const ANSWER = 'Deg, bob dydd Iau.';
const NOTE = 'Nodyn i’r tîm yn unig: gofyn i’r ganolfan gerdd am bris is';
const REASON = 'Rydyn ni’n talu am chwe gwers yn gyntaf. Gofynnwch eto ar ôl hynny.';
const DID = 'Dw i’n gallu chwarae tair cân.';

/** Pounds spent of the fund in the year of today, as the page of budgets says it. */
async function spentOn(person: PersonAtWork): Promise<number> {
  await goTo(person.page, '/authority/budgets');
  const card = person.page
    .getByRole('article')
    .filter({hasText: financialYearOf(new Date().toISOString())})
    .filter({hasText: "St David's Day Fund"});
  const label = card
    .locator('dt')
    .filter({hasText: person.t('authority:budget.spent')})
    .first();
  await expect(label).toBeVisible();
  return Number((await label.locator('+ dd').innerText()).replaceAll(/[£,]/gu, ''));
}

for (const language of ['cy', 'en'] as const)
  test(`asked, recommended, given in part, paid, and told what it did (${language})`, async () => {
    test.setTimeout(900 * SECONDS);
    const server = await RunningServer.prepare({databaseUrl: language === 'en' ? process.env['TEST_DATABASE_URL'] : undefined});
    const somebody = () => new PersonAtWork(server.url, language);
    const [adviser, young, manager, finance] = [somebody(), somebody(), somebody(), somebody()];
    const {t} = adviser;
    const summary = (person: PersonAtWork, words: string) => person.page.locator('summary').filter({hasText: words}).first();
    try {
      await server.start();
      await server.importExtract();
      await adviser.settleIn(await server.invite('U2041', 'adviser'));
      await adviser.openPerson('llyn', 'Ianto');
      const file = new URL(adviser.page.url()).pathname;
      await adviser.button('person:app.invite').click();
      const code = (await adviser.page.locator('.app-code').innerText()).trim();
      await young.openBrowser();
      await young.join(code);
      await expect(young.page.getByRole('heading', {level: 1, name: t('young:home.title', {name: 'Ianto'})})).toBeVisible({
        timeout: 30 * SECONDS,
      });
      await young.readyForOffline();
      let request = '';
      let spent = 0;

      await test.step('the young person asks with no server, and is told that it has not been sent', async () => {
        for (const each of [adviser, young]) each.isOfflineExpected = true;
        await server.stop('SIGKILL');
        await goTo(young.page, '/my-money');
        await young.page.getByRole('link', {name: t('young:fund.ask')}).click();
        await young.page.getByRole('button', {name: t('young:spend.hobby_activity')}).click();
        await young.page.locator('#words').fill(WHAT);
        await young.page.getByLabel(t('young:ask.cost.known'), {exact: true}).check();
        await young.page.locator('#amount').fill('£120.00');
        await young.page.locator('#section').selectOption({label: t('young:section.health')});
        await young.page.getByLabel(t('young:ask.urgent.normal'), {exact: true}).check();
        await young.checkAccessibility('asking the fund');
        await young.button('young:ask.send').click();
        await expect(young.page).toHaveURL(/\/my-money\/[0-9a-f-]{36}$/u);
        request = new URL(young.page.url()).pathname.split('/').at(-1) ?? '';
        await expect(young.page.getByText(t('young:fund.unsent')).first()).toBeVisible();
      });

      const atWork = `${file}/money/${request}`;
      const atHome = `/my-money/${request}`;
      await test.step('the adviser asks a question, and it is answered', async () => {
        await server.start();
        await sendAll(young);
        await untilShown(adviser, atWork, WHAT);
        await summary(adviser, t('fund:question.write', {name: 'Ianto'})).click();
        await adviser.page.locator('#question').fill(QUESTION);
        await adviser.button('fund:question.save').click();
        await sendAll(adviser);
        await untilShown(young, atHome, QUESTION);
        await young.page.locator('#fund-answer').fill(ANSWER);
        await young.button('young:answerQuestion.send').click();
        await sendAll(young);
      });

      await test.step('what staff think stays with staff; a part is recommended', async () => {
        await untilShown(adviser, atWork, ANSWER);
        await summary(adviser, t('fund:notes.write')).click();
        await adviser.page.locator('#notes').fill(NOTE);
        await adviser.button('fund:notes.save').click();
        await summary(adviser, t('fund:recommend.write')).click();
        await adviser.page.locator('#recommend-part').check();
        await adviser.page.locator('#recommend-amount').fill('72');
        await adviser.button('fund:recommend.save').click();
        await sendAll(adviser);
      });

      await test.step('a manager gives the fund its money, and this request a part of it', async () => {
        manager.firstScreen = 'team:title';
        await manager.settleIn(await server.invite('U2083', 'manager'));
        await goTo(manager.page, '/authority/budgets');
        await manager.button('authority:budget.set').click();
        await manager.page.locator('#budget-year').fill(financialYearOf(new Date().toISOString()));
        await manager.page.locator('#budget-fund').fill("St David's Day Fund");
        await manager.page.locator('#budget-amount').fill('20,000');
        await manager.page.locator('#budget-reason').fill('Grant ychwanegol y cyngor');
        await manager.button('authority:form.save').click();
        await sendAll(manager);
        spent = await spentOn(manager);
        await goTo(manager.page, '/fund');
        await expect(manager.page.getByRole('link', {name: /Ianto/u}).first()).toBeVisible();
        await goTo(manager.page, file);
        await manager.page.getByRole('button', {name: t('people:openOnlineFor', {name: 'Ianto'})}).click();
        await expect(manager.page.getByRole('heading', {level: 1, name: /Ianto/u})).toBeVisible();
        await goTo(manager.page, atWork);
        await expect(manager.page.getByText(NOTE).first()).toBeVisible();
        await manager.page.locator('#outcome-part').check();
        await manager.page.locator('#award').fill('72.00');
        await manager.page.locator('#reason').fill(REASON);
        await manager.checkAccessibility('deciding');
        await manager.button('fund:decide.save').click();
        await sendAll(manager);
      });

      await test.step('the young person reads the answer and why', async () => {
        await untilShown(young, atHome, REASON);
        await expect(young.page.getByText('£72').first()).toBeVisible();
      });

      await test.step('finance pays it once, and the budget says so', async () => {
        finance.firstScreen = 'payments:title';
        await finance.settleIn(await server.invite('U2090', 'finance_officer'));
        const card = finance.page
          .getByRole('article')
          .filter({hasText: 'Ianto'})
          .filter({hasText: t('codes:spend.hobby_activity')})
          .first();
        await expect(card).toBeVisible();
        await card.locator('summary').first().click();
        await finance.checkAccessibility('paying');
        await card.getByLabel(t('codes:payment.supplier_invoice'), {exact: true}).check();
        await card.getByLabel(t('payments:form.reference'), {exact: true}).fill('ANF 12');
        await card.getByRole('button', {name: t('payments:form.save'), exact: true}).click();
        await expect(finance.page.getByText(t('payments:done.paid'))).toBeVisible();
        await sendAll(finance);
        expect(await spentOn(finance)).toBe(spent + 72);
      });

      await test.step('the young person shows the receipt and tells what it did; the adviser closes it', async () => {
        await untilShown(young, atHome, t('young:fund.paid', {amount: '£72'}).split(':')[0] ?? '');
        await young.button('young:outcome.open').click();
        await young.page.locator('#outcome-words').fill(DID);
        await young.button('young:outcome.send').click();
        await sendAll(young);
        await untilShown(adviser, atWork, DID);
        await summary(adviser, t('fund:close')).click();
        await adviser.page.locator('#without').fill('Gwersi, nid nwyddau: mae’r anfoneb gan y tîm cyllid.');
        await adviser.button('fund:close.save').click();
        await sendAll(adviser);
      });

      await test.step('nothing of staff’s notes came to the phone', async () => {
        await goTo(young.page, atHome);
        await expect(young.page.getByText(NOTE)).toHaveCount(0);
      });
      for (const each of [adviser, young, manager, finance]) expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await Promise.allSettled([adviser.leave(), young.leave(), manager.leave(), finance.leave()]);
      await server.end();
    }
  });
