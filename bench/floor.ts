import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { PoolClient } from 'pg'
import { answerWith } from '#bench/children'
import { openDatabase } from '#db/client'

/** One statement as the product sent it; `name` where it was prepared under one. */
export type Statement = { name?: string; text: string; values: (string | null)[] }
/**
 * What one request of the product did. `fresh` are the ids that a write made: a repetition makes them anew, and for another
 * person, so that it changes something every time.
 */
export type Sample = {
  statements: Statement[]
  fresh: string[]
  personId: string
  bytes: number
  contentType: string
}
export type Floor = { databaseUrl: string; samples: Sample[][]; people: string[] }

const renewed = ({ statements, fresh, personId }: Sample, somebody: string): Statement[] => {
  if (!fresh.length) return statements
  const ids = new Map([...fresh.map((id) => [id, randomUUID()] as const), [personId, somebody]])
  return statements.map((one) => ({
    ...one,
    values: one.values.map((value) => ids.get(value ?? '') ?? value),
  }))
}

/** The least that Node can do for the same answer: the same statements through the same driver, then that many bytes. */
async function serve({ databaseUrl, samples, people }: Floor): Promise<{ url: string }> {
  const pool = openDatabase(databaseUrl).$client
  const bodies = samples.map((page) => page.map(({ bytes }) => Buffer.alloc(bytes, 'x')))
  let counted = 0

  const inOneTransaction = async (client: PoolClient, statements: Statement[]) => {
    for (const statement of statements) await client.query(statement)
  }
  const run = async (statements: Statement[]) => {
    if (!statements.some(({ text }) => /^begin/i.test(text))) {
      for (const statement of statements) await pool.query(statement)
      return
    }
    const client = await pool.connect()
    try {
      await inOneTransaction(client, statements)
    } finally {
      client.release()
    }
  }
  const server = createServer(async (request, response) => {
    const page = Number(request.url?.slice(1))
    const pages = samples[page]?.length ?? 1
    const somebody = people[Math.floor(counted / pages) % people.length] as string
    const turn = counted++ % pages
    const sample = samples[page]?.[turn] as Sample
    try {
      await run(renewed(sample, somebody))
      response.writeHead(200, { 'content-type': sample.contentType, 'content-length': sample.bytes })
      response.end(bodies[page]?.[turn])
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}` }
}

export const serveFloor = () => answerWith(serve)
