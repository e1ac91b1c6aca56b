type Told = Error & { params?: unknown; detail?: unknown; where?: unknown }

const FRAME = /^\s+at /

/**
 * A defect as a log may keep it: the statement without its values and the database's message without the row, since both hold
 * what people wrote, secrets and authors among it. The error itself is changed, as Next prints what it catches.
 */
export function withoutValues<Thrown>(error: Thrown): Thrown {
  if (!(error instanceof Error)) return error
  const told: Told = error
  const isStatement = 'query' in told && 'params' in told
  const isPostgres = 'severity' in told && 'code' in told
  if (isStatement) told.message = told.message.split('\nparams:', 1)[0] ?? ''
  // A value that could not be read stands in the message itself, in quotation marks.
  if (isPostgres && String(told.code).startsWith('22')) told.message = told.message.replace(/: ".*"$/s, '')
  if (isStatement || isPostgres) {
    for (const name of ['params', 'detail', 'where'] as const) if (name in told) delete told[name]
    const frames = (told.stack ?? '').split('\n').filter((line) => FRAME.test(line))
    told.stack = [`${told.name}: ${told.message}`, ...frames].join('\n')
  }
  withoutValues(told.cause)
  return error
}
