/**
 * A young person's own app from the code to the answer, in each language: joined on their own phone, used with the server
 * stopped, sent later, seen and answered by their adviser; nothing of anybody else on the disk; access ended. Offline
 * means that the server process is stopped. Welsh runs on the embedded store, English on PostgreSQL where there is one.
 */
import {expect, test} from '@playwright/test';
import {TEST_DATABASE_URL} from '../support/databases.ts';
import {killBrowserOf, searchProfile} from '../support/raw-profile.ts';
import {RunningServer} from '../support/running-server.ts';
import {ELSEWHERE_MS, PersonAtWork, PASSPHRASE} from './person-at-work.ts';

const SECONDS = 1_000;
const ANSWER = 'Mae’r fflat yn iawn, ond mae’r boeler yn oer — ŵyr neb pryd caiff ei drwsio.';
const HALF = 'Hanner brawddeg am y tiwtor';
const MESSAGE = 'Allwn ni gwrdd ddydd Mawrth?';
const REPLY = 'Gallwn. Dydd Mawrth am ddau o’r gloch.';
/** Of staff's own records and of other people: none of it may be on a young person's disk. */
const NOT_THEIRS = ['Ci mawr yn y cyfeiriad', 'Crynodeb i’r staff yn unig', 'Marlon', 'Saltwell', 'U2041', 'WC1042897'];
const THEIRS = [ANSWER, MESSAGE, HALF, 'Llŷn-Morris', 'Hafgan'];

for (const language of ['cy', 'en'] as const) {
  test(`from a code to an answer (${language})`, async () => {
    test.setTimeout(900 * SECONDS);
    const server = await RunningServer.prepare({databaseUrl: language === 'en' ? TEST_DATABASE_URL : undefined});
    const adviser = new PersonAtWork(server.url, language);
    const young = new PersonAtWork(server.url, language);
    young.firstScreen = 'young:home.next';
    const heading = (key: string, values?: Record<string, string>) =>
      young.page.getByRole('heading', {level: 1, name: young.t(key, values)});
    try {
      await server.start();
      await server.importExtract();
      await adviser.settleIn(await server.invite('U2041', 'adviser'));
      await adviser.openPerson('llyn', 'Ianto');
      const file = new URL(adviser.page.url()).pathname;
      await adviser.button('person:risk.write').click();
      await adviser.page.getByLabel(adviser.t('person:risk.label')).fill('Crynodeb i’r staff yn unig');
      await adviser.button('person:risk.save').click();

      await test.step('the adviser makes a code, and it is read out', async () => {
        await adviser.button('person:app.invite').click();
        await expect(adviser.page.locator('.app-code')).toBeVisible();
      });
      const code = (await adviser.page.locator('.app-code').innerText()).trim();

      await test.step('the young person joins with the code and one passphrase', async () => {
        await young.openBrowser();
        await young.join(code.toLowerCase());
        await expect(heading('young:home.title', {name: 'Ianto'})).toBeVisible({timeout: 30 * SECONDS});
        await young.readyForOffline();
        await expect(young.page.getByText(young.t('young:home.talk', {name: 'Catrin Hafgan-Price'}))).toBeVisible({timeout: 30 * SECONDS});
      });

      await test.step('the same code opens nothing a second time', async () => {
        const stranger = new PersonAtWork(server.url, language);
        try {
          await stranger.openBrowser();
          await stranger.join(code);
          await expect(stranger.page.getByText(stranger.t('sign-in:join.invalid')).first()).toBeVisible({timeout: 30 * SECONDS});
        } finally {
          await stranger.leave();
        }
      });

      await test.step('with the server stopped: reading, answering, asking, writing', async () => {
        young.isOfflineExpected = adviser.isOfflineExpected = true;
        await server.stop();
        await young.page.goto(`${server.url}/`);
        await young.page.getByLabel(young.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
        await young.button('device:unlock.submit').click();
        await expect(heading('young:home.title', {name: 'Ianto'})).toBeVisible();
        await young.page.getByRole('link', {name: young.t('common:nav.myPlan'), exact: true}).click();
        await expect(heading('young:plan.title')).toBeVisible();
        await young.page
          .getByRole('link', {name: young.t('young:plan.answerFor', {section: young.t('young:section.accommodation')}), exact: true})
          .click();
        await young.page.getByLabel(young.t('young:answer.disagree'), {exact: true}).check();
        await young.page.getByLabel(young.t('young:answer.words'), {exact: true}).fill(ANSWER);
        await young.button('young:answer.save').click();
        await expect(heading('young:plan.title')).toBeVisible();
        await expect(young.page.getByText(ANSWER)).toBeVisible();
        await expect(young.page.getByText(young.t('sync:delivery.saved_here')).first()).toBeVisible();
        await young.page.getByRole('link', {name: young.t('young:plan.review'), exact: true}).click();
        await young.button('young:review.send').click();
        await expect(young.page.getByText(young.t('young:review.waiting'))).toBeVisible();
        await young.page.getByRole('link', {name: young.t('common:nav.myStart'), exact: true}).click();
        await young.page.getByRole('link', {name: young.t('young:home.talk', {name: 'Catrin Hafgan-Price'}), exact: true}).click();
        await young.page.getByLabel(young.t('young:talk.write'), {exact: true}).fill(MESSAGE);
        await young.button('young:talk.send').click();
        await expect(young.page.locator('.app-message').getByText(MESSAGE)).toBeVisible();
        await expect(young.page.getByLabel(young.t('young:talk.write'), {exact: true})).toHaveValue('');
      });

      await test.step('killed in the middle of a sentence: the sentence is there again, and nothing of others is on the disk', async () => {
        await young.page.getByLabel(young.t('young:talk.write'), {exact: true}).fill(HALF);
        await expect(young.page.getByText(young.t('common:draft.kept'))).toBeVisible();
        expect(killBrowserOf(young.profile)).toBeGreaterThan(0);
        await young.closeBrowser().catch(() => undefined);
        expect(searchProfile(young.profile, [...NOT_THEIRS, ...THEIRS])).toEqual([]);
        await young.openBrowser();
        await young.page.goto(`${server.url}/talk`);
        await young.page.getByLabel(young.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
        await young.button('device:unlock.submit').click();
        await expect(young.page.getByLabel(young.t('young:talk.write'), {exact: true})).toHaveValue(HALF);
      });

      await test.step('when the server is back the adviser sees it and answers', async () => {
        await server.start();
        await young.page.reload();
        await young.page.getByLabel(young.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
        await young.button('device:unlock.submit').click();
        await expect(heading('young:talk.title')).toBeVisible();
        await young.page.locator('.app-sync__link').click();
        // The browser may have lost its cookie when it was killed: signing in again needs the name and the same passphrase.
        const again = young.page.getByRole('main').getByRole('link', {name: young.t('sync:signInAgain'), exact: true});
        const sent = young.page.getByText(young.t('sync:state.accepted'), {exact: true}).first();
        await expect(again.or(sent).first()).toBeVisible({timeout: ELSEWHERE_MS});
        if (await again.isVisible()) {
          await again.click();
          await expect(young.page.getByLabel(young.t('sign-in:name'), {exact: true})).not.toHaveValue('');
          await young.page.getByLabel(young.t('sign-in:passphrase'), {exact: true}).fill(PASSPHRASE);
          await young.button('sign-in:submit').click();
        }
        await expect(sent).toBeVisible({timeout: ELSEWHERE_MS});
        await adviser.page.reload();
        await adviser.page.getByLabel(adviser.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
        await adviser.button('device:unlock.submit').click();
        await adviser.go('nav.today');
        await expect(adviser.page.getByText(adviser.t('today:young.review'))).toBeVisible({timeout: ELSEWHERE_MS});
        await adviser.checkAccessibility('today with something from a young person');
        await adviser.page.goto(`${server.url}${file}`);
        await adviser.page.getByLabel(adviser.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
        await adviser.button('device:unlock.submit').click();
        await expect(adviser.page.getByText(MESSAGE)).toBeVisible();
        await adviser.button('person:requests.answer').click();
        await adviser.page.getByRole('textbox', {name: adviser.t('person:requests.answer'), exact: true}).fill(REPLY);
        await adviser.button('person:requests.settle').click();
        await adviser.part('plan');
        await expect(adviser.page.getByText(ANSWER)).toBeVisible();
        await young.page.evaluate(() => {
          history.pushState(null, '', '/ask-review');
          dispatchEvent(new PopStateEvent('popstate'));
        });
        await expect(young.page.getByText(REPLY)).toBeVisible({timeout: ELSEWHERE_MS});
      });

      await test.step('access that is ended takes the file off the phone', async () => {
        await adviser.part('overview');
        await adviser.button('person:app.end').click();
        await adviser.button('person:app.end.yes').click();
        await expect(adviser.page.getByText(adviser.t('person:app.none'))).toBeVisible({timeout: ELSEWHERE_MS});
        await young.page.evaluate(() => {
          history.pushState(null, '', '/home');
          dispatchEvent(new PopStateEvent('popstate'));
        });
        await expect(heading('young:closed.title')).toBeVisible({timeout: ELSEWHERE_MS});
        await expect(young.page.getByText(ANSWER)).toHaveCount(0);
      });
      for (const person of [adviser, young]) expect(person.faults.filter(fault => !/40[14]/u.test(fault))).toEqual([]);
    } finally {
      await Promise.allSettled([adviser.leave(), young.leave()]);
      await server.end();
    }
  });
}
