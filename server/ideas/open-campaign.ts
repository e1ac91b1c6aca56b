import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns } from '#db/schema/ideas'
import { OpenCampaign } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'

const DAY = 86_400_000
const LOCK = 7_284_653

/** Asks a question for some days. One open question per audience, also where one audience lies inside another. */
export const openCampaign = command({
  verb: 'ideas.openCampaign',
  input: OpenCampaign,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'campaign', id: result.id }),
  async run({ tx, actor, input, now, newId }) {
    const { question, areaId, days } = input
    const [teamId, siteId, projectId] = [input.teamId ?? null, input.siteId ?? null, input.projectId ?? null]
    const closesAt = new Date(now.getTime() + days * DAY)
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const { rows } = await tx.execute(sql`
      select 1 from campaigns c, teams t
      where c.kind = 'question'
        and tstzrange(c.opens_at, c.closes_at) && tstzrange(${now.toISOString()}::timestamptz, ${closesAt.toISOString()}::timestamptz)
        and coalesce(c.team_id, t.id) = t.id and coalesce(${teamId}::uuid, t.id) = t.id
        and coalesce(c.site_id, t.site_id) = t.site_id and coalesce(${siteId}::uuid, t.site_id) = t.site_id
        and (c.project_id is null or c.project_id = t.project_id)
        and (${projectId}::uuid is null or t.project_id = ${projectId}::uuid)
      limit 1`)
    if (rows.length) throw conflict('constraint.campaigns_one_question')
    const id = newId()
    const asked = {
      id,
      kind: 'question',
      question,
      areaId,
      teamId,
      siteId,
      projectId,
      sponsorId: actor.personId,
    }
    await tx.insert(campaigns).values({ ...asked, opensAt: now, closesAt, createdAt: now })
    return { id }
  },
})
