import type { ClientConfig } from 'pg'
import { Client } from 'pg'

type Statement = { text?: unknown; name?: string; values?: unknown }

const PREPARABLE = /^\s*(select|with|insert|update|delete)\b/i
/** Seen this often, a statement is worth keeping on the connections; lists of varying length are not. */
const WORTH = 3
/** Every connection keeps a plan of each, some 30 kB. */
const MOST = 500
const LONGEST = 20_000

const seen = new Map<string, number>()
const names = new Map<string, string>()

/** A name for a statement that comes again and again, the same on every connection of this process. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST || text.length > LONGEST || !PREPARABLE.test(text)) return known
  const times = (seen.get(text) ?? 0) + 1
  if (seen.size > MOST * 10) seen.clear()
  seen.set(text, times)
  if (times < WORTH) return undefined
  seen.delete(text)
  const name = `p${names.size}`
  names.set(text, name)
  return name
}

const withName = (statement: unknown): unknown => {
  if (typeof statement !== 'object' || statement === null || 'submit' in statement) return statement
  const { text, name } = statement as Statement
  if (name || typeof text !== 'string') return statement
  return { ...statement, name: nameOf(text) }
}

/**
 * A connection that prepares what is asked often, whichever way it is asked: planning a list with its joins takes Postgres
 * several times as long as running it.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const send = this.query.bind(this) as (...parameters: unknown[]) => unknown
    this.query = ((first: unknown, ...rest: unknown[]) => send(withName(first), ...rest)) as Client['query']
  }
}
