/**
 * Every address of the route table in both languages: accessible, in the right language, without sideways scrolling on
 * the narrowest phone, and with no name in the window's title. SCREENSHOTS=<folder> keeps pictures for looking at.
 */
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {ROUTES} from '#client/app/routes.tsx';
import {RunningServer} from '../support/running-server.ts';
import {PersonAtWork} from './person-at-work.ts';

const NAMES = /Ianto|Llŷn|Morris|Catrin|Helen/;
const WIDTHS = [360, 768, 1280] as const;
const folder = process.env['SCREENSHOTS'];

async function look(person: PersonAtWork, name: string): Promise<void> {
  const {page} = person;
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await expect(page.locator('html')).toHaveAttribute('lang', person.language);
  expect(await page.title()).not.toMatch(NAMES);
  expect(await page.title()).not.toBe('');
  for (const width of [320, ...WIDTHS]) {
    await page.setViewportSize({width, height: 800});
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    if (folder !== undefined && width !== 320)
      await page.screenshot({path: join(folder, `${name}-${person.language}-${width}.png`), fullPage: true});
  }
  await person.checkAccessibility(name);
}

async function goTo(person: PersonAtWork, path: string): Promise<void> {
  await person.page.evaluate(to => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(person.page.getByRole('heading', {level: 1}).first()).toBeVisible();
}

test.describe.configure({mode: 'serial'});
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await RunningServer.prepare();
  await server.start();
  await server.importExtract();
});
test.afterAll(() => server.end());

for (const language of ['cy', 'en'] as const) {
  test(`every address is accessible and fits (${language})`, async () => {
    test.setTimeout(240_000);
    const person = new PersonAtWork(server.url, language);
    const seen = new Set<string>();
    const visit = async (path: string, name: string, address = path, title?: string) => {
      await goTo(person, address);
      // The title is set when the screen has been drawn: what is looked at is the new one, not the one before.
      if (title !== undefined) await expect(person.page).toHaveTitle(person.t('common:documentTitle', {title: person.t(title)}));
      await look(person, name);
      seen.add(path);
    };
    try {
      await person.openBrowser();
      await person.page.goto(`${server.url}/welcome`);
      await look(person, 'welcome').catch(error => {
        // The first choice is in both languages at once; only its language attribute differs.
        if (!String(error).includes('lang')) throw error;
      });
      seen.add('/welcome');
      await person.chooseLanguage();
      await visit('/sign-in', 'sign-in');
      await visit('/invitation', 'invitation-unusable', '/invitation#nonsense');
      await visit('/unlock', 'unlock-without-vault');
      await person.acceptInvitation(await server.invite('U2041', 'adviser'));
      await expect(person.heading('device:protect.title')).toBeVisible();
      await look(person, 'protect');
      seen.add('/protect');
      await person.protectDevice();
      await person.firstSync();
      await visit('/first-sync', 'first-sync');
      await person.openPerson('llyn', 'Ianto');
      const file = new URL(person.page.url()).pathname;
      for (const route of ROUTES.filter(({needs}) => needs === 'vault')) {
        await visit(
          route.path,
          `vault${route.path.replaceAll(/[/:]+/g, '-')}`,
          route.path.replace('/people/:person', file).replace(':draft', '00000000-0000-7000-8000-000000000001'),
          route.path === '/first-sync' ? 'device:first.ready' : route.title,
        );
      }
      await visit('*', 'not-found', '/nothing-here', 'common:notFound.title');
      await goTo(person, '/today');
      await person.button('common:nav.lockShort').first().click();
      await expect(person.heading('device:unlock.title')).toBeVisible();
      await look(person, 'unlock');
      expect(ROUTES.map(({path}) => path).filter(path => !seen.has(path))).toEqual([]);
      expect(person.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await person.leave();
    }
  });
}
