import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/sequencer.ts'

const root = resolve(import.meta.dirname, '..')
const seed = Number(process.env.TEST_SEED) || Date.now() % 1_000_000

const shared = {
  sequence: { shuffle: true, sequencer: LongestFirst, seed },
  restoreMocks: true,
}

/** Projects: `unit` needs nothing, `server` databases, `e2e` the built application and a browser. */
export default defineConfig({
  root,
  cacheDir: '.cache/vite',
  esbuild: { jsx: 'automatic' },
  test: {
    ...shared,
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2 } },
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'unit',
          // Property tests take as long as the machine needs; no test asserts a time.
          testTimeout: 120_000,
          include: [
            'test/{domain,editor,components,messages,prisma,styles,docs,cli}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        root,
        test: {
          name: 'server',
          include: ['test/{server,routes}/**/*.test.{ts,tsx}'],
          globalSetup: 'test/support/databases.setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/support/databases.setup.ts',
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
