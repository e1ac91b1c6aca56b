import { z } from 'zod'
import { grants } from '#db/schema/people'
import { spans } from '#domain/access'
import { faultOfDays, GrantRole, scopeFits } from '#domain/people'
import { invalid, Refused } from '#domain/refused'
import { dateAt, dayAt } from '#domain/site-time'
import { command } from '#server/command'
import { siteOfTeam, zoneOfSite } from '#server/held-roles'
import { lockPerson } from '#server/people/person-queries'

/** From the first day's midnight at the site, or now, to the last day's. @throws Refused `invalid` where the days cannot be */
const validOf = (days: { from?: string; until?: string }, now: Date, timeZone: string): string => {
  const today = dateAt(now, timeZone)
  const fault = faultOfDays(days, today)
  if (fault) throw invalid(fault.field, fault.key)
  const from = days.from && days.from > today ? dayAt(days.from, timeZone).from : now
  const until = days.until ? dayAt(days.until, timeZone).to.toISOString() : ''
  return `[${from.toISOString()},${until})`
}

/** Gives a role or duty, from the next request or a day to come on, for good or until a day. Nobody gives roles to themselves, or any that reach farther than their own. */
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
    const timeZone = await zoneOfSite(tx, siteId ?? subject.siteId)
    const grantId = newId()
    await tx.insert(grants).values({
      id: grantId,
      personId: input.personId,
      role: input.role,
      teamId: input.teamId ?? null,
      siteId: input.siteId ?? null,
      deputy: Boolean(input.until),
      valid: validOf(input, now, timeZone),
      grantedBy: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    })
    notify({ to: [input.personId], kind: 'people.roleGranted', params: { role: input.role }, href: '/' })
    return { grantId }
  },
})
