import { parseArgs } from 'node:util'
import { closeDatabase } from '#db/client'
import { environment, settle } from '#db/environment'
import { openInstallation } from '#db/installation'
import { migrate } from '#db/migrate'
import { countRows } from '#db/row-count'
import { seedDemo } from '#db/seed/demo/demo'
import { seedReference } from '#db/seed/reference/seed'
import { inTurn } from '#db/turn'
import { CannotStart } from '#domain/cannot-start'
import { endWith } from '#scripts/ending'
import { needsSetUp } from '#server/accounts/actor-queries'

const USAGE = 'Usage: npm run demo -- --people N [--seed S] [--database URL]   (N from 60 to 1000000)'

const wished = () => {
  const options = {
    people: { type: 'string' },
    seed: { type: 'string' },
    database: { type: 'string' },
  } as const
  const { people = '240', seed = '1', database } = parseArgs({ options }).values
  const fits = Number.isInteger(Number(people)) && Number(people) >= 60 && Number(people) <= 1_000_000
  if (!fits || !Number.isInteger(Number(seed))) throw new CannotStart(2, USAGE)
  return { people: Number(people), seed: Number(seed), database }
}

/** Fills an empty database with a demo centre of any size. */
const fill = async () => {
  const { people, seed, database } = wished()
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  if (database) settle({ DATABASE_URL: database, DATABASE_OWNER_URL: database })
  const installation = await openInstallation(environment(), say)
  try {
    await inTurn(installation.ownerUrl, say, async () => {
      await migrate(installation.ownerUrl)
      await seedReference(installation.ownerUrl)
      if (!(await needsSetUp()))
        throw new CannotStart(2, 'This database is not empty; the demo centre only fills an empty one.')
      const before = await countRows(installation.ownerUrl)
      const begun = performance.now()
      await seedDemo({ people, seed, log: say })
      const seconds = (performance.now() - begun) / 1000
      const rows = (await countRows(installation.ownerUrl)) - before
      say(`Done: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s.`)
    })
  } finally {
    await closeDatabase()
    await installation.leave()
  }
}

fill().catch(endWith)
