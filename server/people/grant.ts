import { z } from 'zod'
import { grants } from '#db/schema/people'
import { spans } from '#domain/access'
import { GrantRole, scopeFits } from '#domain/people'
import { invalid, Refused } from '#domain/refused'
import { command } from '#server/command'
import { siteOfTeam } from '#server/held-roles'
import { lockPerson } from '#server/people/person-queries'

/** Gives a role or duty; it holds from the next request on. Nobody gives roles to themselves, or any that reach farther than their own. */
export const grantRole = command({
  verb: 'people.grant',
  input: GrantRole,
  output: z.object({ grantId: z.uuid() }),
  subject: (tx, { personId }) => lockPerson(tx, personId),
  readable: 'people.show',
  audit: ({ input, result }) => ({
    kind: 'person',
    id: input.personId,
    detail: { role: input.role, grantId: result.grantId },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (!subject.employmentId) throw invalid('personId', 'notEmployed')
    if (!scopeFits(input.role, input)) throw invalid('role', 'scopeWrong')
    if (actor.personId === input.personId) throw new Refused('forbidden')
    const { role, teamId = null } = input
    const siteId = input.siteId ?? (await siteOfTeam(tx, teamId))
    if (teamId && !siteId) throw invalid('teamId', 'wrong')
    if (!spans(actor, 'people.grant', { role, teamId, siteId })) throw new Refused('forbidden')
    const grantId = newId()
    await tx.insert(grants).values({
      id: grantId,
      personId: input.personId,
      role: input.role,
      teamId: input.teamId ?? null,
      siteId: input.siteId ?? null,
      deputy: Boolean(input.until),
      valid: `[${now.toISOString()},${input.until ? `${input.until}T23:59:59Z` : ''})`,
      grantedBy: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    })
    notify({ to: [input.personId], kind: 'people.roleGranted', params: { role: input.role }, href: '/' })
    return { grantId }
  },
})
