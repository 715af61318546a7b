/**
 * Every refusal that the server can give, in Welsh: whatever a screen then says is Welsh to the last word and accessible, it
 * can be tried again, and nothing that was being read or written is taken away by it.
 */
import {expect, test, type Route} from '@playwright/test';
import {ERROR_CODES, type ErrorCode} from '#protocol/errors.ts';
import {goTo, PersonAtWork} from './person-at-work.ts';
import {serverForAll} from './shared-server.ts';
import {notWelshOn} from './welsh-on-screen.ts';

const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  envelope_invalid: 400,
  unauthenticated: 401,
  credentials_wrong: 401,
  forgery_suspected: 403,
  not_found: 404,
  invitation_invalid: 404,
  too_large: 413,
  password_weak: 422,
  upgrade_needed: 426,
  too_many_requests: 429,
  internal: 500,
  busy: 503,
};

/** An answer by its code; what stands between device and server may also answer, in no words of ours. */
const ANSWERS: readonly {readonly name: string; readonly answer: Parameters<Route['fulfill']>[0]}[] = [
  ...ERROR_CODES.map(code => ({
    name: code,
    answer: {status: STATUS[code] ?? 409, contentType: 'application/json', body: JSON.stringify({code, lastSeq: 0})},
  })),
  {name: 'a page of something in between', answer: {status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>'}},
  {name: 'nonsense', answer: {status: 200, contentType: 'application/json', body: '{"made": "up"}'}},
];

const running = serverForAll();

/** Screens that were read already, word for word: most refusals share a sentence. */
const known = new Set<string>();

async function read(person: PersonAtWork, where: string): Promise<void> {
  const words = await person.page.locator('#root').innerText();
  if (known.has(words)) return;
  known.add(words);
  expect.soft(await notWelshOn(person.page), `${where} is Welsh`).toEqual([]);
  await person.checkAccessibility(where);
}

/** From here on the server answers each of these paths so. */
async function answering(person: PersonAtWork, paths: string, answer: Parameters<Route['fulfill']>[0]): Promise<void> {
  await person.context.unrouteAll({behavior: 'ignoreErrors'});
  await person.context.route(paths, route => route.fulfill(answer));
}

test('signing in and joining', async () => {
  test.setTimeout(600_000);
  const person = new PersonAtWork(running().url, 'cy');
  try {
    await person.openBrowser();
    await person.page.goto(`${running().url}/sign-in`);
    await person.chooseLanguage();
    const {page, t} = person;
    for (const {name, answer} of ANSWERS) {
      await answering(person, '**/api/**', answer);
      await goTo(page, '/sign-in');
      await person.fillSignIn('rhywun@example.org');
      await expect(page.getByRole('alert').or(page.locator('.app-notice, .govuk-error-summary')).first(), name).toBeVisible();
      await read(person, `sign-in: ${name}`);
      await goTo(page, '/join');
      await page.getByLabel(t('sign-in:join.code'), {exact: true}).fill('7KQ2M-XR4TD');
      for (const label of ['sign-in:join.passphrase', 'device:protect.again'])
        await page.getByLabel(t(label), {exact: true}).fill('derw llyfr seren pont');
      await person.button('sign-in:join.submit').click();
      await expect(page.locator('.govuk-error-summary').first(), name).toBeVisible();
      await read(person, `join: ${name}`);
      await expect(page.getByLabel(t('sign-in:join.code'), {exact: true})).toHaveValue('7KQ2M-XR4TD');
    }
  } finally {
    await person.leave();
  }
});

test('what is online by nature', async () => {
  test.setTimeout(600_000);
  const [adviser, manager, administrator] = [0, 1, 2].map(() => new PersonAtWork(running().url, 'cy')) as [
    PersonAtWork,
    PersonAtWork,
    PersonAtWork,
  ];
  try {
    await adviser.settleIn(await running().invite('U2041', 'adviser'));
    await adviser.openPerson('llyn', 'Ianto');
    await adviser.part('plan');
    const history = (await adviser.page.locator('a[href^="/history/"]').first().getAttribute('href')) ?? '';
    const file = new URL(adviser.page.url()).pathname.replace(/\/plan$/u, '');
    manager.firstScreen = 'team:title';
    await manager.settleIn(await running().invite('U2083', 'manager'));
    await goTo(manager.page, '/import');
    const group = (await manager.page.locator('main a[href^="/import/"]').first().getAttribute('href')) ?? '';
    administrator.firstScreen = 'authority:title';
    await administrator.settleIn(await running().invite('U2097', 'administrator'));
    for (const {name, answer} of ANSWERS) {
      for (const each of [adviser, manager, administrator]) await answering(each, '**/api/**', answer);
      await goTo(adviser.page, history);
      await expect(adviser.button('common:tryAgain').or(adviser.page.locator('main p').first()).first()).toBeVisible();
      await read(adviser, `history: ${name}`);
      await goTo(adviser.page, file);
      // What is no answer of the server's counts as no connection: then there is nothing to press, and it says so.
      const making = adviser.button('person:app.invite');
      await expect(making.or(adviser.page.getByText(adviser.t('person:app.offline'))).first()).toBeVisible();
      if (await making.isVisible()) await making.click();
      await expect(
        adviser.page
          .locator('main .govuk-error-message, main .app-notice')
          .or(adviser.page.getByText(adviser.t('person:app.offline')))
          .first(),
      ).toBeVisible();
      await read(adviser, `a code for a young person: ${name}`);
      await goTo(manager.page, '/more');
      await expect(manager.heading('more:title')).toBeVisible();
      for (const path of ['/import', group, '/parked']) {
        await goTo(manager.page, path);
        // Of a group that is not there, nothing is left to decide.
        const gone = manager.page.getByText(manager.t('import-holds:group.gone'));
        await expect(manager.button('common:tryAgain').or(gone).first(), `${path}: ${name}`).toBeVisible();
        await read(manager, `${path}: ${name}`);
      }
      await goTo(manager.page, '/team');
      await expect(manager.page.getByText(manager.t('team:lastHeard.offline')).first()).toBeVisible();
      await read(manager, `/team: ${name}`);
      await goTo(manager.page, '/people');
      await manager.page.getByLabel(manager.t('people:search.label')).fill('llyn-morris');
      const opening = manager.button('people:openOnlineFor', {name: 'Ianto'});
      await expect(opening.or(manager.page.getByText(manager.t('people:onDemand.offline')).first())).toBeVisible();
      if (await opening.isVisible()) await opening.click();
      await read(manager, `a file on demand: ${name}`);
      await goTo(administrator.page, '/authority');
      await goTo(administrator.page, '/authority/people');
      await expect(administrator.button('common:tryAgain'), name).toBeVisible();
      await read(administrator, `colleagues: ${name}`);
    }
    // Nothing was taken away by any of it: with the server itself again, all goes on.
    for (const each of [adviser, manager, administrator]) await each.context.unrouteAll({behavior: 'ignoreErrors'});
    await goTo(adviser.page, '/sync');
    await adviser.button('sync:retry').click();
    await expect(adviser.page.getByText(adviser.t('sync:online'), {exact: true})).toBeVisible();
  } finally {
    await Promise.allSettled([adviser.leave(), manager.leave(), administrator.leave()]);
  }
});
