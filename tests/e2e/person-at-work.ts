/**
 * Somebody using the app in a browser of their own: a persistent profile on disk, so that closing and opening it again
 * is what it is in life. Finds everything by the words on the screen; being on a page includes the accessibility check.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {chromium, expect, test, type BrowserContext, type Page} from '@playwright/test';
import type {Language} from '#domain/shared/fields.ts';
import {CHROMIUM_ARGS, demandChromium} from '../support/chromium.ts';
import {textsOf} from '../support/texts.ts';

export const PASSWORD = 'paned-o-de-am-ddeg';
export const PASSPHRASE = 'derw llyfr seren pont';
export const PHONE = {width: 360, height: 740};
/** Until another device has what was sent: longer than a poll, for the day on which a poke is lost (retry-waits.ts). */
export const ELSEWHERE_MS = 90_000;

/** To an address of the app without loading it anew, as its own links go. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page.getByRole('heading', {level: 1}).first()).toBeVisible();
}

export class PersonAtWork {
  readonly t: ReturnType<typeof textsOf>;
  readonly language: Language;
  readonly base: string;
  readonly profile: string;
  readonly faults: string[] = [];
  /** The title of the screen that this person's role begins with. */
  firstScreen = 'today:title';
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  /** Set while the server is meant to be away: then a failed request is no fault. */
  isOfflineExpected = false;

  constructor(base: string, language: Language) {
    this.base = base;
    this.language = language;
    this.t = textsOf(language);
    this.profile = mkdtempSync(join(tmpdir(), 'llwybr-profile-'));
  }

  get page(): Page {
    if (!this.#page) throw new Error('the browser is closed');
    return this.#page;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is closed');
    return this.#context;
  }

  async openBrowser(viewport = PHONE): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: demandChromium(),
      args: [...CHROMIUM_ARGS],
      viewport,
      locale: 'en-GB',
      serviceWorkers: 'allow',
    });
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#page.setDefaultTimeout(30_000);
    this.#page.on('pageerror', error => this.faults.push(`page: ${error.message}`));
    this.#page.on('console', message => {
      if (message.type() === 'error' && !this.isOfflineExpected) this.faults.push(`console: ${message.text()}`);
    });
  }

  async closeBrowser(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
    this.#page = undefined;
  }

  async leave(): Promise<void> {
    await this.#sayWhereItStood();
    await this.closeBrowser();
    rmSync(this.profile, {recursive: true, force: true});
  }

  /** Kept with the test, and printed when it fails: without it a journey that broke in CI tells only what was not there. */
  async #sayWhereItStood(): Promise<void> {
    if (!this.#page) return;
    const main = await this.#page
      .getByRole('main')
      .innerText({timeout: 2_000})
      .catch(() => 'no main part');
    const body = [new URL(this.#page.url()).pathname, ...this.faults.slice(0, 3), main].join('\n');
    await test.info().attach('where it stood', {body, contentType: 'text/plain'});
  }

  button(key: string, values?: Readonly<Record<string, string | number>>) {
    return this.page.getByRole('button', {name: this.t(key, values), exact: true});
  }

  heading(key: string, values?: Readonly<Record<string, string | number>>) {
    return this.page.getByRole('heading', {name: this.t(key, values)}).first();
  }

  /** In the page itself, which has no frames, and without an account of what is right: a third of the time. */
  #axe(): AxeBuilder {
    return new AxeBuilder({page: this.page}).setLegacyMode(true).options({resultTypes: ['violations']});
  }

  /** No violation of WCAG 2.2 AA on what is shown now; `rules`: of these only. */
  async checkAccessibility(where: string, rules?: string[]): Promise<void> {
    const axe = this.#axe();
    const {violations} = await (
      rules ? axe.withRules(rules) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    ).analyze();
    const found = violations.flatMap(({id, nodes}) => nodes.map(node => ({id, target: node.target.join(' ')})));
    const standing: string[] = [];
    for (const {id, target} of found)
      if (id !== 'target-size' || (await this.#isTooSmall(target))) standing.push(`${where}: ${id} ${target}`);
    // Soft: whoever walks through many screens hears of all of them.
    expect.soft(standing).toEqual([]);
  }

  /** By itself in the middle of the screen: what the bar at the bottom half covers is scrolled to by whoever wants to press it. */
  async #isTooSmall(target: string): Promise<boolean> {
    await this.page
      .locator(target)
      .first()
      .evaluate(element => element.scrollIntoView({block: 'center'}));
    const {violations} = await this.#axe().include(target).withRules(['target-size']).analyze();
    return violations.length > 0;
  }

  async chooseLanguage(): Promise<void> {
    const button = this.page.getByRole('button', {name: this.language === 'cy' ? 'Cymraeg' : 'English'}).first();
    await expect(this.page.getByRole('heading', {level: 1}).first()).toBeVisible();
    if (await button.isVisible()) await button.click();
  }

  async acceptInvitation(link: string): Promise<void> {
    await this.page.goto(link);
    await this.chooseLanguage();
    await expect(this.heading('sign-in:invitation.title')).toBeVisible();
    await this.checkAccessibility('invitation');
    await this.page.getByLabel(this.t('sign-in:newPassword'), {exact: true}).fill(PASSWORD);
    await this.page.getByLabel(this.t('sign-in:newPassword.again'), {exact: true}).fill(PASSWORD);
    await this.button('sign-in:invitation.submit').click();
  }

  async signIn(signInName: string, password = PASSWORD): Promise<void> {
    await this.page.goto(`${this.base}/`);
    await this.chooseLanguage();
    await expect(this.heading('sign-in:title')).toBeVisible();
    await this.checkAccessibility('sign-in');
    await this.fillSignIn(signInName, password);
  }

  async fillSignIn(signInName: string, password = PASSWORD): Promise<void> {
    await this.page.getByLabel(this.t('sign-in:name'), {exact: true}).fill(signInName);
    await this.page.getByLabel(this.t('sign-in:password'), {exact: true}).fill(password);
    await this.button('sign-in:submit').click();
  }

  async protectDevice(): Promise<void> {
    await expect(this.heading('device:protect.title')).toBeVisible();
    await this.checkAccessibility('protect');
    await this.page.getByLabel(this.t('device:protect.passphrase'), {exact: true}).fill(PASSPHRASE);
    await this.page.getByLabel(this.t('device:protect.again'), {exact: true}).fill(PASSPHRASE);
    await this.button('device:protect.submit').click();
  }

  async firstSync(): Promise<void> {
    await expect(this.page.getByText(this.t('device:first.done'))).toBeVisible({timeout: 60_000});
    await this.checkAccessibility('first sync');
    await this.page.getByRole('link', {name: this.t('device:first.start')}).click();
    await expect(this.heading(this.firstScreen)).toBeVisible();
  }

  /** A young person's way in: the code that an adviser reads out, and one passphrase. */
  async join(code: string): Promise<void> {
    await this.page.goto(`${this.base}/join`);
    await this.chooseLanguage();
    await expect(this.heading('sign-in:join.title')).toBeVisible();
    await this.checkAccessibility('join');
    await this.page.getByLabel(this.t('sign-in:join.code'), {exact: true}).fill(code);
    await this.page.getByLabel(this.t('sign-in:join.passphrase'), {exact: true}).fill(PASSPHRASE);
    await this.page.getByLabel(this.t('device:protect.again'), {exact: true}).fill(PASSPHRASE);
    await this.button('sign-in:join.submit').click();
  }

  /** From the invitation to a device that works without a server. */
  async settleIn(link: string, viewport = PHONE): Promise<void> {
    await this.openBrowser(viewport);
    await this.acceptInvitation(link);
    await this.protectDevice();
    await this.firstSync();
    await this.readyForOffline();
  }

  /** From a person's file: a visit at their home, seen, with a note; not saved yet. */
  async fillHomeVisit(note: string): Promise<void> {
    const {page, t} = this;
    await page
      .getByRole('link', {name: t('person:record')})
      .first()
      .click();
    await page.getByRole('button', {name: t('contact:how.visit')}).click();
    await page.getByRole('button', {name: t('contact:where.home')}).click();
    await page.getByLabel(t('codes:outcome.seen'), {exact: true}).check();
    await page.getByLabel(t('contact:note.title')).fill(note);
  }

  async unlock(): Promise<void> {
    await this.page.goto(`${this.base}/`);
    await expect(this.heading('device:unlock.title')).toBeVisible();
    await this.page.getByLabel(this.t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
    await this.button('device:unlock.submit').click();
    await expect(this.heading(this.firstScreen)).toBeVisible();
  }

  /** After minutes away: a device that was left alone has locked itself, and is opened again where it was. */
  async comeBack(): Promise<void> {
    await expect(this.page.getByRole('heading', {level: 1}).first()).toBeVisible();
    const locked = this.page.getByLabel(this.t('device:unlock.passphrase'), {exact: true});
    if (!(await locked.isVisible())) return;
    await locked.fill(PASSPHRASE);
    await this.button('device:unlock.submit').click();
    await expect(locked).toHaveCount(0);
  }

  /** Waits until the app would open without a server. */
  async readyForOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller)
        await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, {once: true}));
    });
  }

  async go(key: 'nav.today' | 'nav.people' | 'nav.record' | 'nav.team' | 'nav.more' | 'sync'): Promise<void> {
    // What has been sent is behind the line that says so, in the same place on every screen.
    if (key === 'sync') return this.page.locator('.app-sync__link').click();
    await this.page
      .getByRole('navigation')
      .getByRole('link', {name: this.t(`common:${key}`), exact: true})
      .first()
      .click();
  }

  /** Finds somebody by a part of the name and opens the file. */
  async openPerson(search: string, name: string): Promise<void> {
    await this.go('nav.people');
    await this.page.getByLabel(this.t('people:search.label')).fill(search);
    await this.page.getByRole('link', {name, exact: false}).first().click();
    await expect(this.page.getByRole('heading', {level: 1, name})).toBeVisible();
  }

  part(key: string): Promise<void> {
    return this.page.getByRole('link', {name: this.t(`person:tab.${key}`), exact: true}).click();
  }
}
