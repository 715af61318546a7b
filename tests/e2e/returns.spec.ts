/**
 * The statutory return, in each language: a manager sees what is in a year's return, goes from a question to the record that it is
 * about and opens that file, and makes the file, in which nobody is named; who answers for information sees numbers alone. The codes are
 * changed and hold at once. With SCREENSHOTS set, screens are kept there.
 */
import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {EXTRACT_COLUMNS} from '#domain/statutory-extract/extract.ts';
import {sendAll} from './arranging.ts';
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
    await person.page.screenshot({path: join(KEPT, `returns-${name}-${person.language}-${width}.png`), fullPage: true});
  }
  await person.page.setViewportSize({width: 360, height: 740});
}

async function fileOf(person: PersonAtWork): Promise<readonly string[]> {
  const given = person.page.waitForEvent('download');
  await person.button('returns:export.make').click();
  const text = readFileSync(await (await given).path(), 'utf8');
  await expect(person.page.getByText(person.t('returns:export.done', {number: ''}), {exact: false})).toBeVisible();
  return text
    .replace(/^\uFEFF/u, '')
    .trim()
    .split('\r\n');
}

for (const language of ['cy', 'en'] as const) {
  test(`a return, from a question to the record it is about, and its file (${language})`, async () => {
    test.setTimeout(600_000);
    const somebody = () => new PersonAtWork(running().url, language);
    const [manager, informed] = [somebody(), somebody()];
    const {t} = manager;
    try {
      await test.step('a manager sees what is in it, and goes from a question to its record', async () => {
        manager.firstScreen = 'team:title';
        await manager.settleIn(await running().invite('U2083', 'manager'));
        await goTo(manager.page, '/returns');
        await expect(manager.heading('returns:title')).toBeVisible();
        await expect(manager.page.getByText(t('returns:rows'), {exact: true})).toBeVisible({timeout: 30_000});
        await look(manager, 'page');
        const questions = manager.page.locator('details').filter({has: manager.page.locator('a[href*="/home/"]')});
        const [first] = await questions.all();
        if (!first) throw new Error('nobody’s home is asked about');
        if ((await first.getAttribute('open')) === null) await first.locator('summary').click();
        await look(manager, 'question');
        const link = first.locator('a[href*="/home/"]').first();
        const [address, name] = [await link.getAttribute('href'), await link.innerText()];
        await link.click();
        await expect(manager.page).toHaveURL(new RegExp(`${(address ?? '').replaceAll(/[?]/gu, String.raw`\?`)}$`, 'u'));
        await manager.page.getByRole('button', {name: t('people:openOnlineFor', {name: ''}).trim(), exact: false}).click();
        await expect(manager.page.locator('main form')).toBeVisible();
        await expect(manager.page.getByText(name.split(' ')[0] ?? '?').first()).toBeVisible();
        await look(manager, 'record');
      });

      await test.step('the file has a line for each person and day, and nobody’s name', async () => {
        await goTo(manager.page, '/returns');
        await manager.button('returns:export.make').waitFor();
        const names = await manager.page.locator('main details a').allInnerTexts();
        const [columns = '', ...lines] = await fileOf(manager);
        expect(columns).toBe(EXTRACT_COLUMNS.map(column => `"${column}"`).join(','));
        expect(lines.length).toBeGreaterThan(0);
        for (const name of new Set(names.filter(each => each !== ''))) expect(lines.join('\n')).not.toContain(name);
      });

      await test.step('codes that are set hold from their day', async () => {
        await goTo(manager.page, '/authority/setting/returnCodes');
        await manager.page.locator('#value-inTouch-no').fill('n9');
        await look(manager, 'codes');
        await manager.button('authority:form.save').click();
        await expect(manager.page).toHaveURL(/\/authority\/returns$/u);
        await sendAll(manager);
        await goTo(manager.page, '/returns');
        await manager.button('returns:export.make').waitFor();
        await expect(manager.page.getByText(t('returns:notKnown.own'))).toBeVisible();
        expect((await fileOf(manager)).some(line => line.includes('"N9"'))).toBe(true);
      });

      await test.step('who answers for information sees numbers and no way into a file', async () => {
        informed.firstScreen = 'more:title';
        await informed.settleIn(await running().invite('U2090', 'governance_officer'));
        await goTo(informed.page, '/returns');
        await expect(informed.page.getByText(t('returns:checks.nameless'))).toBeVisible({timeout: 30_000});
        await expect(informed.page.locator('main details a')).toHaveCount(0);
        await look(informed, 'numbers');
      });
    } finally {
      for (const person of [manager, informed]) await person.leave();
    }
  });
}
