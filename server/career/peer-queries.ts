import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LEAST_TO_PROPOSE } from '#domain/assessments'
import { Text } from '#domain/localized'
import { query } from '#server/query'

/** Colleagues offered at once; one's own team stands first. */
const MOST = 400
const SHOWN = 30

const Peers = z.object({
  /** In what the reader is strong, with each level in words. */
  strong: z.array(
    z.object({
      id: z.uuid(),
      title: Text,
      level: z.number(),
      words: z.array(z.object({ level: z.number(), behaviour: Text })),
    }),
  ),
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), position: Text })),
  /** What the reader said of colleagues, and what became of it, newest first. */
  said: z.array(
    z.object({
      id: z.uuid(),
      person: z.string(),
      title: Text,
      level: z.number(),
      at: z.string(),
      state: z.enum(['proposed', 'confirmed', 'rejected']),
    }),
  ),
})

/** For whoever is strong in something: of whom and of what they may say that a colleague has got there. */
export const peerDesk = query({
  verb: 'career.peers',
  input: z.object({}),
  output: Peers,
  async run({ db, actor }) {
    const me = sql`${actor.personId}::uuid`
    const { rows } = await db.execute<z.infer<typeof Peers>>(sql`
      with strong as materialized (
        select c.id, c.title, h.level, (select json_agg(json_build_object('level', l.level, 'behaviour', l.behaviour) order by l.level)
          from competence_levels l where l.competence_id = c.id) as words
        from current_levels h join competences c on c.id = h.competence_id
        where h.person_id = ${me} and h.level >= ${LEAST_TO_PROPOSE} and c.retired_at is null
      )
      select (select coalesce(json_agg(s order by s.title ->> 'uk'), '[]') from strong s) as strong,
        (select coalesce(json_agg(w order by w.near desc, w.name, w.id), '[]') from (
          select p.id, p.name, po.title as position, e.team_id is not distinct from ${actor.teamId}::uuid as near
          from current_employments e join people p on p.id = e.person_id join positions po on po.id = e.position_id
          where e.site_id = ${actor.siteId}::uuid and e.person_id <> ${me} and exists (select from strong)
          order by 4 desc, p.name, p.id limit ${MOST}) w) as colleagues,
        (select coalesce(json_agg(w order by w.at desc), '[]') from (
          select a.id, p.name as person, c.title, a.level, a.at, coalesce(n.state, 'proposed') as state
          from assessments a join people p on p.id = a.person_id join competences c on c.id = a.competence_id
          left join assessments n on n.answers_id = a.id
          where a.assessor_id = ${me} and a.source = 'peer' and a.answers_id is null
          order by a.at desc limit ${SHOWN}) w) as said`)
    return rows[0] as z.infer<typeof Peers>
  },
})
