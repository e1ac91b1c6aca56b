import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { can } from '#domain/access'
import { readSheet, refuseSheet, Sheet, type SheetFault, twice } from '#domain/sheets'
import { dateAt } from '#domain/site-time'
import { COMPLETION_COLUMNS } from '#domain/training-sheet'
import { command } from '#server/command'
import { recordPass } from '#server/training/pass-queries'
import { peopleByEmail, refuseTooMany, trainingsByName, unknown } from '#server/training/sheet-queries'

/** Passes that are known already: person, training, day. */
const knownOf = async (tx: Tx, people: readonly string[]): Promise<Set<string>> => {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select concat_ws('/', person_id, training_id, completed_on) as key from completions
    where person_id = any(${sql.param(people)}::uuid[])`)
  return new Set(rows.map(({ key }) => key))
}

/** Takes what people passed before or elsewhere from a sheet: the whole sheet or nothing; what is known already stays as it is. */
export const importCompletions = command({
  verb: 'training.importCompletions',
  input: Sheet,
  output: z.object({ rows: z.number(), added: z.number(), changed: z.boolean() }),
  subject: (_tx, _input, actor) => ({ siteId: actor.siteId }),
  audit: ({ input, result }) => ({
    kind: 'completions',
    id: null,
    detail: { rows: result.rows, added: result.added, dryRun: input.dryRun },
  }),
  async run({ tx, actor, input, now, newId }) {
    const { values, faults } = readSheet(input.rows, COMPLETION_COLUMNS)
    refuseTooMany(values)
    const trainings = await trainingsByName(tx)
    const people = await peopleByEmail(
      tx,
      values.map(({ email }) => email.toLowerCase()),
    )
    const personOf = ({ email }: { email: string }) => {
      const found = people.get(email.toLowerCase())
      if (!found || found.id === actor.personId) return undefined
      const within = { people: [found.id], teamId: found.teamId, siteId: found.siteId }
      return can(actor, 'training.importCompletions', within) ? found : undefined
    }
    const trainingOf = ({ training }: { training: string }) => trainings.get(training.toLowerCase())
    const ahead = values.filter((row) => row.date > dateAt(now, personOf(row)?.timeZone ?? 'Europe/Kyiv'))
    refuseSheet([
      ...faults,
      ...unknown(values, 'email', (row) => personOf(row) !== undefined),
      ...unknown(values, 'training', (row) => trainingOf(row) !== undefined),
      ...ahead.map(({ row }): SheetFault => ({ row, column: 'date', key: 'wrong' })),
      ...twice(values, 'training', (row) =>
        [row.email.toLowerCase(), trainingOf(row)?.id, row.date].join('/'),
      ),
    ])
    const ids = [...people.values()].map(({ id }) => id)
    const known = await knownOf(tx, ids)
    const fresh = values.flatMap((row) => {
      const [person, training] = [personOf(row), trainingOf(row)]
      if (!person || !training || known.has([person.id, training.id, row.date].join('/'))) return []
      return [{ personId: person.id, training, completedOn: row.date, score: row.score ?? null }]
    })
    const counts = { rows: values.length, added: fresh.length }
    if (input.dryRun) return { ...counts, changed: false }
    for (const pass of fresh)
      await recordPass({ tx, now, newId }, { ...pass, enrolmentId: null, recordedBy: actor.personId })
    return { ...counts, changed: true }
  },
})
