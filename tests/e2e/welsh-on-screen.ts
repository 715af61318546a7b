/**
 * What a reader of Welsh sees and hears on a screen, word by word: visible text, accessible names, titles. Words that
 * somebody else wrote carry their own language or say that nobody translates them, and are left out; so are names.
 */
import type {Page} from '@playwright/test';
import {isWelsh, wordsIn} from '../support/welsh-dictionary.ts';

/** Texts of a screen that are the app's own, each as it stands. */
async function ownTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    const isForeign = (element: Element | null) =>
      element !== null &&
      (element.closest('[translate="no"], .app-words__text') !== null || element.closest('[lang]')?.getAttribute('lang') !== 'cy');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (isForeign(node)) continue;
        for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'aria-description']) {
          const value = node.getAttribute(name);
          if (value !== null) texts.push(value);
        }
        continue;
      }
      const parent = node.parentElement;
      if (parent && !isForeign(parent) && !['SCRIPT', 'STYLE'].includes(parent.tagName) && node.textContent?.trim())
        texts.push(node.textContent);
    }
    return texts;
  });
}

/** Words of the app's own on this screen that are not Welsh. A capital inside a text is a name, of a person or a place. */
export async function notWelshOn(page: Page): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const text of await ownTexts(page)) {
    for (const word of wordsIn(text)) if (!/^\p{Lu}/u.test(word) && !isWelsh(word)) found.add(`${word} (${text.trim().slice(0, 60)})`);
    // A whole text of capitalised words nobody knows, three or more, is more likely English than a name.
    const unknown = wordsIn(text).filter(word => !isWelsh(word));
    if (unknown.length >= 4 && unknown.length === wordsIn(text).length) found.add(text.trim().slice(0, 80));
  }
  return [...found];
}
