import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SHIFT_KINDS } from '#domain/career'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { isInformed, usualShift } from '#server/career/informed-queries'
import { query } from '#server/query'
import { visible } from '#server/visible'

const PERSON = { people: [sql`e.person_id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }

const Row = z.object({
  id: z.uuid(),
  name: z.string(),
  position: Text,
  informed: z.boolean(),
  /** The last answer, right or wrong; null: never tried. */
  triedOn: z.string().nullable(),
})

/** The people behind a number, those who do not know their way yet first; only within the reader's reach. */
export const listInformed = query({
  verb: 'career.informedPeople',
  input: Page.extend({
    by: z.enum(['team', 'site', 'shift']).optional(),
    /** Which team or site (`none`: people without a team), or when the shifts begin. */
    of: z.union([z.uuid(), z.enum(SHIFT_KINDS), z.literal('none')]).optional(),
  }),
  output: pageOf(Row),
  async run({ db, input, reach }) {
    const after = fromCursor<[number, string, string]>(input.cursor, ['number', 'string', 'string'])
    const { by, of } = input
    const group = () => {
      if (!by || !of) return sql`true`
      if (by === 'shift') return sql`${usualShift} = ${of}`
      return by === 'team' ? sql`coalesce(e.team_id::text, 'none') = ${of}` : sql`e.site_id::text = ${of}`
    }
    const { rows } = await db.execute<z.infer<typeof Row>>(sql`
      select * from (
        select p.id, p.name, po.title as position, ${isInformed} as informed,
          (select max(ra.on_date)::text from recall_answers ra where ra.person_id = e.person_id) as "triedOn"
        from current_employments e join people p on p.id = e.person_id join positions po on po.id = e.position_id
        join sites s on s.id = e.site_id
        where ${visible(reach, PERSON)} and ${group()}
      ) x
      where ${after ? sql`(x.informed::int, x.name, x.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)` : sql`true`}
      order by x.informed::int, x.name, x.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [Number(row.informed), row.name, row.id])
  },
})
