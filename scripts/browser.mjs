import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

// The flags of @sparticuz/chromium itself switch web security off, so it starts with these instead.
const headlessShell = ['--headless=shell', '--no-zygote', '--font-render-hinting=none']

const quiet = [
  // A full Chromium asks its maker's hosts for updates; tests must not depend on any host but this one.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  // A graphics card imitated in software takes six times the processor that painting without one does.
  '--disable-gpu',
  '--disable-software-rasterizer',
]

/**
 * Which browser the tests use and how to start it, in Playwright's `launchOptions` form.
 * Order: PW_CHROMIUM, the system's headless shell, the system's Chromium, the one from npm.
 */
export function findBrowser() {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const named = process.env.PW_CHROMIUM
  if (named && !runs(named)) throw new Error(`PW_CHROMIUM names ${named}, which cannot be run`)
  const installed = [named, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
    (path) => path && runs(path),
  )
  if (installed) return { executablePath: installed, args: [...sandbox, ...quiet], env: process.env }
  return unpackedBrowser()
}

function unpackedBrowser() {
  const packed = packedFolder()
  const fingerprint = createHash('sha256')
    .update(readFileSync(join(packed, '..', 'package.json')))
    .digest('hex')
  const home = join(root, '.test', 'browser', fingerprint.slice(0, 12))
  if (!existsSync(join(home, 'chromium'))) unpack(packed, home)
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(home, 'chromium'),
    // The npm build has no set-uid sandbox helper, whoever starts it.
    args: ['--no-sandbox', ...headlessShell, ...quiet],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') },
  }
}

function packedFolder() {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin')
}

// In a process of its own, because the package unpacks to wherever TMPDIR points, and only once per place.
function unpack(packed, home) {
  const fresh = `${home}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  chmodSync(dirname(home), 0o700)
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  const program = `
    import { inflate } from '@sparticuz/chromium'
    await Promise.all(${JSON.stringify(archives.map((name) => join(packed, name)))}.map(path => inflate(path)))
  `
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { ...process.env, TMPDIR: fresh },
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(`The browser could not be unpacked: ${child.stderr || child.error}`)
  rmSync(home, { recursive: true, force: true })
  renameSync(fresh, home)
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
