import { resolve } from 'node:path'
import { backUp } from '#db/backup'
import { openInstallation } from '#db/installation'
import { parseEnvironment } from '#domain/environment'
import { endWith } from '#scripts/ending'

const [file] = process.argv.slice(2)
const say = (line: string) => void process.stderr.write(`${line}\n`)

const run = async () => {
  if (!file) {
    say('Say where: npm run backup -- FILE')
    process.exit(2)
  }
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const installation = await openInstallation(parseEnvironment(process.env), say)
  try {
    const { tables, rows } = await backUp(installation.ownerUrl, path, new Date())
    say(`Written: ${rows} rows of ${tables} tables to ${path}`)
  } finally {
    await installation.leave()
  }
}

run().then(() => process.exit(0), endWith)
