import { z } from 'zod'
import { trainingSessions } from '#db/schema/training'
import { invalid } from '#domain/refused'
import { momentAt } from '#domain/site-time'
import { daysOf, PlanSeries } from '#domain/training'
import { command } from '#server/command'
import { spanOf } from '#server/moments'
import { timeZoneOf } from '#server/training/day-queries'
import { plannable, refuseTrainer } from '#server/training/plan-queries'
import { askersOf } from '#server/training/seat-queries'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Plans one session or a series of them by the wall clock of their site, and tells whoever asked for a date. */
export const planSeries = command({
  verb: 'training.planSeries',
  input: PlanSeries,
  output: z.object({ sessionIds: z.array(z.uuid()), slug: z.string(), told: z.number() }),
  subject: (_tx, { siteId }) => ({ siteId }),
  readable: 'training.sessions',
  audit: ({ input, result }) => ({
    kind: 'session',
    id: result.sessionIds[0] ?? null,
    detail: { trainingId: input.trainingId, sessions: result.sessionIds.length },
  }),
  async run({ tx, input, now, newId, notify }) {
    const training = await plannable(tx, input.trainingId)
    const zone = await timeZoneOf(tx, input.siteId)
    const { seats, least, place, siteId, trainerId = null } = input
    const seriesId = input.times > 1 ? newId() : null
    const rows = daysOf(input.date, input.every, input.times).map((day) => {
      const from = momentAt(day, minutesOf(input.time), zone)
      return {
        id: newId(),
        trainingId: training.id,
        // The length is what people sit there; the clock may jump meanwhile.
        period: spanOf(from, from.getTime() + input.minutes * 60_000),
        ...{ seats, least, place, siteId, trainerId, seriesId },
        state: 'planned',
        createdAt: now,
        from,
      }
    })
    if (rows[0] && rows[0].from <= now) throw invalid('date', 'dateAhead')
    await refuseTrainer(
      tx,
      input.trainerId,
      rows.map(({ period }) => period),
    )
    await tx.insert(trainingSessions).values(rows.map(({ from: _from, ...row }) => row))
    const told = await askersOf(tx, training.id)
    notify({ to: told, kind: 'training.datePlanned', href: `/training/${training.slug}` })
    if (rows[0])
      notify({ to: [trainerId], kind: 'training.toLead', href: `/training/sessions/${rows[0].id}` })
    return { sessionIds: rows.map(({ id }) => id), slug: training.slug, told: told.length }
  },
})
