/**
 * By keyboard alone, in Welsh: a young person answers, an adviser records a visit, a manager decides about the import and
 * moves somebody. That every stop of every screen has a name, a role and a mark is checked where every screen is visited.
 */
import {expect, test} from '@playwright/test';
import {choose, focused, press, tabTo, write} from './by-keyboard.ts';
import {PASSPHRASE, PersonAtWork} from './person-at-work.ts';
import {serverForAll} from './shared-server.ts';

const running = serverForAll();

async function atWork(role: 'adviser' | 'manager', staff: string): Promise<PersonAtWork> {
  const person = new PersonAtWork(running().url, 'cy');
  if (role === 'manager') person.firstScreen = 'team:title';
  await person.settleIn(await running().invite(staff, role));
  return person;
}

test('a young person joins and answers', async () => {
  const adviser = await atWork('adviser', 'U2041');
  const young = new PersonAtWork(running().url, 'cy');
  try {
    await adviser.openPerson('llyn', 'Ianto');
    await adviser.button('person:app.invite').click();
    const code = (await adviser.page.locator('.app-code').innerText()).trim();

    await young.openBrowser();
    await young.page.goto(`${running().url}/join`);
    await young.chooseLanguage();
    const {page, t} = young;
    await expect(young.heading('sign-in:join.title')).toBeVisible();
    await write(page, t('sign-in:join.code'), code);
    await write(page, t('sign-in:join.passphrase'), PASSPHRASE);
    await write(page, t('device:protect.again'), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', {level: 1, name: t('young:home.title', {name: 'Ianto'})})).toBeVisible({timeout: 30_000});
    await press(page, t('common:nav.myPlan'));
    await expect(young.heading('young:plan.title')).toBeVisible();
    // After a step the focus is on the new screen, not lost at its top.
    expect((await focused(page))?.role).toBe('h1');
    await press(page, new RegExp(t('young:section.accommodation'), 'u'));
    await expect(young.heading('young:section.accommodation')).toBeVisible();
    await choose(page, t('young:answer.agree'), t('young:answer.disagree'));
    await write(page, t('young:answer.words'), 'Mae’n oer yma.');
    await press(page, t('young:answer.save'));
    await expect(young.heading('young:plan.title')).toBeVisible();
    await expect(page.getByText('Mae’n oer yma.')).toBeVisible();
    expect((await focused(page))?.role).toBe('h1');
  } finally {
    await Promise.allSettled([adviser.leave(), young.leave()]);
  }
});

test('an adviser finds somebody and records a visit', async () => {
  const adviser = await atWork('adviser', 'U2041');
  try {
    const {page, t} = adviser;
    await press(page, t('common:nav.people'));
    await expect(adviser.heading('people:title')).toBeVisible();
    await write(page, t('people:search.label'), 'llyn');
    await press(page, /^Ianto/u);
    await expect(page.getByRole('heading', {level: 1, name: 'Ianto'})).toBeVisible();
    await press(page, t('person:record'));
    await expect(adviser.heading('contact:title')).toBeVisible();
    await press(page, t('contact:how.visit'));
    await press(page, new RegExp(`^${t('contact:where.home')}`, 'u'));
    await press(page, t('codes:outcome.seen'), 'Space');
    await write(page, t('contact:note.title'), 'Wedi cael paned gyda’n gilydd.');
    await press(page, t('contact:save'));
    await press(page, t('contact:saved.person', {name: 'Ianto'}));
    await press(page, t('person:tab.contacts'));
    await expect(page.getByText('Wedi cael paned gyda’n gilydd.')).toBeVisible();
  } finally {
    await adviser.leave();
  }
});

test('a manager sets a row of the import aside and gives somebody an adviser', async () => {
  const manager = await atWork('manager', 'U2083');
  try {
    const {page, t} = manager;
    await press(page, t('common:nav.more'));
    await press(page, t('import-holds:title'));
    await press(page, t('import-holds:reason.DOB_FUTURE'));
    await expect(manager.heading('import-holds:group.title')).toBeVisible();
    await choose(page, t('import-holds:choice.correct'), t('import-holds:choice.set_aside'));
    await write(page, t('import-holds:words'), 'Cofnod prawf oedd hwn.');
    await press(page, t('import-holds:decide'));
    await expect(page.getByText(t('import-holds:done')).first()).toBeVisible();

    await press(page, t('common:nav.team'));
    await expect(manager.heading('team:title')).toBeVisible();
    await press(page, t('team:unallocated.give'));
    await expect(manager.heading('team:move.title')).toBeVisible();
    await press(page, /^Poppy/u, 'Space');
    await tabTo(page, t('team:move.to'));
    await page.keyboard.type('Catrin');
    await write(page, t('team:move.note'), 'Ffoniwch cyn galw.');
    await press(page, t('team:move.submit'));
    await expect(manager.heading('team:title')).toBeVisible();
    await expect(page.getByRole('heading', {level: 3, name: 'Poppy'})).toHaveCount(0, {timeout: 30_000});
  } finally {
    await manager.leave();
  }
});
