import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import type { CopyStreamQuery } from 'pg-copy-streams'
import { from as copyFrom } from 'pg-copy-streams'
import type { End, Frame, Head, Table, TableEnd } from '#db/backup-file'
import { CannotRestore, readFrames } from '#db/backup-file'
import { lastMigration, listTables } from '#db/stored-tables'

type Link = { tableName: string; name: string; definition: string }
type Trigger = { tableName: string; name: string; enabled: 'O' | 'D' | 'R' | 'A' }

const ENABLING = { O: 'enable', D: 'disable', R: 'enable replica', A: 'enable always' } as const

const linksOf = async (client: Client, tables: string[]): Promise<Link[]> => {
  const { rows } = await client.query<Link>(
    `select con.conrelid::regclass::text as "tableName", quote_ident(con.conname) as name, pg_get_constraintdef(con.oid) as definition
     from pg_constraint con
     left join pg_partition_root(con.conrelid) root on true
     where con.contype = 'f' and con.conparentid = 0 and coalesce(root, con.conrelid) = any($1::regclass[])`,
    [tables],
  )
  return rows
}

const triggersOf = async (client: Client, tables: string[]): Promise<Trigger[]> => {
  const { rows } = await client.query<Trigger>(
    `select tgrelid::regclass::text as "tableName", quote_ident(tgname) as name, tgenabled as enabled
     from pg_trigger where not tgisinternal and tgrelid = any($1::regclass[])`,
    [tables],
  )
  return rows
}

/**
 * Takes away what would refuse rows that come table by table, does the work, and puts it back: links between tables are
 * checked again as a whole. An owner may do this on any server; `session_replication_role` would need a superuser.
 */
const withoutGuards = async (client: Client, tables: string[], work: () => Promise<void>): Promise<void> => {
  const [links, triggers] = [await linksOf(client, tables), await triggersOf(client, tables)]
  for (const { tableName, name } of links)
    await client.query(`alter table ${tableName} drop constraint ${name}`)
  for (const { tableName, name } of triggers)
    await client.query(`alter table ${tableName} disable trigger ${name}`)
  await work()
  for (const { tableName, name, enabled } of triggers) {
    await client.query(`alter table ${tableName} ${ENABLING[enabled]} trigger ${name}`)
  }
  for (const { tableName, name, definition } of links) {
    await client.query(`alter table ${tableName} add constraint ${name} ${definition}`)
  }
}

type Filling = { table: Table; stream: CopyStreamQuery; hash: ReturnType<typeof createHash>; failure?: Error }

const beginTable = (client: Client, table: Table): Filling => {
  const stream = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`))
  const filling: Filling = { table, stream, hash: createHash('sha256') }
  // Postgres may refuse a row between two writes, when nobody waits for an answer.
  stream.on('error', (error) => {
    filling.failure = error
  })
  return filling
}

const addRows = async ({ stream, hash, failure }: Filling, bytes: Buffer) => {
  if (failure) throw failure
  hash.update(bytes)
  if (!stream.write(bytes)) await once(stream, 'drain')
}

const endTable = async ({ table, stream, hash, failure }: Filling, expected: TableEnd) => {
  if (failure) throw failure
  stream.end()
  await finished(stream)
  if (stream.rowCount !== expected.rows || hash.digest('hex') !== expected.sha256) {
    throw new CannotRestore(
      `The backup is damaged: the rows of ${table.name} are not those that were written.`,
    )
  }
}

const fill = async (client: Client, frames: AsyncGenerator<Frame>): Promise<End> => {
  let filling: Filling | undefined
  for await (const frame of frames) {
    if (frame.kind === 'T') filling = beginTable(client, frame.value)
    if (frame.kind === 'D' && filling) await addRows(filling, frame.bytes)
    if (frame.kind === 'E' && filling) await endTable(filling, frame.value)
    if (frame.kind === 'Z') return frame.value
  }
  throw new CannotRestore('The backup is not complete: its end is missing.')
}

const restoreSequences = async (client: Client, { sequences }: End) => {
  for (const { name, value, called } of sequences)
    await client.query('select setval($1, $2, $3)', [name, value, called])
}

/** Whether anything at all was ever put into this database; a database without tables is empty too. */
export async function isEmptyDatabase(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    for (const { name } of await listTables(client)) {
      const { rowCount } = await client.query(`select from ${name} limit 1`)
      if (rowCount) return false
    }
    return true
  } finally {
    await client.end()
  }
}

const readHead = async (frames: AsyncGenerator<Frame>, migration: string): Promise<Head> => {
  const { value: first } = await frames.next()
  if (first?.kind !== 'H' || first.value.format !== 'sviato-backup' || first.value.version !== 1) {
    throw new CannotRestore('This is not a backup of Sviato.')
  }
  if (first.value.migration !== migration) {
    throw new CannotRestore(
      'The backup was made by another version of Sviato. Restore it with that version, then start this one: it brings the database up to date.',
    )
  }
  return first.value
}

const readFailure = (error: unknown, file: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new CannotRestore(`There is no file ${file}.`, { cause: error })
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') {
    return new CannotRestore('This is not a backup of Sviato, or it is damaged or cut off.', { cause: error })
  }
  return error
}

/**
 * Replaces everything in a migrated database by the backup, in one transaction: after a failure it is as it was.
 * @throws CannotRestore
 */
export async function restore(
  ownerUrl: string,
  file: string,
): Promise<{ at: string; tables: number; rows: number }> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  // Whoever asks next hears of a lost connection; the event alone would end the process.
  client.on('error', () => undefined)
  await client.connect()
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.once('error', (error) => gunzip.destroy(error))
  // It may fail before anybody reads; the reader then hears of it.
  gunzip.on('error', () => undefined)
  const frames = readFrames(source.pipe(gunzip))
  try {
    await client.query('begin')
    const head = await readHead(frames, await lastMigration(client))
    const tables = (await listTables(client)).map(({ name }) => name)
    let end: End | undefined
    await withoutGuards(client, tables, async () => {
      if (tables.length) await client.query(`truncate ${tables.join(', ')}`)
      end = await fill(client, frames)
      await restoreSequences(client, end)
    })
    await client.query('commit')
    return { at: head.at, tables: end?.tables ?? 0, rows: end?.rows ?? 0 }
  } catch (error) {
    throw readFailure(error, file)
  } finally {
    source.destroy()
    await client.end()
  }
}
