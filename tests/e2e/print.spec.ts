/**
 * Paper, in each language, without a server: a summary is one page, each page says whose it is and which of how many, paper
 * for the young person holds nothing of staff's, a screen or a sheet that is printed by the browser's own menu stays blank, and what was printed is in the file.
 * With SCREENSHOTS set, every sheet is kept there as PDF.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {arrangeReview} from './arranging.ts';
import {goTo, PersonAtWork} from './person-at-work.ts';
import {serverForAll} from './shared-server.ts';

const KEPT = process.env['SCREENSHOTS'];
const DESK = {width: 1280, height: 900};

interface OnPaper {
  readonly pages: number;
  readonly text: string;
}

/**
 * The button notes the sheet and asks to print, which in the test does nothing; until the browser has printed the sheet is
 * printable. Chromium's own PDF: its pages can be counted in the file as it is.
 */
async function pdfOf(person: PersonAtWork, name: string): Promise<OnPaper> {
  const {page} = person;
  await expect(page.locator('.app-paper')).toBeVisible();
  await person.button('print:go').click();
  await expect(page.locator('.app-paper--noted')).toBeVisible();
  const text = await printed(person);
  const pdf = await page.pdf({preferCSSPageSize: true, tagged: true, outline: true});
  await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.app-paper--noted')).toHaveCount(0);
  if (KEPT) {
    mkdirSync(KEPT, {recursive: true});
    writeFileSync(join(KEPT, `${name}-${person.language}.pdf`), pdf);
  }
  return {pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0, text};
}

/** What lies on paper when the browser prints now. */
async function printed(person: PersonAtWork): Promise<string> {
  await person.page.emulateMedia({media: 'print'});
  const text = await person.page.locator('body').innerText();
  await person.page.emulateMedia({media: null});
  return text;
}

const running = serverForAll();
const STAFF_ONLY = 'Nodyn i’r tîm yn unig';

for (const language of ['cy', 'en'] as const) {
  test(`a person’s file on paper (${language})`, async () => {
    test.setTimeout(480_000);
    const person = new PersonAtWork(running().url, language);
    try {
      await person.settleIn(await running().invite('U2041', 'adviser'), DESK);
      const {page, t} = person;
      await person.openPerson('llyn', 'Ianto');
      const file = new URL(page.url()).pathname;
      person.isOfflineExpected = true;
      await person.context.setOffline(true);
      await page.evaluate(() => {
        const counted = globalThis as typeof globalThis & {sheets?: number};
        counted.print = () => {
          counted.sheets = (counted.sheets ?? 0) + 1;
        };
      });
      await page.getByRole('button', {name: new RegExp(`^(${t('person:risk.write')}|${t('person:risk.edit')})$`, 'u')}).click();
      // However long it is, the summary is one page and says that there is more.
      await page.getByLabel(t('person:risk.label')).fill(`${STAFF_ONLY}. ${'Ffoniwch cyn galw heibio. '.repeat(80)}`);
      await person.button('person:risk.save').click();
      await expect(page.getByText(STAFF_ONLY).first()).toBeVisible();

      // A screen that is printed as it is would leave the seal unnoted.
      expect(await printed(person)).toBe(t('common:paperOnly'));

      await goTo(page, `${file}/print/summary`);
      // By the browser's own menu nothing of a sheet in view is printed either.
      await expect(page.locator('.app-paper')).toBeVisible();
      expect(await printed(person)).toBe(t('common:paperOnly'));
      const staffs = await pdfOf(person, 'summary-staff');
      expect(staffs.pages).toBe(1);
      expect(staffs.text).toContain(STAFF_ONLY);
      await page.getByLabel(t('print:reader.them', {name: 'Ianto'}), {exact: true}).check();
      const theirs = await pdfOf(person, 'summary-them');
      expect(theirs.pages).toBe(1);
      expect(theirs.text).not.toContain(STAFF_ONLY);
      // Theirs is in the language that they chose, whatever the screen speaks.
      expect(theirs.text).toContain('Fy nhudalen i');

      await goTo(page, `${file}/plan`);
      await page.getByRole('link', {name: t('person:plan.print'), exact: true}).click();
      await expect(page.locator('.app-paper')).toBeVisible();
      await page.getByLabel(t('codes:language.en'), {exact: true}).check();
      await expect(page.locator('.app-paper__title')).toHaveText('My pathway plan');
      expect((await pdfOf(person, 'plan-them')).pages).toBeGreaterThan(3);
      await page.getByLabel(t('print:size.large'), {exact: true}).check();
      const large = await pdfOf(person, 'plan-large');
      await page.getByLabel(t('print:size.normal'), {exact: true}).check();
      expect(large.pages).toBeGreaterThan((await pdfOf(person, 'plan-normal')).pages);
      await page.getByLabel(t('print:reader.staff'), {exact: true}).check();
      await pdfOf(person, 'plan-staff');

      const review = await arrangeReview(person, file, 'Ianto');
      await goTo(page, review);
      await page.getByRole('link', {name: t('person:print'), exact: true}).click();
      expect((await pdfOf(person, 'review')).pages).toBeGreaterThan(0);

      await goTo(page, `${file}/contacts`);
      await page
        .getByRole('link', {name: new RegExp(`^${t('person:print')}:`, 'u')})
        .first()
        .click();
      await pdfOf(person, 'contact');

      await goTo(page, `${file}/chronology`);
      await expect(person.heading('chronology:title')).toBeVisible();
      await page.getByText(t('chronology:filter')).click();
      await page.getByLabel(t('chronology:group.home'), {exact: true}).check();
      await page.getByRole('link', {name: t('chronology:print'), exact: true}).click();
      await expect(page.locator('.app-paper')).toContainText(t('chronology:event.moved_in'));
      await expect(page.locator('.app-paper')).not.toContainText(t('chronology:event.contact'));
      await pdfOf(person, 'chronology-home');
      await goTo(page, `${file}/print/chronology`);
      expect((await pdfOf(person, 'chronology')).pages).toBeGreaterThan(3);

      const before = await copies(person, file);
      await goTo(page, `${file}/print/summary`);
      const sheets = () => page.evaluate(() => (globalThis as typeof globalThis & {sheets?: number}).sheets ?? 0);
      const sheetsBefore = await sheets();
      await person.button('print:go').click();
      await expect.poll(sheets).toBe(sheetsBefore + 1);
      const after = await copies(person, file);
      expect(after.length).toBe(before.length + 1);
      expect(after[0]).toContain(t('print:title.staff.summary'));
      expect(after[0]).toContain(t('sync:delivery.saved_here'));
      // Every sheet above was noted.
      expect(before.some(line => line.includes(t('print:title.them.plan')))).toBe(true);
      expect(person.faults).toEqual([]);
    } finally {
      await person.leave();
    }
  });
}

/** What the file says was printed, newest first. */
async function copies(person: PersonAtWork, file: string): Promise<readonly string[]> {
  await goTo(person.page, `${file}/print`);
  await expect(person.heading('print:copies.title')).toBeVisible();
  return person.page
    .locator('section')
    .filter({hasText: person.t('print:copies.title')})
    .locator('li')
    .allInnerTexts();
}
