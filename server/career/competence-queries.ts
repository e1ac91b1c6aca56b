import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '#domain/access'
import { CLUSTERS } from '#domain/competences'
import { Text } from '#domain/localized'
import { query } from '#server/query'

const Row = z.object({
  id: z.uuid(),
  title: Text,
  cluster: z.enum(CLUSTERS),
  retired: z.boolean(),
  /** Positions of the ladders in force that ask for it. */
  asks: z.number(),
  levels: z.array(z.object({ level: z.number(), behaviour: Text, reworded: z.number() })),
})

/** Every competence with its levels in words and how often these changed; those out of use only for whoever writes them. */
export const competenceDesk = query({
  verb: 'career.competenceDesk',
  input: z.object({}),
  output: z.array(Row),
  async run({ db, actor }) {
    const { rows } = await db.execute<z.infer<typeof Row>>(sql`
      select c.id, c.title, c.cluster, c.retired_at is not null as retired,
        (select count(distinct r.position_id)::int from requirements r join published_versions v on v.id = r.version_id
          where r.competence_id = c.id) as asks,
        (select coalesce(json_agg(json_build_object('level', l.level, 'behaviour', l.behaviour, 'reworded',
            (select count(*)::int from level_wordings w where w.competence_id = l.competence_id and w.level = l.level)) order by l.level), '[]')
          from competence_levels l where l.competence_id = c.id) as levels
      from competences c where c.retired_at is null or ${mayEver(actor, 'career.setCompetence')}::boolean
      order by c.retired_at is not null, c.cluster, c.title ->> 'uk', c.id`)
    return rows
  },
})
