import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { EVIDENCES, IN_FORCE, JURISDICTIONS } from '#domain/checklists'
import { Text } from '#domain/localized'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'

export const Norm = z.object({
  slug: z.string(),
  title: Text,
  jurisdiction: z.enum(JURISDICTIONS),
  inForce: z.enum(IN_FORCE),
  evidence: z.enum(EVIDENCES),
  source: z.string().nullable(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
  /** Questions of the checklists in use that stand on it. */
  questions: z.number(),
})

/** The documents that limits stand on; there are a few dozen. */
export const listNorms = query({
  verb: 'workplace.norms',
  input: z.object({}),
  output: z.object({ items: z.array(Norm) }),
  async run({ db }) {
    const { rows } = await db.execute<z.infer<typeof Norm>>(sql`
      select n.slug, n.title, n.jurisdiction, n.in_force as "inForce", n.evidence, n.source, ${isoMoment(sql`n.changed_at`)} as "changedAt",
        (select name from people where id = n.changed_by) as "changedBy",
        (select count(*)::int from item_norms x join checklist_items i on i.id = x.item_id
          join checklist_versions v on v.id = i.version_id and v.status = 'published' where x.norm_slug = n.slug) as questions
      from norms n order by (n.jurisdiction = 'UA') desc, (n.jurisdiction = 'HOUSE'), n.slug limit 500`)
    return { items: rows }
  },
})
