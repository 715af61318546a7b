/**
 * Bytes of script before the first screen that somebody can use, by role, as a browser really asks for them: what the page
 * and its worker load, compressed. The service worker keeps the rest of the app in the background; that is nobody's wait.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from '@playwright/test';
import {ROOT, RunningServer} from '../support/running-server.ts';
import {PASSPHRASE, PersonAtWork} from './person-at-work.ts';

const KB = 1024;
const BUDGET = {young: 180 * KB, staff: 210 * KB};

/** Counts from now on; a file counts once. */
function countScripts(person: PersonAtWork): () => number {
  const files = new Set<string>();
  person.page.on('request', request => {
    const {pathname} = new URL(request.url());
    if (pathname.startsWith('/assets/') && pathname.endsWith('.js')) files.add(pathname);
  });
  return () => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(ROOT, 'dist', file))).length, 0);
}

/** Until the frame in which the first screen stands: what it loads after that, in the background, is nobody's wait. */
async function unlockAt(person: PersonAtWork, heading: string): Promise<void> {
  await person.page.goto(`${person.base}/`);
  await person.page.getByLabel(person.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
  await person.button('device:unlock.submit').click();
  await person.page.waitForFunction(wanted => document.querySelector('h1')?.textContent?.includes(wanted), heading, {
    polling: 'raf',
    timeout: 30_000,
  });
}

test('a young person, an adviser, a manager and an administrator load no more than their budget', async () => {
  test.setTimeout(480_000);
  const server = await RunningServer.prepare();
  const people: PersonAtWork[] = [];
  const somebody = (firstScreen: string) => {
    const person = new PersonAtWork(server.url, 'cy');
    person.firstScreen = firstScreen;
    people.push(person);
    return person;
  };
  const measured: Record<string, number> = {};
  try {
    await server.start();
    await server.importExtract();
    const adviser = somebody('today:title');
    await adviser.settleIn(await server.invite('U2041', 'adviser'));
    await adviser.openPerson('llyn', 'Ianto');
    await adviser.button('person:app.invite').click();
    const code = (await adviser.page.locator('.app-code').innerText()).trim();

    const young = somebody('young:nav.home');
    await young.openBrowser();
    const first = countScripts(young);
    await young.page.goto(`${server.url}/join`);
    await young.chooseLanguage();
    await expect(young.heading('sign-in:join.title')).toBeVisible();
    measured['young person, first visit, to the code'] = first();
    await young.join(code);
    const greeting = young.t('young:home.title', {name: 'Ianto'});
    await expect(young.page.getByRole('heading', {level: 1, name: greeting})).toBeVisible({timeout: 30_000});
    measured['young person, first visit, to their own page'] = first();
    await young.readyForOffline();
    const again = countScripts(young);
    await unlockAt(young, greeting);
    measured['young person, every day'] = again();

    const staff = [
      ['adviser', adviser, 'today:title'],
      ['manager', somebody('team:title'), 'team:title'],
      ['administrator', somebody('authority:title'), 'authority:title'],
    ] as const;
    await staff[1][1].settleIn(await server.invite('U2083', 'manager'));
    await staff[2][1].settleIn(await server.invite('U2097', 'administrator'));
    for (const [role, person, title] of staff) {
      const count = countScripts(person);
      await unlockAt(person, person.t(title));
      measured[`${role}, every day`] = count();
    }
    for (const [who, bytes] of Object.entries(measured)) process.stdout.write(`  ${(bytes / KB).toFixed(1).padStart(6)} KB  ${who}\n`);
    for (const [who, bytes] of Object.entries(measured)) {
      expect(bytes, `${who}: nothing was counted`).toBeGreaterThan(100 * KB);
      expect(bytes, who).toBeLessThanOrEqual(who.startsWith('young') ? BUDGET.young : BUDGET.staff);
    }
  } finally {
    await Promise.allSettled(people.map(person => person.leave()));
    await server.end();
  }
});
