/**
 * Learning and work, in each language: an adviser puts down a course with no signal, the young person sees it, says on their own phone
 * and alone that they have a job beside it, and asks for help with its costs; a manager finds the request among those to decide, and the
 * reason is read on the phone. Two that each claim to be the main one are put to a person. With SCREENSHOTS set, screens are kept there.
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
const REASON = {cy: 'Mae angen yr offer ar y cwrs.', en: 'The course needs these tools.'};
const WORDS = {cy: 'Siswrn, combiau a sychwr gwallt', en: 'Scissors, combs and a hairdryer'};

async function look(person: PersonAtWork, name: string): Promise<void> {
  await person.checkAccessibility(name);
  if (KEPT === undefined) return;
  mkdirSync(KEPT, {recursive: true});
  for (const width of [360, 1280]) {
    await person.page.setViewportSize({width, height: 800});
    await person.page.screenshot({path: join(KEPT, `learning-${name}-${person.language}-${width}.png`), fullPage: true});
  }
  await person.page.setViewportSize({width: 360, height: 740});
}

const unfold = (person: PersonAtWork, key: string) =>
  person.page
    .locator('summary')
    .filter({hasText: new RegExp(`^${person.t(key).replaceAll(/[.?()]/gu, String.raw`\$&`)}$`, 'u')})
    .first()
    .click();

for (const language of ['cy', 'en'] as const) {
  test(`learning and work, from a visit with no signal to a decision that is read (${language})`, async () => {
    test.setTimeout(900_000);
    const somebody = () => new PersonAtWork(running().url, language);
    const [adviser, young, manager] = [somebody(), somebody(), somebody()];
    const {t} = adviser;
    const course = language === 'cy' ? 'Trin gwallt' : 'Hairdressing';
    const job = language === 'cy' ? 'Caffi ar y Cei' : 'Quayside café';
    let file = '';
    try {
      await test.step('the adviser puts down a course with no signal', async () => {
        await adviser.settleIn(await running().invite('U2041', 'adviser'));
        await adviser.openPerson('llyn', 'Ianto');
        file = new URL(adviser.page.url()).pathname;
        await adviser.button('person:app.invite').or(adviser.button('person:app.again')).click();
        const code = (await adviser.page.locator('.app-code').innerText()).trim();
        await young.openBrowser();
        await young.join(code);
        await expect(young.heading('young:home.title', {name: 'Ianto'})).toBeVisible({timeout: 30_000});
        await young.readyForOffline();
        await adviser.readyForOffline();
        await adviser.context.setOffline(true);
        adviser.isOfflineExpected = true;
        await goTo(adviser.page, `${file}/learning`);
        await adviser.page
          .locator('summary')
          .filter({hasText: t('learning:enter')})
          .or(adviser.page.locator('summary').filter({hasText: t('learning:enter.first')}))
          .first()
          .click();
        await adviser.page.locator('#enter-code').selectOption('F2');
        await fillDate(adviser, 'learning:since', ['1', '9', '2026']);
        await adviser.page.locator('#enter-what').fill(course);
        await adviser.page.locator('#enter-where').fill('Coleg Cei Llongau');
        await fillDate(adviser, 'learning:expectedEnd', ['1', '7', '2025']);
        await adviser.button('learning:save').click();
        await expect(adviser.page.getByText(t('learning:expectedEnd.order')).first()).toBeVisible();
        await fillDate(adviser, 'learning:expectedEnd', ['1', '7', '2028']);
        const instead = adviser.page.getByLabel(t('learning:place.instead'), {exact: true});
        if ((await instead.count()) > 0) await instead.check();
        await look(adviser, 'entering');
        await adviser.button('learning:save').click();
        await expect(adviser.page.getByRole('article').filter({hasText: course}).first()).toBeVisible();
        await look(adviser, 'file');
        await adviser.context.setOffline(false);
        await sendAll(adviser);
      });

      await test.step('the young person sees it, and says and asks for something alone', async () => {
        await untilShown(young, '/my-learning', course);
        await look(young, 'own');
        await young.context.setOffline(true);
        young.isOfflineExpected = true;
        await unfold(young, 'learning:own.say');
        await young.page.getByLabel(t('income:activity.P5'), {exact: true}).check();
        await young.page.locator('#say-what').fill(job);
        await young.page.getByLabel(t('learning:own.main.yes'), {exact: true}).check();
        await look(young, 'saying');
        await young.button('learning:own.say.save').click();
        await expect(young.page.getByRole('article').filter({hasText: job})).toBeVisible();
        await unfold(young, 'learning:own.costs.ask');
        await young.page.getByLabel(t('codes:educationSupport.course_costs'), {exact: true}).check();
        await young.page.locator('#support-amount').fill('120.50');
        await young.page.locator('#support-words').fill(WORDS[language]);
        await look(young, 'asking');
        await young.button('learning:support.ask.save').click();
        await expect(young.page.getByText(t('learning:support.state.waiting')).first()).toBeVisible();
        await look(young, 'asked');
        await young.context.setOffline(false);
        await sendAll(young);
      });

      await test.step('the adviser is asked which is the main one, and says that it is the course', async () => {
        await untilShown(adviser, `${file}/learning`, job);
        await expect(adviser.page.getByText(t('learning:rivals', {name: 'Ianto'}))).toBeVisible();
        await expect(adviser.page.getByText(t('learning:said.own', {name: 'Ianto'})).first()).toBeVisible();
        await look(adviser, 'rivals');
        await adviser.page
          .getByRole('button', {name: t('learning:rivals.choose.label', {what: t('codes:activity.F2')}), exact: true})
          .click();
        await expect(adviser.page.getByText(t('learning:rivals', {name: 'Ianto'}))).toHaveCount(0);
        await sendAll(adviser);
      });

      await test.step('a manager finds the request among those to decide, and decides', async () => {
        manager.firstScreen = 'team:title';
        await manager.settleIn(await running().invite('U2083', 'manager'));
        await untilShown(manager, '/fund', t('deadlines:what.education_support'));
        const card = manager.page
          .getByRole('article')
          .filter({hasText: t('deadlines:what.education_support')})
          .first();
        await look(manager, 'to-decide');
        await card.getByRole('link').first().click();
        await manager.button('people:openOnlineFor', {name: 'Ianto'}).click();
        await expect(manager.heading('learning:support')).toBeVisible({timeout: 30_000});
        await manager.page.getByLabel(t('learning:decide.granted'), {exact: true}).check();
        await manager.page.locator('textarea[id^="decide-"]').fill(REASON[language]);
        await look(manager, 'deciding');
        await manager.button('learning:decide.save').click();
        await expect(manager.page.getByText(REASON[language])).toBeVisible();
        await sendAll(manager);
      });

      await test.step('the young person reads the decision and its reason', async () => {
        await untilShown(young, '/my-learning', REASON[language]);
        await expect(young.page.getByText(t('learning:support.state.granted')).first()).toBeVisible();
        await look(young, 'decided');
      });
      for (const each of [manager, adviser, young]) expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await Promise.allSettled([manager.leave(), adviser.leave(), young.leave()]);
    }
  });
}
