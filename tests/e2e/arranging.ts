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
