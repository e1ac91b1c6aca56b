import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { centreMs } from '#server/workplace/speed-queries'

const Latest = z.object({ metric: z.string(), value: z.number(), takenAt: z.string() })
const Measured = z.object({
  workplaceId: z.uuid(),
  code: z.string(),
  latest: z.array(Latest),
  /** The middle of the computers of all seats, in ms of the fixed job; none before three seats have measured. */
  centreMs: z.number().nullable(),
})

/** What the actor's seat measured last in a browser, and the centre's middle that its computer is compared with. */
export const myMeasures = query({
  verb: 'workplace.mySeat',
  input: z.object({}),
  output: z.object({ seat: Measured.nullable() }),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Measured>>(sql`
      select c.workplace_id as "workplaceId", c.code,
        (select coalesce(json_agg(json_build_object('metric', l.metric, 'value', l.value, 'takenAt', ${isoMoment(sql`l.taken_at`)})), '[]')
          from (select distinct on (m.metric) m.metric, m.value, m.taken_at from readings m
            where m.workplace_id = c.workplace_id and m.source = 'browser' and m.quality = 'ok'
              and m.taken_at > ${now}::timestamptz - interval '1 year'
            order by m.metric, m.taken_at desc) l) as latest,
        (${centreMs(now)}) as "centreMs"
      from current_seats c where c.person_id = ${actor.personId}`)
    return { seat: rows[0] ?? null }
  },
})
