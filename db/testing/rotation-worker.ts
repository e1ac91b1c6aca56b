import { build } from 'esbuild'

/** The worker that searches for plans, as the product starts it. */
export const buildRotationWorker = () =>
  build({
    entryPoints: ['scripts/rotation-worker.ts'],
    outfile: '.build/rotation-worker.js',
    platform: 'node',
    format: 'esm',
    bundle: true,
    packages: 'external',
    logLevel: 'error',
  })
