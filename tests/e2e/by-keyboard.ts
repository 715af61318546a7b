/**
 * A screen as somebody with a keyboard meets it: what has the focus has a name, a role and a mark and is seen, and
 * everything is reached with Tab in the order in which it is read.
 */
import {expect, type Page} from '@playwright/test';

interface Stop {
  readonly name: string;
  readonly role: string;
  readonly isSeen: boolean;
  readonly hasMark: boolean;
  readonly place: string;
}

/** More than any screen needs that is not a long list; of a long list the first hundred speak for all. */
const PRESSES = 120;
/** Elements of HTML whose role a screen reader knows without being told. */
const ROLES = /^(?:a|button|input|textarea|select|summary|main|h1)$/u;

/**
 * In the page: what has the focus now; null: nothing. `kept`: the list to which every stop from here on is added as Tab comes to
 * it, until nothing has the focus or something has it again: asking after each press would cost two ways there and back.
 */
function meetStops(kept: (Stop | null)[] | null): Stop | null {
  const met = new Set<Element>();
  const here = (): Stop | null => {
    const element = document.activeElement;
    if (!element || element === document.body || met.has(element)) return null;
    if (kept !== null) met.add(element);
    const box = element.getBoundingClientRect();
    // Not hidden as a whole (WCAG 2.4.11): of a tall field the top, the middle or the end is in view.
    const seenAt = [box.top + 8, box.top + box.height / 2, box.bottom - 8].map(top =>
      document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
        Math.min(Math.max(top, 0), innerHeight - 1),
      ),
    );
    const style = getComputedStyle(element);
    const label = element.closest('.govuk-radios__item, .govuk-checkboxes__item')?.querySelector('label') ?? null;
    const after = label ? getComputedStyle(label, '::before') : style;
    const text = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '';
    return {
      name: (element.getAttribute('aria-label') ?? text).trim(),
      role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
      isSeen: seenAt.some(at => at !== null && (element.contains(at) || at.contains(element) || label?.contains(at) === true)),
      hasMark: style.outlineStyle !== 'none' || after.boxShadow !== 'none' || after.outlineStyle !== 'none' || style.boxShadow !== 'none',
      place: element.outerHTML.slice(0, 120),
    };
  };
  if (kept !== null) {
    // A fresh place to begin: after a change of screen the focus is on its heading.
    scrollTo({top: 0});
    document.querySelector<HTMLElement>('#root a, #root button')?.focus();
    kept.push(here());
    // The one of this walk takes the place of the one before.
    onkeyup = ({key}) => key === 'Tab' && kept.push(here());
  }
  return here();
}

/** What has the focus now; null: nothing in the page. */
export const focused = (page: Page): Promise<Stop | null> => page.evaluate(meetStops, null);

/** So many presses are sent in one go. */
const AT_ONCE = 12;
const TAB = {key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9} as const;

/** Tabs through a whole screen, from the first thing in it to the browser's own. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const kept = await page.evaluateHandle<(Stop | null)[]>('[]');
  await page.evaluate(meetStops, kept);
  const keys = await page.context().newCDPSession(page);
  for (let presses = 0; presses < PRESSES; presses += AT_ONCE) {
    await Promise.all(
      Array.from({length: AT_ONCE}, async () => {
        const down = keys.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...TAB});
        await Promise.all([down, keys.send('Input.dispatchKeyEvent', {type: 'keyUp', ...TAB})]);
      }),
    );
    if (await kept.evaluate(stops => stops.includes(null))) break;
  }
  await keys.detach();
  const stops = await kept.jsonValue();
  const end = stops.indexOf(null);
  return (end === -1 ? stops : stops.slice(0, end)).filter(stop => stop !== null);
}

/** Every stop of the screen `where` has a name and a known role, is seen, and is marked while it has the focus. */
export async function expectEveryStop(page: Page, where: string, skipWords: string | null): Promise<void> {
  const stops = await walk(page);
  const wrong = (what: string, is: (stop: Stop) => boolean) => stops.filter(is).map(({place}) => `${where}: ${what}: ${place}`);
  if (skipWords !== null) expect.soft(stops[0]?.name, `${where}: the first stop leads past the frame`).toBe(skipWords);
  expect
    .soft([
      ...wrong('no name', ({name}) => name === ''),
      ...wrong('no role', ({role}) => !ROLES.test(role)),
      ...wrong('no mark', ({hasMark}) => !hasMark),
      ...wrong('not seen', ({isSeen}) => !isSeen),
    ])
    .toEqual([]);
}

/** @throws when Tab never comes there. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < PRESSES; presses++) {
    const stop = await focused(page);
    if (stop && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return;
    if (stop) met.push(stop.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`never reached ${String(name)}; met: ${met.join(' | ').slice(0, 1000)}`);
}

/** Goes there and presses it. */
export async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Goes there and types. */
export async function write(page: Page, name: string | RegExp, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(words);
}

/** Goes to a question by its first answer, and with the arrows from answer to answer to the one that is meant. */
export async function choose(page: Page, first: string, wanted: string): Promise<void> {
  await press(page, first, 'Space');
  for (let presses = 0; presses < PRESSES && (await focused(page))?.name !== wanted; presses++) await page.keyboard.press('ArrowDown');
  expect((await focused(page))?.name).toBe(wanted);
}
