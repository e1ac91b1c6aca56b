import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { praiseBudgets, praises } from '#db/schema/recognition'
import { can } from '#domain/access'
import { firstOfMonth } from '#domain/months'
import type { BudgetKind, PraiseReach } from '#domain/recognition'
import { GivePraise, narrower } from '#domain/recognition'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { capsOf } from '#server/recognition/caps-queries'
import { readDay } from '#server/recognition/day-queries'
import { evidenceOf } from '#server/recognition/evidence-queries'
import { valueIdOf } from '#server/recognition/value-queries'

type Receiver = { id: string; name: string; teamId: string | null; siteId: string | null; wish: PraiseReach }

/** Whoever works here now can be praised. */
const receiverOf = async (tx: Tx, id: string) => {
  const { rows } = await tx.execute<Receiver>(sql`
    select p.id, p.name, e.team_id as "teamId", e.site_id as "siteId", p.praise_visibility as wish
    from people p join current_employments e on e.person_id = p.id where p.id = ${id}`)
  if (!rows[0]) throw notFound()
  return { ...rows[0], people: [rows[0].id] }
}

/** Praises somebody in words. The month's budget is spent by Postgres with the row, so thirty at once spend it once each or not at all. */
export const givePraise = command({
  verb: 'recognition.give',
  input: GivePraise,
  output: z.object({
    id: z.uuid(),
    kind: z.enum(['supervisor', 'peer']),
    shownTo: z.enum(['private', 'team', 'public']),
  }),
  subject: (tx, { receiverId }) => receiverOf(tx, receiverId),
  audit: ({ result }) => ({
    kind: 'praise',
    id: result.id,
    // Whom it is for and who may see it stand in the praise, for those whom it reaches.
    detail: { kind: result.kind },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const { receiverId, deed, visibility } = input
    const leads = receiverId !== actor.personId && can(actor, 'recognition.giveAsLeader', subject)
    const kind: BudgetKind = leads ? 'supervisor' : 'peer'
    const valueId = await valueIdOf(tx, input.value)
    const evidence = await evidenceOf(tx, input, now)
    const month = firstOfMonth(await readDay(tx, actor.personId, now))
    const caps = await capsOf(tx, month)
    await tx
      .insert(praiseBudgets)
      .values({ giverId: actor.personId, kind, month, cap: caps[kind] })
      .onConflictDoNothing()
    const id = newId()
    const row = {
      id,
      kind,
      giverId: actor.personId,
      receiverId,
      valueId,
      deed,
      visibility,
      ...evidence,
      createdAt: now,
    }
    await tx.insert(praises).values(row)
    const { rows } = await tx.execute<{ name: string }>(
      sql`select name from people where id = ${actor.personId}`,
    )
    const shownTo = narrower(visibility, subject.wish)
    notify({
      to: [receiverId],
      kind: 'praise.received',
      params: { giver: rows[0]?.name ?? '', reach: shownTo },
      href: `/recognition/${id}`,
    })
    return { id, kind, shownTo }
  },
})
