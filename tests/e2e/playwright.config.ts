import {defineConfig} from '@playwright/test';
import {CHROMIUM_ARGS, demandChromium} from '../support/chromium.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Files side by side, each with a server of its own; the tests of one file in turn.
  workers: 2,
  timeout: 240_000,
  expect: {timeout: 30_000},
  forbidOnly: true,
  use: {launchOptions: {executablePath: demandChromium(), args: [...CHROMIUM_ARGS]}, trace: 'off'},
});
