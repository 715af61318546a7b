/** A plan in each of its states, made through the screens and looked at by whoever has it before them (every-route.spec.ts). */
import {expect} from '@playwright/test';
import {addAction, addContingencyAndConsulted, beginPlan, fillEmptySections, sharePlan, writeNeeds} from './making-a-plan.ts';
import {goTo, type PersonAtWork} from './person-at-work.ts';

type Look = (person: PersonAtWork, name: string) => Promise<void>;

/** A plan on its way with something in each of its parts, so that its screens have something to show; looked at as a draft. */
export async function makePlan(adviser: PersonAtWork, file: string, look: Look): Promise<{plan: string; action: string}> {
  const plan = await beginPlan(adviser, file);
  await writeNeeds(adviser, plan, 'health', 'Mae’r nyrs yn galw bob mis; mae angen apwyntiad gyda’r deintydd.');
  await addAction(adviser, plan, 'health', 'Trefnu apwyntiad gyda’r deintydd yn y dref');
  const action = (await adviser.page.locator('main a[href*="/action/"]').first().getAttribute('href')) ?? '';
  await addContingencyAndConsulted(adviser, plan, 'Mae’r denantiaeth mewn perygl', 'Coleg Menai');
  await look(adviser, 'adviser-plan-draft');
  await sharePlan(adviser, plan, 'health', 'Bydd y nyrs yn galw bob mis.');
  return {plan, action};
}

/** The young person answers, the adviser hands in, and each of the three looks at it while it is with a manager. */
export async function handIn(adviser: PersonAtWork, young: PersonAtWork, manager: PersonAtWork, plan: string, look: Look): Promise<void> {
  await young.comeBack();
  await goTo(young.page, '/my-plan/new/answer');
  await young.button('young:answer.save').click();
  await look(young, 'young-my-answer-errors');
  await young.page.getByLabel(young.t('young:myAnswer.partly_agreed'), {exact: true}).check();
  await young.page.locator('#said').fill('Mae’n iawn, heblaw am y rhan am arian.');
  await young.page.locator('#views').fill('Lle fy hun, a chi bach.');
  await young.page.locator('.app-signature').scrollIntoViewIfNeeded();
  const box = await young.page.locator('.app-signature').boundingBox();
  if (!box) throw new Error('there is nothing to sign on');
  await young.page.mouse.move(box.x + 20, box.y + 20);
  await young.page.mouse.down();
  await young.page.mouse.move(box.x + 90, box.y + 60, {steps: 4});
  await young.page.mouse.up();
  await young.button('young:answer.save').click();
  await expect(young.heading('young:newPlan.title')).toBeVisible();
  await look(young, 'young-new-plan-answered');
  await adviser.comeBack();
  await goTo(adviser.page, `${plan}/answer`);
  await adviser.button('plan:answer.save').click();
  await look(adviser, 'adviser-plan-answer-errors');
  await fillEmptySections(adviser, plan, 'Dyma ddywedais i.');
  await expect(adviser.page.getByText(adviser.t('plan:missing.response'))).toHaveCount(0, {timeout: 90_000});
  await goTo(adviser.page, `${plan}/answer`);
  await adviser.page.locator('#how').selectOption({label: adviser.t('codes:viewsGiven.PN6')});
  await adviser.button('plan:answer.save').click();
  await adviser.button('plan:handIn').click();
  await look(adviser, 'adviser-plan-hand-in');
  await adviser.button('plan:handIn.yes').click();
  await expect(adviser.page.getByText(adviser.t('plan:step.waiting.words'))).toBeVisible();
  await look(adviser, 'adviser-plan-waiting');
  await young.comeBack();
  await goTo(young.page, '/my-plan/new');
  await expect(young.page.getByText(young.t('young:newPlan.status.for_sign_off'), {exact: true})).toBeVisible({timeout: 90_000});
  await look(young, 'young-new-plan-with-manager');
  await goTo(young.page, '/my-plan/new/health');
  await expect(young.heading('young:section.health')).toBeVisible();
  await look(young, 'young-own-words-with-manager');
  await manager.comeBack();
  await manager.go('nav.people');
  await manager.page.getByLabel(manager.t('people:search.label')).fill('llyn-morris');
  await manager.button('people:openOnlineFor', {name: 'Ianto'}).click();
  await expect(manager.page.getByRole('heading', {level: 1, name: 'Ianto'})).toBeVisible();
  await manager.part('plan');
  await manager.page
    .getByRole('link', {name: manager.t('plan:decide')})
    .first()
    .click();
  await expect(manager.heading('plan:signOff.title')).toBeVisible();
  await look(manager, 'manager-plan-sign-off');
}
