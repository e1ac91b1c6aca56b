import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { gini } from '#domain/praise-numbers'
import { query } from '#server/query'
import { praiseSeen } from '#server/recognition/visibility-queries'
import { visible } from '#server/visible'

const Unpraised = z.object({
  id: z.uuid(),
  name: z.string(),
  position: Text,
  team: Text.nullable(),
  /** When a colleague last praised them as far as the reader may see; `null` if never. */
  lastOn: z.string().nullable(),
  /** What they did in the 90 days: something to look at, not an order to praise. */
  ideas: z.number(),
  trainings: z.number(),
  thanks: z.number(),
  mentees: z.number(),
})

const Own = z.object({
  given: z.number(),
  people: z.number(),
  reached: z.number(),
  gini: z.number().nullable(),
})

/**
 * People who have worked here for more than 60 days and whom no colleague has praised for 90, with what they did meanwhile. A praise or
 * a letter that the reader may not see neither takes anybody off the list nor tells its day: it is as if it were not there.
 */
export const listUnpraised = query({
  verb: 'recognition.unpraised',
  input: z.object({}),
  output: z.object({ items: z.array(Unpraised), own: Own }),
  async run({ db, actor, reach, now }) {
    const at = sql`${now.toISOString()}::timestamptz`
    const since = sql`${at} - interval '90 days'`
    const whose = visible(reach, { people: [], teamId: sql`e.team_id`, siteId: sql`e.site_id` })
    const seen = praiseSeen(actor)
    const [list, mine] = await Promise.all([
      db.execute<z.infer<typeof Unpraised>>(sql`
        select r.id, r.name, po.title as position, t.name as team, (last.at at time zone si.time_zone)::date::text as "lastOn",
          (select count(*)::int from ideas i where i.author_id = r.id and i.author_mode = 'named'
            and i.submitted_on > here.today - 90) as ideas,
          (select count(*)::int from completions c where c.person_id = r.id and c.completed_on > here.today - 90) as trainings,
          (select count(*)::int from praises p join customer_thanks k on k.id = p.thanks_id and k.decision = 'wall'
            where p.receiver_id = r.id and p.created_at > ${since} and ${seen}) as thanks,
          (select count(*)::int from mentorships m where m.mentor_id = r.id and m.valid && daterange(here.today - 90, here.today, '[]')) as mentees
        from current_employments e join people r on r.id = e.person_id join sites si on si.id = e.site_id
        cross join lateral (select (${at} at time zone si.time_zone)::date as today) here
        join positions po on po.id = e.position_id left join teams t on t.id = e.team_id
        left join lateral (select max(p.created_at) as at from praises p where p.receiver_id = r.id and p.kind <> 'customer'
          and ${seen}) last on true
        where ${whose} and r.id <> ${actor.personId} and (last.at is null or last.at < ${since})
          and (select min(lower(w.valid)) from employments w where w.person_id = r.id) < here.today - 60
        order by last.at nulls first, r.name, r.id limit 200`),
      db.execute<{ praises: number }>(sql`
        select (select count(*)::int from praises x where x.receiver_id = e.person_id and x.giver_id = ${actor.personId}
          and x.created_at > ${since} and not exists (select from praise_revocations y where y.praise_id = x.id)) as praises
        from current_employments e where ${whose} and e.person_id <> ${actor.personId} limit 2000`),
    ])
    const shares = mine.rows.map(({ praises }) => praises)
    const own = {
      given: shares.reduce((total, one) => total + one, 0),
      people: shares.length,
      reached: shares.filter((one) => one > 0).length,
      gini: gini(shares),
    }
    return { items: list.rows, own }
  },
})
