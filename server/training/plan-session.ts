import { z } from 'zod'
import { trainingSessions } from '#db/schema/training'
import { invalid } from '#domain/refused'
import { PlanSession } from '#domain/training'
import { command } from '#server/command'
import { spanOf } from '#server/moments'
import { plannable, refuseTrainer } from '#server/training/plan-queries'
import { askersOf } from '#server/training/seat-queries'

/** Puts a session of a training into the calendar, with its seats. */
export const planSession = command({
  verb: 'training.planSession',
  input: PlanSession,
  output: z.object({ sessionId: z.uuid() }),
  subject: (_tx, { siteId }) => ({ siteId: siteId ?? null }),
  readable: 'training.sessions',
  audit: ({ input, result }) => ({
    kind: 'session',
    id: result.sessionId,
    detail: { trainingId: input.trainingId, seats: input.seats },
  }),
  async run({ tx, input, now, newId, notify }) {
    if (input.startsAt <= now) throw invalid('startsAt', 'dateAhead')
    const { slug } = await plannable(tx, input.trainingId)
    const period = spanOf(input.startsAt, input.endsAt)
    await refuseTrainer(tx, input.trainerId, [period])
    const sessionId = newId()
    await tx.insert(trainingSessions).values({
      id: sessionId,
      trainingId: input.trainingId,
      period,
      seats: input.seats,
      least: input.least,
      siteId: input.siteId ?? null,
      place: input.place,
      trainerId: input.trainerId ?? null,
      state: 'planned',
      createdAt: now,
    })
    const asking = await askersOf(tx, input.trainingId)
    notify({ to: asking, kind: 'training.datePlanned', href: `/training/${slug}` })
    notify({ to: [input.trainerId], kind: 'training.toLead', href: `/training/sessions/${sessionId}` })
    return { sessionId }
  },
})
