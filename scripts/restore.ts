import { resolve } from 'node:path'
import { CannotRestore } from '#db/backup-file'
import { openInstallation } from '#db/installation'
import { installJobs } from '#db/jobs'
import { migrate } from '#db/migrate'
import { isEmptyDatabase, restore } from '#db/restore'
import { parseEnvironment } from '#domain/environment'
import { endWith } from '#scripts/ending'
import { QUEUES } from '#server/jobs/schedule'

const parameters = process.argv.slice(2)
const force = parameters.includes('--force')
const file = parameters.find((parameter) => !parameter.startsWith('--'))
const say = (line: string) => void process.stderr.write(`${line}\n`)

const run = async () => {
  if (!file) {
    say('Say what: npm run restore -- FILE [--force]')
    process.exit(2)
  }
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const installation = await openInstallation(parseEnvironment(process.env), say)
  const { ownerUrl } = installation
  try {
    if (!force && !(await isEmptyDatabase(ownerUrl))) {
      throw new CannotRestore(
        'The database is not empty. Stop the portal and add --force to replace everything in it.',
      )
    }
    await migrate(ownerUrl)
    await installJobs(ownerUrl, QUEUES)
    const { at, tables, rows } = await restore(ownerUrl, path)
    say(`Restored: ${rows} rows of ${tables} tables, as they were at ${at}`)
  } finally {
    await installation.leave()
  }
}

run().then(() => process.exit(0), endWith)
