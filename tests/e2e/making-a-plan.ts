/** An adviser at the making of a plan, through the screens: for journeys, and for whoever needs a plan to look at. */
import {expect} from '@playwright/test';
import {PLAN_SECTIONS, type PlanSection} from '#domain/pathway-plan/codes.ts';
import {goTo, type PersonAtWork} from './person-at-work.ts';

/** What the sign-off asks of everybody; what status needs is for those who have one. */
const EVERYBODYS = PLAN_SECTIONS.filter(section => section !== 'status_needs');

export async function fillDate(person: PersonAtWork, label: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  const group = person.page.getByRole('group', {name: person.t(label), exact: true});
  await group.getByLabel(person.t('common:date.day'), {exact: true}).fill(day);
  await group.getByLabel(person.t('common:date.month'), {exact: true}).fill(month);
  await group.getByLabel(person.t('common:date.year'), {exact: true}).fill(year);
}

/** From the plan in force, with its words. @returns the address of the new plan. */
export async function beginPlan(person: PersonAtWork, file: string): Promise<string> {
  await goTo(person.page, `${file}/new-plan`);
  await expect(person.heading('plan:start.title')).toBeVisible();
  await person.page.getByLabel(person.t('codes:language.cy'), {exact: true}).check();
  await fillDate(person, 'plan:start.assessed', ['3', '6', '2026']);
  await person.button('plan:start.save').click();
  await expect(person.heading('plan:title')).toBeVisible();
  return new URL(person.page.url()).pathname;
}

async function openSection(person: PersonAtWork, plan: string, section: PlanSection): Promise<void> {
  await goTo(person.page, `${plan}/${section}`);
  await expect(person.heading(`codes:section.${section}`)).toBeVisible();
}

/** What staff write for themselves of one matter. */
export async function writeNeeds(person: PersonAtWork, plan: string, section: PlanSection, needs: string): Promise<void> {
  await openSection(person, plan, section);
  await person.page.locator('#needs').fill(needs);
  await person.button('plan:section.save').click();
  await expect(person.heading('plan:title')).toBeVisible();
}

/** Something in each matter that has nothing yet, as the young person said it. */
export async function fillEmptySections(person: PersonAtWork, plan: string, said: string): Promise<void> {
  for (const section of EVERYBODYS) {
    await openSection(person, plan, section);
    if ((await person.page.locator('#own').inputValue()) !== '') continue;
    await person.page.locator('#own').fill(said);
    await person.button('plan:section.save').click();
    await expect(person.heading('plan:title')).toBeVisible();
  }
}

export async function addAction(person: PersonAtWork, plan: string, section: PlanSection, what: string): Promise<void> {
  const {page, t} = person;
  await openSection(person, plan, section);
  await page.getByText(t('plan:action.add'), {exact: true}).click();
  await page.locator('#action-what').fill(what);
  await fillDate(person, 'plan:action.due', ['15', '1', '2027']);
  await person.button('plan:action.save').click();
  await expect(page.locator('.app-card').getByText(what)).toBeVisible();
}

/** What is done if something happens, and somebody who was asked. */
export async function addContingencyAndConsulted(person: PersonAtWork, plan: string, trigger: string, asked: string): Promise<void> {
  const {page, t} = person;
  await goTo(page, plan);
  await expect(person.heading('plan:title')).toBeVisible();
  await page.getByText(t('plan:contingency.add'), {exact: true}).click();
  await page.locator('#trigger').fill(trigger);
  await page.locator('#response').fill('Galwn ni bawb at ei gilydd o fewn wythnos.');
  await person.button('plan:contingency.save').click();
  await expect(page.locator('.app-card').getByText(trigger)).toBeVisible();
  await page.getByText(t('plan:consulted.add'), {exact: true}).click();
  await page.locator('#consulted-name').fill(asked);
  await page.locator('#relation').selectOption({label: t('codes:consulted.school')});
  await person.button('plan:consulted.save').click();
  await expect(page.locator('.app-facts').getByText(asked)).toBeVisible();
}

/** Looks at what will be shown of a matter, changes it, and confirms all of it. */
export async function sharePlan(person: PersonAtWork, plan: string, section: PlanSection, shown: string): Promise<void> {
  await goTo(person.page, `${plan}/share`);
  await expect(person.heading('plan:share.title')).toBeVisible();
  await person.page.locator(`#${section}-needs`).fill(shown);
  await person.page.locator('form button[type=submit]').click();
  await expect(person.heading('plan:title')).toBeVisible();
}
