import { parseArgs } from 'node:util'
import { CannotStart } from '#domain/cannot-start'
import { endWith } from '#scripts/ending'

const USAGE =
  'Usage: npm run bench [-- rotation | name] [--people 1000,100000] [--seconds 200] [--node FILE] [--flag=--cpu-prof] [--quick]'

const wished = () => {
  const options = {
    people: { type: 'string' },
    seconds: { type: 'string' },
    node: { type: 'string' },
    flag: { type: 'string', multiple: true },
    quick: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const { quick = false, people = quick ? '240' : '1000,100000', seconds = '200' } = values
  const sizes = people.split(',').map(Number)
  if (!sizes.every((size) => size >= 240 && size <= 1_000_000) || !(Number(seconds) > 0))
    throw new CannotStart(2, USAGE)
  const { node = process.execPath, flag: flags = [] } = values
  return { name: positionals.join(' '), sizes, quick, node, flags, budget: Number(seconds) }
}

/** Measures the built portal beside a bare server that does the same work; see docs/performance.md. */
const main = async () => {
  const wish = wished()
  const { runBench, stopBench } = await import('#bench/run')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.once(signal, () => void stopBench().then(() => process.exit(1)))
  try {
    await runBench(wish)
  } finally {
    await stopBench()
  }
}

const part = process.argv[2]
if (part === 'floor') (await import('#bench/floor')).serveFloor()
else if (part === 'rotation') await (await import('#bench/rotation')).benchRotation()
else if (part === 'planner') (await import('#bench/rotation')).servePlanner()
else if (part === 'load') (await import('#bench/load')).serveLoad()
else await main().then(() => process.exit(0), endWith)
