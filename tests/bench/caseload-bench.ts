/**
 * `npm run bench -- caseload`: what an adviser with forty people and full histories waits for, on a device without a
 * connection, at the full speed of this processor and slowed four times, each beside a floor from the same run. For screens
 * the floor is the way to a screen of a few fixed lines (router, React, paint); for a key press, a bare text field; for
 * unlocking, opening as many bytes with the browser's own cipher. A report; nothing here fails a test.
 */
import type {Page} from '@playwright/test';
import {SAMPLE_AUTHORITY} from '#domain/authority/welsh-authorities.ts';
import {PASSPHRASE, PersonAtWork} from '../e2e/person-at-work.ts';
import {RunningServer} from '../support/running-server.ts';
import {median, ninetieth, untilDrawn, type Seen} from './drawn.ts';
import {enterFullCaseload} from './full-caseload.ts';
import {ADVISER, PEOPLE} from './full-histories.ts';

const ROUNDS = 15;
const KEYS_EACH = 3;
/** Cards of people that a large screen has room for. */
const IN_VIEW = 8;
const RATES = [1, 4] as const;
type Rate = (typeof RATES)[number];
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What is measured, its floor, and the aim at four times slowed. */
const MEASURES = {
  'unlock to Today, key derivation included': {floor: 'decipher as many bytes', aim: null},
  'key derivation (in a worker, not slowed)': {floor: null, aim: null},
  'unlock to Today, key derivation taken off': {floor: 'decipher as many bytes', aim: 1_000},
  'Today, what is in view': {floor: 'a screen of a few lines', aim: 100},
  'Today, to its end': {floor: 'a screen of a few lines', aim: null},
  'People, what is in view': {floor: 'a screen of a few lines', aim: 100},
  'People, all 40': {floor: 'a screen of a few lines', aim: null},
  'People, one key in the search': {floor: 'a key in a bare field', aim: 100},
  'People, another view chosen': {floor: 'a key in a bare field', aim: 100},
  'a person opened, overview': {floor: 'a screen of a few lines', aim: 300},
  'a person, plan': {floor: 'a screen of a few lines', aim: 300},
  'a person, contacts': {floor: 'a screen of a few lines', aim: 300},
} as const satisfies Readonly<Record<string, {readonly floor: string | null; readonly aim: number | null}>>;
type Measure = keyof typeof MEASURES;
type Floor = NonNullable<(typeof MEASURES)[Measure]['floor']>;

/** What is drawn after the first frame has been drawn too: the browser has nothing left to do. */
const untilIdle = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>(resolve => requestIdleCallback(() => resolve())));

class Times {
  readonly #taken = new Map<string, number[]>();

  add(rate: Rate, what: Measure | Floor, ms: number): void {
    const key = `${rate} ${what}`;
    this.#taken.set(key, [...(this.#taken.get(key) ?? []), ms]);
  }

  of(rate: Rate, what: Measure | Floor): readonly number[] {
    return this.#taken.get(`${rate} ${what}`) ?? [];
  }
}

class Adviser {
  readonly person: PersonAtWork;
  readonly #times: Times;
  rate: Rate = 1;

  constructor(person: PersonAtWork, times: Times) {
    this.person = person;
    this.#times = times;
  }

  async slowTo(rate: Rate): Promise<void> {
    const session = await this.person.context.newCDPSession(this.person.page);
    await session.send('Emulation.setCPUThrottlingRate', {rate});
    this.rate = rate;
  }

  /** One round of what is done all day: `at` chooses the person. */
  async round(at: number, counted: boolean): Promise<void> {
    const {person} = this;
    const {page, t} = person;
    const heading = (text: string): Seen => ({selector: 'h1', text});
    const menu = (key: string) =>
      page
        .getByRole('navigation')
        .getByRole('link', {name: t(`common:${key}`), exact: true})
        .first();
    const clicked = async (what: Measure | Floor, seen: readonly Seen[], where: {click: () => Promise<void>}) => {
      const ms = await untilDrawn(page, 'click', seen, () => where.click());
      if (counted) this.#times.add(this.rate, what, ms);
    };
    // From a small screen to a small one, so that nothing large has to be taken away.
    await menu('nav.more').click();
    await person.heading('more:title').waitFor();
    await clicked('a screen of a few lines', [heading(t('more:guide.title'))], page.locator('.app-help'));
    await clicked('Today, what is in view', [heading(t('today:title')), {selector: 'main .app-card'}], menu('nav.today'));
    await untilIdle(page);
    const cards = await page.locator('main .app-card').count();
    await menu('nav.more').click();
    await person.heading('more:title').waitFor();
    await clicked('Today, to its end', [heading(t('today:title')), {selector: 'main .app-card', least: cards}], menu('nav.today'));
    await clicked(
      'People, what is in view',
      [heading(t('people:title')), {selector: 'main .app-card', least: IN_VIEW}],
      menu('nav.people'),
    );
    await menu('nav.today').click();
    await person.heading('today:title').waitFor();
    await untilIdle(page);
    await clicked('People, all 40', [heading(t('people:title')), {selector: 'main .app-card', least: PEOPLE}], menu('nav.people'));
    await this.#search(at, counted);
    await this.#choose(at, counted);
    const link = page.locator('main .app-card__link').nth(at);
    const name = (await link.textContent()) ?? '';
    await clicked('a person opened, overview', [heading(name), {selector: 'main h2', text: t('person:promised.title')}], link);
    const tab = (part: string) => page.getByRole('link', {name: t(`person:tab.${part}`), exact: true});
    await clicked('a person, plan', [{selector: 'main h2', text: t('codes:section.status_needs')}], tab('plan'));
    await clicked('a person, contacts', [{selector: '.app-timeline__entry', least: 20}], tab('contacts'));
    await person.go('nav.today');
    await person.heading('today:title').waitFor();
  }

  async #search(at: number, counted: boolean): Promise<void> {
    const {page} = this.person;
    const field = page.locator('#search');
    const name = (await page.locator('main .app-card__link').nth(at).textContent()) ?? '';
    await field.focus();
    for (let key = 0; key < KEYS_EACH; key++) {
      const typed = name.slice(0, key + 1);
      const ms = await untilDrawn(page, 'keydown', [{selector: '#search', text: typed}], () => page.keyboard.press(typed.slice(-1)));
      if (counted) this.#times.add(this.rate, 'People, one key in the search', ms);
    }
    await field.fill('');
    await page.evaluate(() => {
      const bare = document.createElement('input');
      bare.id = 'bench-bare';
      document.body.append(bare);
      bare.focus({preventScroll: true});
    });
    const ms = await untilDrawn(page, 'keydown', [{selector: '#bench-bare', text: 'a'}], () => page.keyboard.press('a'));
    if (counted) this.#times.add(this.rate, 'a key in a bare field', ms);
    await page.evaluate(() => document.getElementById('bench-bare')?.remove());
  }

  async #choose(at: number, counted: boolean): Promise<void> {
    const {page, t} = this.person;
    const views = ['due', 'home', 'touch', 'turning'];
    const view = views[at % views.length] ?? 'due';
    const choice = page.locator('#view');
    const shown = page.locator('main .app-card__link');
    await choice.selectOption(view);
    const few = await shown.count();
    // From few to all: the most that choosing a view has to draw.
    if (few === PEOPLE) throw new Error(`the view ${t(`people:view.${view}`)} holds everybody`);
    const ms = await untilDrawn(page, 'change', [{selector: 'main .app-card', least: PEOPLE}], () => choice.selectOption('all'));
    if (counted) this.#times.add(this.rate, 'People, another view chosen', ms);
  }

  async unlock(counted: boolean): Promise<void> {
    const {person} = this;
    const {page, t} = person;
    await person.button('common:nav.lockShort').click();
    await person.heading('device:unlock.title').waitFor();
    await page.getByLabel(t('device:unlock.passphrase'), {exact: true}).fill(PASSPHRASE);
    await page.evaluate(() => performance.clearMeasures('bench:key'));
    const seen = [{selector: 'h1', text: t('today:title')}, {selector: 'main .app-card'}];
    const whole = await untilDrawn(page, 'click', seen, () => person.button('device:unlock.submit').click());
    const key = await page.evaluate(() => performance.getEntriesByName('bench:key').at(-1)?.duration ?? Number.NaN);
    const floor = await this.#decipher();
    if (!counted) return;
    this.#times.add(this.rate, 'unlock to Today, key derivation included', whole);
    this.#times.add(this.rate, 'key derivation (in a worker, not slowed)', key);
    this.#times.add(this.rate, 'unlock to Today, key derivation taken off', whole - key);
    this.#times.add(this.rate, 'decipher as many bytes', floor);
  }

  /** Rows of the same sizes as the vault's, sealed with a key of its own: to open them is the least that unlocking does. */
  #decipher(): Promise<number> {
    return this.person.page.evaluate(async () => {
      const named = (await indexedDB.databases()).find(({name}) => name?.startsWith('vault-'))?.name;
      const opening = indexedDB.open(named ?? '');
      const db = await new Promise<IDBDatabase>(resolve => (opening.onsuccess = () => resolve(opening.result)));
      const asking = db.transaction('segments').objectStore('segments').getAll();
      const rows = await new Promise<{sealed: ArrayBuffer}[]>(resolve => (asking.onsuccess = () => resolve(asking.result)));
      db.close();
      const key = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await Promise.all(
        rows.map(row => crypto.subtle.encrypt({name: 'AES-GCM', iv}, key, new Uint8Array(row.sealed.byteLength - 16))),
      );
      const started = performance.now();
      await Promise.all(sealed.map(each => crypto.subtle.decrypt({name: 'AES-GCM', iv}, key, each)));
      return performance.now() - started;
    });
  }
}

const ms = (values: readonly number[]) => `${median(values).toFixed(0)} (${ninetieth(values).toFixed(0)})`;

function table(times: Times): void {
  say('');
  say('| what, in ms: median (90th percentile) | 1x | 4x | floor 1x | floor 4x | ratio 4x | aim 4x | met |');
  say('|---|---|---|---|---|---|---|---|');
  for (const [name, {floor, aim}] of Object.entries(MEASURES)) {
    const what = name as Measure;
    const slow = median(times.of(4, what));
    const least = floor === null ? null : median(times.of(4, floor));
    const cells = [
      what,
      ms(times.of(1, what)),
      ms(times.of(4, what)),
      floor === null ? '' : median(times.of(1, floor)).toFixed(0),
      least === null ? '' : least.toFixed(0),
      least === null ? '' : (slow / least).toFixed(1),
      aim === null ? '' : String(aim),
      aim === null ? '' : slow <= aim ? 'yes' : 'no',
    ];
    say(`| ${cells.join(' | ')} |`);
  }
}

export async function caseloadBench(): Promise<void> {
  const server = await RunningServer.prepare();
  const person = new PersonAtWork(server.url, 'cy');
  try {
    const records = await enterFullCaseload(server.env);
    say(`${PEOPLE} people with full histories: ${records} records`);
    await server.start();
    const {code} = SAMPLE_AUTHORITY;
    const {out, err} = await server.llwybr('user', 'invite', '--authority', code, '--staff', ADVISER, '--role', 'adviser');
    if (!out.includes('/invitation#')) throw new Error(`no invitation: ${err}`);
    await person.openBrowser();
    // What tsx puts around named functions, also around those that are sent into the page.
    await person.context.addInitScript('globalThis.__name = value => value;');
    await person.context.addInitScript(() => {
      const Plain = globalThis.Worker;
      globalThis.Worker = class extends Plain {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          const start = performance.now();
          this.addEventListener('message', () => performance.measure('bench:key', {start}));
        }
      };
    });
    await person.acceptInvitation(out.trim());
    await person.protectDevice();
    const syncing = Date.now();
    await person.page.getByText(person.t('device:first.done')).waitFor({timeout: 180_000});
    say(`first sync: ${((Date.now() - syncing) / 1000).toFixed(1)} s`);
    await person.page.getByRole('link', {name: person.t('device:first.start')}).click();
    await person.readyForOffline();
    person.page.setDefaultTimeout(60_000);
    await person.context.setOffline(true);
    const times = new Times();
    const adviser = new Adviser(person, times);
    for (const rate of RATES) {
      await adviser.slowTo(rate);
      // Unmeasured, with people whom no measured round opens: what is loaded or compiled once is no part of any.
      await adviser.unlock(false);
      for (const at of [PEOPLE - 1, PEOPLE - 2]) await adviser.round(at, false);
      for (let at = 0; at < ROUNDS; at++) await adviser.round(at, true);
      for (let at = 0; at < ROUNDS; at++) await adviser.unlock(true);
    }
    table(times);
  } finally {
    await person.leave();
    await server.end();
  }
}
