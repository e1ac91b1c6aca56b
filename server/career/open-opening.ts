import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { openings } from '#db/schema/openings'
import { OpenOpening } from '#domain/openings'
import { invalid } from '#domain/refused'
import { siteDay } from '#server/career/site-day-queries'
import { command } from '#server/command'
import { readAsEveryone } from '#server/reader'

/** Opens a position inside the centre, with the day by which everybody who applies has an answer. */
export const openOpening = command({
  verb: 'career.openOpening',
  input: OpenOpening,
  output: z.object({
    openingId: z.uuid(),
    /** People told who let it be known that they wish for the position. */
    told: z.number(),
  }),
  subject: (_tx, { siteId }) => ({ siteId }),
  readable: 'career.openings',
  audit: ({ input, result }) => ({
    kind: 'opening',
    id: result.openingId,
    detail: { positionId: input.positionId, seats: input.seats },
  }),
  async run({ tx, actor, input, now, newId, notify }) {
    const today = await siteDay(tx, input.siteId, now)
    const opensOn = input.opensOn ?? today
    if (input.closesOn < opensOn || input.closesOn < today) throw invalid('closesOn', 'dateAhead')
    // Whoever publishes at this moment holds the ladder: what they take from it is seen here, or what is opened here there.
    await tx.execute(sql`select from ladders for share`)
    const { rows: known } = await tx.execute(sql`
      select 1 from published_versions v join rungs r on r.version_id = v.id where r.position_id = ${input.positionId}`)
    if (!known.length) throw invalid('positionId', 'notOnLadder')
    const { rows: misplaced } = await tx.execute(sql`
      select 1 from teams where id = ${input.teamId ?? null}::uuid and site_id <> ${input.siteId}`)
    if (misplaced.length) throw invalid('teamId', 'teamElsewhere')
    const openingId = newId()
    await tx.insert(openings).values({
      ...input,
      teamId: input.teamId ?? null,
      about: input.about ?? null,
      opensOn,
      id: openingId,
      openedBy: actor.personId,
      openedAt: now,
    })
    // Each hears only of what they wish for themselves, so also private wishes are told; they are not counted.
    await readAsEveryone(tx)
    const { rows } = await tx.execute<{ id: string; counted: boolean }>(sql`
      select i.person_id as id, i.visibility <> 'private' as counted
      from intents i join current_employments e on e.person_id = i.person_id
      where i.ended_at is null and i.target_id = ${input.positionId}`)
    notify({ to: rows.map(({ id }) => id), kind: 'career.opened', href: `/career/openings/${openingId}` })
    return { openingId, told: rows.filter(({ counted }) => counted).length }
  },
})
