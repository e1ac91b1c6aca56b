// `npm start` and `npm run dev`: installs and builds what is missing, then serves. `--prepare` stops before serving.
import { checkNode, install, run } from './prepare.mjs'

const dev = process.argv.includes('--dev')

checkNode()
install()
// Only now is esbuild there to be imported.
const { build } = await import('./build.mjs')
await build({ pages: !dev })

if (!process.argv.includes('--prepare')) {
  const mode = dev ? 'development' : 'production'
  process.exitCode = await run('serve.js', dev ? ['--dev'] : [], { NODE_ENV: mode })
}
