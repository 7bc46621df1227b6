import { defineConfig } from 'vitest/config'

/** Four kinds of test by name: `*.test.ts` pure, `*.db.test.ts` on real PostgreSQL, `*.test.tsx` web parts, `*.browser.test.ts` journeys. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tooling/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.browser.test.ts', 'node_modules/**'],
        },
      },
    ],
  },
})
