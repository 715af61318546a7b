/**
 * An alarm end to end: raised with no signal, the words about hours first; the signal comes back before the server does; the
 * adviser is away and somebody covers; the server is away again and comes back late, and it has gone to the manager and to duty;
 * a duty worker sees it, acts and closes it, and the young person reads each step. The server's clock is moved, never the
 * phone's. English on PostgreSQL where there is one, Welsh on the embedded store.
 */
import {expect, test} from '@playwright/test';
import {TEST_DATABASE_URL} from '../support/databases.ts';
import {RunningServer} from '../support/running-server.ts';
import {sendAll, untilShown} from './arranging.ts';
import {giveCoverTo, goOnShift, setSetting} from './arranging-alarms.ts';
import {ELSEWHERE_MS, goTo, PersonAtWork} from './person-at-work.ts';

const SECONDS = 1_000;
const MINUTES = 60_000;
const WORDS = 'Mae fy ffrind wedi gofyn i mi adael.';
const DOING = 'Mae gwely i ti heno yn y llety brys.';
const FINE = 'Rydw i gyda Nain nawr.';
const OUTCOME = 'Arhosodd gyda’i nain. Bydd ei gynghorydd yn ffonio yn y bore.';
const folder = process.env['SCREENSHOTS'];

for (const language of ['en', 'cy'] as const) {
  test(`an alarm, the adviser away and the server late (${language})`, async () => {
    test.setTimeout(900 * SECONDS);
    const server = await RunningServer.prepare({databaseUrl: language === 'en' ? TEST_DATABASE_URL : undefined});
    const somebody = () => new PersonAtWork(server.url, language);
    const [manager, adviser, cover, duty, young] = [somebody(), somebody(), somebody(), somebody(), somebody()];
    const everybody = [manager, adviser, cover, duty, young];
    const {t} = young;
    const keep = async (person: PersonAtWork, name: string) => {
      if (folder === undefined) return;
      for (const width of [360, 1280]) {
        await person.page.setViewportSize({width, height: 800});
        await person.page.screenshot({path: `${folder}/alarm-${name}-${language}-${width}.png`, fullPage: true});
      }
      await person.page.setViewportSize({width: 360, height: 740});
    };
    try {
      server.moveClock(0);
      await server.start();
      await server.importExtract();
      for (const each of everybody) each.isOfflineExpected = true;

      await test.step('the authority’s hours and minutes; the adviser is away, and somebody covers', async () => {
        manager.firstScreen = 'team:title';
        await manager.settleIn(await server.invite('U2083', 'manager'));
        // Not today and not tomorrow: whenever this runs, the office is shut.
        const shut = new Date(Date.now() + 4 * 86_400_000).getUTCDay();
        await setSetting(manager, 'officeDays', async page => {
          for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
          await page
            .getByRole('checkbox')
            .nth((shut + 6) % 7)
            .check();
        });
        await setSetting(manager, 'alarmNightDutyMinutes', page => page.locator('#value').fill('30'));
        await setSetting(manager, 'alarmNightManagerMinutes', page => page.locator('#value').fill('15'));
        await sendAll(manager);
        await adviser.settleIn(await server.invite('U2041', 'adviser'));
        await adviser.openPerson('llyn', 'Ianto');
        await adviser.button('person:app.invite').click();
        const code = (await adviser.page.locator('.app-code').innerText()).trim();
        const file = new URL(adviser.page.url()).pathname;
        await goTo(adviser.page, `${file}/details`);
        await adviser.page.locator('#safe-call').fill('Tecst yn gyntaf');
        await adviser.button('details:safe.save').click();
        await sendAll(adviser);
        await giveCoverTo(manager, file, 'Ianto', 'Marlon Finchley-Boyd');
        await cover.settleIn(await server.invite('U2048', 'adviser'));
        await young.openBrowser();
        await young.join(code);
        await expect(young.page.getByRole('heading', {level: 1, name: t('young:home.title', {name: 'Ianto'})})).toBeVisible({
          timeout: 30 * SECONDS,
        });
        await young.readyForOffline();
        await untilShown(young, '/help', 'Marlon Finchley-Boyd');
      });

      await test.step('with no signal: that nobody is watching and whom to phone stand before anything can be typed', async () => {
        await young.context.setOffline(true);
        await server.stop('SIGKILL');
        await goTo(young.page, '/home');
        await young.page.getByRole('link', {name: t('young:home.helpNow'), exact: true}).click();
        const nobody = young.page.getByText(t('young:alarm.hours.out'));
        await expect(nobody).toBeVisible();
        const firstField = young.page.locator('main input, main textarea').first();
        const top = async (what: typeof nobody) => (await what.boundingBox())?.y ?? Number.NaN;
        const calls = await young.page.locator('main a[href^="tel:"]').all();
        expect(calls.length).toBeGreaterThanOrEqual(3);
        for (const words of [nobody, ...calls]) expect(await top(words)).toBeLessThan(await top(firstField));
        expect(await young.page.title()).not.toMatch(/help now|angen help arna/iu);
        await young.checkAccessibility('before it is written');
        await keep(young, 'young-before');
        await young.button('young:alarm.send').click();
        await expect(young.page.getByText(t('young:alarm.about.missing')).first()).toBeVisible();
        await young.page.getByLabel(t('young:alarm.about.no_home_tonight'), {exact: true}).check();
        await young.page.locator('#words').fill(WORDS);
        await expect(young.page.getByText(t('young:alarm.offline'))).toBeVisible();
        await keep(young, 'young-form');
        await young.button('young:alarm.send').click();
        await expect(young.page.getByText(t('young:alarm.state.offline'))).toBeVisible();
        await expect(young.page.getByText(t('young:alarm.step.received'))).toHaveCount(0);
        await young.checkAccessibility('not sent yet');
        await keep(young, 'young-unsent');
      });

      await test.step('the signal is back and the server is not: it still says so; then it is received, and whoever covers has it', async () => {
        await young.context.setOffline(false);
        await expect(young.page.getByText(t('young:alarm.step.received'))).toHaveCount(0);
        await server.start();
        await untilShown(young, '/help-now', t('young:alarm.step.received'));
        await untilShown(young, '/help-now', t('young:alarm.step.passedTo.cover', {names: 'Marlon Finchley-Boyd'}));
        await expect(young.page.getByText(t('young:alarm.step.seen', {names: 'Marlon Finchley-Boyd'}))).toHaveCount(0);
        await untilShown(cover, '/today', t('today:worry.urgent'));
        await cover.checkAccessibility('Today with an alarm');
        await keep(cover, 'today');
      });

      await test.step('the server is away for longer than both settings: its steps are taken at once when it is back', async () => {
        await server.stop('SIGKILL');
        server.moveClock(31 * MINUTES);
        await server.start();
        await untilShown(young, '/help-now', t('young:alarm.step.passedTo.manager', {names: 'Helen Cloudesleigh'}));
        await expect(young.page.getByText(t('young:alarm.step.passed.duty'))).toBeVisible();
        await untilShown(manager, '/today', t('today:worry.urgent'));
        await keep(manager, 'manager-today');
      });

      await test.step('a duty worker goes on shift, sees the alarm with the emergency card, and nothing else', async () => {
        duty.firstScreen = 'duty:title';
        await duty.settleIn(await server.invite('U2069', 'duty_worker'));
        await duty.checkAccessibility('off shift');
        await keep(duty, 'duty-off');
        await goOnShift(duty);
        await expect(duty.page.getByText(WORDS)).toBeVisible({timeout: ELSEWHERE_MS});
        await expect(duty.page.getByText('Tecst yn gyntaf')).toBeVisible();
        await expect(
          duty.page.getByText(t('duty:card.call', {name: 'Ianto', number: '07'}).slice(0, -2), {exact: false}).first(),
        ).toBeVisible();
        await expect(duty.page.getByText('Llŷn-Morris')).toHaveCount(0);
        await duty.checkAccessibility('an alarm with duty');
        await keep(duty, 'duty-alarm');
        await goTo(duty.page, '/people');
        await expect(duty.page.getByText('Ianto')).toHaveCount(0);
        await goTo(duty.page, '/duty');
        await duty.button('person:worry.see').click();
        await duty.page
          .locator('summary')
          .filter({hasText: t('person:worry.act')})
          .click();
        await duty.page.locator('textarea[id^="act-"]').fill(DOING);
        await keep(duty, 'duty-acting');
        await duty.button('person:worry.act.save').click();
        await expect(duty.page.locator('.app-words__text').filter({hasText: DOING})).toBeVisible();
      });

      await test.step('the young person reads who has it and what is being done, and says that they are all right', async () => {
        await untilShown(young, '/help-now', DOING);
        await expect(young.page.getByText(t('young:alarm.step.seen', {names: 'Gareth Pontlliw-Rees'}))).toBeVisible();
        await young.checkAccessibility('what is happening');
        await keep(young, 'young-story');
        await young.page
          .locator('summary')
          .filter({hasText: t('young:alarm.allRight')})
          .click();
        await young.page.locator('textarea[id^="all-right-"]').fill(FINE);
        await young.button('young:alarm.allRight.send').click();
        await expect(young.page.getByText(t('young:alarm.step.all_right'))).toBeVisible();
        await sendAll(young);
      });

      await test.step('it is not closed by that: the duty worker reads it and closes it with what came of it', async () => {
        await expect(duty.page.getByText(FINE)).toBeVisible({timeout: ELSEWHERE_MS});
        await duty.page
          .locator('summary')
          .filter({hasText: t('person:worry.close')})
          .click();
        await duty.page.locator('textarea[id^="outcome-"]').fill(OUTCOME);
        await duty.button('person:worry.close.save').click();
        await expect(duty.page.getByText(t('duty:none'))).toBeVisible({timeout: ELSEWHERE_MS});
        await expect(duty.page.getByText(WORDS)).toHaveCount(0);
        await sendAll(duty);
        await expect(async () => {
          await sendAll(young);
          await goTo(young.page, '/help-now');
          await expect(young.page.getByText(OUTCOME)).toBeVisible({timeout: 5 * SECONDS});
        }).toPass({timeout: 120 * SECONDS});
        await keep(young, 'young-closed');
      });
      for (const each of everybody) expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await Promise.allSettled(everybody.map(each => each.leave()));
      await server.end();
    }
  });
}
