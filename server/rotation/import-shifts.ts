import { z } from 'zod'
import { dateCell, ImportShifts, timeCell } from '#domain/rotation/shifts'
import { optional, readSheet, refuseSheet, type SheetFault, text } from '#domain/sheets'
import { command } from '#server/command'
import { judgeShifts, lockShiftTeam, membersOf, storeShifts } from '#server/rotation/store-shifts'

const COLUMNS = {
  email: optional(text(254)),
  name: optional(text(200)),
  date: dateCell,
  from: timeCell,
  to: timeCell,
}

/** Takes a team's shifts from a sheet, people by address or name: the whole sheet or nothing; shifts that are there already stay. */
export const importShifts = command({
  verb: 'rotation.importShifts',
  input: ImportShifts,
  output: z.object({ rows: z.number(), added: z.number(), changed: z.boolean() }),
  subject: (tx, { teamId }) => lockShiftTeam(tx, teamId),
  audit: ({ input, result }) => ({
    kind: 'team',
    id: input.teamId,
    detail: { shifts: result.added, dryRun: input.dryRun },
  }),
  async run(context) {
    const { tx, input, subject: place } = context
    const { values, faults } = readSheet(input.rows, COLUMNS)
    const members = await membersOf(tx, input.teamId)
    // A name that two people have names neither.
    const named = (name: string) => members.filter((one) => one.name.toLowerCase() === name).length === 1
    const idOf = new Map(
      members.flatMap(({ personId, email, name }) => {
        const names = [email.toLowerCase(), name.toLowerCase()]
        return names.filter((one, at) => at === 0 || named(one)).map((one) => [one, personId] as const)
      }),
    )
    const find = (row: { email?: string; name?: string }) =>
      idOf.get((row.email ?? row.name ?? '').toLowerCase()) ?? ''
    refuseSheet([
      ...faults,
      ...values.flatMap((row): SheetFault[] =>
        find(row) ? [] : [{ row: row.row, column: row.email ? 'email' : 'name', key: 'unknown' }],
      ),
    ])
    const wanted = values.map((row) => ({
      personId: find(row),
      onDate: row.date,
      from: row.from,
      to: row.to,
    }))
    const judged = await judgeShifts(tx, place, wanted)
    refuseSheet(
      [...judged.problems].map(([at, problem]): SheetFault => {
        const row = values[at]?.row ?? 0
        return {
          row,
          column: problem === 'length' ? 'to' : 'from',
          key: problem === 'length' ? 'wrong' : 'overlap',
        }
      }),
    )
    const added = values.length - judged.same.size
    if (input.dryRun) return { rows: values.length, added, changed: false }
    await storeShifts(context, place, wanted, judged)
    return { rows: values.length, added, changed: true }
  },
})
