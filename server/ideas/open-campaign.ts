import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns } from '#db/schema/ideas'
import { OpenCampaign } from '#domain/campaigns'
import { invalid } from '#domain/refused'
import { dateAt, momentAt } from '#domain/site-time'
import { command } from '#server/command'
import { inAudience } from '#server/ideas/audience-queries'
import { keepBudget } from '#server/ideas/question-budget-queries'

const DAY = 86_400_000
/** The portal's own zone for days that are not a site's. */
const ZONE = 'Europe/Kyiv'
const OPENS_AT = 8 * 60 // minutes after midnight

const opening = (opensOn: string | undefined, now: Date): Date => {
  if (!opensOn || opensOn === dateAt(now, ZONE)) return now
  const at = momentAt(opensOn, OPENS_AT, ZONE)
  if (at <= now) throw invalid('opensOn', 'dateAhead')
  return at
}

/** Asks a question for some days, now or later. That an audience has one at a time, Postgres sees to. */
export const openCampaign = command({
  verb: 'ideas.openCampaign',
  input: OpenCampaign,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'campaign', id: result.id }),
  async run({ tx, actor, input, now, newId }) {
    const { question, areaId, teamId, siteId, projectId, positionId, shift, days } = input
    const opensAt = opening(input.opensOn, now)
    const closesAt = new Date(opensAt.getTime() + days * DAY)
    const choices = input.choicesUk.map((uk, at) => ({ uk, en: input.choicesEn[at] }))
    const id = newId()
    const audience = { teamId, siteId, projectId, positionId, shift }
    const times = { opensAt, closesAt, createdAt: now }
    await tx.insert(campaigns).values({
      id,
      kind: 'question',
      question,
      areaId,
      choices,
      sponsorId: actor.personId,
      ...audience,
      ...times,
    })
    await keepBudget(tx, audience, opensAt, id)
    await tx.execute(sql`
      update campaigns c set asked = (select count(*) from current_employments e left join teams t on t.id = e.team_id
        where ${inAudience}) where c.id = ${id}`)
    return { id }
  },
})
