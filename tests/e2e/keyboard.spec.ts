/**
 * By keyboard alone: everything on a screen is reached with Tab in the order in which it is read, what has the focus is seen
 * and never under a bar, every control has a name and a role, and a whole answer is given without a mouse.
 */
import {expect, test, type Page} from '@playwright/test';
import {RunningServer} from '../support/running-server.ts';
import {PASSPHRASE, PersonAtWork} from './person-at-work.ts';

interface Stop {
  readonly name: string;
  readonly role: string;
  readonly isSeen: boolean;
  readonly hasMark: boolean;
  readonly place: string;
}

/** What has the focus now, as somebody with a keyboard meets it. */
function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const centre = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1),
    );
    const style = getComputedStyle(element);
    const label = element.closest('.govuk-radios__item, .govuk-checkboxes__item')?.querySelector('label') ?? null;
    const after = label ? getComputedStyle(label, '::before') : style;
    const text = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '';
    return {
      name: (element.getAttribute('aria-label') ?? text).trim(),
      role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
      isSeen: centre !== null && (element.contains(centre) || centre.contains(element) || label?.contains(centre) === true),
      hasMark: style.outlineStyle !== 'none' || after.boxShadow !== 'none' || after.outlineStyle !== 'none' || style.boxShadow !== 'none',
      place: element.outerHTML.slice(0, 120),
    };
  });
}

/** Tabs through a whole screen, from the first thing in it to the browser's own. */
async function walk(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    // A fresh place to begin: after a change of screen the focus is on its heading.
    scrollTo({top: 0});
    document.querySelector<HTMLElement>('#root a, #root button')?.focus();
  });
  const stops: Stop[] = [];
  for (let presses = 0; presses < 120; presses++) {
    const stop = await focused(page);
    if (stop === null) break;
    stops.push(stop);
    await page.keyboard.press('Tab');
  }
  return stops;
}

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const stop = await focused(page);
    if (stop && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`never reached ${String(name)}`);
}

test('a young person’s whole answer, and every stop on the way, by keyboard', async () => {
  test.setTimeout(180_000);
  const server = await RunningServer.prepare();
  const adviser = new PersonAtWork(server.url, 'cy');
  const young = new PersonAtWork(server.url, 'cy');
  try {
    await server.start();
    await server.importExtract();
    await adviser.settleIn(await server.invite('U2041', 'adviser'));
    await adviser.openPerson('llyn', 'Ianto');
    await adviser.button('person:app.invite').click();
    const code = (await adviser.page.locator('.app-code').innerText()).trim();

    await young.openBrowser();
    await young.page.goto(`${server.url}/join`);
    await young.chooseLanguage();
    const {page, t} = young;
    await expect(young.heading('sign-in:join.title')).toBeVisible();
    await tabTo(page, t('sign-in:join.code'));
    await page.keyboard.type(code);
    await tabTo(page, t('sign-in:join.passphrase'));
    await page.keyboard.type(PASSPHRASE);
    await tabTo(page, t('device:protect.again'));
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', {level: 1, name: t('young:home.title', {name: 'Ianto'})})).toBeVisible({timeout: 30_000});
    await expect(page.getByText(t('young:home.talk', {name: 'Catrin Hafgan-Price'}))).toBeVisible();

    for (const [path, title] of [
      ['/home', 'young:nav.home'],
      ['/my-plan', 'young:plan.title'],
      ['/my-plan/accommodation', 'young:section.accommodation'],
      ['/talk', 'young:talk.title'],
      ['/help', 'young:help.title'],
      ['/settings', 'device:settings.title'],
    ] as const) {
      await page.evaluate(to => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, path);
      await expect(page).toHaveTitle(t('common:documentTitle', {title: t(title)}));
      const stops = await walk(page);
      expect(stops.length, path).toBeGreaterThan(8);
      expect(stops[0]?.name, `${path}: the first stop leads past the frame`).toBe(t('common:skipToContent'));
      expect(stops.filter(({name}) => name === '').map(({place}) => `${path}: no name: ${place}`)).toEqual([]);
      expect(stops.filter(({role}) => !/^(?:a|button|input|textarea|select|summary|main|h1)$/u.test(role)).map(({role}) => role)).toEqual(
        [],
      );
      expect(stops.filter(({hasMark}) => !hasMark).map(({place}) => `${path}: no mark: ${place}`)).toEqual([]);
      expect(stops.filter(({isSeen}) => !isSeen).map(({place}) => `${path}: not seen: ${place}`)).toEqual([]);
    }

    await page.evaluate(() => {
      history.pushState(null, '', '/my-plan/accommodation');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await tabTo(page, t('young:answer.agree'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, t('young:answer.words'));
    await page.keyboard.type('Mae’n oer yma.');
    await tabTo(page, t('young:answer.save'));
    await page.keyboard.press('Enter');
    await expect(young.heading('young:plan.title')).toBeVisible();
    await expect(page.getByText('Mae’n oer yma.')).toBeVisible();
    // After a step the focus is on the new screen, not lost at its top.
    expect((await focused(page))?.role).toBe('h1');
  } finally {
    await Promise.allSettled([adviser.leave(), young.leave()]);
    await server.end();
  }
});
