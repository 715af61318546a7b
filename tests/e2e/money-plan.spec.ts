/**
 * Money week by week, in each language: a young person writes it alone and without a connection, asks for help, their adviser
 * sees it, goes on in the same list and makes an action of it, and both print it. With SCREENSHOTS set, screens and paper are kept there.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {writeMoney} from './arranging.ts';
import {fillDate} from './making-a-plan.ts';
import {ELSEWHERE_MS, goTo, PersonAtWork} from './person-at-work.ts';
import {serverForAll} from './shared-server.ts';

const KEPT = process.env['SCREENSHOTS'];
const WEEK = '/my-money/week';
const running = serverForAll();

async function look(person: PersonAtWork, name: string): Promise<void> {
  await person.checkAccessibility(name);
  if (KEPT === undefined) return;
  mkdirSync(KEPT, {recursive: true});
  for (const width of [360, 1280]) {
    await person.page.setViewportSize({width, height: 800});
    await person.page.screenshot({path: join(KEPT, `money-${name}-${person.language}-${width}.png`), fullPage: true});
  }
  await person.page.setViewportSize({width: 360, height: 740});
}

/** @returns the text of the sheet, once it is noted and may come onto paper. */
async function printed(person: PersonAtWork, name: string, language: 'cy' | 'en'): Promise<string> {
  const {page} = person;
  await expect(person.heading('print:title')).toBeVisible();
  await page.evaluate(() => (globalThis.print = () => undefined));
  await page.getByLabel(person.t(`codes:language.${language}`), {exact: true}).check();
  await expect(page.locator(`.app-paper[lang="${language}"]`)).toBeVisible();
  await person.button('print:go').click();
  await expect(page.locator('.app-paper--noted')).toBeVisible();
  const pdf = await page.pdf({preferCSSPageSize: true, tagged: true});
  if (KEPT) writeFileSync(join(KEPT, `money-${name}-${person.language}-${language}.pdf`), pdf);
  const text = await page.locator('.app-paper').innerText();
  await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
  return text;
}

for (const language of ['cy', 'en'] as const) {
  test(`money week by week, from the phone to the plan (${language})`, async () => {
    test.setTimeout(480_000);
    const [adviser, young] = [new PersonAtWork(running().url, language), new PersonAtWork(running().url, language)];
    try {
      await adviser.settleIn(await running().invite('U2041', 'adviser'));
      await adviser.openPerson('llyn', 'Ianto');
      const file = new URL(adviser.page.url()).pathname;
      await adviser.button('person:app.invite').or(adviser.button('person:app.again')).click();
      const code = (await adviser.page.locator('.app-code').innerText()).trim();
      await young.openBrowser();
      await young.join(code);
      await expect(young.heading('young:home.title', {name: 'Ianto'})).toBeVisible({timeout: 30_000});
      await goTo(young.page, '/my-money');
      await look(young, 'my-money');
      await young.page.getByRole('link', {name: young.t('young:week.open'), exact: true}).click();
      await expect(young.heading('money-plan:title')).toBeVisible();
      await look(young, 'empty');

      // Alone, and without a connection.
      await young.readyForOffline();
      young.isOfflineExpected = true;
      await young.context.setOffline(true);
      await goTo(young.page, `${WEEK}/add/income`);
      await look(young, 'add');
      await young.button('money-plan:save').click();
      await look(young, 'add-errors');
      await writeMoney(young, WEEK, ['income', 'wages', '£1,250.00', 'month']);
      await writeMoney(young, WEEK, ['outgoing', 'rent', '95', 'week']);
      const food = await writeMoney(young, WEEK, ['outgoing', 'food', '60.50', 'week']);
      const behind = await writeMoney(young, WEEK, ['arrears', 'rent_behind', '240', null]);
      await writeMoney(young, WEEK, ['debt', 'shop_debt', '120', null]);
      await writeMoney(young, WEEK, ['saving', 'bank_saving', '15', null]);
      await look(young, 'left');
      await goTo(young.page, behind);
      await young.button('money-plan:wish.help').click();
      await expect(young.page.getByText(young.t('money-plan:wish.help.unsent')).first()).toBeVisible();
      await look(young, 'line');
      await young.button('money-plan:change').click();
      await look(young, 'line-change');
      await goTo(young.page, `${WEEK}/benefits`);
      await look(young, 'benefits');
      await goTo(young.page, `${WEEK}/benefits/pip`);
      await young.page.getByLabel(young.t('money-plan:state.not_yet'), {exact: true}).check();
      await look(young, 'benefit');
      await young.button('money-plan:save').click();
      await expect(young.heading('money-plan:benefits')).toBeVisible();
      await goTo(young.page, `${WEEK}/helper`);
      await young.page.locator('#helper').fill('Mam-gu, a Mair o’r coleg');
      await look(young, 'helper');
      await young.button('money-plan:save').click();
      await expect(young.page.getByText('Mam-gu, a Mair o’r coleg').first()).toBeVisible();
      await goTo(young.page, food);
      await young.button('money-plan:takeOut').click();
      await young.button('money-plan:takeOut.yes').click();
      await expect(young.button('money-plan:putBack')).toBeVisible();
      await writeMoney(young, WEEK, ['outgoing', 'energy', '250', 'week']);
      await expect(young.page.getByText(young.t('money-plan:short'))).toBeVisible();
      await look(young, 'short');
      await young.page.getByRole('link', {name: young.t('money-plan:print'), exact: true}).click();
      const [cy, en] = [await printed(young, 'own', 'cy'), await printed(young, 'own', 'en')];
      expect(cy).toContain('Beth sy’n dod i mewn');
      expect(en).toContain('What comes in');
      for (const sheet of [cy, en]) {
        expect(sheet).toContain('£1,250');
        expect(sheet).not.toContain('£60.50');
      }

      await young.context.setOffline(false);
      await goTo(young.page, WEEK);
      await expect(young.page.getByText(young.t('sync:delivery.saved_here'))).toHaveCount(0, {timeout: ELSEWHERE_MS});
      const {page, t} = adviser;
      await goTo(page, '/today');
      await expect(page.getByText(t('today:young.money'))).toBeVisible({timeout: ELSEWHERE_MS});
      await look(adviser, 'staff-today');
      await goTo(page, `${file}/money`);
      await expect(page.getByText(t('money-plan:wish.help.staff', {name: 'Ianto'}))).toBeVisible();
      await look(adviser, 'staff-part');
      await page.getByRole('link', {name: t('money-plan:action.for', {what: t('codes:moneyLine.rent_behind')}), exact: true}).click();
      await expect(adviser.heading('money-plan:action')).toBeVisible();
      await look(adviser, 'staff-action');
      await fillDate(adviser, 'plan:action.due', ['15', '3', String(new Date().getFullYear() + 1)]);
      await adviser.button('plan:action.save').click();
      await expect(page.getByText(t('money-plan:wish.planned.staff')).last()).toBeVisible();
      await look(adviser, 'staff-list');
      await goTo(page, `${file}/plan`);
      await expect(page.getByText(t('codes:moneyLine.rent_behind')).first()).toBeVisible();
      await goTo(page, `${file}/print/money`);
      expect(await printed(adviser, 'staff', language)).toContain('£1,250');
      // What their adviser has done with it reaches the phone.
      await goTo(young.page, behind);
      await expect(young.page.getByText(young.t('money-plan:wish.planned.said'))).toBeVisible({timeout: ELSEWHERE_MS});
      for (const each of [adviser, young]) expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await Promise.allSettled([adviser.leave(), young.leave()]);
    }
  });
}
