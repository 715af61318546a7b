/**
 * Every address of the route table in both languages, as an adviser, a manager, an administrator, a duty worker and a young person:
 * accessible in the light and in the dark, by keyboard alone, in the right language to the last word, without sideways scrolling on the narrowest phone and with text twice as large, and
 * with no name in the window's title. SCREENSHOTS=<folder> keeps pictures for looking at.
 */
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import type {AppRoute, Audience} from '#client/app/route.tsx';
import {STAFF_ROUTES} from '#client/app/routes-of-staff.tsx';
import {ROUTES as ROUTES_OF_ALL} from '#client/app/routes.tsx';
import {arrangeReview, askAlone, askWithThem, joinScheme, planVisit, setUpScheme, writeMoney, recordHomelessness} from './arranging.ts';
import {goOnShift, passToDuty} from './arranging-alarms.ts';
import {expectEveryStop} from './by-keyboard.ts';
import {ELSEWHERE_MS, goTo, PersonAtWork} from './person-at-work.ts';
import {handIn, makePlan} from './plan-looked-at.ts';
import {serverForAll} from './shared-server.ts';
import {notWelshOn} from './welsh-on-screen.ts';
import {writeApart} from './written-apart.ts';

const ROUTES = [...ROUTES_OF_ALL, ...STAFF_ROUTES];
const NAMES = /Ianto|Llŷn|Morris|Catrin|Helen/;
const WIDTHS = [360, 768, 1280] as const;
const folder = process.env['SCREENSHOTS'];

async function expectToFit(person: PersonAtWork, what: string): Promise<void> {
  const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
  // No card that is seen is taller than what stands in it, but for two beside each other. What is folded away is laid out while it
  // is asked, so that two questions about one card can have answers of two widths.
  const hollow = await person.page.evaluate(() =>
    [...document.querySelectorAll('main .app-card')].flatMap(card => {
      const last = card.lastElementChild;
      const empty = last ? card.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom : 0;
      return !card.checkVisibility() || card.closest('.app-cards--columns') || empty < 80
        ? []
        : [`${Math.round(empty)} px below ${card.textContent?.slice(0, 40)}`];
    }),
  );
  expect.soft(hollow, `${what} has room with nothing in it`).toEqual([]);
  // Nothing that is read is cut off: no box is narrower than its words.
  const clipped = await person.page.evaluate(() =>
    [...document.querySelectorAll('main *, header *, nav *')].flatMap(element => {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.textOverflow === 'ellipsis';
      const isSeen =
        !element.matches('input, textarea, select') &&
        !element.closest('.govuk-visually-hidden, .govuk-skip-link') &&
        element.clientWidth > 1;
      return hides && isSeen && element.scrollWidth > element.clientWidth + 1 ? [element.className || element.tagName] : [];
    }),
  );
  expect.soft(clipped, `${what} cuts words off`).toEqual([]);
}

/**
 * A text in a language yet longer than Welsh: every word of the app's own grows by more than half, at the narrowest
 * widths, and is put back in the same breath, before anything else can run.
 */
async function expectLongerWordsToFit(person: PersonAtWork, name: string): Promise<void> {
  const {overflow, cut} = await person.page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#root') ?? document.body, NodeFilter.SHOW_TEXT);
    const before: [Text, string][] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && node.data.trim() !== '' && !node.parentElement?.closest('[translate="no"], option, textarea'))
        before.push([node, node.data]);
    for (const [node, text] of before)
      node.data = text.replaceAll(/\p{L}{3,}/gu, word => `${word}${'ŵŷ'.repeat(Math.ceil(word.length * 0.3))}`);
    const root = document.documentElement;
    // What is pressed holds all of its words. Measured by the words themselves: a button's touch area reaches past its box.
    const spills = (text: Text): boolean => {
      const box = text.parentElement?.closest('button, a, label, summary')?.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].some(
        ({left, right}) =>
          right > root.clientWidth + 1 || left < -1 || (box !== undefined && (right > box.right + 1 || left < box.left - 1)),
      );
    };
    const measured = {
      overflow: root.scrollWidth - root.clientWidth,
      cut: before.flatMap(([node, text]) =>
        !node.parentElement?.closest('.govuk-visually-hidden, .govuk-skip-link') && spills(node) ? [text.trim().slice(0, 60)] : [],
      ),
    };
    for (const [node, text] of before) node.data = text;
    return measured;
  });
  expect.soft({overflow, cut}, `${name} with longer words`).toEqual({overflow: 0, cut: []});
}

/** What is out of view is otherwise laid out when it comes near, and a box that waits for that hides what would spill. */
async function drawAll(page: PersonAtWork['page']): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

async function look(person: PersonAtWork, name: string): Promise<void> {
  const {page} = person;
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await drawAll(page);
  await expect(page.locator('html')).toHaveAttribute('lang', person.language);
  expect(await page.title()).not.toMatch(NAMES);
  expect(await page.title()).not.toBe('');
  // The menu, and the parts of a file, each mark one place.
  const marked = await page.locator('nav').evaluateAll(menus => menus.map(each => each.querySelectorAll('[aria-current="page"]').length));
  expect.soft(Math.max(0, ...marked), `${name} is one place of each menu`).toBeLessThanOrEqual(1);
  // The longer language is measured at every width and with words longer still; what is the same in both is looked at once.
  const isLonger = person.language === 'cy';
  for (const width of isLonger ? [320, ...WIDTHS] : ([360, 1280] as const)) {
    await page.setViewportSize({width, height: 800});
    await expectToFit(person, `${name} at ${width} px`);
    if (isLonger && width <= 360) await expectLongerWordsToFit(person, `${name} at ${width} px`);
    if (folder !== undefined && width !== 320)
      await page.screenshot({path: join(folder, `${name}-${person.language}-${width}.png`), fullPage: true});
  }
  await page.setViewportSize({width: 360, height: 800});
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expectToFit(person, `${name} with text twice as large`);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  if (person.language === 'cy') expect.soft(await notWelshOn(page), `${name} is Welsh`).toEqual([]);
  await person.checkAccessibility(name);
  if (isLonger) {
    await page.emulateMedia({colorScheme: 'dark'});
    await person.checkAccessibility(`${name} in the dark`, ['color-contrast', 'link-in-text-block']);
    await page.emulateMedia({colorScheme: 'light'});
  }
  // The first choice of all has no frame to lead past.
  if (isLonger) await expectEveryStop(page, name, name === 'welcome' ? null : person.t('common:skipToContent'));
}

/** Looks at one address once its own title stands: what is looked at is the new screen, not the one before. */
async function visit(person: PersonAtWork, name: string, address: string, title?: string): Promise<void> {
  await goTo(person.page, address);
  if (title !== undefined) await expect(person.page).toHaveTitle(person.t('common:documentTitle', {title: person.t(title)}));
  await look(person, name);
}

/** Where the window says something else than the table: a part of the plan by its name, a sync that is over. */
const TITLES: Readonly<Record<string, string>> = {
  '/first-sync': 'device:first.ready',
  '/people/:person/money-plan/line/:line': 'money-plan:group.outgoing',
  '/my-money/week/add/:group': 'money-plan:add.outgoing',
  '/my-plan/:section': 'young:section.accommodation',
  '/my-plan/new/:section': 'young:section.health',
};

const nameOf = (who: string, path: string) => `${who}${path.replaceAll(/[/:]+/g, '-')}`;

async function visitRoutes(
  person: PersonAtWork,
  who: string,
  audience: Audience,
  addressOf: (route: AppRoute) => string,
): Promise<string[]> {
  const seen: string[] = [];
  for (const route of ROUTES.filter(
    each => each.needs === 'vault' && each.action === undefined && (each.audience === audience || each.audience === 'everybody'),
  )) {
    await visit(person, nameOf(who, route.path), addressOf(route), TITLES[route.path] ?? route.title);
    seen.push(route.path);
  }
  return seen;
}

const SCHEME = 'Incwm Cychwyn';
/** One in each language, since the server is one and neither is closed. */
const WAITING = {cy: 'Mae hi’n aros yn yr orsaf.', en: 'Mae hi wrth ddrws y caffi.'} as const;
type P = PersonAtWork;

test.describe.configure({mode: 'serial'});
const running = serverForAll();

for (const language of ['cy', 'en'] as const) {
  test(`every address is accessible and fits (${language})`, async () => {
    test.setTimeout(2_100_000);
    const somebody = () => new PersonAtWork(running().url, language);
    const [person, laptop, young, manager, administrator, duty] = Array.from({length: 6}, somebody) as [P, P, P, P, P, P];
    const seen = new Set<string>(['/welcome', '/sign-in', '/invitation', '/unlock', '/protect', '/join']);
    try {
      manager.firstScreen = 'team:title';
      await manager.settleIn(await running().invite('U2083', 'manager'));
      await setUpScheme(manager, SCHEME);

      await person.openBrowser();
      await person.page.goto(`${running().url}/welcome`);
      await look(person, 'welcome').catch(error => {
        // The first choice is in both languages at once; only its language attribute differs.
        if (!String(error).includes('lang')) throw error;
      });
      await person.chooseLanguage();
      await visit(person, 'sign-in', '/sign-in');
      await visit(person, 'join', '/join');
      await person.button('sign-in:join.submit').click();
      await look(person, 'join-errors');
      await person.page.getByLabel(person.t('sign-in:join.code'), {exact: true}).fill('7KQ2M-XR4TD');
      for (const label of ['sign-in:join.passphrase', 'device:protect.again'])
        await person.page.getByLabel(person.t(label), {exact: true}).fill('derw llyfr seren pont');
      await person.button('sign-in:join.submit').click();
      await expect(person.page.getByText(person.t('sign-in:join.invalid')).first()).toBeVisible();
      await look(person, 'join-refused');
      await visit(person, 'invitation-unusable', '/invitation#nonsense');
      await visit(person, 'unlock-without-vault', '/unlock');
      await person.acceptInvitation(await running().invite('U2041', 'adviser'));
      await expect(person.heading('device:protect.title')).toBeVisible();
      await look(person, 'protect');
      await person.protectDevice();
      await person.firstSync();
      await person.openPerson('llyn', 'Ianto');
      const file = new URL(person.page.url()).pathname;
      // In the second language somebody has joined already: then it is a new code for the same account.
      await person.button('person:app.invite').or(person.button('person:app.again')).click();
      const code = (await person.page.locator('.app-code').innerText()).trim();
      await look(person, 'adviser-person-code');
      // The same person on a second device, and both write the same while neither hears of the other.
      await laptop.openBrowser();
      await laptop.signIn('catrin.hafganprice@example.org');
      await laptop.protectDevice();
      await laptop.firstSync();
      await writeApart(person, laptop, file);
      await goTo(person.page, '/together');
      const together = (await person.page.locator('main a[href^="/together/"]').first().getAttribute('href')) ?? '';
      await goTo(person.page, file);
      await person.part('plan');
      const history = (await person.page.locator('a[href^="/history/"]').first().getAttribute('href')) ?? '';
      const {plan, action} = await makePlan(person, file, look);
      const planned = await planVisit(person, file, 'Caffi’r Cei');
      const review = await arrangeReview(person, file, 'Nain\nColeg Menai');
      const request = await askWithThem(person, file, 'Oergell sy’n gweithio. Mae’r un yma wedi torri.');
      const rent = await writeMoney(person, `${file}/money-plan`, ['outgoing', 'rent', '95', 'week']);
      const place = await joinScheme(person, file, SCHEME);
      const episode = await recordHomelessness(person, file);
      const addressOf = ({path}: AppRoute) =>
        path === '/history/:record'
          ? history
          : path === '/together/:record/:field'
            ? together
            : path
                .replace('/people/:person/plan/:plan', plan)
                .replace('/people/:person/action/:action', action)
                .replace('/people/:person/visit/:visit', planned)
                .replace('/people/:person/review/:review', review)
                .replace('/people/:person/homeless/:episode', episode)
                .replace('home/:form', 'home/move')
                .replace('/people/:person/money-plan/line/:line', rent)
                .replace('money-plan/add/:group', 'money-plan/add/income')
                .replace(':benefit', 'pip')
                .replace('/people/:person/money/:request', request)
                .replace('/people/:person/income/:enrolment', place)
                .replace('print/:what/:about', `print/review/${review.slice(review.lastIndexOf('/') + 1)}`)
                .replace('print/:what', 'print/summary')
                .replace('/people/:person', file)
                .replace(':form', 'new-alert')
                .replace(':section', 'health')
                .replace(':draft', '00000000-0000-7000-8000-000000000001')
                .replace(':name', 'helpText')
                .replace(':group', 'limits');
      const waiting = WAITING[language];
      await passToDuty(person, file, waiting);
      await look(person, 'adviser-worry');
      for (const path of await visitRoutes(person, 'adviser', 'staff', addressOf)) seen.add(path);
      await visit(person, 'not-found', '/nothing-here', 'common:notFound.title');
      await goTo(person.page, together);
      await person.button('together:new').click();
      await person.button('together:save').click();
      await look(person, 'adviser-together-errors');
      await goTo(person.page, `${file}/contacts`);
      await person.page.getByText(person.t('person:strike'), {exact: true}).first().click();
      await person.button('person:strike.submit').click();
      await look(person, 'adviser-strike-errors');
      for (const [at, button] of [
        [`${file}/new-visit`, 'visit:plan.save'],
        [`${file}/new-review`, 'review:start.save'],
        [`${file}/go-out`, 'visit:out.start'],
        [`${file}/new-request`, 'fund:ask.save'],
        [`${file}/money-plan/add/debt`, 'money-plan:save'],
        [review, 'review:hold.save'],
        [`${file}/profile/new-period`, 'profile:save'],
        [`${file}/home/homeless`, 'profile:save'],
        [`${file}/profile/new-professional`, 'profile:save'],
      ] as const) {
        await goTo(person.page, at);
        await person.button(button).first().click();
        await look(person, `adviser-${button.replaceAll(/[:.]/gu, '-')}-errors`);
      }

      await young.openBrowser();
      await young.join(code);
      await expect(young.page.getByRole('heading', {level: 1, name: young.t('young:home.title', {name: 'Ianto'})})).toBeVisible({
        timeout: 30_000,
      });
      const asked = await askAlone(young, 'Bws');
      const wages = await writeMoney(young, '/my-money/week', ['income', 'wages', '61.20', 'week']);
      for (const path of await visitRoutes(young, 'young', 'young', ({path: at}) =>
        at
          .replace('/my-money/week/line/:line', wages)
          .replace(':group', 'outgoing')
          .replace(':benefit', 'universal_credit')
          .replace('/my-money/income/:enrolment', place.replace(/^.*\/income/u, '/my-money/income'))
          .replace('new/:section', 'new/health')
          .replace(':section', 'accommodation')
          .replace('/my-money/:request', asked),
      ))
        seen.add(path);
      await goTo(young.page, '/help-now');
      await young.page.locator('main summary').first().click();
      await young.page.locator('main summary').last().click();
      await young.button('young:alarm.send').click();
      await look(young, 'young-alarm-errors');
      await goTo(young.page, '/my-plan/accommodation');
      await young.button('young:answer.save').click();
      await look(young, 'young-answer-errors');
      await goTo(young.page, '/my-money/ask');
      await young.button('young:ask.send').click();
      await look(young, 'young-ask-errors');

      await manager.comeBack();
      for (const [path, title] of [
        ['/team', 'team:title'],
        ['/team/move', 'team:move.title'],
        ['/fund', 'team:fund.title'],
        ['/payments', 'payments:title'],
        ['/payments/report', 'payments:report'],
        ['/schemes', 'evaluation:title'],
        ['/returns', 'returns:title'],
        ['/people', 'people:team.title'],
        ['/import', 'import-holds:title'],
        ['/parked', 'parked:title'],
        ['/more', 'more:title'],
      ] as const) {
        await visit(manager, nameOf('manager', path), path, title);
        seen.add(path);
      }
      await goTo(manager.page, '/import');
      await manager.page.locator('main a[href^="/import/"]').first().click();
      await expect(manager.heading('import-holds:group.title')).toBeVisible();
      await manager.button('import-holds:decide').or(manager.page.locator('main summary')).first().click();
      await look(manager, 'manager-import-group');
      seen.add('/import/:group');
      await goTo(manager.page, '/team/move');
      await manager.button('team:move.submit').click();
      await look(manager, 'manager-move-errors');
      await handIn(person, young, manager, plan, look);
      await visit(manager, 'manager-birth-date', `${file}/profile/birth-date`, 'profile:form.title');

      duty.firstScreen = 'duty:title';
      await duty.settleIn(await running().invite('U2069', 'duty_worker'));
      await visit(duty, 'duty-off', '/duty', 'duty:title');
      await goOnShift(duty);
      await expect(duty.page.getByText(waiting).first()).toBeVisible({timeout: ELSEWHERE_MS});
      for (const summary of await duty.page.locator('main summary').all()) await summary.click();
      await look(duty, 'duty-on');
      await duty.button('duty:end').click();
      await duty.button('duty:end.yes').click();
      await expect(duty.button('duty:start')).toBeVisible();
      seen.add('/duty');
      await visit(duty, 'duty-notifications', '/notifications', 'notifications:title');
      seen.add('/notifications');

      administrator.firstScreen = 'authority:title';
      await administrator.settleIn(await running().invite('U2097', 'administrator'));
      for (const {path, title} of ROUTES.filter(route => route.path.startsWith('/authority')))
        await visit(
          administrator,
          nameOf('administrator', path),
          path.replace(':scheme', 'new').replace(':name', 'outOfHoursNumbers').replace(':group', 'limits'),
          title,
        );
      await goTo(administrator.page, '/authority/setting/outOfHoursNumbers');
      await expect(administrator.heading('authority:name.outOfHoursNumbers')).toBeVisible();
      await administrator.button('authority:form.numbers.add').click();
      await administrator.button('authority:form.save').click();
      await expect(administrator.page.locator('.govuk-error-summary')).toBeVisible();
      await look(administrator, 'administrator-setting-errors');

      // Without a connection: what is online by nature says so, in the right language.
      for (const each of [person, young, manager, administrator]) {
        await each.comeBack();
        await each.context.setOffline(true);
        each.isOfflineExpected = true;
      }
      await visit(person, 'offline-history', history, 'history:title');
      await visit(person, 'offline-person', file, 'person:tab.overview');
      await visit(young, 'offline-home', '/home', 'young:nav.home');
      await visit(manager, 'offline-team', '/team', 'team:title');
      await visit(manager, 'offline-import', '/import', 'import-holds:title');
      await visit(administrator, 'offline-colleagues', '/authority/people', 'authority:people');
      await visit(manager, 'offline-parked', '/parked', 'parked:title');
      await goTo(person.page, '/today');
      await person.button('common:nav.lockShort').first().click();
      await expect(person.heading('device:unlock.title')).toBeVisible();
      await look(person, 'unlock');
      expect(ROUTES.map(({path}) => path).filter(path => !seen.has(path))).toEqual([]);
      for (const each of [person, laptop, young, manager, administrator, duty])
        expect(each.faults.filter(fault => !fault.includes('404'))).toEqual([]);
    } finally {
      await Promise.allSettled([person.leave(), laptop.leave(), young.leave(), manager.leave(), administrator.leave(), duty.leave()]);
    }
  });
}
