/**
 * How long somebody waits: from the event that their hand made (its own time stamp) to the frame after the one in which what
 * they asked for was painted. Measured inside the page, so that the talking to the browser is no part of it.
 */
import type {Page} from '@playwright/test';

/** That many elements hold this text (any, where none is named). */
export interface Seen {
  readonly selector: string;
  readonly text?: string;
  readonly least?: number;
}

export type Hand = 'click' | 'keydown' | 'change';

interface Watch {
  benchDrawn?: Promise<number>;
}

/**
 * @param act what the hand does, once
 * @param seen all of it must be in view; none of it may be all there before
 */
export async function untilDrawn(page: Page, hand: Hand, seen: readonly Seen[], act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(
    ([event, wanted]) => {
      const isThere = () =>
        wanted.every(({selector, text = '', least = 1}) => {
          const found = [...document.querySelectorAll(selector)];
          const held = (element: Element) =>
            element instanceof HTMLInputElement ? element.value === text : element.textContent.includes(text);
          return found.filter(held).length >= least;
        });
      if (isThere()) throw new Error(`already there: ${JSON.stringify(wanted)}`);
      (globalThis as Watch).benchDrawn = new Promise((resolve, reject) => {
        const begin = ({timeStamp}: Event) => {
          const look = () => {
            if (isThere()) requestAnimationFrame(() => resolve(performance.now() - timeStamp));
            else if (performance.now() - timeStamp > 60_000) reject(new Error(`never drawn: ${JSON.stringify(wanted)}`));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        document.addEventListener(event, begin, {capture: true, once: true});
      });
    },
    [hand, seen] as const,
  );
  await act();
  return page.evaluate(async () => (await (globalThis as Watch).benchDrawn) ?? Number.NaN);
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const median = (values: readonly number[]): number => at(values, 0.5);
export const ninetieth = (values: readonly number[]): number => at(values, 0.9);
