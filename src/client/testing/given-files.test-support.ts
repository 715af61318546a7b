/** What a screen gives to the browser as a file, as text: for tests that read the file. Called once, outside of any test. */
import {afterEach, beforeEach, vi} from 'vitest';

export function givenFiles(): readonly string[] {
  const texts: string[] = [];
  beforeEach(() => {
    texts.length = 0;
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (file: Blob) => (void file.text().then(text => texts.push(text)), 'blob:x'),
        revokeObjectURL: () => undefined,
      }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());
  return texts;
}
