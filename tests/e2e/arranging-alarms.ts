/** What alarms rest on, arranged through the screens: settings, cover, a duty worker's shift. */
import {expect, type Page} from '@playwright/test';
import {goTo, type PersonAtWork} from './person-at-work.ts';

/** Of today, with whatever `fill` does in its form. */
export async function setSetting(person: PersonAtWork, name: string, fill: (page: Page) => Promise<unknown>): Promise<void> {
  await goTo(person.page, `/authority/setting/${name}`);
  await expect(person.heading(`authority:name.${name}`)).toBeVisible();
  await fill(person.page);
  await person.button('authority:form.save').click();
  await expect(person.page).not.toHaveURL(/\/authority\/setting\//u);
}

/** By a manager, who opens the file online for it; until the end of next year. */
export async function giveCoverTo(manager: PersonAtWork, file: string, known: string, name: string): Promise<void> {
  const {page, t} = manager;
  await goTo(page, file);
  await manager.button('people:openOnlineFor', {name: known}).first().click();
  await manager.button('person:cover.give').click();
  await page.getByLabel(t('person:cover.who')).selectOption({label: name});
  const last = page.getByRole('group', {name: t('person:cover.until')});
  await last.getByLabel(t('common:date.day')).fill('31');
  await last.getByLabel(t('common:date.month')).fill('12');
  await last.getByLabel(t('common:date.year')).fill(String(new Date().getFullYear() + 1));
  await manager.button('person:cover.submit').click();
  await expect(page.getByText(t('person:cover.waiting'))).toHaveCount(0, {timeout: 30_000});
}

/** Until a time that is hours away whenever it is. */
export async function goOnShift(duty: PersonAtWork): Promise<void> {
  const until = new Date(Date.now() + 8 * 3_600_000);
  await duty.page.locator('#until').fill(`${String(until.getUTCHours()).padStart(2, '0')}:00`);
  await duty.button('duty:start').click();
  await expect(duty.button('duty:end')).toBeVisible();
}

/** Put down by an adviser in the file, and passed on to the duty worker. The words tell it from any other that is open. */
export async function passToDuty(person: PersonAtWork, file: string, words: string): Promise<void> {
  const {page, t} = person;
  await goTo(page, file);
  await page
    .locator('main summary')
    .filter({hasText: t('person:worry.raise')})
    .first()
    .click();
  await page.getByLabel(t('codes:worry.no_home_tonight'), {exact: true}).check();
  await page.locator('#worry-words').fill(words);
  await person.button('person:worry.raise.save').click();
  const card = page.getByRole('article').filter({hasText: words}).first();
  await expect(card).toBeVisible();
  await card
    .locator('summary')
    .filter({hasText: t('person:worry.pass')})
    .first()
    .click();
  await card.getByLabel(t('person:worry.pass.to.duty'), {exact: true}).check();
  await card.locator('textarea[id^="pass-"]').fill(words);
  await card.getByRole('button', {name: t('person:worry.pass.save'), exact: true}).click();
  await expect(card.locator('.app-steps').getByText(words)).toBeVisible();
}
