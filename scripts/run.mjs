// Runs a script of scripts/*.ts by its name: token, demo, backup, restore, bench, docs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, give, install, PROJECT, run } from './prepare.mjs'

const [name = '', ...parameters] = process.argv.slice(2)

checkNode()
if (!/^[a-z-]+$/.test(name) || !existsSync(join(PROJECT, 'scripts', `${name}.ts`))) {
  give(2, `There is no script ${name || '(no name given)'}.`)
}
install()
const { build } = await import('./build.mjs')
// The benchmark measures the built pages; the other scripts need none.
await build({ pages: name === 'bench' })
process.exitCode = await run(`${name}.js`, parameters, { NODE_ENV: 'production' })
