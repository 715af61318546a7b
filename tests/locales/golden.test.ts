/** Counts, years, ordinals, dates and names against one signed file, in Node and in Chromium (welsh.md 12, rows 5 and 6). */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright';
import {build, type Rolldown} from 'vite';
import {describe, expect, test, vi} from 'vitest';
import {findChromium} from './find-chromium.ts';
import {goldenValues} from './golden-values.ts';

type Golden = Readonly<Record<string, readonly string[]>>;
const golden = (language: string): Golden =>
  JSON.parse(readFileSync(join(import.meta.dirname, `golden-${language}.json`), 'utf8')) as Golden;

describe.each(['cy', 'en'] as const)('%s', language => {
  test('is as it was signed, in Node', async () => {
    expect(await goldenValues(language)).toEqual(golden(language));
  });

  test('does not lean on any locale that the machine happens to have', async () => {
    const none = () => [];
    for (const part of [Intl.DateTimeFormat, Intl.NumberFormat, Intl.RelativeTimeFormat, Intl.ListFormat, Intl.Collator])
      vi.spyOn(part, 'supportedLocalesOf').mockImplementation(none);
    expect(await goldenValues(language)).toEqual(golden(language));
    vi.restoreAllMocks();
  });
});

test('Chromium, which has no Welsh, says the same', async () => {
  const entry = join(import.meta.dirname, 'golden-values.ts');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: {'import.meta.env.DEV': 'false', 'import.meta.env.MODE': '"test"', 'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {entry, formats: ['iife'], name: 'Golden'},
      rolldownOptions: {output: {codeSplitting: false}},
    },
  })) as Rolldown.RolldownOutput[];
  const [script] = built.flatMap(({output}) => output.filter(part => part.type === 'chunk'));
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ...(executablePath === null ? {} : {executablePath}),
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({content: script?.code ?? ''});
    for (const language of ['cy', 'en'] as const) {
      const said = await page.evaluate(
        each => (globalThis as unknown as {Golden: {goldenValues: (of: string) => Promise<Golden>}}).Golden.goldenValues(each),
        language,
      );
      expect(said).toEqual(golden(language));
    }
  } finally {
    await browser.close();
  }
}, 60_000);
