import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { query } from '#server/query'

const SiteCalendar = z.object({
  siteId: z.uuid(),
  site: Text,
  workdays: z.array(z.number()),
  days: z.array(z.object({ onDate: z.string(), worked: z.boolean(), name: Text.nullable() })),
})

/** The working week of each site and the days that differ from it, from a month ago on. */
export const listCalendars = query({
  verb: 'settings.calendar',
  input: z.object({}),
  output: z.array(SiteCalendar),
  async run({ db, now }) {
    const { rows } = await db.execute<z.infer<typeof SiteCalendar>>(sql`
      select s.id as "siteId", s.name as site, s.workdays,
        (select coalesce(json_agg(json_build_object('onDate', d.on_date, 'worked', d.worked, 'name', d.name) order by d.on_date), '[]')
          from site_days d where d.site_id = s.id and d.on_date > ${now.toISOString()}::timestamptz::date - 31) as days
      from sites s order by s.name ->> 'uk', s.id`)
    return rows
  },
})
