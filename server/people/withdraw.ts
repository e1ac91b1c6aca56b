import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { grants } from '#db/schema/people'
import { holds } from '#domain/access'
import { WithdrawRole } from '#domain/people'
import { notFound, Refused } from '#domain/refused'
import { command } from '#server/command'

/** Takes a role back; the person's next request is without it. */
export const withdrawRole = command({
  verb: 'people.withdraw',
  input: WithdrawRole,
  output: z.object({}),
  subject: async (tx, { grantId }) => {
    const [grant] = await tx.select().from(grants).where(eq(grants.id, grantId)).for('update')
    if (!grant) throw notFound()
    return { people: [grant.personId], teamId: grant.teamId, siteId: grant.siteId, grant }
  },
  audit: ({ input, subject }) => ({
    kind: 'person',
    id: subject.grant.personId,
    detail: { role: subject.grant.role, grantId: input.grantId },
  }),
  async run({ tx, actor, input, subject, now }) {
    const mayTouch = subject.grant.role !== 'admin' || actor.kind === 'system' || holds(actor, 'admin')
    if (!mayTouch) throw new Refused('forbidden')
    const valid = sql`tstzrange(lower(valid), greatest(${now}::timestamptz, lower(valid) + interval '1 microsecond'))`
    await tx.update(grants).set({ valid, withdrawnBy: actor.personId }).where(eq(grants.id, input.grantId))
    return {}
  },
})
