import { spawn } from 'node:child_process'
import { build } from 'esbuild'

const FOLDER = '.test/commands'

/** The commands, compiled as the product compiles them. */
export const buildCommands = (names: readonly string[]) =>
  build({
    entryPoints: names.map((name) => `scripts/${name}.ts`),
    outdir: FOLDER,
    platform: 'node',
    format: 'esm',
    bundle: true,
    splitting: true,
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  })

/** A command under way. */
export function begin(name: string, parameters: readonly string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, [`${FOLDER}/${name}.js`, ...parameters], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'info', ...settings },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes) => {
    said.out += bytes
  })
  child.stderr.on('data', (bytes) => {
    said.err += bytes
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.once('close', (code) => done({ code, ...said })),
  )
  return { said, ended, signal: (name: NodeJS.Signals) => child.kill(name) }
}

/** A command run to its end. */
export const run = (...[name, parameters, settings]: Parameters<typeof begin>) =>
  begin(name, parameters, settings).ended
