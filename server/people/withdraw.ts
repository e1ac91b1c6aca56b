import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { grants } from '#db/schema/people'
import type { Role } from '#domain/access'
import { spans } from '#domain/access'
import { WithdrawRole } from '#domain/people'
import { conflict, notFound, Refused } from '#domain/refused'
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
    // One that has not begun is left with its moment of now, so that it never holds.
    const from = sql`least(lower(valid), ${now}::timestamptz)`
    const valid = sql`tstzrange(${from}, greatest(${now}::timestamptz, ${from} + interval '1 microsecond'))`
    const holds = sql`(upper(${grants.valid}) is null or upper(${grants.valid}) > ${now})`
    const ended = await tx
      .update(grants)
      .set({ valid, withdrawnBy: actor.personId })
      .where(and(eq(grants.id, input.grantId), holds))
      .returning({ id: grants.id })
    // What is over stays as it was.
    if (!ended.length) throw conflict('roleEnded')
    return {}
  },
})
