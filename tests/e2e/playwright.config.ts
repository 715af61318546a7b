import {defineConfig} from '@playwright/test';
import {CHROMIUM_ARGS, demandChromium} from '../support/chromium.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  expect: {timeout: 15_000},
  forbidOnly: true,
  use: {launchOptions: {executablePath: demandChromium(), args: [...CHROMIUM_ARGS]}, trace: 'off'},
});
