import { spawnSync } from 'node:child_process'
import { exit } from 'node:process'

// Next writes the types of its routes first; without them a page with wrong props would pass.
for (const [tool, ...args] of [
  ['next', 'typegen'],
  ['tsc', '--noEmit'],
]) {
  const { status } = spawnSync(`node_modules/.bin/${tool}`, args, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) exit(1)
}
