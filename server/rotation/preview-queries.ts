import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { dayInstance } from '#domain/rotation/engine/day-instance'
import { PARTS } from '#domain/rotation/engine/parts'
import { rawParts, rowOf } from '#domain/rotation/engine/raw-parts'
import { DayWeights } from '#domain/rotation/weigh-day'
import { query } from '#server/query'
import { loadShifts } from '#server/rotation/board-queries'
import { loadDayToPlan } from '#server/rotation/day-to-plan-queries'
import { findPlan } from '#server/rotation/plan-queries'
import { loadWeights } from '#server/rotation/weights-queries'
import { solveInstance } from '#server/solver'
import { visible } from '#server/visible'

const Parts = z.record(z.enum(PARTS), z.number())
const SECONDS = 2

/** What a draft by other weights would have more and less of, against the draft as it lies there; nothing is stored. */
export const previewRun = query({
  verb: 'rotation.preview',
  input: z.object({
    planId: z.uuid(),
    keeps: z.enum(['nothing', 'touched', 'blocks']).default('nothing'),
    ...DayWeights.partial().shape,
  }),
  output: z.object({ now: Parts.nullable(), would: Parts }),
  async run({ db, input, reach, now }) {
    const { planId, keeps, ...given } = input
    const plan = await findPlan(
      db,
      planId,
      visible(reach, { teamId: sql`p.team_id`, siteId: sql`t.site_id` }),
    )
    if (plan?.status !== 'draft') throw notFound()
    const weights = { ...(await loadWeights(db)), ...given }
    const day = await loadDayToPlan(db, plan, { keeps, weights, seed: 1, seconds: SECONDS }, now)
    if (!day.people.length) throw notFound()
    const { instance, origin } = dayInstance(day)
    const answer = await solveInstance(instance)
    const shifts = await loadShifts(db, plan.teamId, plan.onDate, plan.id)
    const laid = shifts.filter(({ pieces }) => pieces.length > 0)
    const rows = Object.fromEntries(
      laid.map(({ shiftId, pieces }) => [shiftId, rowOf(pieces, origin, instance.slots)]),
    )
    return { now: laid.length ? rawParts(instance, rows) : null, would: rawParts(instance, answer.plan) }
  },
})
