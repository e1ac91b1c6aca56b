import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { query } from '#server/query'
import { visible } from '#server/visible'
import { visiblePlace } from '#server/workplace/action-queries'
import { ASKED, AskedItem } from '#server/workplace/form-queries'
import { Instrument, namedInstrument } from '#server/workplace/instrument-queries'

const Section = z.object({
  id: z.uuid(),
  title: Text,
  items: z.array(AskedItem.extend({ perSeat: z.boolean() })),
})
const Checklist = z.object({
  checklistId: z.uuid(),
  versionId: z.uuid(),
  title: Text,
  version: z.number(),
  sections: z.array(Section),
})
const Place = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  room: Text,
  site: Text,
  siteId: z.uuid(),
  isRoom: z.boolean(),
})
const Kit = z.object({
  checklists: z.array(Checklist),
  places: z.array(Place),
  instruments: z.array(Instrument),
})

/** What a phone takes along to begin a round where there is no connection: checklists, places within reach, instruments. No names. */
export const roundKit = query({
  verb: 'workplace.roundPlaces',
  input: z.object({}),
  output: Kit,
  async run({ db, reach, now }) {
    const seat = visiblePlace(reach, { people: [], siteId: sql`w.site_id`, workplaceId: sql`w.id` })
    const { rows } = await db.execute<z.infer<typeof Kit>>(sql`
      with places as (
        select w.id, w.code, r.title as room, s.name as site, w.site_id as "siteId", false as "isRoom"
        from workplaces w join rooms r on r.id = w.room_id join sites s on s.id = w.site_id
        where w.retired_at is null and ${seat}
        union all
        select r.id, null, r.title, s.name, r.site_id, true from rooms r join sites s on s.id = r.site_id
        where r.retired_at is null and ${visible(reach, { siteId: sql`r.site_id` })})
      select
        (select coalesce(json_agg(p order by p.site ->> 'uk', not p."isRoom", p.code), '[]') from places p) as places,
        (select coalesce(json_agg(${namedInstrument(now)}), '[]')
          from instruments m left join sites s on s.id = m.site_id where m.retired_at is null) as instruments,
        (select coalesce(json_agg(json_build_object('checklistId', k.id, 'versionId', v.id, 'title', v.title, 'version', v.number,
            'sections', (select json_agg(json_build_object('id', c.id, 'title', c.title,
                'items', (select coalesce(json_agg(json_build_object(${ASKED}, 'perSeat', x.per_seat) order by x.position), '[]')
                  from checklist_items x where x.section_id = c.id)) order by c.position)
              from checklist_sections c where c.version_id = v.id)) order by k.slug), '[]')
          from checklists k join checklist_versions v on v.checklist_id = k.id and v.status = 'published'
          where k.kind = 'inspection') as checklists`)
    return rows[0] as z.infer<typeof Kit>
  },
})
