/**
 * One build, one dev server and three groups of tests. The service worker is our own file with an injected precache
 * list, so that an update waits until the user says so. The plug-in stays out of test runs: tests need no build.
 */
import {join} from 'node:path';
import react from '@vitejs/plugin-react';
import {NodePackageImporter} from 'sass-embedded';
import {VitePWA} from 'vite-plugin-pwa';
import {defineConfig} from 'vitest/config';

const PG_TESTS = '**/*.pg.test.ts';
const API = 'http://127.0.0.1:8080';

/** The domain, the wire, formats, and the libraries of the first screen. Words stay apart, and what staff alone can do. */
const STAFFS =
  '[\\w-]*commands\\.ts|[\\w/-]*-commands\\.ts|any-record/|records-access/|write-field|pathway-plan/signature|(?:access|authority|fund|contact|pathway-plan|young-person)/commands|any-record/strike-out|authority/(?:settings|welsh)|deadline/|accommodation/|pathway-plan/(?:plan-commands|lifecycle|sign-off|review)|contact/(?!message)|access/allocation|shared/money|young-person/(?:days-of-life|standing|care-leaver|looked-after|due-|profile-|alert-|important-|papers-|detention-|standing-|family-)|records-access/(?!paper-copy)|worry/|shared/working-days|filed-words/|fund/|chronology/';
const BASE = new RegExp(
  `src/(?:client/(?:sync/(?!teamwork|compare-)|vault/)|client/i18n/(?!.*words)|domain/(?!${STAFFS}|shared/digest)|sync-protocol/(?!import-|parked-|digest-|alarm-))|node_modules/(?:zod|react|dexie|scheduler)`,
  'u',
);

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
  plugins: [react(), process.env['VITEST'] ? [] : pwa],
  // The package names its development build for everybody; the other is the same without the warnings.
  resolve: {
    alias: process.env['VITEST'] ? {} : {'react-router': join(import.meta.dirname, 'node_modules/react-router/dist/production/index.mjs')},
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
    // What every screen stands on, in one file: left to itself it falls into small ones, which compress worse (first-load.spec.ts).
    rolldownOptions: {output: {codeSplitting: {groups: [{name: 'base', test: BASE}]}}},
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
          testTimeout: 30_000,
          environment: 'node',
          include: ['src/{domain,sync-protocol,server}/**/*.test.ts', 'tests/{contract,simulation,architecture,locales}/**/*.test.ts'],
          exclude: [PG_TESTS],
        },
      },
      {
        extends: true,
        test: {name: 'dom', environment: 'jsdom', testTimeout: 30_000, include: ['src/client/**/*.test.{ts,tsx}'], exclude: [PG_TESTS]},
      },
      // A PGlite start takes seconds on a small machine: far over vitest's 5 s default.
      {
        extends: true,
        test: {
          name: 'pg',
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: [PG_TESTS],
          exclude: ['node_modules/**'],
        },
      },
    ],
  },
});
