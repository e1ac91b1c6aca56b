import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { trainingSessions } from '#db/schema/training'
import type { Actor } from '#domain/access'
import { can } from '#domain/access'
import { readSheet, refuseSheet, Sheet, type SheetFault, twice } from '#domain/sheets'
import { momentAt } from '#domain/site-time'
import { SESSION_COLUMNS } from '#domain/training-sheet'
import { command } from '#server/command'
import { spanOf } from '#server/moments'
import { clashesOf } from '#server/training/plan-queries'
import { askersOf } from '#server/training/seat-queries'
import { peopleByEmail, refuseTooMany, trainingsByName, unknown } from '#server/training/sheet-queries'

const sitesBySlug = async (tx: Tx, actor: Actor) => {
  const { rows } = await tx.execute<{ id: string; slug: string; zone: string }>(
    sql`select id, slug, time_zone as zone from sites`,
  )
  const mine = rows.filter(({ id }) => can(actor, 'training.importSessions', { siteId: id }))
  return new Map(mine.map((site) => [site.slug, site]))
}

type Session = { trainerId: string | null; period: string }

/** @throws Refused with the rows whose trainer is elsewhere at that hour */
const refuseClashes = async (tx: Tx, sessions: readonly Session[], lines: readonly { row: number }[]) => {
  const led = sessions.flatMap(({ trainerId, period }, at) =>
    trainerId ? [{ trainerId, period, row: lines[at]?.row ?? 0 }] : [],
  )
  const busy = await clashesOf(tx, led)
  refuseSheet(
    led
      .filter((_, at) => busy[at])
      .map(({ row }): SheetFault => ({ row, column: 'trainer', key: 'overlap' })),
  )
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Plans sessions from a sheet, each by the wall clock of its site: the whole sheet or nothing. Whoever asked for a date is told. */
export const importSessions = command({
  verb: 'training.importSessions',
  input: Sheet,
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  subject: (_tx, _input, actor) => ({ siteId: actor.siteId }),
  audit: ({ input, result }) => ({
    kind: 'session',
    id: null,
    detail: { rows: result.rows, dryRun: input.dryRun },
  }),
  async run({ tx, actor, input, now, newId, notify }) {
    const { values, faults } = readSheet(input.rows, SESSION_COLUMNS)
    refuseTooMany(values)
    const [trainings, sites] = [await trainingsByName(tx), await sitesBySlug(tx, actor)]
    const trainers = await peopleByEmail(
      tx,
      values.flatMap(({ trainer }) => trainer?.toLowerCase() ?? []),
    )
    const trainingOf = ({ training }: { training: string }) => {
      const found = trainings.get(training.toLowerCase())
      return found?.format === 'self-paced' ? undefined : found
    }
    type Row = (typeof values)[number]
    const trainerOf = ({ trainer }: Row) => (trainer ? trainers.get(trainer.toLowerCase())?.id : null)
    const begins = (row: Row) =>
      momentAt(row.date, minuteOf(row.time), sites.get(row.site)?.zone ?? 'Europe/Kyiv')
    const wrong = (column: string, isWrong: (row: Row) => boolean): SheetFault[] =>
      values.filter(isWrong).map(({ row }) => ({ row, column, key: 'wrong' }))
    refuseSheet([
      ...faults,
      ...unknown(values, 'training', (row) => trainingOf(row) !== undefined),
      ...unknown(values, 'site', (row) => sites.has(row.site)),
      ...unknown(values, 'trainer', (row) => trainerOf(row) !== undefined),
      ...wrong('date', (row) => begins(row) <= now),
      ...wrong('least', ({ least, seats }) => (least ?? 1) > seats),
      ...twice(values, 'training', (row) =>
        [trainingOf(row)?.id, row.site, row.date, row.time, row.place].join('/'),
      ),
    ])
    const rows = values.map((row) => ({
      id: newId(),
      trainingId: trainingOf(row)?.id as string,
      period: spanOf(begins(row), begins(row).getTime() + row.minutes * 60_000),
      seats: row.seats,
      least: row.least ?? 1,
      place: { uk: row.place, ...(row.place_en && { en: row.place_en }) },
      siteId: sites.get(row.site)?.id as string,
      trainerId: trainerOf(row) ?? null,
      state: 'planned',
      createdAt: now,
    }))
    await refuseClashes(tx, rows, values)
    if (input.dryRun) return { rows: values.length, changed: false }
    if (rows.length) await tx.insert(trainingSessions).values(rows)
    for (const { id, trainerId } of rows)
      notify({ to: [trainerId], kind: 'training.toLead', href: `/training/sessions/${id}` })
    for (const training of new Set(values.map(trainingOf))) {
      if (!training) continue
      const told = await askersOf(tx, training.id)
      notify({ to: told, kind: 'training.datePlanned', href: `/training/${training.slug}` })
    }
    return { rows: rows.length, changed: true }
  },
})
