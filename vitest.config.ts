import { defineConfig } from 'vitest/config'

// Rules and scripts are tested without waiting for Postgres; what touches tables gets a database of its own per file.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Both processors: Postgres and the tests wait for each other often enough.
    maxWorkers: 2,
    // Modules are loaded once a worker: what they keep is the open database and the settings, and each file replaces both.
    isolate: false,
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
