import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { praiseRevocations, praises } from '#db/schema/recognition'
import { RevokePraise } from '#domain/recognition'
import { conflict, notFound } from '#domain/refused'
import { command } from '#server/command'

/** Takes a praise off every wall and tells both whose it was why; the giver's budget gets it back once. */
export const revokePraise = command({
  verb: 'recognition.revoke',
  input: RevokePraise,
  output: z.object({}),
  subject: async (tx, { praiseId }) => {
    const [praise] = await tx.select().from(praises).where(eq(praises.id, praiseId)).for('update')
    if (!praise) throw notFound()
    return { praise, people: [praise.receiverId] }
  },
  audit: ({ input }) => ({ kind: 'praise', id: input.praiseId }),
  async run({ tx, actor, input, subject: { praise }, now, notify }) {
    const taken = await tx
      .insert(praiseRevocations)
      .values({ ...input, revokedBy: actor.personId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: praiseRevocations.praiseId })
    if (!taken.length) throw conflict('praiseRevoked')
    // Their reports were answered with it; whoever was told anyway is not told twice.
    const { rows: others } = await tx.execute<{ id: string }>(sql`
      select f.reported_by as id from praise_reports f
      where f.praise_id = ${praise.id} and f.outcome = 'revoked' and f.reported_by <> ${praise.receiverId}`)
    notify({ to: others.map(({ id }) => id), kind: 'praise.reportHeard', params: {}, href: '/recognition' })
    const isCustomers = praise.kind === 'customer'
    const told = [
      [praise.giverId, isCustomers ? 'passed' : 'given'],
      [praise.receiverId, isCustomers ? 'customer' : 'received'],
    ] as const
    for (const [person, whose] of told)
      notify({
        to: [person],
        kind: 'praise.revoked',
        params: { whose, reason: input.reason },
        href: isCustomers && whose === 'customer' ? '/recognition/thanks' : '/recognition',
      })
    return {}
  },
})
