import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { grants } from '#db/schema/people'
import type { Role } from '#domain/access'
import { spans } from '#domain/access'
import { WithdrawRole } from '#domain/people'
import { notFound, Refused } from '#domain/refused'
import { command } from '#server/command'
import { refuseLastAdmin, siteOfTeam } from '#server/held-roles'

/** Takes a role back; the person's next request is without it. */
export const withdrawRole = command({
  verb: 'people.withdraw',
  input: WithdrawRole,
  output: z.object({}),
  subject: async (tx, { grantId }) => {
    const [grant] = await tx.select().from(grants).where(eq(grants.id, grantId)).for('update')
    if (!grant) throw notFound()
    const siteId = grant.siteId ?? (await siteOfTeam(tx, grant.teamId))
    return { people: [grant.personId], teamId: grant.teamId, siteId, grant }
  },
  audit: ({ input, subject }) => ({
    kind: 'person',
    id: subject.grant.personId,
    detail: { role: subject.grant.role, grantId: input.grantId },
  }),
  async run({ tx, actor, input, subject, now }) {
    const { grant, teamId, siteId } = subject
    const role = grant.role as Role
    if (!spans(actor, 'people.withdraw', { role, teamId, siteId })) throw new Refused('forbidden')
    if (role === 'admin') await refuseLastAdmin(tx, grant.personId)
    const valid = sql`tstzrange(lower(valid), greatest(${now}::timestamptz, lower(valid) + interval '1 microsecond'))`
    await tx.update(grants).set({ valid, withdrawnBy: actor.personId }).where(eq(grants.id, input.grantId))
    return {}
  },
})
