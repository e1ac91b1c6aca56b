import { readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Statement } from '#bench/floor'

/** Postgres writes every statement with its values into this file while a trace is on. */
export const TRACE_SETTINGS = {
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: 'log',
  log_filename: 'statements',
  log_rotation_age: '0',
  log_rotation_size: '0',
  log_file_mode: '0600',
}

type Line = { dbname?: string; application_name?: string; message?: string; detail?: string }

const VALUE = /\$\d+ = (?:NULL|'((?:[^']|'')*)')/g

const valuesOf = (detail = ''): (string | null)[] =>
  /^parameters: /i.test(detail)
    ? [...detail.matchAll(VALUE)].map(([, text]) => text?.replaceAll("''", "'") ?? null)
    : []

const statementOf = ({ message = '', detail }: Line): Statement | undefined => {
  const [, kind, text] = /^(statement|execute [^:]+): ([\s\S]*)$/.exec(message) ?? []
  if (!kind || text === undefined) return undefined
  const name = kind.replace('execute ', '')
  const values = valuesOf(detail)
  return kind === 'statement' || name === '<unnamed>' ? { text, values } : { name, text, values }
}

/** Listens at Postgres itself, so that nothing in the product has to count. */
export class Trace {
  readonly #file: string
  readonly #client: Client

  constructor(dataDir: string, superuserUrl: string) {
    this.#file = `${dataDir}/postgres/log/statements.json`
    this.#client = new Client({ connectionString: superuserUrl })
  }

  async open(): Promise<void> {
    await this.#client.connect()
    await this.#set('none')
  }

  async close(): Promise<void> {
    await this.#set('none')
    await this.#client.end()
  }

  async #set(what: 'none' | 'all'): Promise<void> {
    await this.#client.query(`alter system set log_statement = '${what}'`)
    await this.#client.query('select pg_reload_conf()')
    // Sessions take a new setting when they next wait for a command; nothing tells when the last one has.
    await wait(300)
  }

  async #mark(mark: string): Promise<void> {
    await this.#client.query(`select '${mark}'`)
    for (let tries = 0; !readFileSync(this.#file, 'utf8').includes(mark); tries++) {
      if (tries > 500) throw new Error('Postgres writes no trace')
      await wait(10)
    }
  }

  /** What the database was asked while `work` ran, by whoever used it. */
  async of<T>(database: string, work: () => Promise<T>): Promise<{ result: T; statements: Statement[] }> {
    const from = statSync(this.#file).size
    const result = await work()
    await this.#mark(`end of trace ${from}`)
    const text = readFileSync(this.#file).subarray(from).toString('utf8')
    const lines = text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Line] : []))
    const own = lines.filter((line) => line.dbname === database && line.application_name !== 'sviato watch')
    return { result, statements: own.flatMap((line) => statementOf(line) ?? []) }
  }

  /** Runs `work` while every statement is written down. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    await this.#set('all')
    try {
      return await work()
    } finally {
      await this.#set('none')
    }
  }
}
