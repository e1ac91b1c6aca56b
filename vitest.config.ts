import { defineConfig } from 'vitest/config'

// Rules and scripts are tested without waiting for Postgres; what touches tables gets a database of its own per file.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{domain,scripts,messages,components,bench}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{db,server,app}/**/*.test.{ts,tsx}'],
          globalSetup: ['./db/testing/run.ts'],
          setupFiles: ['./db/testing/file.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
