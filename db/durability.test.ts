import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, expect, it } from 'vitest'
import { startEmbedded } from '#db/embedded'
import { openDataDir } from '#db/embedded/data-dir'
import { killPostgres } from '#db/testing/kill'

const root = mkdtempSync(join(tmpdir(), 'sviato-durable-'))
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('loses no acknowledged write when Postgres, Node or both are killed in the middle', async () => {
  const dataDir = openDataDir(root, 'data').path
  const acknowledged: number[] = []
  const first = await startEmbedded({ dataDir, log: () => undefined })
  const owner = new Client({ connectionString: first.ownerUrl })
  await owner.connect()
  await owner.query('create table written (n bigint primary key)')
  await owner.end()
  await first.stop()

  const startWriter = (round: number): ChildProcess => {
    const script = ['--import', 'tsx', 'db/testing/durable-writer.ts', dataDir, String(round * 10_000_000)]
    const child = spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] })
    let rest = ''
    child.stdout?.on('data', (piece: Buffer) => {
      const lines = (rest + piece.toString()).split('\n')
      rest = lines.pop() ?? ''
      acknowledged.push(...lines.map(Number))
    })
    return child
  }
  const untilWritten = async (more: number) => {
    const goal = acknowledged.length + more
    while (acknowledged.length < goal) await wait(10)
  }
  const killNode = async (writer: ChildProcess) => {
    writer.kill('SIGKILL')
    await once(writer, 'close')
  }

  let writer = startWriter(1)
  await untilWritten(150)
  await killNode(writer)
  writer = startWriter(2)
  await untilWritten(150)
  killPostgres(dataDir)
  await untilWritten(150)
  killPostgres(dataDir)
  await killNode(writer)
  writer = startWriter(3)
  await untilWritten(150)
  await killNode(writer)

  const last = await startEmbedded({ dataDir, log: () => undefined })
  const client = new Client({ connectionString: last.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ lost: string }>(
    'select n as lost from unnest($1::bigint[]) acked (n) where not exists (select from written w where w.n = acked.n)',
    [acknowledged],
  )
  await client.end()
  await last.stop()
  expect(acknowledged.length).toBeGreaterThanOrEqual(600)
  expect(rows).toEqual([])
}, 60_000)
