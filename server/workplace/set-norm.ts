import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SetNorm } from '#domain/checklists'
import { command } from '#server/command'

/** A document that limits stand on, and whether it is in force as far as we know today; the day of the change is printed with it. */
export const setNorm = command({
  verb: 'workplace.setNorm',
  input: SetNorm,
  output: z.object({ slug: z.string() }),
  subject: () => ({ siteId: null }),
  audit: ({ input }) => ({
    kind: 'norm',
    id: null,
    detail: { slug: input.slug, inForce: input.inForce, evidence: input.evidence },
  }),
  async run({ tx, actor, input: { slug, title, jurisdiction, inForce, evidence, source }, now }) {
    const by = actor.kind === 'person' ? actor.personId : null
    await tx.execute(sql`
      insert into norms (slug, title, jurisdiction, in_force, evidence, source, changed_by, changed_at)
      values (${slug}, ${JSON.stringify(title)}, ${jurisdiction}, ${inForce}, ${evidence}, ${source ?? null}, ${by}, ${now})
      on conflict (slug) do update set title = excluded.title, jurisdiction = excluded.jurisdiction, in_force = excluded.in_force,
        evidence = excluded.evidence, source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
    return { slug }
  },
})
