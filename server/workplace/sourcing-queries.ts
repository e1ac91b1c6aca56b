import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { MODELS, VERDICTS } from '#domain/sourcing'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Team = z.object({
  id: z.uuid(),
  name: Text,
  site: Text,
  last: z
    .object({
      verdict: z.enum(VERDICTS),
      model: z.enum(MODELS),
      note: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
})

/** The teams within reach and what each is run as. */
export const listSourcing = query({
  verb: 'workplace.decideSourcing',
  input: z.object({}),
  output: z.object({ items: z.array(Team) }),
  async run({ db, reach }) {
    const { rows } = await db.execute<z.infer<typeof Team>>(sql`
      select t.id, t.name, s.name as site,
        (select json_build_object('verdict', d.verdict, 'model', d.model, 'note', d.note, 'by', p.name, 'at', ${isoMoment(sql`d.decided_at`)})
          from sourcing_decisions d join people p on p.id = d.decided_by
          where d.team_id = t.id order by d.decided_at desc limit 1) as last
      from teams t join sites s on s.id = t.site_id
      where ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })}
      order by s.name ->> 'uk', t.name ->> 'uk' limit 300`)
    return { items: rows }
  },
})
