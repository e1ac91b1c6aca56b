import { Client } from 'pg'
import { startEmbedded } from '#db/embedded'

/** Starts the database of a folder and writes until it is killed; prints the number of each row once it is acknowledged. */
const [dataDir = '', from = '0'] = process.argv.slice(2)
const server = await startEmbedded({ dataDir, log: () => undefined })
let next = Number(from)

const write = async () => {
  const client = new Client({ connectionString: server.ownerUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    for (;;) {
      const n = next++
      await client.query('insert into written values ($1)', [n])
      process.stdout.write(`${n}\n`)
    }
  } catch {
    await client.end().catch(() => undefined)
    setTimeout(write, 20)
  }
}

for (let i = 0; i < 4; i++) void write()
