/**
 * One build, one dev server and three groups of tests. The service worker is our own file with an injected precache
 * list, so that an update waits until the user says so. The plug-in stays out of test runs: tests need no build.
 */
import {join} from 'node:path';
import react from '@vitejs/plugin-react';
import {NodePackageImporter} from 'sass-embedded';
import type {Plugin} from 'vite';
import {VitePWA} from 'vite-plugin-pwa';
import {defineConfig} from 'vitest/config';

const PG_TESTS = '**/*.pg.test.ts';
const API = 'http://127.0.0.1:8080';

/**
 * What everybody's first screen stands on, in one file: the app's start, the parts of screens, and whatever these import. The
 * rest of the domain is not named here and comes with the screens that use it.
 */
const BASE =
  /src\/(?:client\/(?:app\/main|ui\/(?!check-list|choice-tiles|date-|give-|install-|notice|search-box|summary-list|tab-links|timeline|use-now)|case\/records\/(?:clash-link|struck-mark)|forms\/refusal-message)|domain\/(?:pathway-plan\/(?:codes|own-action|part-ids)|income-scheme\/(?:check-ins|codes|payment-months|scheme)\.|shared\/(?:is-kind|month)\.))/u;
/** A young person's own page with its parts. What staff's first screens and a person's file share with it stands above, or they load both. */
const YOUNG_FIRST = /src\/client\/features\/young\/home-page/u;
/** What staff's lists say of people, with the rules that it is worked out by. */
const STAFF_FIRST = /src\/client\/case\/(?:person\/people-on-device|worry\/(?:alarm-|open-worries))/u;
/** The administrator's first screen needs no more of it. */
const SETTINGS = /src\/domain\/authority\/settings\./u;
/** Rules that a young person's commands and later screens share with staff's lists. */
const SHARED_RULES =
  /src\/domain\/(?:young-person\/standing\.|accommodation\/(?:present-stay|ready-end)\.|education-support\/where-it-stands\.|fund\/which-decision\.)/u;
/** Rules over a file that staff's lists share with later screens of a young person alone: their first load has none of it. */
const FILE_RULES = /src\/domain\/(?:young-person\/file-questions|learning-work\/present-activity|accommodation\/open-episodes)\./u;

/** The router names its parts for a debugger, in statements that keep also those parts in the build that nobody uses. */
const unnamedParts: Plugin = {
  name: 'unnamed-parts',
  apply: 'build',
  transform: {
    filter: {id: /node_modules\/react-router\//u},
    handler: code => ({
      code: code.replaceAll(/^\w+\.displayName = .*;$/gmu, '').replaceAll(/= (React\d*\.forwardRef\()/gu, '= /* @__PURE__ */ $1'),
      map: null,
    }),
  },
};

/** A file of a library other than the one that its package names. */
const fileOf = (path: string) => join(import.meta.dirname, 'node_modules', path);

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/client/service-worker',
  filename: 'service-worker.ts',
  registerType: 'prompt',
  injectRegister: false,
  injectManifest: {globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,webmanifest}'], maximumFileSizeToCacheInBytes: 1_500_000},
  // Two manifests with one id, one in each language: public/manifest-*.webmanifest. The page links the one it speaks.
  manifest: false,
});

export default defineConfig({
  plugins: [react(), unnamedParts, process.env['VITEST'] ? [] : pwa],
  // The packages name a build for debugging, and one for browsers of ten years ago, for everybody; these are the same without.
  resolve: {
    alias: process.env['VITEST']
      ? {}
      : {'react-router': fileOf('react-router/dist/production/index.mjs'), dexie: fileOf('dexie/dist/modern/dexie.min.mjs')},
  },
  // The minifier stops at an old hack for Internet Explorer in govuk-frontend unless it may recover.
  css: {
    lightningcss: {errorRecovery: true},
    preprocessorOptions: {scss: {importers: [new NodePackageImporter(import.meta.dirname)], quietDeps: true}},
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    sourcemap: false,
    // Every browser that the app runs in knows it (Safari 17 and later; before that it only loads a little later).
    modulePreload: {polyfill: false},
    // Left to itself the first load falls into small files, which compress worse (first-load.spec.ts, decision 021).
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {name: 'base', test: BASE},
            {name: 'young-first', test: YOUNG_FIRST},
            {name: 'settings', test: SETTINGS},
            {name: 'shared-rules', test: SHARED_RULES},
            {name: 'file-rules', test: FILE_RULES},
            {name: 'staff-first', test: STAFF_FIRST},
          ],
        },
      },
      // The list of routes asks for the words' module late so that it can be read without a browser.
      checks: {ineffectiveDynamicImport: false},
    },
  },
  server: {port: 5173, proxy: {'/api': {target: API, ws: true}}},
  test: {
    // One more than vitest would take on a machine with two cores: half of the time is waiting for a database.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // A dictionary, or a hundred random files, on a machine that has other work.
          testTimeout: 60_000,
          environment: 'node',
          include: ['src/{domain,sync-protocol,server}/**/*.test.ts', 'tests/{contract,simulation,architecture,locales}/**/*.test.ts'],
          exclude: [PG_TESTS],
        },
      },
      {
        extends: true,
        test: {name: 'dom', environment: 'jsdom', testTimeout: 60_000, include: ['src/client/**/*.test.{ts,tsx}'], exclude: [PG_TESTS]},
      },
      // A PGlite start takes seconds on a small machine: far over vitest's 5 s default.
      {
        extends: true,
        test: {
          name: 'pg',
          environment: 'node',
          testTimeout: 90_000,
          hookTimeout: 120_000,
          include: [PG_TESTS],
          exclude: ['node_modules/**'],
        },
      },
    ],
  },
});
