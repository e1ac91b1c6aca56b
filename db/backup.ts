import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Head, Table, TableEnd } from '#db/backup-file'
import { writeFrame } from '#db/backup-file'
import { lastMigration, listSequences, listTables } from '#db/stored-tables'

const copyTable = async (client: Client, { name, columns }: Table, to: Writable): Promise<TableEnd> => {
  await writeFrame(to, 'T', { name, columns })
  const hash = createHash('sha256')
  const stream = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
  for await (const piece of stream) {
    const bytes = piece as Buffer
    hash.update(bytes)
    await writeFrame(to, 'D', bytes)
  }
  const end = { rows: stream.rowCount, sha256: hash.digest('hex') }
  await writeFrame(to, 'E', end)
  return end
}

const writeAll = async (client: Client, to: Writable, now: Date) => {
  const migration = await lastMigration(client)
  const head: Head = { format: 'sviato-backup', version: 1, migration, at: now.toISOString() }
  await writeFrame(to, 'H', head)
  const tables = await listTables(client)
  let rows = 0
  for (const table of tables) rows += (await copyTable(client, table, to)).rows
  // Sequences stand outside the snapshot, so they are read last: never behind the rows that used them.
  await writeFrame(to, 'Z', { tables: tables.length, rows, sequences: await listSequences(client) })
  return { tables: tables.length, rows }
}

/**
 * Writes the whole database as of one moment into one file, while others go on working. The file appears under its name only
 * when it is complete, and only its owner may read it.
 */
export async function backUp(
  ownerUrl: string,
  file: string,
  now: Date,
): Promise<{ tables: number; rows: number }> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  const part = `${file}.part`
  client.on('error', () => undefined)
  await client.connect()
  const gzip = createGzip({ level: 6 })
  const disk = createWriteStream(part, { mode: 0o600 })
  try {
    gzip.pipe(disk)
    await client.query('begin isolation level repeatable read read only')
    // A row that a policy hides must stop the backup, not be missing from it.
    await client.query('set local row_security = off')
    const written = finished(disk)
    const full = written.then(() => Promise.reject(new Error('The file was closed early.')))
    const done = await Promise.race([writeAll(client, gzip, now), full])
    full.catch(() => undefined)
    gzip.end()
    await written
    await rename(part, file)
    return done
  } finally {
    gzip.destroy()
    disk.destroy()
    await rm(part, { force: true })
    await client.end()
  }
}
