/** What is to come, arranged through the screens by an adviser or by the young person: for whoever needs it to look at. */
import {expect} from '@playwright/test';
import {fillDate} from './making-a-plan.ts';
import {goTo, type PersonAtWork} from './person-at-work.ts';

/** Far enough ahead that it is never in the past. */
const AHEAD = ['15', '3', String(new Date().getFullYear() + 1)] as const;

/** @returns the address of the planned visit. */
export async function planVisit(person: PersonAtWork, file: string, where: string): Promise<string> {
  await goTo(person.page, `${file}/new-visit`);
  await expect(person.heading('visit:plan.title')).toBeVisible();
  await person.page.getByLabel(person.t('codes:contactType.visit_at_accommodation'), {exact: true}).check();
  await fillDate(person, 'visit:on', AHEAD);
  await person.page.locator('#where').fill(where);
  await person.button('visit:plan.save').click();
  const planned = person.page.locator('main a[href*="/visit/"]').first();
  await expect(planned).toBeVisible();
  return (await planned.getAttribute('href')) ?? '';
}

/** @returns the address of the review. */
export async function arrangeReview(person: PersonAtWork, file: string, invited: string): Promise<string> {
  await goTo(person.page, `${file}/new-review`);
  await expect(person.heading('review:start.title')).toBeVisible();
  await fillDate(person, 'review:planned', AHEAD);
  await person.page.locator('#invited').fill(invited);
  await person.page.getByLabel(person.t('review:advocate.yes'), {exact: true}).check();
  await person.button('review:start.save').click();
  await expect(person.page).toHaveURL(/\/review\//u);
  return new URL(person.page.url()).pathname;
}

/** Somebody who will be without a home, put down on their file. @returns the address of the episode. */
export async function recordHomelessness(person: PersonAtWork, file: string): Promise<string> {
  const {page, t} = person;
  await goTo(page, `${file}/home`);
  const episode = page.locator('main a[href*="/homeless/"]').first();
  if (!(await episode.isVisible())) {
    await goTo(page, `${file}/home/homeless`);
    await page
      .getByRole('group', {name: t('home:field.nowhereTonight'), exact: true})
      .getByLabel(t('home:choice.nowhereTonight.no'), {exact: true})
      .check();
    await person.button('profile:save').click();
    await expect(episode).toBeVisible();
  }
  return (await episode.getAttribute('href')) ?? '';
}

/** By a young person on their own phone. @returns the address of the request. */
export async function askAlone(young: PersonAtWork, words: string): Promise<string> {
  await goTo(young.page, '/my-money/ask');
  await young.button('young:spend.travel').click();
  await young.page.locator('#words').fill(words);
  await young.page.getByLabel(young.t('young:ask.cost.known'), {exact: true}).check();
  await young.page.locator('#amount').fill('62.50');
  await young.button('young:ask.send').click();
  await expect(young.page).toHaveURL(/\/my-money\/[\da-f-]{36}$/u);
  return new URL(young.page.url()).pathname;
}

/** Asked with the young person for something that a duty may owe, so that there is something to answer. @returns the request's address. */
export async function askWithThem(person: PersonAtWork, file: string, words: string): Promise<string> {
  const {page, t} = person;
  await goTo(page, `${file}/new-request`);
  await expect(person.heading('fund:ask.title')).toBeVisible();
  await page.locator('#words').fill(words);
  await page.locator('#spend').selectOption({label: t('codes:spend.furniture_white_goods')});
  await page.getByLabel(t('fund:ask.cost.yes'), {exact: true}).check();
  await page.locator('#amount').fill('180');
  await page.getByLabel(t('codes:urgency.normal'), {exact: true}).check();
  await page.locator('#section').selectOption({label: t('codes:section.accommodation')});
  await page.locator('#agreed').check();
  await person.button('fund:ask.save').click();
  const request = page
    .locator('main a[href*="/money/"]')
    .filter({hasText: t('codes:spend.furniture_white_goods')})
    .first();
  await expect(request).toBeVisible();
  await expect(page.getByText(words).first()).toBeVisible();
  return (await request.getAttribute('href')) ?? '';
}

/** One line of a money plan, from its list (`base`) or beside it. @returns the line's address. */
export async function writeMoney(
  person: PersonAtWork,
  base: string,
  [group, what, pounds, every]: readonly [group: string, what: string, pounds: string, every: string | null],
): Promise<string> {
  const {page, t} = person;
  await goTo(page, `${base}/add/${group}`);
  await person.button(`codes:moneyLine.${what}`).click();
  await page.locator('#amount').fill(pounds);
  if (every !== null) await page.getByLabel(t(`money-plan:every.${every}`), {exact: true}).check();
  await person.button('money-plan:save').click();
  const line = page.getByRole('link', {name: t(`codes:moneyLine.${what}`), exact: true}).last();
  await expect(line).toBeVisible();
  return (await line.getAttribute('href')) ?? '';
}

/** What is on this device goes to the server, and what others sent comes. */
export async function sendAll(person: PersonAtWork): Promise<void> {
  await person.page.locator('.app-sync__link').click();
  await person.button('sync:retry').click();
  await expect(person.page.getByText(person.t('sync:state.saved_here'), {exact: true})).toHaveCount(0, {timeout: 90_000});
}

/** Looks again until what the server has sent is there. */
export async function untilShown(person: PersonAtWork, address: string, words: string): Promise<void> {
  await expect(async () => {
    await sendAll(person);
    await goTo(person.page, address);
    await expect(person.page.getByText(words).first()).toBeVisible({timeout: 5_000});
  }).toPass({timeout: 180_000});
}

/** An income scheme for whoever turns 18 in the years about now, set up by a manager with no code; once on each server. */
export async function setUpScheme(manager: PersonAtWork, name: string): Promise<void> {
  const {page, t} = manager;
  await goTo(page, '/authority/schemes');
  await expect(manager.heading('authority:schemes')).toBeVisible();
  if (await page.getByRole('link', {name}).isVisible()) return;
  await page.getByRole('link', {name: t('authority:scheme.new')}).click();
  await page.locator('#scheme-cy').fill(name);
  await page.locator('#scheme-en').fill(name);
  const year = new Date().getFullYear();
  await fillDate(manager, 'authority:scheme.from', ['1', '1', String(year - 2)]);
  await fillDate(manager, 'authority:scheme.until', ['31', '12', String(year + 2)]);
  await page.locator('#gross').fill('500');
  await page.locator('#net').fill('£400.00');
  await page.locator('#payments').fill('12');
  await page.locator('#pauses').check();
  await page.locator('#check-ins').fill('1, 6, 12');
  await manager.button('authority:form.save').click();
  await expect(page.getByRole('link', {name})).toBeVisible();
  await sendAll(manager);
}

/** An offer and a yes, put down on somebody's file. @returns the address of their place in the scheme. */
export async function joinScheme(person: PersonAtWork, file: string, name: string): Promise<string> {
  const {page, t} = person;
  await goTo(page, `${file}/money`);
  const card = page.getByRole('article').filter({hasText: name}).first();
  await expect(card).toBeVisible();
  const place = card.getByRole('link', {name: t('income:open')});
  if (!(await place.isVisible())) {
    await card
      .locator('summary')
      .filter({hasText: t('income:offer')})
      .click();
    await card.getByRole('button', {name: t('income:save'), exact: true}).click();
    await place.click();
    await page
      .locator('summary')
      .filter({hasText: t('income:answer')})
      .click();
    await page.getByLabel(t('income:answer.joined'), {exact: true}).check();
    await person.button('income:save').click();
    await expect(page.getByText(t('codes:enrolment.joined'), {exact: true}).first()).toBeVisible();
    return new URL(page.url()).pathname;
  }
  return (await place.getAttribute('href')) ?? '';
}
