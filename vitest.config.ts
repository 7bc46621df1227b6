import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const database = 'test/setup/postgres.ts'
const special = ['**/*.db.test.ts', '**/*.browser.test.ts', 'test/runtime/**', 'test/faults/**', 'node_modules/**']

/**
 * Files of a worker share its modules, which are loaded once, and what is hot stays compiled. A file that leaves something behind in the
 * program (a server, a timer, a setting) so meets the next ones.
 */
const together = {
  isolate: false,
  // A worker holds the whole program and makes a server for each file: with this room it tidies up a tenth less.
  execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=128', '--initial-old-space-size=1024'],
}

/** Most files on the server's side read the whole program: Node itself loads it, as it does when it runs. */
const loadedByNode = { ...together, experimental: { viteModuleRunner: false, nodeLoader: false } }

/**
 * Five kinds of test, told by name: `*.test.ts` pure; `*.db.test.ts` on real PostgreSQL, each file on its own copy of a migrated template;
 * `*.test.tsx` parts of pages; `*.browser.test.ts` journeys in Chromium on the built pages; test/runtime and test/faults start and kill the whole program.
 */
export default defineConfig({
  test: {
    // A failure's first line is all that is kept of a long run: it shows the found things, not how many they are.
    chaiConfig: { truncateThreshold: 400 },
    projects: [
      {
        test: {
          name: 'pure',
          ...loadedByNode,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tooling/**/*.test.ts'],
          exclude: special,
          // As for the other kinds: a guard against what hangs, no measure of what is slow on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'database',
          ...loadedByNode,
          include: ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'],
          globalSetup: database,
          // Other files write beside it: nothing is sealed before the oldest of their transactions has ended.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          include: ['src/**/*.test.tsx', 'test/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: 'test/setup/cleanup.ts',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          ...loadedByNode,
          include: ['src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
          globalSetup: database,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          // Chromium takes a core by itself: two at once make each other late.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'runtime',
          ...loadedByNode,
          include: ['test/runtime/**/*.test.ts', 'test/faults/**/*.test.ts'],
          globalSetup: 'test/setup/installed.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
