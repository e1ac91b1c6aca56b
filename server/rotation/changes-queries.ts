import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { FindRun } from '#domain/rotation'
import { dayChanges } from '#domain/rotation/day-changes'
import { query } from '#server/query'
import { loadShifts } from '#server/rotation/board-queries'
import { visible } from '#server/visible'

const Held = z.object({ what: z.enum(['task', 'pause', 'meal']), taskId: z.uuid().nullable() }).nullable()
const Changed = z.object({
  shiftId: z.uuid(),
  name: z.string(),
  changes: z.array(z.object({ from: z.number(), to: z.number(), was: Held, will: Held })),
})

/** Whose day would be another if this draft were published, and where; nobody, where nothing was told yet. */
export const listChanges = query({
  verb: 'rotation.changes',
  input: FindRun,
  output: z.object({ people: z.array(Changed) }),
  async run({ db, input, reach }) {
    const { rows } = await db.execute<{ teamId: string; onDate: string; toldId: string }>(sql`
      select p.team_id as "teamId", p.on_date::text as "onDate", o.id as "toldId"
      from rotation_plans p join teams t on t.id = p.team_id
      join rotation_plans o on o.team_id = p.team_id and o.on_date = p.on_date and o.status = 'published'
      where p.id = ${input.planId} and p.status = 'draft' and ${visible(reach, { teamId: sql`p.team_id`, siteId: sql`t.site_id` })}`)
    const [plan] = rows
    if (!plan) return { people: [] }
    const [draft, told] = await Promise.all([
      loadShifts(db, plan.teamId, plan.onDate, input.planId),
      loadShifts(db, plan.teamId, plan.onDate, plan.toldId),
    ])
    const people = draft.flatMap(({ shiftId, name, pieces }) => {
      const before = told.find((shift) => shift.shiftId === shiftId)?.pieces ?? []
      const changes = dayChanges(before, pieces)
      return changes.length ? [{ shiftId, name, changes }] : []
    })
    return { people }
  },
})
