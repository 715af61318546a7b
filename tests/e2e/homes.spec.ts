/**
 * A home from the phone to everybody who has to act, in each language: a move recorded with no signal and what follows from
 * it, a home judged and decided about, what a young person says of it, nowhere to stay tonight, and the meeting with its
 * decisions back on the phone. With SCREENSHOTS set, screens are kept there.
 */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {sendAll, untilShown} from './arranging.ts';
import {fillDate} from './making-a-plan.ts';
import {goTo, PersonAtWork} from './person-at-work.ts';
import {serverForAll} from './shared-server.ts';

const KEPT = process.env['SCREENSHOTS'];
const running = serverForAll();

async function look(person: PersonAtWork, name: string): Promise<void> {
  await person.checkAccessibility(name);
  if (KEPT === undefined) return;
  mkdirSync(KEPT, {recursive: true});
  for (const width of [360, 1280]) {
    await person.page.setViewportSize({width, height: 800});
    await person.page.screenshot({path: join(KEPT, `home-${name}-${person.language}-${width}.png`), fullPage: true});
  }
  await person.page.setViewportSize({width: 360, height: 740});
}

async function choose(person: PersonAtWork, group: string, choice: string): Promise<void> {
  await person.page
    .getByRole('group', {name: person.t(group), exact: true})
    .getByLabel(person.t(choice), {exact: true})
    .check();
}

async function save(person: PersonAtWork): Promise<void> {
  await person.button('profile:save').click();
  await expect(person.page).toHaveURL(/\/home$/u);
}

/** Of the day that it is. */
function today(): readonly [string, string, string] {
  const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-');
  return [String(Number(day)), String(Number(month)), year];
}

/** Somebody else in each language, since the server is one. */
const WHO = {cy: ['llyn', 'Ianto'], en: ['corsiog', 'Brandon']} as const;

for (const language of ['cy', 'en'] as const) {
  test(`a home, from a move to everybody who has to act (${language})`, async () => {
    test.setTimeout(480_000);
    const at = () => new PersonAtWork(running().url, language);
    const [adviser, manager, young] = [at(), at(), at()];
    const [search, name] = WHO[language];
    try {
      await adviser.settleIn(await running().invite('U2041', 'adviser'));
      await adviser.openPerson(search, name);
      const file = new URL(adviser.page.url()).pathname;
      const home = `${file}/home`;
      await adviser.button('person:app.invite').or(adviser.button('person:app.again')).click();
      const code = (await adviser.page.locator('.app-code').innerText()).trim();
      await young.openBrowser();
      await young.join(code);
      await expect(young.heading('young:home.title', {name})).toBeVisible({timeout: 30_000});
      const {page, t} = adviser;
      await goTo(page, home);
      await look(adviser, 'before');

      // On a visit, with no signal.
      await adviser.readyForOffline();
      adviser.isOfflineExpected = true;
      await adviser.context.setOffline(true);
      await goTo(page, `${home}/move`);
      await adviser.button('profile:save').click();
      await look(adviser, 'move-errors');
      await choose(adviser, 'home:field.how', 'home:choice.how.move');
      await page.locator('#type').selectOption({label: t('codes:home.bed_breakfast')});
      await choose(adviser, 'home:field.providedByAuthority', 'home:choice.provided.yes');
      await choose(adviser, 'home:field.providedUnder', 'codes:providedUnder.s110');
      await choose(adviser, 'home:field.roomStandard', 'codes:roomStandard.basic');
      await page.locator('#landlord').fill('Gwesty’r Wylan Hud');
      await page.locator('#weeklyRentPence').fill('210');
      await choose(adviser, 'home:field.movePlanned', 'home:choice.planned.no');
      await expect(page.getByText(t('home:follows.provided')).first()).toBeVisible();
      await look(adviser, 'move');
      await save(adviser);
      await expect(page.getByText('Gwesty’r Wylan Hud').first()).toBeVisible();
      await page.getByRole('link', {name: t('home:way.judge'), exact: true}).click();
      await choose(adviser, 'home:field.judgedBecause', 'codes:judgedBecause.move');
      await page
        .getByRole('group', {name: t('home:field.concerns'), exact: true})
        .getByLabel(t('codes:suitabilityCheck.safety'), {exact: true})
        .check();
      await choose(adviser, 'home:field.theirView', 'codes:theirView.disagree');
      await page.locator('#theirWords').fill('Dydw i ddim yn cysgu yma.');
      await choose(adviser, 'home:field.result', 'codes:suitability.unsuitable');
      await page.locator('#reason').fill('The door does not lock.');
      await page.locator('#plan').fill('Another room by Friday.');
      await look(adviser, 'judge');
      await save(adviser);
      await expect(page.getByText(t('home:decision.waits'))).toBeVisible();
      await goTo(page, `${home}/risk`);
      await choose(adviser, 'home:field.level', 'codes:homeRisk.at_risk');
      await page.locator('#words').fill('He does not feel safe there.');
      await look(adviser, 'risk');
      await save(adviser);
      await adviser.context.setOffline(false);
      await sendAll(adviser);

      // The young person, alone.
      await young.readyForOffline();
      young.isOfflineExpected = true;
      await young.context.setOffline(true);
      await goTo(young.page, '/my-home');
      await look(young, 'own');
      await young.page
        .locator('summary')
        .filter({hasText: young.t('young:myHome.tell')})
        .click();
      await choose(young, 'young:myHome.what', 'young:myHome.what.asked_to_leave');
      await young.page.locator('#home-words').fill('Maen nhw eisiau’r ystafell yn ôl.');
      await look(young, 'own-tell');
      await young.button('young:myHome.send').click();
      await expect(young.page.getByText(young.t('young:myHome.notHeard'))).toBeVisible();
      await young.context.setOffline(false);
      await goTo(young.page, '/home');
      await untilShown(adviser, home, 'Maen nhw eisiau’r ystafell yn ôl.');
      await look(adviser, 'news');
      await adviser.button('home:news.hear').click();
      await expect(adviser.button('home:news.hear')).toHaveCount(0);

      // Nowhere tonight.
      await page.getByRole('link', {name: t('home:way.tonight'), exact: true}).click();
      await expect(adviser.heading('home:form.homeless')).toBeVisible();
      await fillDate(adviser, 'home:field.appliedOn', today());
      await choose(adviser, 'home:field.askedIfCareExperienced', 'home:choice.asked.no');
      await look(adviser, 'homeless-form');
      await save(adviser);
      await look(adviser, 'standing');
      await page.getByRole('link', {name: t('home:homeless.open'), exact: true}).click();
      await expect(page.getByText(t('home:owed.situation.homeless'))).toBeVisible();
      await look(adviser, 'homeless');
      await page.getByRole('link', {name: t('home:way.meeting'), exact: true}).click();
      await page.locator('#attendee1').fill('Elin Gwylan-Hud');
      await page.locator('#from1').fill('Tai');
      await page.locator('#decision1').fill('Ystafell mewn foyer.');
      await page.locator('#who1').fill('Elin');
      await look(adviser, 'meeting');
      await save(adviser);
      await sendAll(adviser);

      // Whoever leads the team decides about the home.
      manager.firstScreen = 'team:title';
      await manager.settleIn(await running().invite('U2083', 'manager'), {width: 1280, height: 800});
      await goTo(manager.page, home);
      await manager.button('people:openOnlineFor', {name}).click();
      await expect(manager.page.getByText(manager.t('home:decision.waits'))).toBeVisible({timeout: 30_000});
      await manager.page.getByRole('link', {name: manager.t('home:way.decide'), exact: true}).click();
      await choose(manager, 'home:field.agreed', 'home:choice.agreed.yes');
      await manager.page.locator('#words').fill('Yes, by Friday at the latest.');
      await look(manager, 'decide');
      await save(manager);
      await sendAll(manager);
      await untilShown(adviser, home, 'Yes, by Friday at the latest.');
      await look(adviser, 'whole');

      // What it has come to, on the phone.
      await expect(async () => {
        await goTo(young.page, '/home');
        await goTo(young.page, '/my-home');
        await expect(young.page.getByText('Ystafell mewn foyer.')).toBeVisible({timeout: 5_000});
      }).toPass({timeout: 120_000});
      await look(young, 'own-whole');
      await expect(young.page.getByText('The door does not lock.')).toHaveCount(0);
      for (const each of [adviser, manager, young]) expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await Promise.allSettled([adviser.leave(), manager.leave(), young.leave()]);
    }
  });
}
