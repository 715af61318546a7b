/**
 * A plan from its first word to the day it is in force, in each language: begun with no server by an adviser, shared, read
 * and answered by the young person on their own phone while the server is killed, handed in, and signed off by a manager.
 * What staff write for themselves never comes to the young person's phone: every answer that it gets is read here.
 * Welsh runs on the embedded store, English on PostgreSQL where there is one.
 */
import {expect, test} from '@playwright/test';
import {TEST_DATABASE_URL} from '../support/databases.ts';
import {RunningServer} from '../support/running-server.ts';
import {addAction, addContingencyAndConsulted, beginPlan, fillEmptySections, sharePlan, writeNeeds} from './making-a-plan.ts';
import {ELSEWHERE_MS, goTo, PersonAtWork} from './person-at-work.ts';

const SECONDS = 1_000;
/** For staff alone, and what is shown in its place. */
const DRAFT = 'Drafft: mae’r fam yn sâl eto ac mae Ianto’n cysgu’n wael oherwydd hynny';
const SHOWN = 'Bydd y nyrs yn galw bob mis, ac mae’r feddygfa’n gwybod am hyn.';
const ACTION = 'Trefnu’r ymweliad cyntaf gan y nyrs';
const SAID = 'Dyma ddywedais i wrth Catrin.';
const OWN = 'Dw i isio cysgu’n well, a dw i isio’r ffenest wedi’i thrwsio — mae’n oer.';
const WANT = 'Lle fy hun, a chi bach.';
const ANSWER = 'Mae’n iawn, heblaw am y rhan am arian.';
const TRIGGER = 'Mae’r denantiaeth mewn perygl';
const ASKED = 'Coleg Menai';

/** Everything that has come to somebody's device, whole answers only: one that was cut off by a killed server never ends. */
function whatCame(person: PersonAtWork): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  person.page.on('requestfinished', request => {
    if (!new URL(request.url()).pathname.startsWith('/api/')) return;
    const body = request.response().then(response => response?.text() ?? '');
    const unread = new Promise<string>(resolve => setTimeout(() => resolve(''), 20 * SECONDS));
    bodies.push(Promise.race([body.catch(() => ''), unread]));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

async function sendAll(person: PersonAtWork): Promise<void> {
  await person.page.locator('.app-sync__link').click();
  await person.button('sync:retry').click();
  await expect(person.page.getByText(person.t('sync:state.saved_here'), {exact: true})).toHaveCount(0, {timeout: ELSEWHERE_MS});
  await expect(person.page.getByText(person.t('sync:state.accepted'), {exact: true}).first()).toBeVisible({timeout: ELSEWHERE_MS});
}

async function sign(person: PersonAtWork): Promise<void> {
  const paper = person.page.locator('#signature-label + p + svg');
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('there is nothing to sign on');
  const {mouse} = person.page;
  await mouse.move(box.x + 20, box.y + 20);
  await mouse.down();
  await mouse.move(box.x + 60, box.y + box.height - 20, {steps: 5});
  await mouse.move(box.x + 120, box.y + 20, {steps: 5});
  await mouse.up();
  await expect(person.button('common:signature.clear')).toBeVisible();
}

for (const language of ['cy', 'en'] as const) {
  test(`a plan is made, shared, answered and signed off (${language})`, async () => {
    test.setTimeout(900 * SECONDS);
    const server = await RunningServer.prepare({databaseUrl: language === 'en' ? TEST_DATABASE_URL : undefined});
    const adviser = new PersonAtWork(server.url, language);
    const young = new PersonAtWork(server.url, language);
    const manager = new PersonAtWork(server.url, language);
    young.firstScreen = 'young:home.next';
    manager.firstScreen = 'team:title';
    const card = young.t('young:newPlan.read');
    try {
      await server.start();
      await server.importExtract();
      await adviser.settleIn(await server.invite('U2041', 'adviser'));
      await adviser.openPerson('llyn', 'Ianto');
      const file = new URL(adviser.page.url()).pathname;
      await adviser.button('person:app.invite').click();
      const code = (await adviser.page.locator('.app-code').innerText()).trim();
      await young.openBrowser();
      const came = whatCame(young);
      await young.join(code);
      await expect(young.heading('young:home.title', {name: 'Ianto'})).toBeVisible({timeout: 30 * SECONDS});
      await young.readyForOffline();

      const plan = await test.step('with the server stopped an adviser begins a plan, writes in it and adds an action', async () => {
        adviser.isOfflineExpected = young.isOfflineExpected = true;
        await server.stop();
        const begun = await beginPlan(adviser, file);
        await writeNeeds(adviser, begun, 'health', DRAFT);
        await addAction(adviser, begun, 'health', ACTION);
        await adviser.checkAccessibility('a part of the plan');
        await server.start();
        adviser.isOfflineExpected = young.isOfflineExpected = false;
        await sendAll(adviser);
        return begun;
      });

      await test.step('of the draft nothing is seen by the young person', async () => {
        // Sent to the server by now; what their device asks for meanwhile has none of it.
        await young.page.locator('.app-sync__link').click();
        await young.button('sync:retry').click();
        await goTo(young.page, '/my-plan');
        await expect(young.heading('young:plan.title')).toBeVisible();
        await expect(young.page.getByRole('link', {name: card})).toHaveCount(0);
        await goTo(young.page, '/my-plan/new');
        await expect(young.page.getByText(young.t('young:newPlan.none'))).toBeVisible();
      });

      await test.step('the adviser looks at what will be shown, changes it and shares it', async () => {
        await fillEmptySections(adviser, plan, SAID);
        await addContingencyAndConsulted(adviser, plan, TRIGGER, ASKED);
        await sharePlan(adviser, plan, 'health', SHOWN);
        await expect(adviser.page.getByText(adviser.t('plan:missing.response')).first()).toBeVisible();
      });

      await test.step('the young person is told on Home, and reads it', async () => {
        await goTo(young.page, '/home');
        await young.page.getByRole('link', {name: card}).click({timeout: ELSEWHERE_MS});
        await expect(young.heading('young:newPlan.title')).toBeVisible();
        for (const text of [SHOWN, ACTION, TRIGGER, ASKED]) await expect(young.page.getByText(text)).toBeVisible();
        await expect(young.page.getByText(young.t('young:newPlan.status.shared'), {exact: true})).toBeVisible();
        await young.checkAccessibility('my new plan');
      });

      await test.step('with the server killed they change their own words and answer, with their name under it', async () => {
        adviser.isOfflineExpected = young.isOfflineExpected = true;
        await server.stop('SIGKILL');
        const section = young.t('young:section.health');
        const change = young.page
          .getByRole('link', {name: young.t('young:newPlan.changeFor', {section}), exact: true})
          .or(young.page.getByRole('link', {name: young.t('young:newPlan.writeFor', {section}), exact: true}));
        await change.click();
        await young.page.getByLabel(young.t('young:own.words'), {exact: true}).fill(OWN);
        await young.page.getByLabel(young.t('young:own.rating.2'), {exact: true}).check();
        await young.checkAccessibility('my own words');
        await young.button('young:own.save').click();
        await expect(young.page.getByText(OWN)).toBeVisible();
        await expect(young.page.getByText(young.t('sync:delivery.saved_here')).first()).toBeVisible();
        await young.page.getByRole('link', {name: young.t('young:myAnswer.go'), exact: true}).click();
        await expect(young.page.getByText(young.t('young:myAnswer.intro'))).toBeVisible();
        await young.page.getByLabel(young.t('young:myAnswer.partly_agreed'), {exact: true}).check();
        await young.page.getByLabel(young.t('young:answer.words'), {exact: true}).fill(ANSWER);
        await sign(young);
        await young.page.getByLabel(young.t('young:myAnswer.views'), {exact: true}).fill(WANT);
        await young.checkAccessibility('my answer');
        await young.button('young:answer.save').click();
        await expect(young.page.getByText(ANSWER)).toBeVisible();
        await expect(young.page.getByText(young.t('young:myAnswer.signed'))).toBeVisible();
        await server.start();
        adviser.isOfflineExpected = young.isOfflineExpected = false;
        await sendAll(young);
      });

      await test.step('the adviser reads it, says how the views were given and hands the plan in', async () => {
        await goTo(adviser.page, plan);
        await expect(adviser.heading('plan:title')).toBeVisible();
        await expect(adviser.page.getByText(adviser.t('plan:missing.response'))).toHaveCount(0, {timeout: ELSEWHERE_MS});
        await goTo(adviser.page, `${plan}/health`);
        await expect(adviser.page.locator('#own')).toHaveValue(OWN);
        await expect(adviser.page.locator('#needs')).toHaveValue(DRAFT);
        await goTo(adviser.page, `${plan}/answer`);
        await expect(adviser.page.locator('#views')).toHaveValue(WANT);
        await adviser.page.locator('#how').selectOption({label: adviser.t('codes:viewsGiven.PN6')});
        await adviser.button('plan:answer.save').click();
        await adviser.button('plan:handIn').click();
        await adviser.button('plan:handIn.yes').click();
        await expect(adviser.page.getByText(adviser.t('plan:step.waiting.words'))).toBeVisible();
      });

      await test.step('the young person sees that it is with a manager, and is asked for nothing more', async () => {
        await goTo(young.page, '/my-plan/new');
        await expect(young.page.getByText(young.t('young:newPlan.status.for_sign_off'), {exact: true})).toBeVisible({
          timeout: ELSEWHERE_MS,
        });
        await expect(young.page.getByText(ANSWER)).toBeVisible();
        await expect(young.page.locator('main').getByRole('link', {name: young.t('young:myAnswer.again')})).toHaveCount(0);
        await expect(young.page.locator('main a[href="/my-plan/new/answer"]')).toHaveCount(0);
        await young.page.getByRole('link', {name: young.t('young:newPlan.stepwise'), exact: true}).click();
        await expect(young.heading('young:section.contact_support')).toBeVisible();
        await expect(young.page.locator('main textarea')).toHaveCount(0);
      });

      await test.step('a manager opens the file, reads the plan and signs it off', async () => {
        await manager.settleIn(await server.invite('U2083', 'manager'), {width: 1280, height: 800});
        await manager.go('nav.people');
        await manager.page.getByLabel(manager.t('people:search.label')).fill('llyn-morris');
        await manager.button('people:openOnlineFor', {name: 'Ianto'}).click();
        await expect(manager.page.getByRole('heading', {level: 1, name: 'Ianto'})).toBeVisible();
        await manager.part('plan');
        await manager.page.getByRole('link', {name: manager.t('plan:decide')}).click();
        await expect(manager.page.getByText(OWN)).toBeVisible();
        await expect(manager.page.getByText(manager.t('codes:planResponse.partly_agreed')).first()).toBeVisible();
        await expect(manager.page.getByText(ANSWER)).toBeVisible();
        await manager.checkAccessibility('a plan to sign off');
        await manager.button('plan:approve').click();
        await manager.button('plan:approve.yes').click();
        await expect(manager.heading('person:plan.version', {number: 2})).toBeVisible();
        await expect(manager.page.getByText(manager.t('codes:planStatus.current'), {exact: true}).first()).toBeVisible();
      });

      await test.step('both see it in force, and the young person what has changed', async () => {
        await goTo(adviser.page, `${file}/plan`);
        await expect(adviser.heading('person:plan.version', {number: 2})).toBeVisible({timeout: ELSEWHERE_MS});
        await expect(adviser.page.getByText(adviser.t('codes:planStatus.current'), {exact: true}).first()).toBeVisible();
        await expect(adviser.page.getByText(OWN)).toBeVisible();
        await goTo(young.page, '/home');
        await expect(young.page.getByRole('link', {name: young.t('young:newPlan.title')})).toHaveCount(0, {timeout: ELSEWHERE_MS});
        await expect(young.page.getByText(WANT)).toBeVisible();
        await expect(young.page.getByText(ACTION)).toBeVisible();
        await goTo(young.page, '/my-plan');
        await expect(young.heading('young:since.title')).toBeVisible();
        for (const text of [OWN, SHOWN, TRIGGER, ANSWER]) await expect(young.page.getByText(text)).toBeVisible();
        await expect(young.page.getByText(DRAFT)).toHaveCount(0);
        await young.checkAccessibility('my plan in force');
      });

      const all = await came();
      for (const text of [SHOWN, ACTION]) expect(all.includes(text), `came to their device: ${text}`).toBe(true);
      expect(all.includes('mae’r fam yn sâl'), 'the draft came to their device').toBe(false);
      for (const person of [adviser, young, manager]) expect(person.faults.filter(fault => !/40[14]/u.test(fault))).toEqual([]);
    } finally {
      await Promise.allSettled([adviser.leave(), young.leave(), manager.leave()]);
      await server.end();
    }
  });
}
